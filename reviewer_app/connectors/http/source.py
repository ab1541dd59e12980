"""A feed of JSON records at an address as a source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import ClassVar, Self

from reviewer_app.connectors.http.options import OPTIONS, Feed
from reviewer_app.connectors.http.page import lenient
from reviewer_app.connectors.http.sweep import Sweep
from reviewer_app.connectors.protocols import Option, Sample
from reviewer_app.connectors.records.pieces import problem, text_in, too_large
from reviewer_app.connectors.records.splitter import Piece
from reviewer_app.connectors.web.client import Client, carried
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits, Terms


@dataclass(frozen=True, slots=True)
class HttpSource:
    """A feed that answers with a list of records, an object that has one, or JSON Lines.

    Its pages are followed by a `Link` header, by an address or token in the answer, by counting,
    or by the cursor itself. The next pull begins from the cursor; a feed without one is read whole
    again, unless it says by `ETag` or `Last-Modified` that it has not changed.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "http"

    name: str
    feed: Feed
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: an option that makes no sense.
        """
        feed = Feed.from_options(options)
        carried(feed.headers)  # a secret that cannot be sent is told of now
        return cls(name, feed, limits)

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The records from the cursor on.

        The last one alone carries the cursor that leads past all of them, so it is held back
        until it is known to be the last.

        Raises:
            Unreachable: the feed cannot be read now, or not to its end.
        """
        with Client(self.feed.origin, self.feed.headers) as client:
            sweep = Sweep(self.feed, client, cursor, self.limits.record)
            held: Incoming | Problem | None = None
            count = 0
            try:
                for piece in sweep.pieces():
                    if held is not None:
                        yield Reading(held, count, None, sweep.behind.text)
                    count += 1
                    held = self._outcome(piece, count)
            except ReviewerError:
                if held is not None:
                    yield Reading(held, count, None, sweep.behind.text)
                raise
            if held is not None:
                yield Reading(held, count, None, sweep.ahead.text)

    def sample(self, count: int) -> Sequence[Sample]:
        """The first records; nothing is kept of them.

        Raises:
            Unreachable: the feed cannot be read now.
        """
        with Client(self.feed.origin, self.feed.headers) as client:
            sweep = Sweep(self.feed, client, None, self.limits.record)
            return [
                Sample(_members(piece), self._outcome(piece, number))
                for number, piece in enumerate(islice(sweep.pieces(), count), 1)
            ]

    def _outcome(self, piece: Piece, number: int) -> Incoming | Problem:
        place = f"{self.feed.place}:record {number}"
        terms = Terms({}, self.limits)
        if piece.is_too_large:
            return too_large(place, piece.content, piece.size, terms)
        if not piece.content:
            reason = sentence("there is nothing between two commas")
            return problem(place, reason, piece.content, terms)
        text = text_in(piece.content, place, terms)
        if isinstance(text, Problem):
            return text
        return self.feed.fields.incoming_of_text(place, text, self.limits)


def _members(piece: Piece) -> Mapping[str, object]:
    """A record for a person to look at."""
    found = None if piece.is_too_large else lenient(piece.content)
    return found if isinstance(found, dict) else {"record": piece.content.decode(errors="replace")}
