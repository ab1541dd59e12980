"""Which format a file is in: by its name, or by how its content starts."""

from pathlib import Path

from reviewer_app.connectors.files.array import read_array
from reviewer_app.connectors.files.lines import read_lines
from reviewer_app.connectors.files.parquet import MAGIC, read_parquet
from reviewer_app.connectors.files.records import Format
from reviewer_app.connectors.files.table import looks_like_table, read_table
from reviewer_app.connectors.records.stream import FileStream, FileUnreadable
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse_object
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Terms

SUFFIXES: dict[str, Format] = {
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".csv": read_table,
    ".tsv": read_table,
    ".parquet": read_parquet,
    ".pq": read_parquet,
}
"""The formats that a file name alone decides."""

READABLE = (*SUFFIXES, ".json")
"""The endings of files that hold records; each may be followed by `.gz`."""


def suffix_of(path: Path) -> str:
    """The ending of a file name that tells its format, without `.gz`."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def format_of(stream: FileStream, terms: Terms) -> Format:
    """The format to read the file by.

    Raises:
        FileUnreadable: neither name nor content tells one.
    """
    head = stream.head()
    if head.startswith(MAGIC):
        return read_parquet
    by_name = SUFFIXES.get(suffix_of(stream.path))
    if by_name:
        return by_name
    start = head.lstrip()[:1]
    if start == b"{":
        return read_lines if _is_lines(head) else read_array
    if start == b"[" or suffix_of(stream.path) == ".json":
        return read_array
    if not start or looks_like_table(head, terms):
        return read_table
    raise FileUnreadable(
        stream.path,
        sentence("is in no format that can be read"),
        sentence(
            "Records come as JSON Lines (.jsonl), JSON (.json), CSV (.csv) or Parquet (.parquet)."
        ),
    )


def _is_lines(head: bytes) -> bool:
    """Whether the first line is a whole object and another one follows."""
    first, _, rest = head.lstrip().partition(b"\n")
    if not rest.lstrip().startswith(b"{"):
        return False
    try:
        parse_object(first.decode(errors="replace"))
    except JsonRefused:
        return False
    return True
