"""Putting an export in its place: whole, with its manifest, or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from reviewer_app.connectors.labels.lines import LabelWriter
from reviewer_app.connectors.labels.manifest import document_of, hashed, manifest_path
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.label_tally import Tally
from reviewer_app.domain.labels import Label
from reviewer_app.domain.sentences import sentence

Facts = Callable[[], Mapping[str, Any]]
"""What the manifest says of the labels, once they are counted."""


class FileUnwritable(ReviewerError):
    """The file cannot be written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            sentence(
                "{path} could not be written: {why}. What was there before is unchanged. "
                "Choose another place, or make room, and export again.",
                path=path,
                why=why,
            )
        )


class ManifestUnwritable(ReviewerError):
    """The labels are in their place, and the manifest that goes with them is not."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            sentence(
                "The labels were written, but their manifest {path} was not: {why}. The one that "
                "may be there belongs to the labels from before. Export again.",
                path=path,
                why=why,
            )
        )


def write_file(
    path: Path, write: LabelWriter, labels: Iterable[Label], tally: Tally, facts: Facts
) -> Path:
    """Writes a file of labels and the manifest beside it; gives the manifest's path.

    Both are written in full beside what is there, then the labels take their place, then the
    manifest: a manifest that fits is the sign of an export that is whole.

    Raises:
        FileUnwritable: what was there before is unchanged.
        ManifestUnwritable: the labels are there, with no manifest or one that does not fit.
    """
    manifest = path.with_name(path.name + ".manifest.json")
    with writable(path), partial(path) as labels_aside, partial(manifest) as manifest_aside:
        path.parent.mkdir(parents=True, exist_ok=True)
        with durable(labels_aside) as file:
            write(file, labels, tally)
        written = hashed(labels_aside, path.name)
        with durable(manifest_aside) as file:
            file.write(document_of([written], facts()))
        _refuse_folders([path, manifest])
        labels_aside.replace(path)
        put_manifest(manifest_aside, manifest)
    return manifest_path(path)


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """Says of what the system refuses that this could not be written."""
    try:
        yield
    except OSError as error:
        raise FileUnwritable(path, error.strerror or str(error)) from error


@contextmanager
def partial(path: Path) -> Iterator[Path]:
    """Where a file is written before it takes its place; gone afterwards whatever happens."""
    aside = path.with_name(path.name + ".partial")
    try:
        yield aside
    finally:
        with suppress(NotADirectoryError):
            aside.unlink(missing_ok=True)


@contextmanager
def durable(path: Path) -> Iterator[IO[bytes]]:
    """A file that is on the disk, and not only on its way there, once it is closed.

    What is there already goes first: a link that somebody put there would lead the content away.
    """
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def put_manifest(aside: Path, manifest: Path) -> None:
    """The last step of an export.

    Raises:
        ManifestUnwritable: the labels are in their place already.
    """
    try:
        aside.replace(manifest)
    except OSError as error:
        raise ManifestUnwritable(manifest, error.strerror or str(error)) from error


def _refuse_folders(paths: Sequence[Path]) -> None:
    """Finds a folder in a file's place before anything was moved."""
    for path in paths:
        if path.is_dir():
            raise IsADirectoryError(None, f"{path.name} is a folder")
