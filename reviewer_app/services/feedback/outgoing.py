"""The label of an item as a sink is to have it now."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from reviewer_app.domain.delivery import Delivery
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import canonical, parse
from reviewer_app.domain.labels import Judged, Label, label_of
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.withheld import FetchContent, fetch
from reviewer_app.store import labelled
from reviewer_app.store.store import Connection, Store


def labels(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, tuple[Judged, Label | None]]:
    """These items with the label that each has now; None where it has none, or none any more.

    A known item that was seeded has none: it measures people, not the agent.
    """
    found = {}
    for status, judged in labelled.states(connection, ids):
        is_label = status in {Status.RESOLVED, Status.SUPERSEDED} and judged.resolution.verdict
        found[judged.item.id] = judged, label_of(judged) if is_label else None
    return found


def digest(label: Label | None) -> str:
    """What tells one state of a label from another; empty for none."""
    return digest_of(canonical(label)) if label is not None else ""


def outgoing(
    store: Store, delivery: Delivery, fetch_content: FetchContent | None
) -> tuple[Outgoing, str]:
    """What a sink is handed for a delivery, and the digest of that label.

    A content that is on the hub alone is fetched first, so that no label goes out without it.
    """
    with store.reading() as connection:
        judged, label = labels(connection, [delivery.item_id])[delivery.item_id]
    if judged.content is None and fetch(store, delivery.item_id, fetch_content):
        with store.reading() as connection:
            judged, label = labels(connection, [delivery.item_id])[delivery.item_id]
    opinions = judged.resolution.opinions
    made = Outgoing(
        key=delivery.item_id,
        version=delivery.version,
        label=label,
        source=judged.item.source,
        external_id=judged.item.external_id,
        digest=judged.item.content_hash,
        meta=_meta(judged),
        decision_id=opinions[-1].decision.id if opinions else None,
        receipt=delivery.receipt,
    )
    return made, digest(label)


def _meta(judged: Judged) -> Mapping[str, Any]:
    if judged.content is None:
        return {}
    try:
        meta = parse(judged.content.meta)
    except JsonRefused:
        return {}
    return meta if isinstance(meta, dict) else {}
