"""The command line: a few lines a command over the services, for schedulers and people."""

from reviewer_app.cli.program import run

__all__ = ["run"]
