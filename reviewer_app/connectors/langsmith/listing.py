"""Runs and queue items as LangSmith lists them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reviewer_app.connectors.langsmith.run import SELECTS, Run
from reviewer_app.connectors.web.addresses import segment
from reviewer_app.connectors.web.client import Client, Refused
from reviewer_app.connectors.web.moments import iso
from reviewer_app.connectors.web.paging import Pages
from reviewer_app.connectors.web.replies import objects_in
from reviewer_app.connectors.web.sifting import sifted
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence

_QUERY = "/api/v2/runs/query"
_QUEUES = "/api/v1/platform/annotation-queues"
_QUEUE_PAGE = 100
_TRACE_PAGE = 1_000

BEGINNING = datetime(2022, 1, 1, tzinfo=UTC)
"""Before the first run that LangSmith can have; without a time it gives those of one day."""


class ServerTooOld(ReviewerError):
    """The server does not have the calls that runs or queues are read by."""

    def __init__(self, place: str) -> None:
        super().__init__(
            sentence(
                "LangSmith at {place} does not know what was asked for. Check the project or the "
                "queue; a server of one's own must be at version 0.16.14 or later.",
                place=place,
            )
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs are asked for."""

    are_roots: bool = True
    filter: str = ""
    page: int = 100

    def body(self, project: str, begins: datetime | None) -> dict[str, Any]:
        """The question for the runs of a project that began at a time or later."""
        asked: dict[str, Any] = {
            "project_ids": [project],
            "min_start_time": iso(begins or BEGINNING),
            "selects": SELECTS,
            "page_size": self.page,
        }
        asked |= {"is_root": True} if self.are_roots else {}
        return asked | ({"filter": self.filter} if self.filter else {})


def runs(client: Client, body: Mapping[str, Any]) -> Iterator[Run]:
    """Runs, page after page.

    Raises:
        Unreachable, PushRefused: the server does not answer, or not this.
        ServerTooOld: it does not know the call.
    """
    cursor: str | None = None
    pages = Pages(client.place)
    while True:
        asked = {**body, "cursor": cursor} if cursor else body
        try:
            told = sifted(client.search(_QUERY, asked), "items")
        except Refused as cause:
            raise _told(client, cause) from cause
        yield from objects_in(told.get("items"))
        cursor = pages.after(told.get("next_cursor"))
        if not cursor:
            return


def of_trace(client: Client, run: Run) -> list[Run]:
    """The first runs of the trace that a run belongs to, in their order.

    Raises:
        Unreachable, PushRefused, ServerTooOld: as for `runs`.
    """
    body = {
        "project_ids": [run.get("project_id")],
        "trace_id": run.get("trace_id"),
        "min_start_time": run.get("start_time") or iso(BEGINNING),
        "selects": [name for name in SELECTS if name != "FEEDBACK_STATS"],
        "page_size": _TRACE_PAGE,
    }
    told = sifted(client.search(_QUERY, body), "items")
    return sorted(objects_in(told.get("items")), key=lambda one: str(one.get("dotted_order")))


def waiting(client: Client, queue: str) -> Iterator[list[dict[str, Any]]]:
    """The items of an annotation queue that wait for a review, page after page.

    Raises:
        Unreachable, PushRefused, ServerTooOld: as for `runs`.
    """
    path = f"{_QUEUES}/{segment(queue)}/items"
    cursor: str | None = None
    pages = Pages(client.place)
    while True:
        params: dict[str, str | int] = {"status": "needs_my_review", "page_size": _QUEUE_PAGE}
        try:
            told = client.get(path, {**params, "cursor": cursor} if cursor else params).object()
        except Refused as cause:
            raise _told(client, cause) from cause
        yield objects_in(told.get("items"))
        cursor = pages.after(told.get("next_cursor"))
        if not cursor:
            return


def queued(client: Client, items: Sequence[Mapping[str, Any]]) -> dict[str, Run]:
    """The runs that items of a queue stand for, by their ids.

    Raises:
        Unreachable, PushRefused, ServerTooOld: as for `runs`.
    """
    by_project: dict[str, list[Mapping[str, Any]]] = {}
    for item in items:
        if item.get("run_id") and item.get("project_id"):
            by_project.setdefault(str(item["project_id"]), []).append(item)
    found: dict[str, Run] = {}
    for project, named in by_project.items():
        starts = [str(item["start_time"]) for item in named if item.get("start_time")]
        body = {
            "project_ids": [project],
            "ids": [item["run_id"] for item in named],
            "min_start_time": min(starts) if len(starts) == len(named) else iso(BEGINNING),
            "selects": SELECTS,
            "page_size": _QUEUE_PAGE,
        }
        found |= {str(run.get("id")): run for run in runs(client, body)}
    return found


def item_path(item: str) -> str:
    """The path of what a queue says of one of its items."""
    return f"{_QUEUES}/items/{segment(item)}/status"


def _told(client: Client, cause: Refused) -> ReviewerError:
    return ServerTooOld(client.place) if cause.status in {404, 405} else cause
