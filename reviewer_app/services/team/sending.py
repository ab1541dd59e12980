"""Up: items that were made here, then the entries of this device's chain, in order."""

from collections.abc import Callable, Sequence
from itertools import takewhile
from uuid import UUID

from reviewer_app.domain.records import JournalEntry
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.team import HubRefusal
from reviewer_app.services.progress import Cancelled
from reviewer_app.store import arrivals, membership, policies, projection, unsent
from reviewer_app.store.foreign_facts import item_of
from reviewer_app.store.hub import pieces, wire
from reviewer_app.store.hub.errors import ChainForked, HubMisused, NotPermitted, sentences
from reviewer_app.store.hub.wire import Greeting
from reviewer_app.store.store import Store

BATCH = 500
"""Facts a transaction on the hub."""

ITEMS_AT_ONCE = 200
BYTES_AT_ONCE = 4 << 20
"""How much content is in memory at a time."""

STALE = "stale"
TAKEN = frozenset({"known", "added"})

Count = Callable[[int], None]


def send(
    store: Store, link: "wire.Link", greeting: Greeting, sent: Count, cancelled: Cancelled
) -> list[str]:
    """Sends what the hub does not have; gives sentences about what it did not take."""
    notes = _send_items(store, link, sent, cancelled)
    with store.reading() as connection:
        histories = unsent.histories(connection)
    for device in histories:
        after = greeting.histories.get(device, 0)
        notes += _send_chain(store, link, (device, after), sent, cancelled)
    head = greeting.head[0] if greeting.head else 0
    _check_fork(store, greeting)
    after = min(head, _acknowledged(store))
    notes += _send_chain(store, link, (store.device.id, after), sent, cancelled)
    _offer_again(store, link, sent)
    return notes


def _offer_again(store: Store, link: "wire.Link", sent: Count) -> None:
    """Offers what a hub could not take because it did not have the item, which may be there now."""
    with store.reading() as connection:
        entries = unsent.offered_again(connection, store.device.id, BATCH)
        texts = unsent.texts(connection, [e.fact_id for e in entries if e.kind == "decision"])
    if not entries:
        return
    outcomes = dict(wire.put_facts(link, entries, texts))
    taken = [e for e in entries if outcomes.get(e.fact_id) in TAKEN]
    if taken:
        with store.writing() as connection:
            unsent.take_refusals_back(connection, [e.fact_id for e in taken])
            projection.refold(connection, {item for e in taken if (item := item_of(e))})
        sent(len(taken))


def _acknowledged(store: Store) -> int:
    """Up to which entry the hub's answers came here.

    What follows is sent again even where the hub has it: the answer that was lost may have
    been that it refused something.
    """
    with store.reading() as connection:
        hub = membership.joined(connection)
        return membership.state(connection, hub.hub_id).sent_n if hub else 0


def _check_fork(store: Store, greeting: Greeting) -> None:
    """Does nothing where the hub's last entry of this device is the one here.

    Raises:
        ChainForked: it is another one.
    """
    if greeting.head is None:
        return
    with store.reading() as connection:
        kept = unsent.entry(connection, store.device.id, greeting.head[0])
    if kept is not None and kept.hash != greeting.head[1]:
        raise ChainForked


def _send_items(store: Store, link: "wire.Link", sent: Count, cancelled: Cancelled) -> list[str]:
    notes: list[str] = []
    while not cancelled():
        with store.reading() as connection:
            waiting = unsent.items(connection, ITEMS_AT_ONCE)
        if not waiting:
            break
        source = waiting[0].item.source
        batch = _bounded([one for one in waiting if one.item.source == source])
        ids = [one.item.id for one in batch]
        try:
            with sentences():
                taken = wire.put_items(link, source, batch)
                _send_files(store, link, batch)
        except (NotPermitted, HubMisused) as error:
            notes.append(error.told)
            taken = {}
        with store.writing() as connection:
            unsent.acknowledge(connection, ids, store.now())
            if not taken:
                unsent.note_refusals(
                    connection, [_refused(store, key, "item", str(notes[-1])) for key in ids]
                )
        sent(sum(outcome == "added" for _, outcome in taken.values()))
    return notes


def _bounded(waiting: Sequence[unsent.Waiting]) -> list[unsent.Waiting]:
    """As many as fit into memory; the first one always."""
    batch: list[unsent.Waiting] = []
    size = 0
    for one in waiting:
        size += len(one.content.output) + len(one.content.input or "") + len(one.content.meta)
        size += len(one.content.trace or "")
        if batch and size > BYTES_AT_ONCE:
            break
        batch.append(one)
    return batch


def _send_files(store: Store, link: "wire.Link", batch: Sequence[unsent.Waiting]) -> None:
    for file in (file for one in batch for file in one.attachments):
        with store.reading() as connection:
            found = arrivals.attachment_pieces(connection, file.hash)
        for n, data in enumerate(found):
            pieces.put_chunk(link, file.hash, n, data)


def _send_chain(
    store: Store, link: "wire.Link", place: tuple[UUID, int], sent: Count, cancelled: Cancelled
) -> list[str]:
    """Sends what follows a place of a chain: a device, and the number of an entry."""
    device, after = place
    notes: list[str] = []
    is_own = device == store.device.id
    while not cancelled():
        with store.reading() as connection:
            waiting = unsent.entries(connection, device, after, BATCH)
            entries = list(takewhile(lambda entry: entry.signature, waiting))
            texts = unsent.texts(connection, [e.fact_id for e in entries if e.kind == "decision"])
        if not entries:
            break
        after = entries[-1].n
        chosen = entries if is_own else [e for e in entries if e.kind in _BROUGHT]
        if not chosen:
            continue
        outcomes = wire.put_facts(link, chosen, texts)
        notes += _keep_refusals(store, chosen, dict(outcomes))
        if is_own:
            _note_sent(store, after)
        sent(sum(outcome == "added" for _, outcome in outcomes))
    return notes


def _note_sent(store: Store, n: int) -> None:
    with store.writing() as connection:
        hub = membership.joined(connection)
        if hub is not None:
            state = membership.state(connection, hub.hub_id)
            membership.put_state(connection, state.model_copy(update={"sent_n": n}))


_BROUGHT = frozenset({"decision", "decline", "escalation", "release", "erasure"})
"""What of a history crosses: not the policies that were in force on one machine alone."""


def _keep_refusals(
    store: Store, entries: Sequence[JournalEntry], outcomes: dict[UUID, str]
) -> list[str]:
    """Keeps what the hub did not take, with its reason; gives a sentence for each kind of it."""
    refused = [
        _refused(store, e.fact_id, e.kind, outcomes[e.fact_id], item_of(e))
        for e in entries
        if outcomes.get(e.fact_id, "known") not in TAKEN
    ]
    if not refused:
        return []
    stale = [one.fact_id for one in refused if one.kind == "policy_version"]
    with store.writing() as connection:
        unsent.note_refusals(connection, refused)
        if stale:
            policies.keep_private(connection, stale)
    notes: list[str] = []
    if any(one.reason == STALE for one in refused):
        notes.append(
            sentence(
                "Your policy was not put in force: another lead put one in force meanwhile. It is "
                "in force here now; look at the difference, and apply yours again."
            )
        )
    others = [one for one in refused if one.reason != STALE]
    if others:
        notes.append(
            sentence(
                "The hub did not take {n} of your acts: {why}. They are kept here and shown to "
                "your lead.",
                n=len(others),
                why="; ".join(sorted({one.reason for one in others})),
            )
        )
    return notes


def _refused(
    store: Store, fact: UUID, kind: str, reason: str, item: UUID | None = None
) -> HubRefusal:
    return HubRefusal(fact_id=fact, kind=kind, item_id=item, reason=reason, at=store.now())
