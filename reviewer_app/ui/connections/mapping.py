"""The option `map` as a form shows it: which field is found where, and the text it is kept as."""

import re
from collections.abc import Mapping

FIELDS = (
    "id",
    "workflow",
    "step",
    "agent",
    "model_version",
    "input",
    "output",
    "output_type",
    "confidence",
)
"""The fields that a form offers; a text may map others, which are kept."""


def is_by_path(about: str) -> bool:
    """Whether an option says that its places are dotted paths, not JMESPath."""
    return "FIELD=PATH" in about


def mapped(text: str, *, by_path: bool) -> dict[str, str]:
    """The fields that a text maps, each with where it is found; what is no pair is left out."""
    lines = text.replace("\n", ",").split(",") if by_path else text.splitlines()
    pairs = (line.partition("=") for line in lines)
    found = ((name.strip(), place.strip()) for name, equals, place in pairs if equals)
    return {name: place for name, place in found if name and place}


def written(fields: Mapping[str, str], *, by_path: bool) -> str:
    """The text that says so."""
    pairs = (f"{name}={place}" for name, place in fields.items() if place)
    return (", " if by_path else "\n").join(pairs)


def place_for(expression: str, *, by_path: bool) -> str:
    """An expression that leads to a place, as this kind of connection is told of it."""
    if not by_path:
        return expression
    return re.sub(r"\[(-?\d+)\]", r".\1", expression).replace('"', "")
