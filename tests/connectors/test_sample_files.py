import json
import os
from collections import Counter
from datetime import UTC, datetime
from itertools import islice

import pytest

from reviewer_app.connectors.sample import SampleSource, pdf
from reviewer_app.connectors.sample.photo import photo
from reviewer_app.domain.incoming import AttachedFile, Incoming

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument

UNTIL = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture(scope="module")
def items() -> list[Incoming]:
    return [r.outcome for r in SampleSource(until=UNTIL, items=600).read()]


def opened(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    assert buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer


def attached(items: list[Incoming], media_type: str) -> list[tuple[Incoming, AttachedFile]]:
    return [(i, a) for i in items for a in i.attachments if a.media_type == media_type]


@pytest.mark.usefixtures("qapp")
def test_every_invoice_comes_with_a_page_that_says_what_was_recognised(items):
    pages = attached(items, "application/pdf")
    assert len(pages) == sum(item.workflow == "invoices" for item in items)
    for item, file in islice(pages, 60):
        document, _buffer = opened(file.data)
        assert document.error() is QPdfDocument.Error.None_
        assert document.pageCount() == 1
        shown = document.getAllText(0).text()
        words = Counter(shown.split())
        assert words == Counter((item.input or "").split())


@pytest.mark.usefixtures("qapp")
def test_a_page_is_drawn_with_ink_inside_its_margins(items):
    _, file = attached(items, "application/pdf")[0]
    document, _buffer = opened(file.data)
    image = document.render(0, QSize(595, 842))
    shades = [
        (x, y)
        for x in range(0, 595, 3)
        for y in range(842)
        if image.pixelColor(x, y).alpha() and image.pixelColor(x, y).lightness() < 128
    ]
    assert len(shades) > 200
    assert all(60 < x < 530 for x, _ in shades)


@pytest.mark.usefixtures("qapp")
def test_marks_of_the_format_and_foreign_letters_survive_on_a_page():
    text = "Fällig (net) \\ Tromsø, 14 rue de l'Écluse"
    document, _buffer = opened(pdf.page([pdf.Line(70, 700, text)]))
    assert document.getAllText(0).text().strip() == text


def test_the_places_in_a_page_are_those_that_its_table_names(items):
    for _, file in attached(items, "application/pdf"):
        start = int(file.data.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
        table = file.data[start:].split(b"\n")
        assert table[0] == b"xref"
        for number, row in enumerate(table[3:9], start=1):
            place = int(row[:10])
            assert file.data[place:].startswith(b"%d 0 obj" % number)


def test_amounts_end_at_the_same_place():
    short, wide = (pdf.Line(500, 100, text, is_right=True) for text in ("7,00", "18 540,00"))
    drawn = pdf.page([short, wide]).decode("latin-1").split("\n")
    lefts = [float(row.split()[7]) for row in drawn if row.endswith("Tj")]
    assert lefts == [pytest.approx(500 - 10 * (3 * 0.556 + 0.278)), pytest.approx(500 - 44.48)]


def test_things_of_different_shapes_look_different():
    assert len({photo(shape, 1, 1) for shape in ("lamp", "cup", "box")}) == 3


@pytest.mark.parametrize("shape", ["lamp", "cup", "box"])
def test_a_photo_is_a_picture_with_its_thing_in_the_middle(shape):
    image = QImage.fromData(photo(shape, 1, 2), "PNG")
    assert (image.width(), image.height()) == (320, 240)
    assert image.pixelColor(5, 5) == QColor(231, 228, 222)
    assert image.pixelColor(130, 145) != image.pixelColor(5, 5)
    assert photo(shape, 1, 2) != photo(shape, 2, 2) != photo(shape, 2, 1)


def test_photos_come_with_the_order_that_they_are_about(items):
    photos = attached(items, "image/png")
    assert 10 < len(photos) < 100
    for item, file in photos:
        assert not QImage.fromData(file.data, "PNG").isNull()
        assert item.workflow == "refunds"
        order = next(a for a in item.attachments if a.name == "order.json")
        assert json.loads(order.data)["order"] == json.loads(item.meta)["order"]


def test_names_of_files_are_plain(items):
    for item in items:
        for file in item.attachments:
            assert "/" not in file.name
            assert not file.name.startswith(".")
            assert len(file.data) < 50_000
