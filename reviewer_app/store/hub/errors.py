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

_MISUSED = frozenset({"22023", "23505", "54000", "55P03"})


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
    if hint == "chain":
        return ChainForked()
    if hint == "member":
        state = "28000"
    if state in _MISUSED:
        return HubMisused(primary)
    if (state in _DENIED and state != "42501") or "password authentication failed" in first:
        return HubDenied()
    is_lost = state in _LATER or isinstance(
        error, psycopg.OperationalError | psycopg.InterfaceError
    )
    return HubUnreachable(first) if is_lost and state != "42501" else NotPermitted(primary)
