"""What the keys do that read the item and walk through it; none of them decides anything."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reviewer_app.ui.language import tr
from reviewer_app.ui.review.page import ReviewPage
from reviewer_app.ui.widgets.message_bar import Message


class ReadingActions(QObject):
    """The methods that the action table names for reading."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page, self._view = page, page.view
        self._view.remarks.questions.guidelines_wanted.connect(self.guidelines)

    def guidelines(self) -> None:
        """Shows how this step is to be judged."""
        desk = self._page.desk
        if desk is None:
            return
        title = tr("Guidelines of this step")
        if self._view.documents.is_showing(title):
            self._view.documents.close_panel()
        elif desk.form.guidelines:
            self._view.documents.show_words(title, desk.form.guidelines)
            self._view.room.share_beside()
        else:
            self._hint(tr("The policy gives no guidelines for this step."))

    def similar(self) -> None:
        """Shows how outputs like this one were decided, or closes that."""
        desk = self._page.desk
        if desk is not None:
            if self._view.room.is_narrow:
                self._view.documents.close_panel()
            self._page.similar.toggle(desk)
            self._view.room.share_beside()

    def next_change(self) -> None:
        """Goes to the next change of the correction, or to the next span."""
        self._go(1)

    def previous_change(self) -> None:
        """Goes to the change or the span before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        if self._view.produced.is_correcting:
            self._view.produced.go_to_mark(step)
        else:
            self._view.spans.go(step)

    def put_back(self) -> None:
        """Takes back the change, or the field, under the cursor."""
        if not self._view.produced.correcting.put_back_change():
            self._hint(tr("The cursor stands on no change. F8 goes to the next one."))

    def turn_changes(self) -> None:
        """Shows the changes side by side, or in one text."""
        self._view.produced.turn_changes()

    def toggle_steps(self) -> None:
        """Opens every step of what the agent did, or closes them."""
        self._view.did.toggle_all()

    def toggle_tools(self) -> None:
        """Shows only the tool calls of what the agent did, or all steps."""
        self._view.did.toggle_tools()

    def page_down(self) -> None:
        """Pages the output."""
        self._page_by(9)

    def page_up(self) -> None:
        """Pages the output back."""
        self._page_by(-9)

    def _page_by(self, tenths: int) -> None:
        bar = self._view.produced.scroll_area().verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() * tenths // 10)

    def _hint(self, words: str) -> None:
        say: Callable[[Message], None] = self._page.message.emit
        say(Message(words, "hint"))
