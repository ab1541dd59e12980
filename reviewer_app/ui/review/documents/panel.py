"""An attachment beside the output: a picture, a PDF, a text, or a way to save it."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.records import Attachment
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.documents.pages import PdfPages, Picture
from reviewer_app.ui.review.documents.tools import DocumentTools
from reviewer_app.ui.review.documents.zoom import FIT, step_of
from reviewer_app.ui.widgets.blank import Blank
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.labels import ElidedLabel, plain_tip
from reviewer_app.ui.widgets.safe_text import SafeText, Setting
from reviewer_app.ui.wording import size_words

PICTURES = frozenset({"png", "jpeg", "gif", "bmp", "webp"})
"""Formats that are decoded. SVG is not among them: it can name other files."""

DECODED_MEGABYTES = 256
"""Memory that one picture may take."""

TEXTS = ("text/", "application/json", "application/xml", "message/")

WHOLE_NAME = 180
"""Width that a name may ask for beside the controls, before they go to a row of their own."""


class DocumentPanel(Card):
    """Shows one attachment at a time. It opens nothing by itself and follows no link."""

    save_wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.hide()
        self.name = ElidedLabel("heading", Qt.TextElideMode.ElideMiddle)
        self.tools = DocumentTools()
        self.zoom, self.save = self.tools.zoom, self.tools.save
        self.close_link = Link(tr("Close"))
        self.head.insertWidget(0, self.name)
        self.head.addWidget(self.tools)
        self.head.addWidget(self.close_link)
        self.picture, self.text, self.blank = Picture(), SafeText(tr("The attachment")), Blank()
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self.pdf = PdfPages(self._document)
        self.zoom.asked.connect(self._zoom)
        self.pdf.turned.connect(self._say_page)
        self.stack = QStackedWidget()
        for view in (self.picture, self.text, self.blank, self.pdf):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack, 1)
        self.save.clicked.connect(self._save)
        self.close_link.clicked.connect(self.close_panel)
        self.blank.pressed.connect(self._save)
        self.attachment: Attachment | None = None
        self.setMinimumWidth(240)
        self.hide()

    def show_attachment(self, attachment: Attachment, data: bytes) -> None:
        """Shows an attachment's bytes as what they are, whatever they are called."""
        self.attachment = attachment
        name = revealed_line(attachment.name)
        self.setAccessibleName(tr("Attachment {name}", name=name))
        self.name.show_text(name)
        self.name.setToolTip(plain_tip(f"{name}\n{attachment.media_type}, {size_words(len(data))}"))
        self.tools.say_weight(size_words(len(data)))
        self.zoom.say_page(0, 0)
        self.zoom.say_size(None)
        if data.startswith(b"%PDF-") and self._load_pdf(data):
            self.stack.setCurrentWidget(self.pdf)
        elif (image := image_of(data)) is not None:
            self.picture.show_image(image)
            self.stack.setCurrentWidget(self.picture)
        elif (text := text_of(attachment, data)) is not None:
            self.text.show_text(text, Setting.FIXED)
            self.stack.setCurrentWidget(self.text)
        else:
            words = tr("Reviewer shows pictures, PDF and text. Open others with care.")
            self.blank.say(tr("No view for this kind of file"), words, tr("Save as…"))
            self.stack.setCurrentWidget(self.blank)
        self.zoom.setVisible(self._can_zoom)
        self.tools.show()
        self._share_head()
        self.show()

    def show_words(self, title: str, words: str) -> None:
        """Shows a text of the step's own, such as its guidelines."""
        self.attachment = None
        self.setAccessibleName(title)
        self.name.show_text(title)
        self.tools.hide()
        self.text.show_text(words)
        self.stack.setCurrentWidget(self.text)
        self.show()

    def is_showing(self, title: str) -> bool:
        """Whether the panel is open under this title."""
        return not self.isHidden() and self.name.text() == title

    def close_panel(self) -> None:
        """Closes the panel and lets go of the bytes."""
        if self.isHidden():
            return
        self.attachment = None
        self._document.close()
        self._buffer = None
        self.picture.show_image(None)
        self.text.show_text("")
        self.hide()
        self.closed.emit()

    def _load_pdf(self, data: bytes) -> bool:
        self._document.close()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        is_ready = self._document.status() is QPdfDocument.Status.Ready
        if is_ready:
            self.pdf.zoom(FIT)
            self._say_page(0)
        return is_ready

    @property
    def _can_zoom(self) -> bool:
        """Whether what is shown can be shown larger."""
        return self.stack.currentWidget() in (self.pdf, self.picture)

    def _zoom(self, step: int) -> None:
        shown = self.pdf if self.stack.currentWidget() is self.pdf else self.picture
        self.zoom.say_size(shown.zoom(step))
        self._share_head()

    def _say_page(self, page: int) -> None:
        self.zoom.say_page(page + 1, self._document.pageCount())
        self._share_head()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the controls where there is room for them."""
        super().resizeEvent(event)
        self._share_head()

    def _share_head(self) -> None:
        """The controls stand beside the name, or below it where it would be cut too short."""
        if self.tools.isHidden():
            return
        room, gap = self.contentsRect().width() - self._margins(), self.head.spacing()
        name = min(self.name.sizeHint().width(), WHOLE_NAME)
        beside = room - name - self.close_link.sizeHint().width() - 2 * gap
        has_room = self.tools.whole_width() <= beside
        if has_room and self.head.indexOf(self.tools) < 0:
            self.body.removeWidget(self.tools)
            self.head.insertWidget(self.head.indexOf(self.close_link), self.tools)
        elif not has_room and self.body.indexOf(self.tools) < 0:
            self.head.removeWidget(self.tools)
            self.body.insertWidget(1, self.tools)
        self.tools.fit_into(beside if has_room else room)

    def _margins(self) -> int:
        around = self.body.contentsMargins()
        return around.left() + around.right()

    @override
    def event(self, event: QEvent) -> bool:
        """Claims the keys of size while the panel has the keyboard."""
        is_offer = event.type() is QEvent.Type.ShortcutOverride
        if is_offer and self._can_zoom and step_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shows the document larger, smaller, or so that it fits."""
        step = step_of(event)
        if step is not None and self._can_zoom:
            self._zoom(step)
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        if self.attachment is not None:
            self.save_wanted.emit(self.attachment)


def image_of(data: bytes) -> QImage | None:
    """The picture in these bytes, or None where there is none that is safe to decode."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    found = QImageReader.imageFormat(buffer)
    if bytes(found.data()).decode("ascii", "replace").lower() not in PICTURES:
        return None
    reader = QImageReader(buffer, found)
    reader.setAutoTransform(True)
    reader.setAllocationLimit(DECODED_MEGABYTES)
    image = reader.read()
    return None if image.isNull() else image


def text_of(attachment: Attachment, data: bytes) -> str | None:
    """The text in these bytes, or None where they are no text."""
    is_named_text = attachment.media_type.startswith(TEXTS)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace") if is_named_text else None
    return text if is_named_text or "\0" not in text else None
