"""A file as a source of records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar, Self

from reviewer_app.connectors.files.attachments import AttachmentFolder
from reviewer_app.connectors.files.following import new_parts
from reviewer_app.connectors.files.records import Part
from reviewer_app.connectors.protocols import Option, Sample, Source
from reviewer_app.connectors.records.mark import Mark
from reviewer_app.domain.incoming import Reading
from reviewer_app.domain.validation import FieldMapping, Limits, Terms, parse_mapping

MAP_OPTION = Option(
    "where fields are found, FIELD=PATH with commas between, such as output=answer.text, id=uid"
)


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file of records, in JSON Lines, JSON, CSV or Parquet, plain or gzipped.

    Read again with its cursor it gives what is new: lines appended to a JSON Lines file, or the
    whole file once it has changed.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "path": Option("the file to read", is_required=True),
        "map": MAP_OPTION,
    }
    kind: ClassVar[str] = "file"

    name: str
    path: Path
    mapping: FieldMapping = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: a mapping that makes no sense.
        """
        path = Path(options["path"]).expanduser()
        return cls(name, path, mapping_from(options.get("map", "")), limits)

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The records that are new since the cursor.

        Raises:
            FileUnreadable: the file cannot be opened, or is in no known format.
        """
        terms = terms_for(self.path, self.mapping, self.limits)
        mark = Mark.from_text(cursor)
        for part, after, total in new_parts(self.path, self.path.name, terms, mark):
            yield Reading(part.outcome, part.position, max(total, part.position), after.text)
            del part  # it may be large: nothing holds it while the next one is read

    def sample(self, count: int) -> list[Sample]:
        """The first records of the file.

        Raises:
            FileUnreadable: the file cannot be opened, or is in no known format.
        """
        seen: list[Mapping[str, Any]] = []
        terms = replace(terms_for(self.path, self.mapping, self.limits), watch=seen.append)
        parts = (part for part, _, _ in new_parts(self.path, self.path.name, terms, None))
        return sampled(parts, seen, count)


def sampled(parts: Iterator[Part], seen: list[Mapping[str, Any]], count: int) -> list[Sample]:
    """The first records; `seen` gets the members of each as it is read."""
    samples = []
    for part in islice(parts, count):
        samples.append(Sample(seen[-1] if seen else {}, part.outcome))
        seen.clear()
    return samples


def open_file(
    path: Path,
    mapping: FieldMapping | None = None,
    limits: Limits | None = None,
    name: str | None = None,
) -> Source:
    """The file as a source that is named after it, to be read whole."""
    return FileSource(name or path.name, path, mapping or {}, limits or Limits())


def mapping_from(text: str) -> dict[str, str]:
    """The mapping that an option holds, its pairs apart by commas or lines.

    Raises:
        UsageError: it makes no sense.
    """
    pairs = text.replace("\n", ",").split(",")
    return parse_mapping(pair for pair in pairs if pair.strip())


def terms_for(path: Path, mapping: FieldMapping, limits: Limits) -> Terms:
    """What holds for the records of this file."""
    return Terms(mapping, limits, AttachmentFolder(path.absolute().parent, limits.attachment))
