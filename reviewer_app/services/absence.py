"""Who is away until when: said by themselves or by a lead, and they are given nothing meanwhile."""

from datetime import datetime
from uuid import UUID

from reviewer_app.services.leading import check_lead
from reviewer_app.store import load
from reviewer_app.store.store import Store


class Absence:
    """Says of people that they are away, on this machine."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def set_away(self, person_id: UUID, until: datetime | None) -> None:
        """A person is away until then; None says that they are back.

        Raises:
            OnlyLeads: it is about somebody else, and this person is no lead. Nothing was changed.
        """
        with self._store.writing() as connection:
            if person_id != self._store.device.person_id:
                check_lead(connection, self._store.device)
            load.set_away(connection, person_id, until)
