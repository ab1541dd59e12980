"""The requests that a file holds: one a line, or one document; each with the mark before it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reviewer_app.connectors.otlp.wire import is_request
from reviewer_app.connectors.records.mark import TAIL_BYTES, Mark
from reviewer_app.connectors.records.stream import DAMAGE, FileStream
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.sentences import sentence

DOCUMENT_BYTES = 256 * 2**20
"""How large one document may be that is not written a request a line."""

_SKIP_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Found:
    """What stood in one place of a file: requests, or a problem.

    `before` leads to it and `after` behind it; `position` is in bytes of the file on the disk.
    """

    requests: tuple[dict[str, Any], ...]
    before: Mark
    after: Mark
    position: int
    problem: Problem | None = None


def requests_in(stream: FileStream, label: str, mark: Mark | None, most: int) -> Iterator[Found]:
    """The requests of a file that the mark has not seen; none where nothing has changed.

    Args:
        stream: the open file.
        label: what places in it are called by.
        mark: how far it was read before.
        most: how many bytes a line may have.

    Raises:
        FileUnreadable: what is compressed is damaged from the start, or the text is UTF-16.
    """
    if mark is not None and mark.is_unchanged(stream):
        return
    stream.head()
    start = Mark.at_start(stream)
    try:
        if _is_document(stream, most):
            yield _document(stream, label, start)
            return
        if mark is not None and not stream.is_compressed and mark.leads_on(stream):
            stream.content.seek(mark.offset)
            start = replace(mark, size=stream.total, mtime_ns=stream.mtime_ns, is_done=False)
        else:
            stream.skip_mark()
        yield from _lines(stream, label, start, most)
    except DAMAGE:
        reason = sentence("the compressed file is damaged or cut off here")
        yield Found((), start, start, stream.position, Problem(label, "record", reason))


def _is_document(stream: FileStream, most: int) -> bool:
    """Whether the file is one document rather than lines: its first line is no whole value."""
    stream.skip_mark()
    line = stream.content.readline(most + 1)
    while line and not line.strip():
        line = stream.content.readline(most + 1)
    stream.content.seek(0)
    if len(line) > most or line.lstrip()[:1] not in (b"{", b"["):
        return False
    return _parsed(line) is None and bool(line.strip() in (b"{", b"[") or line.endswith(b"\n"))


def _document(stream: FileStream, label: str, start: Mark) -> Found:
    stream.skip_mark()
    content = stream.content.read(DOCUMENT_BYTES + 1)
    value = _parsed(content) if len(content) <= DOCUMENT_BYTES else None
    listed = value if isinstance(value, list) else [value]
    found = tuple(part for part in listed if isinstance(part, dict) and is_request(part))
    problem = None if found else _problem(label, content, DOCUMENT_BYTES)
    return Found(found, start, start, stream.position, problem)


def _lines(stream: FileStream, label: str, start: Mark, most: int) -> Iterator[Found]:
    mark = start
    number, offset = mark.line, stream.content.tell()
    while line := stream.content.readline(most + 1):
        size, is_ended, is_long = len(line), line.endswith(b"\n"), len(line) > most
        while is_long and not is_ended and (piece := stream.content.readline(_SKIP_BYTES)):
            size, is_ended = size + len(piece), piece.endswith(b"\n")
        value = None if is_long else _parsed(line)
        if not is_ended and value is None:
            return  # still being written: it is read once it has its end
        number, offset, before = number + 1, offset + size, mark
        tail = b"" if is_long else line[-TAIL_BYTES:]
        mark = mark.moved_to(offset, number, tail)
        if not line.strip():
            continue
        listed = value if isinstance(value, list) else [value]
        found = tuple(part for part in listed if isinstance(part, dict) and is_request(part))
        problem = None if found else _problem(f"{label}:{number}", line, most)
        yield Found(found, before, mark, stream.position, problem)


def _parsed(piece: bytes) -> Any:  # noqa: ANN401 - any JSON goes out
    """The JSON of a piece; None where it is none."""
    try:
        return parse(piece.decode())
    except (JsonRefused, UnicodeDecodeError):
        return None


def _problem(place: str, piece: bytes, most: int) -> Problem:
    reason: str
    if len(piece) > most:
        reason = sentence(
            "it is larger than {most:,} bytes; have the collector write smaller batches", most=most
        )
    else:
        try:
            parse(piece.decode())
            reason = sentence(
                "it is no request of OTLP: it has neither resourceSpans nor resourceLogs"
            )
        except JsonRefused as refused:
            reason = refused.reason
        except UnicodeDecodeError:
            reason = sentence("it is not UTF-8")
    return Problem(place, "record", reason, piece[:8000].decode(errors="replace")[:2000])
