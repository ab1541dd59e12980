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
    tokens = _TOKEN.findall(text)
    if not tokens or not _is_balanced(tokens):
        return None
    return "".join(_laid_out(tokens))


def _is_balanced(tokens: list[str]) -> bool:
    opened: list[str] = []
    for place, token in enumerate(tokens):
        if token == '"' or (not opened and place):
            return False
        if token in ("{", "["):
            opened.append(token)
        elif token in _PAIRS and (not opened or opened.pop() != _PAIRS[token]):
            return False
        if len(opened) > DEPTH_AT_MOST:
            return False
    return not opened and tokens[0][0] in '{["-0123456789tfn'


def _laid_out(tokens: list[str]) -> Iterator[str]:
    depth = 0
    following = [*tokens[1:], ""]
    previous = ""
    for token, after in zip(tokens, following, strict=True):
        if token in _PAIRS:
            depth -= 1
            yield token if previous == _PAIRS[token] else _new_line(depth) + token
        elif token in ("{", "["):
            depth += 1
            is_empty = _PAIRS.get(after) == token
            yield token if is_empty else token + _new_line(depth)
        elif token == ",":
            yield token + _new_line(depth)
        else:
            yield ": " if token == ":" else token
        previous = token


def _new_line(depth: int) -> str:
    return "\n" + "  " * depth
