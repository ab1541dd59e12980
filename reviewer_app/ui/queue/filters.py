"""What restricts the list: a view, the filters beside the search box, and the search itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Risk, Status
from reviewer_app.ui.language import mark

NOBODY = UUID(int=0)
"""The id of no person: "given to nobody or to them" is then "given to nobody"."""


class View(StrEnum):
    """The lists that the rail offers."""

    QUEUE = mark("My queue")
    ESCALATED = mark("Escalated to me")
    DISPUTED = mark("Disputed")
    DECIDED = mark("Decided")
    ALL = mark("All")


class For(StrEnum):
    """Whose items are listed."""

    ME_OR_NOBODY = mark("Me or nobody")
    ME = mark("Me")
    NOBODY = mark("Nobody")
    ANYONE = mark("Anyone")


_STATUSES = {
    View.QUEUE: OPEN_STATUSES,
    View.ESCALATED: (Status.ESCALATED,),
    View.DISPUTED: (Status.DISPUTED,),
    View.DECIDED: (Status.RESOLVED,),
    View.ALL: (),
}

SORT_WORDS = {
    Sort.PRIORITY: mark("priority"),
    Sort.RISK: mark("risk, then due time"),
    Sort.DUE: mark("due time"),
    Sort.CONFIDENCE: mark("confidence"),
    Sort.AGE: mark("age"),
    Sort.NEWEST: mark("newest"),
    Sort.DECIDED: mark("time of decision"),
    Sort.RANDOM: mark("chance within each risk"),
}

_OWN_ORDERS = {View.DECIDED: Sort.DECIDED, View.ALL: Sort.NEWEST}
"""The orders of views that are not by priority."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the person chose; empty fields do not restrict."""

    view: View = View.QUEUE
    status: Status | None = None
    workflow: str | None = None
    risk: Risk | None = None
    whose: For | None = None
    sort: Sort | None = None
    search: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beyond the view restricts the list."""
        return self != Filters(view=self.view, sort=self.sort)

    def cleared(self) -> "Filters":
        """The view alone."""
        return Filters(view=self.view)

    def order(self) -> Sort:
        """The order in force: what was chosen, else the view's own."""
        return self.sort or _OWN_ORDERS.get(self.view, Sort.PRIORITY)

    def query(self, me: UUID, pulled_until: datetime | None, shuffle: str = "") -> QueueQuery:
        """The question to ask of the queue.

        Args:
            me: who asks.
            pulled_until: leaves out what came later.
            shuffle: where the order by chance begins for them.
        """
        own = {View.QUEUE: For.ME_OR_NOBODY}.get(self.view, For.ANYONE)
        whose = self.whose or own
        is_mine = self.view is View.ESCALATED and self.whose is None
        return QueueQuery(
            statuses=(self.status,) if self.status else _STATUSES[self.view],
            workflow=self.workflow,
            risk=self.risk,
            assignee=me if whose is For.ME else None,
            unassigned_or={For.ME_OR_NOBODY: me, For.NOBODY: NOBODY}.get(whose),
            given_to=me if is_mine else None,
            pulled_until=pulled_until,
            search=self.search,
            sort=self.order(),
            shuffle=shuffle,
            is_bounded=True,
        )
