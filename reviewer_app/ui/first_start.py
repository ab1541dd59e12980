"""The first start: what to look at first, before anything was ever pulled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.theme.fonts import Role
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.keycap import Keycap
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import CRUMB

CARD_WIDTH = 300


class FirstStart(QWidget):
    """Four ways to begin, each under its digit."""

    sample_wanted = Signal()
    file_wanted = Signal()
    connection_wanted = Signal()
    team_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName(tr("How to begin"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title = label(tr("What shall people look at first?"), "page")
        words = label(
            tr("Everything stays on this machine until you connect it to something."), "muted"
        )
        self.cards = (
            _Choice("1", tr("Try it with a sample"), tr(_SAMPLE), tr("Open the sample")),
            _Choice("2", tr("Open a file"), tr(_FILE), tr("Choose a file")),
            _Choice("3", tr("Connect a source"), tr(_SOURCE), tr("Choose a source")),
            _Choice("4", tr("Join a team"), tr(_TEAM), tr("Paste it")),
        )
        ways = (self.sample_wanted, self.file_wanted, self.connection_wanted, self.team_wanted)
        for card, way in zip(self.cards, ways, strict=True):
            card.link.clicked.connect(way)
        row = QGridLayout()
        row.setSpacing(16)
        for place, card in enumerate(self.cards):
            row.addWidget(card, place // 2, 1 + place % 2)
        for side in (0, 3):
            row.setColumnStretch(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        for line in (title, words):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        column.addSpacing(10)
        column.addLayout(row)
        column.addStretch(3)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit takes the way that it stands beside."""
        if event.text().isdigit():
            self.choose(int(event.text()))
        else:
            super().keyPressEvent(event)

    def choose(self, digit: int) -> None:
        """Takes the way with this digit."""
        if 1 <= digit <= len(self.cards):
            self.cards[digit - 1].link.click()


_SAMPLE = mark(
    "A small business with four workflows, a few hundred agent outputs and known mistakes. "
    "Two minutes by keyboard."
)
_FILE = mark(
    "JSON Lines, JSON or CSV, one output a record. You can also drop the file on this window."
)


_SOURCE = mark(
    "A folder, MLflow, Phoenix, Langfuse, LangSmith, LangGraph, Label Studio, a database, any "
    "HTTP feed. Judgements go back there."
)
_TEAM = mark("Paste the text that your lead sent you. It works without the network from then on.")


class _Choice(QFrame):
    """One way to begin: a title, what it is, and the link that takes it."""

    def __init__(self, digit: str, title: str, words: str, link: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedWidth(CARD_WIDTH)
        head = QHBoxLayout()
        heading = label(title, "title")
        heading.setWordWrap(True)
        head.addWidget(heading, 1)
        head.addWidget(Keycap(digit), 0, Qt.AlignmentFlag.AlignTop)
        body = label(words, "muted")
        body.setWordWrap(True)
        self.link = Link(f"{link}  {CRUMB}", Role.STRONG)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(body)
        column.addStretch(1)
        column.addSpacing(28)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.link)
        foot.addStretch(1)
        column.addLayout(foot)
