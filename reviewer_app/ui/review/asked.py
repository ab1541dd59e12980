"""What was asked: the input as it came, and what was attached to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.records import Attachment
from reviewer_app.services.desk import Desk
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.outputs.output_view import OutputView
from reviewer_app.ui.review.outputs.views import input_views
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import ElidedLabel, label, plain_tip
from reviewer_app.ui.widgets.reader import EDGE
from reviewer_app.ui.widgets.safe_text import SafeText
from reviewer_app.ui.withheld_words import nothing_asked
from reviewer_app.ui.wording import size_words

LINKS_AT_MOST = 4

LINE_CHARACTERS = 200
"""Characters of the input that its one line is made of when it is folded."""

TEXT_EDGE = 6
"""Height of the edge around a text, where its focus ring is."""


class Asked(Card):
    """The card "What was asked"."""

    attachment_wanted = Signal(object)
    folded = Signal()

    @property
    def text(self) -> SafeText:
        """Where the input is read as text."""
        return self.view.text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What was asked"), parent, outdent=EDGE)
        self.view = OutputView(tr("What was asked"))
        self.nothing = label("", "caption")
        self.line, self.fold = ElidedLabel("caption"), Link(tr("hide"))
        self.nothing.setContentsMargins(EDGE, 0, EDGE, 0)
        self.fold.clicked.connect(lambda: self.set_folded(is_folded=not self.is_folded))
        self.title.setMinimumWidth(self.title.sizeHint().width())
        self.head.insertWidget(1, self.line)
        self.head.addWidget(self.fold)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.view, 1)
        self._links: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def has_much(self) -> bool:
        """Whether more than a line of it is shown, so that a column of its own is of use."""
        return not self.view.isHidden()

    @property
    def is_folded(self) -> bool:
        """Whether only one line of it is shown."""
        return not self.line.isHidden()

    def set_folded(self, *, is_folded: bool) -> None:
        """Leaves one line of the input, or shows it whole again."""
        has_text = not self.fold.isHidden()
        self.line.setVisible(is_folded and has_text)
        self.view.setVisible(has_text and not is_folded)
        self.fold.say(tr("show") if is_folded else tr("hide"))
        self.fold.setAccessibleName(
            tr("Show what was asked") if is_folded else tr("Fold what was asked")
        )
        self.folded.emit()

    def show_desk(self, desk: Desk) -> None:
        """Shows the input and a link for each attachment."""
        asked = desk.content.input
        self.nothing.setText(nothing_asked(desk.held))
        self.nothing.setVisible(not asked)
        self.fold.setVisible(bool(asked))
        self.line.show_text((asked or "")[:LINE_CHARACTERS])
        self.view.show_view(input_views(asked or ""))
        self.set_folded(is_folded=False)
        self._show_links(desk.attachments)

    def wanted_height(self) -> int:
        """The height at which all of the input is seen."""
        if self.is_folded:
            return self.minimumSizeHint().height()
        if self.view.isHidden():
            return self.chrome() + 20
        return self.chrome() + (self.view.wanted_height() or 0)

    def whole_lines(self, height: int) -> int:
        """The height next below `height` at which no line of a text is cut."""
        if self.view.currentWidget() is not self.text or height >= self.wanted_height():
            return height
        around = self.chrome() + TEXT_EDGE
        return around + self.text.reader.whole_lines(height - around)

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
