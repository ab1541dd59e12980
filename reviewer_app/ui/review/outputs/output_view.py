"""Any output to look at: the widget that its kind asks for, one at a time."""

from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.review.outputs.code_view import CodeView
from reviewer_app.ui.review.outputs.table_view import TableView
from reviewer_app.ui.review.outputs.thread import Thread
from reviewer_app.ui.review.outputs.views import View
from reviewer_app.ui.review.timeline.view import StepList
from reviewer_app.ui.widgets.safe_text import SafeText

OPENED = 40
"""Calls up to which all are open at first: what they were given is what is judged."""

LEAST_HEIGHT = 28
"""Pixels that rows keep: little, so that a short text takes no more room than it needs."""


class OutputView(QStackedWidget):
    """Shows a view as text, thread, code, table or steps; `name` is what a screen reader says."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = SafeText(name)
        self.thread_view = Thread(tr("{name}, as a thread", name=name))
        self.code = CodeView(tr("{name}, as code", name=name))
        self.table = TableView(tr("{name}, as a table", name=name))
        self.steps = StepList(tr("{name}, as steps", name=name))
        for widget in (self.text, self.thread_view, self.code, self.table, self.steps):
            self.addWidget(widget)
        for rows in (self.table, self.steps):
            rows.setMinimumHeight(LEAST_HEIGHT)
        self._view: View | None = None

    def show_view(self, view: View) -> None:
        """Shows one of the ways to look at an output."""
        self._view = view
        if view.turns:
            self.thread_view.show_turns(view.turns)
            self.setCurrentWidget(self.thread_view)
        elif view.trace:
            self.steps.show_trace(view.trace)
            if len(view.trace.steps) <= OPENED:
                self.steps.toggle_all()
            self.setCurrentWidget(self.steps)
        elif view.table is not None:
            self.table.show_table(view.table)
            self.setCurrentWidget(self.table)
        elif view.is_code:
            self.code.show_code(view.text, view.language)
            self.setCurrentWidget(self.code)
        else:
            self.text.show_text(view.text, view.setting)
            self.setCurrentWidget(self.text)

    def set_again(self) -> None:
        """Shows the same in the size and colours now in force."""
        shown = self.currentWidget()
        if self._view is None:
            return
        if shown is self.text:
            self.text.refresh()
        elif isinstance(shown, CodeView | TableView | Thread | StepList):
            shown.refresh()

    def wanted_height(self) -> int | None:
        """The height at which all of a plain output is seen; None where it takes all there is."""
        shown = self.currentWidget()
        if isinstance(shown, SafeText | TableView | StepList):
            return shown.wanted_height()
        return self.thread_view.wanted_height()

    def scroll_area(self) -> QAbstractScrollArea:
        """What pages when the output is paged."""
        shown = self.currentWidget()
        if isinstance(shown, SafeText):
            return shown.area
        return shown if isinstance(shown, QAbstractScrollArea) else self.thread_view
