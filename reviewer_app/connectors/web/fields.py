"""Fields of a record, found by JMESPath in what a platform gave."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import jmespath
from jmespath.exceptions import JMESPathError
from jmespath.parser import ParsedResult

from reviewer_app.connectors.claims import unclaimed
from reviewer_app.connectors.protocols import Option
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.fields import FieldRefused
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import Slices, parse_object
from reviewer_app.domain.mapping import FIELDS, UnknownField
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits, RawRecord, Terms, validate

MAP = Option(
    "where fields are found, FIELD=EXPRESSION (JMESPath), one a line, such as "
    "confidence=attributes.metadata.confidence",
    example="confidence=attributes.metadata.confidence",
)
"""The option `map` of connectors whose records are JSON."""


_PLAIN = re.compile(
    r'(?:[A-Za-z_]\w*|"[^".\[\]\\]+")(?:\.(?:[A-Za-z_]\w*|"[^".\[\]\\]+")|\[-?\d+\])*', re.ASCII
)


class ExpressionUnreadable(UsageError):
    """A mapping's expression is no JMESPath."""

    def __init__(self, name: str, text: str, why: str) -> None:
        super().__init__(
            sentence(
                "The expression for “{name}” cannot be read: {text} ({why}). It must be JMESPath, "
                "such as answer.text or messages[-1].content.",
                name=name,
                text=text,
                why=" ".join(why.split()),
            )
        )


class PairUnreadable(UsageError):
    """A line of a mapping is not FIELD=EXPRESSION."""

    def __init__(self, text: str) -> None:
        super().__init__(
            sentence(
                "“{text}” is not FIELD=EXPRESSION. Write it like output=answer.text, one field a "
                "line.",
                text=text,
            )
        )


def expression(name: str, text: str) -> ParsedResult:
    """A compiled expression.

    Raises:
        ExpressionUnreadable: it is none.
    """
    try:
        return jmespath.compile(text)
    except (JMESPathError, RecursionError) as cause:
        raise ExpressionUnreadable(name, text, str(cause)) from cause


def found_by(wanted: ParsedResult, value: Any) -> Any:  # noqa: ANN401 - any JSON comes in
    """What an expression finds; None where it meets something that it cannot work on."""
    try:
        return wanted.search(value)
    except (JMESPathError, ArithmeticError, AttributeError, TypeError, ValueError):
        return None  # the library lets some wrong values through to Python's own operators


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields that a person mapped, by their names; `metadata.KEY` fills the metadata."""

    expressions: Mapping[str, ParsedResult] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The fields that an option names, one a line.

        Raises:
            UsageError: a line that is none, an unknown or repeated field, a faulty expression.
        """
        found: dict[str, ParsedResult] = {}
        for line in filter(None, (part.strip() for part in text.splitlines())):
            name, equals, wanted = (part.strip() for part in line.partition("="))
            if not equals or not wanted or name in found:
                raise PairUnreadable(line)
            if name not in FIELDS and not (name.startswith("metadata.") and name[9:]):
                raise UnknownField(name)
            found[name] = expression(name, wanted)
        return cls(found)

    def incoming(
        self, place: str, raw: Mapping[str, Any], record: Mapping[str, Any], limits: Limits
    ) -> Incoming | Problem:
        """What comes in of a platform's record.

        What the connector itself found as an object of the metadata stays: what leads back to the
        record is the platform's, and no part of an output may take its place.

        Args:
            place: where it was read, for a person.
            raw: the record as the platform gave it; expressions are looked up in it.
            record: the fields that the connector itself found; mapped ones take their place.
            limits: what a record may be at most.
        """
        values = {name: value for name, value in record.items() if value is not None}
        metadata = dict(values.get("metadata") or {})
        for name, wanted in self.expressions.items():
            value = found_by(wanted, raw)
            if name.startswith("metadata."):
                key = name.removeprefix("metadata.")
                is_free = value is not None and not isinstance(metadata.get(key), Mapping)
                metadata |= {key: value} if is_free else {}
            elif name == "metadata" and isinstance(value, Mapping):
                metadata = {**value, **metadata}  # what leads back to the record is the platform's
            else:
                values[name] = value
        values["metadata"] = metadata
        terms = Terms({}, limits, has_text_numbers=True)
        return unclaimed(validate(RawRecord(place, values), terms))

    def incoming_of_text(self, place: str, text: str, limits: Limits) -> Incoming | Problem:
        """What comes in of a record that is JSON text and has the fields of a record itself.

        What a plain path finds goes in character by character as it came.
        """
        try:
            values, slices = parse_object(text)
        except JsonRefused as refused:
            raw = text[: limits.raw_characters]
            return Problem(place, refused.path or "record", refused.reason, raw)
        try:
            return unclaimed(validate(self._record(place, values, slices), self._terms(limits)))
        except FieldRefused as refused:
            return Problem(place, refused.field, refused.reason, text[: limits.raw_characters])

    def _record(self, place: str, values: dict[str, Any], slices: Slices) -> RawRecord:
        """The record with what expressions find beside its own members."""
        found = {
            wanted.expression: found_by(wanted, values)
            for wanted in self.expressions.values()
            if path_of(wanted.expression) is None
        }
        spans = {name: span for name, span in slices.spans.items() if name not in found}
        return RawRecord(place, {**values, **found}, Slices(slices.text, spans))

    def _terms(self, limits: Limits) -> Terms:
        mapping = {
            name: path_of(wanted.expression) or wanted.expression
            for name, wanted in self.expressions.items()
        }
        return Terms(mapping, limits, has_text_numbers=True)


def path_of(text: str) -> str | None:
    """The dotted path that an expression is; None where it is more than that.

    What is found by such a path can be cut out of the text that it came as.
    """
    if not _PLAIN.fullmatch(text):
        return None
    return text.replace("[", ".").replace("]", "").replace('"', "")
