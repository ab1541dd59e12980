"""This person's place in a team, as a window shows it: who they are there, and what they may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from pydantic import AwareDatetime

from reviewer_app.domain.enrolment import Enrolment, check_open, decode
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.records import Person, Record
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.team import HubRefusal
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.assigning import LEFT, Assigning
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.services.team.access import Access
from reviewer_app.services.team.checkouts import LONG, CheckedOut, Checkouts
from reviewer_app.services.team.membership import LASTS, Membership
from reviewer_app.services.team.results import Standing
from reviewer_app.services.team.rounds import Rounds
from reviewer_app.store import identity, leases, unsent
from reviewer_app.store.hub import members
from reviewer_app.store.hub.members import Invited
from reviewer_app.store.store import Store

REFUSALS_SHOWN = 200
"""Refused facts that are listed at most, the newest."""


class NameMissing(UsageError):
    """An invitation is for somebody."""

    def __init__(self) -> None:
        super().__init__(sentence("Say who is invited: an invitation is for one person."))


class PoolMissing(UsageError):
    """Who belongs to no pool would have nothing to do."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "Give at least one pool to take from, such as “everyone”. Nothing was changed."
            )
        )


class MemberDevice(Record):
    """A machine of a member, and when the hub last heard of it."""

    id: UUID
    name: str
    seen_at: AwareDatetime | None = None
    unsent: int | None = None


class Member(Record):
    """Somebody who belongs to the team, or did."""

    id: UUID
    name: str
    role: str
    pools: tuple[str, ...] = ()
    away_until: AwareDatetime | None = None
    revoked_at: AwareDatetime | None = None
    devices: tuple[MemberDevice, ...] = ()


class Invitation(Record):
    """Somebody who was invited and has not joined yet."""

    name: str
    role: str
    pools: tuple[str, ...] = ()
    expires_at: AwareDatetime


class Roster(Record):
    """Everybody of the team, and who was invited to it."""

    members: tuple[Member, ...] = ()
    invitations: tuple[Invitation, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where this person stands: who they are, how the machine stands with the hub.

    Attributes:
        me: who works here, with the role and the pools that the hub says.
        standing: of the exchange; `is_member` is false for a person who works alone.
        taken_until: until when what was taken along is theirs; None where nothing was.
        refused: what the hub did not take, the newest first.
        decided_alone: how much was decided here before; asked of who works alone.
    """

    me: Person
    standing: Standing
    taken_until: datetime | None = None
    refused: tuple[HubRefusal, ...] = ()
    decided_alone: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """Who is invited to what: name, role, pools, whether it is another machine, for how long."""

    name: str
    role: Role = Role.REVIEWER
    pools: Sequence[str] = ("everyone",)
    is_another_device: bool = False
    lasts: timedelta = LASTS


@dataclass(frozen=True, slots=True)
class Ended:
    """Whose membership was ended, and how many items went back to their pools."""

    name: str
    returned: int


class Belonging:
    """What a person asks about their team and does in it."""

    def __init__(
        self,
        store: Store,
        access: Access,
        membership: Membership,
        rounds: Rounds,
        checkouts: Checkouts,
    ) -> None:
        self._store, self._access = store, access
        self._membership, self._rounds, self._checkouts = membership, rounds, checkouts

    def look(self) -> Place:
        """Where this person stands, without asking the hub."""
        standing = self._rounds.standing()
        device = self._store.device
        with self._store.reading() as connection:
            me = identity.person_of(connection, device.person_id)
            if not standing.is_member:
                return Place(me, standing, decided_alone=unsent.head(connection, device.id))
            refused = unsent.refusals(connection)[:REFUSALS_SHOWN]
            taken = leases.checked_out(connection, self._store.now(), device.person_id)
            held = leases.live(connection, self._store.now(), taken)
            until = min((lease.until for lease in held.values()), default=None)
            return Place(me, standing, until, tuple(refused))

    def standing(self) -> Standing:
        """How this machine stands with its hub, without asking it."""
        return self._rounds.standing()

    def read(self, text: str) -> Enrolment:
        """What an enrolment text says.

        Raises:
            EnrolmentUnreadable, EnrolmentExpired: it cannot be joined with.
        """
        card = decode(text)
        check_open(card, self._store.now())
        return card

    def join(self, text: str, *, brings_history: bool) -> Person:
        """Joins a team; the profile has to be opened anew to go on as that person.

        Raises:
            ReviewerError: this profile is as it was.
        """
        return self._membership.join(text, brings_history=brings_history)

    def leave(self, *, asks_hub: bool = True) -> None:
        """Leaves the team; without asking the hub where it is no more, or does not let one in."""
        if asks_hub:
            self._membership.leave()
        else:
            self._membership.forget()

    def change_password(self) -> None:
        """Draws another password for this machine."""
        self._membership.change_password()

    def take(
        self,
        n: int,
        lasts: timedelta = LONG,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> CheckedOut:
        """Takes items along.

        Raises:
            TakingStopped: the person stopped it; the items are theirs, not all are here whole.
            ReviewerError: it broke off; what was taken before stays theirs.
        """
        started = self._store.now()

        def tell(done: int, total: int) -> None:
            seconds = (self._store.now() - started).total_seconds()
            on_progress(Progress(done, total, done, seconds))

        return self._checkouts.take(n, lasts, tell, cancelled)

    def give_back(self) -> int:
        """Gives back what was taken along and not worked off; how many those were."""
        return self._checkouts.give_back()

    def set_away(self, until: datetime | None, person_id: UUID | None = None) -> None:
        """Says until when somebody is away, oneself unless told; None ends it."""
        whom = self._store.device.person_id if person_id is None else person_id
        with self._access.connected() as link:
            members.set_away(link, whom, until)
        self._rounds.refresh_policy()

    def roster(self) -> Roster:
        """Everybody, their devices, and the open invitations; for leads and auditors."""
        return Roster.model_validate(self._membership.members())

    def invite(self, offer: Offer) -> str:
        """The enrolment text for somebody.

        Raises:
            NameMissing, PoolMissing: it does not say for whom, or for what.
            ReviewerError: nobody was invited.
        """
        name, pools = " ".join(offer.name.split()), _pools(offer.pools)
        if not name:
            raise NameMissing
        invited = Invited(name, offer.role, pools, offer.is_another_device)
        return self._membership.invite(invited, offer.lasts)

    def change(self, name: str, role: str, pools: Sequence[str]) -> Person:
        """Changes somebody's role and pools."""
        return self._membership.change(name, role, _pools(pools))

    def revoke(self, name: str, assigning: Assigning) -> Ended:
        """Ends somebody's membership at once; what was theirs goes back to the pools."""
        person = self._membership.revoke(name)
        returned = assigning.return_all(person, LEFT.format(name=name)) if person else 0
        return Ended(name, returned)


def _pools(named: Sequence[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(name for pool in named if (name := " ".join(pool.split()))))
    if not found:
        raise PoolMissing
    return found
