"""How far long work has come, in words and as a line, with the way to stop it."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.services.progress import Progress
from reviewer_app.ui.jobs import LongJob
from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import ElidedLabel
from reviewer_app.ui.wording import active_words, figure, share_words

APPEARS_AFTER_MS = 1_000
"""Work that is done sooner than this shows nothing."""

LINE_HEIGHT = 3


class ProgressLine(QWidget):
    """One long job. It shows itself after a second and goes when the job is done."""

    def __init__(self, job: LongJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = 0.0
        self._job = job
        self._words = ElidedLabel("caption")
        self._words.show_text(job.title)
        self.cancel = Link(tr("Cancel"))
        self.cancel.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 6 + LINE_HEIGHT)
        column.addLayout(row)
        self.hide()
        QTimer.singleShot(APPEARS_AFTER_MS, self, self.show)
        job.progressed.connect(self._show)
        job.finished.connect(self._finish)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the line at the bottom: the share done, or a third where it is unknown."""
        del event
        theme = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        area = QRectF(0, self.height() - LINE_HEIGHT, self.width(), LINE_HEIGHT)
        painter.fillRect(area, theme.color("line"))
        area.setWidth(area.width() * (1 / 3 if self._share is None else self._share))
        painter.fillRect(area, theme.color("accent"))
        painter.end()

    def _show(self, progress: Progress) -> None:
        self._share = min(1.0, progress.done / progress.total) if progress.total else None
        share = "" if self._share is None else share_words(self._share)
        told = (self._job.title, share, figure(progress.records), active_words(progress.seconds))
        self._words.show_text(" · ".join(part for part in told if part))
        self.update()

    def _stop(self) -> None:
        self._job.cancel()
        self.cancel.setEnabled(False)
        words = tr("{work} · stopping after what is under way", work=self._job.title)
        self._words.show_text(words)

    def _finish(self) -> None:
        self.hide()
        self.deleteLater()
