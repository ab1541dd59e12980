"""An interrupt as the record that intake takes, with what leads back to the agent that waits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reviewer_app.connectors.langgraph.dialects import (
    Dialect,
    Question,
    dialect_of,
    question_of,
    value_digest,
)
from reviewer_app.connectors.langgraph.options import Connection
from reviewer_app.connectors.langgraph.questions import (
    KIND,
    Members,
    member,
    waiting_id,
    word,
)
from reviewer_app.connectors.langgraph.threads import Interrupt, State, Thread
from reviewer_app.connectors.web.fields import Fields, found_by
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.json.text import parse_object, text_of
from reviewer_app.domain.lookup import Limits
from reviewer_app.domain.waiting import MEMBER, Waiting

TRACE_AT_MOST = 4_000_000
"""Characters of a thread's messages that come along, the latest ones."""

SEVERAL_STEP = "tool calls"
"""The step of several calls that wait together."""

_OF_OUTPUT = ("output", "output_type")
_PEOPLE = frozenset({"human", "user"})


@dataclass(frozen=True, slots=True)
class Found:
    """An interrupt where it was found."""

    thread: Thread
    state: State
    interrupt: Interrupt

    @property
    def raw(self) -> dict[str, Any]:
        """What expressions of a mapping are looked up in."""
        return {
            "value": self.interrupt.value,
            "values": self.state.values,
            "metadata": self.thread.metadata,
            "task": self.interrupt.task,
            "thread_id": self.thread.id,
            "interrupt_id": self.interrupt.id,
            "updated_at": self.thread.updated_at,
        }


def incoming_of(found: Found, connection: Connection, limits: Limits) -> Incoming | Problem:
    """What comes in of an interrupt.

    What leads back to the agent is put in last, so that neither a mapping nor anything that an
    agent says can take its place: the answer goes to the thread that was read, bound to the digest
    of the value that was read, and both stay with the content that people judge.
    """
    thread, interrupt = found.thread, found.interrupt
    is_free = dialect_of(interrupt.value) is Dialect.FREE
    shown = shown_of(found, connection.fields) if is_free else interrupt.value
    question = question_of(interrupt.value, interrupt.schema, shown)
    place = f"{thread.id}:{interrupt.id}"
    record = {**_record(found, question), "id": place}
    fields = _without_output(connection.fields)
    taken = fields.incoming(place, found.raw, record, limits)
    if isinstance(taken, Problem):
        return taken
    named = waiting_id(thread.id, interrupt.id)
    waiting = Waiting(KIND, named, question.allowed, None, _schema_text(question))
    back = _way_back(found, connection, is_text=isinstance(shown, str))
    meta = parse_object(taken.meta)[0] | {KIND: back, MEMBER: waiting.member}
    return replace(taken, meta=text_of(meta))


def shown_of(found: Found, fields: Fields) -> Any:  # noqa: ANN401 - an agent asks with any JSON
    """What a person judges of a free value: the part that is mapped, where it is there."""
    wanted = fields.expressions.get("output")
    part = found_by(wanted, found.raw) if wanted is not None else None
    return found.interrupt.value if part is None else part


def _without_output(fields: Fields) -> Fields:
    """The mapped fields beside the output, which is found by the dialect."""
    rest = {name: way for name, way in fields.expressions.items() if name not in _OF_OUTPUT}
    return Fields(rest)


def _record(found: Found, question: Question) -> dict[str, Any]:
    graph = word(found.thread.metadata, "graph_id")
    messages = member(found.state.values, "messages")
    asked = _last_request(messages)
    several = SEVERAL_STEP if dialect_of(found.interrupt.value) is Dialect.BATCH else ""
    return {
        "workflow": graph or None,
        "step": question.name or several or found.interrupt.task or None,
        "agent": graph or None,
        "created_at": found.state.created_at,
        "input": "\n\n".join(part for part in (asked, question.asked) if part) or None,
        "output": question.output,
        "output_type": str(question.output_type),
        "metadata": dict(found.thread.metadata),
        "trace": _trace(messages),
    }


def _way_back(found: Found, connection: Connection, *, is_text: bool) -> dict[str, Any]:
    metadata, interrupt = found.thread.metadata, found.interrupt
    assistant = word(metadata, "assistant_id") or word(metadata, "graph_id")
    return {
        "thread_id": found.thread.id,
        "interrupt_id": interrupt.id,
        "dialect": str(dialect_of(interrupt.value)),
        "assistant": connection.assistant or assistant,
        "checkpoint": found.state.checkpoint,
        "value_digest": value_digest(interrupt.value),
        "shown": "text" if is_text else "json",
    }


def _schema_text(question: Question) -> str | None:
    return None if question.schema is None else text_of(question.schema)


def _last_request(messages: Any) -> str:  # noqa: ANN401 - any JSON comes in
    """What a person last asked of the agent."""
    listed = messages if isinstance(messages, list) else []
    said = (one for one in reversed(listed) if _PEOPLE & {word(one, "type"), word(one, "role")})
    return _text(member(next(said, None), "content"))


def _text(content: Any) -> str:  # noqa: ANN401 - any JSON comes in
    """The words of a message, which may come in parts."""
    if isinstance(content, list):
        return "\n".join(part for part in map(_part, content) if part)
    return content if isinstance(content, str) else ""


def _part(part: Any) -> str:  # noqa: ANN401 - any JSON comes in
    return part if isinstance(part, str) else word(part, "text")


def _trace(messages: Any) -> list[Mapping[str, Any]] | None:  # noqa: ANN401 - any JSON comes in
    """The messages that fit, the latest ones, in the order in which they were said."""
    listed = (
        [one for one in messages if isinstance(one, dict)] if isinstance(messages, list) else []
    )
    kept = list(_fitting(listed))
    return kept[::-1] or None


def _fitting(messages: Sequence[Members]) -> Iterator[Members]:
    left = TRACE_AT_MOST
    for one in reversed(messages):
        left -= len(text_of(one))
        if left < 0:
            return
        yield one
