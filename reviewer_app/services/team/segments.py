"""Chains that were continued elsewhere: a restored backup catches up, a copy begins its own."""

from uuid import UUID

import orjson

from reviewer_app.domain import chain
from reviewer_app.domain.records import Device
from reviewer_app.services.team.access import Access
from reviewer_app.services.team.receiving import Receiver
from reviewer_app.store import chains, identity, received, unsent
from reviewer_app.store.hub import members, wire
from reviewer_app.store.hub.wire import Greeting
from reviewer_app.store.store import Store

AT_ONCE = 200


def catch_up(store: Store, link: "wire.Link", greeting: Greeting, receiver: Receiver) -> None:
    """Fetches entries of this device that the hub has and this machine has not.

    That is so after a backup was restored here: what was decided since then is on the hub.
    """
    if greeting.head is None:
        return
    with store.reading() as connection:
        here = unsent.head(connection, store.device.id)
    while here < greeting.head[0]:
        entries = wire.own_entries(link, store.device.id, here, AT_ONCE)
        with store.reading() as connection:
            last = unsent.entry(connection, store.device.id, here)
        if not entries or entries[0].previous_hash != (last.hash if last else chain.GENESIS):
            return  # sending finds the fork
        about = [orjson.loads(entry.body).get("item_id") for entry in entries]
        receiver.fetch(sorted({UUID(key) for key in about if key}))
        with store.writing() as connection:
            received.add_entries(
                connection, [e for e, key in zip(entries, about, strict=True) if not key]
            )
        here = entries[-1].n


def begin(store: Store, access: Access) -> None:
    """Goes on with a chain of its own: two machines never share one.

    What the hub does not have of it is chained anew; the facts keep their ids.
    """
    old = store.device
    fresh = Device(
        id=identity.new_id(), person_id=old.person_id, name=old.name, public_key=old.public_key
    )
    with access.connected() as link:
        common = _common(store, link, old.id)
        members.new_segment(link, fresh.id)
    with store.writing() as connection:
        received.put_people(connection, [], [fresh])
        chains.continue_as(connection, old.id, fresh.id, common)
    store.reload_device()


def _common(store: Store, link: "wire.Link", device: UUID) -> int:
    """The number of the last entry that the hub and this machine share."""
    with store.reading() as connection:
        low, high = 0, unsent.head(connection, device)
    while low < high:
        middle = (low + high + 1) // 2
        with store.reading() as connection:
            here = unsent.entry(connection, device, middle)
        there = wire.own_entries(link, device, middle - 1, 1)
        is_shared = bool(there) and here is not None and there[0].hash == here.hash
        low, high = (middle, high) if is_shared else (low, middle - 1)
    return low
