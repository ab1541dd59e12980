"""The panel of similar items: what became of earlier outputs like this one, and why."""

from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import isolated, revealed_line
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.desk import Desk
from reviewer_app.services.review import ReviewSession
from reviewer_app.services.similar import Precedents, SimilarItem
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import quoted, tr
from reviewer_app.ui.review.precedents.row_list import RowList
from reviewer_app.ui.review.precedents.short_difference import ShortDifference
from reviewer_app.ui.review.precedents.similar_list import SimilarDelegate, SimilarModel
from reviewer_app.ui.widgets.blank import Blank
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card, hairline
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.wording import Clock, figure, time_words

LEAST_LIST = 64
"""Height of the list below which it says nothing."""

REASON_FROM = 300
"""Height of the panel from which there is room for why an item was decided as it was."""


class SimilarPanel(Card):
    """Stands beside the output; Enter on a row opens its item."""

    item_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self, session: ReviewSession, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Similar items"), parent)
        self._session, self._jobs, self._clock = session, jobs, clock
        self._item_id: UUID | None = None
        self.summary = label("")
        self.summary.setWordWrap(True)
        self.close_link = Link(tr("Close"))
        self.head.addWidget(self.close_link)
        self.model = SimilarModel(clock, self)
        self.list = RowList(tr("Similar items"), self.model, SimilarDelegate(clock, self))
        self.reason = _Reason(clock)
        self.blank = Blank()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._found())
        self.stack.addWidget(self.blank)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.stack, 1)
        self.close_link.clicked.connect(self.close_panel)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(self._open)
        self.list.left.connect(self.close_panel)
        self.setMinimumWidth(280)
        self.hide()

    def toggle(self, desk: Desk) -> None:
        """Opens the panel on an item, or closes it."""
        if self.isHidden():
            self._open_for(desk)
            self.list.setFocus()
        else:
            self.close_panel()

    def follow(self, desk: Desk) -> None:
        """Another item is painted: an open panel goes with it."""
        if not self.isHidden() and desk.item.id != self._item_id:
            self._open_for(desk)

    def _open_for(self, desk: Desk) -> None:
        """Asks for the items that are like this one, and shows them once they are found."""
        item_id = self._item_id = desk.item.id
        self.summary.setText(tr("Comparing with what was decided before…"))
        self.summary.show()
        self.model.show_items(())
        self.reason.hide()
        self.stack.setCurrentIndex(0)
        self.show()
        self._jobs.read(
            lambda: self._session.similar(item_id), lambda outcome: self._arrive(item_id, outcome)
        )

    def close_panel(self) -> None:
        """Closes the panel."""
        if not self.isHidden():
            self._item_id = None
            self.hide()
            self.closed.emit()

    def refresh(self) -> None:
        """Paints the same in the theme and size now in force."""
        self.reason.difference.refresh()
        self.list.doItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out the reason where only the list has room."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        has_item = self.model.item(self.list.currentIndex()) is not None
        self.reason.setVisible(has_item and self.height() >= REASON_FROM)

    def _arrive(self, item_id: UUID, outcome: Ok[Precedents] | Err) -> None:
        if item_id != self._item_id:
            return
        if not isinstance(outcome, Ok):
            self._say_nothing(tr("Similar items could not be looked for"), words_of(outcome.error))
            return
        found = outcome.value
        if found.is_covered:
            title = tr("Covered until you decide")
            words = tr("This step is judged blind: what others decided stays hidden until then.")
            self._say_nothing(title, words)
        elif not found.items:
            title = tr("Nothing of this step was decided yet")
            self._say_nothing(title, tr("Decided items that are like this one will stand here."))
        else:
            self._show_found(found)

    def _show_found(self, found: Precedents) -> None:
        self.summary.setText(_summary(found))
        self.model.show_items(found.items)
        first = self.model.index(0)
        self.list.selectionModel().setCurrentIndex(
            first, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _say_nothing(self, title: str, words: str) -> None:
        self.summary.hide()
        self.blank.say(title, words)
        self.stack.setCurrentWidget(self.blank)

    def _choose(self, index: QModelIndex) -> None:
        item = self.model.item(index)
        if item is not None:
            self.reason.show_item(item)
            self._share_height()

    def _open(self, index: QModelIndex) -> None:
        item = self.model.item(index)
        if item is not None:
            self.item_wanted.emit(item.item_id)

    def _found(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.list.setMinimumHeight(LEAST_LIST)
        column.addWidget(self.list, 1)
        column.addWidget(self.reason)
        return made


class _Reason(QWidget):
    """Why the chosen item was decided as it was: who, what was wrong, what was changed."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.title = ElidedLabel("strong")
        self.words = label("")
        self.words.setWordWrap(True)
        self.difference = ShortDifference(tr("What its correction changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(hairline())
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(self.difference)

    def show_item(self, item: SimilarItem) -> None:
        """Shows one."""
        when = time_words(item.decided_at, self._clock())
        self.title.show_line(
            tr(
                "{item}, by {person}, {when}",
                item=isolated(item.external_id),
                person=isolated(item.person or tr("somebody")),
                when=when,
            )
        )
        self.words.setText("\n".join(_reasons(item)))
        self.difference.setVisible(bool(item.difference))
        self.difference.show_pieces(item.difference)
        self.difference.fit()


def _reasons(item: SimilarItem) -> list[str]:
    lines = []
    if item.error_types:
        lines.append(tr("Wrong: {errors}", errors=revealed_line(", ".join(item.error_types))))
    if item.comment:
        lines.append(quoted(revealed_line(item.comment)))
    if not lines and not item.difference:
        words = (
            tr("The output as it is.")
            if item.verdict is Verdict.APPROVE
            else tr("Nothing was said about why.")
        )
        lines.append(words)
    return lines


def _summary(found: Precedents) -> str:
    """One sentence: how many are alike, and what became of them."""
    if not found.alike:
        return tr(
            "None of the last {count} decided here is alike; the nearest stand below.",
            count=figure(found.looked_at),
        )
    told = ", ".join(_counted(verdict, n) for verdict, n in found.verdicts)
    error = revealed_line(found.error)
    if not error:
        return tr("%Ln alike: {told}.", "items", found.alike, told=told)
    if found.alike == 1:
        return tr("One is alike: {told} ({error}).", told=told, error=error)
    return tr("%Ln alike: {told} (mostly {error}).", "items", found.alike, told=told, error=error)


def _counted(verdict: Verdict, n: int) -> str:
    match verdict:
        case Verdict.APPROVE:
            return tr("%Ln approved", "items", n)
        case Verdict.CORRECT:
            return tr("%Ln corrected", "items", n)
        case Verdict.REJECT:
            return tr("%Ln rejected", "items", n)
        case Verdict.ESCALATE:
            return tr("%Ln escalated", "items", n)
