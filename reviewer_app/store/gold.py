"""Known items: the reserve, what was seeded among the others, and how people answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain.records import Gold, Reserved
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.store.rows import add_all, all_of, record_of, table_of
from reviewer_app.store.tables import DecisionRow, DecisionTextRow, GoldReserveRow, GoldRow

GOLD, RESERVE = table_of(GoldRow), table_of(GoldReserveRow)
DECISION, TEXT = table_of(DecisionRow), table_of(DecisionTextRow)

_CONCLUDES = ("approve", "correct", "reject")


@dataclass(frozen=True, slots=True)
class Stock:
    """What the reserve has of a step: how many wait, and how many were seeded."""

    workflow: str
    step: str
    waiting: int
    seeded: int


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """What a person first said of a known item."""

    person_id: UUID
    item_id: UUID
    decision_id: UUID
    verdict: Verdict
    correction: str | None


def is_gold(item_id: Column[UUID]) -> ColumnElement[bool]:
    """Whether the item is a known one: it teaches nothing about agents, and is no precedent."""
    return exists().where(GOLD.c.item_id == item_id)


def known(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Gold]:
    """What is right of those of these items that are known ones."""
    return {g.item_id: g for g in all_of(connection, GoldRow, Gold, "item_id", ids)}


def reserve(connection: Connection, fresh: Sequence[Reserved]) -> int:
    """Puts known outputs into the reserve; gives how many were not there yet."""
    added = 0
    for one in fresh:
        statement = upsert(RESERVE).values(**one.model_dump()).on_conflict_do_nothing()
        added += connection.execute(statement).rowcount
    return added


def waiting(connection: Connection, workflow: str, step: str, limit: int) -> list[Reserved]:
    """Known outputs of a step that were not seeded yet. Their ids are hashes, so is their order."""
    query = (
        select(RESERVE)
        .where(RESERVE.c.workflow == workflow, RESERVE.c.step == step, RESERVE.c.item_id.is_(None))
        .order_by(RESERVE.c.id)
        .limit(limit)
    )
    return [record_of(Reserved, row) for row in connection.execute(query).mappings()]


def mark_seeded(connection: Connection, seeded: Sequence[tuple[Reserved, Gold]]) -> None:
    """These became items."""
    add_all(connection, GoldRow, [gold for _, gold in seeded])
    for one, gold in seeded:
        connection.execute(
            update(RESERVE).where(RESERVE.c.id == one.id).values(item_id=gold.item_id)
        )


def stocks(connection: Connection) -> list[Stock]:
    """What the reserve has, step by step."""
    seeded = func.count(RESERVE.c.item_id)
    query = (
        select(RESERVE.c.workflow, RESERVE.c.step, func.count() - seeded, seeded)
        .group_by(RESERVE.c.workflow, RESERVE.c.step)
        .order_by(RESERVE.c.workflow, RESERVE.c.step)
    )
    return [Stock(*row) for row in connection.execute(query)]


def first_answers(connection: Connection, item_id: UUID | None = None) -> list[FirstAnswer]:
    """What everybody first said of known items, taken back since or not."""
    earlier = DECISION.alias()
    said_before = exists().where(
        earlier.c.item_id == DECISION.c.item_id,
        earlier.c.person_id == DECISION.c.person_id,
        earlier.c.verdict.in_(_CONCLUDES),
        earlier.c.id < DECISION.c.id,
    )
    columns = (DECISION.c.person_id, DECISION.c.item_id, DECISION.c.id, DECISION.c.verdict)
    query = (
        select(*columns, TEXT.c.correction)
        .select_from(
            GOLD.join(DECISION, DECISION.c.item_id == GOLD.c.item_id).outerjoin(
                TEXT, TEXT.c.decision_id == DECISION.c.id
            )
        )
        .where(DECISION.c.verdict.in_(_CONCLUDES), ~said_before)
        .order_by(DECISION.c.id)
    )
    if item_id is not None:
        query = query.where(GOLD.c.item_id == item_id)
    return [
        FirstAnswer(row.person_id, row.item_id, row.id, Verdict(row.verdict), row.correction)
        for row in connection.execute(query)
    ]
