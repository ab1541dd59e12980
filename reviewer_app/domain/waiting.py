"""The agent that has stopped and waits for an answer, as an item's metadata tell of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse, text_of
from reviewer_app.domain.vocabulary import Verdict

MEMBER = "waiting"
"""The member of the metadata that says so."""

ANSWERS = (Verdict.APPROVE, Verdict.CORRECT, Verdict.REJECT)
"""The verdicts that answer an agent. Handing on answers nothing, and can always be done."""

NAME_AT_MOST, SCHEMA_AT_MOST = 512, 100_000
"""Characters of a name, and of a schema, beyond which nothing of it is believed."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A waiting action: which verdicts the agent can take, and what a correction must look like.

    Attributes:
        kind: what waits, such as `langgraph`.
        id: how whatever waits is found there.
        allowed: the verdicts that the agent takes as an answer.
        expires_at: when it stops waiting, where that is known.
        schema: the JSON Schema, as text, that a corrected output must keep to; None where any will
            do.
    """

    kind: str
    id: str
    allowed: frozenset[Verdict]
    expires_at: datetime | None = None
    schema: str | None = None

    def takes(self, verdict: Verdict) -> bool:
        """Whether this verdict can be given: one that the agent takes, or handing it on."""
        return verdict not in ANSWERS or verdict in self.allowed

    @property
    def takes_in_order(self) -> tuple[Verdict, ...]:
        """The verdicts that the agent takes, in the order in which they are offered."""
        return tuple(verdict for verdict in ANSWERS if verdict in self.allowed)

    @property
    def member(self) -> dict[str, Any]:
        """This as the member of the metadata that it is read from."""
        told: dict[str, Any] = {"kind": self.kind, "id": self.id}
        told["allowed"] = [str(verdict) for verdict in self.takes_in_order]
        if self.expires_at is not None:
            told["expires_at"] = self.expires_at.isoformat()
        if self.schema is not None:
            told["schema"] = parse(self.schema)
        return told


def waiting_in(meta: str) -> Waiting | None:
    """The agent that waits, by an item's metadata; None where none does, or they make no sense.

    Metadata come from outside: whatever is not exactly as it must be counts as not waiting.
    """
    if f'"{MEMBER}"' not in meta:
        return None
    try:
        members = parse(meta)
    except JsonRefused:
        return None
    return waiting_of(members.get(MEMBER)) if isinstance(members, dict) else None


def waiting_of(member: object) -> Waiting | None:
    """The agent that waits, by the member of the metadata; None where it makes no sense."""
    if not isinstance(member, Mapping):
        return None
    kind, named = member.get("kind"), member.get("id")
    if not (_is_name(kind) and _is_name(named)):
        return None
    allowed, schema = _verdicts(member.get("allowed")), _schema(member.get("schema"))
    if allowed is None or schema is None:
        return None
    try:
        expires_at = _moment(member.get("expires_at"))
    except (TypeError, ValueError, OverflowError):
        return None
    return Waiting(str(kind), str(named), allowed, expires_at, schema or None)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= NAME_AT_MOST


def _verdicts(value: object) -> frozenset[Verdict] | None:
    """The verdicts of a list; None where it is none, or names something else."""
    if not isinstance(value, list) or len(value) > len(ANSWERS):
        return None
    return frozenset(map(Verdict, value)) if _are_answers(value) else None


def _are_answers(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) and value in ANSWERS for value in values)


def _schema(value: object) -> str | None:
    """A schema's text, empty where there is none; None where it cannot be one."""
    if value is None:
        return ""
    if not isinstance(value, dict):
        return None
    text = text_of(value)
    return text if len(text) <= SCHEMA_AT_MOST else None


def _moment(value: object) -> datetime | None:
    """A time with its zone; a naive one is UTC."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError
    found = datetime.fromisoformat(value)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
