"""What conditions can ask about an item, by name, made from its records on demand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import cel
import orjson

from reviewer_app.domain.records import Content, Item
from reviewer_app.domain.vocabulary import OutputType
from reviewer_app.policy.conditions import View
from reviewer_app.policy.links import links_in
from reviewer_app.policy.patterns import SEARCHES, Search, search_among
from reviewer_app.policy.tools import tools_called

Functions = dict[str, Callable[..., Any]]


READ_LENGTH = 1_000_000
"""Characters of a text that rules look at: what one output may cost is bounded."""

_NO_VALUE: Final = object()


class Unreadable(ValueError):
    """A variable that cannot be had of this item; says why in plain words."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An item with its content, and the running figures of its step."""

    item: Item
    content: Content
    figures: Mapping[str, float | None] = field(default_factory=dict)

    @property
    def is_longer_than_rules_read(self) -> bool:
        """Whether the rules do not see all of it: it is then flagged for that alone."""
        longest = max(len(self.content.output), len(self.content.input or ""))
        return longest > READ_LENGTH


def _metadata(subject: Subject) -> dict[str, Any]:
    meta = _parsed(subject.content.meta or "{}", "the metadata")
    if not isinstance(meta, dict):
        raise Unreadable("the metadata is no table of names and values")
    return meta


def _tools(subject: Subject) -> list[str]:
    content = subject.content
    tools = tools_called(_parsed(content.trace, "the trace")) if content.trace else []
    if subject.item.output_type in {OutputType.TOOL_CALLS, OutputType.MESSAGES}:
        tools += tools_called(_parsed(content.output, "the output"))
    return tools


def _data(subject: Subject) -> object:
    if len(subject.content.output) > READ_LENGTH:
        raise Unreadable("the output is too long to be read as data")
    try:
        return orjson.loads(subject.content.output)
    except orjson.JSONDecodeError:
        return None


def _confidence(subject: Subject) -> float | None:
    confidence = subject.item.confidence
    return None if confidence is None else float(confidence)


def _figure(name: str) -> Callable[[Subject], float | None]:
    def figure(subject: Subject) -> float | None:
        value = subject.figures.get(name)
        return None if value is None else float(value)

    return figure


VARIABLES: dict[str, Callable[[Subject], Any]] = {
    "confidence": _confidence,
    "input": lambda s: (s.content.input or "")[:READ_LENGTH],
    "output": lambda s: s.content.output[:READ_LENGTH],
    "data": _data,
    "workflow": lambda s: s.item.workflow,
    "step": lambda s: s.item.step,
    "agent": lambda s: s.item.agent,
    "model": lambda s: s.item.model_version,
    "tools": _tools,
    "meta": _metadata,
    "created_at": lambda s: s.item.created_at,
    "error_rate": _figure("error_rate"),
    "drift": _figure("drift"),
}
"""Every variable, and how it is had."""

NULLABLE = frozenset({"confidence", "data", "created_at", "error_rate", "drift"})
"""Variables that may be null."""


def view_of(subject: Subject, names: Iterable[str], functions: Functions) -> View:
    """The variables of these names, and no others, converted for CEL once."""
    variables: dict[str, Any] = {}
    unreadable: dict[str, str] = {}
    for name in names:
        try:
            variables[name] = VARIABLES[name](subject)
        except Unreadable as reason:
            unreadable[name] = str(reason)
    try:
        return View(variables, cel.Context(variables, functions), unreadable)
    except ValueError:
        return _mended_view(variables, functions, unreadable)


def functions_with(searches: Mapping[str, Search]) -> Functions:
    """Our own functions, for conditions that use these patterns."""
    return {"links": _of_text(links_in), SEARCHES: _of_text(search_among(searches))}


def _of_text(function: Callable[..., object]) -> Callable[..., object]:
    """The function, refusing what is no text with a value that CEL refuses in turn.

    An exception would do the same, and CEL would print it for every item.
    """
    return lambda text, *more: function(text, *more) if isinstance(text, str) else _NO_VALUE


def _mended_view(
    variables: dict[str, Any], functions: Functions, unreadable: dict[str, str]
) -> View:
    """A view of values that CEL refuses as they are: halves of characters, mostly."""
    context = cel.Context({}, functions)
    for name, value in variables.items():
        try:
            context.add_variable(name, _mended(value))
        except ValueError:
            unreadable[name] = f"{name} has a value that no rule can read"
    return View(variables, context, unreadable)


def _mended(value: object) -> object:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case list():
            return [_mended(entry) for entry in value]
        case dict():
            return {_mended(key): _mended(entry) for key, entry in value.items()}
        case _:
            return value


def _parsed(text: str, what: str) -> object:
    if len(text) > READ_LENGTH:
        raise Unreadable(f"{what} is too long to be read")
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Unreadable(f"{what} cannot be read as JSON") from error
