"""The files that telemetry is written to, those that were written first in front."""

from pathlib import Path, PurePath, PureWindowsPath

from reviewer_app.connectors.records.stream import FileUnreadable
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence

PATTERN = "**/*.json*"
"""Which files of a folder are read where nothing else is said."""

_UNFINISHED = (".part", ".tmp", ".swp", "~")


class PatternUnusable(UsageError):
    """The pattern leads out of the folder, or is none."""

    def __init__(self, pattern: str) -> None:
        super().__init__(
            sentence(
                "The pattern “{pattern}” cannot be used: it must name files below the folder, "
                "such as *.jsonl or **/traces*.json.",
                pattern=pattern,
            )
        )


def checked(pattern: str) -> str:
    """The pattern, where it stays below a folder.

    Raises:
        PatternUnusable: it does not.
    """
    windows = PureWindowsPath(pattern)
    is_half_deep = any("**" in part and part != "**" for part in windows.parts)
    if is_half_deep or ".." in windows.parts or windows.root or windows.drive:
        raise PatternUnusable(pattern)
    return pattern


def files_of(path: Path, pattern: str) -> dict[str, Path]:
    """The files to read, by their place below the folder; the one file by its name.

    Raises:
        FileUnreadable: there is nothing, or it may not be read.
        PatternUnusable: the pattern is none.
    """
    if not path.is_dir():
        return {path.name: path}
    try:
        root = path.resolve(strict=True)
        found = [one for one in root.glob(pattern or PATTERN) if _is_wanted(one, root)]
        found.sort(key=lambda one: (one.stat().st_mtime_ns, one.as_posix()))
    except (ValueError, NotImplementedError) as cause:
        raise PatternUnusable(pattern) from cause
    except OSError as cause:
        reason = sentence(
            "cannot be opened as a folder ({cause})", cause=(cause.strerror or "no access").lower()
        )
        raise FileUnreadable(
            path, reason, sentence("Check the path and your permissions.")
        ) from cause
    return {one.relative_to(root).as_posix(): one for one in found}


def _is_wanted(path: Path, root: Path) -> bool:
    """Whether a file is neither hidden nor unfinished nor a way out of the folder."""
    parts = PurePath(path.relative_to(root)).parts
    if any(part.startswith(".") for part in parts) or path.name.lower().endswith(_UNFINISHED):
        return False
    return path.is_file() and path.resolve().is_relative_to(root)
