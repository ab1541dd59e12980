"""What is wrong with a JSON value by its schema, each fault at its place and in plain words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import cached_property
from typing import Any, NoReturn

import jsonschema_rs as engine

from reviewer_app.domain.forms.fault_words import words_of
from reviewer_app.domain.json.tree import JsonTree, Kind, Node, Path, repeated_key, walk
from reviewer_app.domain.sentences import Sentence, sentence

FAULTS_AT_MOST = 100
"""Faults that are said of one value; a person who sees so many needs no more."""

DIGITS_AT_MOST = 400
"""Digits and powers of ten beyond which a number is not handed to the schema's engine."""


class Remedy(Enum):
    """What would put a fault right, where that needs no thought."""

    NONE = auto()
    REMOVE = auto()
    AS_NUMBER = auto()
    AS_TEXT = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, where, and in words that follow the field's name."""

    path: Path
    words: Sentence
    remedy: Remedy = Remedy.NONE


class Schema:
    """A JSON Schema as text, read once. Without one, or with one that is none, anything goes."""

    def __init__(self, text: str | None) -> None:
        self.document: Any = None
        self.problem: Sentence | None = None
        self._validator: engine.Validator | None = None
        if text is not None:
            self._read(text)

    def _read(self, text: str) -> None:
        try:
            document = json.loads(text)
        except (ValueError, RecursionError):
            self.problem = _UNREADABLE
            return
        try:
            self._validator = engine.validator_for(
                document, validate_formats=True, retriever=_refuse
            )
        except (ValueError, TypeError, engine.ReferencingError) as wrong:
            self.problem = _problem_of(str(wrong), document)
            return
        self.document = document

    def faults(self, tree: JsonTree) -> tuple[Fault, ...]:
        """What is wrong with a value, in the order of the engine, a bounded number."""
        found = _Instance(tree)
        faults = list(found.faults)
        if self._validator is not None and not found.is_unfit:
            for error in self._validator.iter_errors(found.value):
                faults += faults_of(error)
                if len(faults) >= FAULTS_AT_MOST:
                    break
        return tuple(faults[:FAULTS_AT_MOST])


_UNREADABLE = sentence("The schema of this step is no JSON; nothing is checked against it.")
_ELSEWHERE = sentence(
    "The schema of this step refers to another file or address, which is never read; "
    "nothing is checked against it."
)
_INVALID = sentence("The schema of this step is no valid JSON Schema; nothing is checked by it.")


def faults_of(error: engine.ValidationError) -> Iterator[Fault]:
    """An error of the engine as faults where a person would look for them."""
    path: Path = tuple(error.instance_path)
    kind = error.kind
    match kind:
        case engine.ValidationErrorKind.Required():
            yield Fault((*path, kind.property), sentence("is required"))
        case (
            engine.ValidationErrorKind.AdditionalProperties()
            | engine.ValidationErrorKind.UnevaluatedProperties()
        ):
            for name in kind.unexpected:
                yield Fault((*path, name), sentence("is not expected here"), Remedy.REMOVE)
        case engine.ValidationErrorKind.AnyOf() | engine.ValidationErrorKind.OneOfNotValid():
            yield from _closest(error, kind.context)
        case _:
            yield Fault(path, words_of(kind))


def _closest(
    error: engine.ValidationError, context: list[list[engine.ValidationError]]
) -> Iterator[Fault]:
    """The faults of the alternative that was meant: one that is not of another kind altogether."""
    path = list(error.instance_path)
    kinds: list[str] = []
    meant: list[list[engine.ValidationError]] = []
    for errors in context:
        wrong = [e.kind for e in errors if list(e.instance_path) == path]
        types = [k.types for k in wrong if isinstance(k, engine.ValidationErrorKind.Type)]
        if types:
            kinds += types[0]
        elif errors:
            meant.append(errors)
    if meant:
        for one in min(meant, key=len):
            yield from faults_of(one)
    else:
        yield Fault(tuple(path), words_of(error.kind, tuple(dict.fromkeys(kinds))))


def _refuse(uri: str) -> NoReturn:
    raise _NotFetched(uri)


class _NotFetched(ValueError):
    """A schema asked for something outside of itself."""


def _problem_of(words: str, document: Any) -> Sentence:  # noqa: ANN401 - JSON
    """Why a schema cannot be used."""
    is_elsewhere = "retrieving it failed" in words or "meta-schema" in words
    return _ELSEWHERE if is_elsewhere and isinstance(document, dict) else _INVALID


class _Instance:
    """A value as the engine takes it, with what the engine must not see or could not say."""

    def __init__(self, tree: JsonTree) -> None:
        self._tree = tree
        self.is_unfit = any(
            node.kind is Kind.NUMBER and _is_vast(tree.raw(node)) for node in walk(tree.root)
        )

    @cached_property
    def value(self) -> Any:  # noqa: ANN401 - JSON
        """The value with its numbers exact."""
        return json.loads(self._tree.text, parse_float=Decimal)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What no schema speaks of: a key twice, a number of thousands of digits."""
        found = list(self._repeated((), self._tree.root))
        if self.is_unfit:
            words = sentence("holds a number too large to check; nothing was checked")
            found.append(Fault((), words))
        return tuple(found)

    def _repeated(self, path: Path, node: Node) -> Iterator[Fault]:
        key = repeated_key(node) if node.kind is Kind.OBJECT else None
        if key is not None:
            yield Fault(path, sentence("has “{key}” twice; readers see only the last", key=key))
        for part in node.parts:
            if part.value.parts:
                yield from self._repeated((*path, part.key), part.value)


def _is_vast(raw: str) -> bool:
    digits, _, power = raw.lower().partition("e")
    return len(digits) > DIGITS_AT_MOST or abs(int(power[:6] or 0)) > DIGITS_AT_MOST
