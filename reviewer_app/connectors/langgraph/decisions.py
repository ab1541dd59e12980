"""One decision about one tool call, as LangChain's middleware takes it."""

from collections.abc import Collection, Iterable
from typing import Any

from reviewer_app.connectors.langgraph.questions import AnswerUnfit, Members
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Verdict

ALL = ("approve", "edit", "reject")
"""What may be decided where an agent does not say."""

NOT_DONE = "A person rejected this action; it was not carried out."
"""What an agent is told in place of a result, where it takes no plain rejection."""


def is_question(types: Collection[str]) -> bool:
    """Whether a call asks a person: what they write is its result, and no tool runs."""
    return "respond" in types and not {"approve", "edit"} & set(types)


def verdicts_of(types: Collection[str]) -> frozenset[Verdict]:
    """The verdicts that these types of decision allow."""
    ways = {
        Verdict.APPROVE: "approve" in types,
        Verdict.CORRECT: "edit" in types or is_question(types),
        Verdict.REJECT: "reject" in types or "respond" in types,
    }
    return frozenset(verdict for verdict, may in ways.items() if may)


def approval(types: Collection[str], call: Members, edited: str) -> dict[str, Any]:
    """The call goes on as it is; an agent that takes edits alone gets it back unchanged."""
    if "approve" in types:
        return {"type": "approve"}
    if "edit" in types:
        return edit(types, call, call, edited)
    raise AnswerUnfit(sentence("“{name}” cannot be let through as it is", name=call["name"]))


def edit(
    types: Collection[str], call: Members, wanted: Members, edited: str = "edited_action"
) -> dict[str, Any]:
    """The call with other arguments.

    Args:
        types: what may be decided.
        call: the call as the agent wants it.
        wanted: the call as it shall be.
        edited: what the agent calls the member that holds it.

    Raises:
        AnswerUnfit: the agent takes no edit of this call.
    """
    if "edit" not in types:
        raise AnswerUnfit(sentence("“{name}” cannot be changed", name=call["name"]))
    return {"type": "edit", edited: {"name": wanted["name"], "args": wanted["args"]}}


def rejection(types: Collection[str], comment: str) -> dict[str, Any]:
    """The call is refused; without a reason the agent's own words for that are best."""
    if "reject" in types:
        return {"type": "reject", "message": comment} if comment else {"type": "reject"}
    if "respond" not in types:
        raise AnswerUnfit(sentence("it does not take “{verdict}”", verdict=Verdict.REJECT))
    return {"type": "respond", "message": f"{NOT_DONE} {comment}".strip()}


def response(types: Collection[str], call: Members, words: str) -> dict[str, Any]:
    """The agent gets these words as the call's result, and no tool runs.

    Raises:
        AnswerUnfit: the agent takes none.
    """
    if "respond" not in types:
        raise AnswerUnfit(sentence("“{name}” cannot be answered in words", name=call["name"]))
    return {"type": "respond", "message": words}


def types_in(values: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON comes in
    """The types of decision that a list names."""
    return _texts(values) if isinstance(values, list) else ALL


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str))
