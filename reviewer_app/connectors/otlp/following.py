"""One reading of telemetry: its files in turn, traces put together, their outputs as records."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from reviewer_app.connectors.otlp.choice import Wanted, chosen, has_agent, joined
from reviewer_app.connectors.otlp.cursor import Cursor
from reviewer_app.connectors.otlp.files import files_of
from reviewer_app.connectors.otlp.records import raw_of, record_of
from reviewer_app.connectors.otlp.requests import Found, requests_in
from reviewer_app.connectors.otlp.traces import OpenTraces, Trace
from reviewer_app.connectors.otlp.wire import Event, logs_in, spans_in
from reviewer_app.connectors.protocols import Sample
from reviewer_app.connectors.records.mark import Mark
from reviewer_app.connectors.records.stream import FileUnreadable, opened
from reviewer_app.connectors.web.fields import Fields
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.validation import Limits

USUAL_QUIET = timedelta(minutes=10)

_OURS = "gen_ai."


@dataclass(frozen=True, slots=True)
class Plan:
    """What is read, and what of it is an output."""

    path: Path
    pattern: str = ""
    wanted: Wanted = Wanted.AGENT
    quiet: timedelta = USUAL_QUIET
    fields: Fields = field(default_factory=Fields)
    limits: Limits = field(default_factory=Limits)


class Following:
    """Reads on from a cursor.

    Attributes:
        position: bytes that were read so far, over all files.
        total: bytes that the files have.
    """

    def __init__(self, plan: Plan, cursor: Cursor, now: int) -> None:
        """Opens nothing yet.

        Args:
            plan: what is read.
            cursor: from where.
            now: nanoseconds since 1970.
        """
        self._plan = plan
        self._files = files_of(plan.path, plan.pattern)
        self._marks = {name: m for name, m in cursor.marks.items() if name in self._files}
        self._open = OpenTraces(cursor.taken)
        self._now = now
        self._number = 0
        self._written: dict[str, int] = {}
        self.position = 0
        self.total = sum(map(_size, self._files.values()))

    def samples(self) -> Generator[Sample]:
        """The outputs and the problems, as far as traces are complete.

        Raises:
            FileUnreadable: the one file that there is cannot be opened.
        """
        before = 0
        for label, path in self._files.items():
            try:
                yield from self._read(label, path, before)
            except FileUnreadable as unreadable:
                if len(self._files) == 1:
                    raise
                yield Sample({}, Problem(label, "record", unreadable.told))
            before += _size(path)
        for trace in self._open:
            if self._is_complete(trace):
                yield from self._outputs(trace)

    def cursor(self) -> Cursor:
        """What leads back to the traces that are not complete, or to what comes next."""
        marks = dict(self._marks)
        for trace in self._open:
            for label, place in trace.places.items():
                known = marks[label]
                if known.is_done or place.offset < known.offset:
                    marks[label] = replace(place, is_done=False)
        return Cursor(marks, self._open.taken())

    def _read(self, label: str, path: Path, before: int) -> Iterator[Sample]:
        with opened(path) as stream:
            self._written[label] = stream.mtime_ns
            known = self._marks.get(label)
            after = known or Mark.at_start(stream)
            for found in requests_in(stream, label, known, self._plan.limits.record):
                self.position = min(self.total, before + found.position)
                after = found.after
                if found.problem is not None:
                    yield Sample({}, found.problem)
                self._take(found, label)
                for trace in self._open.due(_nanos(self._plan.quiet)):
                    yield from self._outputs(trace)
            size, mtime_ns = stream.total, stream.mtime_ns
        self._marks[label] = replace(after, size=size, mtime_ns=mtime_ns, is_done=True)

    def _take(self, found: Found, label: str) -> None:
        self._number += 1
        for request in found.requests:
            for span in spans_in(request):
                self._open.add(span, label, found.before, self._number)
            for event in logs_in(request):
                if event.name.startswith(_OURS) and (event.trace_id or event.at):
                    self._open.hear(_placed(event), label, found.before, self._number)

    def _is_complete(self, trace: Trace) -> bool:
        """Whether nothing more of a trace is to be waited for."""
        quiet = _nanos(self._plan.quiet)
        written = max(self._written.get(label, 0) for label in trace.places)
        is_quiet = self._open.newest - trace.last > quiet or self._now - written > quiet
        return trace.has_root or is_quiet

    def _outputs(self, trace: Trace) -> Iterator[Sample]:
        joined(trace)
        found = chosen(trace, self._plan.wanted)
        self._open.take(trace, has_agent=has_agent(found))
        label = next(iter(trace.places))
        for one in found:
            raw = raw_of(trace, one)
            place = f"{label}: trace {trace.id}"
            record = record_of(trace, one, raw)
            yield Sample(raw, self._plan.fields.incoming(place, raw, record, self._plan.limits))


def _placed(event: Event) -> Event:
    """A log record with ids, also where it belongs to no trace."""
    own = f"log{event.at}"
    return replace(event, trace_id=event.trace_id or own, span_id=event.span_id or own)


def _nanos(length: timedelta) -> int:
    return int(length.total_seconds() * 1e9)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
