"""The statement that is run: one that only reads, narrowed to what is new."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, column, literal_column, or_, select, table, text
from sqlalchemy.sql.expression import FromClause

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence

_ASIDE = re.compile(
    r"""'(?:[^']|'')*' | "(?:[^"]|"")*" | `[^`]*` | --[^\n]* | /\*.*?\*/ |
    \$(?P<tag>\w*)\$.*?\$(?P=tag)\$""",
    re.DOTALL | re.VERBOSE,
)
"""What a statement quotes or remarks, in which words mean nothing."""

_WORD = re.compile(r"[a-z_]\w*", re.IGNORECASE)
_READS = frozenset({"select", "with", "values"})
_WRITES = frozenset({"insert", "update", "delete", "merge", "into"})
_NAME = re.compile(r"(?<![:\w\\]):(?=\w)")
"""A colon that would begin the name of a value to fill in."""


class StatementRefused(UsageError):
    """The query does something else than read."""

    def __init__(self, why: str) -> None:
        super().__init__(
            sentence(
                "The query is not run: {why}. It must be one SELECT, or WITH … SELECT, that "
                "changes nothing.",
                why=why,
            )
        )


class SourceUnclear(UsageError):
    """Neither a table nor a query is named, or both are."""

    def __init__(self) -> None:
        super().__init__(
            sentence("Name either a table to read or a query to run, not both and not neither.")
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """What is read: a table or a query, and the column that says what is new."""

    query: str = ""
    table: str = ""
    column: str = ""

    @classmethod
    def parse(cls, query: str, table: str, cursor_column: str) -> "Statement":
        """The statement that a person configured.

        Raises:
            UsageError: it does not only read, or nothing is named.
        """
        query, table = query.strip(), table.strip()
        if bool(query) == bool(table):
            raise SourceUnclear
        return cls(checked(query) if query else "", table, cursor_column.strip())

    @property
    def label(self) -> str:
        """What places in it are called by."""
        return self.table or "query"

    def select(self, least: Any = None) -> Select[Any]:  # noqa: ANN401 - whatever a column holds
        """All rows, or those with at least this value or none in the cursor's column."""
        found: Select[Any] = select(literal_column("*")).select_from(self._rows())
        if not self.column:
            return found
        place: ColumnElement[Any] = column(self.column)
        if least is not None:
            found = found.where(or_(place >= least, place.is_(None)))
        return found.order_by(place)

    def _rows(self) -> FromClause:
        if self.table:
            schema, _, name = self.table.rpartition(".")
            return table(name, schema=schema or None)
        # A remark at the end must not swallow what is put behind it.
        inner = text(_NAME.sub(r"\\:", self.query) + "\n")
        return inner.columns(column(self.column or "output")).subquery("outputs")


def checked(query: str) -> str:
    """The query without a semicolon at its end, where it is one statement that reads.

    Raises:
        StatementRefused: it is not.
    """
    bare = _ASIDE.sub(" ", query)
    if ";" in bare.rstrip().rstrip(";"):
        raise StatementRefused(sentence("it has several statements"))
    words = [word.lower() for word in _WORD.findall(bare)]
    if not words or words[0] not in _READS:
        raise StatementRefused(sentence("it does not begin with SELECT or WITH"))
    writing = next((word for word in words if word in _WRITES), None)
    if writing:
        raise StatementRefused(sentence("it has the word {word}", word=writing.upper()))
    end = query.rstrip()
    return end if bare.rstrip()[-1:] != ";" else _without_end(end)


def _without_end(query: str) -> str:
    """The query without the last semicolon that stands outside of quotes and remarks."""
    aside = [found.span() for found in _ASIDE.finditer(query)]
    places = [
        at
        for at, mark in enumerate(query)
        if mark == ";" and not any(start <= at < end for start, end in aside)
    ]
    for at in reversed(places):
        query = query[:at] + query[at + 1 :]
    return query
