"""Field by field, what a correction changed in a JSON output: the finest label there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.domain.json.alignment import aligned
from reviewer_app.domain.json.tree import (
    JsonTree,
    Kind,
    Node,
    Path,
    child,
    pointer_of,
    read_tree,
    repeated_key,
)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that differs, both as they were written; None where there was or is none.

    Indexes are those of the corrected text; only an element that was taken out stands under the
    index it had. Elements belong together such that as little as possible differs, so that one
    row too many does not change every row behind it.
    """

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A change with its path in steps, and the index at which it would be put back now."""

    path: Path
    before: str | None
    after: str | None
    index: int = 0

    @property
    def field(self) -> FieldChange:
        """The change under its JSON Pointer."""
        return FieldChange(pointer_of(self.path), self.before, self.after)


def field_changes(before: str, after: str) -> tuple[FieldChange, ...]:
    """The values that differ between two JSON texts, in the order of the fields.

    Numbers count as they were written: 18450.0 and 18450.00 differ. Texts count by their
    characters, however escaped; the order of keys and the layout do not count. There are none
    where either text is no JSON.
    """
    old, new = read_tree(before), read_tree(after)
    if old is None or new is None:
        return ()
    return tuple(change.field for change in changes_between(old, new))


def changes_between(old: JsonTree, new: JsonTree) -> tuple[Change, ...]:
    """The same, between two texts that were read."""
    return tuple(_Comparison(old, new).changes((), old.root, new.root))


class _Comparison:
    def __init__(self, old: JsonTree, new: JsonTree) -> None:
        self._old, self._new = old, new

    def changes(self, path: Path, old: Node, new: Node) -> Iterator[Change]:
        """The differences of two values at one path."""
        if self._old.raw(old) == self._new.raw(new):
            return
        if old.kind is new.kind is Kind.ARRAY:
            yield from self._elements(path, old, new)
        elif old.kind is new.kind is Kind.OBJECT and not (repeated_key(old) or repeated_key(new)):
            yield from self._members(path, old, new)
        elif not self._is_same(old, new):
            yield Change(path, self._old.raw(old), self._new.raw(new))

    def _members(self, path: Path, old: Node, new: Node) -> Iterator[Change]:
        for index, part in enumerate(old.parts):
            now = child(new, part.key)
            if now is None:
                yield Change((*path, part.key), self._old.raw(part.value), None, index)
            else:
                yield from self.changes((*path, part.key), part.value, now)
        known = {part.key for part in old.parts}
        for part in new.parts:
            if part.key not in known:
                yield Change((*path, part.key), None, self._new.raw(part.value))

    def _elements(self, path: Path, old: Node, new: Node) -> Iterator[Change]:
        """What belongs together is compared; what was taken out knows where it would stand now."""
        olds = [self._essence(self._old, part.value) for part in old.parts]
        news = [self._essence(self._new, part.value) for part in new.parts]
        here = 0
        for i, j in aligned(olds, news):
            if j is None and i is not None:
                yield Change((*path, i), self._old.raw(old.parts[i].value), None, here)
            elif j is not None:
                here = j + 1
                after = new.parts[j].value
                if i is None:
                    yield Change((*path, j), None, self._new.raw(after), j)
                else:
                    yield from self.changes((*path, j), old.parts[i].value, after)

    def _essence(self, tree: JsonTree, node: Node) -> object:
        """What an element says, so that equal ones are equal: by members where it has some."""
        if node.kind is Kind.OBJECT and repeated_key(node) is None:
            return {part.key: self._essence(tree, part.value) for part in node.parts}
        if node.kind is Kind.OBJECT:
            return [(part.key, self._essence(tree, part.value)) for part in node.parts]
        if node.kind is Kind.ARRAY:
            return [self._essence(tree, part.value) for part in node.parts]
        return node.kind, tree.words(node)

    def _is_same(self, old: Node, new: Node) -> bool:
        """Whether two values say the same."""
        return self._essence(self._old, old) == self._essence(self._new, new)
