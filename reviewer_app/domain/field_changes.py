"""Field by field, what a correction changed in a JSON output: the finest label there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.domain.json_tree import (
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

    An element that was taken out stands under the index it had, one that was put in under the
    index it has.
    """

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A change with its path in steps, and where a member or element stood before."""

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
        """By position; where one was put in or taken out, what stands behind it is not compared."""
        head, tail = self._shared(old, new)
        olds, news = len(old.parts) - tail, len(new.parts) - tail
        for n in range(head, max(olds, news)):
            if n >= news:
                yield Change((*path, n), self._old.raw(old.parts[n].value), None, n)
            elif n >= olds:
                yield Change((*path, n), None, self._new.raw(new.parts[n].value), n)
            else:
                yield from self.changes((*path, n), old.parts[n].value, new.parts[n].value)

    def _shared(self, old: Node, new: Node) -> tuple[int, int]:
        """How many elements are the same at the start and, in arrays of two lengths, at the end."""
        olds = [part.value for part in old.parts]
        news = [part.value for part in new.parts]
        shorter = min(len(olds), len(news))
        head = next((n for n in range(shorter) if not self._is_same(olds[n], news[n])), shorter)
        if len(olds) == len(news):
            return head, 0
        rest = range(shorter - head)
        tail = next((n for n in rest if not self._is_same(olds[-1 - n], news[-1 - n])), len(rest))
        return head, tail

    def _is_same(self, old: Node, new: Node) -> bool:
        """Whether two values say the same."""
        if old.kind is not new.kind or self._old.raw(old) == self._new.raw(new):
            return old.kind is new.kind
        if old.kind is Kind.ARRAY:
            return self._same_elements(old, new)
        if old.kind is Kind.OBJECT:
            return self._same_members(old, new)
        return self._old.words(old) == self._new.words(new)

    def _same_elements(self, old: Node, new: Node) -> bool:
        if len(old.parts) != len(new.parts):
            return False
        pairs = zip(old.parts, new.parts, strict=True)
        return all(self._is_same(a.value, b.value) for a, b in pairs)

    def _same_members(self, old: Node, new: Node) -> bool:
        if repeated_key(old) or repeated_key(new):
            keys = [part.key for part in old.parts] == [part.key for part in new.parts]
            return keys and self._same_elements(old, new)
        olds = {part.key: part.value for part in old.parts}
        news = {part.key: part.value for part in new.parts}
        return olds.keys() == news.keys() and all(
            self._is_same(value, news[key]) for key, value in olds.items()
        )
