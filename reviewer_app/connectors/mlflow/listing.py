"""The traces of an experiment in the order of their start, listed without leaving one out."""

import email.utils
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.mlflow.refusals import FilterRefused, NotMlflow, error_of
from reviewer_app.connectors.web.client import Client, Reply
from reviewer_app.connectors.web.paging import ListingEndless
from reviewer_app.connectors.web.replies import objects_in

Info = Mapping[str, Any]
"""What MLflow lists of a trace: everything but its spans."""

PAGE_AT_MOST = 500
"""Traces that MLflow lists at a time."""

FRUITLESS = 12
"""So many pages in a row without a new trace, and the listing counts as endless: each is larger
than the one before."""

_SECONDS = re.compile(r"(\d+)(?:\.(\d{1,9}))?s")


@dataclass(frozen=True, slots=True)
class Page:
    """Some traces; `more` leads to the next ones, `now` is the server's time in milliseconds."""

    traces: list[Info]
    more: str
    now: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One search through an experiment.

    A page is asked for by the start of the last trace before it, not by its number: traces that
    come or go while pages are read would shift numbered ones, and some would never be seen.
    """

    client: Client
    experiment_id: str
    conditions: tuple[str, ...] = ()
    size: int = 100

    def pages(self, since: int | None) -> Iterator[Page]:
        """All pages of traces that began at or after a time, each trace once."""
        start, token, seen, size = since, "", set[str](), self.size
        fruitless = 0
        while True:
            page = self.page(start, token, size)
            new = [info for info in page.traces if info["trace_id"] not in seen]
            yield Page(new, page.more, page.now)
            if not page.more or not page.traces:
                return
            fruitless = 0 if new else fruitless + 1
            if fruitless > FRUITLESS:
                raise ListingEndless(self.client.place)
            last = start_of(page.traces[-1])
            if start is None or last > start:
                start, token, seen, size = last, "", _at(last, page.traces), self.size
                continue
            # A whole page began in one millisecond: a larger one leads on, or at last its number.
            seen |= _at(last, page.traces)
            token = page.more if size == PAGE_AT_MOST else ""
            size = min(2 * size, PAGE_AT_MOST)

    def page(self, since: int | None, token: str, size: int) -> Page:
        """One page.

        Raises:
            FilterRefused: the server does not understand a condition.
            Unreachable: it does not answer.
        """
        bounds = () if since is None else (f"trace.timestamp_ms >= {since}",)
        place = {"type": "MLFLOW_EXPERIMENT"}
        body = {
            "locations": [{**place, "mlflow_experiment": {"experiment_id": self.experiment_id}}],
            "filter": " AND ".join((*bounds, *self.conditions)),
            "max_results": size,
            "order_by": ["timestamp_ms ASC"],
            **({"page_token": token} if token else {}),
        }
        reply = self._asked(body)
        told = reply.object()
        listed = objects_in(told.get("traces"))
        traces: list[Info] = [one for one in listed if isinstance(one.get("trace_id"), str)]
        return Page(traces, str(told.get("next_page_token") or ""), now_of(reply))

    def _asked(self, body: object) -> Reply:
        path = "/api/3.0/mlflow/traces/search"
        try:
            return self.client.search(path, body)
        except PushRefused:
            reply = self.client.send("POST", path, body=body, taken=(400, 404, 405))
        code, told = error_of(reply)
        if reply.status >= 400:
            raise (
                FilterRefused(self.client.place, told)
                if code
                else NotMlflow(self.client.place, reply.status)
            )
        return reply


def start_of(info: Info) -> int:
    """When a trace began, in milliseconds; 0 where the server does not say."""
    try:
        moment = datetime.fromisoformat(str(info.get("request_time")))
    except ValueError:
        return 0
    return round(moment.timestamp() * 1000)


def length_of(info: Info) -> int | None:
    """How long a trace took, in milliseconds; None while it runs."""
    found = _SECONDS.fullmatch(str(info.get("execution_duration") or ""))
    return int(found[1]) * 1000 + int((found[2] or "").ljust(3, "0")[:3]) if found else None


def now_of(reply: Reply) -> int:
    """The server's time in milliseconds, ours where it does not tell."""
    told = email.utils.parsedate_tz(reply.headers.get("date", ""))
    return 1000 * (int(time.time()) if told is None else email.utils.mktime_tz(told))


def _at(moment: int, traces: list[Info]) -> set[str]:
    return {info["trace_id"] for info in traces if start_of(info) == moment}
