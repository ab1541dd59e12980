"""One file opened for reading: its bytes, unpacked where compressed, and how far they are read."""

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence

DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)
"""What reading raises where a compressed file is cut off or damaged."""

_GZIP_MAGIC = b"\x1f\x8b"
_UTF8_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_HEAD_BYTES = 65_536


class FileUnreadable(ReviewerError):
    """The file cannot be read at all: missing, a folder, not permitted, not regular."""

    def __init__(self, path: Path, reason: str, advice: str) -> None:
        super().__init__(
            sentence(
                "{path} {reason}, so nothing was read from it. {advice}",
                path=path,
                reason=reason,
                advice=advice,
            )
        )
        self.path = path


@dataclass(slots=True)
class FileStream:
    """An open file. `content` gives its bytes, unpacked; `total` is its size on the disk."""

    path: Path
    content: io.BufferedReader | gzip.GzipFile
    total: int
    mtime_ns: int
    is_compressed: bool
    disk: io.BufferedReader

    @property
    def position(self) -> int:
        """How many bytes of the file on the disk have been read."""
        return self.disk.tell() if self.is_compressed else self.content.tell()

    def head(self) -> bytes:
        """The first bytes of the content, without a byte order mark; leaves the place alone.

        Raises:
            FileUnreadable: the text is UTF-16, or what is compressed is damaged from the start.
        """
        try:
            head = self.content.peek(_HEAD_BYTES)
        except DAMAGE as cause:
            raise _damaged(self.path) from cause
        for mark, encoding in _WIDE_MARKS.items():
            if head.startswith(mark):
                raise FileUnreadable(
                    self.path,
                    sentence("is {encoding} text", encoding=encoding),
                    sentence("Save it as UTF-8 and pull it again."),
                )
        return head.removeprefix(_UTF8_MARK)

    def sample(self, offset: int, size: int) -> bytes:
        """Bytes of the file as they are on the disk; leaves the place alone."""
        place = self.disk.tell()
        self.disk.seek(max(offset, 0))
        found = self.disk.read(size)
        self.disk.seek(place)
        return found

    def skip_mark(self) -> None:
        """Go past a byte order mark where the content starts with one."""
        if self.content.tell() == 0 and self.content.peek(3).startswith(_UTF8_MARK):
            self.content.read(3)


def _damaged(path: Path) -> FileUnreadable:
    return FileUnreadable(
        path,
        sentence("is damaged: it cannot be unpacked"),
        sentence("Fetch it again from where it came from."),
    )


@contextmanager
def opened(path: Path) -> Iterator[FileStream]:
    """The file, open for reading; closed at the end.

    Raises:
        FileUnreadable: it is missing, a folder, no regular file, or may not be read.
    """
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise FileUnreadable(
                path,
                sentence("is a folder"),
                sentence("Give a file in it, or add the folder as a folder source."),
            )
        if not stat.S_ISREG(about.st_mode):
            raise FileUnreadable(
                path, sentence("is not a regular file"), sentence("Copy its content into a file.")
            )
        disk: io.BufferedReader = io.BufferedReader(io.FileIO(path), _HEAD_BYTES)
    except OSError as cause:
        raise _why_unreadable(path, cause) from cause
    with disk:
        is_compressed = disk.peek(2)[:2] == _GZIP_MAGIC
        content = gzip.GzipFile(fileobj=disk) if is_compressed else disk
        about = os.fstat(disk.fileno())
        size, mtime_ns = about.st_size, about.st_mtime_ns
        yield FileStream(path, content, size, mtime_ns, is_compressed, disk)


def _why_unreadable(path: Path, cause: OSError) -> FileUnreadable:
    if isinstance(cause, FileNotFoundError | NotADirectoryError):
        return FileUnreadable(
            path, sentence("does not exist"), sentence("Check the path and pull again.")
        )
    if isinstance(cause, PermissionError):
        return FileUnreadable(
            path,
            sentence("may not be read by you"),
            sentence("Ask its owner for permission to read it."),
        )
    reason = sentence("cannot be opened ({strerror})", strerror=cause.strerror)
    return FileUnreadable(path, reason, sentence("Check the path and the disk it is on."))
