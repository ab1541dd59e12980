"""Observations and queue items of a project as Langfuse lists them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from reviewer_app.connectors.langfuse.observation import FIELDS, Observation
from reviewer_app.connectors.web.addresses import segment
from reviewer_app.connectors.web.client import Client
from reviewer_app.connectors.web.moments import iso
from reviewer_app.connectors.web.paging import Pages
from reviewer_app.connectors.web.replies import members_in, objects_in
from reviewer_app.connectors.web.sifting import sifted

_OBSERVATIONS = "/api/public/v2/observations"
_QUEUE_PAGE = 100
_TRACE_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which observations are asked for."""

    are_roots: bool = True
    environment: str = ""
    type: str = ""
    expand: str = ""
    page: int = 100

    def params(self, begins: datetime | None) -> dict[str, str | int]:
        """The parameters of the question."""
        asked: dict[str, str | int] = {"fields": FIELDS, "limit": self.page}
        given = {
            "isRootObservation": "true" if self.are_roots else "",
            "environment": self.environment,
            "type": self.type,
            "expandMetadata": self.expand,
            "fromStartTime": iso(begins) if begins else "",
        }
        return asked | {name: value for name, value in given.items() if value}


def observations(client: Client, params: Mapping[str, str | int]) -> Iterator[Observation]:
    """Observations, page after page.

    Raises:
        Unreachable, PushRefused: the server does not answer, or not this.
    """
    cursor: str | None = None
    pages = Pages(client.place)
    while True:
        reply = client.get(_OBSERVATIONS, {**params, "cursor": cursor} if cursor else params)
        told = sifted(reply, "data")
        yield from objects_in(told.get("data"))
        cursor = pages.after(members_in(told.get("meta")).get("cursor"))
        if not cursor:
            return


def of_trace(client: Client, trace: str) -> list[Observation]:
    """The first observations of one trace, without their metadata.

    Raises:
        Unreachable, PushRefused: as for `observations`.
    """
    fields = "core,basic,time,io,model,usage,metrics"
    params: dict[str, str | int] = {"fields": fields, "traceId": trace, "limit": _TRACE_PAGE}
    told = sifted(client.get(_OBSERVATIONS, params), "data")
    return sorted(objects_in(told.get("data")), key=lambda one: str(one.get("startTime")))


def pending(client: Client, queue: str) -> Iterator[dict[str, Any]]:
    """The items of an annotation queue that wait for a person.

    Raises:
        Unreachable, PushRefused: as for `observations`.
    """
    page = 1
    pages = Pages(client.place)
    while True:
        params: dict[str, str | int] = {"status": "PENDING", "page": page, "limit": _QUEUE_PAGE}
        told = client.get(f"{queue_path(queue)}/items", params).object()
        items = objects_in(told.get("data"))
        pages.check_new(str(item.get("id")) for item in items)
        yield from items
        last = members_in(told.get("meta")).get("totalPages")
        if not items or not isinstance(last, int) or page >= last:
            return
        page += 1


def queued(client: Client, item: Mapping[str, Any], wanted: Wanted) -> Observation | None:
    """The observation that an item of a queue stands for; None where there is none any more.

    Raises:
        Unreachable, PushRefused: as for `observations`.
    """
    params: dict[str, str | int] = {"fields": FIELDS, "limit": 1}
    if wanted.expand:
        params["expandMetadata"] = wanted.expand
    of_it = str(item.get("objectId"))
    if item.get("objectType") == "TRACE":
        params |= {"traceId": of_it, "isRootObservation": "true"}
    else:
        named = {"type": "string", "column": "id", "operator": "=", "value": of_it}
        params["filter"] = orjson.dumps([named]).decode()
    return next(observations(client, params), None)


def queue_path(queue: str) -> str:
    """The path of an annotation queue."""
    return f"/api/public/annotation-queues/{segment(queue)}"
