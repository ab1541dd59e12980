"""Labels that show text as it is: never as markup, elided where there is no room."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.ui.widgets.mirror import Mirror


def label(text: str = "", role: str = "body", parent: QWidget | None = None) -> QLabel:
    """A label of the program's own words in a role of the style sheet."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def plain_tip(text: str) -> str:
    """A tooltip that Qt cannot take for markup, whatever is in the text."""
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>" if text else ""


class ElidedLabel(QLabel):
    """One line that gives way: cut at the end for text, in the middle for ids."""

    def __init__(
        self,
        role: str = "body",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self._mode = mode
        self._is_whole_only = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Shows a text on one line, everything hidden in it made visible."""
        self.show_line(revealed_line(text))

    def show_line(self, line: str) -> None:
        """Shows one line that was made fit for it: its foreign parts revealed and isolated."""
        self.setText(line)
        self.setToolTip(plain_tip(line))
        self.updateGeometry()

    def show_whole_only(self) -> None:
        """Paints all of the text or nothing: for a title that a few letters of say nothing."""
        self._is_whole_only = True
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for a few letters: the rest is elided."""
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance("MMM…"), self._full_width()), metrics.height())

    @override
    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        return QSize(self._full_width(), self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints as much of the text as there is room for."""
        del event
        if self._is_whole_only and self._full_width() > self.width():
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        self.style().drawItemText(
            painter,
            self.rect(),
            Mirror(self.rect(), self.layoutDirection()).start,
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )
        painter.end()

    def _full_width(self) -> int:
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin)
        return self.fontMetrics().horizontalAdvance(self.text()) + max(2, margin)
