"""What moves data in and out: pulls, the sample, labels; each long, with progress and a result."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.incoming import Problem
from reviewer_app.services.export import Exported
from reviewer_app.services.history import ImportResult
from reviewer_app.services.intake import PullResult
from reviewer_app.ui.errors import said, words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.label_formats import KINDS, offered, settled
from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Workspace
from reviewer_app.ui.widgets.message_bar import Message

T = TypeVar("T")

READABLE = "*.jsonl *.ndjson *.json *.csv *.tsv *.parquet"


class Transfers(QObject):
    """Asks which file, runs the transfer, and says what came of it."""

    message = Signal(object)
    pulled = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._jobs, self._window = workspace, jobs, window

    def ask_pull(self) -> None:
        """Asks for a file and pulls it."""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Pull from a file"), "", _readable())
        if name:
            self.pull(Path(name))

    def ask_import(self) -> None:
        """Asks for a file of judgements and takes them in."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Import judgements"), "", _readable()
        )
        if name:
            self.import_labels(Path(name))

    def ask_export(self) -> None:
        """Asks where to, and writes the labels there."""
        kinds = offered()
        name, line = QFileDialog.getSaveFileName(
            self._window, tr("Export labels"), "labels.jsonl", ";;".join(kinds)
        )
        if name:
            self.export(*settled(Path(name), kinds.get(line, KINDS[0])))

    def pull(self, path: Path) -> None:
        """Pulls a file."""
        self._jobs.run_long(
            tr("Pulling {file}", file=revealed_line(path.name)),
            lambda report, cancelled: self._workspace.pull_file(path, report, cancelled),
            lambda outcome: self._say_pulled(path.name, outcome),
        )

    def open_sample(self) -> None:
        """Pulls the sample workload into this profile."""
        self._jobs.run_long(
            tr("Opening the sample"),
            self._workspace.open_sample,
            lambda outcome: self._say_pulled(tr("the sample"), outcome),
        )

    def import_labels(self, path: Path) -> None:
        """Takes in judgements that were made elsewhere."""
        self._jobs.run_long(
            tr("Importing {file}", file=revealed_line(path.name)),
            lambda report, cancelled: self._workspace.import_labels(path, report, cancelled),
            self._say_imported,
        )

    def export(self, path: Path, form: str) -> None:
        """Writes the labels, and the manifest that goes with them."""

        def say(outcome: Ok[Exported] | Err) -> None:
            self._say_outcome(outcome, lambda done: export_sentence(path.name, done))

        self._jobs.run_long(
            tr("Writing {file}", file=revealed_line(path.name)),
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
        else:
            self.message.emit(Message(words_of(outcome.error), "error", "transfer"))


def export_sentence(name: str, done: Exported) -> str:
    """What an export wrote, in a sentence; and how many labels the format had no place for."""
    file, left_out = revealed_line(name), sum(done.left_out.values())
    wrote = tr("Wrote %Ln label(s) to {file}.", "", done.labels, file=file)
    if not left_out:
        return wrote
    manifest = revealed_line(done.manifest.name)
    left = tr(
        "Left out %Ln for which the format has no place; {manifest} says why.",
        "labels",
        left_out,
        manifest=manifest,
    )
    return f"{wrote} {left}"


def _readable() -> str:
    return tr("Agent outputs ({endings});;All files (*)", endings=READABLE)


def pull_sentence(name: str, result: PullResult) -> str:
    """What a pull brought, in a sentence."""
    waiting = result.flagged + result.sampled
    parts = [
        tr("%Ln new output(s) from {name}", "", result.new, name=revealed_line(name)),
        tr("%Ln to review", "outputs", waiting) if waiting else "",
        tr("%Ln revised", "outputs", result.revised) if result.revised else "",
        tr("%Ln released", "outputs", result.released) if result.released else "",
        tr("%Ln already known", "outputs", result.unchanged) if result.unchanged else "",
    ]
    stopped = tr("Stopped by you; what was read is kept.") if result.cancelled else ""
    return f"{_listed(parts)} {stopped}".strip()


def import_sentence(result: ImportResult) -> str:
    """What an import brought, in a sentence."""
    parts = [
        tr("%Ln judgement(s)", "", result.judgements),
        tr("%Ln label(s) from them", "", result.labels) if result.labels else "",
        tr("%Ln dispute(s)", "", result.disputes) if result.disputes else "",
        tr("%Ln decline(s)", "", result.declines) if result.declines else "",
        tr("%Ln new item(s)", "", result.new_items) if result.new_items else "",
        tr("%Ln already known", "outputs", result.unchanged) if result.unchanged else "",
    ]
    return _listed(parts)


def refused_sentence(first: Problem, count: int) -> str:
    """What was refused: how many records, and why the first one."""
    field = f", {first.field}" if first.field else ""
    where = revealed_line(f"{first.place}{field}: {said(first.reason)}")
    if count == 1:
        return tr("1 record was not taken in. {where}.", where=where)
    return tr(
        "%Ln records were not taken in. {where}. `reviewer-app pull --refused` lists them all.",
        "",
        count,
        where=where,
    )


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(part for part in parts if part) + "."
