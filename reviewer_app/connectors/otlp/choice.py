"""Which spans of a trace are its outputs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reviewer_app.connectors.otlp.content import input_of, output_of
from reviewer_app.connectors.otlp.kinds import Kind, kind_of
from reviewer_app.connectors.otlp.traces import Trace
from reviewer_app.connectors.otlp.wire import Event, Span
from reviewer_app.domain.vocabulary import OutputType


class Wanted(StrEnum):
    """Which spans a person wants to review."""

    AGENT = "agent"
    LLM = "llm"
    TOOL = "tool"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A span that is an output, with what it gave."""

    span: Span
    output: Any
    output_type: OutputType | None


def joined(trace: Trace) -> None:
    """Puts log records to their spans; those of spans that are elsewhere become spans."""
    for span_id, events in trace.events.items():
        events.sort(key=lambda event: event.at)
        span = trace.spans.get(span_id)
        if span is None:
            span = trace.spans[span_id] = _told_by(trace.id, span_id, events)
        span.events = [*span.events, *events]
    trace.events = {}


def _told_by(trace_id: str, span_id: str, events: list[Event]) -> Span:
    """The span that log records tell of."""
    values: dict[str, Any] = {}
    for event in events:
        values |= event.values
    values.setdefault("gen_ai.operation.name", "chat")
    start, end = events[0].at, events[-1].at
    return Span(trace_id, span_id, "", events[0].name, start, end, values, events[0].resource)


def chosen(trace: Trace, wanted: Wanted) -> list[Chosen]:
    """The outputs of a trace, by when they ended.

    Of a trace that was taken before only the agent's own output counts, if there was none yet.
    """
    found = [made for span in _by_end(trace) if (made := _chosen(span)) is not None]
    if wanted is not Wanted.AGENT:
        kinds = list(Kind)[:3] if wanted is Wanted.ALL else [Kind(wanted.value)]
        return [one for one in found if kind_of(one.span) in kinds]
    if trace.taken is not None and trace.taken.has_agent:
        return []
    agents = [one for one in found if kind_of(one.span) is Kind.AGENT]
    having = {one.span.span_id for one in agents}
    outermost = [one for one in agents if not having & set(_above(trace.spans, one.span))]
    if outermost or trace.taken is not None:
        return outermost[-1:]
    return [one for one in found if kind_of(one.span) is Kind.LLM][-1:]


def has_agent(found: list[Chosen]) -> bool:
    """Whether an agent's own output is among these."""
    return any(kind_of(one.span) is Kind.AGENT for one in found)


def _chosen(span: Span) -> Chosen | None:
    if kind_of(span) is Kind.OTHER:
        return None
    output, output_type = output_of(span)
    return None if output is None else Chosen(span, output, output_type)


def _by_end(trace: Trace) -> list[Span]:
    return sorted(trace.spans.values(), key=lambda span: (span.end, span.start, span.span_id))


def _above(spans: Mapping[str, Span], span: Span) -> Iterator[str]:
    """The ids of the spans that a span was made in, the nearest first."""
    seen = {span.span_id}
    while span.parent_id and span.parent_id not in seen:
        seen.add(span.parent_id)
        yield span.parent_id
        found = spans.get(span.parent_id)
        if found is None:
            return
        span = found


def above(trace: Trace, span: Span) -> list[Span]:
    """A span and those that it was made in, the nearest first."""
    ids = [span.span_id, *_above(trace.spans, span)]
    return [trace.spans[key] for key in ids if key in trace.spans]


def models(trace: Trace, span: Span) -> list[Span]:
    """The calls of models in a span, by when they began; itself where it is one."""
    if kind_of(span) is Kind.LLM:
        return [span]
    found = [one for one in trace.spans.values() if kind_of(one) is Kind.LLM]
    inside = [one for one in found if span.span_id in _above(trace.spans, one)]
    return sorted(inside, key=lambda one: (one.start, one.span_id))


def asked(trace: Trace, span: Span) -> Any:  # noqa: ANN401 - any JSON goes out
    """What a span was given; for an agent that did not record it, what its first model was."""
    found = input_of(span)
    if found is not None or kind_of(span) is not Kind.AGENT:
        return found
    return next((said for one in models(trace, span) if (said := input_of(one)) is not None), None)
