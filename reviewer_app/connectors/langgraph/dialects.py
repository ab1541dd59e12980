"""The forms in which LangGraph agents ask a person, and the answers that each of them takes."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

from reviewer_app.connectors.langgraph import batch, call, free, inbox
from reviewer_app.connectors.langgraph.questions import (
    AnswerUnfit,
    Given,
    Members,
    Question,
    refuse_unless,
    value_digest,
)
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.domain.waiting import ANSWERS

__all__ = [
    "AnswerUnfit",
    "Dialect",
    "Given",
    "Question",
    "answer_for",
    "dialect_of",
    "question_of",
    "value_digest",
]


class Dialect(StrEnum):
    """How an agent asks."""

    INBOX = "inbox"
    BATCH = "batch"
    CALL = "call"
    FREE = "free"


_AS_IT_IS = object()


def dialect_of(value: Any) -> Dialect:  # noqa: ANN401 - an agent asks with any JSON
    """The dialect of an interrupt's value, told by its shape."""
    if inbox.is_inbox(value):
        return Dialect.INBOX
    if batch.is_batch(value):
        return Dialect.BATCH
    return Dialect.CALL if call.is_call(value) else Dialect.FREE


def question_of(
    value: Any,  # noqa: ANN401 - as above
    schema: Members | None = None,
    shown: Any = _AS_IT_IS,  # noqa: ANN401 - as above
) -> Question:
    """What a person judges of an interrupt.

    Args:
        value: what the agent asks with.
        schema: its `response_schema`, where it has one.
        shown: the part of a free value that is the output; the whole of it without.
    """
    asked = _question(value, schema, value if shown is _AS_IT_IS else shown)
    return asked if Verdict.CORRECT in asked.allowed else replace(asked, schema=None)


def _question(value: Any, schema: Members | None, shown: Any) -> Question:  # noqa: ANN401 - as above
    match dialect_of(value):
        case Dialect.INBOX:
            return inbox.question_of(value)
        case Dialect.BATCH:
            return batch.question_of(value)
        case Dialect.CALL:
            return call.question_of(value, schema)
        case Dialect.FREE:
            return free.question_of(shown, schema)


def answer_for(
    value: Any,  # noqa: ANN401 - as above
    given: Given,
    schema: Members | None = None,
    shown: Any = _AS_IT_IS,  # noqa: ANN401 - as above
) -> Any:  # noqa: ANN401 - as above
    """The value to resume with, checked by the agent's own schema where it gave one.

    Raises:
        AnswerUnfit: the agent does not take what was decided.
    """
    refuse_unless(ANSWERS, given.verdict)
    answer = _answer(value, given, schema, value if shown is _AS_IT_IS else shown)
    fault = free.fault_in(answer, schema)
    if fault is not None:
        raise AnswerUnfit(sentence("by its own schema {fault}", fault=fault))
    return answer


def _answer(value: Any, given: Given, schema: Members | None, shown: Any) -> Any:  # noqa: ANN401 - as above
    match dialect_of(value):
        case Dialect.INBOX:
            return inbox.answer_for(value, given)
        case Dialect.BATCH:
            return batch.answer_for(value, given)
        case Dialect.CALL:
            return call.answer_for(value, given, schema)
        case Dialect.FREE:
            return free.answer_for(shown, given, schema)
