"""The form of a JSON value: its fields in order, by a schema where there is one, else by itself."""

from collections.abc import Iterable, Iterator
from typing import Any

from reviewer_app.domain.forms.fields import CONTAINERS, Column, FieldKind, FormField
from reviewer_app.domain.forms.hints import hints_of
from reviewer_app.domain.forms.kinds import Seen, Value, kind_of, kind_of_column
from reviewer_app.domain.forms.schema_rules import Rules, rules_of
from reviewer_app.domain.json.faults import cut
from reviewer_app.domain.json.tree import JsonTree, Kind, Path

FIELDS_AT_MOST = 400
"""Fields beyond which a value is easier to read as text."""

CELLS_AT_MOST = 2_000
"""Cells of tables, which cost less than fields."""

COLUMNS_AT_MOST = 12
"""Columns beyond which rows read better one below the other."""

LABEL_AT_MOST = 120


class TooManyFields(Exception):
    """A value has more fields than a form can show."""


def form_of(original: JsonTree, tree: JsonTree, document: Any) -> FormField:  # noqa: ANN401 - JSON
    """The form of a value, its kinds taken from the value as it came where no schema says them.

    Args:
        original: the value before anything was edited.
        tree: the value now.
        document: the schema as JSON, or None.

    Raises:
        TooManyFields: there are more than `FIELDS_AT_MOST`, or more cells than `CELLS_AT_MOST`.
    """
    seen = Seen(Value(tree, tree.root), Value(original, original.root))
    return _Builder(document).field((), seen, document)


class _Builder:
    """Walks a value and its schema side by side."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - JSON
        self._document = document
        self._fields = self._cells = 0

    def field(
        self,
        path: Path,
        seen: Seen,
        fragment: Any,  # noqa: ANN401 - JSON
        *,
        is_required: bool = True,
    ) -> FormField:
        """The field of one value, its members and elements in it."""
        self._fields += 1
        if self._fields > FIELDS_AT_MOST:
            raise TooManyFields
        rules = rules_of(self._document, fragment)
        kind, is_inferred = kind_of(rules, seen)
        columns: tuple[Column, ...] = ()
        if kind is FieldKind.LIST:
            kind, columns = self._shape(seen, rules)
        return FormField(
            path=path,
            kind=kind,
            label=cut(rules.text("title") or _name(path), LABEL_AT_MOST),
            raw=_raw(seen.now),
            description=rules.text("description"),
            hints=hints_of(rules, kind),
            is_required=is_required,
            is_nullable=rules.is_nullable,
            is_inferred=is_inferred,
            choices=_choices(rules, kind),
            fields=tuple(self._within(path, kind, seen, (rules, columns))),
            columns=columns,
        )

    def _within(
        self, path: Path, kind: FieldKind, seen: Seen, shape: tuple[Rules, tuple[Column, ...]]
    ) -> Iterator[FormField]:
        """Members, elements or rows; nothing where there is no container yet."""
        rules, columns = shape
        if seen.now is None or seen.now.kind is Kind.NULL:
            return
        if kind is FieldKind.GROUP:
            yield from self._members(path, seen, rules)
        elif kind is FieldKind.ITEMS:
            for n in range(len(seen.now.elements)):
                yield self.field((*path, n), seen.at(n), rules.items)
        elif kind is FieldKind.LIST:
            self._count(len(seen.now.elements))
            for n, element in enumerate(seen.now.elements):
                yield _cell((*path, n), element, columns[0])
        elif kind is FieldKind.TABLE:
            yield from self._rows(path, seen.now, columns)

    def _members(self, path: Path, seen: Seen, rules: Rules) -> Iterator[FormField]:
        """Members in the order of the schema, then what the value has beyond it."""
        present = seen.now.node.parts if seen.now else ()
        for name in dict.fromkeys([*rules.properties, *(str(part.key) for part in present)]):
            fragment = rules.properties.get(name, rules.additional)
            is_required = name in rules.required
            yield self.field((*path, name), seen.at(name), fragment, is_required=is_required)

    def _rows(self, path: Path, value: Value, columns: tuple[Column, ...]) -> Iterator[FormField]:
        self._count(len(value.elements) * len(columns))
        for n, row in enumerate(value.elements):
            cells = tuple(_cell((*path, n, c.key), row.at(c.key), c) for c in columns)
            yield FormField((*path, n), FieldKind.GROUP, str(n + 1), _raw(row), fields=cells)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > CELLS_AT_MOST:
            raise TooManyFields

    def _shape(self, seen: Seen, rules: Rules) -> tuple[FieldKind, tuple[Column, ...]]:
        """How a list is edited: as a table, as single values, as groups, or as JSON."""
        items = rules_of(self._document, rules.items)
        kinds = {element.kind for element in seen.elements}
        came = seen.before.elements if seen.before else seen.elements
        is_unknown = not came and not items.types and not items.choices
        if is_unknown or rules.is_open:
            return FieldKind.SOURCE, ()
        if kinds <= {Kind.OBJECT} and (kinds or items.types == {"object"}):
            columns = tuple(self._columns(seen, items))
            is_flat = all(c.kind not in CONTAINERS for c in columns)
            is_table = is_flat and 0 < len(columns) <= COLUMNS_AT_MOST
            return (FieldKind.TABLE, columns) if is_table else (FieldKind.ITEMS, ())
        if kinds & {Kind.OBJECT, Kind.ARRAY}:
            return FieldKind.SOURCE, ()
        return FieldKind.LIST, (self._column("", seen.elements, (rules.items, True)),)

    def _columns(self, seen: Seen, items: Rules) -> Iterator[Column]:
        rows = seen.elements
        keys = dict.fromkeys(items.properties)
        keys |= dict.fromkeys(str(part.key) for row in rows for part in row.node.parts)
        for key in keys:
            cells = [cell for row in rows if (cell := row.at(key)) is not None]
            fragment = items.properties.get(key, items.additional)
            yield self._column(key, cells, (fragment, key in items.required))

    def _column(self, key: str, cells: Iterable[Value], asked: tuple[Any, bool]) -> Column:
        fragment, is_required = asked
        rules = rules_of(self._document, fragment)
        kind, is_inferred = kind_of_column(rules, list(cells))
        return Column(
            key=key,
            label=cut(rules.text("title") or key, LABEL_AT_MOST),
            kind=kind,
            hints=hints_of(rules, kind),
            is_required=is_required,
            is_nullable=rules.is_nullable,
            is_inferred=is_inferred,
            choices=_choices(rules, kind),
        )


def _cell(path: Path, value: Value | None, column: Column) -> FormField:
    is_deep = value is not None and value.kind in (Kind.OBJECT, Kind.ARRAY)
    return FormField(
        path=path,
        kind=FieldKind.SOURCE if is_deep else column.kind,
        label=column.label or _name(path),
        raw=_raw(value),
        hints=column.hints,
        is_required=column.is_required,
        is_nullable=column.is_nullable,
        is_inferred=column.is_inferred,
        choices=column.choices,
    )


def _choices(rules: Rules, kind: FieldKind) -> tuple[str, ...]:
    return ("true", "false") if kind is FieldKind.YES_NO else rules.choices


def _raw(value: Value | None) -> str | None:
    return None if value is None else value.tree.raw(value.node)


def _name(path: Path) -> str:
    if not path:
        return ""
    return str(path[-1] + 1) if isinstance(path[-1], int) else path[-1]
