"""The spans of a project as the server lists them, by what its version can do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.phoenix.mark import node_of, number_in
from reviewer_app.connectors.web.client import Client, Params, ReplyUnreadable
from reviewer_app.connectors.web.paging import Pages
from reviewer_app.connectors.web.replies import members_in, objects_in
from reviewer_app.connectors.web.sifting import sifted

Span = Mapping[str, Any]

TRACES_AT_ONCE = 25
PAGES_OF_TRACES = 5
"""Pages of a thousand spans that are read of so many traces at most."""

_LISTED = "/v1/projects/{project_identifier}/spans"


def context_of(span: Span) -> Mapping[str, Any]:
    """What a span says of its own ids."""
    return members_in(span.get("context"))


def trace_of(span: Span) -> str:
    """The id of the trace that a span belongs to; empty where it says none."""
    return str(context_of(span).get("trace_id") or "")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which spans are asked for."""

    are_roots: bool = True
    kinds: Sequence[str] = ()
    since: str = ""
    page: int = 100

    def has(self, span: Span) -> bool:
        """Whether a span is one of them; an older server lists others too."""
        is_root = not self.are_roots or span.get("parent_id") is None
        return is_root and (not self.kinds or span.get("span_kind") in self.kinds)


@dataclass(slots=True)
class Listing:
    """The spans of one project, read page by page.

    Attributes:
        client: calls the server.
        path: the path of the project.
        known: the parameters that this server's list of spans takes.
        greatest: the greatest number of a span that was read so far.
    """

    client: Client
    path: str
    known: frozenset[str]
    greatest: int = 0

    @classmethod
    def opened(cls, client: Client, path: str) -> "Listing":
        """The listing of a project, once it is known what the server can do.

        Raises:
            Unreachable: nobody answers.
        """
        return cls(client, path, known_parameters(client))

    @property
    def is_ordered(self) -> bool:
        """Whether the server gives spans in the order of their arrival."""
        return {"sort", "order"} <= self.known

    def spans(self, wanted: Wanted, start: int) -> Iterator[list[Span]]:
        """Pages of spans from a number on; those of an ordered listing ascend.

        Raises:
            Unreachable, PushRefused: the server does not answer, or not this.
        """
        asked = self._params(wanted)
        cursor = node_of(start) if start and self.is_ordered else None
        page = wanted.page
        pages = Pages(self.client.place)
        while True:
            params = asked | {"limit": page} | ({"cursor": cursor} if cursor else {})
            try:
                reply = sifted(self.client.get(f"{self.path}/spans", params), "data")
            except ReplyUnreadable:
                if page == 1:
                    raise
                page = max(1, page // 4)
                continue
            found = objects_in(reply.get("data"))
            numbers = [number_in(span.get("id")) for span in found]
            self.greatest = max([self.greatest, *numbers])
            cursor = pages.after(reply.get("next_cursor"))
            yield [
                span
                for span, number in zip(found, numbers, strict=True)
                if wanted.has(span) and not 0 < number < start
            ]
            is_past = not self.is_ordered and any(0 < number < start for number in numbers)
            if not cursor or is_past:
                return

    def newest(self) -> int:
        """The number of the newest span; 0 where there is none.

        Raises:
            Unreachable, PushRefused: as for `spans`.
        """
        reply = sifted(self.client.get(f"{self.path}/spans", {"limit": 1}), "data")
        return max((number_in(span.get("id")) for span in objects_in(reply.get("data"))), default=0)

    def traces(self, ids: Sequence[str]) -> dict[str, list[Span]]:
        """The spans of traces, where the server finds them by their trace; else none.

        Raises:
            Unreachable: the server does not answer.
        """
        found: dict[str, list[Span]] = {}
        if "trace_id" not in self.known:
            return found
        for first in range(0, len(ids), TRACES_AT_ONCE):
            for span in self._of_traces(ids[first : first + TRACES_AT_ONCE]):
                found.setdefault(trace_of(span), []).append(span)
        return {
            trace: sorted(
                spans, key=lambda span: (str(span.get("start_time")), number_in(span.get("id")))
            )
            for trace, spans in found.items()
        }

    def _of_traces(self, ids: Sequence[str]) -> Iterator[Span]:
        cursor: str | None = None
        for _ in range(PAGES_OF_TRACES):
            params: Params = {"trace_id": ids, "limit": 1_000}
            params = {**params, "cursor": cursor} if cursor else params
            try:
                reply = sifted(self.client.get(f"{self.path}/spans", params), "data")
            except (ReplyUnreadable, PushRefused):
                return  # an output without its trace can still be judged
            yield from objects_in(reply.get("data"))
            cursor = reply.get("next_cursor")
            if not isinstance(cursor, str) or not cursor:
                return

    def _params(self, wanted: Wanted) -> dict[str, str | int | Sequence[str]]:
        asked: dict[str, str | int | Sequence[str]] = {}
        if self.is_ordered:
            asked |= {"sort": "id", "order": "asc"}
        if wanted.are_roots and "parent_id" in self.known:
            asked["parent_id"] = "null"
        if wanted.kinds and "span_kind" in self.known:
            asked["span_kind"] = wanted.kinds
        if wanted.since:
            asked["start_time"] = wanted.since
        return asked


def known_parameters(client: Client) -> frozenset[str]:
    """The parameters of the server's list of spans, as it describes itself; none if it does not.

    Raises:
        Unreachable: nobody answers.
    """
    try:
        described = client.get("/openapi.json").object()
        listed = described["paths"][_LISTED]["get"]["parameters"]
        return frozenset(parameter["name"] for parameter in listed)
    except (ReplyUnreadable, PushRefused, KeyError, TypeError):
        return frozenset()
