"""The tools that an agent called, as its trace tells in the shapes that are in use."""

from collections.abc import Callable, Iterator, Mapping

Part = Mapping[str, object]

_NAME_KEYS = ("tool_name", "toolName", "tool.name", "gen_ai.tool.name")
_CALL_TYPES = frozenset(
    {
        "tool_use", "server_tool_use", "mcp_tool_use", "tool_call", "tool-call", "function_call",
        "mcp_call", "execute_tool",
    }
)  # fmt: skip
_TYPE_KEYS = ("type", "kind", "span_type", "span_kind")
_SPAN_KIND = "openinference.span.kind"
_OF_THE_CALL = frozenset(
    {
        "function", "arguments", "args", "input", "inputs", "output", "outputs", "result",
        "parameters", "attributes",
    }
)  # fmt: skip
"""Below a call these hold what was said to the tool and what it answered, not further calls."""


def tools_called(trace: object) -> list[str]:
    """The name of every call in `trace`, in order, repeats included.

    It knows chat messages with tool calls, content blocks, events that name a tool, and spans
    with the attributes of OpenInference and of the GenAI conventions. Definitions of tools that
    an agent was merely offered, and the answers of tools, are no calls.
    """
    return list(_called(trace))


def _called(trace: object) -> Iterator[str]:
    waiting = [trace]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif isinstance(part, Mapping):
            name = next(filter(None, (shape(part) for shape in _SHAPES)), "")
            if name:
                yield name
            inner = [value for key, value in part.items() if not (name and key in _OF_THE_CALL)]
            waiting.extend(reversed(inner))


def _named(part: Part) -> str:
    """A key that only a call has: `tool_name`, `tool.name`, or `tool` with a text."""
    if "tool_call_id" in part or part.get("type") in {"tool-result", "tool_result"}:
        return ""
    return next((_text(part, key) for key in (*_NAME_KEYS, "tool") if _text(part, key)), "")


def _function(part: Part) -> str:
    """A call in a chat message: `{"function": {"name", "arguments"}}`."""
    function = part.get("function")
    is_call = isinstance(function, Mapping) and "arguments" in function
    return _text(function, "name") if is_call and isinstance(function, Mapping) else ""


def _span(part: Part) -> str:
    """A span whose attributes say that a tool ran in it."""
    attributes = part.get("attributes")
    if not isinstance(attributes, Mapping):
        return ""
    name = _named(attributes)
    is_tool = attributes.get(_SPAN_KIND) == "TOOL" or "TOOL" in _types(part)
    return name or (_text(part, "name") if is_tool else "")


def _block(part: Part) -> str:
    """A part that calls itself a call, or has a name and what the tool was given."""
    is_given = "arguments" in part or {"args", "id"} <= part.keys()
    is_call = bool(_types(part) & _CALL_TYPES) or "TOOL" in _types(part)
    return _text(part, "name") if is_call or is_given else ""


_SHAPES: tuple[Callable[[Part], str], ...] = (_function, _span, _named, _block)


def _types(part: Part) -> set[str]:
    return {_text(part, key) for key in _TYPE_KEYS}


def _text(part: Part, key: str) -> str:
    value = part.get(key)
    return value if isinstance(value, str) else ""
