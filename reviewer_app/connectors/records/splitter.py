"""Cuts a JSON array, or objects one after the other, into the text of each record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEAD_BYTES = 2**14
_LOOK_BACK = 64
_STRING_END = re.compile(rb'["\\\n]')
_SHALLOW = re.compile(rb'["\[\]{},]')
_DEEP = re.compile(rb'["\[\]{}]')
_OPENER = {b"}": b"{", b"]": b"["}


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one record, or its head where it is too large; the line where it starts."""

    content: bytes
    line: int
    size: int
    is_too_large: bool = False


class Splitter:
    """Finds where records end while chunks of any size come in; holds one record at most.

    It knows strings and brackets and nothing else of JSON, so that a record that is wrong in
    itself ends where it ends. A string that is still open at the end of a line is taken to end
    there, since JSON has no such strings.
    """

    def __init__(self, most: int, line: int = 1, *, in_array: bool) -> None:
        self.most = most
        self.line = line
        self.in_array = in_array
        self.is_closed = False
        self.rest = b""
        self._start_line = line
        self._stack = bytearray()
        self._held = bytearray()
        self._size = 0
        self._in_string = False
        self._is_escaped = False
        self._is_empty = True

    def feed(self, chunk: bytes) -> Iterator[Piece]:
        """The records that end in this chunk."""
        start = 0
        for end, at in self._ends(chunk):
            self._hold(chunk[start:end])
            piece = self._taken()
            start = at
            if piece.content or not self.is_closed or not self._is_empty:
                self._is_empty = False
                yield piece
        if self.is_closed:
            self.rest = chunk[start:]
        else:
            self._hold(chunk[start:])

    def unended(self) -> Piece | None:
        """What was begun and has no end; None where nothing was."""
        piece = self._taken()
        return piece if piece.content else None

    def _ends(self, chunk: bytes) -> Iterator[tuple[int, int]]:
        """Where each record ends, and where the next one may start."""
        at = 0
        if self._is_escaped and chunk:
            at, self._is_escaped = 1, False
        while not self.is_closed:
            if self._in_string:
                found = _STRING_END.search(chunk, at)
            else:
                found = (_DEEP if self._stack else _SHALLOW).search(chunk, at)
            if not found:
                return
            at = found.end()
            if self._in_string:
                at = self._step_in_string(found.group(), at, len(chunk))
            elif self._is_end(found.group()):
                yield (at if not self.in_array else at - 1), at

    def _step_in_string(self, mark: bytes, at: int, size: int) -> int:
        if mark != b"\\":
            self._in_string = False
            return at
        self._is_escaped = at == size
        return at if self._is_escaped else at + 1

    def _is_end(self, mark: bytes) -> bool:
        """Take one mark outside of strings; whether a record ends with it."""
        if mark == b'"':
            self._in_string = True
            return False
        if mark in b"[{":
            self._stack += mark
            return False
        if mark == b",":
            return self.in_array
        if not self._stack:
            self.is_closed = self.in_array and mark == b"]"
            return self.is_closed
        opened = self._stack.rfind(_OPENER[mark], max(0, len(self._stack) - _LOOK_BACK))
        del self._stack[opened:]  # a bracket that closes nothing (-1) stands for the one expected
        return not self._stack and not self.in_array

    def _hold(self, part: bytes) -> None:
        """Keep a part of the record; only a head once it is known to be too large."""
        if not self._size:
            begun = part.lstrip()
            self.line += part.count(b"\n", 0, len(part) - len(begun))
            self._start_line, part = self.line, begun
        self.line += part.count(b"\n")
        self._size += len(part)
        if self._size <= self.most:
            self._held += part
        else:
            self._held += part[: max(0, _HEAD_BYTES - len(self._held))]
            del self._held[_HEAD_BYTES:]

    def _taken(self) -> Piece:
        """The record that was held; the next one begins."""
        content = bytes(self._held).rstrip()
        piece = Piece(content, self._start_line, self._size, self._size > self.most)
        self._held.clear()
        self._size = 0
        return piece
