"""Correcting: as a form or as text over one correction, the changes in one text or side by side."""

import json

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.vocabulary import OutputType, Verdict
from reviewer_app.ui.review.produced.correcting import Correcting, Way
from reviewer_app.ui.widgets.correction import AT_ONCE
from tests.factory import entry, incoming, open_profile, pull

INVOICE = '{"currency": "EUR", "total": 18450.00}'
SCHEMA = json.dumps(
    {
        "type": "object",
        "properties": {"currency": {"enum": ["EUR", "NOK"]}, "total": {"type": "number"}},
    }
)
POLICY = """
name = "invoices"
[defaults]
mode = "human"

[workflow.invoices.step.extract]
output_schema = "invoice.schema.json"
"""


@pytest.fixture
def correcting(qtbot) -> Correcting:
    made = Correcting()
    made.resize(700, 500)
    qtbot.addWidget(made)
    made.show()
    return made


def test_text_typed_as_source_is_what_the_form_goes_on_with(correcting):
    correcting.begin(INVOICE, INVOICE, OutputType.JSON, SCHEMA)
    assert correcting.ways == (Way.FORM, Way.TEXT, Way.CHANGES)
    correcting.show_way(Way.TEXT)
    correcting.editor.setPlainText(INVOICE.replace("EUR", "NOK"))
    assert correcting.show_way(Way.FORM)
    assert correcting.corrected() == INVOICE.replace("EUR", "NOK")
    assert [change.path for change in correcting.form.changes()] == ["/currency"]


def test_what_is_no_json_yet_stays_with_the_editor(correcting):
    correcting.begin(INVOICE, INVOICE, OutputType.JSON, SCHEMA)
    correcting.show_way(Way.TEXT)
    correcting.editor.setPlainText('{"currency": ')
    assert not correcting.show_way(Way.FORM)
    assert correcting.corrected() == '{"currency": '


def test_text_has_no_form(correcting):
    correcting.begin("one two", "one two", OutputType.TEXT, None)
    assert correcting.ways == (Way.TEXT, Way.CHANGES)


def test_changes_stand_in_one_text_or_side_by_side(correcting):
    correcting.begin("one two three", "one 2 three", OutputType.TEXT, None)
    correcting.show_way(Way.CHANGES)
    assert "two 2" in correcting.inline.toPlainText()
    correcting.turn_changes()
    assert correcting.stack.currentWidget() is correcting.beside
    assert correcting.beside.before.toPlainText() == "one two three"
    assert correcting.beside.after.toPlainText() == "one 2 three"


def test_a_long_text_is_compared_beside_the_window(correcting, qtbot):
    text = "word " * (AT_ONCE // 5 + 10)
    correcting.begin(text, text, OutputType.TEXT, None)
    with qtbot.waitSignal(correcting.compared, timeout=8_000) as told:
        correcting.editor.insertPlainText("first ")
    assert told.args[0] == 1
    assert correcting.corrected() == f"first {text}"


def test_a_field_that_is_not_as_the_step_wants_it_is_pointed_to_once(
    open_window, tmp_path, clock, opened_profiles
):
    home = tmp_path / "invoices"
    home.mkdir()
    (home / "invoice.schema.json").write_text(SCHEMA, encoding="utf-8")
    profile = open_profile(home, POLICY, clock)
    opened_profiles.callback(profile.close)
    record = {"workflow": "invoices", "step": "extract", "output_type": OutputType.JSON}
    pull(profile, incoming(1, output='{"currency": "USD", "total": 1}', **record))
    person = open_window(profile)
    person.waits_for("out-1")
    person.press(Qt.Key.Key_E)
    correcting = person.window.page.view.produced.correcting
    assert correcting.errors == 1
    correcting.editor.setFocus()
    correcting.show_way(Way.TEXT)
    correcting.editor.setPlainText('{"currency": "USD", "total": 2}')
    correcting.show_way(Way.FORM)
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert person.sees() == "out-1"
    assert "as the step wants it" in person.window.shell.messages.texts()[0]
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.waits_until_saved()
    assert entry(profile).verdict is Verdict.CORRECT
