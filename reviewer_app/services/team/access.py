"""How this machine gets to its hub: the address from the profile, the password from the keyring."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.team import Hub
from reviewer_app.store import membership
from reviewer_app.store.hub import address, link
from reviewer_app.store.hub.errors import HubDenied, HubUnreachable, sentences
from reviewer_app.store.hub.link import Account
from reviewer_app.store.store import Store

log = logging.getLogger("reviewer.sync")


class NotInTeam(UsageError):
    """This profile belongs to no team."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "You work alone: this profile belongs to no team. Join one with the enrolment text "
                "that a lead gives you (`reviewer-app hub join`, or Settings › Team)."
            )
        )


def next_password_name(login: str) -> str:
    """Under which name it has the one that is to follow, until the hub surely knows it."""
    return f"{password_name(login)}:next"


@dataclass(frozen=True, slots=True)
class Secrets:
    """Where secrets are kept: reading one, keeping one, forgetting one, each under a name."""

    read: Callable[[str], str | None]
    keep: Callable[[str, str], None]
    forget: Callable[[str], None]


def password_name(login: str) -> str:
    """Under which name the keyring has the password of a login; a login is of one device."""
    return f"hub:{login}"


class Access:
    """The way to the hub that this profile belongs to."""

    def __init__(self, store: Store, secrets: Secrets, *, is_offline: bool = False) -> None:
        """Takes the store, the secrets, and whether the person wants no network to be touched."""
        self._store, self._secrets, self._is_offline = store, secrets, is_offline

    def hub(self) -> Hub | None:
        """The hub that this profile belongs to; None for a person who works alone."""
        with self._store.reading() as connection:
            return membership.joined(connection)

    def account(self) -> Account:
        """How to log in there.

        Raises:
            NotInTeam: this profile belongs to no team.
            HubDenied: the keyring has no password for it.
        """
        hub = self.hub()
        if hub is None:
            raise NotInTeam
        password = self._secrets.read(password_name(hub.login))
        if password is None:
            raise HubDenied(
                sentence("(The keyring of this machine has no password for the hub: unlock it.)")
            )
        where, _ = address.parse(hub.address)
        return Account(where, hub.login, password, hub.certificate)

    @contextmanager
    def connected(self) -> Iterator[Any]:
        """A connection to the hub.

        Where a change of the password broke off, the hub may have the next one already: it is tried
        when the one so far is refused, and kept in its place when it is right.

        Raises:
            NotInTeam, HubDenied, HubUnreachable, HubUnsupported: there is none.
        """
        account = self.account()
        if self._is_offline:
            raise HubUnreachable(sentence("the program was started with --offline"))
        connection = self._opened(account)
        try:
            with sentences():
                yield connection
        finally:
            connection.close()

    def _opened(self, account: Account) -> Any:  # noqa: ANN401 - the driver's connection
        try:
            return link.open_connection(account)
        except HubDenied:
            following = self._secrets.read(next_password_name(account.login))
            if following is None:
                raise
        connection = link.open_connection(replace(account, password=following))
        self.follow(account.login, following)
        log.info("a change of the password was completed")
        return connection

    def follow(self, login: str, password: str) -> None:
        """The password that the hub has from now on; the one before is kept no longer."""
        name = password_name(login)
        self._secrets.keep(name, password)
        if self._secrets.read(name) == password:  # not where a variable stands in for the keyring
            self._secrets.forget(next_password_name(login))
