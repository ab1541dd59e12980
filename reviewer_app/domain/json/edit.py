"""Edits of a JSON text that change the characters of one value and keep the layout around it."""

import json

from reviewer_app.domain.json.tree import JsonTree, Kind, Node, Path, Step, child


class NoSuchPlace(LookupError):
    """An edit was asked for at a path where the text has no such value: a mistake of ours."""


def with_value(tree: JsonTree, path: Path, raw: str) -> str:
    """The text with another value at a path."""
    node = _at(tree, path)
    return tree.text[: node.start] + raw + tree.text[node.end :]


def with_element(tree: JsonTree, path: Path, index: int, raw: str) -> str:
    """The text with one more element in an array, before the one that has the index now."""
    return _with_part(tree, path, index, raw)


def with_member(tree: JsonTree, path: Path, member: tuple[str, str], index: int) -> str:
    """The text with one more member, its key and raw value, in an object, at an index."""
    key, raw = member
    node = _at(tree, path)
    return _with_part(tree, path, index, written(key, tree.text) + _colon(tree, node) + raw)


def without(tree: JsonTree, path: Path) -> str:
    """The text without the member or element at a path, nor the comma that set it off."""
    parent = _at(tree, path[:-1])
    index = _index(parent, path[-1])
    parts = parent.parts
    if len(parts) == 1:
        start, end = parent.start + 1, parent.end - 1
    elif index + 1 < len(parts):
        start, end = parts[index].start, parts[index + 1].start
    else:
        start, end = parts[index - 1].value.end, parts[index].value.end
    return tree.text[:start] + tree.text[end:]


def with_moved(tree: JsonTree, path: Path, to: int) -> str:
    """The text with the element at a path at another index; the layout between them stays."""
    parent = _at(tree, path[:-1])
    order = list(range(len(parent.parts)))
    order.insert(to, order.pop(_index(parent, path[-1])))
    pieces: list[str] = []
    done = 0
    for place, source in zip(parent.parts, order, strict=True):
        pieces += tree.text[done : place.value.start], tree.raw(parent.parts[source].value)
        done = place.value.end
    return "".join(pieces) + tree.text[done:]


def written(words: str, like: str) -> str:
    """Words as a raw JSON text, with escapes where the surrounding text prefers them."""
    return json.dumps(words, ensure_ascii="\\u" in like and like.isascii())


def _at(tree: JsonTree, path: Path) -> Node:
    node = tree.at(path)
    if node is None:
        raise NoSuchPlace(path)
    return node


def _index(parent: Node, step: Step) -> int:
    """Where a member or element stands; of a key that comes twice, the last."""
    wanted = child(parent, step)
    found = (n for n, part in enumerate(parent.parts) if part.value is wanted)
    index = next(found, None)
    if index is None:
        raise NoSuchPlace(step)
    return index


def _with_part(tree: JsonTree, path: Path, index: int, part: str) -> str:
    text, node = tree.text, _at(tree, path)
    if not node.parts:
        before, after = _padding(tree, path)
        return text[: node.start + 1] + before + part + after + text[node.end - 1 :]
    separator = _separator(tree, node)
    if index >= len(node.parts):
        at = node.parts[-1].value.end
        return text[:at] + separator + part + text[at:]
    at = node.parts[index].start
    return text[:at] + part + separator + text[at:]


def _separator(tree: JsonTree, node: Node) -> str:
    """What stands between two parts of a container that has one at least."""
    first = node.parts[0]
    if len(node.parts) > 1:
        return tree.text[first.value.end : node.parts[1].start]
    lead = tree.text[node.start + 1 : first.start]
    if "\n" in lead:
        return "," + lead
    return ", " if _colon(tree, node).endswith(" ") else ","


def _colon(tree: JsonTree, node: Node) -> str:
    """What stands between a key and its value, there or else at the top of the text."""
    for place in (node, tree.root, *(part.value for part in tree.root.parts[:1])):
        if place.kind is Kind.OBJECT and place.parts:
            first = place.parts[0]
            return tree.text[first.key_end : first.value.start]
    return ": "


def _padding(tree: JsonTree, path: Path) -> tuple[str, str]:
    """What stands inside an empty container around its first part: a line, where others do so."""
    parent = tree.at(path[:-1]) if path else None
    if parent is None:
        return "", ""
    lead = tree.text[parent.start + 1 : parent.parts[0].start]
    if "\n" not in lead:
        return "", ""
    indent = lead.rpartition("\n")[2]
    closing = tree.text[parent.parts[-1].value.end : parent.end - 1].rpartition("\n")[2]
    unit = indent.removeprefix(closing) or "  "
    line = ("\r\n" if "\r\n" in lead else "\n") + indent
    return line + unit, line
