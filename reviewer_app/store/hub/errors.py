"""What can go wrong between this machine and its hub, as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager

from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.sentences import sentence


class HubUnsupported(ReviewerError):
    """The program's part that talks to PostgreSQL is not installed."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "This installation cannot talk to a team hub: its PostgreSQL driver is missing. "
                "Install it with `pip install 'reviewer-app[hub]'`. Your work here is not affected."
            )
        )


class HubUnreachable(ReviewerError):
    """Nobody answers, or the answer broke off."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(
            sentence(
                "The team hub cannot be reached ({why}). You can go on working: everything is kept "
                "here and is sent when the hub answers again.",
                why=why,
            )
        )


class HubDenied(ReviewerError):
    """The hub does not let this machine in."""

    def __init__(self, why: str = "") -> None:
        super().__init__(
            sentence(
                "The team hub no longer lets this machine in: your membership was ended, or the "
                "password is another one. What you decided and had not sent is kept here. Ask a "
                "lead of the team. {why}",
                why=why,
            )
        )


class HubUntrusted(HubUnreachable):
    """Whoever answers does not prove to be the hub, so nothing was said to them."""

    def __init__(self, why: str) -> None:
        ReviewerError.__init__(
            self,
            sentence(
                "Whoever answers does not prove to be the team's hub, so no password and nothing "
                "else was sent ({why}). The name in the address has to be the one in the server's "
                "certificate, and the authority that signed it has to be known: a private one is "
                "given with `--ca` when the hub is made. What you decide is kept here meanwhile.",
                why=why,
            ),
        )
        self.why = why


class HubRestored(HubUnreachable):
    """The hub's tables are on another server than they were made on."""

    def __init__(self) -> None:
        ReviewerError.__init__(
            self,
            sentence(
                "The team hub was restored on another server, and is not open yet: its "
                "administrator runs `reviewer-app hub init` there once. What you decide is kept "
                "here and is sent then."
            ),
        )
        self.why = str(self)


class AdministratorRefused(UsageError):
    """The server does not know the administrator by this password."""

    def __init__(self, user: str) -> None:
        super().__init__(
            sentence(
                "The server does not let {user} in: the name or the password is another one. "
                "Nothing was changed. The password is asked for in a terminal, or taken from "
                "PGPASSWORD or a password file (PGPASSFILE).",
                user=user,
            )
        )


class DatabaseUnreachable(UsageError):
    """There is no such database, or nobody answers there."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(
            sentence(
                "The database {where} cannot be reached ({why}). Nothing was changed. Look whether "
                "host, port and database in the address are right and the server runs.",
                where=where,
                why=why,
            )
        )


class NotPermitted(ReviewerError):
    """This person may not do this in the team."""

    def __init__(self, why: str) -> None:
        super().__init__(
            sentence("The team hub refused this: {why}. Nothing was changed.", why=why)
        )


class HubMisused(UsageError):
    """What was asked of the hub makes no sense."""

    def __init__(self, why: str) -> None:
        super().__init__(sentence("That does not work: {why}. Nothing was changed.", why=why))


class ChainForked(ReviewerError):
    """The hub has other entries of this device than this machine."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "The hub has entries of this device that are not the ones here: this profile was "
                "copied or restored. The next round goes on with a chain of its own."
            )
        )


_DENIED = frozenset({"28P01", "28000", "42501", "57P01"})
_LATER = frozenset({"25006"})
"""What the hub does not take now, and will: its database only reads for the moment."""

_REFUSALS = (
    "password authentication failed",
    "no password supplied",
    "is not permitted to log in",
    "no pg_hba.conf entry",
)
_UNTRUSTED = (
    "certificate verify failed",
    "does not match host name",
    "server does not support SSL",
    "root certificate",
)
"""What PostgreSQL's own library says where the server does not prove who it is."""

_MISUSED = frozenset({"22023", "23505", "54000", "55P03"})


_TOLD: dict[str | None, type[ChainForked | HubRestored]] = {
    "chain": ChainForked,
    "restored": HubRestored,
}
"""What the hub says by a word of ours."""


@contextmanager
def sentences() -> Iterator[None]:
    """Turns what PostgreSQL and the network do into a sentence; our own mistakes pass."""
    import psycopg  # noqa: PLC0415 - only who has a hub needs the driver

    try:
        yield
    except psycopg.Error as error:
        raise worded(error) from error


def worded(error: Exception) -> ReviewerError:
    """The error that a person reads for one of the driver's."""
    import psycopg  # noqa: PLC0415 - as above

    state = getattr(error, "sqlstate", None)
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    hint = getattr(getattr(error, "diag", None), "message_hint", None)
    primary = getattr(getattr(error, "diag", None), "message_primary", None) or first
    if hint in _TOLD:
        return _TOLD[hint]()
    if hint == "member":
        state = "28000"
    if state in _MISUSED:
        return HubMisused(_reason(hint, primary))
    if (state in _DENIED and state != "42501") or _is_denied(str(error)):
        return HubDenied()
    if state is None and any(said in str(error) for said in _UNTRUSTED):
        return HubUntrusted(_shortened(str(error)))
    is_lost = state in _LATER or isinstance(
        error, psycopg.OperationalError | psycopg.InterfaceError
    )
    return HubUnreachable(first) if is_lost and state != "42501" else NotPermitted(primary)


def _reason(hint: str | None, primary: str) -> str:
    """Why the hub refused, in words that a window can translate; the hub's own where it must."""
    name = primary.partition("“")[2].partition("”")[0]
    known = {
        "person_known": sentence("“{name}” is in the team already", name=name),
        "person_unknown": sentence("nobody here is called “{name}”", name=name),
        "name_taken": sentence("this name is taken"),
        "last_lead": sentence(
            "this is the last lead, and a team has one. Make somebody else a lead first"
        ),
        "self": sentence("use `reviewer-app hub leave`, or Leave, to go yourself"),
    }
    return known.get(hint or "", primary)


def _is_denied(said: str) -> bool:
    """Whether a login was refused: on connecting, the server's words are all there is."""
    return any(words in said for words in _REFUSALS)


def _shortened(said: str) -> str:
    """What went wrong with the certificate, without the addresses that were tried."""
    line = next(line for line in said.splitlines() if any(u in line for u in _UNTRUSTED))
    return line.rpartition("failed: ")[2].strip() if "failed: " in line else line.strip()
