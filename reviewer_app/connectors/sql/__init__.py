"""A database as a source: each row of a query is an output."""

from reviewer_app.connectors.sql.source import SqlSource

__all__ = ["SqlSource"]
