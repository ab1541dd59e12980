"""What a result of Label Studio says, as a value that a person reads and corrects."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from reviewer_app.connectors.label_studio.interface import Interface
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse, text_of

Region = Mapping[str, Any]
"""One part of a result: what one control of the labelling interface says."""

_LISTED = {"choices": "choices", "textarea": "text"}
"""The types whose value is a list of texts, with its name."""

_PLAIN = {"number": "number", "rating": "rating"}
_PLACES = ("start", "end", "text")


def regions_in(result: object) -> list[dict[str, Any]]:
    """The parts of a result."""
    listed = result if isinstance(result, list) else []
    return [part for part in listed if isinstance(part, dict)]


def readable(result: Sequence[Region]) -> Any:  # noqa: ANN401 - any JSON goes out
    """A result as a text where it says one thing, else as an object of what each control says."""
    said: dict[str, list[Any]] = {}
    for region in result:
        said.setdefault(str(region.get("from_name", "result")), []).append(_said(region))
    if not said:
        return None
    values = {name: found[0] if len(found) == 1 else found for name, found in said.items()}
    only = next(iter(values.values()))
    if len(values) == 1 and isinstance(only, str):
        return only
    return values


def _said(region: Region) -> Any:  # noqa: ANN401 - any JSON goes out
    value = region.get("value")
    if not isinstance(value, Mapping):
        return value
    kind = str(region.get("type", "")).lower()
    listed = value.get(_LISTED[kind]) if kind in _LISTED else None
    is_whole = not any(place in value for place in _PLACES if kind != "textarea" or place != "text")
    if isinstance(listed, list) and is_whole:
        return listed[0] if len(listed) == 1 and isinstance(listed[0], str) else listed
    if kind in _PLAIN and isinstance(value.get(_PLAIN[kind]), int | float):
        return value[_PLAIN[kind]]
    return value


def corrected(
    result: Sequence[Region], output: str, interface: Interface
) -> list[dict[str, Any]] | None:
    """The result with the corrected output in its own controls; None where it does not fit."""
    wanted = _wanted(result, output)
    if wanted is None:
        return None
    made = []
    for region in result:
        name = str(region.get("from_name"))
        found = _with(region, wanted[name], interface)
        if found is None:
            return None
        made.append(found)
    return made


def _wanted(result: Sequence[Region], output: str) -> dict[str, Any] | None:
    """What each control shall say."""
    before = readable(result)
    if isinstance(before, str):
        return {str(result[0].get("from_name")): output}
    try:
        after = parse(output)
    except JsonRefused:
        return None
    is_alike = isinstance(before, dict) and isinstance(after, dict)
    if not is_alike or before.keys() != after.keys() or len(before) != len(result):
        return None
    return dict(after)


def _with(region: Region, value: Any, interface: Interface) -> dict[str, Any] | None:  # noqa: ANN401
    if value == _said(region):
        return copy.deepcopy(dict(region))
    kind = str(region.get("type", "")).lower()
    name = str(region.get("from_name"))
    if kind in _LISTED:
        texts = value if isinstance(value, list) else [value]
        is_text = all(isinstance(text, str) for text in texts)
        if not is_text or (kind == "choices" and not interface.offers(name, texts)):
            return None
        changed: Any = {_LISTED[kind]: texts}
    elif kind in _PLAIN and isinstance(value, int | float):
        changed = {_PLAIN[kind]: value}
    else:
        return None
    return {**region, "value": {**region.get("value", {}), **changed}}


def as_text(value: Any) -> str:  # noqa: ANN401 - any JSON comes in
    """A value as an output's text."""
    return value if isinstance(value, str) else text_of(value)
