"""Runs the revisions on the connection that `store.hub.schema` hands over, or prints them."""

from alembic import context

context.configure(
    connection=context.config.attributes.get("connection"),
    dialect_name="postgresql",
    version_table_schema="hub",
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
