"""Questions about decisions: a person's last one, today's count, an agent's record."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, and_, exists, func, select

from reviewer_app.domain.records import Decision
from reviewer_app.domain.vocabulary import Origin, Status, Verdict
from reviewer_app.store import gold
from reviewer_app.store.projection import ENTRY
from reviewer_app.store.rows import chunks, record_of, table_of
from reviewer_app.store.tables import DecisionRow, DeclineRow

DECISION = table_of(DecisionRow)
DECLINE = table_of(DeclineRow)


def decision(connection: Connection, decision_id: UUID) -> Decision | None:
    """The decision with this id."""
    query = select(DECISION).where(DECISION.c.id == decision_id)
    row = connection.execute(query).mappings().one_or_none()
    return record_of(Decision, row) if row else None


def is_standing(connection: Connection, made: Decision) -> bool:
    """Whether nobody took the decision back."""
    taken_back = select(DECISION.c.id).where(
        DECISION.c.item_id == made.item_id, DECISION.c.retracts == made.id
    )
    return connection.execute(taken_back.limit(1)).first() is None


def last_standing(connection: Connection, person_id: UUID) -> Decision | None:
    """The latest decision this person made here and did not take back."""
    later = DECISION.alias()
    query = (
        select(DECISION)
        .where(
            DECISION.c.person_id == person_id,
            DECISION.c.origin == Origin.NATIVE,
            DECISION.c.verdict.is_not(None),
            ~exists().where(
                and_(later.c.item_id == DECISION.c.item_id, later.c.retracts == DECISION.c.id)
            ),
        )
        .order_by(DECISION.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).mappings().one_or_none()
    return record_of(Decision, row) if row else None


def count_since(connection: Connection, person_id: UUID, since: datetime) -> int:
    """How many items this person decided since then."""
    query = select(func.count()).where(
        ENTRY.c.decided_at >= since,
        ENTRY.c.decided_by == person_id,
        ENTRY.c.status.in_((Status.RESOLVED, Status.ESCALATED, Status.DISPUTED)),
    )
    return int(connection.execute(query).scalar_one())


def record(connection: Connection, workflow: str, step: str, agent: str) -> tuple[int, int]:
    """How many outputs of an agent on a step were resolved, and how many of them were wrong."""
    query = (
        select(ENTRY.c.verdict, func.count())
        .where(ENTRY.c.workflow == workflow, ENTRY.c.step == step, ENTRY.c.agent == agent)
        .where(ENTRY.c.verdict.is_not(None), ~gold.is_gold(ENTRY.c.item_id))
        .group_by(ENTRY.c.verdict)
    )
    counts = {str(verdict): int(n) for verdict, n in connection.execute(query)}
    total = sum(counts.values())
    return total, total - counts.get(Verdict.APPROVE, 0)


def known_judgements(connection: Connection, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these imported judgements are in the store, as decisions or as declines."""
    found: set[UUID] = set()
    for chunk in chunks(ids):
        for table in (DECISION, DECLINE):
            query = select(table.c.id).where(table.c.id.in_(chunk))
            found.update(connection.execute(query).scalars())
    return found
