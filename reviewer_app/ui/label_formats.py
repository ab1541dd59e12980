"""The formats that labels can be exported in, as a file dialog offers them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.ui.language import mark, tr

PLAIN = ("jsonl", "csv", "parquet")
"""The formats that have an ending to themselves, so that typing it is choosing them."""


@dataclass(frozen=True, slots=True)
class LabelKind:
    """A format by its name: what it is for, in words, and how its files end; a folder has none."""

    name: str
    words: str
    ending: str = "jsonl"

    @property
    def filter(self) -> str:
        """The line that a file dialog shows."""
        return f"{tr(self.words)} (*.{self.ending})" if self.ending else f"{tr(self.words)} (*)"


KINDS = (
    LabelKind("jsonl", mark("All of a label, JSON Lines")),
    LabelKind("csv", mark("All of a label, CSV for spreadsheets"), "csv"),
    LabelKind("parquet", mark("All of a label, Parquet"), "parquet"),
    LabelKind("dataset", mark("Hugging Face dataset, a folder"), ""),
    LabelKind("sft", mark("Fine-tuning: input and right answer")),
    LabelKind("dpo", mark("Preference pairs, as messages")),
    LabelKind("dpo-plain", mark("Preference pairs, as plain texts")),
    LabelKind("inspect", mark("Inspect samples")),
    LabelKind("promptfoo", mark("promptfoo tests")),
    LabelKind("label-studio", mark("Label Studio tasks"), "json"),
)


def offered() -> Mapping[str, LabelKind]:
    """The kinds by the lines that a file dialog shows."""
    return {kind.filter: kind for kind in KINDS}


def settled(path: Path, kind: LabelKind) -> tuple[Path, str]:
    """Where to write and in which format, from the name that was typed and the line chosen.

    An ending that belongs to one format alone means that one; a folder gets no file's ending.
    """
    typed = path.suffix.lstrip(".").lower()
    if not kind.ending:
        return (path.with_suffix("") if typed in PLAIN else path), kind.name
    return path, typed if typed in PLAIN and typed != kind.ending else kind.name
