"""The marked spans of an output: painted in its text, listed below it, added and removed."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reviewer_app.domain.records import Span
from reviewer_app.domain.resolution import Opinion
from reviewer_app.domain.stretches import Stretch, cut_to, next_after, trimmed
from reviewer_app.ui.review.spans.choice import SpanChoice, SpanHint
from reviewer_app.ui.review.spans.list import HEIGHT, ROW, SpanList, meaning_of, number_of, rows_of
from reviewer_app.ui.review.spans.marked_text import (
    Marked,
    TextView,
    bring_into_sight,
    paint,
    selected,
    shows,
)
from reviewer_app.ui.review.spans.marking import Marking, deselect
from reviewer_app.ui.widgets.reader import EDGE, PlainReader, Reader
from reviewer_app.ui.widgets.safe_text import SafeText


class Spans(QWidget):
    """Holds the spans of the output that is shown, and the mode in which one is selected.

    `edited` follows when a person adds or removes one, `marked` names the error type of a new
    one, `source_wanted` asks for the text as it came where another view of it is shown, and
    `left` gives the keyboard back. `hint` says with which keys, wherever it is put.
    """

    edited = Signal()
    marked = Signal(str)
    source_wanted = Signal()
    left = Signal()
    asking_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._output = ""
        self._types: tuple[str, ...] = ()
        self._spans: list[Span] = []
        self._notes: list[str] = []
        self._is_open = False
        self._current = -1
        self._texts: list[SafeText] = []
        self._picked: TextView | None = None
        self.hint = SpanHint()
        self._is_quiet = False
        self.marking, self.choice, self.list = Marking(self), SpanChoice(), SpanList()
        self._lay_out()
        self.marking.moved.connect(self._ask)
        self.marking.confirmed.connect(self._confirm)
        self.marking.abandoned.connect(lambda: QTimer.singleShot(0, self, self._look_after))
        self.choice.chosen.connect(self.mark)
        self.list.wanted.connect(self.show_span)
        self.list.removed.connect(self.remove)

    def watch(self, text: SafeText) -> None:
        """Paints on this text whenever it shows the output as it came, and listens to it."""
        self._texts.append(text)
        text.shown.connect(self._text_shown)
        views: list[TextView] = [*text.findChildren(Reader), *text.findChildren(PlainReader)]
        for view in views:
            view.picked.connect(lambda view=view: self._pick(view))

    def show_output(
        self, output: str, error_types: Sequence[str], spans: Iterable[Span], *, is_open: bool
    ) -> None:
        """Shows another output with what was marked in it before."""
        self._forget_mode()
        self._output, self._types, self._is_open = output, tuple(error_types), is_open
        self.choice.offer(error_types)
        self.restore(spans)

    def show_opinions(self, opinions: Iterable[Opinion]) -> None:
        """Shows the spans of decisions, with the names of who marked them; none can be removed."""
        said = [(span, o.person) for o in opinions for span in o.decision.spans]
        self._is_open = False
        self.restore((span for span, _ in said), [person for _, person in said])

    def set_quiet(self, *, is_quiet: bool) -> None:
        """Keeps the keys of marking to itself while something else is being done."""
        self._is_quiet = is_quiet
        self._show_or_hide()

    def restore(self, spans: Iterable[Span], notes: Sequence[str] = ()) -> None:
        """Puts these spans in the place of those that are held; a note names who marked each."""
        self._spans = list(spans)
        self._notes = list(notes)
        self._current = -1
        self._show()

    @property
    def spans(self) -> tuple[Span, ...]:
        """What a person has marked; nothing where the spans are those of earlier decisions."""
        return tuple(self._spans) if self._is_open else ()

    @property
    def error_types(self) -> tuple[str, ...]:
        """The error types that spans are marked with."""
        return tuple(dict.fromkeys(span.error_type for span in self.spans if span.error_type))

    @property
    def is_asking(self) -> bool:
        """Whether the row that asks is open, and a digit would choose in it."""
        return self.marking.view is not None or self._picked is not None

    @property
    def has_view(self) -> bool:
        """Whether the output as it came is in sight, so that it can be marked."""
        return self._view() is not None

    def begin(self) -> bool:
        """Turns to marking, or confirms the start or the end in it; whether that was possible."""
        if not self._is_open:
            return False
        if self.marking.view is not None:
            self.marking.confirm()
            return True
        if self._view() is None:
            self.source_wanted.emit()
        view = self._view()
        if view is not None:
            self._picked = None
            self.marking.begin(view)
        return view is not None

    def press(self, digit: int) -> bool:
        """Marks what is selected with the error type of this number; whether it was taken."""
        if not self.is_asking:
            return False
        if digit <= len(self._types):
            self.mark(self._types[digit - 1])
        return True

    def mark(self, error_type: str = "") -> None:
        """Marks what is selected; without an error type where the step has none."""
        view = self.marking.view or self._picked
        stretch = cut_to(selected(view), len(self._output)) if view else Stretch(0, 0)
        if stretch.is_empty:
            return
        stretch = trimmed(stretch, self._output)
        made = Span(start=stretch.start, end=stretch.end, error_type=error_type)
        if made not in self._spans:
            self._spans.append(made)
            self._spans.sort(key=lambda span: (span.start, span.end))
        self._show()
        self.leave()
        if error_type:
            self.marked.emit(error_type)
        self.edited.emit()

    def leave(self) -> bool:
        """Leaves marking; whether it was on."""
        was_asking = self.is_asking
        self._forget_mode()
        if was_asking:
            self.left.emit()
        return was_asking

    def go(self, step: int) -> bool:
        """Shows the next span (`step` 1) or the one before (-1), round the end; if there is one."""
        if not self._spans:
            return False
        if self._current < 0:
            view = self._view()
            here = selected(view).start if view is not None else -1
            at = next_after([span.start for span in self._spans], here - (step > 0), step)
        else:
            at = (self._current + step) % len(self._spans)
        self.show_span(at)
        self.list.take_keyboard(at)
        return True

    def show_span(self, index: int) -> None:
        """Scrolls to a span and sets it off from the others."""
        if self._view() is None:
            self.source_wanted.emit()
        self._current = index
        self._paint()
        view, span = self._view(), self._spans[index]
        if view is not None:
            bring_into_sight(view, Stretch(span.start, span.end))

    def remove(self, index: int) -> None:
        """Removes a span; what was said to be wrong beside it stays said."""
        if not self._is_open:
            return
        del self._spans[index]
        self._current = -1
        had_keyboard = self.list.has_keyboard()
        self._show()
        if self._spans and had_keyboard:
            self.list.take_keyboard(index)
        else:
            self.left.emit()
        self.edited.emit()

    def set_room(self, height: int) -> None:
        """Lists as many spans as a desk of this height has room for; the others scroll."""
        self.list.set_limit(max(ROW, min(HEIGHT, (height - 420) // 4)))

    def refresh(self) -> None:
        """Paints the same in the colours now in force."""
        self._paint()
        self.update()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 0, EDGE, 0)
        column.setSpacing(6)
        column.addWidget(self.choice)
        column.addWidget(self.list)
        self.hide()

    def _view(self) -> TextView | None:
        """The view in sight that shows the output as it came."""
        for text in self._texts:
            if not text.isHidden() and text.isVisibleTo(self.window()):
                view = text.area
                if shows(view, self._output):
                    return view
        return None

    def _show(self) -> None:
        rows = rows_of(self._spans, self._output, self._types, self._notes)
        self.list.show_rows(rows)
        self._show_or_hide()
        self._paint()

    def _paint(self) -> None:
        marks = [
            Marked(
                Stretch(span.start, span.end),
                meaning_of(span, self._types),
                max(0, number_of(span, self._types) - 1),
                index == self._current,
            )
            for index, span in enumerate(self._spans)
        ]
        for text in self._texts:
            paint(text.area, marks if shows(text.area, self._output) else [])

    def _text_shown(self) -> None:
        if self.marking.view is not None and self._view() is not self.marking.view:
            self.leave()
        self._picked = None
        self._show_or_hide()
        self._paint()

    def _pick(self, view: TextView) -> None:
        """The pointer selected something: asks what is wrong with it, or asks no more."""
        if self.marking.view is not None:
            self._ask()
            return
        can_ask = self._is_open and view.textCursor().hasSelection() and shows(view, self._output)
        self._picked = view if can_ask else None
        self._ask() if can_ask else self._show_or_hide()

    def _ask(self) -> None:
        view = self.marking.view or self._picked
        if view is not None:
            has_start = self.marking.has_start
            self.choice.ask(is_selected=view.textCursor().hasSelection(), has_start=has_start)
            self._show_or_hide()
            QTimer.singleShot(0, view, view.ensureCursorVisible)

    def _confirm(self) -> None:
        if not self._types:
            self.mark()

    def _look_after(self) -> None:
        """The keyboard left the text: for the choices below it, or for good."""
        focused = QApplication.focusWidget()
        is_choosing = focused is not None and self.choice.isAncestorOf(focused)
        if focused is not self.marking.view and not is_choosing:
            self._forget_mode()

    def _show_or_hide(self) -> None:
        if self.choice.isHidden() is self.is_asking:
            self.choice.setVisible(self.is_asking)
            self.asking_changed.emit()
        self.setVisible(self.is_asking or bool(self._spans))
        can_mark = self._is_open and not self._is_quiet
        self.hint.show_for(can_mark=can_mark, has_spans=bool(self._spans))

    def _forget_mode(self) -> None:
        picked, self._picked = self._picked, None
        self.marking.leave()
        if picked is not None:
            deselect(picked)
        self._show_or_hide()
