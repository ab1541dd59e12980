"""What a new element of a list starts as: like the last one, with nothing in it."""

from collections.abc import Mapping

from reviewer_app.domain.forms.fields import FieldKind, FormField
from reviewer_app.domain.json.edit import with_member
from reviewer_app.domain.json.tree import JsonTree, Step, read_tree

_BLANKS: Mapping[FieldKind, str] = {
    FieldKind.TEXT: '""',
    FieldKind.LONG_TEXT: '""',
    FieldKind.DATE: '""',
    FieldKind.GROUP: "{}",
    FieldKind.TABLE: "[]",
    FieldKind.LIST: "[]",
    FieldKind.ITEMS: "[]",
}


def blank(kind: FieldKind) -> str:
    """The raw value of an empty field."""
    return _BLANKS.get(kind, "null")


def blank_element(at: FormField) -> str:
    """The raw value of a new element, laid out as the last one is."""
    if at.kind is FieldKind.LIST:
        return blank(at.columns[0].kind)
    blanks: dict[Step, str] = {column.key: blank(column.kind) for column in at.columns}
    last = at.fields[-1] if at.fields else None
    if last is not None:
        blanks |= {part.path[-1]: blank(part.kind) for part in last.fields if part.raw is not None}
    row = read_tree((last and last.raw) or "{}")
    return "{}" if row is None else _completed(_emptied(row, blanks), blanks)


def _emptied(row: JsonTree, blanks: Mapping[Step, str]) -> str:
    """The row with every value blank and its layout as it was."""
    pieces: list[str] = []
    done = 0
    for part in row.root.parts:
        pieces += row.text[done : part.value.start], blanks.get(part.key, "null")
        done = part.value.end
    return "".join(pieces) + row.text[done:]


def _completed(text: str, blanks: Mapping[Step, str]) -> str:
    """The row with the columns that the last one did not have."""
    for key, raw in blanks.items():
        row = read_tree(text)
        if row is not None and row.at((key,)) is None:
            text = with_member(row, (), (str(key), raw), len(row.root.parts))
    return text
