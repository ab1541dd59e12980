"""Down: what changed since the last round, as this person may know it now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID

from reviewer_app.domain.records import Content
from reviewer_app.domain.team import SyncState
from reviewer_app.services.progress import Cancelled
from reviewer_app.services.team.room import Room
from reviewer_app.store import membership, received, search
from reviewer_app.store.hub import roster, wire
from reviewer_app.store.received import Parcel, Received
from reviewer_app.store.store import Store

NEWS_AT_ONCE = 1_000
ITEMS_AT_ONCE = 200
HEAD = 2_000
"""Characters of an output that come along where its whole does not."""

SMALL = 64 << 10
"""Bytes of a content up to which it comes with others in one go."""

Fields = Callable[[str], Mapping[str, float | str]]


class Receiver:
    """Takes in what the hub has for this person: each batch and its place in one transaction."""

    def __init__(self, store: Store, link: "wire.Link", fields: Fields, room: Room) -> None:
        self._store, self._link = store, link
        self._fields, self._room = fields, room
        self.down = 0
        self.conflicts = 0
        self.erased = 0

    def receive(self, state: SyncState, cancelled: Cancelled) -> SyncState:
        """Everything since `state`; gives where this machine stands then."""
        if not state.is_whole:
            state = self._read_all(state, cancelled)
        while state.is_whole and not cancelled():
            rows = wire.news(self._link, state.xid, state.seq, NEWS_AT_ONCE)
            if not rows:
                break
            state = self._take_news(state, rows)
        self._index()
        return state

    def fetch(self, ids: Sequence[UUID], state: SyncState | None = None) -> None:
        """Takes in these items as they are now; with a state, that in the same transaction."""
        pieces = [ids[i : i + ITEMS_AT_ONCE] for i in range(0, len(ids), ITEMS_AT_ONCE)]
        for n, piece in enumerate(pieces):
            self._take_items(piece, state if n == len(pieces) - 1 else None)

    def _read_all(self, state: SyncState, cancelled: Cancelled) -> SyncState:
        """The first round, or one after a loss: items in reach one after the other.

        The place in the feed is noted before, so that nothing that happens meanwhile is missed.
        """
        if state.reading_after is None:
            state = state.model_copy(
                update={"xid": wire.horizon(self._link) - 1, "seq": 2**62, "last_subject": None}
            )
            self.take_team()
        while not cancelled():
            ids = wire.reach_after(self._link, state.reading_after, ITEMS_AT_ONCE)
            if not ids:
                state = state.model_copy(update={"is_whole": True, "reading_after": None})
                self._keep(state)
                break
            state = state.model_copy(update={"reading_after": ids[-1]})
            self._take_items(ids, state)
        return state

    def _take_news(self, state: SyncState, rows: Sequence[wire.News]) -> SyncState:
        last = rows[-1]
        state = state.model_copy(
            update={"xid": last.xid, "seq": last.seq, "last_subject": last.subject}
        )
        people = {row.subject for row in rows if row.kind == "person"}
        if people:
            self._take_people(sorted(people))
        facts = [row.subject for row in rows if row.kind in {"policy", "mode"}]
        if facts:
            self._take_facts(facts)
        if any(row.kind == "reach" for row in rows):
            state = state.model_copy(update={"is_whole": False, "reading_after": None})
        items = list(dict.fromkeys(row.subject for row in rows if row.kind == "item"))
        if items:
            self.fetch(items, state)
        else:
            self._keep(state)
        return state

    def _take_items(self, ids: Sequence[UUID], state: SyncState | None) -> None:
        known = wire.known(self._link, ids)
        people = {e for e in map(received.author_of, known.entries) if e is not None}
        with self._store.reading() as connection:
            missing = received.unknown_people(connection, people)
        if missing:
            self._take_people(missing)
        within = {one.item_id for one in known.states if one.within_reach}
        contents, large = self._contents(within)
        parcel = Parcel(
            items=known.items,
            selections=known.selections,
            contents=contents,
            attachments=known.attachments,
            entries=known.entries,
            texts=known.texts,
            gold=known.gold,
            within_reach=frozenset(within),
            gone=frozenset(ids) - within,
        )
        with self._store.writing() as connection:
            self._count(received.take_in(connection, parcel, self._fields, self._store.now()))
            if state is not None:
                membership.put_state(connection, state)
        self._bring_large(large)

    def _contents(self, ids: Iterable[UUID]) -> tuple[list[Content], list[UUID]]:
        """What comes along of the contents that are not here, and the large ones that follow.

        Small ones come whole where there is room; of all others the head comes.
        """
        with self._store.reading() as connection:
            missing = received.without_content(connection, ids)
        if not missing:
            return [], []
        sizes = wire.sizes(self._link, missing)
        wanted = [key for key in missing if self._room.takes(sizes.get(key, 0))]
        whole = [key for key in wanted if sizes.get(key, 0) <= SMALL]
        heads = sorted(set(missing) - set(whole))
        found = wire.contents(self._link, whole) if whole else []
        found += wire.contents(self._link, heads, HEAD) if heads else []
        return found, [key for key in wanted if sizes.get(key, 0) > SMALL]

    def _bring_large(self, ids: Sequence[UUID]) -> None:
        """One at a time, so that no two large ones are in memory."""
        for key in ids:
            found = wire.contents(self._link, [key])
            with self._store.writing() as connection:
                received.put_contents(connection, found, self._fields)

    def take_team(self) -> None:
        """Everybody, and the policies in force so far."""
        self._take_people(None)
        self._take_facts(wire.team_facts(self._link))

    def _take_people(self, ids: Sequence[UUID] | None) -> None:
        people, devices = roster.people(self._link, ids), roster.devices(self._link, ids)
        with self._store.writing() as connection:
            received.put_people(connection, people, devices)

    def _take_facts(self, ids: Sequence[UUID]) -> None:
        entries = wire.entries_of(self._link, ids)
        with self._store.writing() as connection:
            self._count(received.add_entries(connection, entries))

    def _index(self) -> None:
        """Makes searchable what came."""
        indexed = search.AT_ONCE
        while indexed == search.AT_ONCE:
            with self._store.writing() as connection:
                indexed = search.index_some(connection)

    def _keep(self, state: SyncState) -> None:
        with self._store.writing() as connection:
            membership.put_state(connection, state)

    def _count(self, taken: Received) -> None:
        self.down += taken.fresh
        self.conflicts += len(taken.conflicts)
        self.erased += taken.erased
