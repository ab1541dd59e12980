"""A table or a query of a database as a source of records."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, ClassVar, Self

from reviewer_app.connectors.protocols import Option, Sample
from reviewer_app.connectors.sql.address import Address
from reviewer_app.connectors.sql.cells import as_json, unpacked
from reviewer_app.connectors.sql.database import BATCH, Database
from reviewer_app.connectors.sql.mark import Mark, Overlap
from reviewer_app.connectors.sql.statement import Statement
from reviewer_app.connectors.web.fields import MAP, Fields
from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits

LARGEST_BATCH = 10_000


class CursorColumnMissing(ReviewerError):
    """The column that says what is new is not among the columns."""

    def __init__(self, column: str, known: tuple[str, ...]) -> None:
        super().__init__(
            sentence(
                "The rows have no column “{column}” to read on by. Their columns are {known}.",
                column=column,
                known=known,
            )
        )


class BatchUnreadable(UsageError):
    """The number of rows to hold at once is none."""

    def __init__(self, text: str) -> None:
        super().__init__(
            sentence(
                "“{text}” is not a number of rows. Give one from 1 to {most}.",
                text=text,
                most=LARGEST_BATCH,
            )
        )


@dataclass(frozen=True, slots=True)
class SqlSource:
    """The rows of a table or a query, each a record.

    Columns that are named like fields of a record are those fields, and the others its metadata,
    where the mapping does not say otherwise. With a cursor's column only rows with at least its
    last value are read again, and those that have none in it; without one all are.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "url": Option(
            "the database, as SQLAlchemy writes it, without the password",
            is_required=True,
            example="postgresql://reader@db.example.org/agents",
        ),
        "plain": Option(
            "yes to allow an unencrypted connection to another machine (PostgreSQL); content can "
            "be read on the way",
            choices=("no", "yes"),
        ),
        "password": Option("the password of the account in the address", is_secret=True),
        "query": Option(
            "the SELECT whose rows are the outputs; or name a table",
            example="SELECT id, prompt AS input, answer AS output FROM runs",
        ),
        "table": Option("the table or view whose rows are the outputs", example="agents.runs"),
        "cursor_column": Option(
            "the column that only ever grows with new rows, such as a number or the time of the "
            "last change; without one each pull reads everything",
            example="id",
        ),
        "overlap": Option(
            "how far back each pull looks again, since a row can become visible after later ones: "
            "a duration for a column of times, a count for one of numbers",
            example="1h",
        ),
        "map": Option(MAP.about, example="output=payload.answer"),
        "batch": Option("how many rows are held in memory at once", example=str(BATCH)),
    }
    kind: ClassVar[str] = "sql"

    name: str
    database: Database
    statement: Statement
    fields: Fields = field(default_factory=Fields)
    overlap: Overlap = field(default_factory=Overlap)
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: an option that makes no sense.
        """
        said = {option: options.get(option) or "" for option in cls.OPTIONS}
        address = Address.parse(said["url"], said["password"], said["plain"])
        return cls(
            name,
            Database(address, _batch(said["batch"])),
            Statement.parse(said["query"], said["table"], said["cursor_column"]),
            Fields.parse(said["map"]),
            Overlap.parse(said["overlap"]),
            limits,
        )

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The rows that are new since the cursor, by its column.

        Raises:
            DriverMissing: nothing here speaks to such a database.
            DatabaseUnreachable: it does not answer.
            QueryRefused: it does not run the query.
            CursorColumnMissing: rows have no such column.
        """
        before = Mark.of_text(cursor, self.statement.column)
        least = None if before is None else self.overlap.before(before.value)
        reached = before.text if before else None
        statement = self.statement.select(least)
        with closing(self.database.rows(statement)) as rows:
            for number, row in enumerate(rows, 1):
                reached = self._reached(row) or reached
                yield Reading(self._record(number, row).outcome, number, None, reached)

    def sample(self, count: int) -> list[Sample]:
        """The first rows.

        Raises:
            ReviewerError: as for `read`.
        """
        statement = self.statement.select().limit(count)
        with closing(self.database.rows(statement)) as rows:
            return [self._record(n, row) for n, row in enumerate(islice(rows, count), 1)]

    def _reached(self, row: Mapping[str, Any]) -> str | None:
        column = self.statement.column
        if not column:
            return None
        if column not in row:
            raise CursorColumnMissing(column, tuple(row))
        return None if row[column] is None else Mark(column, row[column]).text

    def _record(self, number: int, row: Mapping[str, Any]) -> Sample:
        cells = {name: as_json(value) for name, value in row.items()}
        raw = {name: unpacked(value) for name, value in cells.items()}
        return Sample(raw, self._outcome(f"{self.statement.label}:{number}", cells, raw))

    def _outcome(
        self, place: str, cells: Mapping[str, Any], raw: Mapping[str, Any]
    ) -> Incoming | Problem:
        size = sum(len(text_of(value)) for value in cells.values())
        if size > self.limits.record:
            reason = sentence(
                "it has {size:,} characters and a record may have {most:,}; select less of it, or "
                "raise the limit in the settings",
                size=size,
                most=self.limits.record,
            )
            return Problem(place, "record", reason, text_of(cells)[: self.limits.raw_characters])
        taken = self._columns(cells)
        record = {name: value for name, value in cells.items() if name not in taken.values()}
        record |= {name: cells[column] for name, column in taken.items()}
        record["metadata"] = _members(record.get("metadata"))
        return self._rest(taken).incoming(place, raw, record, self.limits)

    def _columns(self, cells: Mapping[str, Any]) -> dict[str, str]:
        """The fields that are mapped to a column as it is: it goes in as it came."""
        return {
            name: wanted.expression
            for name, wanted in self.fields.expressions.items()
            if wanted.expression in cells and "." not in name
        }

    def _rest(self, taken: Mapping[str, str]) -> Fields:
        """The fields that an expression finds."""
        return Fields(
            {name: how for name, how in self.fields.expressions.items() if name not in taken}
        )


def _members(value: object) -> dict[str, Any]:
    """The metadata that a column of that name holds."""
    value = unpacked(value)
    if isinstance(value, Mapping):
        return dict(value)
    return {} if value is None else {"metadata": value}


def _batch(text: str) -> int:
    if not text.strip():
        return BATCH
    if text.strip().isascii() and text.strip().isdecimal() and 1 <= int(text) <= LARGEST_BATCH:
        return int(text)
    raise BatchUnreadable(text)
