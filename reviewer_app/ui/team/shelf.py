"""Where decisions stand side by side, and the difference between two corrections below them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout
from typing_extensions import override

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.services.disputes import Case
from reviewer_app.ui.language import tr
from reviewer_app.ui.team.side_card import FittedText
from reviewer_app.ui.widgets.labels import label

TWO = 2


class Shelf(QScrollArea):
    """The decisions side by side; more than fit are scrolled to."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Decisions"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Takes the height of the tallest decision."""
        inner = self.widget()
        if inner is not None:
            is_scrolled = inner.minimumSizeHint().width() > self.viewport().width()
            room = self.horizontalScrollBar().sizeHint().height() + 2 if is_scrolled else 0
            wanted = inner.sizeHint().height()
            if inner.hasHeightForWidth():
                wide = max(inner.minimumSizeHint().width(), self.viewport().width())
                wanted = inner.heightForWidth(wide)
            self.setFixedHeight(wanted + room)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Decisions that take another height, once their texts are set, get it."""
        found = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return found

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives another height."""
        super().resizeEvent(event)
        self.fit()


class Between(QFrame):
    """Where two people corrected: what their corrections have that differs."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self._words = label("", "caption")
        self._text = FittedText(tr("Difference between the two corrections"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 12, 7)
        column.setSpacing(3)
        column.addWidget(self._words)
        column.addWidget(self._text)
        self.hide()

    def show_case(self, case: Case) -> None:
        """Shows the difference, where there are two corrections that differ."""
        people = [s.opinion.person for s in case.sides if s.opinion.correction is not None]
        if len(people) == TWO:
            one, other = (isolated(name or tr("somebody")) for name in people)
            words = tr("From the correction of {one} to that of {other}:", one=one, other=other)
            self._words.setText(words)
        self._text.show_pieces(case.between)
        self._text.fit()
        self.setVisible(bool(case.between))
