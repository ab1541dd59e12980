"""What this person did and the hub did not take, each with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QListView, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.team import HubRefusal
from reviewer_app.ui.errors import said
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import label, plain_tip
from reviewer_app.ui.wording import Clock, time_words

ROWS_AT_MOST = 6

KINDS = {
    "decision": mark("Decision"),
    "decline": mark("Decline"),
    "escalation": mark("Escalation"),
    "assignment": mark("Assignment"),
    "withdrawal": mark("Undo"),
    "policy": mark("Policy"),
    "item": mark("Item"),
}

_NOWHERE = QModelIndex()


class RefusedModel(QAbstractListModel):
    """A line for each: what it was, when, why it was not taken."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._refused: tuple[HubRefusal, ...] = ()

    def show_refused(self, refused: Sequence[HubRefusal]) -> None:
        """Lists these."""
        if tuple(refused) != self._refused:
            self.beginResetModel()
            self._refused = tuple(refused)
            self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._refused)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The line, and all of it as a tip."""
        if not index.isValid():
            return None
        line = self._line(self._refused[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return line
        return plain_tip(line) if role == Qt.ItemDataRole.ToolTipRole else None

    def _line(self, one: HubRefusal) -> str:
        kind = tr(KINDS[one.kind]) if one.kind in KINDS else revealed_line(one.kind)
        when = time_words(one.at, self._clock())
        return f"{kind}, {when}: {revealed_line(said(one.reason))}"


class RefusedCard(Card):
    """Not there while the hub took everything."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(tr("Not taken by the hub"), parent)
        self.model = RefusedModel(clock, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Not taken by the hub"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.words = label()
        self.words.setWordWrap(True)
        self.body.addWidget(self.words)
        self.body.addWidget(self.list)

    def show_refused(self, refused: Sequence[HubRefusal], total: int) -> None:
        """Shows what was not taken."""
        self.model.show_refused(refused)
        self.setVisible(bool(refused))
        if not refused:
            return
        self.words.setText(
            tr(
                "%Ln of what you did stays on this machine alone. Nothing else is held up by it; "
                "ask a lead where a reason is not clear.",
                "acts",
                total,
            )
        )
        row = max(20, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(row * min(ROWS_AT_MOST, len(refused)) + 4)
