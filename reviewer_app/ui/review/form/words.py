"""The words of a form: hints, faults, choices, values, in the reader's language."""

from reviewer_app.domain.forms.entry import shown
from reviewer_app.domain.forms.fields import FieldKind, FormField
from reviewer_app.domain.forms.schema_faults import Fault, Remedy
from reviewer_app.domain.hidden_text import isolated, revealed_line
from reviewer_app.domain.json.changes import Change
from reviewer_app.domain.json.faults import cut
from reviewer_app.domain.json.tree import Path, read_tree
from reviewer_app.ui.errors import said
from reviewer_app.ui.language import mark, tr

_REMEDIES = {
    Remedy.REMOVE: mark("Take it out"),
    Remedy.AS_NUMBER: mark("Make it a number"),
    Remedy.AS_TEXT: mark("Make it text"),
}
_VALUES = {"true": mark("yes"), "false": mark("no")}
WAS_AT_MOST = 200


def label_words(field: FormField) -> str:
    """The name of a field, fit to be shown whoever gave it."""
    return isolated(field.label) if not field.label.isascii() else revealed_line(field.label)


def hint_words(field: FormField) -> str:
    """What may stand in a field."""
    parts = [said(hint) for hint in field.hints]
    if not field.is_required and field.raw is None:
        parts.append(tr("optional"))
    return ", ".join(revealed_line(part) for part in parts)


def fault_words(fault: Fault, path: Path = ()) -> str:
    """What is wrong, with the way to it from the field that says so."""
    words = revealed_line(said(fault.words))
    inner = fault.path[len(path) :]
    if not inner:
        return words
    way = ", ".join(step_words(step) for step in inner)
    return tr("{place}: {what}", place=way, what=words)


def step_words(step: str | int) -> str:
    """One step of a path: a row by its number, a member by its key."""
    return tr("row {n}", n=step + 1) if isinstance(step, int) else isolated(cut(step))


def remedy_words(fault: Fault) -> str:
    """The name of what would put a fault right; empty where that needs thought."""
    return tr(_REMEDIES[fault.remedy]) if fault.remedy in _REMEDIES else ""


def value_words(kind: FieldKind, raw: str | None) -> str:
    """The true characters of a value, as its field holds them."""
    if kind is FieldKind.YES_NO and raw in _VALUES:
        return tr(_VALUES[raw])
    return shown(kind, raw)


def choice_words(field: FormField) -> dict[str, str]:
    """The choices of a field, by raw value."""
    return {raw: value_words(field.kind, raw) or raw for raw in field.choices}


def typed_words(field: FormField, typed: str) -> str:
    """What was typed, with the reader's words for yes and no as JSON has them."""
    if field.kind is not FieldKind.YES_NO:
        return typed
    return next((raw for raw, w in _VALUES.items() if typed.casefold() == tr(w).casefold()), typed)


def before_words(change: Change, kind: FieldKind) -> str:
    """What a value was, on one line; empty where there was none or nothing in it."""
    words = _parts_words(change.before) or value_words(kind, change.before)
    return revealed_line(cut(words, WAS_AT_MOST))


def _parts_words(raw: str | None) -> str:
    """What is in a row or a list, without its keys; empty where it is neither."""
    tree = read_tree(raw) if raw and raw[0] in "{[" else None
    if tree is None:
        return ""
    return " · ".join(tree.words(part.value) for part in tree.root.parts[:20])
