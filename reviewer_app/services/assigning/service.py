"""Who has what, changed by leads and by who works alone."""

from uuid import UUID

from reviewer_app.domain.queue import Picked
from reviewer_app.services.assigning.asked import (
    HandedOver,
    HandOver,
    ReasonMissing,
    RecipientAway,
    RecipientGone,
    RecipientJudgesNothing,
)
from reviewer_app.services.assigning.balancing import JUDGING, Balancing, Preview
from reviewer_app.services.assigning.moving import Moves, Moving
from reviewer_app.services.leading import check_lead
from reviewer_app.services.progress import Cancelled, Report, never, unreported
from reviewer_app.services.review import ReviewSession
from reviewer_app.store import handing
from reviewer_app.store.store import Store

MOST = 200_000
"""Items that are handed over in one go at most."""

LEFT = "{name} left the team"
"""The reason under which items of somebody who left or was revoked go back to their pools."""


class Assigning:
    """Hands items over: to a person, back to their pools, or shared out; taken back as one act."""

    def __init__(self, store: Store, review: ReviewSession) -> None:
        self._store, self._review = store, review
        self._moving = Moving(store)
        self._balancing = Balancing(store, review.lists)

    def assign(
        self, asked: HandOver, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> HandedOver:
        """Hands items over. It can be taken back as one act.

        Raises:
            OnlyLeads, ReasonMissing, RecipientAway, RecipientGone, RecipientJudgesNothing: nothing
                was handed over.
        """
        people = set() if asked.to is None else {asked.to}
        self._check(people, asked.reason, even_away=asked.even_away)
        ids = self._review.lists.picked(asked.picked, MOST)
        moves = Moves(dict.fromkeys(ids, asked.to), asked.reason.strip())
        return self._do(moves, on_progress, cancelled)

    def preview(self, picked: Picked, *, moves_held: bool = False) -> Preview:
        """Proposes who gets what of this, so that all are done at about the same time.

        What people have stays with them, unless `moves_held`. It changes nothing.

        Raises:
            SearchFaulty: what was picked is a search that cannot be understood.
        """
        return self._balancing.preview(picked, moves_held=moves_held)

    def balance(
        self,
        preview: Preview,
        reason: str,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> HandedOver:
        """Does what was proposed. What somebody moved since then is left out.

        Raises:
            OnlyLeads, ReasonMissing, RecipientAway, RecipientGone, RecipientJudgesNothing: nothing
                was handed over.
        """
        targets = dict[UUID, UUID | None](preview.targets)
        self._check(set(preview.targets.values()), reason)
        moves = Moves(targets, reason.strip(), preview.taken_from)
        return self._do(moves, on_progress, cancelled)

    def return_all(self, person_id: UUID, reason: str) -> int:
        """Gives everything that a person has open back to its pools; gives how many.

        It is for those who left the team, and so no act that undo takes back.

        Raises:
            OnlyLeads, ReasonMissing: nothing was given back.
        """
        self._check(set(), reason)
        with self._store.reading() as connection:
            ids = handing.open_of(connection, person_id)
        theirs = dict.fromkeys(ids, person_id)
        result, _ = self._moving.move(Moves(dict.fromkeys(ids), reason.strip(), theirs))
        return len(result.assigned)

    def return_left(self) -> int:
        """Gives what people who left the team have open back to its pools; gives how many items.

        Raises:
            OnlyLeads: nothing was given back.
        """
        with self._store.reading() as connection:
            gone = handing.gone(connection)
        return sum(self.return_all(one.id, LEFT.format(name=one.name)) for one in gone)

    def _do(self, moves: Moves, on_progress: Report, cancelled: Cancelled) -> HandedOver:
        result, done = self._moving.move(moves, on_progress, cancelled)
        if done is not None:
            self._review.keep(done)
        return result

    def _check(self, people: set[UUID], reason: str, *, even_away: bool = False) -> None:
        """Whether this person may hand over, and each of these can be given items."""
        with self._store.reading() as connection:
            check_lead(connection, self._store.device)
            if not reason.strip():
                raise ReasonMissing
            known = handing.people(connection, people)
        for key in sorted(people):
            person = known.get(key)
            if person is None or person.source is not None or person.same_as is not None:
                raise RecipientGone(person.name if person else str(key))
            if person.revoked_at is not None:
                raise RecipientGone(person.name)
            if person.role not in JUDGING:
                raise RecipientJudgesNothing(person)
            if person.is_away(self._store.now()) and not even_away:
                raise RecipientAway(person)
