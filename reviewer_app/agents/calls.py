"""A call of a function: its arguments as a person sees them, and as they were corrected."""

import inspect
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import GenericAlias
from typing import Any, get_type_hints

from reviewer_app.agents.failures import RecordRefused
from reviewer_app.agents.records import json_value
from reviewer_app.agents.shapes import Shape, ShapeRefused, members
from reviewer_app.domain.json.text import parse, text_of
from reviewer_app.domain.sentences import sentence

_SELF = ("self", "cls")


@dataclass(frozen=True, slots=True)
class Function:
    """A function under oversight: what it takes and gives, and what nobody shall see of it.

    Attributes:
        name: as errors and tickets call it.
        signature: its parameters.
        hints: their types, and that of what it returns, as far as they can be resolved.
        left_out: the parameters that are never submitted.
    """

    name: str
    signature: inspect.Signature
    hints: Mapping[str, Any]
    left_out: frozenset[str]

    @classmethod
    def of(cls, function: Callable[..., Any], leave_out: Collection[str]) -> "Function":
        """What can be known of a function."""
        signature = inspect.signature(function)
        first = next(iter(signature.parameters), "")
        own = {first} if first in _SELF else set()
        name = getattr(function, "__name__", type(function).__name__)
        return cls(name, signature, _hints(function), frozenset({*leave_out, *own}))

    @property
    def unknown_left_out(self) -> list[str]:
        """Names that are left out and are no parameters."""
        return sorted(self.left_out - set(self.signature.parameters))

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> "Call":
        """A call of it; defaults are filled in, so that a person sees them.

        Raises:
            TypeError: the function does not take these arguments.
        """
        bound = self.signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return Call(self, bound)

    def shape(self, name: str) -> Shape:
        """What the JSON of an argument must look like."""
        hint = self.hints.get(name, Any)
        match self.signature.parameters[name].kind:
            case inspect.Parameter.VAR_POSITIONAL:
                return Shape(GenericAlias(list, (hint,)))
            case inspect.Parameter.VAR_KEYWORD:
                return Shape(GenericAlias(dict, (str, hint)))
            case _:
                return Shape(hint)


@dataclass(frozen=True, slots=True)
class Call:
    """One call."""

    function: Function
    bound: inspect.BoundArguments

    def shown(self) -> dict[str, Any]:
        """The arguments that a person sees, as JSON.

        Raises:
            RecordRefused: one cannot be written as JSON.
        """
        return {name: json_value(value, name) for name, value in self._seen()}

    def asked(self) -> object:
        """The arguments as what a result is judged by: the text itself where there is but one."""
        shown = {name: _or_kind(name, value) for name, value in self._seen()}
        only = next(iter(shown.values()), None)
        return only if len(shown) == 1 and isinstance(only, str) else shown or None

    def corrected(self, text: str) -> "Call":
        """The call with the arguments of a corrected JSON object.

        Raises:
            ShapeRefused: an argument is missing, too many, or not of its type.
        """
        given, names = members(text), [name for name, _ in self._seen()]
        if missing := [name for name in names if name not in given]:
            raise ShapeRefused(sentence("{names} is missing", names=tuple(missing)))
        if unknown := [name for name in given if name not in names]:
            raise ShapeRefused(sentence("it takes no {names}", names=tuple(unknown)))
        fresh = inspect.BoundArguments(self.function.signature, self.bound.arguments.copy())
        for name in names:
            fresh.arguments[name] = self._value(name, given[name])
        return Call(self.function, fresh)

    def schema(self) -> str:
        """The JSON Schema that corrected arguments must keep to."""
        names = [name for name, _ in self._seen()]
        return text_of(
            {
                "type": "object",
                "properties": {name: self._told(name) for name in names},
                "required": names,
                "additionalProperties": False,
            }
        )

    def _told(self, name: str) -> Any:  # noqa: ANN401 - a JSON Schema
        """What is said of one argument: its schema, unless that refers to parts outside itself."""
        schema = self.function.shape(name).schema
        return parse(schema) if schema and "$defs" not in schema else {}

    def _seen(self) -> list[tuple[str, Any]]:
        left_out = self.function.left_out
        return [
            (name, value) for name, value in self.bound.arguments.items() if name not in left_out
        ]

    def _value(self, name: str, text: str) -> Any:  # noqa: ANN401 - the function's own type
        try:
            value = self.function.shape(name).value(text)
        except ShapeRefused as refused:
            reason = sentence("{name} is wrong ({reason})", name=name, reason=str(refused))
            raise ShapeRefused(reason) from refused
        kind = self.function.signature.parameters[name].kind
        return tuple(value) if kind is inspect.Parameter.VAR_POSITIONAL else value


def _or_kind(name: str, value: object) -> Any:  # noqa: ANN401 - JSON is any of its own kinds
    """A value as JSON; what cannot be written so is named by its kind, since it is no output."""
    try:
        return json_value(value, name)
    except RecordRefused:
        return f"<{type(value).__name__}>"


def _hints(function: Callable[..., Any]) -> Mapping[str, Any]:
    """The types of a function; none where a name in them cannot be resolved."""
    try:
        return get_type_hints(function, include_extras=True)
    except (NameError, TypeError, AttributeError):
        return {}
