"""What became of what a person decided: answered, confirmed, disputed, settled, overtaken."""

# ruff: noqa: S608 - the statements are put together from constants of this module alone

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, String, Uuid, bindparam, text
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import AnswerReadRow

READ = table_of(AnswerReadRow)

LOOKED_BACK = 2_000
"""The latest decisions of a person of which it is told what became of them."""

_SELVES = "(SELECT id FROM person WHERE id = :me OR same_as = :me)"
_CONCLUDES = "IN ('approve', 'correct', 'reject')"
_STANDS = (
    "NOT EXISTS (SELECT 1 FROM decision r WHERE r.item_id = {0}.item_id AND r.retracts = {0}.id)"
)
# A plus keeps SQLite from following another index than that of the item, which has few decisions;
# a CROSS JOIN keeps what there is little of in front.
_LATEST_OF_PERSON = (
    "NOT EXISTS (SELECT 1 FROM decision l WHERE l.item_id = {0}.item_id AND +l.id > {0}.id "
    "AND +l.person_id = {0}.person_id AND l.verdict IS NOT NULL AND " + _STANDS.format("l") + ")"
)
_LAST_TO_SETTLE = (
    "NOT EXISTS (SELECT 1 FROM decision b WHERE b.item_id = {0}.item_id AND b.settles <> '[]' "
    "AND +b.id > {0}.id AND " + _STANDS.format("b") + ")"
)
_DIFFERS = "({0}.verdict <> {1}.verdict OR {0}.correction_digest IS NOT {1}.correction_digest)"

_MINE = f"""
SELECT m.* FROM (
  SELECT id, item_id, person_id, verdict, correction_digest, decided_at, informed
  FROM decision WHERE person_id = :me AND verdict {_CONCLUDES} AND origin = 'native'
  ORDER BY id DESC LIMIT {LOOKED_BACK}
) m WHERE {_STANDS.format("m")} AND {_LATEST_OF_PERSON.format("m")}
"""
_ESCALATED = f"""
SELECT a.id AS answer, mine.id AS mine, a.item_id AS item, 'escalated' AS kind, a.id AS ordered
FROM escalation e
JOIN decision mine ON mine.id = e.decision_id
JOIN decision a ON a.item_id = e.item_id AND a.id > mine.id
JOIN queue_entry q ON q.item_id = a.item_id
JOIN selection s ON s.item_id = a.item_id
WHERE e.person_id = :me AND a.person_id NOT IN {_SELVES} AND a.origin = 'native'
  AND a.verdict {_CONCLUDES}
  AND (q.verdict IS NOT NULL OR q.status = 'disputed' OR NOT (s.blind OR s.reviews_needed > 1))
  AND {_STANDS.format("a")} AND {_STANDS.format("mine")}
"""
_BESIDE = f"""
SELECT coalesce(max(CASE WHEN {_DIFFERS.format("a", "mine")} THEN a.id END), max(a.id)) AS answer,
  mine.id AS mine, mine.item_id AS item,
  CASE q.status WHEN 'disputed' THEN 'disputed' ELSE 'confirmed' END AS kind,
  max(a.id) AS ordered
FROM mine
JOIN queue_entry q ON q.item_id = mine.item_id AND q.status IN ('disputed', 'resolved')
JOIN selection s ON s.item_id = mine.item_id
JOIN decision a ON a.item_id = mine.item_id
WHERE a.person_id NOT IN {_SELVES} AND a.origin = 'native' AND a.verdict {_CONCLUDES}
  AND (NOT mine.informed OR a.id > mine.id)
  AND {_STANDS.format("a")} AND {_LATEST_OF_PERSON.format("a")}
  AND (q.status = 'disputed' OR NOT EXISTS (SELECT 1 FROM decision b
    WHERE b.item_id = mine.item_id AND b.settles <> '[]' AND {_STANDS.format("b")}))
GROUP BY mine.id, mine.item_id, q.status, s.reviews_needed
HAVING q.status = 'disputed' OR count(*) >= s.reviews_needed
"""
"""Of what two people were to judge anyway, that they agreed is no news; one more who did is."""

_SETTLED = f"""
SELECT a.id AS answer, mine.id AS mine, a.item_id AS item,
  CASE WHEN {_DIFFERS.format("a", "mine")} THEN 'overturned' ELSE 'upheld' END AS kind,
  a.id AS ordered
FROM mine
JOIN queue_entry q ON q.item_id = mine.item_id AND q.status <> 'disputed'
JOIN decision a ON a.item_id = mine.item_id
WHERE a.settles <> '[]' AND a.person_id NOT IN {_SELVES}
  AND {_STANDS.format("a")} AND {_LAST_TO_SETTLE.format("a")}
"""
_MOVED = f"""
SELECT g.id AS answer, mine.id AS mine, mine.item_id AS item, 'moved' AS kind, g.id AS ordered
FROM mine
JOIN assignment g ON g.item_id = mine.item_id AND g.id < mine.id
WHERE g."to" IS NOT NULL AND g."to" NOT IN {_SELVES} AND g.person_id NOT IN {_SELVES}
  AND NOT EXISTS (SELECT 1 FROM assignment h
    WHERE h.item_id = g.item_id AND h.id > g.id AND h.id < mine.id)
  AND ((SELECT role FROM person WHERE id = :me) = 'reviewer' OR EXISTS (SELECT 1 FROM assignment h
    WHERE h.item_id = g.item_id AND h.id < g.id AND h."to" = :me))
"""
"""Who leads sees what others have and may decide it; a reviewer who did has not known of it."""

_REVISED = """
SELECT newer.id AS answer, mine.id AS mine, mine.item_id AS item, 'revised' AS kind,
  mine.id AS ordered
FROM mine
JOIN queue_entry q ON q.item_id = mine.item_id AND q.status = 'superseded'
JOIN item i ON i.id = mine.item_id
JOIN item newer ON newer.source = i.source AND newer.external_id = i.external_id
  AND newer.revision = i.revision + 1
WHERE newer.pulled_at <= mine.decided_at
"""
_OPPOSED = f"""
SELECT d.id AS answer, a.id AS mine, a.item_id AS item, 'opposed' AS kind, d.id AS ordered
FROM decision a
CROSS JOIN decision d ON d.item_id = a.item_id
WHERE a.settles <> '[]' AND +a.person_id = :me
  AND {_STANDS.format("a")} AND {_LAST_TO_SETTLE.format("a")}
  AND d.person_id NOT IN {_SELVES} AND d.origin = 'native' AND d.settles = '[]'
  AND d.verdict {_CONCLUDES} AND {_DIFFERS.format("d", "a")}
  AND {_STANDS.format("d")} AND {_LATEST_OF_PERSON.format("d")}
  AND NOT EXISTS (SELECT 1 FROM json_each(a.settles) n WHERE replace(n.value, '-', '') = d.id)
"""
_WITHDRAWN = f"""
SELECT w.id AS answer, a.id AS mine, a.item_id AS item, 'withdrawn' AS kind, w.id AS ordered
FROM decision a
CROSS JOIN decision w ON w.item_id = a.item_id AND w.id > a.id
WHERE a.settles <> '[]' AND +a.person_id = :me AND w.retracts IS NOT NULL
  AND w.person_id NOT IN {_SELVES}
  AND {_STANDS.format("a")} AND {_LAST_TO_SETTLE.format("a")}
"""
_KNOWN = f"""
SELECT d.id AS answer, d.id AS mine, d.item_id AS item, 'known' AS kind, d.id AS ordered
FROM gold g
CROSS JOIN decision d ON d.item_id = g.item_id
WHERE +d.person_id = :me AND d.verdict {_CONCLUDES}
  AND NOT EXISTS (
    SELECT 1 FROM decision f WHERE f.item_id = d.item_id AND f.person_id = d.person_id
      AND f.verdict {_CONCLUDES} AND f.id < d.id)
"""
"""The first verdict on a known item alone: taking it back afterwards changes no figure."""

_PARTS = (
    *(_ESCALATED, _BESIDE, _SETTLED, _MOVED, _REVISED),
    *(_OPPOSED, _WITHDRAWN, _KNOWN),
)
_ALL = " UNION ALL ".join(f"SELECT * FROM ({part})" for part in _PARTS)
_WITH = f"WITH mine AS MATERIALIZED ({_MINE})"
_IS_READ = "EXISTS (SELECT 1 FROM answer_read WHERE answer_id = answer AND person_id = :me)"
_ME = bindparam("me", type_=Uuid())

_LATEST = (
    text(f"{_WITH} SELECT *, {_IS_READ} AS is_read FROM ({_ALL}) ORDER BY ordered DESC LIMIT :most")
    .bindparams(_ME)
    .columns(answer=Uuid(), mine=Uuid(), item=Uuid(), kind=String())
)
_UNREAD = text(f"{_WITH} SELECT count(*) FROM ({_ALL}) WHERE NOT {_IS_READ}").bindparams(_ME)


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """An answer by the fact that it is, and the decision of the person that it is about.

    The fact is a decision; where an item was moved an assignment, where revised the new item.
    """

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
