"""The audit draw: random to everybody who lacks the seed, and the same at every pull."""

from hashlib import blake2b
from uuid import UUID

_PRECISION = 53
"""Bits of a draw: as many as a double holds."""


class AuditDraw:
    """Draws items by a keyed hash of their id, so that a pull repeated draws the same."""

    def __init__(self, seed: str) -> None:
        self._key = blake2b(seed.encode("utf-8", "surrogatepass")).digest()

    def number(self, item_id: UUID) -> float:
        """The item's own number, uniform from 0 up to but not including 1."""
        digest = blake2b(item_id.bytes, key=self._key, digest_size=8).digest()
        return (int.from_bytes(digest) >> (64 - _PRECISION)) / (1 << _PRECISION)

    def draws(self, item_id: UUID, rate: float) -> bool:
        """Whether the item is in the audit sample at this rate; a higher rate only adds items."""
        return self.number(item_id) < rate
