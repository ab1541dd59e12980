"""The calls that move the bytes of attachments, a piece at a time."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    import psycopg

    Link = psycopg.Connection[Any]


def put_chunk(link: "Link", digest: str, n: int, data: bytes) -> None:
    """Sends a piece of an attachment."""
    link.execute("SELECT hub.put_chunk(%s, %s, %s)", (digest, n, data))


def chunk(link: "Link", attachment_id: UUID, n: int) -> bytes | None:
    """A piece of an attachment; None after the last."""
    row = link.execute("SELECT hub.chunk(%s, %s)", (attachment_id, n)).fetchone()
    return None if row is None or row[0] is None else bytes(row[0])
