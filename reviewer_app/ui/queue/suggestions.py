"""The list under the search box: what may come next at the cursor, taken by Tab or Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.search.completion import Suggestion
from reviewer_app.ui.errors import said
from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens

ROWS, NARROWEST = 9, 340


class Suggestions(QFrame):
    """Floats over the window below a field that keeps the keyboard; `taken` carries a choice."""

    taken = Signal(object)
    wanted = Signal()

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self._field = field
        self.shown: Sequence[Suggestion] = ()
        self._words = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._words)
        self._row = _Row(self)
        self.list.setItemDelegate(self._row)
        self.list.setAccessibleName(tr("What may come next"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        field.installEventFilter(self)
        self.hide()

    def offer(self, suggestions: Sequence[Suggestion], *, choose: bool) -> None:
        """Shows these below the field; with `choose` the first is ready for Enter."""
        self.shown = suggestions
        self._words.setStringList([f"{revealed_line(s.text)} {said(s.says)}" for s in suggestions])
        if not suggestions or not self._field.hasFocus():
            self.hide()
            return
        self.list.setCurrentIndex(self._words.index(0) if choose else QModelIndex())
        self._place()
        self.show()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move, Tab and Enter take, Esc and leaving the field close."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and not self.isHidden():
            if event.type() is QEvent.Type.ShortcutOverride and event.key() in _KEYS:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                return self._press(event)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._ask(event)
        return super().eventFilter(watched, event)

    def _ask(self, event: QKeyEvent) -> bool:
        """The arrow down opens the list where it is closed."""
        if event.key() != Qt.Key.Key_Down:
            return False
        self.wanted.emit()
        return True

    def _press(self, event: QKeyEvent) -> bool:
        row = self.list.currentIndex().row()
        act: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Down: lambda: self._move(row + 1),
            Qt.Key.Key_Up: lambda: self._move(row - 1 if row >= 0 else len(self.shown) - 1),
            Qt.Key.Key_Tab: lambda: self._take(max(0, row)),
            Qt.Key.Key_Escape: self.hide,
        }
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.hide() if row < 0 else self._take(row)
            return row >= 0
        if event.key() not in act:
            return False
        act[event.key()]()
        return True

    def _move(self, row: int) -> None:
        if self.shown:
            self.list.setCurrentIndex(self._words.index(row % len(self.shown)))

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.shown):
            chosen = self.shown[row]
            self.hide()
            self.taken.emit(chosen)

    def _place(self) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        rows = min(ROWS, len(self.shown))
        self.list.setFixedHeight(rows * self._row.height())
        self.setFixedWidth(max(self._field.width(), NARROWEST))
        self.adjustSize()
        self.move(self._field.mapTo(window, QPoint(0, self._field.height() + 3)))


_KEYS = frozenset(
    {
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)


class _Row(QStyledItemDelegate):
    """A suggestion: what it reads at the left, the line about it at the right."""

    def __init__(self, owner: Suggestions) -> None:
        super().__init__(owner)
        self._owner = owner

    def height(self) -> int:
        """The height of a row."""
        return QFontMetrics(font(Role.BODY)).height() + 8

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line and the room around it."""
        del option, index
        return QSize(100, self.height())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one row."""
        suggestion, theme = self._owner.shown[index.row()], tokens()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("selection"))
            painter.fillRect(QRect(area.x(), area.y(), 3, area.height()), theme.color("accent"))
        inner = area.adjusted(10, 0, -10, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        text, made = revealed_line(suggestion.text), font(Role.STRONG)
        painter.setFont(made)
        painter.setPen(theme.color("text"))
        elided = QFontMetrics(made).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignLeading), elided)
        rest = inner.adjusted(QFontMetrics(made).horizontalAdvance(elided) + 12, 0, 0, 0)
        caption = font(Role.CAPTION)
        painter.setFont(caption)
        painter.setPen(theme.color("muted"))
        says = QFontMetrics(caption).elidedText(
            said(suggestion.says), Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, int(middle | Qt.AlignmentFlag.AlignTrailing), says)
        painter.restore()
