"""Trying a connection before it is relied on: real records as they would come in, nothing kept."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any

from reviewer_app.connectors.protocols import Sample, Sampled, Sink, Source
from reviewer_app.domain.errors import ReviewerError

TRIED = 3
"""Records that a trial shows."""

DEEPEST, MOST, WIDEST = 8, 400, 200
"""How deep into a record places are listed, how many, and how many characters of each value."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a record: the expression that leads there, and what is there."""

    expression: str
    value: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a connection showed.

    Attributes:
        samples: the first records, each as the source has it and as it would come in.
        places: where something is in the first record, to choose fields from.
        told: what the sink said of itself; empty where no labels go there.
        trouble: why the source could not be read; empty where it could.
        sink_trouble: why labels could not be sent; empty where they could.
    """

    samples: tuple[Sample, ...] = ()
    places: tuple[Place, ...] = ()
    told: str = ""
    trouble: str = ""
    sink_trouble: str = ""


def try_source(source: Source) -> Trial:
    """Reads the first records of a source."""
    try:
        samples = tuple(_samples(source))
    except ReviewerError as failure:
        return Trial(trouble=failure.told)
    raw = next((one.raw for one in samples if one.raw), {})
    return Trial(samples, tuple(islice(places(raw), MOST)))


def try_sink(sink: Sink) -> Trial:
    """Asks a sink whether labels could be sent."""
    try:
        with closing(sink):
            return Trial(told=sink.check())
    except ReviewerError as failure:
        return Trial(sink_trouble=failure.told)


def places(value: object, path: str = "", depth: int = 0) -> Iterator[Place]:
    """Every place of a record that holds a value, as JMESPath expressions, outermost first."""
    if path:
        yield Place(path, shown(value))
    if depth >= DEEPEST:
        return
    if isinstance(value, Mapping):
        for key, part in value.items():
            step = _step(str(key))
            yield from places(part, f"{path}.{step}" if path else step, depth + 1)
    elif isinstance(value, list) and value:
        yield from places(value[0], f"{path}[0]", depth + 1)
        if len(value) > 1:
            yield from places(value[-1], f"{path}[-1]", depth + 1)


def shown(value: object) -> str:
    """The head of a value on one line."""
    return " ".join(str(value)[: WIDEST * 2].split())[:WIDEST]


def _samples(source: Source) -> list[Sample]:
    if isinstance(source, Sampled):
        return list(source.sample(TRIED))
    empty: dict[str, Any] = {}
    return [Sample(empty, reading.outcome) for reading in islice(source.read(None), TRIED)]


def _step(key: str) -> str:
    if key.isidentifier() and key.isascii():
        return key
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
