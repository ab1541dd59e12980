"""The tasks of a project, read by their ids so that changes meanwhile move none out of sight."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from reviewer_app.connectors.label_studio.session import Session, member
from reviewer_app.connectors.web.client import Reply
from reviewer_app.connectors.web.replies import unexpected
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.sentences import sentence

PAGE = 100
"""Tasks that are asked for at once."""

Condition = Mapping[str, Any]
"""One filter as the Data Manager writes it."""


class FilterUnreadable(UsageError):
    """The filter is neither the number of a tab nor filters."""

    def __init__(self, text: str) -> None:
        super().__init__(
            sentence(
                "The filter “{text}” cannot be read. Give the number of a tab of the Data Manager, "
                "or its filters as JSON with the members conjunction and items.",
                text=text[:200],
            )
        )


@dataclass(frozen=True, slots=True)
class Filter:
    """Which tasks are wanted: those of a tab, or those that meet one of several sets of conditions.

    The Data Manager joins all conditions by one word alone, and reading on needs conditions of its
    own beside them; so each condition of an “or” is asked for by itself.
    """

    alternatives: tuple[tuple[Condition, ...], ...] = ((),)
    tab: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Filter":
        """The filter that a person set.

        Raises:
            FilterUnreadable: it is none.
        """
        text = text.strip()
        if not text:
            return cls()
        if text.isascii() and text.isdecimal():
            return cls(tab=int(text))
        try:
            value = parse(text)
        except JsonRefused as cause:
            raise FilterUnreadable(text) from cause
        found = _alternatives(value.get("filters", value) if isinstance(value, dict) else None)
        if found is None:
            raise FilterUnreadable(text)
        return cls(found)

    def resolved(self, session: Session) -> "Filter":
        """The filter with the conditions of its tab.

        Raises:
            Unreachable, PushRefused: the tab cannot be read.
        """
        if self.tab is None:
            return self
        told = session.get(f"/api/dm/views/{self.tab}/").object()
        found = _alternatives(member(told, "data", dict, session.place).get("filters"))
        return Filter(found or ((),))


def _alternatives(filters: object) -> tuple[tuple[Condition, ...], ...] | None:
    if not isinstance(filters, dict) or not isinstance(filters.get("items"), list):
        return None
    items = [item for item in filters["items"] if isinstance(item, dict)]
    if len(items) != len(filters["items"]):
        return None
    is_or = str(filters.get("conjunction", "and")).lower() == "or"
    return tuple((item,) for item in items) if is_or and items else (tuple(items),)


@dataclass(frozen=True, slots=True)
class State:
    """How a project stands: the server's own time, and the predictions that its tasks have."""

    at: str
    predictions: int
    tasks: int


@dataclass(frozen=True, slots=True)
class Tasks:
    """The tasks of a project that one set of conditions lets through."""

    session: Session
    project: int
    conditions: Sequence[Condition] = ()

    def state(self) -> State:
        """How the project stands now.

        Raises:
            Unreachable, PushRefused: it cannot be read.
        """
        reply = self._asked(self.conditions, 1)
        told = reply.object()
        place = self.session.place
        try:
            at = parsedate_to_datetime(reply.headers.get("date", ""))
        except ValueError as cause:
            raise unexpected(place) from cause
        counts = (member(told, name, int, place) for name in ("total_predictions", "total"))
        return State(at.isoformat(), *counts)

    def after(self, number: int, since: str) -> Iterator[dict[str, Any]]:
        """The tasks with larger ids that were changed since then, by their ids.

        Raises:
            Unreachable, PushRefused: they cannot be read.
        """
        changed = [_condition("updated_at", "greater_or_equal", "Datetime", since)] if since else []
        while True:
            beyond = _condition("id", "greater", "Number", number)
            page = self._asked([*self.conditions, *changed, beyond], PAGE).object()
            found = member(page, "tasks", list, self.session.place)
            for task in found:
                if not isinstance(task, dict) or not isinstance(task.get("id"), int):
                    raise unexpected(self.session.place)
                yield task
            if len(found) < PAGE:
                return
            number = found[-1]["id"]

    def _asked(self, conditions: Sequence[Condition], size: int) -> Reply:
        query = {
            "filters": {"conjunction": "and", "items": list(conditions)},
            "ordering": ["tasks:id"],
        }
        params: dict[str, str | int] = {
            "project": self.project,
            "page": 1,
            "page_size": size,
            "fields": "all",
            "query": json.dumps(query),
        }
        return self.session.get("/api/tasks", params)


def _condition(column: str, operator: str, kind: str, value: object) -> Condition:
    return {
        "filter": f"filter:tasks:{column}",
        "operator": operator,
        "type": kind,
        "value": value,
    }
