"""The formats that labels go out in, by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer_app.connectors.labels.columns import as_parquet
from reviewer_app.connectors.labels.dataset import write_folder
from reviewer_app.connectors.labels.files import Facts, write_file
from reviewer_app.connectors.labels.inspect_samples import sample_of
from reviewer_app.connectors.labels.lines import LabelWriter, as_lines, lines_of, list_of
from reviewer_app.connectors.labels.promptfoo import case_of
from reviewer_app.connectors.labels.sheet import as_csv
from reviewer_app.connectors.labels.tasks import LABELING_CONFIG, task_of
from reviewer_app.connectors.labels.training import (
    demonstration_of,
    plain_preference_of,
    preference_of,
)
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.label_tally import Tally
from reviewer_app.domain.labels import Label
from reviewer_app.domain.sentences import sentence


class FormatUnknown(UsageError):
    """No writer knows this format."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "There is no label format “{name}”. Use {known}.",
                name=name,
                known=", ".join(FORMATS),
            )
        )


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """A format: how its files end, what writes them, and what its manifest says beside the rest.

    `write` is None for the one that is a folder.
    """

    ending: str
    write: LabelWriter | None = None
    extra: tuple[tuple[str, Any], ...] = ()


FORMATS = {
    "jsonl": LabelFormat("jsonl", as_lines),
    "csv": LabelFormat("csv", as_csv),
    "parquet": LabelFormat("parquet", as_parquet),
    "dataset": LabelFormat(""),
    "sft": LabelFormat("jsonl", lines_of(demonstration_of)),
    "dpo": LabelFormat("jsonl", lines_of(preference_of)),
    "dpo-plain": LabelFormat("jsonl", lines_of(plain_preference_of)),
    "inspect": LabelFormat("jsonl", lines_of(sample_of)),
    "promptfoo": LabelFormat("jsonl", lines_of(case_of)),
    "label-studio": LabelFormat("json", list_of(task_of), (("labeling_config", LABELING_CONFIG),)),
}
"""The formats, by name. The first three and the dataset hold every field of a label."""


def write_labels(
    path: Path, name: str, labels: Iterable[Label], tally: Tally, facts: Facts
) -> Path:
    """Writes labels and their manifest, whole or not at all; gives the manifest's path.

    Args:
        path: the file, or for `dataset` the folder.
        name: a format.
        labels: what to write, in this order.
        tally: counts what was written and what the format has no place for.
        facts: what the manifest says of the export; asked once all is counted.

    Raises:
        FormatUnknown, FolderForeign, ParquetUnavailable, FileUnwritable: what was at `path` before
            is unchanged.
        ManifestUnwritable: the labels are there, and their manifest is not.
    """
    form = FORMATS.get(name)
    if form is None:
        raise FormatUnknown(name)
    told = _told(name, form, facts)
    if form.write is None:
        return write_folder(path, labels, tally, told)
    return write_file(path, form.write, labels, tally, told)


def _told(name: str, form: LabelFormat, facts: Facts) -> Callable[[], dict[str, Any]]:
    return lambda: {"format": name, **facts(), **dict(form.extra)}
