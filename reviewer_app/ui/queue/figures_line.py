"""The line above the list: how many are listed, in which order, how many were decided today."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.domain.queue import Figure
from reviewer_app.ui.language import tr
from reviewer_app.ui.queue.filters import SORT_WORDS, Filters, View
from reviewer_app.ui.queue.picked_bar import figure_words
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.wording import figure


class FiguresLine(QWidget):
    """Three labels side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listed, self.order = label("", "strong"), ElidedLabel("caption")
        self.today = label("", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.listed)
        row.addWidget(self.order, 1)
        row.addWidget(self.today)

    def say(self, filters: Filters, total: Figure) -> None:
        """Says what is listed."""
        self.listed.setText(_total_words(filters.view, total))
        self.order.show_text(tr("sorted by {order}", order=tr(SORT_WORDS[filters.order()])))

    def say_today(self, decided: int) -> None:
        """Says how many were decided today."""
        self.today.setText(tr("%Ln decided today", "items", decided))


def _total_words(view: View, total: Figure) -> str:
    """How many are listed, with a plus where there may be more."""
    match view:
        case View.DECIDED:
            words = tr("%Ln decided", "items", total.count)
        case View.ALL:
            words = tr("%Ln item(s)", "", total.count)
        case _:
            words = tr("%Ln to review", "outputs", total.count)
    return words.replace(figure(total.count), figure_words(total), 1)
