"""Rows and columns in a text: a JSON list of flat objects, columns beside rows, or CSV and TSV."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer_app.domain.fields import is_plain_number
from reviewer_app.domain.json.faults import JsonRefused, check_structure
from reviewer_app.domain.json.written import CHARACTERS_AT_MOST, Number, write_json

COLUMNS_AT_MOST = 300
"""Columns beyond which a table is no longer a way to read."""

_COLUMN_KEYS = ("columns", "header", "headers", "fields")
_ROW_KEYS = ("rows", "data", "values", "records")
_DELIMITERS = (",", ";", "\t", "|")


class Word(str):
    """`true`, `false` or `null`: told apart from a text that reads the same."""

    __slots__ = ()


Cell = str | None
"""A cell's true text, a `Number` or a `Word` where it is one; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns, the rows under them in their order, and which columns hold numbers alone."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell; None where a row ends before it."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None


class _NoTable(ValueError):
    """A text is no table."""


def json_table(text: str, at_most: int = CHARACTERS_AT_MOST) -> Table | None:
    """The table that a JSON text holds, or None where it holds none or repeats a key."""
    if len(text) > at_most or text.lstrip()[:1] not in ("[", "{"):
        return None
    try:
        check_structure(text)
        return _table_in(_READ.decode(text))
    except (ValueError, RecursionError, JsonRefused):
        return None


def separated_table(
    text: str, delimiter: str = "", at_most: int = CHARACTERS_AT_MOST
) -> Table | None:
    """The table that a CSV or TSV text holds; without a delimiter it is found in the first line."""
    if len(text) > at_most or not text.strip():
        return None
    sign = delimiter or _delimiter(text.lstrip("\ufeff\r\n").partition("\n")[0])
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=sign)
    try:
        rows = [tuple(map(_cell_of_text, row)) for row in reader if row]
    except csv.Error:
        return None
    return _separated(rows) if rows else None


def tab_separated(rows: Sequence[Sequence[Cell]]) -> str:
    """Rows as tab-separated text; cells with a tab, a line break or a quote are quoted."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _separated(rows: list[tuple[Cell, ...]]) -> Table | None:
    width = max(map(len, rows))
    if width > COLUMNS_AT_MOST:
        return None
    names = [str(cell or "") for cell in rows[0]]
    names.extend("" for _ in range(width - len(names)))
    return _made(names, rows[1:])


def _table_in(value: object) -> Table | None:
    if isinstance(value, Mapping):
        return _columns_and_rows(value)
    if not isinstance(value, list) or not value:
        return None
    names = _names(value)
    return _made(names, [tuple(_cells(record, names)) for record in value])


def _columns_and_rows(value: Mapping[str, object]) -> Table | None:
    """An object that says its columns and its rows, and nothing else that would be lost."""
    columns = next((key for key in _COLUMN_KEYS if isinstance(value.get(key), list)), None)
    rows = next((key for key in _ROW_KEYS if isinstance(value.get(key), list)), None)
    if columns is None or rows is None or len(value) != 2:
        return None
    names, listed = _column_names(value[columns]), value[rows]
    if not names or len(names) > COLUMNS_AT_MOST or not isinstance(listed, list):
        return None
    if listed and all(isinstance(row, Mapping) for row in listed):
        if set(_names(listed)) - set(names):
            return None
        return _made(names, [tuple(_cells(row, names)) for row in listed])
    return _made(names, [tuple(_listed_cells(row, len(names))) for row in listed])


def _column_names(value: object) -> list[str]:
    named = value if isinstance(value, list) else []
    names = [part.get("name") if isinstance(part, Mapping) else part for part in named]
    return [name for name in names if isinstance(name, str)] if _all_texts(names) else []


def _all_texts(names: Sequence[object]) -> bool:
    return all(isinstance(name, str) for name in names)


def _names(records: Sequence[object]) -> list[str]:
    """Every key, in the order in which it first comes."""
    names: dict[str, None] = {}
    for record in records:
        if not isinstance(record, Mapping):
            raise _NoTable
        names.update(dict.fromkeys(record))
        if len(names) > COLUMNS_AT_MOST:
            raise _NoTable
    if not names:
        raise _NoTable
    return list(names)


def _cells(record: object, names: Sequence[str]) -> Iterator[Cell]:
    if not isinstance(record, Mapping):
        raise _NoTable
    for name in names:
        yield _cell(record[name]) if name in record else None


def _listed_cells(row: object, most: int) -> Iterator[Cell]:
    if not isinstance(row, list) or len(row) > most:
        raise _NoTable
    yield from map(_cell, row)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return Word(write_json(value))
    if isinstance(value, list) and not any(isinstance(part, list | Mapping) for part in value):
        return write_json(value)
    raise _NoTable


def _cell_of_text(text: str) -> Cell:
    return Number(text) if is_plain_number(text) else text


def _made(names: Sequence[str], rows: list[tuple[Cell, ...]]) -> Table:
    numeric = frozenset(n for n in range(len(names)) if _is_numeric(rows, n))
    return Table(tuple(names), tuple(rows), numeric)


def _is_numeric(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether a column holds numbers and otherwise only nothing."""
    has_number = False
    for row in rows:
        cell = row[column] if column < len(row) else None
        if isinstance(cell, Number):
            has_number = True
        elif cell and cell != "null":
            return False
    return has_number


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _quoted(cell: Cell) -> str:
    text = cell or ""
    if not any(sign in text for sign in '\t\n\r"'):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _NoTable
    return members


_READ = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=Number, parse_int=Number, parse_constant=Number
)
