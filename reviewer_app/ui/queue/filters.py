"""What restricts the list: a view, the filters beside the search box, and the search's words."""

import re
from dataclasses import dataclass, replace
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
    ESCALATED = mark("Escalated")
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
    View.ALL: tuple(Status),
}

SORT_WORDS = {
    Sort.PRIORITY: mark("priority"),
    Sort.DUE: mark("due time"),
    Sort.CONFIDENCE: mark("confidence"),
    Sort.AGE: mark("age"),
    Sort.NEWEST: mark("newest"),
    Sort.DECIDED: mark("time of decision"),
}


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
        """The order in force: decided items by the time of decision, others by priority."""
        if self.sort is not None:
            return self.sort
        return Sort.DECIDED if self.view is View.DECIDED else Sort.PRIORITY

    def query(self, me: UUID, pulled_until: datetime | None) -> QueueQuery:
        """The question to ask of the queue."""
        words = parsed(self.search)
        whose = self.whose or (For.ME_OR_NOBODY if self.view is View.QUEUE else For.ANYONE)
        return QueueQuery(
            statuses=(self.status,) if self.status else _STATUSES[self.view],
            workflow=words.workflow or self.workflow,
            step=words.step,
            agent=words.agent,
            risk=words.risk or self.risk,
            assignee=me if whose is For.ME else None,
            unassigned_or={For.ME_OR_NOBODY: me, For.NOBODY: NOBODY}.get(whose),
            pulled_until=pulled_until,
            search=words.search,
            sort=self.order(),
        )


@dataclass(frozen=True, slots=True)
class Words:
    """What a search says: named parts such as `risk:high`, and words to look for."""

    search: str = ""
    workflow: str | None = None
    step: str | None = None
    agent: str | None = None
    risk: Risk | None = None


_NAMED = re.compile(r'\b(workflow|step|agent|risk):(?:"([^"]*)"|(\S+))', re.IGNORECASE)


def parsed(text: str) -> Words:
    """The parts of a search. A name with an unknown risk is looked for as words."""
    words, rest = Words(), []
    end = 0
    for match in _NAMED.finditer(text):
        name, value = match.group(1).lower(), match.group(2) or match.group(3) or ""
        rest.append(text[end : match.start()])
        end = match.end()
        match name:
            case "workflow":
                words = replace(words, workflow=value)
            case "step":
                words = replace(words, step=value)
            case "agent":
                words = replace(words, agent=value)
            case _ if value.lower() in set(Risk):
                words = replace(words, risk=Risk(value.lower()))
            case _:
                rest.append(match.group())
    rest.append(text[end:])
    return replace(words, search=" ".join("".join(rest).split()))
