"""Spans of a Phoenix project as a source of outputs."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import ClassVar, Self

from reviewer_app.connectors.phoenix.connection import OPTIONS, Connection, ProjectUnknown
from reviewer_app.connectors.phoenix.listing import Listing, Span, Wanted, context_of, trace_of
from reviewer_app.connectors.phoenix.mark import Mark, number_in
from reviewer_app.connectors.phoenix.span import raw_of, record_of
from reviewer_app.connectors.protocols import Option, Sample
from reviewer_app.connectors.web.client import Client, Refused
from reviewer_app.connectors.web.fields import Fields
from reviewer_app.connectors.web.moments import iso
from reviewer_app.connectors.web.paging import page_of, since_of
from reviewer_app.connectors.web.sifting import problem_of
from reviewer_app.domain.durations import parse_duration
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits

PAGE_AT_MOST = 1_000
USUAL_OVERLAP = "10m"


@dataclass(frozen=True, slots=True)
class PhoenixSource:
    """The spans of one project, in the order in which they arrived at the server.

    A run that began long ago and ended just now arrives now, so nothing is left out that ends
    late. Written against Phoenix 20.26; a server that cannot sort is read from its newest span
    back to where the last pull had come.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "phoenix"

    name: str
    connection: Connection
    wanted: Wanted = field(default_factory=Wanted)
    fields: Fields = field(default_factory=Fields)
    overlap: float = 600.0
    has_trace: bool = True
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] = time.time

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: a value that cannot be used.
        """
        return cls(
            name,
            Connection.from_options(options),
            _wanted(options),
            Fields.parse(options.get("map", "")),
            parse_duration(options.get("overlap") or USUAL_OVERLAP).total_seconds(),
            options.get("trace") != "no",
            limits,
        )

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The spans that arrived since the cursor, and those of the overlap again.

        Raises:
            Unreachable: the server does not answer.
            ProjectUnknown: it has no such project.
        """
        mark = Mark.from_text(cursor, self._scope)
        began_at = self.clock()
        is_settled = mark.is_settled(began_at, self.overlap)
        with self.connection.client() as client:
            listing = self._opened(client)
            if mark.start > self._newest(listing, mark):
                mark = Mark(self._scope)
            held: Reading | None = None
            for count, (span, trace) in enumerate(self._spans(listing, mark.start), 1):
                if held is not None:
                    yield held
                passed = self._passed(listing, span, mark, is_settled=is_settled)
                held = Reading(self._incoming(span, trace), count, cursor=passed)
            if held is not None:
                last = mark.after(listing.greatest, began_at, self.overlap)
                yield Reading(held.outcome, held.position, held.position, last.text)

    def sample(self, count: int) -> Sequence[Sample]:
        """The first spans, as expressions see them, and what would come in of each.

        Raises:
            Unreachable: the server does not answer.
            ProjectUnknown: it has no such project.
        """
        with self.connection.client() as client:
            found = islice(self._spans(self._opened(client), 0), count)
            return [Sample(raw_of(span), self._incoming(span, trace)) for span, trace in found]

    @property
    def _scope(self) -> str:
        """What is read: a cursor of another place or other spans does not count."""
        wanted = self.wanted
        roots = "roots" if wanted.are_roots else "all"
        kinds = ",".join(sorted(wanted.kinds))
        place = f"{self.connection.address} {self.connection.project}"
        return f"{place} {roots} {kinds} {wanted.since}".strip()

    def _opened(self, client: Client) -> Listing:
        return Listing.opened(client, self.connection.path(client))

    def _newest(self, listing: Listing, mark: Mark) -> int:
        """The number of the newest span; it is smaller than the mark where a server began anew."""
        with self._known(listing.client):
            return listing.newest() if mark.start else 0

    def _spans(self, listing: Listing, start: int) -> Iterator[tuple[Span, Sequence[Span]]]:
        """Each span with the spans of its trace."""
        with self._known(listing.client):
            for page in listing.spans(self.wanted, start):
                ids = list(dict.fromkeys(trace_of(span) for span in page)) if self.has_trace else []
                traces = listing.traces(ids)
                yield from ((span, traces.get(trace_of(span), ())) for span in page)

    def _passed(self, listing: Listing, span: Span, mark: Mark, *, is_settled: bool) -> str | None:
        """The cursor that leads back to a span, where the spans before it were read already."""
        number = number_in(span.get("id"))
        passed = mark.passing(number, is_settled=is_settled)
        return passed.text if listing.is_ordered and number and passed != mark else None

    def _incoming(self, span: Span, trace: Sequence[Span]) -> Incoming | Problem:
        place = sentence(
            "span {span} of project {project}",
            span=str(context_of(span).get("span_id")),
            project=self.connection.project,
        )
        faulty = problem_of(span, place)
        if faulty is not None:
            return faulty
        record = record_of(span, self.connection.project, trace)
        return self.fields.incoming(place, raw_of(span), record, self.limits)

    @contextmanager
    def _known(self, client: Client) -> Iterator[None]:
        """Says what it means that nothing is found: the project is not there."""
        try:
            yield
        except Refused as cause:
            if cause.status == 404:
                raise ProjectUnknown(self.connection.project, client.place) from cause
            raise


def _wanted(options: Mapping[str, str]) -> Wanted:
    since = since_of(options.get("since"))
    page = page_of(options.get("page"), PAGE_AT_MOST)
    kinds = tuple(
        filter(None, (kind.strip().upper() for kind in options.get("kinds", "").split(",")))
    )
    return Wanted(options.get("spans") != "all", kinds, iso(since) if since else "", page)
