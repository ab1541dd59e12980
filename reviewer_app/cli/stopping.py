"""Ctrl-C: the first asks long work to stop at a good place, the second stops at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from reviewer_app.cli.output import say
from reviewer_app.services.progress import Cancelled


@contextmanager
def stoppable() -> Iterator[Cancelled]:
    """Gives the question whether the person asked to stop."""
    asked = False

    def ask(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        say("\nStopping after this batch …")

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
