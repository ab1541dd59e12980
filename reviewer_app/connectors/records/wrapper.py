"""Finds the list of records in a JSON object that wraps one, such as {"items": [...]}."""

import json
import re
from collections.abc import Iterator, Sequence

_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[{}\[\]:]', re.DOTALL)
_LIST_OF_OBJECTS = re.compile(rb"[ \t\r\n]*+[{\]]")
_USUAL = ("items", "records", "data", "rows", "results", "outputs", "examples", "runs", "traces")


def list_start(head: bytes, output: str) -> int | None:
    """Where the content of the wrapped list starts; None where the object is a record itself.

    `head` is the object's text, or as much of it as a record may have; an object with a member
    called `output` is a record. Of several lists of objects one with a usual name is taken, else
    the first.
    """
    lists: dict[str, int] = {}
    for name, opened in _members(head):
        if name == output:
            return None
        if opened and _LIST_OF_OBJECTS.match(head, opened):
            lists.setdefault(name, opened)
    usual = next((name for name in _USUAL if name in lists), None)
    return lists[usual] if usual else next(iter(lists.values()), None)


def _members(head: bytes) -> Iterator[tuple[str, int]]:
    """The name of each member of the object; with it, where the list starts that it may be."""
    depth = 0
    text, name = b"", ""
    for token in _TOKEN.finditer(head):
        mark = token.group()
        if mark in (b"{", b"["):
            depth += 1
            if depth == 2 and mark == b"[" and name:
                yield name, token.end()
        elif mark in (b"}", b"]"):
            depth -= 1
            if depth == 0:
                return
        elif depth == 1 and mark == b":":
            name = text[1:-1].decode(errors="replace")
            yield name, 0
        elif depth == 1:
            text = mark


def list_at(text: bytes, path: Sequence[str]) -> int | None:
    """Where the content of the list at a path of keys starts; None where no list is there."""
    names: list[str] = []
    word = b""
    for token in _TOKEN.finditer(text):
        mark = token.group()
        if mark == b"[" and names == list(path):
            return token.end()
        if mark in (b"{", b"["):
            names.append("")
        elif mark in (b"}", b"]"):
            del names[-1:]
        elif mark == b":":
            names[-1:] = [_name(word)]
        else:
            word = mark
    return None


def _name(word: bytes) -> str:
    """The text that a key is, escapes and all."""
    try:
        return str(json.loads(word))
    except ValueError:
        return word[1:-1].decode(errors="replace")
