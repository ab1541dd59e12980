"""Hostile content is shown and never obeyed."""

import pytest
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.differences import pieces_between
from reviewer_app.domain.records import Attachment
from reviewer_app.ui.review.attachments import file_name_of
from reviewer_app.ui.review.documents.panel import DocumentPanel, image_of
from reviewer_app.ui.widgets.correction import CorrectionEditor
from reviewer_app.ui.widgets.diff_view import DiffView
from reviewer_app.ui.widgets.labels import ElidedLabel, plain_tip
from reviewer_app.ui.widgets.safe_text import HEAD, SafeText, Setting
from tests.factory import hashed_id


@pytest.fixture
def red(tmp_path):
    """A picture on disk that must never be painted."""
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    path = tmp_path / "secret.png"
    assert image.save(str(path))
    return path


def red_pixels(widget):
    image = widget.grab().toImage()
    red = QColor("red")
    return sum(
        image.pixelColor(x, y) == red
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )


@pytest.mark.parametrize("setting", list(Setting))
def test_no_picture_on_disk_is_painted(qtbot, red, setting):
    view = SafeText("output")
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.show_text(
        f"<img src='file://{red}' width=100 height=100>\n\n![x](file://{red})\n\n![y]({red})\n\n"
        f"<body background='file://{red}'>",
        setting,
    )
    QApplication.processEvents()
    assert red_pixels(view) == 0


def test_a_label_shows_markup_as_text(qtbot, red):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text(f"<img src='{red}' width=90 height=90>")
    label.resize(400, 100)
    label.show()
    assert red_pixels(label) == 0
    assert "<img" in label.text()


def test_a_tooltip_is_never_markup():
    assert "<img" not in plain_tip("<img src=x>")


def test_copying_gives_the_true_text(qtbot):
    view = SafeText("output")
    qtbot.addWidget(view)
    text = "pay\u202e001 \U0001f600 \u200bnow"
    view.show_text(text)
    assert "⟨U+202E⟩" in view.reader.toPlainText()
    assert not view.warning.isHidden()
    view.reader.selectAll()
    assert view.reader.createMimeDataFromSelection().text() == text
    cursor = QTextCursor(view.reader.document())
    cursor.setPosition(view.reader.toPlainText().index("now") + 1)
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    view.reader.setTextCursor(cursor)
    assert view.reader.createMimeDataFromSelection().text() == "now"


def test_one_endless_line_is_laid_out_at_once(qtbot, benchmark_seconds):
    view = SafeText("output")
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    took = benchmark_seconds(lambda: (view.show_text("x" * 2_000_000), view.repaint()))
    assert took < 4
    assert f"{HEAD:,} of 2,000,000" in view.limit.words.text()
    view.show_all()
    view.plain.selectAll()
    assert view.plain.createMimeDataFromSelection().text() == "x" * 2_000_000


def test_no_break_spaces_survive_a_correction(qtbot):
    editor = CorrectionEditor()
    qtbot.addWidget(editor)
    editor.begin("10\u00a0000 EUR\r\nnow", "10\u00a0000 EUR\r\nnow", is_fixed=False)
    assert not editor.is_changed
    assert editor.corrected() == "10\u00a0000 EUR\r\nnow"
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertPlainText("!")
    assert editor.corrected() == "10\u00a0000 EUR\r\nnow!"


def test_a_change_is_put_back_and_the_next_one_found(qtbot):
    editor = CorrectionEditor()
    qtbot.addWidget(editor)
    editor.begin("\U0001f600 one two three", "\U0001f600 one 2 three 4", is_fixed=False)
    editor.go_to_change(1)
    assert editor.textCursor().selectedText() == "2"
    assert editor.put_back_change()
    assert editor.corrected() == "\U0001f600 one two three 4"


def test_a_difference_shows_hidden_characters(qtbot):
    view = DiffView("difference")
    qtbot.addWidget(view)
    view.show_pieces(pieces_between("a", "a \u202eb"))
    assert "⟨U+202E⟩" in view.toPlainText()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\x.exe", ".bashrc", "", "a\u202egpj.exe"]
)
def test_an_attachments_name_leads_into_no_other_folder(name):
    safe = file_name_of(name)
    assert safe
    assert not set("/\\") & set(safe)
    assert not safe.startswith(".")
    assert "\u202e" not in safe


def test_a_drawing_that_names_files_is_not_decoded(red):
    assert image_of(red.read_bytes()) is not None
    svg = f"<svg xmlns='http://www.w3.org/2000/svg'><image href='{red}'/></svg>"
    assert image_of(svg.encode()) is None
    assert image_of(b"\x89PNG\r\n\x1a\n broken") is None


def test_bytes_decide_what_an_attachment_is(qtbot, red):
    panel = DocumentPanel()
    qtbot.addWidget(panel)
    made = Attachment(
        id=hashed_id("a"),
        item_id=hashed_id("b"),
        name="x.pdf",
        media_type="application/pdf",
        size=1,
        hash="h",
    )
    panel.show_attachment(made, red.read_bytes())
    assert panel.stack.currentWidget() is panel.picture
    panel.show_attachment(made, b"\x00\xff\xfe binary")
    assert panel.stack.currentWidget() is panel.blank
    panel.show_attachment(made, b"plain words")
    assert panel.stack.currentWidget() is panel.text
