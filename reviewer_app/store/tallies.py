"""Counts by kind of what a hub gave to this machine, to be compared with its own."""

from sqlalchemy import Connection, func, select

from reviewer_app.store import tables
from reviewer_app.store.journal import ROWS
from reviewer_app.store.rows import table_of

HELD = table_of(tables.HeldRow)
JOURNAL = table_of(tables.JournalRow)
REFUSAL = table_of(tables.HubRefusalRow)

_ABOUT_NO_ITEM = frozenset({"policy_version", "mode_change"})


def tally(connection: Connection) -> dict[str, int]:
    """How many items are in this person's reach here, and how many facts about them by kind.

    A fact that the hub did not take is not counted, and one that two chains hold is counted
    twice, as on the hub.
    """
    held = connection.execute(select(func.count()).select_from(HELD)).scalar_one()
    counts = {"item": int(held)}
    for kind, row in ROWS.items():
        if kind in _ABOUT_NO_ITEM:
            continue
        fact = table_of(row)
        query = (
            select(func.count())
            .select_from(
                HELD.join(fact, fact.c.item_id == HELD.c.item_id)
                .join(JOURNAL, JOURNAL.c.fact_id == fact.c.id)
                .outerjoin(REFUSAL, REFUSAL.c.fact_id == fact.c.id)
            )
            .where(REFUSAL.c.fact_id.is_(None))
        )
        counts[kind] = int(connection.execute(query).scalar_one())
    return {kind: n for kind, n in counts.items() if n}
