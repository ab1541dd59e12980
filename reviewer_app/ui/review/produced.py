"""What the agent produced, to read or to put right: the largest thing on the desk."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QButtonGroup,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from reviewer_app.domain.differences import Piece, changes_in
from reviewer_app.domain.vocabulary import OutputType
from reviewer_app.services.desk import Desk
from reviewer_app.ui.actions import action
from reviewer_app.ui.review.outputs import View, views_of
from reviewer_app.ui.review.thread import Thread
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.chip import Tab
from reviewer_app.ui.widgets.correction import CorrectionEditor
from reviewer_app.ui.widgets.diff_view import DiffView
from reviewer_app.ui.widgets.keycap import Keycap
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.widgets.pill import Pill
from reviewer_app.ui.widgets.safe_text import SafeText
from reviewer_app.ui.wording import counted

READING, CORRECTING = "What the agent produced", "What the agent produced, as you correct it"
_FIXED = (OutputType.JSON, OutputType.CODE, OutputType.MESSAGES, OutputType.TOOL_CALLS)
_LEAST_HEIGHT = 90
"""Height below which the difference has its own tab alone."""

_BESIDE_FROM = 900
"""Width from which the difference stands beside the editor, not below it."""


CHROME = 60
"""Height of the card around its text."""


class Produced(Card):
    """The card with the output; while correcting, the editor and the difference."""

    edited = Signal()
    mode_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(READING, parent)
        self.text = SafeText("What the agent produced")
        self.thread_view = Thread("What the agent produced, as a thread")
        self.editor = CorrectionEditor()
        self.live = DiffView("The changes so far")
        self.changes = DiffView("All changes")
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(self.editor)
        self.split.addWidget(self.live)
        self.split.setSizes([600, 400])
        self.split.setHandleWidth(9)
        self.split.setChildrenCollapsible(False)
        self.stack = QStackedWidget()
        for view in (self.text, self.thread_view, self.split, self.changes):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack, 1)
        self.foot = _Foot()
        self.body.addWidget(self.foot)
        self._tabs = QButtonGroup(self)
        self._views: tuple[View, ...] = ()
        self._output, self._kind = "", OutputType.TEXT
        self.is_correcting = False
        self.editor.compared.connect(self._show_changes)
        self.editor.textChanged.connect(self._edited)
        self.editor.current_changed.connect(self._follow_change)

    def show_desk(self, desk: Desk) -> None:
        """Shows an output to read."""
        self._output, self._kind = desk.content.output, desk.item.output_type
        self._views = views_of(self._output, self._kind)
        self.end_correction()

    def begin_correction(self, text: str | None = None) -> None:
        """Turns to correcting, from the output or from a draft of it."""
        self.is_correcting = True
        self.rename(CORRECTING)
        self._offer(("Edit", "Changes", "Original"))
        start = self._output if text is None else text
        self.editor.begin(self._output, start, is_fixed=self._kind in _FIXED)
        self.foot.setVisible(True)
        self._show_tab(0)
        self.mode_changed.emit()

    def go_on(self) -> None:
        """Gives the keyboard back to a correction under way, such as one kept as a draft."""
        self._show_tab(0)

    def end_correction(self) -> None:
        """Turns back to reading."""
        self.is_correcting = False
        self.rename(READING)
        self.foot.setVisible(False)
        names = [view.name for view in self._views]
        self._offer(names if len(names) > 1 else ())
        self._show_tab(0)
        self.mode_changed.emit()

    def wanted_height(self) -> int | None:
        """The height at which all of a plain output is seen; None where it takes all there is."""
        is_plain = self.stack.currentWidget() is self.text and not self.is_correcting
        return CHROME + self.text.wanted_height() if is_plain else None

    def scroll_area(self) -> QAbstractScrollArea:
        """What pages when the output is paged."""
        shown = self.stack.currentWidget()
        if shown is self.text:
            return self.text.area
        if shown is self.split:
            return self.editor
        return self.changes if shown is self.changes else self.thread_view

    def refresh(self) -> None:
        """Shows the same in the size and colours now in force."""
        if self.is_correcting:
            self.editor.refresh_font()
            self._show_changes(self.editor.pieces)
        else:
            self._show_view(self._views[max(0, self._tabs.checkedId())]) if self._views else None

    def _offer(self, names: Sequence[str]) -> None:
        """Puts tabs of these names at the right of the title."""
        for tab in self._tabs.buttons():
            self._tabs.removeButton(tab)
            self.head.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        for index, name in enumerate(names):
            tab = Tab(name)
            self._tabs.addButton(tab, index)
            self.head.addWidget(tab)
            tab.clicked.connect(lambda _checked=False, index=index: self._show_tab(index))

    def _show_tab(self, index: int) -> None:
        if index < len(self._tabs.buttons()):
            self._tabs.button(index).setChecked(True)
        if not self.is_correcting:
            if self._views:
                self._show_view(self._views[index])
            return
        if index == 2:
            self._show_view(views_of(self._output, self._kind)[-1])
            return
        self.stack.setCurrentWidget((self.split, self.changes)[index])
        if index == 0:
            self.editor.setFocus()

    def _show_view(self, view: View) -> None:
        if view.turns:
            self.thread_view.show_turns(view.turns)
            self.stack.setCurrentWidget(self.thread_view)
        else:
            self.text.show_text(view.text, view.setting)
            self.stack.setCurrentWidget(self.text)

    def _show_changes(self, pieces: tuple[Piece, ...]) -> None:
        is_fixed = self._kind in _FIXED
        changes = changes_in(pieces)
        is_wide = self.width() >= _BESIDE_FROM
        has_room = self.stack.height() >= (_LEAST_HEIGHT if is_wide else 2 * _LEAST_HEIGHT)
        self.live.setVisible(bool(changes) and has_room)
        self.split.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
        for view in (self.live, self.changes):
            view.show_pieces(pieces, is_fixed=is_fixed)
        self.foot.count(len(changes))

    def _follow_change(self, index: int) -> None:
        self.live.go_to(index)
        self.changes.go_to(index)

    def _edited(self) -> None:
        if self.is_correcting:
            self.edited.emit()


class _Foot(QWidget):
    """How many changes there are, the keys to walk through them, and whether they are kept."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "caption")
        self.saved = Pill()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words)
        for name in ("correct.next_change", "correct.put_back"):
            row.addSpacing(8)
            row.addWidget(label(action(name).text.lower(), "caption"))
            row.addWidget(Keycap(action(name).keycap))
        row.addStretch(1)
        row.addWidget(self.saved)

    def count(self, changes: int) -> None:
        """Says how many changes there are."""
        self.words.setText(counted(changes, "change") if changes else "no change yet")
