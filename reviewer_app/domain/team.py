"""What a machine knows of the team it belongs to: its hub, where it stands with it, its devices."""

from uuid import UUID

from pydantic import AwareDatetime

from reviewer_app.domain.records import Record


class DeviceState(Record):
    """What the hub last heard of a device: when, and how much it had not sent then."""

    device_id: UUID
    seen_at: AwareDatetime | None = None
    unsent: int = 0
    unsent_since: AwareDatetime | None = None


class Hub(Record):
    """A team's hub as this machine reaches it; its secrets are elsewhere."""

    hub_id: UUID
    device_id: UUID
    address: str
    login: str
    certificate: str = ""
    joined_at: AwareDatetime
    left_at: AwareDatetime | None = None


class SyncState(Record):
    """Where this machine stands with a hub.

    `xid`, `seq` and `last_subject` are the last row of the feed that was taken in; `sent_n` is the
    last entry of this device's chain that the hub has. While
    `is_whole` is false, the items in reach are read one after the other, after `reading_after`.
    """

    hub_id: UUID
    xid: int = 0
    seq: int = 0
    last_subject: UUID | None = None
    epoch: str = ""
    sent_n: int = 0
    reading_after: UUID | None = None
    is_whole: bool = False
    reached_at: AwareDatetime | None = None
    trouble: str = ""
    compared_at: AwareDatetime | None = None
    clock_seconds: float = 0.0


class HubRefusal(Record):
    """A fact of this machine that the hub did not take, and why."""

    fact_id: UUID
    kind: str
    item_id: UUID | None = None
    reason: str
    at: AwareDatetime


class Witness(Record):
    """A head of a device's chain that another device has seen and signed."""

    device_id: UUID
    n: int
    witness_id: UUID
    hash: str
    signature: str
    at: AwareDatetime
