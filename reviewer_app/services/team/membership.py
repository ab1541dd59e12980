"""Belonging to a team: making its hub, inviting, joining, changing, revoking, leaving."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from reviewer_app.domain.enrolment import Enrolment, check_open, decode, encode
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.records import Device, Person
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.team import Hub, SyncState
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.keys import Keys
from reviewer_app.services.team.access import Access, Secrets, next_password_name, password_name
from reviewer_app.services.team.administration import Administrator, Made
from reviewer_app.store import adoption, identity, membership
from reviewer_app.store.hub import address, admin, link, members, passwords, wire
from reviewer_app.store.hub.errors import HubDenied
from reviewer_app.store.hub.link import Account
from reviewer_app.store.hub.members import Invited
from reviewer_app.store.store import Store

LASTS = timedelta(days=7)
"""How long an enrolment text can be used."""


class AlreadyJoined(UsageError):
    """This profile belongs to a team already."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "This profile belongs to a team already. A person in two teams has two profiles: "
                "use another --home, or leave the first one with `reviewer-app hub leave`."
            )
        )


class EnrolmentSpent(UsageError):
    """The enrolment text was used already, or its time is over."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "This enrolment text was used already, or was taken back. Nothing was changed. Ask "
                "your lead for a new one."
            )
        )


class Membership:
    """This profile's place in a team."""

    def __init__(
        self,
        store: Store,
        access: Access,
        secrets: Secrets,
        keys: Keys,
        on_change: Callable[[], None] = lambda: None,
    ) -> None:
        self._store, self._access, self._secrets = store, access, secrets
        self._keys, self._on_change = keys, on_change

    def init(self, who: Administrator, lead: str) -> Made:
        """Makes the hub, or brings it up to this program; a new one gets its first lead.

        Raises:
            ServerTooOld, DatabaseNotOurs, HubNewer, RightsMissing, HubUnreachable: nothing was
                changed.
        """
        created = admin.init(who.account)
        if not created and admin.has_people(who.account):
            return Made(created=False, schema="hub")
        return Made(created=created, schema="hub", enrolment=self.recover(who, lead))

    def recover(self, who: Administrator, lead: str) -> str:
        """An enrolment text for a lead, by the right of who administers the database."""
        device, token = identity.new_random_id(), passwords.drawn()
        expires = self._store.now() + LASTS
        opened = admin.invite_lead(who.account, device, lead, token, expires)
        return encode(
            Enrolment(
                address=who.told,
                hub_id=opened.hub_id,
                device_id=device,
                login=opened.login,
                token=token,
                certificate=who.certificate,
                name=lead,
                role=Role.LEAD,
                expires_at=expires,
            )
        )

    def invite(self, invited: Invited, lasts: timedelta = LASTS) -> str:
        """The enrolment text for somebody, or for another device of a person of the team.

        Raises:
            NotPermitted: only leads invite.
            HubMisused: the name is taken, or nobody has it.
        """
        device, token = identity.new_random_id(), passwords.drawn()
        expires = self._store.now() + lasts
        hub = self._access.hub()
        with self._access.connected() as connection:
            login = members.invite(connection, device, invited, token, expires)
        if hub is None:
            raise RuntimeError("an account without a hub")
        return encode(
            Enrolment(
                address=hub.address,
                hub_id=hub.hub_id,
                device_id=device,
                login=login,
                token=token,
                certificate=hub.certificate,
                name=invited.name,
                role=invited.role,
                expires_at=expires,
            )
        )

    def join(self, text: str, *, brings_history: bool = False) -> Person:
        """Joins the team of an enrolment text. The keyring comes first: without it, nothing.

        Args:
            text: what the lead sent.
            brings_history: whether what was decided here alone goes to the team.

        Raises:
            AlreadyJoined, EnrolmentSpent, EnrolmentUnreadable, EnrolmentExpired, KeyringUnusable,
            HubUnreachable: this profile is as it was.
        """
        if self._access.hub() is not None:
            raise AlreadyJoined
        card = decode(text)
        check_open(card, self._store.now())
        where, _ = address.parse(card.address)
        password = self._secrets.read(password_name(card.login)) or passwords.drawn()
        self._secrets.keep(password_name(card.login), password)
        device = self._keys.made(
            Device(id=card.device_id, person_id=UUID(int=0), name=self._store.device.name)
        )
        person = self._spend(
            Account(where, card.login, card.token, card.certificate), device, password
        )
        earlier = self._store.device
        self._go_on_as(
            card,
            device.model_copy(update={"person_id": person.id}),
            person,
            brings_history=brings_history,
        )
        if brings_history:
            self._bring(earlier)
        self._on_change()
        return person

    def revoke(self, name: str) -> UUID | None:
        """Ends a person's membership at once, live sessions too; gives who it was."""
        with self._access.connected() as connection:
            return members.revoke(connection, name)

    def change(
        self, name: str, role: str | None = None, pools: Sequence[str] | None = None
    ) -> Person:
        """Changes a person's role or pools."""
        with self._access.connected() as connection:
            return members.change(connection, name, role, pools)

    def members(self) -> dict[str, Any]:
        """Everybody, their devices, and the invitations that are open; for leads and auditors."""
        with self._access.connected() as connection:
            return members.members(connection)

    def leave(self) -> None:
        """Ends this person's own membership. What is here stays here.

        Raises:
            HubMisused: the last lead cannot leave.
        """
        hub = self._access.hub()
        with self._access.connected() as connection:
            members.leave(connection)
        if hub is not None:
            self._forget(hub)

    def forget(self) -> None:
        """Works alone again without asking the hub: after a revocation, or when it is no more."""
        hub = self._access.hub()
        if hub is not None:
            self._forget(hub)

    def change_password(self) -> None:
        """Draws another password for this machine's login: first kept, then told to the hub."""
        fresh = passwords.drawn()
        with self._access.connected() as connection:
            login = connection.info.user
            self._secrets.keep(next_password_name(login), fresh)
            members.change_password(connection, fresh)
            self._access.follow(login, fresh)

    def rename(self, name: str) -> None:
        """Changes the name under which the team knows this person.

        Raises:
            HubMisused: somebody has the name.
        """
        with self._access.connected() as connection:
            members.rename(connection, name)

    def renew_key(self) -> str:
        """Makes another signing key for this device; the next round tells the hub of it."""
        return self._keys.renew()

    def _go_on_as(
        self, card: Enrolment, device: Device, person: Person, *, brings_history: bool
    ) -> None:
        hub = Hub(
            hub_id=card.hub_id,
            device_id=device.id,
            address=card.address,
            login=card.login,
            certificate=card.certificate,
            joined_at=self._store.now(),
        )
        with self._store.writing() as connection:
            membership.put_hub(connection, hub)
            membership.put_state(
                connection, SyncState(hub_id=hub.hub_id)
            )  # whoever was here before
            adoption.adopt(
                connection, device, person, brings_history=brings_history, now=self._store.now()
            )
        self._store.reload_device()

    def _spend(self, account: Account, device: Device, password: str) -> Person:
        """Spends the token; a join that broke off right behind that is completed."""
        mine = self._store.device.person_id
        try:
            with link.connected(account) as connection:
                return members.join(connection, mine, device.name, device.public_key, password)
        except HubDenied as error:
            again = Account(account.address, account.login, password, account.certificate)
            try:
                with link.connected(again) as connection:
                    return wire.hello(connection, 0, None).person
            except HubDenied:
                raise EnrolmentSpent from error

    def _bring(self, earlier: Device) -> None:
        with self._store.reading() as connection:
            known = identity.device(connection, earlier.id)
        if known is None:
            return
        signed = self._keys.shared(known, self._store.device)
        with self._access.connected() as connection:
            members.bring_history(
                connection, signed.id, earlier.person_id, signed.name, signed.public_key
            )

    def _forget(self, hub: Hub) -> None:
        with self._store.writing() as connection:
            membership.leave(connection, hub.hub_id, self._store.now())
        self._secrets.forget(password_name(hub.login))
        self._secrets.forget(next_password_name(hub.login))
        self._on_change()
