"""What a sink is handed: a label as it is now, and what leads back to where its item came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from reviewer_app.domain.labels import Label


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A label on its way to one sink.

    Attributes:
        key: the item's id; every version of the label goes out under it, the later one replacing
            the earlier.
        version: grows with each change of the label, whichever machine pushes it.
        label: the label, or None where there is none any more: what was sent is taken back.
        source: the source that the item came from.
        external_id: the item's id at that source.
        digest: the hash of the content that was judged.
        meta: the item's metadata; what a platform needs to find its record again is in it.
        decision_id: the latest decision that the label comes from; None where there is none.
        receipt: what the sink gave back for the version before; empty where it never took one.
    """

    key: UUID
    version: int
    label: Label | None
    source: str
    external_id: str
    digest: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    decision_id: UUID | None = None
    receipt: str = ""
