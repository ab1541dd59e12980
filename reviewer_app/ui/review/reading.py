"""An output to read: the view that its kind asks for, one at a time."""

from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.review.outputs import View
from reviewer_app.ui.review.thread import Thread
from reviewer_app.ui.widgets.safe_text import SafeText


class Reading(QStackedWidget):
    """Shows a view of an output; `name` is what a screen reader calls it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = SafeText(name)
        self.thread_view = Thread(tr("{name}, as a thread", name=name))
        for widget in (self.text, self.thread_view):
            self.addWidget(widget)
        self._view: View | None = None

    def show_view(self, view: View) -> None:
        """Shows one of the ways to look at an output."""
        self._view = view
        if view.turns:
            self.thread_view.show_turns(view.turns)
            self.setCurrentWidget(self.thread_view)
        else:
            self.text.show_text(view.text, view.setting)
            self.setCurrentWidget(self.text)

    def set_again(self) -> None:
        """Shows the same in the size and colours now in force."""
        if self._view is not None:
            self.show_view(self._view)

    def wanted_height(self) -> int | None:
        """The height at which all of a plain output is seen; None where it takes all there is."""
        return self.text.wanted_height() if self.currentWidget() is self.text else None

    def scroll_area(self) -> QAbstractScrollArea:
        """What pages when the output is paged."""
        return self.text.area if self.currentWidget() is self.text else self.thread_view
