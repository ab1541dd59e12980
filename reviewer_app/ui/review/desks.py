"""Desks kept ready, so that the next item can be painted in the same frame."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from uuid import UUID

from reviewer_app.services.desk import Desk
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.review.outputs.views import make_ready

KEPT = 12
"""Desks kept ready at most."""


class Desks:
    """Opens items off the window's thread and keeps the latest few."""

    def __init__(self, session: ReviewSession, jobs: Jobs) -> None:
        self._session, self._jobs = session, jobs
        self._kept: OrderedDict[UUID, Desk] = OrderedDict()
        self._asked: dict[tuple[UUID, int], list[Callable[[Ok[Desk] | Err], None]]] = {}
        self._ages: Counter[UUID] = Counter()
        self._age = 0

    def ready(self, item_id: UUID) -> Desk | None:
        """The desk of this item, if it is there already."""
        return self._kept.get(item_id)

    def keep(self, desk: Desk) -> None:
        """Keeps a desk that is known to be current."""
        self._kept[desk.item.id] = desk
        self._kept.move_to_end(desk.item.id)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def drop(self, item_id: UUID) -> None:
        """Forgets an item that has just been changed."""
        self._kept.pop(item_id, None)
        self._ages[item_id] += 1

    def drop_all(self) -> None:
        """Forgets everything: somebody else has written."""
        self._kept.clear()
        self._age += 1

    def open(self, item_id: UUID, then: Callable[[Ok[Desk] | Err], None]) -> None:
        """Opens an item and keeps it; the same question is not asked twice at once."""
        age = self._age_of(item_id)
        if (item_id, age) in self._asked:
            self._asked[item_id, age].append(then)
            return
        self._asked[item_id, age] = [then]

        def arrive(outcome: Ok[Desk] | Err) -> None:
            if isinstance(outcome, Ok) and age == self._age_of(item_id):
                self.keep(outcome.value)
            for waiting in self._asked.pop((item_id, age), []):
                waiting(outcome)

        self._jobs.read(lambda: make_ready(self._session.open(item_id)), arrive)

    def _age_of(self, item_id: UUID) -> int:
        """Grows whenever what was read of the item, or is being read, may be stale."""
        return self._age + self._ages[item_id]

    def preload(self, item_ids: Iterable[UUID]) -> None:
        """Makes these ready, in order, where they are not."""
        for item_id in item_ids:
            if item_id not in self._kept and (item_id, self._age_of(item_id)) not in self._asked:
                self.open(item_id, _ignore)


def _ignore(outcome: Ok[Desk] | Err) -> None:
    """What was only prepared is asked for again, and answered for, when it is shown."""
    del outcome
