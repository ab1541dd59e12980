"""Open items that can be decided together: nearly the same output, or flagged by the same rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.errors import ItemUnknown
from reviewer_app.domain.likeness import NEARLY_THE_SAME, similarity, words_of
from reviewer_app.domain.queue import QueueEntry, QueueQuery
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.desk import Seen
from reviewer_app.services.known import known
from reviewer_app.store import facts, peers, queue
from reviewer_app.store.peers import Head
from reviewer_app.store.rows import chunks
from reviewer_app.store.store import Connection, Store

MOST = 20_000
"""Open items of a step that are looked at."""

HEAD = 4_000
"""Characters of an output that are read of every open item of a step."""

WHOLE = 200_000
"""Characters up to which two long outputs are compared word by word; longer ones must be equal."""


@dataclass(frozen=True, slots=True)
class AlikeItem:
    """An open item beside another one. `is_equal`: its output is the same to the letter."""

    seen: Seen
    entry: QueueEntry
    similarity: float
    is_equal: bool = False


@dataclass(frozen=True, slots=True)
class Alike:
    """The open items of the same step that this person may take, beside the one asked about.

    Attributes:
        nearly_same: their output is nearly the same, the most alike first.
        same_rules: flagged by exactly the same rules, whatever they say.
        rules: those rules.
    """

    nearly_same: tuple[AlikeItem, ...] = ()
    same_rules: tuple[AlikeItem, ...] = ()
    rules: tuple[str, ...] = ()


def alike(store: Store, item_id: UUID) -> Alike:
    """What is like this item and waits as well.

    Raises:
        ItemUnknown: there is no such item.
    """
    with store.reading() as connection:
        entry = queue.entry(connection, item_id)
        if entry is None:
            raise ItemUnknown(str(item_id))
        others = _open_beside(connection, entry, store.device.person_id)
        heads = peers.output_heads(connection, [item_id, *others], HEAD)
        likeness = _likeness(connection, item_id, heads)
        rules = peers.rules(connection, [item_id, *others])
        mine = rules.get(item_id, frozenset())
        flagged = [key for key in others if mine and rules.get(key) == mine]
        found = known(connection, list({*likeness, *flagged}), store.device.person_id)
        text = heads.get(item_id)
        nearly = [
            AlikeItem(
                found[key].seen, others[key], share, is_equal=heads[key] == text and share == 1
            )
            for key, share in likeness.items()
        ]
        return Alike(
            nearly_same=tuple(sorted(nearly, key=lambda one: -one.similarity)),
            same_rules=tuple(
                AlikeItem(found[key].seen, others[key], likeness.get(key, 0.0)) for key in flagged
            ),
            rules=tuple(sorted(mine)),
        )


def _open_beside(connection: Connection, entry: QueueEntry, me: UUID) -> dict[UUID, QueueEntry]:
    """The items of a step that wait for a first verdict of this person's, in the order of work."""
    query = QueueQuery(
        statuses=(Status.QUEUED,), workflow=entry.workflow, step=entry.step, unassigned_or=me
    )
    found = queue.page(connection, query, 0, MOST, me)
    return {one.item_id: one for one in found if one.item_id != entry.item_id}


def _likeness(
    connection: Connection, item_id: UUID, heads: Mapping[UUID, Head]
) -> dict[UUID, float]:
    """How alike the outputs are that are nearly the same as this one's."""
    mine = heads.get(item_id, Head("", 0))
    words = words_of(mine.text)
    close: dict[UUID, float] = {}
    for key, head in heads.items():
        if key != item_id and _may_match(mine, head):
            share = similarity(words, words_of(head.text), NEARLY_THE_SAME)
            if share >= NEARLY_THE_SAME:
                close[key] = share
    longer = [key for key in close if max(mine.length, heads[key].length) > HEAD]
    whole = _whole(connection, item_id, longer) if longer else {}
    return {key: share for key, share in {**close, **whole}.items() if share >= NEARLY_THE_SAME}


def _may_match(one: Head, other: Head) -> bool:
    """Whether the lengths allow that two texts are nearly the same: figures may be longer."""
    shorter, longer = sorted((one.length, other.length))
    return shorter >= longer // 2


def _whole(connection: Connection, item_id: UUID, ids: Sequence[UUID]) -> dict[UUID, float]:
    """How alike long outputs are as wholes; 0 where they are not nearly the same."""
    text = facts.contents(connection, [item_id])[item_id].output
    words = words_of(text)
    found: dict[UUID, float] = {}
    for chunk in chunks(ids, 20):
        for key, content in facts.contents(connection, chunk).items():
            other = words_of(content.output)
            is_short = max(len(text), len(content.output)) <= WHOLE
            share = similarity(words, other, NEARLY_THE_SAME) if is_short else words == other
            found[key] = float(share)
    return found
