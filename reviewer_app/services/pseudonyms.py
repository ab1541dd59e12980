"""The key that this profile's pseudonyms are made with: kept in the keyring, else made anew."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.errors import ReviewerError

log = logging.getLogger("reviewer.export")

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Key:
    """A key, and whether the next export gets the same one."""

    text: str
    is_kept: bool


class PseudonymKey:
    """Gives the key of a profile.

    Without it names could be tried until one fits, so it never leaves the keyring; with it the
    pseudonyms of one export are those of the next.
    """

    def __init__(
        self,
        device_id: UUID,
        read: Callable[[str], str | None],
        keep: Callable[[str, str], None],
    ) -> None:
        """Takes whose key it is, and what reads and keeps a secret under a name."""
        self._name, self._read, self._keep = f"pseudonyms:{device_id}", read, keep

    def get(self) -> Key:
        """The key that is kept, else a new one: kept where there is a keyring, else for once."""
        kept = self._read(self._name)
        if kept:
            return Key(kept, is_kept=True)
        fresh = secrets.token_hex(KEY_BYTES)
        try:
            self._keep(self._name, fresh)
        except ReviewerError:
            log.info("pseudonyms hold for one export: this machine has no usable keyring")
            return Key(fresh, is_kept=False)
        return Key(fresh, is_kept=True)


def unkept() -> Key:
    """A key for one export."""
    return Key(secrets.token_hex(KEY_BYTES), is_kept=False)
