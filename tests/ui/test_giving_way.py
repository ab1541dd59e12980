"""Where words are long or room is small, what is least needed gives way; nothing is cut."""

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from reviewer_app.domain.records import Attachment
from reviewer_app.domain.search.conditions import Condition, Text
from reviewer_app.ui.language import ENGLISH, quoted, speak, spoken
from reviewer_app.ui.queue.understood import condition_words
from reviewer_app.ui.review.documents.panel import DocumentPanel
from reviewer_app.ui.review.form.json_form import JsonForm
from reviewer_app.ui.widgets.labels import ElidedLabel
from tests.factory import hashed_id
from tests.ui.test_zoom import picture, three_pages, written

ROWS = '{"lines": [{"description": "Mounting kit", "qty": 240}]}'


@pytest.fixture(params=["en", "de"])
def tongue(qapp, request):
    speak(qapp, request.param)
    yield request.param
    speak(qapp, ENGLISH)


@pytest.fixture
def panel(qtbot, tongue):
    assert spoken() == tongue
    made = DocumentPanel()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def attachment(name: str) -> Attachment:
    return Attachment(
        id=hashed_id("a"), item_id=hashed_id("b"), name=name, media_type="x/y", size=1, hash="h"
    )  # fmt: skip


def is_whole(widget: QWidget) -> bool:
    return widget.isHidden() or widget.width() >= widget.sizeHint().width()


@pytest.mark.parametrize("width", [240, 262, 312, 400, 520, 800])
@pytest.mark.parametrize("write", [picture, three_pages])
def test_the_controls_of_a_document_are_whole_at_every_width(panel, qtbot, width, write):
    panel.show_attachment(attachment("invoice-2009-485-of-kestrel.pdf"), written(write))
    panel.resize(width, 500)
    qtbot.wait(20)
    zoom = panel.zoom
    shown = (zoom.place, zoom.fit, zoom.larger, zoom.smaller, panel.save, panel.close_link)
    assert [one.text() for one in shown if not is_whole(one)] == []
    assert not panel.save.isHidden()
    assert not panel.close_link.isHidden()


def test_the_controls_stand_beside_the_name_where_there_is_room(panel, qtbot):
    panel.show_attachment(attachment("x.pdf"), written(three_pages))
    qtbot.wait(20)
    assert panel.tools.y() < panel.stack.y()
    assert panel.head.indexOf(panel.tools) >= 0
    panel.resize(262, 500)
    qtbot.wait(20)
    assert panel.body.indexOf(panel.tools) >= 0
    panel.resize(800, 500)
    qtbot.wait(20)
    assert panel.head.indexOf(panel.tools) >= 0
    assert not panel.tools.weight.isHidden()


def test_one_page_needs_no_number(panel):
    panel.zoom.say_page(1, 1)
    assert panel.zoom.place.isHidden()


@pytest.mark.usefixtures("tongue")
def test_what_can_be_done_to_rows_never_makes_a_form_too_wide(qtbot):
    form = JsonForm()
    qtbot.addWidget(form)
    form.show_json(ROWS, ROWS, None, editable=True)
    form.resize(300, 400)
    form.show()
    qtbot.wait(20)
    area = form.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_a_title_with_no_room_is_left_out_rather_than_cut(qtbot):
    title = ElidedLabel("heading")
    qtbot.addWidget(title)
    title.show_line("Correction")
    title.show_whole_only()
    title.resize(title.sizeHint())
    whole = title.grab().toImage()
    title.resize(title.sizeHint().width() // 2, title.height())
    cut = title.grab().toImage()
    assert _colors(whole) > 1
    assert _colors(cut) == 1


def _colors(image) -> int:
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def test_what_was_understood_is_said_in_the_readers_words(tongue):
    risk = Condition("risk", (Text("high"), Text("critical")))
    words = {"en": "risk: high or critical", "de": "Risiko: hoch oder kritisch"}
    assert condition_words(risk) == words[tongue]
    status = Condition("status", (Text("open"),))
    assert (
        condition_words(status) == {"en": "status: still open", "de": "Status: noch offen"}[tongue]
    )


def test_somebodys_words_stand_between_the_marks_of_the_language(tongue):
    assert quoted("{x}") == {"en": "“{x}”", "de": "„{x}“"}[tongue]
