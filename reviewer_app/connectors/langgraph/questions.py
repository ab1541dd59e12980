"""What an agent that waits asks, and what a person gave as the answer, in whatever dialect."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import OutputType, Verdict
from reviewer_app.domain.waiting import NAME_AT_MOST

Members = Mapping[str, Any]

KIND = "langgraph"
"""What waits, as items say it."""


class AnswerUnfit(PushRefused):
    """What a person decided cannot be put into an answer that the agent takes."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(
            sentence(
                "The agent cannot take this answer: {why}. It still waits; decide again.", why=why
            )
        )


@dataclass(frozen=True, slots=True)
class Question:
    """What a person judges of an interrupt.

    Attributes:
        output: what the agent wants to do or say, as text.
        output_type: how it is shown.
        asked: the agent's own words to the person; empty where it has none.
        name: the tool or action, where there is one alone.
        allowed: the verdicts that the agent takes.
        schema: the JSON Schema of a corrected output; None where any text will do.
    """

    output: str
    output_type: OutputType
    asked: str = ""
    name: str = ""
    allowed: frozenset[Verdict] = frozenset()
    schema: Members | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What people decided, ready to be put into an answer.

    Attributes:
        verdict: approve, correct or reject.
        output: the output that stands now: the corrected one, else the agent's own.
        comment: what people said about it.
        reviewers: their names.
        decision_id: the decision that this comes from.
    """

    verdict: Verdict
    output: str | None = None
    comment: str = ""
    reviewers: tuple[str, ...] = field(default=())
    decision_id: str = ""


def value_digest(value: Any) -> str:  # noqa: ANN401 - an agent asks with any JSON
    """The digest of what an agent asks, the same whatever order its members come in."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def waiting_id(thread: str, interrupt: str) -> str:
    """How an agent that waits is called: where it waits, and on what."""
    return f"{thread}:{interrupt}"[:NAME_AT_MOST]


def member(value: Any, *names: str) -> Any:  # noqa: ANN401 - any JSON comes in
    """The first of these members that there is; agents in JavaScript name them differently."""
    if not isinstance(value, Mapping):
        return None
    return next((value[name] for name in names if name in value), None)


def word(value: Any, *names: str) -> str:  # noqa: ANN401 - any JSON comes in
    """The member of one of these names that is a text; empty without."""
    found = member(value, *names)
    return found if isinstance(found, str) else ""


def json_in(text: str | None) -> Any:  # noqa: ANN401 - any JSON comes in
    """The value of a correction that must be JSON.

    Raises:
        AnswerUnfit: it is none.
    """
    try:
        return parse(text or "")
    except JsonRefused as cause:
        raise AnswerUnfit(sentence("the correction is not JSON ({why})", why=cause)) from cause


def arguments_in(text: str | None) -> dict[str, Any]:
    """The arguments that a correction holds.

    Raises:
        AnswerUnfit: it is no JSON object.
    """
    found = json_in(text)
    if isinstance(found, dict):
        return found
    raise AnswerUnfit(sentence("the correction must be a JSON object, the arguments of the call"))


def refuse_unless(allowed: Iterable[Verdict], verdict: Verdict) -> None:
    """Lets pass what the agent takes.

    Raises:
        AnswerUnfit: it does not take this verdict.
    """
    if verdict not in allowed:
        raise AnswerUnfit(sentence("it does not take “{verdict}”", verdict=verdict))
