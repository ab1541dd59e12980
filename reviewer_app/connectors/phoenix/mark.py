"""How far the spans of a project were read: by the order in which they arrived, not began."""

import base64
import json
from dataclasses import asdict, dataclass, replace
from typing import Self

IN_FLIGHT = 10_000
"""Spans that a pull which breaks off, or the first one, looks back: numbered but not yet stored."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the next pull begins, and what may become that place once it has settled.

    A server numbers spans as they arrive, and writers beside each other may store a smaller number
    after a greater one. So a place counts only once a pull that began at least the overlap later
    has read from before it.

    Attributes:
        scope: what is read; a mark of another scope does not count.
        start: the number that reading begins with; 0 for all.
        reached: the greatest number that a pull had read; 0 where none waits to settle.
        read_at: when that pull began, in seconds since 1970.
    """

    scope: str = ""
    start: int = 0
    reached: int = 0
    read_at: float = 0.0

    @classmethod
    def from_text(cls, text: str | None, scope: str = "") -> Self:
        """The mark that a cursor holds; the beginning where it holds none of this scope."""
        try:
            told = json.loads(text) if text else {}
            numbers = int(told["start"]), int(told["reached"]), float(told["read_at"])
        except (ValueError, TypeError, KeyError):
            return cls(scope)
        return cls(scope, *numbers) if told.get("scope") == scope else cls(scope)

    @property
    def text(self) -> str:
        """The cursor that holds this mark."""
        return json.dumps(asdict(self))

    def passing(self, number: int, *, is_settled: bool) -> Self:
        """The mark in the middle of a pull that has read everything up to this number."""
        sure = min(number, self.reached) if is_settled else 0
        return replace(self, start=max(self.start, number - IN_FLIGHT, sure))

    def after(self, number: int, began_at: float, overlap: float) -> Self:
        """The mark after a pull that began at this time and read everything up to this number."""
        if self.reached and not self.is_settled(began_at, overlap):
            return self
        sure = self.reached or number - IN_FLIGHT
        return replace(self, start=max(self.start, sure), reached=number, read_at=began_at)

    def is_settled(self, began_at: float, overlap: float) -> bool:
        """Whether what had been reached is stored whole, for a pull that begins at this time."""
        return began_at >= self.read_at + overlap


def number_in(node: object) -> int:
    """The number in a server's id of a span; 0 where it has another form."""
    try:
        kind, _, number = base64.b64decode(str(node), validate=True).decode().partition(":")
        return int(number) if kind == "Span" else 0
    except ValueError:
        return 0


def node_of(number: int) -> str:
    """The server's id of the span with a number."""
    return base64.b64encode(f"Span:{number}".encode()).decode()
