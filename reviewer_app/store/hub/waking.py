"""Being woken by the hub when something changed; behind a pooler nobody wakes, and one looks."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

CHANNEL = "reviewer_hub"


def listen(link: "psycopg.Connection[Any]") -> None:
    """Asks to be woken on this connection. What is told says nothing: everybody may hear it."""
    link.execute(f"LISTEN {CHANNEL}")


def heard(link: "psycopg.Connection[Any]", seconds: float) -> bool:
    """Whether something changed, waited for so long at most."""
    return any(True for _ in link.notifies(timeout=seconds, stop_after=1))
