"""Runs the revisions on the connection that `store.hub.schema` hands over, or prints them."""

from alembic import context

connection = context.config.attributes.get("connection")
context.configure(
    connection=connection,
    dialect_name="postgresql",
    dialect_opts={"paramstyle": "named"},
    version_table_schema="hub",
    transactional_ddl=connection is not None,  # what is printed stands in a transaction already
)
with context.begin_transaction():
    context.run_migrations()
