"""What goes where: one JSON document on standard output, everything else on standard error."""

import json
import sys
import time
from collections.abc import Mapping
from typing import Annotated, Any, TextIO

import typer

from reviewer_app.services.progress import Progress

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]

REDRAWN_SECONDS = 0.2


def print_json(document: Mapping[str, Any]) -> None:
    """Prints the document, in ASCII: no encoding can bend it and no terminal obeys it."""
    sys.stdout.write(json.dumps(document, indent=2, default=str) + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Says something to the person, with nothing in it that a terminal would obey."""
    _write(sys.stderr, text)
    sys.stderr.flush()


def show(text: str) -> None:
    """Prints a line of a table or a text, with nothing in it that a terminal would obey."""
    _write(sys.stdout, text)


def visible(text: str) -> str:
    """The text with control and direction characters as escapes; line breaks and tabs stay."""
    return "".join(
        c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode() for c in text
    )


def _write(stream: TextIO, text: str) -> None:
    """Writes a line, with what the stream's encoding lacks as escapes."""
    encoding = stream.encoding or "utf-8"
    line = f"{visible(text)}\n".encode(encoding, "backslashreplace")
    stream.write(line.decode(encoding))


class ProgressLine:
    """How far a long command is: a line redrawn on a terminal, a few lines anywhere else."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._drawn = 0.0
        self._is_terminal = sys.stderr.isatty()
        self._every = REDRAWN_SECONDS if self._is_terminal else 10.0
        self._started = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        """Draws, unless it was drawn a moment ago."""
        now = time.monotonic()
        if now - max(self._drawn, self._started if not self._is_terminal else 0.0) < self._every:
            return
        self._drawn = now
        start, end = ("\r\x1b[K", "") if self._is_terminal else ("", "\n")
        sys.stderr.write(f"{start}{self._what}: {described(progress)}{end}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Takes the line away."""
        if self._is_terminal and self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def described(progress: Progress) -> str:
    """A progress in words: share, records, rate, time left."""
    parts = [f"{progress.records:,} records", f"{progress.rate:,.0f}/s"]
    if progress.total:
        parts.insert(0, f"{min(1.0, progress.done / progress.total):.0%}")
    left = progress.seconds_left
    if left is not None:
        parts.append(f"{_duration(left)} left")
    return ", ".join(parts)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
