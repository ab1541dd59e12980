"""The SQLite database: the only place that talks to it. Rows never leave."""
