"""The line above a field: its label, and at the right its hint or what is wrong with it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.ui.review.form.caption import caption_font, caption_metrics
from reviewer_app.ui.theme.tokens import tokens

GAP = 12
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


class Headline:
    """Lays the words out and paints them; words with no room beside the label go below it."""

    def __init__(self) -> None:
        self._label, self._hint, self._words = "", "", ""
        self._is_bad = False

    def say(self, label: str, hint: str, words: str, *, is_bad: bool) -> None:
        """Takes the label, the hint, and what takes the hint's place and is never cut."""
        self._label, self._hint, self._words, self._is_bad = label, hint, words, is_bad

    def height(self, width: int) -> int:
        """The height at a width."""
        metrics = caption_metrics()
        if not self._words or self._fits(metrics, width):
            return metrics.height()
        return metrics.height() + self._wrapped(metrics, width).height()

    def paint(self, painter: QPainter, width: int) -> None:
        """Paints at the top of what the painter paints on."""
        theme, metrics = tokens(), caption_metrics()
        painter.setFont(caption_font())
        painter.setPen(theme.color("muted"))
        line = QRect(0, 0, width, metrics.height())
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        label = metrics.elidedText(self._label, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(line, int(left), label)
        if not self._words:
            room = width - metrics.horizontalAdvance(label) - GAP
            if room > metrics.horizontalAdvance("MMMM"):
                hint = metrics.elidedText(self._hint, Qt.TextElideMode.ElideRight, room)
                painter.drawText(line, int(right), hint)
            return
        painter.setPen(theme.color("bad" if self._is_bad else "warn"))
        if self._fits(metrics, width):
            painter.drawText(line, int(right), self._words)
        else:
            painter.drawText(self._wrapped(metrics, width), _WRAP, self._words)

    def _fits(self, metrics: QFontMetrics, width: int) -> bool:
        label, words = (metrics.horizontalAdvance(text) for text in (self._label, self._words))
        return label + GAP + words <= width

    def _wrapped(self, metrics: QFontMetrics, width: int) -> QRect:
        top = metrics.height()
        area = QRect(0, top, width, 100 * top)
        return metrics.boundingRect(area, _WRAP, self._words).united(QRect(0, top, width, 1))


class HeadlineRow(QWidget):
    """A headline as a widget of its own, above a table or a whole form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = Headline()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, label: str, hint: str, words: str, *, is_bad: bool) -> None:
        """Shows the label, the hint, and what takes the hint's place."""
        self._headline.say(label, hint, words, is_bad=is_bad)
        self.setAccessibleName(" ".join(part for part in (label, words or hint) if part))
        self.setVisible(bool(label or hint or words))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As tall as it must be at its width."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    @override
    def heightForWidth(self, width: int) -> int:
        """The words may need more than one line."""
        return self._headline.height(width)

    @override
    def hasHeightForWidth(self) -> bool:
        """See above."""
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the words."""
        del event
        painter = QPainter(self)
        self._headline.paint(painter, self.width())
        painter.end()
