"""Conditions tried on sample items, so that what can never work is found when a policy loads.

CEL lets `a || error` be true where `a` is, which hides the error from any one sample. So each
clause between `&&` and `||` is tried by itself, on a sample of each sort.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from typing import Any

import cel

from reviewer_app.policy.conditions import Condition, Unanswered, View
from reviewer_app.policy.values import kind_of
from reviewer_app.policy.variables import functions_with

_BY_TYPE = ("Undefined variable or function", "Failed to convert Python result")
"""How CEL says that CEL's own functions, or ours, take no value of this type."""

_MOST_VARIED = 2
"""Paths of a clause whose guesses are combined; more of them all get the same."""

_MOST_QUOTED = 60

_FREE = frozenset({"meta", "data"})
"""Variables whose shape nobody knows before an item comes."""

_GUESSES: tuple[Any, ...] = (
    1.5,
    "2020-01-01T00:00:00Z",
    True,
    3,
    ["text"],
    {"text": "text"},
    "1h",
    [{"text": 1.5}],
)
"""What a field of metadata may hold."""

_PLENTY: Mapping[str, Any] = {
    "confidence": 0.25,
    "input": "What is the state of order 17?",
    "output": "It was sent on Monday. See https://example.com/17.",
    "data": {},
    "workflow": "support",
    "step": "reply",
    "agent": "writer",
    "model": "2.0",
    "tools": ["orders.find", "policy.lookup", "refund.draft"],
    "meta": {},
    "created_at": datetime(2024, 5, 17, 9, 30, tzinfo=UTC),
    "error_rate": 0.2,
    "drift": 0.3,
}
_LITTLE: Mapping[str, Any] = {
    **_PLENTY,
    "confidence": 1.0,
    "input": "",
    "output": "",
    "workflow": "",
    "step": "",
    "agent": "",
    "model": "",
    "tools": [],
    "created_at": datetime(1970, 1, 1, tzinfo=UTC),
    "error_rate": 0.0,
    "drift": 0.0,
}
_SAMPLES = (_PLENTY, _LITTLE)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a condition does not work on samples; a warning where other items might suit it."""

    message: str
    is_error: bool = True


@dataclass(frozen=True, slots=True)
class _Refusal:
    """A sample on which CEL could not answer; `by_type` where no item of its sort will do."""

    by_type: bool


def clause_trouble(clause: Condition) -> Trouble | None:
    """What is wrong with one clause by itself, or None."""
    if clause.variables & _FREE:
        return _free_trouble(clause)
    answers = [_answer(clause, sample) for sample in _SAMPLES]
    if any(isinstance(answer, _Refusal) and answer.by_type for answer in answers):
        known = sorted(clause.variables & _PLENTY.keys())
        kinds = ", ".join(f"{name} is {kind_of(_PLENTY[name])}" for name in known)
        return Trouble(f"wrong type in {_quoted(clause)}{': ' if kinds else ''}{kinds}")
    return _not_boolean(clause, answers)


def null_refuses(condition: Condition, name: str) -> bool:
    """Whether some sample cannot be answered once this variable is null."""
    answers = [_answer(condition, {**sample, name: None}) for sample in _SAMPLES]
    return any(isinstance(answer, _Refusal) and answer.by_type for answer in answers)


def _free_trouble(clause: Condition) -> Trouble | None:
    """The same for a clause over metadata or data, where only every guess failing means a lot."""
    samples = list(_guessed(clause))
    answers = [_answer(clause, sample) for sample in samples]
    if any(not isinstance(a, _Refusal) or not a.by_type for a in answers):
        return _not_boolean(clause, answers)
    return Trouble(f"{_quoted(clause)} fits no sort of value that was tried", is_error=False)


def _not_boolean(clause: Condition, answers: list[object]) -> Trouble | None:
    given = [answer for answer in answers if not isinstance(answer, _Refusal)]
    if not given or any(isinstance(answer, bool) for answer in given):
        return None
    return Trouble(f"{_quoted(clause)} gives {kind_of(given[0])}, not true or false")


def _guessed(clause: Condition) -> Iterator[Mapping[str, Any]]:
    """Samples in which every path into metadata and data leads to a guess."""
    paths = [path for path in clause.expression.paths if path[0] in _FREE]
    alike = len(paths) > _MOST_VARIED
    choices = (
        ([g] * len(paths) for g in _GUESSES) if alike else product(_GUESSES, repeat=len(paths))
    )
    for guesses in choices:
        free: dict[str, Any] = {"meta": {}, "data": {}}
        for path, guess in zip(paths, guesses, strict=True):
            _put(free, path, guess)
        yield from ({**sample, **free} for sample in _SAMPLES)


def _put(table: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    """Makes `path` lead to `value`; metadata itself stays a table."""
    for name in path[:-1]:
        inner = table.get(name)
        table[name] = inner = inner if isinstance(inner, dict) else {}
        table = inner
    if path != ("meta",):
        table[path[-1]] = value


def _answer(condition: Condition, sample: Mapping[str, Any]) -> object:
    functions = functions_with(condition.patterns)
    try:
        return condition.evaluate(View(sample, cel.Context(dict(sample), functions)))
    except Unanswered as unanswered:
        cause = unanswered.__cause__
        said = str(cause)
        return _Refusal(isinstance(cause, TypeError) or any(words in said for words in _BY_TYPE))


def _quoted(clause: Condition) -> str:
    text = " ".join(clause.expression.source.split())
    return f"`{text if len(text) <= _MOST_QUOTED else text[: _MOST_QUOTED - 1] + '…'}`"
