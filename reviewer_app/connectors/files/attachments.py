"""Files that a record names: taken from below the folder of the file that names them only."""

import mimetypes
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from reviewer_app.connectors.files.records import in_mib
from reviewer_app.domain.fields import FieldRefused
from reviewer_app.domain.incoming import AttachedFile
from reviewer_app.domain.json.faults import cut
from reviewer_app.domain.sentences import sentence

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class AttachmentFolder:
    """The folder that attachments may come from, and how large one may be, in bytes.

    Names are hostile: one that is absolute, climbs out, is an address, or leads out through a
    link is refused, and so is what is no regular file.
    """

    folder: Path
    most: int

    def __call__(self, name: str) -> AttachedFile:
        """The file of this name, read.

        Raises:
            FieldRefused: it may not be taken, or cannot be read.
        """
        path = self._inside(name)
        try:
            with _opened(path) as file:
                data = self._content(file, name)
        except OSError as cause:
            reason = (cause.strerror or "no such file").lower()
            raise _refused(name, sentence("cannot be read: {reason}", reason=reason)) from cause
        media_type = mimetypes.guess_type(path.name, strict=False)[0]
        return AttachedFile(
            PurePosixPath(name).as_posix(), media_type or "application/octet-stream", data
        )

    def _inside(self, name: str) -> Path:
        """The file's real place, which lies below the folder."""
        if "://" in name or name.lower().startswith(("data:", "file:")):
            raise _refused(name, sentence("is an address; addresses are never followed"))
        windows = PureWindowsPath(name)
        if PurePosixPath(name).is_absolute() or windows.drive or windows.root:
            raise _refused(
                name, sentence("is an absolute path; only files below the record's folder do")
            )
        if ".." in windows.parts or "\x00" in name:
            raise _refused(name, sentence("leads out of the record's folder"))
        try:
            path = (self.folder / name).resolve()
        except (OSError, RuntimeError, ValueError) as cause:
            raise _refused(name, sentence("is no path that can be followed")) from cause
        if not path.is_relative_to(self.folder.resolve()):
            raise _refused(name, sentence("is a link that leads out of the record's folder"))
        return path

    def _content(self, file: BinaryIO, name: str) -> bytes:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise _refused(name, sentence("is no regular file"))
        data = file.read(self.most + 1) if about.st_size <= self.most else b""
        if about.st_size > self.most or len(data) > self.most:
            size, most = max(about.st_size, len(data)), in_mib(self.most)
            raise _refused(
                name,
                sentence("has {size}; an attachment may have {most}", size=in_mib(size), most=most),
            )
        return data


def _opened(path: Path) -> BinaryIO:
    """The file, opened without following a link put there meanwhile, or waiting for a pipe."""
    flags = os.O_RDONLY | _NO_LINK | _NO_WAIT | _BINARY
    opener: Callable[[str, int], int] = lambda place, _: os.open(place, flags)  # noqa: E731
    return open(path, "rb", opener=opener)


def _refused(name: str, reason: str) -> FieldRefused:
    return FieldRefused(
        "attachments", sentence("(“{name}”) {reason}", name=cut(name), reason=reason)
    )
