"""A folder that `datasets.load_dataset` opens: Parquet shards and a card that names them.

The card's front matter is the Hub's “manual configuration” (`configs`, `data_files`) and
`dataset_info` (tried with datasets 5.2). Shards are named by their content and the card lists them
one by one, so a new export disturbs nothing until its card takes the old one's place.
"""

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from reviewer_app.connectors.labels.columns import as_parquet, kind_of
from reviewer_app.connectors.labels.files import Facts, durable, put_manifest, writable
from reviewer_app.connectors.labels.manifest import (
    IN_FOLDER,
    ExportedFile,
    document_of,
    files_in,
    hashed,
    read_manifest,
)
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.label_tally import Tally
from reviewer_app.domain.labels import LABEL_FIELDS, Label
from reviewer_app.domain.sentences import sentence

SHARD = 50_000
"""Labels in a shard."""

CARD, DATA = "README.md", "data"
OURS = re.compile(r"train-\d{5}-of-\d{5}-[0-9a-f]{16}\.parquet")
ASIDE = ".reviewer-partial-"
"""How the folder begins that an export is written in before it takes its place."""

BODY = """
# Labels

Human judgements of agents' outputs, exported from Reviewer. `manifest.json` says how they were
selected, by which policies, and what every file must hash to.

- `verdict` is `approve`, `correct` or `reject`; `expected_output` is the output as it should have
  been, and null where it was rejected.
- `selected_by` and `propensity` say how an item came to be judged. To estimate a rate for all
  that was produced, weigh each label by 1 / `propensity`. Where it is null nobody knows why the
  item was judged, and it cannot be weighed.
- `field_changes`, `spans` and `rubric` are JSON text.

Inputs, outputs and comments are as people and agents wrote them: they may hold personal data.
"""


class FolderForeign(UsageError):
    """The folder holds what this program did not put there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            sentence(
                "{folder} holds other files and no manifest of an earlier export, so nothing was "
                "written. Choose an empty folder or one that is not there yet.",
                folder=folder,
            )
        )


def write_folder(folder: Path, labels: Iterable[Label], tally: Tally, facts: Facts) -> Path:
    """Writes a dataset; gives the path of its manifest.

    What an earlier export left there is replaced; whatever else is there stays.

    Raises:
        FolderForeign, ParquetUnavailable, FileUnwritable: what was there before is unchanged.
        ManifestUnwritable: the labels are there, with no manifest or one that does not fit.
    """
    manifest = folder / IN_FOLDER
    with writable(folder), _aside(folder) as aside:
        shards = _shards(aside, labels, tally)
        with durable(aside / CARD) as file:
            file.write((_front_matter(shards, tally.labels) + BODY).encode())
        written = [*shards, hashed(aside / CARD, CARD)]
        with durable(aside / IN_FOLDER) as file:
            file.write(document_of(written, facts()))
        before = _unchanged(folder)
        _put(aside, folder, written, before)
        put_manifest(aside / IN_FOLDER, manifest)
        for name in before - {file.name for file in written}:
            (folder / name).unlink(missing_ok=True)
    return manifest


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A folder within, to write in; it goes, and so does `folder` where nothing came of it."""
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    if not _is_ours(folder) and any(not path.name.startswith(".") for path in folder.iterdir()):
        raise FolderForeign(folder)
    for left in folder.glob(f"{ASIDE}*"):
        shutil.rmtree(left)
    aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=folder))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        if is_new and not any(folder.iterdir()):
            folder.rmdir()


def _is_ours(folder: Path) -> bool:
    """Whether an export was here: one that was cut off has our card, and no manifest yet."""
    if read_manifest(folder / IN_FOLDER) is not None:
        return True
    card = folder / CARD
    return card.is_file() and card.read_bytes().endswith(BODY.encode())


def _shards(aside: Path, labels: Iterable[Label], tally: Tally) -> list[ExportedFile]:
    """Writes the shards; gives them under the names they get once their number is known."""
    (aside / DATA).mkdir()
    made: list[ExportedFile] = []
    remaining = iter(labels)
    for n in count():
        first = next(remaining, None)
        if first is None and n:
            break
        path = aside / DATA / str(n)
        with durable(path) as file:
            as_parquet(file, _next(first, remaining), tally)
        made.append(hashed(path, path.name))
    return [_named(aside, shard, len(made)) for shard in made]


def _next(first: Label | None, remaining: Iterator[Label]) -> Iterator[Label]:
    """The labels of a shard: none where there are none at all."""
    if first is not None:
        yield first
        for _, label in zip(range(SHARD - 1), remaining, strict=False):
            yield label


def _named(aside: Path, shard: ExportedFile, total: int) -> ExportedFile:
    n = int(shard.name)
    name = f"{DATA}/train-{n:05}-of-{total:05}-{shard.sha256[:16]}.parquet"
    (aside / DATA / shard.name).replace(aside / name)
    return replace(shard, name=name)


def _front_matter(shards: list[ExportedFile], labels: int) -> str:
    size = sum(shard.bytes for shard in shards)
    paths = [f"    - {shard.name}" for shard in shards]
    features = chain.from_iterable(_feature(name) for name in LABEL_FIELDS)
    return "\n".join(
        [
            "---",
            "configs:",
            "- config_name: default",
            "  data_files:",
            "  - split: train",
            "    path:",
            *paths,
            "dataset_info:",
            "  features:",
            *features,
            "  splits:",
            "  - name: train",
            f"    num_bytes: {size}",
            f"    num_examples: {labels}",
            f"  download_size: {size}",
            f"  dataset_size: {size}",
            "---",
            "",
        ]
    )


def _feature(name: str) -> list[str]:
    kind = kind_of(name)
    return [f"  - name: {name}", "    list: string" if kind == "list" else f"    dtype: {kind}"]


def _unchanged(folder: Path) -> set[str]:
    """What earlier exports wrote and nobody has changed since: it may go.

    A shard's name vouches for its content, whether its export came to an end or not.
    """
    found = {
        shard.name
        for shard in (hashed(path, f"{DATA}/{path.name}") for path in _shards_in(folder))
        if shard.name.endswith(f"-{shard.sha256[:16]}.parquet")
    }
    listed = files_in(read_manifest(folder / IN_FOLDER) or {})
    card = next((one for one in listed if one.name == CARD), None)
    path = folder / CARD
    return found | {CARD} if path.is_file() and hashed(path, CARD) == card else found


def _shards_in(folder: Path) -> Iterator[Path]:
    for path in (folder / DATA).glob("*.parquet"):
        if OURS.fullmatch(path.name) and path.is_file():
            yield path


def _put(aside: Path, folder: Path, written: list[ExportedFile], before: set[str]) -> None:
    """Puts the shards in their place, and last the card; a card that was edited is kept."""
    (folder / DATA).mkdir(exist_ok=True)
    for shard in written[:-1]:
        (aside / shard.name).replace(folder / shard.name)
    card = folder / CARD
    if card.exists() and CARD not in before:
        kept = (folder / f"README.{n}.md" for n in count(1))
        card.rename(next(path for path in kept if not path.exists()))
    (aside / CARD).replace(card)
