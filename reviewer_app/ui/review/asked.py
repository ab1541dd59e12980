"""What was asked: the input as it came, and what was attached to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.records import Attachment
from reviewer_app.services.desk import Desk
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.output_view import OutputView
from reviewer_app.ui.review.outputs import input_views
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import label, plain_tip
from reviewer_app.ui.widgets.safe_text import SafeText
from reviewer_app.ui.wording import size_words

LINKS_AT_MOST = 4
CHROME = 52
"""Height of the card around its text."""


class Asked(Card):
    """The card "What was asked"."""

    attachment_wanted = Signal(object)

    @property
    def text(self) -> SafeText:
        """Where the input is read as text."""
        return self.view.text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What was asked"), parent)
        self.view = OutputView(tr("What was asked"))
        self.nothing = label(tr("The source says nothing about what was asked."), "caption")
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.view, 1)
        self._links: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_desk(self, desk: Desk) -> None:
        """Shows the input and a link for each attachment."""
        asked = desk.content.input
        self.nothing.setVisible(not asked)
        self.view.setVisible(bool(asked))
        self.view.show_view(input_views(asked or ""))
        self._show_links(desk.attachments)

    def wanted_height(self) -> int:
        """The height at which all of the input is seen."""
        if self.view.isHidden():
            return CHROME + 20
        return CHROME + (self.view.wanted_height() or 0)

    def _show_links(self, attachments: tuple[Attachment, ...]) -> None:
        for link in self._links:
            self.head.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(attachment) for attachment in attachments[:LINKS_AT_MOST]]
        rest = len(attachments) - LINKS_AT_MOST
        if rest > 0:
            self._links.append(label(tr("and %Ln more file(s)", "", rest), "caption"))
        for link in self._links:
            self.head.addWidget(link)

    def _link(self, attachment: Attachment) -> Link:
        name = revealed_line(attachment.name)
        shown = name if len(name) <= 28 else f"{name[:14]}…{name[-12:]}"
        link = Link(shown)
        link.setAccessibleName(tr("Attachment {name}", name=name))
        link.setToolTip(plain_tip(f"{name}, {size_words(attachment.size)}"))
        link.clicked.connect(lambda: self.attachment_wanted.emit(attachment))
        return link
