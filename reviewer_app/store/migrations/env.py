"""Runs the revisions on the connection that `store.schema` hands over."""

from alembic import context
from sqlmodel import SQLModel

from reviewer_app.store import tables  # noqa: F401 - registers the tables

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
