"""What came in from a connection, and the records that did not, each with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from reviewer_app.connections.configured import Connected
from reviewer_app.domain.records import Refusal
from reviewer_app.ui.actions import action
from reviewer_app.ui.connections.text_table import TextRow, TextTable
from reviewer_app.ui.connections.words import pull_words
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import Clock, figure, time_words

LISTED = 500
"""Refusals that are listed; the figure counts all."""


class OutputsCard(Card):
    """How the last pull went. `retry_wanted` follows the wish to read what was refused again."""

    retry_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__(tr("Outputs"))
        self._clock = clock
        self.pull, self.refused = label(), label("", "muted")
        self.has_list = False
        self.refused.setWordWrap(True)
        self.retry = Button(tr("Try again"))
        self.retry.describe(tr("Reads what was refused again; what is fixed by now comes in"))
        titles = (tr("Refused at"), tr("Field"), tr("Reason"), tr("When"))
        self.table = TextTable(tr("Records that were refused"), titles, (0.24, 0.14, 0.48))
        line = QHBoxLayout()
        line.addWidget(self.refused, 1)
        line.addWidget(self.retry)
        self.body.addWidget(self.pull)
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.retry.clicked.connect(self.retry_wanted)
        self.refresh_keys()

    def show_connected(self, one: Connected) -> None:
        """Says how its last pull went."""
        self.pull.setText(tr("Last pull: {words}", words=pull_words(one.last_pull, self._clock())))
        self.has_list = has_refused = one.refused > 0
        self.refused.setText(_refused_words(one.refused))
        was_read = one.last_pull is not None and not one.last_pull.trouble
        self.refused.setVisible(was_read or has_refused)
        self.retry.setVisible(has_refused)
        self.table.setVisible(has_refused)

    def show_refusals(self, refusals: Sequence[Refusal]) -> None:
        """Lists what was refused, the latest first."""
        now = self._clock()
        latest = sorted(refusals, key=lambda one: one.at, reverse=True)[:LISTED]
        self.table.show_rows(
            [TextRow((one.place, one.field, one.reason, time_words(one.at, now))) for one in latest]
        )

    def refresh_keys(self) -> None:
        """Shows the key now in force."""
        self.retry.show_keys(action("connections.try_again").keycap)


def _refused_words(count: int) -> str:
    if not count:
        return tr("No record was refused.")
    if count > LISTED:
        shown, total = figure(LISTED), figure(count)
        return tr(
            "The latest {shown} of {total} records that were refused.", shown=shown, total=total
        )
    return tr("%Ln record(s) refused, and not in the queue.", "", count)
