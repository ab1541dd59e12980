"""Lists of the queue: what a search means, how many it finds, pages of it, what may be typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.holding import Holding
from reviewer_app.domain.queue import COUNTED, Figure, Picked, QueueEntry, QueueQuery, Sort
from reviewer_app.domain.search.conditions import Condition, Fault, Search, Text
from reviewer_app.domain.search.parsing import Scope, parse
from reviewer_app.domain.search.times import Calendar
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.tags import TagKind
from reviewer_app.domain.vocabulary import EVERYONE, LEADS, OPEN_STATUSES, Status
from reviewer_app.services.opinions import as_seen, sights
from reviewer_app.services.policies import Policies
from reviewer_app.store import identity, names, peers, producers, queue, tags
from reviewer_app.store.holdings import holdings
from reviewer_app.store.store import Connection, Store

_CURRENT = tuple(status for status in Status if status is not Status.SUPERSEDED)
_ABOUT_DONE = frozenset({"decided", "verdict", "error"})
"""Keys that ask for what was decided, whatever the list was about."""


class SearchFaulty(UsageError):
    """A search cannot be understood."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(
            sentence(
                "The search was not understood at character {place}: {why}",
                place=fault.start + 1,
                why=fault.says,
            )
        )


class Lists:
    """Questions about the queue, for one person."""

    def __init__(self, store: Store, policies: Policies) -> None:
        self._store, self._policies = store, policies

    def scope(self) -> Scope:
        """What a search is read against now."""
        now = self._store.now().astimezone()
        return Scope(Calendar(now, midnight), self._policies.engine().policy.search_fields)

    def read(self, text: str) -> Search:
        """What a search means now; what cannot be understood is said in its faults."""
        return parse(text, self.scope())

    def total(self, query: QueueQuery) -> int:
        """How many entries the query has, every one counted.

        Raises:
            SearchFaulty: the search cannot be understood; so do all of the questions below.
        """
        asked = self._understood(query)
        with self._store.reading() as connection:
            return queue.total(connection, asked, self._me)

    def figure(self, query: QueueQuery, most: int = COUNTED) -> Figure:
        """How many entries the query has, counted as far as `most`."""
        asked = self._understood(query)
        with self._store.reading() as connection:
            return queue.figure(connection, asked, self._me, most)

    def figures(self, queries: Sequence[QueueQuery]) -> list[Figure | None]:
        """How many entries each query has; None where its search is faulty."""
        return [self._figure_or_none(query) for query in queries]

    def page(self, query: QueueQuery, offset: int, limit: int) -> list[QueueEntry]:
        """Entries `offset` to `offset + limit` of the query; what was skipped comes last."""
        asked = self._understood(query)
        with self._store.reading() as connection:
            found = queue.page(connection, asked, offset, limit, self._me)
            return as_seen(connection, found, self._me)

    def covered(self, entries: Sequence[QueueEntry]) -> frozenset[UUID]:
        """Those of these entries whose step is judged blind and that not all have judged yet.

        Their risk and confidence are not to be seen before.
        """
        waiting = [entry.item_id for entry in entries if entry.verdict is None]
        with self._store.reading() as connection:
            blind = list(peers.blind(connection, waiting))
            seen = sights(connection, blind, self._me) if blind else {}
        return frozenset(key for key, (sight, _) in seen.items() if sight.is_covered)

    def held(self, entries: Sequence[QueueEntry]) -> Mapping[UUID, Holding]:
        """Of those of these entries that show no text: how much of their content is here."""
        silent = [entry.item_id for entry in entries if not entry.excerpt]
        with self._store.reading() as connection:
            return holdings(connection, silent)

    def ids(self, query: QueueQuery, limit: int) -> list[UUID]:
        """The items of the query in its order, the first `limit` of them."""
        asked = self._understood(query)
        with self._store.reading() as connection:
            return queue.ids(connection, asked, limit, self._me)

    def picked(self, picked: Picked, limit: int) -> list[UUID]:
        """The items that were picked, the first `limit` of them."""
        if picked.query is None:
            return list(picked.ids[:limit])
        found = self.ids(picked.query, limit + len(picked.without))
        return [item_id for item_id in found if item_id not in picked.without][:limit]

    def begun(self, text: str, limit: int) -> list[QueueEntry]:
        """The items whose id, or whose source's id, begins with a text; exact ones first."""
        wanted = Condition("id", (Text(text.strip(), is_prefix=True),))
        query = QueueQuery(statuses=_CURRENT, asked=Search(conditions=(wanted,)))
        with self._store.reading() as connection:
            entries = queue.begun(connection, query, limit, self._me) if text.strip() else []
            found = as_seen(connection, entries, self._me)
        return sorted(found, key=lambda entry: entry.external_id != text.strip())

    def my_pools(self) -> tuple[str, ...]:
        """The pools whose items are this person's to take."""
        with self._store.reading() as connection:
            return pools_of(connection, self._me)

    def names(self, key: str, begin: str, limit: int = 60) -> list[str]:
        """The names that a key's value can have, of a field those that begin like this."""
        policy = self._policies.engine().policy
        with self._store.reading() as connection:
            if key in policy.search_fields:
                return names.field_values(connection, key, begin, limit)
            found = _NAMES[key](connection) if key in _NAMES else []
        declared = [rule.name for rule in policy.rules] if key == "rule" else []
        routes = [rule.route for rule in policy.rules if rule.route] if key == "pool" else []
        return sorted({*found, *declared, *routes}, key=lambda name: (name.casefold(), name))

    @property
    def _me(self) -> UUID:
        return self._store.device.person_id

    def _figure_or_none(self, query: QueueQuery) -> Figure | None:
        try:
            return self.figure(query)
        except SearchFaulty:
            return None

    def _understood(self, query: QueueQuery) -> QueueQuery:
        """The query with its search read, and with what the search says instead of the view."""
        search = self.read(query.search)
        if search.faults:
            raise SearchFaulty(search.faults[0])
        pools = self.my_pools() if query.given_to is not None else ()
        return _widened(replace(query, asked=search, pools=pools))


def _widened(query: QueueQuery) -> QueueQuery:
    """Who asks for a status or for decided items means all of them, whatever the view shows."""
    said = {c.key for c in query.asked.conditions if not c.is_negated}
    if "status" in said:
        query = replace(query, statuses=())
    elif said & _ABOUT_DONE and set(query.statuses) == set(OPEN_STATUSES):
        sort = Sort.DECIDED if query.sort is Sort.PRIORITY else query.sort
        query = replace(query, statuses=_CURRENT, sort=sort)
    if "assignee" in said:
        query = replace(query, assignee=None, unassigned_or=None, given_to=None)
    return query


def pools_of(connection: Connection, person_id: UUID) -> tuple[str, ...]:
    """The pools of a person, with those that everybody, leads and people of a role are in."""
    person = identity.person_of(connection, person_id)
    leading = {LEADS} if person.role == identity.LEAD else set()
    return tuple(sorted({EVERYONE, person.role, *person.pools, *leading}))


def midnight(day: date) -> datetime:
    """When a day begins here; of days that this machine's clock cannot place, in UTC."""
    begin = datetime.combine(day, time())
    try:
        return begin.astimezone()
    except (OSError, OverflowError, ValueError):
        return begin.replace(tzinfo=UTC)


def _team(connection: Connection) -> list[str]:
    return [person.name for person in identity.team(connection)]


_NAMES: Mapping[str, Callable[[Connection], list[str]]] = {
    "workflow": lambda connection: producers.names(connection, "workflow"),
    "step": lambda connection: producers.names(connection, "step"),
    "agent": lambda connection: producers.names(connection, "agent"),
    "model": lambda connection: producers.names(connection, "model_version"),
    "rule": lambda connection: tags.names(connection, TagKind.RULE),
    "error": lambda connection: tags.names(connection, TagKind.ERROR),
    "source": names.sources,
    "assignee": _team,
    "decided": _team,
}
