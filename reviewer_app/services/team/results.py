"""What a round came to, and how this machine stands with its hub."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What one exchange came to.

    `up` and `down` count facts and items that were new to the other side. `here` and `there` are
    counts by kind of what this person may see; they are None where they were not compared.
    `notes` are sentences about what somebody should know. `trouble` is why it broke off, and
    `is_denied` whether that is because the hub does not let this machine in.
    """

    up: int = 0
    down: int = 0
    conflicts: int = 0
    here: Mapping[str, int] | None = None
    there: Mapping[str, int] | None = None
    reachable: bool = True
    notes: tuple[str, ...] = ()
    trouble: str = ""
    is_denied: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How this machine stands with its hub, without asking it."""

    is_member: bool = False
    address: str = ""
    unsent: int = 0
    unsent_since: datetime | None = None
    reached_at: datetime | None = None
    trouble: str = ""
    checked_out: int = 0
    refused: int = 0
    clock_seconds: float = 0.0
