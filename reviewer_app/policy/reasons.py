"""Why a rule fired, or could not be answered, in words for the reviewer."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from reviewer_app.domain.records import Flag
from reviewer_app.policy.patterns import MATCHES, SEARCHES
from reviewer_app.policy.values import MISSING, kind_of, phrase, value_at

Path = tuple[str, ...]

_APPLIES = re.compile("(Rule “.*?” applies): .*", re.DOTALL)
_UNCHECKED = "could not be checked"
_FUNCTION_ERROR = re.compile(r"Function '(\w+)' error")


def fired(rule: str, values: Mapping[str, Any]) -> str:
    """A reason for a rule that gives none: its name, and what it saw."""
    if not values:
        return f"Rule “{rule}” applies"
    saw = ", ".join(f"{name} is {phrase(value)}" for name, value in values.items())
    return f"Rule “{rule}” applies: {saw}"


def without_values(flag: Flag) -> Flag:
    """The flag without what its rule saw: a reason that the policy gives in words stays."""
    reason = flag.reason
    if found := _APPLIES.fullmatch(reason):
        reason = found[1]
    elif reason.startswith(f"{_UNCHECKED}: "):
        reason = _UNCHECKED
    return flag.model_copy(update={"reason": reason, "values": {}})


def unanswered(error: BaseException, paths: Iterable[Path], variables: Mapping[str, Any]) -> str:
    """What kept a condition from being answered: `meta.amount is missing`."""
    match error:
        case KeyError():
            return f"{_path_to(str(error), paths, variables)} is missing"
        case IndexError():
            return "a list has fewer entries than the rule asks for"
        case ZeroDivisionError():
            return "it divides by zero"
        case RuntimeError() if found := _FUNCTION_ERROR.match(str(error)):
            name = MATCHES if found[1] == SEARCHES else found[1]
            return f"{name}() cannot read its value: {_saw(paths, variables)}"
        case _:
            return _kinds(paths, variables) or str(error).split("\n", 1)[0]


def _saw(paths: Iterable[Path], variables: Mapping[str, Any]) -> str:
    return ", ".join(f"{'.'.join(p)} is {phrase(value_at(variables, p))}" for p in paths)


def _path_to(error: str, paths: Iterable[Path], variables: Mapping[str, Any]) -> str:
    """The path that leads nowhere because of this key; CEL names the key alone."""
    key = error.strip("\"'")
    for path in paths:
        if key in path[1:] and value_at(variables, path) is MISSING:
            return ".".join(path[: path.index(key, 1) + 1])
    return key


def _kinds(paths: Iterable[Path], variables: Mapping[str, Any]) -> str:
    """The values that are null, else what kinds of value met."""
    values = {".".join(p): value_at(variables, p) for p in paths}
    nulls = [name for name, value in values.items() if value is None or value is MISSING]
    if nulls:
        return f"{' and '.join(nulls)} {'is' if len(nulls) == 1 else 'are'} missing"
    kinds = ", ".join(f"{name} is {kind_of(value)}" for name, value in values.items())
    return f"its values do not fit together: {kinds}" if kinds else ""
