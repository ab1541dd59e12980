"""The palette: every action, view and workflow, found by a few letters and taken by Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.widgets.paint import draw_keycap, keycap_height, keycap_width

WIDTH, ROWS = 560, 11
SHOWN_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be done or gone to: its words, its kind, its key."""

    words: str
    kind: str
    act: Callable[[], None]
    keys: str = ""
    is_enabled: bool = True


def score(words: str, typed: str) -> int | None:
    """How well words fit what was typed, the more the better; None where they do not.

    The letters must occur in order; beginnings of words and unbroken stretches count more.
    """
    text, wanted = words.casefold(), "".join(typed.casefold().split())
    total, place, previous = 0, -1, -2
    for letter in wanted:
        starts = [i for i in range(place + 1, len(text)) if text[i] == letter]
        if not starts:
            return None
        at_word = [i for i in starts if i == 0 or not text[i - 1].isalnum()]
        unbroken = place + 1 if place + 1 in starts else None
        place = unbroken if unbroken is not None else (at_word or starts)[0]
        total += 8 if place == previous + 1 else 5 if place in at_word else 1
        previous = place
    return total * 10 - len(text)


def found(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices that fit, best first; all of them, in their order, while nothing is typed."""
    if not typed.strip():
        return list(choices)[:SHOWN_AT_MOST]
    scored = ((score(f"{c.words} {c.kind}", typed), i, c) for i, c in enumerate(choices))
    fitting = [(points, i, c) for points, i, c in scored if points is not None]
    fitting.sort(key=lambda entry: (-entry[0], entry[1]))
    return [c for _, _, c in fitting[:SHOWN_AT_MOST]]


class Palette(QFrame):
    """A field and the list of what fits, over the window. Keys are all it needs.

    `typed` carries what is typed, for whoever finds more that fits and adds it.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.field = TextField(tr("Find an action"), tr("Find an action, a view, a workflow …"))
        self.list = _choice_list()
        self._words = QStringListModel(self)
        self.list.setModel(self._words)
        self._delegate = _Row(self)
        self.list.setItemDelegate(self._delegate)
        self._choices: Sequence[Choice] = ()
        self.fitting: list[Choice] = []
        self._before: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.hide()

    def open_with(self, choices: Sequence[Choice], asks: str = "") -> None:
        """Opens over the window with these choices; `asks` says what else may be typed."""
        self._choices = choices
        self.field.setPlaceholderText(asks or tr("Find an action, a view, a workflow …"))
        window = self.parentWidget()
        self._before = window.focusWidget() if window else None
        self.field.clear()
        self._narrow("")
        if window is not None:
            width = min(WIDTH, window.width() - 40)
            self.setFixedWidth(width)
            self.move((window.width() - width) // 2, 84)
        self.show()
        self.raise_()
        self.field.setFocus()

    def add(self, typed: str, choices: Sequence[Choice]) -> None:
        """Lists what was found for a text behind the rest, if it still is what is typed."""
        if choices and not self.isHidden() and typed == self.field.text():
            row = self.list.currentIndex().row()
            self._list([*self.fitting, *choices])
            self._move(max(0, row))

    def close_palette(self) -> None:
        """Closes; the keyboard goes back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list, Enter takes, Esc and leaving the field close."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        row = self.list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down:
                self._move(row + 1)
            case Qt.Key.Key_Up:
                self._move(row - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(row)
            case Qt.Key.Key_Escape:
                self.close_palette()
            case _:
                return False
        return True

    def _move(self, row: int) -> None:
        if self.fitting:
            self.list.setCurrentIndex(self._words.index(row % len(self.fitting)))

    def _narrow(self, typed: str) -> None:
        self._list(found(self._choices, typed))
        self._move(0)
        self.typed.emit(typed)

    def _list(self, choices: Sequence[Choice]) -> None:
        self.fitting = list(choices)
        self._words.setStringList([f"{choice.words}, {choice.kind}" for choice in self.fitting])
        rows = max(1, min(ROWS, len(self.fitting)))
        self.list.setFixedHeight(rows * self._delegate.height())
        self.adjustSize()

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.fitting) and self.fitting[row].is_enabled:
            choice = self.fitting[row]
            self.close_palette()
            choice.act()


def _choice_list() -> QListView:
    made = QListView()
    made.setAccessibleName(tr("What fits"))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setUniformItemSizes(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


class _Row(QStyledItemDelegate):
    """A choice: words at the left, kind and key at the right."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self._palette = palette

    def height(self) -> int:
        """The height of a row."""
        return QFontMetrics(font(Role.BODY)).height() + 14

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        """One line and the room around it."""
        del option, index
        return QSize(100, self.height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Paints one row; what cannot be done now is muted."""
        choice = self._palette.fitting[index.row()]  # type: ignore[attr-defined]  # Qt hands an index
        area: QRect = option.rect
        is_current = option.state & QStyle.StateFlag.State_Selected
        theme, mirror = tokens(), Mirror(area, option.direction)
        painter.save()
        if is_current:
            painter.fillRect(area, theme.color("selection"))
            edge = QRect(area.x(), area.y(), 3, area.height())
            painter.fillRect(mirror.place(edge), theme.color("accent"))
        inner = area.adjusted(12, 0, -10, 0)
        if choice.keys:
            width, height = keycap_width(choice.keys), keycap_height()
            cap = QRect(inner.right() - width, inner.center().y() - height // 2, width, height)
            muted, line = theme.color("muted"), theme.color("line")
            draw_keycap(painter, mirror.place(cap), choice.keys, muted, line)
            inner.setRight(cap.left() - 10)
        _paint_words(painter, inner, choice, mirror)
        painter.restore()


def _paint_words(painter: QPainter, area: QRect, choice: Choice, mirror: Mirror) -> None:
    """The kind at the end, and as much of the words as there is room for."""
    theme = tokens()
    painter.setFont(font(Role.CAPTION))
    painter.setPen(theme.color("muted"))
    painter.drawText(mirror.place(area), mirror.end, choice.kind)
    area.setRight(area.right() - painter.fontMetrics().horizontalAdvance(choice.kind) - 12)
    painter.setFont(font(Role.BODY))
    painter.setPen(theme.color("text" if choice.is_enabled else "muted"))
    cut = Qt.TextElideMode.ElideRight
    words = painter.fontMetrics().elidedText(choice.words, cut, area.width())
    painter.drawText(mirror.place(area), mirror.start, words)
