"""Reading a file on from where it was left: the parts that are new, each with its mark."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reviewer_app.connectors.files.formats import format_of
from reviewer_app.connectors.files.lines import read_lines
from reviewer_app.connectors.files.records import Part
from reviewer_app.connectors.records.mark import Mark
from reviewer_app.connectors.records.stream import FileStream, opened
from reviewer_app.domain.validation import Terms


def new_parts(
    path: Path, label: str, terms: Terms, mark: Mark | None
) -> Iterator[tuple[Part, Mark, int]]:
    """The parts of a file that the mark has not seen, the mark after each, the file's size.

    JSON Lines are read on where the file only grew; everything else from the start, once it has
    changed.

    Raises:
        FileUnreadable: the file cannot be opened, or is in no known format.
    """
    with opened(path) as stream:
        if mark and mark.is_unchanged(stream):
            return
        read = format_of(stream, terms)
        if read is read_lines and not stream.is_compressed:
            found = _lines(stream, label, terms, mark)
        else:
            found = _whole(stream, read(stream, label, terms))
        for part, after in found:
            yield part, after, stream.total
            del part  # as in `FileSource.read`


def _whole(stream: FileStream, parts: Iterator[Part]) -> Iterator[tuple[Part, Mark]]:
    """All parts of the file; only the mark after the last one leads anywhere."""
    start = Mark.at_start(stream)
    held: Part | None = None
    for part in parts:
        if held:
            yield held, start
        held = part
    if held:
        yield held, replace(start, is_done=True)


def _lines(
    stream: FileStream, label: str, terms: Terms, mark: Mark | None
) -> Iterator[tuple[Part, Mark]]:
    """The lines after the mark, or all where the file is another one; a mark after each."""
    after = Mark.at_start(stream)
    if mark and mark.leads_on(stream):
        stream.content.seek(mark.offset)
        after = replace(mark, size=stream.total, mtime_ns=stream.mtime_ns)
    for part in read_lines(stream, label, terms, after=after.line):
        if part.tail:
            after = after.moved_to(part.offset, part.line, part.tail)
        yield part, replace(after, is_done=True) if part.is_end else after
        del part  # as in `FileSource.read`
