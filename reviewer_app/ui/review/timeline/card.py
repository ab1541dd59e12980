"""The card "What the agent did": the timeline of a run, its totals, and its source."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from reviewer_app.domain.json.layout import indented_json
from reviewer_app.domain.traces.trace import Trace
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.timeline.delegate import row_height
from reviewer_app.ui.review.timeline.view import StepList
from reviewer_app.ui.review.timeline.words import totals_words
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.keycap import ActionKeycap
from reviewer_app.ui.widgets.labels import ElidedLabel
from reviewer_app.ui.widgets.paint import focus_ring
from reviewer_app.ui.widgets.pressable import Pressable
from reviewer_app.ui.widgets.safe_text import HEAD, SafeText, Setting

SHARE = 0.30
"""The share of the window's height that the steps take at most; the output needs the rest."""

OPEN_FROM = 860
"""Height of the window from which a trace is open at first; in a lower one its title tells."""

LEAST_ROWS, MOST_ROWS = 3, 14


class Timeline(Card):
    """Shows a run; as a whole it closes to its title, and it never pushes the output away."""

    def __init__(self, actions: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(tr("What the agent did"), parent)
        self.opener = _Opener()
        self.totals = ElidedLabel("caption")
        self.all_link, self.tools_link = Link(tr("open all")), Link(tr("only tool calls"))
        self.source_link = Link(tr("source"))
        self.list = StepList(tr("What the agent did"))
        self.source = SafeText(tr("The source of the trace"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.source)
        self.body.addWidget(self.stack)
        self._controls: list[QWidget] = []
        self._lay_out_head(actions)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._text, self._trace = "", Trace()
        self._wish: bool | None = None
        self.opener.clicked.connect(self._turn)
        self.all_link.clicked.connect(self.toggle_all)
        self.tools_link.clicked.connect(self.toggle_tools)
        self.source_link.clicked.connect(self.toggle_source)
        self.list.rows_changed.connect(self._fit)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the steps are shown, not the title alone."""
        return self.opener.isChecked()

    def show_trace(self, text: str | None, trace: Trace) -> None:
        """Shows a run, its source where no steps could be read, or nothing where there is none."""
        self._text, self._trace = text or "", trace
        self.setVisible(bool(text))
        self.totals.show_line(totals_words(trace) if trace else "")
        self.list.steps.show_only_tools(only=False)
        self.list.show_trace(trace)
        self.source.show_text("")
        if trace or not text:
            self.stack.setCurrentWidget(self.list)
        else:
            self._show_source()
        has_room = self.window().height() >= OPEN_FROM
        self.set_open(is_open=has_room if self._wish is None else self._wish)

    def set_open(self, *, is_open: bool) -> None:
        """Opens or closes the card as a whole."""
        self.opener.setChecked(is_open)
        self.stack.setVisible(is_open)
        self._say_state()

    def toggle_all(self) -> None:
        """Opens every step, or closes them where all are open."""
        self._show_steps()
        self.list.toggle_all()
        self._say_state()

    def toggle_tools(self) -> None:
        """Lists tool calls alone, or all steps again."""
        self._show_steps()
        self.list.toggle_tools()
        self._say_state()

    def toggle_source(self) -> None:
        """Shows the trace as it came, or its steps again."""
        if self.stack.currentWidget() is self.list:
            self._show_source()
        elif self._trace:
            self.stack.setCurrentWidget(self.list)
        self.set_open(is_open=True)

    def refresh(self) -> None:
        """Shows the same in the size and colours now in force."""
        self.list.refresh()
        self.source.refresh()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follows the height of the window."""
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Learns the height of the window."""
        super().showEvent(event)
        self._fit()

    def _turn(self) -> None:
        """The person opened or closed it: the traces that follow are shown the same way."""
        self._wish = self.is_open
        self.set_open(is_open=self._wish)

    def _show_steps(self) -> None:
        if self._trace:
            self.stack.setCurrentWidget(self.list)
        self.set_open(is_open=True)

    def _show_source(self) -> None:
        """The trace laid out where that is quick, else as it came."""
        laid_out = indented_json(self._text) if len(self._text) <= 4 * HEAD else None
        self.source.show_text(laid_out or self._text, Setting.FIXED)
        self.stack.setCurrentWidget(self.source)

    def _say_state(self) -> None:
        is_listed = bool(self._trace) and self.stack.currentWidget() is self.list
        for control in self._controls:
            control.setVisible(self.is_open and bool(self._trace))
        self.source_link.setVisible(self.is_open and bool(self._trace))
        _rename(self.source_link, tr("source") if is_listed else tr("steps"))
        all_open = bool(self._trace) and self.list.steps.are_all_open
        _rename(self.all_link, tr("close all") if all_open and self.is_open else tr("open all"))
        only = self.list.steps.has_only_tools
        _rename(self.tools_link, tr("all steps") if only else tr("only tool calls"))
        self._fit()

    def _fit(self) -> None:
        """As high as the rows need, up to its share of the window."""
        most = int(self.window().height() * SHARE) // row_height()
        rows = max(LEAST_ROWS, min(MOST_ROWS, most))
        if self.stack.currentWidget() is self.list:
            rows = min(rows, max(1, self.list.steps.rowCount()))
        height = rows * row_height() + 2
        if self.stack.minimumHeight() != height or self.stack.maximumHeight() != height:
            self.stack.setFixedHeight(height)
            self.updateGeometry()

    def _lay_out_head(self, actions: tuple[str, ...]) -> None:
        self.head.insertWidget(0, self.opener)
        self.head.insertSpacing(2, 4)
        self.head.insertWidget(3, self.totals)
        for place, link in enumerate((self.all_link, self.tools_link)):
            self.head.addWidget(link)
            controls: list[QWidget] = [link]
            if place < len(actions):
                cap = ActionKeycap(actions[place])
                self.head.addWidget(cap)
                controls.append(cap)
            self._controls += controls if place else []
        self.head.addWidget(self.source_link)


class _Opener(Pressable):
    """The mark before the title that opens and closes the card."""

    def __init__(self) -> None:
        super().__init__(tr("Show what the agent did"))
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Room for the mark and its ring."""
        return QSize(16, 16)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the mark: down where open, to the right where closed."""
        del event
        painter = QPainter(self)
        painter.setPen(tokens().color("text" if self.underMouse() else "muted"))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignCenter, "▾" if self.isChecked() else "▸"
        )
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 4, tokens().color("accent"))
        painter.end()


def _rename(link: Link, text: str) -> None:
    link.setText(text)
    link.setAccessibleName(text)
    link.updateGeometry()
