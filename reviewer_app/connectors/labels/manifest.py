"""The manifest beside what was exported: what it holds, and what its files must hash to."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

KIND = "reviewer-app labels"
"""What tells our manifest from another's."""

MANIFEST_SCHEMA = 1
IN_FOLDER = "manifest.json"
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of an export: its name beside the manifest, its size and its SHA-256."""

    name: str
    bytes: int
    sha256: str

    def document(self) -> dict[str, Any]:
        """How the manifest has it."""
        return {"name": self.name, "bytes": self.bytes, "sha256": self.sha256}


def manifest_path(out: Path) -> Path:
    """Where the manifest of an export is: in its folder, or beside its file."""
    return out / IN_FOLDER if out.is_dir() else out.with_name(out.name + ".manifest.json")


def hashed(path: Path, name: str) -> ExportedFile:
    """A file as it is on the disk now."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return ExportedFile(name, size, digest.hexdigest())


def document_of(files: Sequence[ExportedFile], facts: Mapping[str, Any]) -> bytes:
    """A manifest's text."""
    document = {
        "kind": KIND,
        "manifest_schema": MANIFEST_SCHEMA,
        **facts,
        "files": [file.document() for file in files],
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read_manifest(path: Path) -> dict[str, Any] | None:
    """A manifest of ours; None where there is none."""
    try:
        document = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return None
    is_ours = isinstance(document, dict) and document.get("kind") == KIND
    return document if is_ours else None


def files_in(manifest: Mapping[str, Any]) -> Iterator[ExportedFile]:
    """The files that a manifest lists."""
    listed = manifest.get("files")
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and isinstance(one.get("name"), str):
            yield ExportedFile(one["name"], one.get("bytes", -1), str(one.get("sha256")))


def mismatches(out: Path) -> list[str] | None:
    """The files of an export that are not what its manifest says; None where it has none.

    The manifest is the last thing that an export writes. Where it was cut off between the two, by
    a crash or a loss of power, the manifest is the one from before and its hashes do not fit.
    """
    manifest = read_manifest(manifest_path(out))
    if manifest is None:
        return None
    folder = out if out.is_dir() else out.parent
    return [file.name for file in files_in(manifest) if not _fits(folder, file)]


def _fits(folder: Path, file: ExportedFile) -> bool:
    path = folder / file.name
    if not path.resolve().is_relative_to(folder.resolve()):
        return False
    try:
        return hashed(path, file.name) == file
    except OSError:
        return False
