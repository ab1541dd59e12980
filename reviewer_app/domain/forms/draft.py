"""A JSON value being put right in a form: what it is now, what changed, what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from reviewer_app.domain.forms.entry import NotJson, as_number, as_text, entered
from reviewer_app.domain.forms.fault_words import kinds_words
from reviewer_app.domain.forms.fields import WRITTEN_AS_TEXT, FieldKind, FormField
from reviewer_app.domain.forms.new_elements import blank_element
from reviewer_app.domain.forms.schema_faults import FAULTS_AT_MOST, Fault, Remedy, Schema
from reviewer_app.domain.forms.schema_form import TooManyFields, form_of
from reviewer_app.domain.json import edit as json_edit
from reviewer_app.domain.json.changes import Change, changes_between
from reviewer_app.domain.json.faults import refusal_of
from reviewer_app.domain.json.tree import JsonTree, Path, is_number, read_tree
from reviewer_app.domain.sentences import sentence

LONGEST = 300_000
"""Characters of a text beyond which it is no form."""

VALUES_AT_MOST = 20_000
"""Values of a text beyond which nobody looks whether they would make one."""


@dataclass(frozen=True)
class FormDraft:
    """One state of a correction; every edit gives another one.

    Attributes:
        original: the value as it came.
        tree: the value now.
        schema: what it is checked against.
        unread: by path, what was typed into a field that takes JSON and is none yet.
    """

    original: JsonTree
    tree: JsonTree
    schema: Schema
    unread: Mapping[Path, str] = field(default_factory=dict)

    @cached_property
    def form(self) -> FormField:
        """The fields, the outermost holding all others."""
        return form_of(self.original, self.tree, self.schema.document)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What differs from the value as it came."""
        return tuple(changes_between(self.original, self.tree))

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong: what cannot be read first, then what the schema says."""
        fields = {part.path: part for part in self.form.walk()}
        found = [
            Fault(path, sentence("{why}; the last that was is kept", why=refusal_of(typed).reason))
            for path, typed in self.unread.items()
        ]
        found += self.schema.faults(self.tree)
        known = {fault.path for fault in found}
        found += [f for part in fields.values() if part.path not in known for f in _own(part)]
        return tuple(_with_remedy(f, fields.get(f.path)) for f in found[:FAULTS_AT_MOST])

    def original_raw(self, path: Path) -> str | None:
        """What stood at a path at first."""
        node = self.original.at(path)
        return None if node is None else self.original.raw(node)

    def entered(self, at: FormField, typed: str) -> "FormDraft":
        """After words were typed into a field."""
        try:
            raw = entered(at, typed, self.original_raw(at.path), self.tree.text)
        except NotJson:
            return replace(self, unread={**self.unread, at.path: typed})
        return _read(self, at.path).with_raw(at.path, raw)

    def with_raw(self, path: Path, raw: str | None) -> "FormDraft":
        """With a raw value at a path; None takes the member or element out."""
        is_there = self.tree.at(path) is not None
        if raw is None:
            return self._without(path) if is_there else self
        if is_there:
            return _holding(self, json_edit.with_value(self.tree, path, raw))
        return self.put_in(path, raw)

    def with_new(self, at: FormField) -> "FormDraft":
        """With an empty element at the end of a list, or with the container that was missing."""
        if at.is_missing:
            return self.with_raw(at.path, "{}" if at.kind is FieldKind.GROUP else "[]")
        return self.put_in((*at.path, len(at.fields)), blank_element(at))

    def moved(self, path: Path, to: int) -> "FormDraft":
        """With an element at another index."""
        return _holding(_read(self, path[:-1]), json_edit.with_moved(self.tree, path, to))

    def put_back(self, change: Change) -> "FormDraft":
        """Without one of the changes."""
        draft = _read(self, change.path)
        if change.before is not None and change.after is None:
            return draft.put_in(change.path, change.before, change.index)
        return draft.with_raw(change.path, change.before)

    def with_read(self, path: Path) -> "FormDraft":
        """Without what was typed there and is no JSON."""
        return _read(self, path)

    def remedied(self, fault: Fault) -> "FormDraft":
        """After what would put a fault right was done."""
        node = self.tree.at(fault.path)
        if node is None:
            return self
        raw = self.tree.raw(node)
        match fault.remedy:
            case Remedy.NONE:
                return self
            case Remedy.REMOVE:
                return self.with_raw(fault.path, None)
            case Remedy.AS_NUMBER:
                return self.with_raw(fault.path, as_number(raw) or raw)
            case Remedy.AS_TEXT:
                return self.with_raw(fault.path, as_text(raw) or raw)

    def _without(self, path: Path) -> "FormDraft":
        is_element = isinstance(path[-1], int)
        draft = _read(self, path[:-1] if is_element else path)
        return _holding(draft, json_edit.without(self.tree, path))

    def put_in(self, path: Path, raw: str, index: int | None = None) -> "FormDraft":
        """With a member or element that is not there, at its index or where the form has it."""
        above, step = path[:-1], path[-1]
        if isinstance(step, int):
            place = step if index is None else index
            draft = self if place >= self._size(above) else _read(self, above)
            return _holding(draft, json_edit.with_element(self.tree, above, place, raw))
        place = self._place_of(above, step) if index is None else index
        return _holding(self, json_edit.with_member(self.tree, above, (step, raw), place))

    def _size(self, path: Path) -> int:
        node = self.tree.at(path)
        return len(node.parts) if node else 0

    def _place_of(self, above: Path, key: str) -> int:
        """Behind the nearest field before it in the form that the object has."""
        group = next((part for part in self.form.walk() if part.path == above), None)
        node = self.tree.at(above)
        keys = [part.key for part in node.parts] if node else []
        names = [part.path[-1] for part in group.fields] if group else []
        before = names[: names.index(key)] if key in names else []
        return next((keys.index(name) + 1 for name in reversed(before) if name in keys), len(keys))


class UnsoundEdit(AssertionError):
    """An edit left a text that is no JSON: a mistake of ours, and nothing of it is kept."""


def _read(draft: FormDraft, path: Path) -> FormDraft:
    """Without what was typed at or below a path and could not be read."""
    depth = len(path)
    left = {at: words for at, words in draft.unread.items() if at[:depth] != path}
    return replace(draft, unread=left)


def _holding(draft: FormDraft, text: str) -> FormDraft:
    tree = read_tree(text)
    if tree is None:
        raise UnsoundEdit
    return replace(draft, tree=tree)


def begin(original: str, text: str, schema: Schema) -> FormDraft | None:
    """The draft of a text that may already differ from the original; None where it is no form."""
    if max(len(original), len(text)) > LONGEST:
        return None
    before, now = read_tree(original, VALUES_AT_MOST), read_tree(text, VALUES_AT_MOST)
    if before is None or now is None:
        return None
    draft = FormDraft(before, now, schema)
    try:
        return draft if draft.form.is_container else None
    except TooManyFields:
        return None


def _own(part: FormField) -> Iterator[Fault]:
    """What is wrong by the kind that a value had when it came, where no schema speaks of it."""
    if not part.is_inferred or part.raw is None:
        return
    if part.kind is FieldKind.NUMBER and not is_number(part.raw):
        yield Fault(part.path, kinds_words(("number",)))
    if part.kind is FieldKind.YES_NO and part.raw not in part.choices:
        yield Fault(part.path, kinds_words(("boolean",)))


def _with_remedy(fault: Fault, part: FormField | None) -> Fault:
    """The fault with what would put it right, where only the quotes are wrong."""
    if part is None or part.raw is None or fault.remedy is not Remedy.NONE:
        return fault
    if part.kind in (FieldKind.NUMBER, FieldKind.INTEGER) and as_number(part.raw):
        return replace(fault, remedy=Remedy.AS_NUMBER)
    is_text = part.kind in WRITTEN_AS_TEXT - {FieldKind.CHOICE}
    return replace(fault, remedy=Remedy.AS_TEXT) if is_text and as_text(part.raw) else fault
