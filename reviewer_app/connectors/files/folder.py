"""A folder of files as a source of records."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any, ClassVar, Self

from reviewer_app.connectors.files.following import new_parts
from reviewer_app.connectors.files.formats import READABLE, suffix_of
from reviewer_app.connectors.files.records import RECORD
from reviewer_app.connectors.files.source import MAP_OPTION, mapping_from, sampled, terms_for
from reviewer_app.connectors.protocols import Option, Sample
from reviewer_app.connectors.records.mark import Mark
from reviewer_app.connectors.records.stream import FileUnreadable
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Problem, Reading
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import FieldMapping, Limits

_UNFINISHED = (".part", ".tmp", ".crdownload", ".swp", "~")
_CURSORS_A_PULL = 50
"""A cursor names every file, so it is renewed at most this often, not at every file."""


class PatternUnusable(UsageError):
    """The pattern leads out of the folder, or is none."""

    def __init__(self, pattern: str) -> None:
        super().__init__(
            sentence(
                "The pattern “{pattern}” cannot be used: it must name files below the folder, "
                "such as *.jsonl or **/*.csv.",
                pattern=pattern,
            )
        )


@dataclass(frozen=True, slots=True)
class FolderSource:
    """The files of a folder that a pattern names, in the order of their names.

    Read again with its cursor it gives the files that are new, and what is new in those that
    changed. Hidden files, files still being written (.part, .tmp) and links that lead out of the
    folder are left alone; without a pattern so is what has no ending of a format. A file that
    cannot be read is a problem at its place and does not keep the others out.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "path": Option("the folder to read", is_required=True),
        "pattern": Option("which files, such as *.jsonl or **/*.csv; all readable ones without"),
        "map": MAP_OPTION,
    }
    kind: ClassVar[str] = "folder"

    name: str
    path: Path
    pattern: str = ""
    mapping: FieldMapping = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        windows = PureWindowsPath(self.pattern)
        is_half_deep = any("**" in part and part != "**" for part in windows.parts)
        if is_half_deep or ".." in windows.parts or windows.root or windows.drive:
            raise PatternUnusable(self.pattern)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: a mapping or a pattern that makes no sense.
        """
        path = Path(options["path"]).expanduser()
        mapping = mapping_from(options.get("map", ""))
        return cls(name, path, options.get("pattern", ""), mapping, limits)

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The records that are new since the cursor; positions are bytes over all files.

        Raises:
            FileUnreadable: the folder is none, or may not be read.
        """
        files = self._files()
        marks = {label: mark for label, mark in _marks_in(cursor).items() if label in files}
        sizes = {label: _size(path) for label, path in files.items()}
        total, before = sum(sizes.values()), 0
        held: Reading | None = None
        stored, pending = cursor, 0
        for label, path in files.items():
            for reading, mark in self._readings(label, path, marks.get(label)):
                if held:
                    yield held
                marks |= {label: mark} if mark else {}
                at = min(total, before + reading.position)
                held = replace(reading, position=at, total=total, cursor=stored)
            before += sizes[label]
            pending += 1
            if held and pending > len(files) // _CURSORS_A_PULL:
                stored, pending = _cursor(marks), 0
                held = replace(held, cursor=stored)
        if held:
            yield replace(held, cursor=_cursor(marks))

    def sample(self, count: int) -> list[Sample]:
        """The first records of the first files.

        Raises:
            FileUnreadable: the folder is none, or may not be read.
        """
        seen: list[Mapping[str, Any]] = []
        samples: list[Sample] = []
        for label, path in self._files().items():
            terms = replace(terms_for(path, self.mapping, self.limits), watch=seen.append)
            parts = (part for part, _, _ in new_parts(path, label, terms, None))
            samples += sampled(parts, seen, count - len(samples))
            if len(samples) == count:
                break
        return samples

    def _readings(
        self, label: str, path: Path, mark: Mark | None
    ) -> Iterator[tuple[Reading, Mark | None]]:
        terms = terms_for(path, self.mapping, self.limits)
        try:
            for part, after, _ in new_parts(path, label, terms, mark):
                yield Reading(part.outcome, part.position), after
        except FileUnreadable as unreadable:
            if path.exists():
                yield Reading(Problem(label, RECORD, str(unreadable))), None

    def _files(self) -> dict[str, Path]:
        """The files to read, by their place below the folder with slashes."""
        root = self._root()
        try:
            found = sorted(root.glob(self.pattern or "*"))
        except (ValueError, NotImplementedError) as cause:
            raise PatternUnusable(self.pattern) from cause
        files = {path.relative_to(root).as_posix(): path for path in found}
        return {label: path for label, path in files.items() if self._is_wanted(label, path, root)}

    def _root(self) -> Path:
        try:
            root = self.path.resolve(strict=True)
            next(root.iterdir(), None)
        except NotADirectoryError as cause:
            raise FileUnreadable(
                self.path, sentence("is no folder"), sentence("Add a single file as a file source.")
            ) from cause
        except OSError as cause:
            reason = sentence(
                "cannot be opened as a folder ({cause})",
                cause=(cause.strerror or "no access").lower(),
            )
            raise FileUnreadable(
                self.path, reason, sentence("Check the path and your permissions.")
            ) from cause
        return root

    def _is_wanted(self, label: str, path: Path, root: Path) -> bool:
        if any(part.startswith(".") for part in PurePath(label).parts):
            return False
        if label.lower().endswith(_UNFINISHED):
            return False
        if not self.pattern and suffix_of(path) not in READABLE:
            return False
        try:
            return path.is_file() and path.resolve().is_relative_to(root)
        except (OSError, RuntimeError):
            return False


def _marks_in(cursor: str | None) -> dict[str, Mark]:
    try:
        members = parse(cursor) if cursor else {}
    except JsonRefused:
        return {}
    if not isinstance(members, dict):
        return {}
    found = {label: Mark.of(part) for label, part in members.items()}
    return {label: mark for label, mark in found.items() if mark}


def _cursor(marks: Mapping[str, Mark]) -> str:
    return json.dumps({label: mark.members() for label, mark in marks.items()})


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
