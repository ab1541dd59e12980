"""How an entry looks in the list: two lines, what it says and where it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.vocabulary import Status
from reviewer_app.ui.language import tr
from reviewer_app.ui.queue.model import EntryRole
from reviewer_app.ui.queue.picks import Picks
from reviewer_app.ui.theme.density import room
from reviewer_app.ui.theme.fonts import Role, font
from reviewer_app.ui.theme.tokens import Tokens, tokens
from reviewer_app.ui.vocabulary_words import done_word, word_of
from reviewer_app.ui.widgets.mirror import Mirror
from reviewer_app.ui.wording import (
    CRUMB,
    MEANING_OF_RISK,
    MEANING_OF_VERDICT,
    Clock,
    due_words,
    figure,
)

LEFT, RIGHT = 14, 12
MARK = 12
"""Width of the mark of what is picked: it stands before the words."""

EDGE = 3
"""Width of the mark at the left of the current row."""


class EntryDelegate(QStyledItemDelegate):
    """Paints entries, and quiet bars for those that are on their way."""

    def __init__(self, clock: Clock, picks: Picks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._picks = clock, picks

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines and the room around them."""
        del option, index
        first, second = QFontMetrics(font(Role.STRONG)), QFontMetrics(font(Role.CAPTION))
        return QSize(200, first.height() + second.height() + _gap() + 2 * _top())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one row."""
        theme = tokens()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        mirror = Mirror(area, option.direction)
        painter.setLayoutDirection(option.direction)
        entry = index.data(EntryRole.ENTRY)
        self._paint_ground(painter, area, state, mirror)
        if isinstance(entry, QueueEntry) and entry.item_id in self._picks:
            _paint_mark(painter, mirror.place(QRect(area.x(), area.y(), MARK, area.height())))
        inner = mirror.place(area.adjusted(LEFT, _top(), -RIGHT, -_top())).toRect()
        if isinstance(entry, QueueEntry):
            words, color = _state_of(entry, theme, is_covered=bool(index.data(EntryRole.COVERED)))
            excerpt = str(index.data(EntryRole.EXCERPT))
            self._paint_entry(painter, inner, entry, (excerpt, words, color))
        else:
            _paint_bars(painter, inner, theme)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRect, state: QStyle.StateFlag, mirror: Mirror
    ) -> None:
        theme = tokens()
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if is_current:
            painter.fillRect(area, theme.color("selection"))
            edge = QRect(area.x(), area.y(), EDGE, area.height())
            painter.fillRect(mirror.place(edge), theme.color("accent"))
        elif is_hovered:
            painter.fillRect(area, theme.color("window"))
        line = QRect(area.x() + LEFT, area.bottom(), area.width() - LEFT, 1)
        painter.fillRect(mirror.place(line), theme.color("line"))
        if is_current and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_entry(
        self, painter: QPainter, area: QRect, entry: QueueEntry, told: tuple[str, str, QColor]
    ) -> None:
        theme, now = tokens(), self._clock()
        excerpt, state, color = told
        strong, caption = font(Role.STRONG), font(Role.CAPTION)
        caption.setWeight(QFont.Weight.Normal)
        first = QRect(area.x(), area.y(), area.width(), QFontMetrics(strong).height())
        second = QRect(first)
        second.moveTop(first.bottom() + 1 + _gap())
        second.setHeight(QFontMetrics(caption).height())
        is_late = bool(entry.due_at and entry.due_at < now and entry.verdict is None)
        due = due_words(entry.due_at, now) if entry.verdict is None else ""
        room = _right(painter, first, due, caption, theme.color("bad" if is_late else "muted"))
        painter.setPen(theme.color("text" if entry.excerpt else "muted"))
        _left(painter, first, isolated(excerpt), strong, room)
        room = _right(painter, second, state, font(Role.PILL), color)
        agent = " ".join(p for p in (entry.agent, entry.model_version) if p)
        place = f"{isolated(entry.workflow)} {CRUMB} {isolated(entry.step)}"
        words = f"{place}  ·  {isolated(agent)}" if agent else place
        painter.setPen(theme.color("muted"))
        _left(painter, second, words, caption, room)


def _state_of(entry: QueueEntry, theme: Tokens, *, is_covered: bool) -> tuple[str, QColor]:
    """Risk and confidence, or what was decided; of what is judged blind only that it is."""
    if entry.verdict is not None and entry.status is Status.RESOLVED:
        return done_word(entry.verdict), theme.color(MEANING_OF_VERDICT[entry.verdict])
    if is_covered:
        return tr("blind"), theme.color("muted")
    meaning, word = MEANING_OF_RISK[entry.risk], word_of(entry.risk)
    if entry.selected_by == "audit":
        meaning, word = "info", tr("audit")
    if entry.status in (Status.ESCALATED, Status.DISPUTED):
        meaning = "violet" if entry.status is Status.ESCALATED else "warn"
        word = word_of(entry.status)
    confidence = tr("no conf.") if entry.confidence is None else figure(entry.confidence, 2)
    return f"{word}  {confidence}", theme.color("muted" if meaning == "plain" else meaning)


def _paint_mark(painter: QPainter, area: QRect | QRectF) -> None:
    """The mark of an item that is picked: a tick at its edge, on a ground of its own."""
    theme = tokens()
    painter.fillRect(area, theme.color("accent"))
    painter.setPen(theme.color("on_accent"))
    painter.setFont(font(Role.PILL))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), "✓")


def _top() -> int:
    return room(9, 4)


def _gap() -> int:
    return room(7, 2)


def _right(painter: QPainter, area: QRect, text: str, made: QFont, color: QColor) -> int:
    painter.setFont(made)
    painter.setPen(color)
    painter.drawText(area, Mirror(area, painter.layoutDirection()).end, text)
    return QFontMetrics(made).horizontalAdvance(text) + 10 if text else 0


def _left(painter: QPainter, area: QRect, text: str, made: QFont, room: int) -> None:
    painter.setFont(made)
    place = area.adjusted(0, 0, -room, 0)
    shown = QFontMetrics(made).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    mirror = Mirror(area, painter.layoutDirection())
    painter.drawText(mirror.place(place), mirror.start, shown)


def _paint_bars(painter: QPainter, area: QRect, theme: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("raised"))
    mirror = Mirror(area, painter.layoutDirection())
    upper = QRectF(area.x(), area.y() + 2, area.width() * 0.7, 11)
    lower = QRectF(area.x(), area.bottom() - 12, area.width() * 0.4, 9)
    for bar in (upper, lower):
        painter.drawRoundedRect(mirror.place(bar), 4, 4)
