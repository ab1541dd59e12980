"""The calls about who holds an item or a source now, by the hub's clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    import psycopg

    Link = psycopg.Connection[Any]


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds an item, by the hub."""

    item_id: UUID
    holder: UUID
    person_id: UUID | None
    until: datetime
    is_checkout: bool


def leases(link: "Link") -> list[Lease]:
    """Who holds what in this person's reach."""
    return [Lease(*row) for row in link.execute("SELECT * FROM hub.leases()")]


@dataclass(frozen=True, slots=True)
class Wish:
    """For whom items are claimed, how long in seconds, how many at most, and for the road."""

    sitting: UUID
    seconds: int
    most: int
    is_long: bool = False


def claim(link: "Link", ids: Sequence[UUID], wish: Wish) -> dict[UUID, datetime]:
    """Takes items as far as nobody has them; gives those that are held now, and until when."""
    rows = link.execute(
        "SELECT * FROM hub.claim(%s, %s, %s, %s, %s)",
        (list(ids), wish.sitting, wish.seconds, wish.most, wish.is_long),
    )
    return dict(iter(rows))


def release(link: "Link", ids: Sequence[UUID], sitting: UUID) -> None:
    """Gives items back that this sitting holds."""
    link.execute("SELECT hub.release_claims(%s, %s)", (list(ids), sitting))


def take_source(link: "Link", source: str, holder: UUID, seconds: int) -> dict[str, Any]:
    """Takes or renews the lease on a source: `granted`, `until`, `person`, `cursor`."""
    row = link.execute("SELECT hub.take_source(%s, %s, %s)", (source, holder, seconds)).fetchone()
    taken: dict[str, Any] = row[0] if row else {"granted": False, "person": None}
    return taken


def free_source(link: "Link", source: str, holder: UUID) -> None:
    """Gives a source back."""
    link.execute("SELECT hub.free_source(%s, %s)", (source, holder))
