"""An attached picture or PDF is shown larger, smaller, or so that it fits, by its own keys."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter, QPdfWriter

from reviewer_app.domain.records import Attachment
from reviewer_app.ui.review.documents.panel import DocumentPanel
from tests.factory import hashed_id

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot):
    made = DocumentPanel()
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    return made


def attachment(name):
    return Attachment(
        id=hashed_id("a"), item_id=hashed_id("b"), name=name, media_type="x/y", size=1, hash="h"
    )  # fmt: skip


def written(write):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    return bytes(buffer.data().data())


def three_pages(buffer):
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    for page in range(3):
        painter.drawLine(0, page * 100, 900, 900)
        if page < 2:
            writer.newPage()
    painter.end()


def picture(buffer):
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(buffer, "PNG")


def test_a_picture_grows_scrolls_and_fits_again(panel, qtbot):
    panel.show_attachment(attachment("x.png"), written(picture))
    assert not panel.zoom.isHidden()
    assert panel.picture.factor is None
    for _ in range(6):
        qtbot.keyClick(panel.picture, Qt.Key.Key_Plus, CONTROL)
    assert panel.picture.factor == pytest.approx(1.25**6)
    assert panel.zoom.size_words.text() == "381 %"
    assert panel.picture.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(panel.picture, Qt.Key.Key_Minus, CONTROL)
    assert panel.picture.factor == pytest.approx(1.25**5)
    qtbot.keyClick(panel.picture, Qt.Key.Key_0, CONTROL)
    assert panel.picture.factor is None
    assert panel.picture.horizontalScrollBar().maximum() == 0


def test_a_pdf_says_its_page_and_grows(panel, qtbot):
    panel.show_attachment(attachment("x.pdf"), written(three_pages))
    assert panel.zoom.place.text() == "page 1 of 3"
    before = panel.pdf.horizontalScrollBar().maximum()
    for _ in range(3):
        qtbot.keyClick(panel.pdf, Qt.Key.Key_Plus, CONTROL)
    assert panel.pdf.horizontalScrollBar().maximum() > before
    panel.pdf.verticalScrollBar().setValue(panel.pdf.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: panel.zoom.place.text() == "page 3 of 3")
    panel.zoom.fit.click()
    assert panel.zoom.size_words.text() == ""


def test_a_text_offers_no_sizes_and_the_next_picture_fits(panel):
    panel.show_attachment(attachment("x.png"), written(picture))
    panel.zoom.larger.click()
    panel.show_attachment(attachment("x.txt"), b"words")
    assert panel.zoom.isHidden()
    panel.show_attachment(attachment("x.png"), written(picture))
    assert panel.picture.factor is None
