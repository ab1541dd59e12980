"""One answer of a feed: the text of each record in it, and what it says beside them."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from jmespath.parser import ParsedResult

from reviewer_app.connectors.http.options import Feed
from reviewer_app.connectors.records.splitter import Piece, Splitter
from reviewer_app.connectors.records.wrapper import list_at, list_start
from reviewer_app.connectors.web.client import Reply, ReplyUnreadable
from reviewer_app.connectors.web.fields import found_by, path_of
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.sentences import sentence

_MARK = b"\xef\xbb\xbf"
_LINES = ("ndjson", "jsonl", "jsonlines", "json-seq", "x-json-stream")
_CHUNK = 2**20


class RecordsMissing(ReplyUnreadable):
    """The answer has no list where the records should be."""

    def __init__(self, place: str, wanted: str) -> None:
        super().__init__(
            sentence(
                "{place} answered without a list at “{wanted}”, so no records were found. Check "
                "the option “records”, and what the address answers.",
                place=place,
                wanted=wanted,
            )
        )


class Page:
    """The records of one answer, cut out one after the other; the rest is known once they are."""

    def __init__(self, reply: Reply, feed: Feed, most: int) -> None:
        self._reply = reply
        self._feed = feed
        self._most = most
        self._body = reply.body.removeprefix(_MARK)
        self._skeleton = b""
        self._hash = sha256()
        self.count = 0
        self.value: Any = None
        self.is_whole = True
        self.last: str | None = None

    @property
    def digest(self) -> bytes:
        """Stands for the records: the same for a page with the same ones."""
        return self._hash.digest()

    def pieces(self) -> Iterator[Piece]:
        """The text of each record in turn.

        Raises:
            ReplyUnreadable: the answer is no JSON, or has no records where they should be.
        """
        for piece in self._cut():
            self.count += 1
            self._hash.update(b"%d:" % len(piece.content) + piece.content)
            self._note(piece)
            yield piece
        if self.value is None and self._skeleton:
            self.value = lenient(self._skeleton)
            self.is_whole = self.value is not None

    def _note(self, piece: Piece) -> None:
        """Remembers the cursor's value of the last record that has one."""
        if self._feed.cursor is None or piece.is_too_large:
            return
        found = word_of(found_by(self._feed.cursor, lenient(piece.content)))
        self.last = found or self.last

    def _cut(self) -> Iterator[Piece]:
        begun = self._body.lstrip()[:1]
        if self._is_lines(begun):
            return self._lines()
        if begun not in {b"[", b"{"}:
            self._reply.json()
            raise RecordsMissing(self._reply.place, "@")
        self.value = lenient(self._body)
        if self._feed.records:
            return self._chosen(self._feed.records)
        if begun == b"[":
            return self._from(self._body.index(b"[") + 1)
        wanted = self._feed.fields.expressions.get("output")
        output = (path_of(wanted.expression) or "" if wanted else "output").partition(".")[0]
        start = list_start(self._body, output)
        return self._from(start) if start is not None else self._alone()

    def _is_lines(self, begun: bytes) -> bool:
        if self._feed.format != "auto":
            return self._feed.format == "jsonl"
        kind = self._reply.headers.get("content-type", "").lower()
        if any(name in kind for name in _LINES):
            return True
        first, _, rest = self._body.strip().partition(b"\n")
        return begun == b"{" and rest.lstrip()[:1] == b"{" and lenient(first) is not None

    def _lines(self) -> Iterator[Piece]:
        start, number = 0, 0
        while start < len(self._body):
            end = self._body.find(b"\n", start)
            end = len(self._body) if end < 0 else end
            line, number, start = self._body[start:end].strip(b" \t\r\x1e"), number + 1, end + 1
            if line:
                yield Piece(line[: self._most], number, len(line), len(line) > self._most)

    def _alone(self) -> Iterator[Piece]:
        """The answer is one record itself."""
        body = self._body.strip()
        yield Piece(body[: self._most], 1, len(body), len(body) > self._most)

    def _chosen(self, wanted: ParsedResult) -> Iterator[Piece]:
        """The records where the option says."""
        path = path_of(wanted.expression)
        start = list_at(self._body, path.split(".")) if path else None
        if start is not None:
            return self._from(start)
        found = found_by(wanted, self.value)
        if isinstance(found, list):
            return self._parsed(found)
        if found is not None or not _is_told(wanted, self.value):
            raise RecordsMissing(self._reply.place, wanted.expression)
        return iter(())

    def _parsed(self, records: list[Any]) -> Iterator[Piece]:
        for record in records:
            content = text_of(record).encode(errors="surrogatepass")
            yield Piece(content, 1, len(content), len(content) > self._most)

    def _from(self, start: int) -> Iterator[Piece]:
        """The records of the list whose content starts there."""
        splitter = Splitter(self._most, in_array=True)
        at = start
        while at < len(self._body) and not splitter.is_closed:
            yield from splitter.feed(self._body[at : at + _CHUNK])
            at += _CHUNK
        unended = splitter.unended()
        if unended:
            yield unended
        if splitter.is_closed:
            rest = splitter.rest + self._body[at:]
            self._skeleton = self._body[:start] + b"]" + rest
        else:
            self.is_whole = False


def lenient(text: bytes) -> Any:  # noqa: ANN401 - any JSON comes in
    """What a text holds, for looking things up in it; None where it is no JSON at all."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def word_of(value: Any) -> str | None:  # noqa: ANN401 - any JSON comes in
    """A text or number as a word that can be sent back; None for anything else."""
    if isinstance(value, str):
        return value or None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return json.dumps(value) if is_number else None


def _is_told(wanted: ParsedResult, value: Any) -> bool:  # noqa: ANN401 - any JSON comes in
    """Whether a null is there itself, as some platforms write an empty list."""
    path = path_of(wanted.expression)
    *above, name = path.split(".") if path else [""]
    for step in above:
        value = value.get(step) if isinstance(value, dict) else None
    return isinstance(value, dict) and name in value
