"""Between records and rows: what a record's columns hold, and the record a row stands for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Table, insert, select
from sqlmodel import SQLModel

from reviewer_app.domain.records import Record

R = TypeVar("R", bound=Record)

CHUNK = 400
"""Ids per `IN` list: far below SQLite's limit on variables, and one cached statement."""


def table_of(row: type[SQLModel]) -> Table:
    """The table of a row class."""
    table: Table = row.__table__  # type: ignore[attr-defined] # SQLModel sets it at run time
    return table


def add_all(connection: Connection, row: type[SQLModel], records: Sequence[Record]) -> None:
    """Inserts the records."""
    if records:
        connection.execute(insert(table_of(row)), [r.model_dump() for r in records])


def all_of(
    connection: Connection, row: type[SQLModel], record: type[R], column: str, ids: Iterable[UUID]
) -> list[R]:
    """The records whose column is one of the ids, by their key, whatever their number."""
    table = table_of(row)
    found: list[R] = []
    for chunk in chunks(list(ids)):
        query = select(table).where(table.c[column].in_(chunk)).order_by(*table.primary_key)
        found += [record_of(record, r) for r in connection.execute(query).mappings()]
    return found


def record_of(record: type[R], row: Mapping[Any, Any]) -> R:
    """The record that a row stands for, without the row's columns that are not the record's."""
    return record.model_validate({name: row[name] for name in record.model_fields})


def chunks(values: Sequence[Any], size: int = CHUNK) -> Iterable[Sequence[Any]]:
    """The values in runs of `size`."""
    return (values[i : i + size] for i in range(0, len(values), size))
