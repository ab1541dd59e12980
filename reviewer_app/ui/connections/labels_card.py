"""Labels on their way to a connection: by where they stand, each with what became of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from reviewer_app.connections.configured import Connected
from reviewer_app.domain.delivery import Delivery, DeliveryState
from reviewer_app.ui.actions import action
from reviewer_app.ui.connections.text_table import TextRow, TextTable
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.chip import Tab
from reviewer_app.ui.widgets.exclusive import choose
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import Clock, due_words, figure, time_words

TABS: Mapping[DeliveryState, str] = {
    DeliveryState.WAITING: mark("Waiting", "labels"),
    DeliveryState.FAILED: mark("Failed", "labels"),
    DeliveryState.CONFLICT: mark("In conflict", "labels"),
    DeliveryState.DELIVERED: mark("Delivered", "labels"),
}
MEANS: Mapping[DeliveryState, str] = {
    DeliveryState.WAITING: mark(
        "These leave by themselves: when the time to take a decision back has passed, or at the "
        "next try."
    ),
    DeliveryState.FAILED: mark(
        "The other side refused these for good. Mend the cause, then try again."
    ),
    DeliveryState.CONFLICT: mark(
        "The agent no longer waited for this answer, so it was not given. Open the item to see."
    ),
    DeliveryState.DELIVERED: mark("The other side has these."),
}
NONE: Mapping[DeliveryState, str] = {
    DeliveryState.WAITING: mark(
        "No label waits. One comes here when the time to take its decision back has passed."
    ),
    DeliveryState.FAILED: mark("No label was refused."),
    DeliveryState.CONFLICT: mark("No answer came too late."),
    DeliveryState.DELIVERED: mark(
        "No label was delivered yet. Labels leave soon after their items are decided."
    ),
}
FOR_PEOPLE = (DeliveryState.FAILED, DeliveryState.CONFLICT)
"""Where labels wait for a person."""


class Listed(Protocol):
    """A delivery, and the item that it is about."""

    @property
    def delivery(self) -> Delivery:
        """Where the label stands."""

    @property
    def source(self) -> str:
        """Where the item came from."""

    @property
    def external_id(self) -> str:
        """What the item is called there."""


class LabelsCard(Card):
    """`state_chosen` follows another tab; `item_wanted` carries an item to be opened."""

    state_chosen = Signal()
    item_wanted = Signal(object)
    retry_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__(tr("Labels"))
        self._clock = clock
        self.state = DeliveryState.WAITING
        self._name, self.has_list = "", False
        self._tabs = QButtonGroup(self)
        self.means = label("", "muted")
        self.means.setWordWrap(True)
        self.retry = Button(tr("Try again"))
        self.retry.describe(tr("Puts what the other side refused back in line"))
        titles = (tr("Item"), tr("From"), tr("When"), tr("What became of it"))
        self.table = TextTable(tr("Labels on their way"), titles, (0.24, 0.16, 0.14))
        self.table.setAccessibleDescription(tr("Enter opens the item"))
        for index, state in enumerate(TABS):
            tab = Tab(tr(TABS[state], "labels"))
            self._tabs.addButton(tab, index)
            self.head.insertWidget(index + 1, tab)
        line = QHBoxLayout()
        line.addWidget(self.means, 1)
        line.addWidget(self.retry)
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self._tabs.idClicked.connect(lambda index: self._choose(list(TABS)[index]))
        self.table.opened.connect(self.item_wanted)
        self.retry.clicked.connect(self.retry_wanted)
        self.refresh_keys()

    def show_connected(self, one: Connected) -> None:
        """Shows the counts; of another connection the tab that most needs a person."""
        if one.name != self._name:
            self._name = one.name
            order = (*FOR_PEOPLE, DeliveryState.WAITING, DeliveryState.DELIVERED)
            self.state = next((s for s in order if one.labels.get(s)), DeliveryState.WAITING)
            self.table.show_rows(())
        for index, state in enumerate(TABS):
            count, words = one.labels.get(state, 0), tr(TABS[state], "labels")
            tab = self._tabs.button(index)
            tab.setText(f"{words} {figure(count)}")
            tab.setAccessibleName(tab.text())
            tab.updateGeometry()
        choose(self._tabs, list(TABS).index(self.state))
        self.has_list = has_any = one.labels.get(self.state, 0) > 0
        self.means.setText(tr((MEANS if has_any else NONE)[self.state]))
        self.table.setVisible(has_any)
        self.retry.setVisible(has_any and self.state in FOR_PEOPLE)

    def show_listed(self, found: Sequence[Listed]) -> None:
        """Lists the labels of the chosen tab."""
        now = self._clock()
        self.table.show_rows([_row(one, now) for one in found])

    def refresh_keys(self) -> None:
        """Shows the key now in force."""
        self.retry.show_keys(action("connections.try_again").keycap)

    def _choose(self, state: DeliveryState) -> None:
        self.state = state
        self.state_chosen.emit()


def _row(one: Listed, now: datetime) -> TextRow:
    delivery = one.delivery
    item: UUID = delivery.item_id
    words = (one.external_id, one.source, time_words(delivery.changed_at, now))
    return TextRow((*words, _became(delivery, now)), item)


def _became(delivery: Delivery, now: datetime) -> str:
    """What became of a label, or when it is tried again."""
    if delivery.state is DeliveryState.DELIVERED:
        words = tr("taken back there") if not delivery.sent else tr("delivered")
        return f"{words} · {delivery.remark}" if delivery.remark else words
    if delivery.state is not DeliveryState.WAITING or not delivery.attempts:
        return delivery.remark or tr("leaves at the next turn")
    told = tr(
        "%Ln try(s) so far, again in {span}", "", delivery.attempts, span=_span(delivery, now)
    )
    return f"{told} · {delivery.remark}" if delivery.remark else told


def _span(delivery: Delivery, now: datetime) -> str:
    return due_words(max(delivery.next_try, now), now)
