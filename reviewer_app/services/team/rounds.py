"""A round of exchange with the hub: up, down, who holds what, and both sides counted."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from reviewer_app.domain import signing
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.records import Person
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.team import SyncState
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.keys import Keys
from reviewer_app.services.progress import Cancelled, never
from reviewer_app.services.team import segments, sending
from reviewer_app.services.team.access import Access
from reviewer_app.services.team.greeting import clock_notes, greet
from reviewer_app.services.team.receiving import Fields, Receiver
from reviewer_app.services.team.results import RoundResult, Standing
from reviewer_app.services.team.room import Room
from reviewer_app.services.team.surroundings import look_around, returned_notes
from reviewer_app.store import identity, leases, membership, received, tallies, unsent
from reviewer_app.store.hub import members, wire
from reviewer_app.store.hub.errors import ChainForked, HubDenied, HubUnreachable
from reviewer_app.store.hub.wire import Greeting
from reviewer_app.store.store import Store

log = logging.getLogger("reviewer.sync")

COMPARED_EVERY = timedelta(minutes=10)

Step = Callable[[int, int], None]
"""Told while a round goes on: how much was sent and received so far."""


@dataclass
class _Course:
    """What a round came to so far."""

    up: int = 0
    down: int = 0
    conflicts: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Means:
    """What is done with contents that come, or go.

    Attributes:
        fields: gives the searchable values in an item's metadata.
        room: says how much content this machine takes.
        tidy: leaves no trace in the files of what others erased.
        returns: gives what people who left the team had open back to its pools, how many items.
    """

    fields: Fields
    room: Callable[[], Room]
    tidy: Callable[[], None]
    returns: Callable[[], int]


class Rounds:
    """Rounds with the hub of this profile. One at a time; every part of one may be repeated."""

    def __init__(
        self,
        store: Store,
        access: Access,
        keys: Keys,
        means: Means,
    ) -> None:
        """Takes what a round needs.

        Args:
            store: what is exchanged.
            access: the way to the hub.
            keys: signs entries, and vouches for others' chains.
            means: what is done with contents that come.
        """
        self._store, self._access = store, access
        self._keys, self._means = keys, means
        self._trouble = ""

    def run(
        self,
        on_step: Step = lambda _up, _down: None,
        cancelled: Cancelled = never,
        *,
        compares: bool = True,
    ) -> RoundResult:
        """One round. What was exchanged before it broke off stays exchanged.

        A hub that cannot be reached is no error: the result says so.

        Raises:
            NotInTeam: this profile belongs to no team.
            HubOlder, HubNewerThanUs: nothing was exchanged.
        """
        course = _Course()
        try:
            return self._run(course, on_step, cancelled, compares=compares)
        except ChainForked:
            segments.begin(self._store, self._access)
            return self._run(course, on_step, cancelled, compares=compares)
        except (HubUnreachable, HubDenied) as error:
            self._keep(trouble=error.told)
            log.info("a round broke off: %s", type(error).__name__)
            return replace(
                _broken(error), up=course.up, down=course.down, notes=tuple(course.notes)
            )

    def standing(self) -> Standing:
        """How this machine stands with its hub, without asking it."""
        with self._store.reading() as connection:
            hub = membership.joined(connection)
            if hub is None:
                return Standing()
            state = membership.state(connection, hub.hub_id)
            count, since = unsent.standing(connection, self._store.device.id)
            taken = leases.checked_out(connection, self._store.now(), self._store.device.person_id)
            return Standing(
                is_member=True,
                address=hub.address,
                unsent=count,
                unsent_since=since,
                reached_at=state.reached_at,
                trouble=self._trouble if self._trouble == state.trouble else state.trouble,
                checked_out=len(taken),
                refused=len(unsent.refusals(connection)),
                clock_seconds=state.clock_seconds,
            )

    def look(self) -> RoundResult:
        """Whether the hub answers now, and both sides counted, without exchanging anything."""
        try:
            with self._access.connected() as link:
                greet(self._store, link)
                there, _ = wire.tally(link)
        except (HubUnreachable, HubDenied) as error:
            return _broken(error)
        with self._store.reading() as connection:
            return RoundResult(here=tallies.tally(connection), there=there)

    def refresh_policy(self) -> bool:
        """Brings the team's people and policies here, before a pull; whether the hub answered."""
        try:
            with self._access.connected() as link:
                greeting = greet(self._store, link)
                self._receiver(link).take_team()
                self._note_me(greeting.person)
        except (HubUnreachable, HubDenied) as error:
            self._keep(trouble=error.told)
            return False
        return True

    def fetch_content(self, item_id: UUID) -> bool:
        """Brings an item's whole content here; whether it is here now."""
        try:
            with self._access.connected() as link:
                found = wire.contents(link, [item_id])
        except ReviewerError:
            return False
        with self._store.writing() as connection:
            received.put_contents(connection, found, self._means.fields)
        return bool(found)

    def _run(
        self, course: _Course, on_step: Step, cancelled: Cancelled, *, compares: bool
    ) -> RoundResult:
        may_send = self._sign(course)
        with self._access.connected() as link:
            greeting = greet(self._store, link)
            state = self._begin(link, greeting, course)

            def sent(n: int) -> None:
                course.up += n
                on_step(course.up, course.down)

            if may_send:
                course.notes += sending.send(self._store, link, greeting, sent, cancelled)
                if course.up:
                    greet(self._store, link)  # leads read what waits here as it is now
            state = self._with_sent(state)
            receiver = self._receiver(link)
            state = receiver.receive(state, cancelled)
            course.down, course.conflicts = receiver.down, receiver.conflicts
            on_step(course.up, course.down)
            role = greeting.person.role
            course.notes += look_around(self._store, link, role, self._keys)
            here, there = self._compare(link, state, course, asked=compares)
        if receiver.erased:
            self._means.tidy()
        if role == Role.LEAD and not cancelled():
            course.notes += returned_notes(self._means.returns())
        self._keep(trouble="", reached_at=self._store.now())
        return RoundResult(
            course.up, course.down, course.conflicts, here, there, notes=tuple(course.notes)
        )

    def _sign(self, course: _Course) -> bool:
        """Signs what waits for it; what cannot be signed is not sent, and the rest goes on."""
        try:
            self._keys.sign_pending(self._store.device.id)
        except ReviewerError as error:
            course.notes.append(error.told)
            return False
        return True

    def _begin(self, link: "wire.Link", greeting: Greeting, course: _Course) -> SyncState:
        """Where to go on: from the start where the hub is not the one that was read from."""
        self._note_me(greeting.person)
        keys = self._store.device.public_key
        if keys != greeting.public_key and signing.extends(greeting.public_key, keys):
            members.change_key(link, keys)
        segments.catch_up(self._store, link, greeting, self._receiver(link))
        apart = (self._store.now() - greeting.now).total_seconds()
        course.notes += clock_notes(apart)
        with self._store.reading() as connection:
            state = membership.state(connection, greeting.hub_id)
        state = state.model_copy(update={"clock_seconds": apart})
        if state.epoch != greeting.epoch or not self._is_there(link, state):
            if state.epoch:
                course.notes.append(
                    sentence("The hub was restored or replaced. Everything is compared anew.")
                )
                with self._store.writing() as connection:
                    unsent.send_again(connection)
            state = SyncState(hub_id=greeting.hub_id, epoch=greeting.epoch, clock_seconds=apart)
        return state

    def _with_sent(self, state: SyncState) -> SyncState:
        """The place in the feed, with what was sent meanwhile."""
        with self._store.reading() as connection:
            kept = membership.state(connection, state.hub_id)
        return state.model_copy(update={"sent_n": kept.sent_n})

    def _is_there(self, link: "wire.Link", state: SyncState) -> bool:
        if state.last_subject is None:
            return True
        return wire.has_read(link, state.xid, state.seq, state.last_subject)

    def _compare(
        self, link: "wire.Link", state: SyncState, course: _Course, *, asked: bool
    ) -> tuple[Mapping[str, int] | None, Mapping[str, int] | None]:
        """Both sides counted; where they differ, everything in reach is read again."""
        due = state.compared_at is None or self._store.now() - state.compared_at > COMPARED_EVERY
        if not state.is_whole or not (asked or due):
            return None, None
        there, is_settled = wire.tally(link)
        if not is_settled:
            state = self._receiver(link).receive(state, never)
            there, is_settled = wire.tally(link)
        with self._store.reading() as connection:
            here = tallies.tally(connection)
        update: dict[str, object] = {"compared_at": self._store.now()}
        if here != there and is_settled:
            log.warning("counts differ: here %s, there %s", here, there)
            update |= {"is_whole": False, "reading_after": None}
            course.notes.append(
                sentence(
                    "The hub and this machine do not have the same. Everything is read again in "
                    "the next round; nothing is lost."
                )
            )
        with self._store.writing() as connection:
            membership.put_state(connection, state.model_copy(update=update))
        return here, there

    def _receiver(self, link: "wire.Link") -> Receiver:
        return Receiver(self._store, link, self._means.fields, self._means.room())

    def _note_me(self, person: Person) -> None:
        """Role, pools and name are the hub's to say."""
        with self._store.reading() as connection:
            known = identity.person_of(connection, self._store.device.person_id)
        if known != person:
            with self._store.writing() as connection:
                received.put_people(connection, [person], [])

    def _keep(self, trouble: str, reached_at: datetime | None = None) -> None:
        self._trouble = trouble
        hub = self._access.hub()
        if hub is None:
            return
        with self._store.writing() as connection:
            state = membership.state(connection, hub.hub_id)
            update: dict[str, object] = {"trouble": str(trouble)}
            if reached_at is not None:
                update["reached_at"] = reached_at
            membership.put_state(connection, state.model_copy(update=update))


def _broken(error: HubUnreachable | HubDenied) -> RoundResult:
    """What a round comes to that the hub broke off."""
    return RoundResult(reachable=False, trouble=error.told, is_denied=isinstance(error, HubDenied))
