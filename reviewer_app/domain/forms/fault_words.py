"""The words for each way in which a value can break a schema."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from jsonschema_rs import ValidationErrorKind as Broken

from reviewer_app.domain.json.faults import cut
from reviewer_app.domain.sentences import Sentence, sentence

CHOICES_SAID = 8
"""Choices that a sentence names; of more it says how many there are."""

_KINDS: Mapping[str, Sentence] = {
    "string": sentence("text"),
    "number": sentence("a number"),
    "integer": sentence("a whole number"),
    "boolean": sentence("yes or no"),
    "null": sentence("empty"),
    "object": sentence("a group of fields"),
    "array": sentence("a list"),
}

_FORMATS: Mapping[str, Sentence] = {
    "date": sentence("must look like 2026-03-12"),
    "date-time": sentence("must look like 2026-03-12T09:30:00Z"),
    "time": sentence("must look like 09:30:00Z"),
    "duration": sentence("must be a span of time such as P3DT4H"),
    "email": sentence("must be an e-mail address"),
    "idn-email": sentence("must be an e-mail address"),
    "uri": sentence("must be a web address with its scheme"),
    "uuid": sentence("must be a UUID"),
    "ipv4": sentence("must be an IPv4 address"),
    "ipv6": sentence("must be an IPv6 address"),
    "hostname": sentence("must be the name of a host"),
}

_SINGLE: Mapping[type[Broken], Sentence] = {
    Broken.UniqueItems: sentence("must not hold the same thing twice"),
    Broken.Contains: sentence("lacks an element that must be there"),
    Broken.FalseSchema: sentence("is not allowed"),
    Broken.Not: sentence("is of a kind that is not allowed"),
    Broken.OneOfMultipleValid: sentence("fits several forms, and may fit only one"),
    Broken.OneOfNotValid: sentence("fits none of the allowed forms"),
    Broken.AnyOf: sentence("fits none of the allowed forms"),
    Broken.BacktrackLimitExceeded: sentence("is too long to be checked against its pattern"),
}

_LIMITS: Mapping[type[Broken], Sentence] = {
    Broken.Minimum: sentence("must be at least {limit}"),
    Broken.Maximum: sentence("must be at most {limit}"),
    Broken.ExclusiveMinimum: sentence("must be more than {limit}"),
    Broken.ExclusiveMaximum: sentence("must be less than {limit}"),
    Broken.MinLength: sentence("must have at least {limit} characters"),
    Broken.MaxLength: sentence("must have at most {limit} characters"),
    Broken.MinItems: sentence("must have at least {limit} rows"),
    Broken.MaxItems: sentence("must have at most {limit} rows"),
    Broken.MinProperties: sentence("must have at least {limit} fields"),
    Broken.MaxProperties: sentence("must have at most {limit} fields"),
}

_LIMITS_OF_ONE: Mapping[type[Broken], Sentence] = {
    Broken.MinLength: sentence("must not be empty"),
    Broken.MaxLength: sentence("must have at most one character"),
    Broken.MinItems: sentence("must have at least one row"),
    Broken.MaxItems: sentence("must have at most one row"),
    Broken.MinProperties: sentence("must have at least one field"),
    Broken.MaxProperties: sentence("must have at most one field"),
}


def words_of(kind: Broken, types: tuple[str, ...] = ()) -> Sentence:
    """What a value must be, said of one that is not; `types` where alternatives came to those."""
    if types:
        return kinds_words(types)
    found = next((say(kind) for cls, say in _SAYING.items() if isinstance(kind, cls)), None)
    if found is not None:
        return found
    for cls, words in _LIMITS.items():
        if isinstance(kind, cls):
            return _limit_words(cls, words, str(kind.as_dict()["limit"]))
    single = (words for cls, words in _SINGLE.items() if isinstance(kind, cls))
    return next(single, sentence("does not fit the schema of this step"))


def kinds_words(types: tuple[str, ...]) -> Sentence:
    """That a value must be of one of some kinds; null is said only where it is alone."""
    real = [t for t in types if t != "null"] or ["null"]
    names = tuple(_KINDS.get(t, t) for t in real)
    if len(names) == 1:
        return sentence("must be {kind}", kind=names[0])
    return sentence("must be one of: {kinds}", kinds=names)


def choices_words(raws: tuple[str, ...]) -> tuple[str, ...]:
    """Raw values as a person reads them: texts without their quotes."""
    return tuple(cut(json.loads(raw) if raw.startswith('"') else raw) for raw in raws)


def _limit_words(cls: type[Broken], words: Sentence, limit: str) -> Sentence:
    if limit == "1" and cls in _LIMITS_OF_ONE:
        return _LIMITS_OF_ONE[cls]
    return Sentence(words.template, {"limit": limit})


def _enum(kind: Any) -> Sentence:  # noqa: ANN401 - the engine's classes have no common type
    options = [json.dumps(option, ensure_ascii=False, default=str) for option in kind.options]
    if len(options) > CHOICES_SAID:
        return sentence("must be one of {count} known values", count=len(options))
    return sentence("must be one of {choices}", choices=choices_words(tuple(options)))


def _constant(kind: Any) -> Sentence:  # noqa: ANN401 - see above
    raw = json.dumps(kind.expected_value, ensure_ascii=False, default=str)
    return sentence("must be {kind}", kind=choices_words((raw,))[0])


def _format(kind: Any) -> Sentence:  # noqa: ANN401 - see above
    other = sentence("is not written as the format “{name}” asks", name=cut(kind.format))
    return _FORMATS.get(kind.format, other)


_SAYING: Mapping[type[Broken], Callable[[Any], Sentence]] = {
    Broken.Type: lambda kind: kinds_words(tuple(kind.types)),
    Broken.Enum: _enum,
    Broken.Constant: _constant,
    Broken.Format: _format,
    Broken.Pattern: lambda kind: sentence("must match {pattern}", pattern=cut(kind.pattern)),
    Broken.MultipleOf: lambda kind: sentence(
        "must be a multiple of {step}", step=str(kind.multiple_of)
    ),
}
