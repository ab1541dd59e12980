"""Paths into a value of objects and lists: what is there, and the value without it."""

from collections.abc import Mapping, Sequence
from typing import Any


def leaf_at(value: Any, path: Sequence[str]) -> Any:  # noqa: ANN401 - any JSON comes in
    """What is at a path of keys and list indexes; None where there is nothing."""
    for step in path:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def without(value: Any, paths: Sequence[Sequence[str]]) -> Any:  # noqa: ANN401 - any JSON
    """A copy of the value without what is at the paths; a place in a list becomes null."""
    if isinstance(value, Mapping):
        gone = {path[0] for path in paths if len(path) == 1}
        return {
            key: without(part, _below(paths, key)) for key, part in value.items() if key not in gone
        }
    if isinstance(value, list):
        gone = {path[0] for path in paths if len(path) == 1}
        return [
            None if str(n) in gone else without(part, _below(paths, str(n)))
            for n, part in enumerate(value)
        ]
    return value


def _below(paths: Sequence[Sequence[str]], step: str) -> list[Sequence[str]]:
    return [path[1:] for path in paths if len(path) > 1 and path[0] == step]
