"""How far a file has been read, so that only what is new in it is read the next time."""

import zlib
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from reviewer_app.connectors.records.stream import FileStream
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse

TAIL_BYTES = 4096
"""How much of a file, at its start and before a place in it, tells it from another one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file, with what the file looked like then.

    Sizes and offsets are in bytes, checksums CRC-32. `offset` is 0 in formats that cannot be read
    on from a place; `is_done` says that the file had been read to its end.
    """

    size: int
    mtime_ns: int
    head_size: int
    head: int
    offset: int = 0
    line: int = 0
    tail_size: int = 0
    tail: int = 0
    is_done: bool = False

    @classmethod
    def at_start(cls, stream: FileStream) -> Self:
        """The mark before anything was read."""
        head = stream.sample(0, TAIL_BYTES)
        return cls(stream.total, stream.mtime_ns, len(head), zlib.crc32(head))

    @classmethod
    def of(cls, members: Any) -> Self | None:  # noqa: ANN401 - what a cursor holds
        """The mark that `members` gave; None where it is none of ours."""
        is_ours = isinstance(members, dict) and members.keys() == cls.__dataclass_fields__.keys()
        if not is_ours or not all(isinstance(value, int) for value in members.values()):
            return None
        return cls(**members)

    @classmethod
    def from_text(cls, text: str | None) -> Self | None:
        """The mark that `text` gave; None where it is none of ours, so that all is read again."""
        try:
            return cls.of(parse(text)) if text else None
        except JsonRefused:
            return None

    def members(self) -> dict[str, int]:
        """The mark as an object of numbers, for a cursor."""
        return asdict(self)

    @property
    def text(self) -> str:
        """The mark as a cursor."""
        return (
            f'{{"size": {self.size}, "mtime_ns": {self.mtime_ns}, "head_size": {self.head_size}, '
            f'"head": {self.head}, "offset": {self.offset}, "line": {self.line}, '
            f'"tail_size": {self.tail_size}, "tail": {self.tail}, "is_done": {int(self.is_done)}}}'
        )

    def moved_to(self, offset: int, line: int, tail: bytes) -> Self:
        """The mark after a line that ended with these bytes."""
        return replace(self, offset=offset, line=line, tail_size=len(tail), tail=zlib.crc32(tail))

    def is_unchanged(self, stream: FileStream) -> bool:
        """Whether the file was read to its end and has not been written to since."""
        is_same = (self.size, self.mtime_ns) == (stream.total, stream.mtime_ns)
        return self.is_done and is_same

    def leads_on(self, stream: FileStream) -> bool:
        """Whether what was read is still there, and the file can be read on from here."""
        is_same = (self.size, self.mtime_ns) == (stream.total, stream.mtime_ns)
        if self.offset == 0 or not (is_same or stream.total > self.size):
            return False
        head = stream.sample(0, self.head_size)
        tail = stream.sample(self.offset - self.tail_size, self.tail_size)
        return (zlib.crc32(head), zlib.crc32(tail)) == (self.head, self.tail)
