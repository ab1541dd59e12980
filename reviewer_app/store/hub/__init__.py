"""The team's hub in PostgreSQL: its schema, and the calls that a machine makes to it."""
