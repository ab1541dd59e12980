"""What can be said of a condition before it meets an item: unknown names, wrong types, nulls."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from reviewer_app.policy.conditions import Condition, ConditionInvalid
from reviewer_app.policy.expression import LOOPS, Call, Expression
from reviewer_app.policy.patterns import MATCHES
from reviewer_app.policy.probes import clause_trouble, null_refuses
from reviewer_app.policy.problems import did_you_mean
from reviewer_app.policy.variables import NULLABLE, VARIABLES

FUNCTIONS = frozenset(
    {
        "size", "int", "uint", "double", "string", "bytes", "timestamp", "duration", "type",
        "dyn", "has", "links",
    }
)  # fmt: skip
"""What can be called with a value in brackets."""

_PARTS_OF_A_TIME = frozenset(
    {
        "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfYear", "getDayOfWeek",
        "getHours", "getMinutes", "getSeconds", "getMilliseconds",
    }
)  # fmt: skip

METHODS = (
    frozenset({"size", "contains", "startsWith", "endsWith", MATCHES}) | _PARTS_OF_A_TIME | LOOPS
)
"""What can be called on a value with a dot."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a condition, at an offset of its source."""

    message: str
    start: int
    is_error: bool = True


def findings_in(source: str) -> list[Finding]:
    """Everything that is wrong with a condition, or may be; empty where it is sound."""
    try:
        condition = Condition(source)
    except ConditionInvalid as invalid:
        found = [Finding(str(invalid), invalid.start)]
        return found if invalid.is_syntax else _in_order(found, _unknown(Expression(source)))
    unknown = _in_order(_unknown(condition.expression))
    if unknown:
        return unknown
    wrong = list(_wrong_types(condition))
    return wrong or list(_careless_nulls(condition))


def _in_order(*findings: Iterable[Finding]) -> list[Finding]:
    return sorted(chain(*findings), key=lambda finding: finding.start)


def _unknown(expression: Expression) -> Iterator[Finding]:
    yield from _unknown_variables(expression)
    yield from _unknown_functions(expression)


def _unknown_variables(expression: Expression) -> Iterator[Finding]:
    for name, start in expression.bound.items():
        if name in VARIABLES:
            yield Finding(f'the loop\'s "{name}" hides the variable of that name', start)
    for reference in expression.references:
        name = reference.name
        if name not in VARIABLES:
            near = did_you_mean(name, VARIABLES)
            yield Finding(f'unknown variable "{name}"{near}', reference.start)


def _unknown_functions(expression: Expression) -> Iterator[Finding]:
    for call in expression.calls:
        known = METHODS if call.is_method else FUNCTIONS
        if call.name not in known:
            yield Finding(_unknown_function(call, known), call.start)


def _unknown_function(call: Call, known: frozenset[str]) -> str:
    if not call.is_method and call.name in METHODS:
        return f'"{call.name}" is called on a value: write "value.{call.name}(…)"'
    if call.is_method and call.name in FUNCTIONS:
        return f'"{call.name}" takes its value in brackets: write "{call.name}(value)"'
    return f'unknown function "{call.name}"{did_you_mean(call.name, sorted(known))}'


def _wrong_types(condition: Condition) -> Iterator[Finding]:
    for source, start in condition.expression.clauses():
        trouble = clause_trouble(Condition(source))
        if trouble:
            yield Finding(trouble.message, start, trouble.is_error)


def _careless_nulls(condition: Condition) -> Iterator[Finding]:
    """Warns of variables that may be null and are used without asking whether they are."""
    expression = condition.expression
    for name in sorted(condition.variables & NULLABLE):
        if expression.asks_for_null(name) and not null_refuses(condition, name):
            continue
        start = next(r.start for r in expression.references if r.name == name)
        yield Finding(
            f'"{name}" may be null, and an item without it will be flagged: '
            f'write "{name} != null && …" or "{name} == null || …"',
            start,
            is_error=False,
        )
