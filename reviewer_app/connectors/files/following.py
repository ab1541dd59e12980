"""Reading a file on from where it was left: the parts that are new, each with its mark."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reviewer_app.connectors.files.formats import format_of
from reviewer_app.connectors.files.lines import read_lines
from reviewer_app.connectors.files.mark import Mark
from reviewer_app.connectors.files.records import Part
from reviewer_app.connectors.files.stream import FileStream, opened
from reviewer_app.domain.validation import Terms


def new_parts(
    path: Path, label: str, terms: Terms, mark: Mark | None
) -> Iterator[tuple[Part, Mark, int]]:
    """The parts of a file that the mark has not seen, the mark after each, the file's size.

    JSON Lines are read on where the file only grew; everything else from the start, once it has
    changed. The last part's mark says that the file is done.

    Raises:
        FileUnreadable: the file cannot be opened, or is in no known format.
    """
    with opened(path) as stream:
        if mark and mark.is_unchanged(stream):
            return
        held: tuple[Part, Mark] | None = None
        for part, after in _parts(stream, label, terms, mark):
            if held:
                yield *held, stream.total
            held = part, after
        if held:
            yield held[0], replace(held[1], is_done=True), stream.total


def _parts(
    stream: FileStream, label: str, terms: Terms, mark: Mark | None
) -> Iterator[tuple[Part, Mark]]:
    start = Mark.at_start(stream)
    read = format_of(stream, terms)
    if read is not read_lines or stream.is_compressed:
        yield from ((part, start) for part in read(stream, label, terms))
        return
    goes_on = mark if mark and mark.leads_on(stream) else None
    if goes_on:
        stream.content.seek(goes_on.offset)
        start = replace(goes_on, size=stream.total, mtime_ns=stream.mtime_ns, is_done=False)
    after = start
    for part in read_lines(stream, label, terms, after=start.line):
        after = after.moved_to(part.offset, part.line, part.tail) if part.tail else after
        yield part, after
