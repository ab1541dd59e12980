"""The dialect of the agent inbox: one action with what may be done about it."""

from typing import Any

from reviewer_app.connectors.langgraph.questions import (
    Given,
    Question,
    arguments_in,
    member,
    refuse_unless,
    word,
)
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.vocabulary import OutputType, Verdict

REJECTED = "A person rejected this action. Do not carry it out."
"""What an agent is told where nobody gave a reason."""

_NAMES = ("action_request", "actionRequest")


def is_inbox(value: Any) -> bool:  # noqa: ANN401 - an agent asks with any JSON
    """Whether a value is a `HumanInterrupt`, alone or in a list of one."""
    request = member(_inner(value), *_NAMES)
    config = member(_inner(value), "config")
    return isinstance(request, dict) and isinstance(config, dict)


def question_of(value: Any) -> Question:  # noqa: ANN401 - an agent asks with any JSON
    """What is asked: the action's arguments are what a person judges."""
    inner = _inner(value)
    request = member(inner, *_NAMES)
    arguments = member(request, "args")
    return Question(
        output=text_of(arguments),
        output_type=OutputType.JSON,
        asked=word(inner, "description"),
        name=word(request, "action"),
        allowed=_allowed(inner),
        schema={"type": "object"} if isinstance(arguments, dict) else None,
    )


def answer_for(value: Any, given: Given) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    """The answer, a list of one as this dialect has it.

    Raises:
        AnswerUnfit: the agent does not take it.
    """
    inner = _inner(value)
    request = member(inner, *_NAMES)
    refuse_unless(_allowed(inner), given.verdict)
    if given.verdict is Verdict.APPROVE:
        return [{"type": "accept", "args": request}]
    if given.verdict is Verdict.CORRECT and _may(inner, "edit"):
        return [{"type": "edit", "args": {**request, "args": arguments_in(given.output)}}]
    if given.verdict is Verdict.CORRECT:
        return [{"type": "response", "args": given.output or ""}]
    return [_refusal(inner, given.comment)]


def _inner(value: Any) -> Any:  # noqa: ANN401 - as above
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _refusal(inner: Any, comment: str) -> dict[str, Any]:  # noqa: ANN401 - as above
    """A reason goes where the agent reads it; without one the action is dropped."""
    is_told = _may(inner, "respond") and (comment or not _may(inner, "ignore"))
    if is_told:
        return {"type": "response", "args": comment or REJECTED}
    return {"type": "ignore", "args": None}


def _may(inner: Any, what: str) -> bool:  # noqa: ANN401 - as above
    config = member(inner, "config")
    return member(config, f"allow_{what}", f"allow{what.capitalize()}") is True


def _allowed(inner: Any) -> frozenset[Verdict]:  # noqa: ANN401 - as above
    """What may be done, in our words: an agent that only listens takes what is written as edit."""
    is_question = not _may(inner, "accept") and not _may(inner, "edit")
    ways = {
        Verdict.APPROVE: _may(inner, "accept"),
        Verdict.CORRECT: _may(inner, "edit") or (is_question and _may(inner, "respond")),
        Verdict.REJECT: _may(inner, "ignore") or _may(inner, "respond"),
    }
    return frozenset(verdict for verdict, may in ways.items() if may)
