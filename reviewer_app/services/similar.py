"""Precedents: the decided items of a step that an item is most like, and what became of them."""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from uuid import UUID

from reviewer_app.domain.differences import Piece, pieces_between
from reviewer_app.domain.errors import ItemUnknown
from reviewer_app.domain.fold import excerpt_of, terms_of
from reviewer_app.domain.likeness import (
    ALIKE,
    LEAST,
    Likeness,
    Words,
    likeness_of,
    similarity_of_pairs,
    words_of,
)
from reviewer_app.domain.records import Content, Item, Selection
from reviewer_app.domain.resolution import Opinion, resolution_of
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.opinions import sights
from reviewer_app.store import facts, peers, queue
from reviewer_app.store.holdings import erased
from reviewer_app.store.peers import Decided, Place
from reviewer_app.store.store import Connection, Store

LOOKED_AT = 1_000
"""The latest decided items of a step that are compared."""

REMEMBERED = 4_000
"""Items whose words are kept: they never change, and the next item is compared with them too."""

COMPARED = 20_000
"""Characters up to which the difference of a correction is worked out beside a list."""

ERRORS_READ = 200
"""Alike items whose error types are counted."""


@dataclass(frozen=True, slots=True)
class SimilarItem:
    """A decided item and how it was decided. `difference` is the correction's, if it had one."""

    item_id: UUID
    external_id: str
    agent: str
    excerpt: str
    similarity: float
    verdict: Verdict
    person: str
    decided_at: datetime | None
    error_types: tuple[str, ...] = ()
    comment: str = ""
    difference: tuple[Piece, ...] = ()

    @property
    def likeness(self) -> Likeness:
        """How alike it is, in words."""
        return likeness_of(self.similarity)


@dataclass(frozen=True, slots=True)
class Precedents:
    """The most similar decided items, and what became of all that are alike.

    Attributes:
        items: the most similar first, those of the same agent before others that are as alike.
        verdicts: how many of the alike ones came to which verdict, the most first.
        error: what was wrong most often, or nothing.
        looked_at: how many decided items were compared.
        is_covered: the step is judged blind, so that nothing is shown before the verdict.
    """

    items: tuple[SimilarItem, ...] = ()
    verdicts: tuple[tuple[Verdict, int], ...] = ()
    error: str = ""
    looked_at: int = 0
    is_covered: bool = False

    @property
    def alike(self) -> int:
        """How many are alike."""
        return sum(count for _, count in self.verdicts)


@dataclass(frozen=True, slots=True)
class _Match:
    """A decided item and how alike it is."""

    decided: Decided
    similarity: float


class Similar:
    """Finds precedents, for one profile."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._words: OrderedDict[UUID, tuple[Words, Words]] = OrderedDict()
        self._lock = Lock()

    def precedents(self, item_id: UUID, limit: int) -> Precedents:
        """The `limit` decided items of the same step that are most like this one.

        Raises:
            ItemUnknown: there is no such item.
        """
        with self._store.reading() as connection:
            entry = queue.entry(connection, item_id)
            if entry is None:
                raise ItemUnknown(str(item_id))
            selection = facts.selections(connection, [item_id])[item_id]
            me = self._store.device.person_id
            if selection.blind and sights(connection, [item_id], me)[item_id][0].is_covered:
                return Precedents(is_covered=True)
            place = Place(entry.workflow, entry.step, entry.agent)
            decided = peers.latest_decided(connection, place, LOOKED_AT + 1)
            others = [one for one in decided if one.item_id != item_id][:LOOKED_AT]
            matches = self._matches(connection, item_id, others)
            return _told(connection, _ranked(matches, entry.agent), limit, len(others))

    def _matches(
        self, connection: Connection, item_id: UUID, others: Sequence[Decided]
    ) -> list[_Match]:
        words = self._words_of(connection, [item_id, *(one.item_id for one in others)])
        mine = words[item_id]
        return [_Match(one, similarity_of_pairs(mine, words[one.item_id])) for one in others]

    def _words_of(
        self, connection: Connection, ids: Sequence[UUID]
    ) -> Mapping[UUID, tuple[Words, Words]]:
        """The words of these items, kept: a content never changes, but for being erased."""
        gone = erased(connection, ids)
        with self._lock:
            for key in gone:
                self._words.pop(key, None)
            found = {key: self._words[key] for key in ids if key in self._words}
        fresh = peers.heads(connection, [key for key in ids if key not in found])
        made = {key: (words_of(asked), words_of(output)) for key, (asked, output) in fresh.items()}
        with self._lock:
            self._words.update(made)
            while len(self._words) > REMEMBERED:
                self._words.popitem(last=False)
        return {**dict.fromkeys(ids, ((), ())), **found, **made}


def _ranked(matches: Iterable[_Match], agent: str) -> list[_Match]:
    """The most alike first; among those that are as alike in words, the same agent's."""

    def rank(match: _Match) -> tuple[int, bool, float]:
        level = list(Likeness).index(likeness_of(match.similarity))
        return level, match.decided.agent != agent, -match.similarity

    return sorted(matches, key=rank)


def _told(
    connection: Connection, ranked: Sequence[_Match], limit: int, looked_at: int
) -> Precedents:
    alike = [match for match in ranked if match.similarity >= ALIKE]
    told = [match for match in ranked[:limit] if match.similarity >= LEAST]
    read = list({m.decided.item_id: m for m in [*told, *alike[:ERRORS_READ]]})
    opinions = facts.opinions(connection, read)
    return Precedents(
        items=tuple(_items(connection, told, opinions)),
        verdicts=tuple(Counter(m.decided.verdict for m in alike).most_common()),
        error=_commonest_error(alike[:ERRORS_READ], opinions),
        looked_at=looked_at,
    )


def _commonest_error(alike: Sequence[_Match], opinions: Mapping[UUID, Sequence[Opinion]]) -> str:
    errors = Counter(
        error
        for match in alike
        if match.decided.verdict is not Verdict.APPROVE
        for error in {
            e for o in opinions.get(match.decided.item_id, ()) for e in o.decision.error_types
        }
    )
    return errors.most_common(1)[0][0] if errors else ""


def _items(
    connection: Connection, told: Sequence[_Match], opinions: Mapping[UUID, Sequence[Opinion]]
) -> Iterable[SimilarItem]:
    ids = [match.decided.item_id for match in told]
    items, contents = facts.items(connection, ids), facts.contents(connection, ids)
    selections = facts.selections(connection, ids)
    for match in told:
        key = match.decided.item_id
        known = items[key], contents.get(key), selections[key]
        yield _item(match, known, opinions.get(key, ()))


def _item(
    match: _Match,
    known: tuple[Item, Content | None, Selection],
    opinions: Sequence[Opinion],
) -> SimilarItem:
    item, content, selection = known
    output = content.output if content else ""
    outcome = resolution_of(opinions, output, terms_of(selection))
    said = outcome.opinions
    errors = dict.fromkeys(e for o in said for e in o.decision.error_types)
    corrected = outcome.expected_output if match.decided.verdict is Verdict.CORRECT else None
    return SimilarItem(
        item_id=item.id,
        external_id=item.external_id,
        agent=item.agent,
        excerpt=excerpt_of(output),
        similarity=match.similarity,
        verdict=match.decided.verdict,
        person=said[-1].person if said else "",
        decided_at=match.decided.decided_at,
        error_types=tuple(errors),
        comment="\n".join(o.comment for o in said if o.comment),
        difference=_difference(output, corrected),
    )


def _difference(output: str, corrected: str | None) -> tuple[Piece, ...]:
    """What a correction changed, where both texts are short enough to compare beside a list."""
    if corrected is None or len(output) + len(corrected) > COMPARED:
        return ()
    return pieces_between(output, corrected)
