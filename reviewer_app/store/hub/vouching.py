"""The calls by which devices vouch for the heads of each other's chains."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reviewer_app.domain.team import Witness

if TYPE_CHECKING:
    import psycopg

    Link = psycopg.Connection[Any]


def heads(link: "Link") -> dict[UUID, tuple[int, str]]:
    """The last entry of every device's chain; for those who witness."""
    rows = link.execute("SELECT * FROM hub.heads()")
    return {device: (n, digest) for device, n, digest in rows}


def put_witnesses(link: "Link", seen: Sequence[Witness]) -> None:
    """Sends heads that this device has seen and signed."""
    if seen:
        link.execute(
            "SELECT hub.put_witness(%s, %s, %s, %s, %s)",
            (
                [w.device_id for w in seen],
                [w.n for w in seen],
                [w.hash for w in seen],
                [w.signature for w in seen],
                seen[0].at,
            ),
        )


def witnesses(link: "Link") -> list[Witness]:
    """The heads that others have seen and signed: the latest of each pair."""
    columns = ", ".join(Witness.model_fields)
    rows = link.execute(
        f"SELECT DISTINCT ON (device_id, witness_id) {columns} FROM hub.witness "
        "ORDER BY device_id, witness_id, n DESC"
    )
    return [Witness(**dict(zip(Witness.model_fields, row, strict=True))) for row in rows]
