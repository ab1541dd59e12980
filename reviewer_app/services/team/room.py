"""How much content this machine takes: whole items as long as there is room, then their heads."""

from reviewer_app.store import upkeep
from reviewer_app.store.store import Store


class Room:
    """What is left of the size that a person set."""

    def __init__(self, store: Store, limit: int) -> None:
        """Takes the store, and the limit in bytes."""
        with store.reading() as connection:
            self._left = limit - upkeep.size(connection)

    def takes(self, size: int) -> bool:
        """Whether the whole of an item of this size, in bytes, is to come; counts it where so."""
        if size > self._left:
            return False
        self._left -= size
        return True
