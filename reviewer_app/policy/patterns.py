"""Regular expressions in linear time, compiled once when the policy loads.

CEL's own `matches` compiles its pattern at every call and cannot be replaced by name, so that a
call of it is renamed to a function of ours, of the same length to keep every column.
"""

from collections.abc import Callable, Mapping

import cel
from pydantic_core import SchemaError, SchemaValidator, core_schema

from reviewer_app.policy.expression import Call, Expression, Kind

MATCHES = "matches"
SEARCHES = "_search"
"""What a call of `matches` is renamed to. Not a name that a policy may use."""


Search = Callable[[str], bool]


class PatternInvalid(ValueError):
    """The argument of `matches` is not a pattern that can be compiled; says where in the source."""

    def __init__(self, message: str, start: int) -> None:
        super().__init__(message)
        self.start = start


def renamed(expression: Expression) -> str:
    """The source with every call of `matches` renamed to `SEARCHES`."""
    source = expression.source
    for call in _calls(expression):
        source = source[: call.start] + SEARCHES + source[call.start + len(MATCHES) :]
    return source


def patterns_in(expression: Expression) -> dict[str, Search]:
    """The patterns that are called, each with what tells whether it occurs in a text.

    Raises:
        PatternInvalid: where an argument is no text literal, or no regular expression.
    """
    return dict(_search(expression, call) for call in _calls(expression))


def search_among(searches: Mapping[str, Search]) -> Callable[[str, str], bool]:
    """The function that CEL calls under `SEARCHES`."""
    return lambda text, pattern: searches[pattern](text)


def _calls(expression: Expression) -> list[Call]:
    return [c for c in expression.calls if c.name == MATCHES and c.is_method]


def _search(expression: Expression, call: Call) -> tuple[str, Search]:
    """The pattern of a call, and what tells whether it occurs in a text."""
    argument = expression.words[min(call.index + 2, len(expression.words) - 1)]
    is_alone = expression.text_at(call.index + 3) == ")"
    if argument.kind is not Kind.TEXT or not is_alone:
        raise PatternInvalid("the pattern of matches() must be written out as text", argument.start)
    pattern = cel.compile(argument.text).execute()
    try:
        schema = core_schema.str_schema(pattern=pattern, regex_engine="rust-regex", strict=True)
        return pattern, SchemaValidator(schema).isinstance_python
    except SchemaError as error:
        reason = str(error).splitlines()[-1].strip().removeprefix("SchemaError: ")
        reason = reason.removeprefix("error: ").rstrip(".")
        message = f"{argument.text} is not a regular expression: {reason}"
        raise PatternInvalid(message, argument.start) from error
