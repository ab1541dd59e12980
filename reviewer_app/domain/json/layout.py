"""JSON laid out for reading, without touching a single value as it was written."""

import re
from collections.abc import Iterator

DEPTH_AT_MOST = 200
"""Nesting beyond which indentation no longer helps a reader."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+|"', re.DOTALL)
_PAIRS = {"}": "{", "]": "["}


def indented_json(text: str) -> str | None:
    """The JSON text with one value a line, or None where it is none or nests too deep.

    Numbers, escapes and repeated keys stay as they are: nothing is parsed into a value.
    """
    parts = _TOKEN.findall(text)
    if not parts or not _is_balanced(parts):
        return None
    return "".join(_laid_out(parts))


def _is_balanced(parts: list[str]) -> bool:
    opened: list[str] = []
    for place, part in enumerate(parts):
        if part == '"' or (not opened and place):
            return False
        if part in ("{", "["):
            opened.append(part)
        elif part in _PAIRS and (not opened or opened.pop() != _PAIRS[part]):
            return False
        if len(opened) > DEPTH_AT_MOST:
            return False
    return not opened and parts[0][0] in '{["-0123456789tfn'


def _laid_out(parts: list[str]) -> Iterator[str]:
    depth = 0
    following = [*parts[1:], ""]
    previous = ""
    for part, after in zip(parts, following, strict=True):
        if part in _PAIRS:
            depth -= 1
            yield part if previous == _PAIRS[part] else _new_line(depth) + part
        elif part in ("{", "["):
            depth += 1
            is_empty = _PAIRS.get(after) == part
            yield part if is_empty else part + _new_line(depth)
        elif part == ",":
            yield part + _new_line(depth)
        else:
            yield ": " if part == ":" else part
        previous = part


def _new_line(depth: int) -> str:
    return "\n" + "  " * depth
