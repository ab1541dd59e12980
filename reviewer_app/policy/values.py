"""Values that rules read: followed along a path, shown within bounds, measured."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from reviewer_app.domain.durations import duration_text

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)

MISSING: Final = object()
"""Stands for what a path does not lead to."""

MOST_SHOWN = 200
"""Characters of a value that a flag keeps."""

MOST_PHRASED = 60
"""Characters of a value within a sentence."""


def value_at(variables: Mapping[str, Any], path: tuple[str, ...]) -> object:
    """The value that `path` leads to, or `MISSING`."""
    value: object = variables
    for name in path:
        if not isinstance(value, Mapping) or name not in value:
            return MISSING
        value = value[name]
    return value


def shown(value: object) -> str | float | bool | None:
    """`value` as a flag keeps it: a bounded text, a number, a truth value or null."""
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return _cut(value)
        case datetime():
            return value.isoformat()
        case _:
            return _cut(_head(value))


def phrase(value: object) -> str:
    """`value` in a sentence, short."""
    match value:
        case None:
            words = "missing"
        case bool():
            words = str(value).lower()
        case float():
            words = f"{value:.6g}"
        case timedelta():
            words = duration_text(value)
        case str():
            words = f"“{_cut(' '.join(value.split()), MOST_PHRASED)}”"
        case _:
            words = str(shown(value))
    return _cut(words, MOST_PHRASED + 2)


def kind_of(value: object) -> str:
    """What sort of value it is, in a person's words."""
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
        (str, "text"),
        (datetime, "a time"),
        (timedelta, "a duration"),
        (list, "a list"),
        (Mapping, "a table"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), "missing")


def longest(value: object) -> int:
    """The entries of the longest list or table in `value`, itself included."""
    return max((len(part) for part in _parts(value)), default=0)


def _head(value: object) -> str:
    """The beginning of `value` as JSON, so that a huge one costs no more than what is kept."""
    head = ""
    for piece in _JSON.iterencode(value):
        head += piece
        if len(head) > MOST_SHOWN:
            break
    return head


def _parts(value: object) -> Iterator[Mapping[str, Any] | list[Any]]:
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Mapping):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, list):
            yield part
            waiting.extend(part)


def _cut(text: str, most: int = MOST_SHOWN) -> str:
    """The head of a text, without halves of characters, which no file or database takes."""
    head = text if len(text) <= most else text[: most - 1] + "…"
    return head.encode("utf-8", "replace").decode()
