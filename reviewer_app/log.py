"""The program's log: by subject, rotated, without secrets and without reviewed content."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

SIZE = 2 * 2**20
KEPT = 3

ROOT = "reviewer"
"""Loggers are named `reviewer.<subject>`. They get ids and counts, never content."""

UNHEARD = ("stamina", "httpx2", "httpcore2")
"""Loggers of libraries whose words would otherwise stand on a person's terminal."""


def start(folder: Path) -> None:
    """Writes what is logged from now on to `reviewer.log` in the folder.

    A folder that cannot be written costs the log, never the work: warnings then go to standard
    error.
    """
    logger = logging.getLogger(ROOT)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    for old in list(logger.handlers):
        logger.removeHandler(old)
        old.close()
    logger.addHandler(_handler(folder))
    for name in UNHEARD:
        other = logging.getLogger(name)
        if not other.handlers:
            other.addHandler(logging.NullHandler())


def _handler(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "reviewer.log", maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
