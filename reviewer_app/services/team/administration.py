"""Whoever administers a hub's database: how they log in, and what members are told of it."""

from dataclasses import dataclass, field

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence
from reviewer_app.store import identity
from reviewer_app.store.hub import address, schema
from reviewer_app.store.hub.link import Account


class PasswordInAddress(UsageError):
    """A password was written where others can read it."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "Leave the password out of the address: everybody on this machine can read it "
                "there, and it stays in the history of the shell. It is asked for in a terminal, "
                "or taken from PGPASSWORD or a password file (PGPASSFILE). Nothing was changed; "
                "change this password if others use the machine."
            )
        )


@dataclass(frozen=True, slots=True)
class Made:
    """What `init` did: whether the hub is new, and then the first lead's enrolment text."""

    created: bool
    schema: str
    enrolment: str | None = None


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who administers the hub's database, and what members trust there.

    `reached_as` is the address that members use, where it differs from the administrator's.
    """

    url: str
    password: str | None = field(default=None, repr=False)
    certificate: str = ""
    reached_as: str = ""

    @property
    def account(self) -> Account:
        """How to log in.

        Raises:
            AddressUnreadable: the address is none.
            PasswordInAddress: it has a password in it.
        """
        where, written = address.parse(self.url)
        if written is not None:
            raise PasswordInAddress
        return Account(where, where.user, self.password or "", self.certificate)

    @property
    def told(self) -> str:
        """The address that members are told, without a login."""
        where, written = address.parse(self.reached_as or self.url)
        if written is not None:
            raise PasswordInAddress
        return str(where)


def hub_script() -> str:
    """What `init` would run in an empty database: an administrator may read it first, or run it."""
    return schema.script(identity.new_random_id())


def weakness(written: str) -> str | None:
    """What is to be said of the way to an address; None where it is sound.

    Raises:
        AddressUnreadable: it is none.
    """
    return address.weakness(written)
