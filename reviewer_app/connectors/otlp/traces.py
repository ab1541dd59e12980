"""Traces while they are put together: spans come in any order and from several requests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reviewer_app.connectors.otlp.kinds import Kind, kind_of
from reviewer_app.connectors.otlp.wire import Event, Span
from reviewer_app.connectors.records.mark import Mark

TRACE_CHARACTERS = 4 * 2**20
"""What the spans of one trace may have; of more, those that came first lose their content."""

HELD_CHARACTERS = 16 * 2**20
"""What all traces that are put together may have; of more, the oldest is taken as it is."""

HELD_TRACES = 5_000
TRACE_SPANS = 10_000
TAKEN_TRACES = 20_000
"""Traces that are remembered as taken while files are read."""

LATE_TRACES, REPEATED_TRACES = 500, 5_000
"""Traces that a cursor remembers: the latest, and those that share lines with open ones."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A trace that was taken: the last line with something of it, and if the agent's output was."""

    ended: int = 0
    has_agent: bool = False


@dataclass(slots=True)
class Trace:
    """The spans of one trace so far.

    Attributes:
        id: of the trace.
        spans: by their ids.
        events: log records, by the span that they belong to.
        places: where it begins in each file that it is in.
        size: about how many characters it has.
        left_out: how many spans lost their content.
        taken: what was found in it before, where this is what came after.
        began: the number of the line that it began with.
        ended: the number of the line that last had something of it.
        has_root: whether the span is there that the others were made in.
    """

    id: str
    spans: dict[str, Span] = field(default_factory=dict)
    events: dict[str, list[Event]] = field(default_factory=dict)
    places: dict[str, Mark] = field(default_factory=dict)
    size: int = 0
    left_out: int = 0
    taken: "Taken | None" = None
    began: int = 0
    ended: int = 0
    has_root: bool = False

    @property
    def last(self) -> int:
        """When the last of it ended, in nanoseconds since 1970."""
        ends = [span.end for span in self.spans.values()]
        return max(ends + [one.at for found in self.events.values() for one in found], default=0)

    def add(self, span: Span) -> int:
        """Takes a span in; gives by how many characters the trace grew."""
        before = self.size
        known = self.spans.pop(span.span_id, None)
        if known is not None:
            self.size -= known.size
        elif len(self.spans) >= TRACE_SPANS:
            self.left_out += 1
            return 0
        self.spans[span.span_id] = span
        self.has_root = self.has_root or not span.parent_id
        self.size += span.size
        self._shrink(span)
        return self.size - before

    def hear(self, event: Event) -> int:
        """Takes a log record in; gives by how many characters the trace grew."""
        size = 200 + sum(len(str(value)) for value in event.values.values()) + len(str(event.body))
        if self.size + size > TRACE_CHARACTERS:
            self.left_out += 1
            return 0
        self.events.setdefault(event.span_id, []).append(event)
        self.size += size
        return size

    def _shrink(self, newest: Span) -> None:
        """Takes the content of spans that came first, where the trace has become too large."""
        for span in list(self.spans.values()) if self.size > TRACE_CHARACTERS else ():
            if self.size <= TRACE_CHARACTERS:
                return
            if span is newest or span.is_stripped or kind_of(span) is Kind.AGENT:
                continue
            self.size -= span.size - 200
            span.values = {key: span.values[key] for key in _KEPT if key in span.values}
            span.events, span.size, span.is_stripped = [], 200, True
            self.left_out += 1


_KEPT = (
    "gen_ai.operation.name",
    "openinference.span.kind",
    "gen_ai.agent.name",
    "agent.name",
    "gen_ai.tool.name",
    "tool.name",
    "gen_ai.request.model",
    "gen_ai.response.model",
    "llm.model_name",
)
"""What is kept of a span without content."""


class OpenTraces:
    """The traces that are put together, and what is known of those that were taken."""

    def __init__(self, taken: Mapping[str, Taken]) -> None:
        self._open: dict[str, Trace] = {}
        self._taken = dict(taken)
        self._size = 0
        self.newest = 0

    def __iter__(self) -> Iterator[Trace]:
        return iter(tuple(self._open.values()))

    def add(self, span: Span, label: str, before: Mark, number: int) -> None:
        """Takes a span of a line that begins at a mark."""
        self._size += self._trace(span.trace_id, label, before, number).add(span)
        self.newest = max(self.newest, span.end)

    def hear(self, event: Event, label: str, before: Mark, number: int) -> None:
        """Takes a log record of a line that begins at a mark."""
        self._size += self._trace(event.trace_id, label, before, number).hear(event)
        self.newest = max(self.newest, event.at)

    def _trace(self, trace_id: str, label: str, before: Mark, number: int) -> Trace:
        found = self._open.get(trace_id)
        if found is None:
            found = Trace(trace_id, taken=self._taken.get(trace_id), began=number)
            self._open[trace_id] = found
        found.places.setdefault(label, before)
        found.ended = number
        return found

    def due(self, quiet: int) -> Iterator[Trace]:
        """The oldest traces that are quiet, and those that there is no room for.

        Args:
            quiet: nanoseconds after which nothing more of a trace is expected.
        """
        while self._open:
            oldest = next(iter(self._open.values()))
            is_quiet = bool(oldest.last) and self.newest - oldest.last > quiet
            if is_quiet:
                yield oldest
            elif self._size > HELD_CHARACTERS or len(self._open) > HELD_TRACES:
                # One that has its first span is whole more likely than an older one without.
                yield next((trace for trace in self._open.values() if trace.has_root), oldest)
            else:
                return

    def take(self, trace: Trace, *, has_agent: bool) -> None:
        """Takes a trace out, once what is in it has been found."""
        del self._open[trace.id]
        self._size -= trace.size
        before = self._taken.pop(trace.id, None)
        has_agent = has_agent or (before is not None and before.has_agent)
        self._taken[trace.id] = Taken(trace.ended, has_agent)
        if len(self._taken) > TAKEN_TRACES:
            del self._taken[next(iter(self._taken))]

    def taken(self) -> dict[str, Taken]:
        """The traces that were taken and may still come: their lines are read again, or are new."""
        began = min((trace.began for trace in self._open.values()), default=0)
        ids = list(self._taken)
        again = [key for key in ids if began and self._taken[key].ended >= began]
        kept = dict.fromkeys([*ids[-LATE_TRACES:], *again[-REPEATED_TRACES:]])
        return {key: self._taken[key] for key in kept}
