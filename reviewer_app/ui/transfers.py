"""What moves data in and out: pulls, the sample, labels; each long, with progress and a result."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.incoming import Problem
from reviewer_app.services.history import ImportResult
from reviewer_app.services.intake import PullResult
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.ports import Workspace
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import counted

T = TypeVar("T")

READABLE = "Agent outputs (*.jsonl *.ndjson *.json *.csv *.tsv *.parquet);;All files (*)"
FORMATS = {"JSON Lines (*.jsonl)": "jsonl", "CSV (*.csv)": "csv", "Parquet (*.parquet)": "parquet"}


class Transfers(QObject):
    """Asks which file, runs the transfer, and says what came of it."""

    message = Signal(object)
    pulled = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._jobs, self._window = workspace, jobs, window

    def ask_pull(self) -> None:
        """Asks for a file and pulls it."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Pull from a file", "", READABLE)
        if name:
            self.pull(Path(name))

    def ask_import(self) -> None:
        """Asks for a file of judgements and takes them in."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Import judgements", "", READABLE)
        if name:
            self.import_labels(Path(name))

    def ask_export(self) -> None:
        """Asks where to, and writes the labels there."""
        name, kind = QFileDialog.getSaveFileName(
            self._window, "Export labels", "labels.jsonl", ";;".join(FORMATS)
        )
        if name:
            self.export(Path(name), FORMATS.get(kind, "jsonl"))

    def pull(self, path: Path) -> None:
        """Pulls a file."""
        self._jobs.run_long(
            f"Pulling {revealed_line(path.name)}",
            lambda report, cancelled: self._workspace.pull_file(path, report, cancelled),
            lambda outcome: self._say_pulled(path.name, outcome),
        )

    def open_sample(self) -> None:
        """Pulls the sample workload into this profile."""
        self._jobs.run_long(
            "Opening the sample",
            self._workspace.open_sample,
            lambda outcome: self._say_pulled("the sample", outcome),
        )

    def import_labels(self, path: Path) -> None:
        """Takes in judgements that were made elsewhere."""
        self._jobs.run_long(
            f"Importing {revealed_line(path.name)}",
            lambda report, cancelled: self._workspace.import_labels(path, report, cancelled),
            self._say_imported,
        )

    def export(self, path: Path, form: str) -> None:
        """Writes the labels, in the format that the file's name or the choice says."""
        named = path.suffix.lstrip(".").lower()
        form = named if named in FORMATS.values() else form

        def say(outcome: Ok[int] | Err) -> None:
            self._say_outcome(
                outcome, lambda n: f"Wrote {counted(n, 'label')} to {revealed_line(path.name)}."
            )

        self._jobs.run_long(
            f"Writing {revealed_line(path.name)}",
            lambda report, stop: self._workspace.export_labels(path, form, report, stop),
            say,
        )

    def _say_pulled(self, name: str, outcome: Ok[PullResult] | Err) -> None:
        self._say_outcome(outcome, lambda result: pull_sentence(name, result))
        if isinstance(outcome, Ok):
            self._say_refused(outcome.value.refused, outcome.value.refused_count)
        self.pulled.emit()

    def _say_imported(self, outcome: Ok[ImportResult] | Err) -> None:
        self._say_outcome(outcome, import_sentence)
        if isinstance(outcome, Ok):
            self._say_refused(outcome.value.refused, outcome.value.refused_count)
        self.pulled.emit()

    def _say_refused(self, refused: Sequence[Problem], count: int) -> None:
        if refused:
            self.message.emit(Message(refused_sentence(refused[0], count), "warn", "refused"))

    def _say_outcome(self, outcome: Ok[T] | Err, words: Callable[[T], str]) -> None:
        if isinstance(outcome, Ok):
            self.message.emit(Message(words(outcome.value), "info", "transfer"))
        elif outcome.is_bug:
            text = "Something went wrong in Reviewer. What was committed is safe; see the log."
            self.message.emit(Message(text, "error", "transfer"))
        else:
            self.message.emit(Message(str(outcome.error), "error", "transfer"))


def pull_sentence(name: str, result: PullResult) -> str:
    """What a pull brought, in a sentence."""
    waiting = result.flagged + result.sampled
    parts = [
        f"{counted(result.new, 'new output')} from {revealed_line(name)}",
        f"{waiting:,} to review" if waiting else "",
        f"{result.revised:,} revised" if result.revised else "",
        f"{result.released:,} released" if result.released else "",
        f"{result.unchanged:,} already known" if result.unchanged else "",
    ]
    ending = " Stopped by you; what was read is kept." if result.cancelled else ""
    return ", ".join(part for part in parts if part) + "." + ending


def import_sentence(result: ImportResult) -> str:
    """What an import brought, in a sentence."""
    parts = [
        counted(result.judgements, "judgement"),
        f"{counted(result.labels, 'label')} from them" if result.labels else "",
        counted(result.disputes, "dispute") if result.disputes else "",
        counted(result.declines, "decline") if result.declines else "",
        counted(result.new_items, "new item") if result.new_items else "",
        f"{result.unchanged:,} already known" if result.unchanged else "",
    ]
    return ", ".join(part for part in parts if part) + "."


def refused_sentence(first: Problem, count: int) -> str:
    """What was refused: how many records, and why the first one."""
    field = f", {first.field}" if first.field else ""
    where = revealed_line(f"{first.place}{field}: {first.reason}")
    was = "was" if count == 1 else "were"
    told = "" if count == 1 else " `reviewer-app pull --refused` lists them all."
    return f"{counted(count, 'record')} {was} not taken in. {where}.{told}"
