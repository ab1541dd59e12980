"""Who is away until when: said by themselves or by a lead, and they are given nothing meanwhile."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from reviewer_app.services.leading import check_lead
from reviewer_app.store import load, membership
from reviewer_app.store.store import Store


class Absence:
    """Says of people that they are away: to the team's hub where there is one, and here."""

    def __init__(self, store: Store, tell_hub: Callable[[UUID, datetime | None], None]) -> None:
        """Takes the store, and what tells the hub; it is asked only in a team."""
        self._store, self._tell_hub = store, tell_hub

    def set_away(self, person_id: UUID, until: datetime | None) -> None:
        """A person is away until then; None says that they are back.

        Raises:
            OnlyLeads: it is about somebody else, and this person is no lead.
            ReviewerError: the hub cannot be told. Nothing was changed then, as above.
        """
        with self._store.reading() as connection:
            if person_id != self._store.device.person_id:
                check_lead(connection, self._store.device)
            is_joined = membership.joined(connection) is not None
        if is_joined:
            self._tell_hub(person_id, until)
        with self._store.writing() as connection:
            load.set_away(connection, person_id, until)
