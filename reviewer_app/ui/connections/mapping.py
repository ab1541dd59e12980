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

BY_PATH = frozenset({"file", "folder"})
"""Kinds whose places are dotted paths, not JMESPath."""


def mapped(text: str, kind: str) -> dict[str, str]:
    """The fields that a text maps, each with where it is found; what is no pair is left out."""
    lines = text.replace("\n", ",").split(",") if kind in BY_PATH else text.splitlines()
    pairs = (line.partition("=") for line in lines)
    found = ((name.strip(), place.strip()) for name, equals, place in pairs if equals)
    return {name: place for name, place in found if name and place}


def written(fields: Mapping[str, str], kind: str) -> str:
    """The text that says so."""
    pairs = (f"{name}={place}" for name, place in fields.items() if place)
    return (", " if kind in BY_PATH else "\n").join(pairs)


def place_for(expression: str, kind: str) -> str:
    """An expression that leads to a place, as this kind of connection is told of it."""
    if kind not in BY_PATH:
        return expression
    return re.sub(r"\[(-?\d+)\]", r".\1", expression).replace('"', "")
