"""The line below a field that was changed: what it was, and the way back."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from reviewer_app.domain.forms.fields import FieldKind
from reviewer_app.domain.forms.schema_faults import Fault
from reviewer_app.domain.json.changes import Change
from reviewer_app.ui.actions import action
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.form.caption import caption_font, caption_metrics
from reviewer_app.ui.review.form.words import before_words, remedy_words
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.widgets.pressable import Pressable

GAP = 5


class WasLine(QWidget):
    """Says what was there before, and offers to put it back or to put right what is wrong."""

    put_back = Signal(object)
    remedied = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead, self._before = "", ""
        self._change: Change | None = None
        self._fault: Fault | None = None
        self.remedy = Link("")
        self.back = _PutBack()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.remedy)
        row.addWidget(self.back)
        self.remedy.clicked.connect(lambda: self.remedied.emit(self._fault))
        self.back.clicked.connect(lambda: self.put_back.emit(self._change))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(
        self, change: Change | None, fault: Fault | None, kind: FieldKind, lead: str = ""
    ) -> None:
        """Says a change and offers a remedy; hides where there is neither."""
        self._change, self._fault = change, fault
        self._before = before_words(change, kind) if change else ""
        was_nothing = change is not None and not self._before
        words = tr("was empty") if was_nothing else tr("was")
        if change is not None and change.before is None:
            words = tr("was not there")
        self._lead = lead or (words if change else "")
        offered = remedy_words(fault) if fault else ""
        self.remedy.setText(offered)
        self.remedy.setAccessibleName(offered)
        self.remedy.updateGeometry()
        self.remedy.setVisible(bool(offered))
        self.back.setVisible(change is not None)
        self.setToolTip(plain_tip(self._before))
        self.setAccessibleName(" ".join(part for part in (self._lead, self._before) if part))
        self.setVisible(bool(offered) or change is not None)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """One line, with room for its links."""
        return QSize(super().sizeHint().width(), caption_metrics().height() + 5)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what was there, struck through on its ground."""
        del event
        if not self._lead:
            return
        theme, made, metrics = tokens(), caption_font(), caption_metrics()
        painter = QPainter(self)
        painter.setFont(made)
        painter.setPen(theme.color("muted"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self.rect(), middle, self._lead)
        left = metrics.horizontalAdvance(self._lead) + GAP
        links = (w for w in (self.remedy, self.back) if not w.isHidden())
        room = min((w.x() for w in links), default=self.width()) - left - GAP
        if self._before and room > 0:
            words = metrics.elidedText(self._before, Qt.TextElideMode.ElideRight, room)
            height = metrics.height()
            area = QRectF(left, (self.height() - height) / 2, 0, height)
            area.setWidth(metrics.horizontalAdvance(words) + 4)
            painter.fillRect(area, theme.color("removed"))
            made.setStrikeOut(True)
            painter.setFont(made)
            painter.drawText(area.adjusted(2, 0, 0, 0), middle, words)
        painter.end()


class _PutBack(Pressable):
    """Puts back what was there; its key does the same from the field, so Tab passes it by."""

    def __init__(self) -> None:
        super().__init__(tr("put back"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Room for the words and the key."""
        plain, bold = caption_metrics(), QFontMetrics(font(Role.HEADING))
        width = plain.horizontalAdvance(self.text()) + GAP + bold.horizontalAdvance(self._key())
        return QSize(width + 2, plain.height() + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the words, underlined under the pointer, and the key."""
        del event
        painter = QPainter(self)
        made = caption_font()
        made.setUnderline(self.underMouse())
        painter.setFont(made)
        painter.setPen(tokens().color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(middle | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.setFont(font(Role.HEADING))
        painter.drawText(self.rect(), int(middle | Qt.AlignmentFlag.AlignRight), self._key())
        painter.end()

    def _key(self) -> str:
        return action("correct.put_back").keycap
