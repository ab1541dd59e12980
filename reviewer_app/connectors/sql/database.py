"""A database opened for reading: its rows, a batch at a time, and what goes wrong in words."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, create_engine, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.sql.address import Address
from reviewer_app.connectors.sql.cells import parsed
from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.sentences import sentence

BATCH = 200
"""Rows that are held at once."""

_TOLD = 300
_READ_ONLY = {
    "sqlite": "PRAGMA query_only = ON",
    "postgresql": "SET TRANSACTION READ ONLY",
    "mysql": "SET SESSION TRANSACTION READ ONLY",
    "mariadb": "SET SESSION TRANSACTION READ ONLY",
    "oracle": "SET TRANSACTION READ ONLY",
}
"""What keeps each database from writing, whatever a statement says."""

_PACKAGES = {
    "psycopg": "psycopg[binary]",
    "MySQLdb": "mysqlclient",
    "mysql": "mysql-connector-python",
    "snowflake": "snowflake-sqlalchemy",
    "bigquery": "sqlalchemy-bigquery",
    "redshift": "sqlalchemy-redshift",
    "duckdb": "duckdb-engine",
    "clickhouse": "clickhouse-sqlalchemy",
    "databricks": "databricks-sqlalchemy",
}
"""The packages that bring a driver whose module is called otherwise."""


class DriverMissing(UsageError):
    """The package that speaks to such a database is not installed."""

    def __init__(self, kind: str, module: str) -> None:
        package = _PACKAGES.get(module, module)
        super().__init__(
            sentence(
                "Nothing on this machine speaks to a {kind} database. Install the package "
                "{package} beside Reviewer, and pull again.",
                kind=kind,
                package=package,
            )
        )


class DatabaseUnreachable(Unreachable):
    """The database does not answer, or lets nobody in."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(
            sentence(
                "The database {place} cannot be read ({why}). Check its address, the account, its "
                "password and the network.",
                place=place,
                why=why,
            )
        )


class QueryRefused(ReviewerError):
    """The database does not run the query."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(
            sentence(
                "The database {place} does not run the query ({why}). Correct the query, the table "
                "or the cursor's column in the connection.",
                place=place,
                why=why,
            )
        )


class ColumnsAlike(ReviewerError):
    """Two columns of a result have the same name, so one would hide the other."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "The query has two columns called “{name}”. Give one another name with AS.",
                name=name,
            )
        )


@dataclass(frozen=True, slots=True)
class Database:
    """Opens a database anew for each reading, and never writes to it."""

    address: Address
    batch: int = BATCH

    def rows(self, statement: Select[Any]) -> Generator[dict[str, Any]]:
        """The rows of a statement, in one transaction that only reads.

        Raises:
            DriverMissing: nothing here speaks to such a database.
            DatabaseUnreachable: it does not answer.
            QueryRefused: it does not run the statement.
            ColumnsAlike: rows would lose a column.
        """
        with self._connected() as connection:
            try:
                found = connection.execution_options(
                    stream_results=True, yield_per=self.batch
                ).execute(statement)
            except SQLAlchemyError as cause:
                raise self._failure(cause) from cause
            with closing(found):
                _check_names(list(found.keys()))
                rows = iter(found.mappings())
                while (row := self._next(rows)) is not None:
                    yield {str(name): value for name, value in row.items()}

    def _next(self, rows: Iterator[RowMapping]) -> RowMapping | None:
        try:
            return next(rows, None)
        except SQLAlchemyError as cause:
            raise DatabaseUnreachable(self.address.place, self._why(cause)) from cause

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        engine = self._engine()
        try:
            connection = engine.connect()
        except SQLAlchemyError as cause:
            raise DatabaseUnreachable(self.address.place, self._why(cause)) from cause
        try:
            self._guard(connection)
            yield connection
        finally:
            connection.close()
            engine.dispose()

    def _guard(self, connection: Connection) -> None:
        guard = _READ_ONLY.get(self.address.kind)
        try:
            if guard:
                connection.execute(text(guard))
        except SQLAlchemyError as cause:
            raise DatabaseUnreachable(self.address.place, self._why(cause)) from cause

    def _engine(self) -> Engine:
        kind = self.address.kind
        options: dict[str, Any] = {"poolclass": NullPool, "hide_parameters": True}
        if kind in {"postgresql", "mysql", "mariadb"}:
            options["json_deserializer"] = parsed
        try:
            return create_engine(self.address.to_open, **options)
        except NoSuchModuleError as cause:
            raise DriverMissing(kind, kind) from cause
        except ModuleNotFoundError as cause:
            raise DriverMissing(kind, (cause.name or kind).partition(".")[0]) from cause
        except SQLAlchemyError as cause:
            raise DatabaseUnreachable(self.address.place, self._why(cause)) from cause

    def _failure(self, cause: SQLAlchemyError) -> ReviewerError:
        if isinstance(cause, DBAPIError) and cause.connection_invalidated:
            return DatabaseUnreachable(self.address.place, self._why(cause))
        return QueryRefused(self.address.place, self._why(cause))

    def _why(self, cause: SQLAlchemyError) -> str:
        """What the driver said, without the statement and the password."""
        told = str(cause.orig) if isinstance(cause, DBAPIError) else str(cause)
        if self.address.password:
            told = told.replace(self.address.password, "…")
        return " ".join(told.split())[:_TOLD] or type(cause).__name__


def _check_names(names: Sequence[str]) -> None:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ColumnsAlike(twice)
