"""A label's way to one sink: what is to be there, what is there, and how the last try went."""

from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime

from reviewer_app.domain.records import Record


class DeliveryState(StrEnum):
    """Where a label stands on its way to a sink."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    CONFLICT = "conflict"


class Delivery(Record):
    """One item's label and one sink.

    Attributes:
        item_id: the item.
        sink: the sink's name.
        state: `failed` is refused for good, `conflict` an answer nobody waited for: both wait for
            a person; `waiting` is tried again by itself.
        version: grows with each change of the label, and is no smaller than the number of its
            decisions: another machine that goes on for this one does not begin anew.
        wanted: digest of the label that is to be there; empty where none is.
        sent: digest of the label that the sink acknowledged last; empty where none is there.
        receipt: what the sink gave back for it.
        attempts: how often the wanted one was tried.
        next_try: when it is tried again at the earliest.
        is_final: whether what the sink was told stands for good, as an agent's answer does.
        remark: why the last try failed, or what else a person should know.
    """

    item_id: UUID
    sink: str
    state: DeliveryState
    version: int = 1
    wanted: str
    sent: str = ""
    receipt: str = ""
    attempts: int = 0
    next_try: AwareDatetime
    is_final: bool = False
    remark: str = ""
    changed_at: AwareDatetime
    delivered_at: AwareDatetime | None = None


class LastPull(Record):
    """How the last pull of a configured source went. `trouble` says why it failed, if it did."""

    source: str
    at: AwareDatetime
    new: int = 0
    unchanged: int = 0
    revised: int = 0
    flagged: int = 0
    refused: int = 0
    trouble: str = ""


FIRST_WAIT, LONGEST_WAIT = 5.0, 3600.0
"""Seconds between two tries: the first pause, and the longest."""


def pause_after(attempts: int, key: UUID) -> float:
    """Seconds until a label is tried again: doubling, and spread so that many do not come at once.

    The spread, a quarter to both sides, follows from the item, so that it can be foreseen.
    """
    spread = 0.75 + ((key.int ^ attempts) % 1000) / 2000
    return min(FIRST_WAIT * 2.0 ** min(max(attempts - 1, 0), 20), LONGEST_WAIT) * spread
