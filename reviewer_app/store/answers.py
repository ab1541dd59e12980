"""What became of a person's escalations, of decisions that were overturned, of known items."""

# ruff: noqa: S608 - the statements are put together from constants of this module alone

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, String, Uuid, bindparam, text
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import AnswerReadRow

READ = table_of(AnswerReadRow)

_STANDS = (
    "NOT EXISTS (SELECT 1 FROM decision r WHERE r.item_id = {0}.item_id AND r.retracts = {0}.id)"
)
_CONCLUDES = "IN ('approve', 'correct', 'reject')"

_ESCALATED = f"""
SELECT a.id AS answer, mine.id AS mine, a.item_id AS item, 'escalated' AS kind
FROM escalation e
JOIN decision mine ON mine.id = e.decision_id
JOIN decision a ON a.item_id = e.item_id AND a.id > mine.id
WHERE e.person_id = :me AND a.person_id <> :me AND a.origin = 'native'
  AND a.verdict {_CONCLUDES}
  AND {_STANDS.format("a")} AND {_STANDS.format("mine")}
"""
_OVERTURNED = f"""
SELECT a.id AS answer, mine.id AS mine, a.item_id AS item, 'overturned' AS kind
FROM decision a
JOIN decision mine ON mine.item_id = a.item_id
JOIN json_each(a.settles) s ON replace(s.value, '-', '') = mine.id
WHERE a.settles <> '[]' AND a.person_id <> :me AND mine.person_id = :me
  AND mine.verdict {_CONCLUDES}
  AND (a.verdict <> mine.verdict OR a.correction_digest IS NOT mine.correction_digest)
  AND {_STANDS.format("a")}
"""
_KNOWN = f"""
SELECT d.id AS answer, d.id AS mine, d.item_id AS item, 'known' AS kind
FROM gold g
JOIN decision d ON d.item_id = g.item_id
WHERE d.person_id = :me AND d.verdict {_CONCLUDES}
  AND NOT EXISTS (
    SELECT 1 FROM decision f WHERE f.item_id = d.item_id AND f.person_id = d.person_id
      AND f.verdict {_CONCLUDES} AND f.id < d.id)
"""
"""The first verdict on a known item alone: taking it back afterwards changes no figure."""

_ALL = f"{_ESCALATED} UNION ALL {_OVERTURNED} UNION ALL {_KNOWN}"
_IS_READ = "EXISTS (SELECT 1 FROM answer_read WHERE answer_id = answer AND person_id = :me)"
_ME = bindparam("me", type_=Uuid())

_LATEST = (
    text(f"SELECT *, {_IS_READ} AS is_read FROM ({_ALL}) ORDER BY answer DESC LIMIT :most")
    .bindparams(_ME)
    .columns(answer=Uuid(), mine=Uuid(), item=Uuid(), kind=String())
)
_UNREAD = text(f"SELECT count(*) FROM ({_ALL}) WHERE NOT {_IS_READ}").bindparams(_ME)


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """An answer by its decision, and the decision of the person that it is about."""

    answer: UUID
    mine: UUID
    item: UUID
    kind: str
    is_read: bool


def latest(connection: Connection, person_id: UUID, most: int) -> list[AnswerKey]:
    """The newest answers to a person."""
    rows = connection.execute(_LATEST, {"me": person_id, "most": most})
    return [AnswerKey(r.answer, r.mine, r.item, r.kind, bool(r.is_read)) for r in rows]


def unread(connection: Connection, person_id: UUID) -> int:
    """How many answers a person has not looked at."""
    return int(connection.execute(_UNREAD, {"me": person_id}).scalar_one())


def mark_read(connection: Connection, ids: Iterable[UUID], person_id: UUID) -> None:
    """The person has looked at these answers."""
    rows: Sequence[dict[str, UUID]] = [{"answer_id": key, "person_id": person_id} for key in ids]
    if rows:
        connection.execute(upsert(READ).on_conflict_do_nothing(), rows)
