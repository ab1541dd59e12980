"""Reminders: which items come due for a person, and which were given to them by others."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from reviewer_app.store import reminders
from reviewer_app.store.store import Store

DUE_AT_MOST = 500
"""Items that one look reports as due; more of them are said to be that many at least."""

GIVEN_AT_MOST = 10_000
"""Open items of one person that are told apart."""


class Occasion(StrEnum):
    """What a person is reminded of."""

    DUE = "due"
    LATE = "late"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to be reminded of. `id` tells it apart from all others of its occasion."""

    occasion: Occasion
    id: UUID
    workflow: str


class Reminders:
    """Looks what there is to remind this device's person of."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, since: datetime, now: datetime, within: timedelta | None) -> list[Reminder]:
        """What is there to be said now; it may have been said before.

        Args:
            since: items that were due before are left out: they are known to be late.
            now: what is due up to now is late.
            within: how long before its due time an item is reported; None leaves these out.
        """
        me = self._store.device.person_id
        with self._store.reading() as connection:
            given = reminders.given(connection, me, GIVEN_AT_MOST)
            due = (
                reminders.due(connection, me, since, now + within, DUE_AT_MOST)
                if within is not None
                else []
            )
        late = [
            Reminder(Occasion.LATE if due_at <= now else Occasion.DUE, item_id, workflow)
            for item_id, workflow, due_at in due
        ]
        return [*late, *(Reminder(Occasion.GIVEN, fact, workflow) for fact, workflow in given)]
