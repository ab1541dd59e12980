"""The form: typed into with real keys, every change with its way back, every error in words."""

import json

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from typing_extensions import override

from reviewer_app.domain.forms.schema_form import CELLS_AT_MOST
from reviewer_app.ui.review.form.cells import Cells
from reviewer_app.ui.review.form.editors import ChoiceField, LineField, LongField, ReadOnly
from reviewer_app.ui.review.form.field import FieldView
from reviewer_app.ui.review.form.group import TWO_COLUMNS_FROM, GroupView
from reviewer_app.ui.review.form.json_form import JsonForm
from reviewer_app.ui.review.form.missing import MissingView
from reviewer_app.ui.review.form.table import TableView
from reviewer_app.ui.theme.scheme import Theme

Key, Held = Qt.Key, Qt.KeyboardModifier

SCHEMA = json.dumps(
    {
        "type": "object",
        "required": ["supplier", "date", "currency", "lines", "total"],
        "properties": {
            "supplier": {"type": "string", "minLength": 1},
            "date": {"type": "string", "format": "date"},
            "currency": {"enum": ["EUR", "NOK", "USD"]},
            "paid": {"type": "boolean"},
            "lines": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["text", "qty"],
                    "properties": {"text": {"type": "string"}, "qty": {"type": "integer"}},
                },
            },
            "total": {"type": "number"},
        },
    }
)
INVOICE = """{
  "supplier": "Nordlys AS",
  "date": "12.03.2026",
  "currency": "EUR",
  "lines": [
    {"text": "Sensor housing", "qty": 120},
    {"text": "Freight", "qty": 1}
  ],
  "total": 18450.00
}"""


class Desk:
    """A form in a window that has single letters for shortcuts, and a person at its keys."""

    def __init__(self, qtbot):
        self.qtbot = qtbot
        self.window, self.form = QMainWindow(), JsonForm()
        self.window.setCentralWidget(self.form)
        self.fired = []
        for keys in ("A", "R", "J", "1", "Space", "Down", "Up", "Delete", "Return", "?"):
            shortcut = QShortcut(keys, self.window)
            shortcut.activated.connect(lambda keys=keys: self.fired.append(keys))
        qtbot.addWidget(self.window)
        self.window.resize(700, 900)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def show(self, text=INVOICE, schema=SCHEMA, *, now=None, editable=True):
        shown = self.form.show_json(text, text if now is None else now, schema, editable=editable)
        QApplication.processEvents()
        return shown

    def press(self, key, held=Held.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget(), key, held)
        QApplication.processEvents()

    def type(self, words):
        for letter in words:  # one by one: the first may open the cell that gets the others
            self.qtbot.keyClicks(QApplication.focusWidget(), letter)

    def settle(self):
        with self.qtbot.waitSignal(self.form.compared, timeout=5_000):
            pass

    def field(self, *path):
        views = (v for v in self.form.findChildren(FieldView) if v.isVisibleTo(self.form))
        return next(v for v in views if v.field.path == path)

    def table(self):
        return self.form.findChildren(TableView)[0]

    def into(self, *path):
        """Puts the keyboard into a field, all of its words selected."""
        editor = self.field(*path).editor
        editor.setFocus()
        editor.selectAll()
        return editor

    def into_cell(self, row, column):
        cells = self.table().cells
        cells.setFocus()
        cells.setCurrentIndex(cells.cells.index(row, column))
        return cells

    def changes(self):
        return [(c.path, c.before, c.after) for c in self.form.changes()]


@pytest.fixture
def desk(qtbot, qapp):
    Theme(qapp).apply("light")
    return Desk(qtbot)


def test_what_is_no_json_is_no_form(desk):
    assert not desk.show("Dear Ms Okafor", None)
    assert desk.form.corrected() == "Dear Ms Okafor"
    assert not desk.form.is_changed
    assert desk.form.changes() == ()


class Shown(QObject):
    """Notes every widget that appears as a window of its own."""

    def __init__(self):
        super().__init__()
        self.windows = []

    @override
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            self.windows += [watched] if watched.isWindow() else []
        return False


@pytest.mark.parametrize("editable", [True, False])
def test_no_part_of_it_flashes_up_as_a_window_that_takes_the_keyboard(desk, qapp, editable):
    shown = Shown()
    qapp.installEventFilter(shown)
    desk.show(INVOICE, editable=editable)
    desk.show('{"o": [{"a": {"b": [1]}}], "m": [1, {}], "x": true}', None, editable=editable)
    desk.show("{}", editable=editable)
    qapp.removeEventFilter(shown)
    assert shown.windows == []


def test_untouched_it_gives_the_text_back_to_the_byte(desk):
    assert desk.show()
    assert desk.form.corrected() == INVOICE
    assert not desk.form.is_changed


def test_typing_changes_the_field_and_nothing_else(desk):
    desk.show()
    desk.into("total")
    desk.type("18540.00")
    assert desk.form.corrected() == INVOICE.replace("18450.00", "18540.00")
    assert desk.form.is_changed
    assert desk.changes() == [("/total", "18450.00", "18540.00")]


def test_edited_is_told_with_every_letter_and_compared_once_typing_rests(desk):
    desk.show()
    edited, compared = [], []
    desk.form.edited.connect(lambda: edited.append(True))
    desk.form.compared.connect(compared.append)
    desk.into("supplier")
    desk.type("Nord")
    assert len(edited) == 4
    assert compared == []
    desk.qtbot.waitUntil(lambda: bool(compared))
    assert [c.path for c in compared[-1]] == ["/supplier"]


def test_letters_are_text_in_a_field_and_in_a_cell(desk):
    desk.show()
    desk.into("supplier")
    desk.type("Ra J1?")
    desk.into_cell(0, 0)
    desk.type("RaJ1")
    assert desk.fired == []
    assert '"supplier": "Ra J1?"' in desk.form.corrected()
    assert '{"text": "RaJ1", "qty": 120}' in desk.form.corrected()


def test_what_is_wrong_is_said_at_the_field(desk):
    desk.show()
    view = desk.field("date")
    assert view.editor.property("wrong") is True
    assert view.editor.accessibleDescription() == "must look like 2026-03-12"
    assert desk.form.errors() == 1
    desk.into("date")
    desk.type("2026-03-12")
    desk.settle()
    assert view.editor.property("wrong") is False
    assert desk.form.errors() == 0


def test_a_changed_field_says_what_it_was_and_ctrl_r_puts_it_back(desk):
    desk.show()
    desk.into("supplier")
    desk.type("Someone")
    desk.settle()
    view = desk.field("supplier")
    assert view.was.isVisible()
    assert view.was.accessibleName() == "was Nordlys AS"
    assert desk.form.put_back_change()
    assert view.editor.words() == "Nordlys AS"
    assert not view.was.isVisible()
    assert desk.form.corrected() == INVOICE
    assert not desk.form.put_back_change()


def test_the_link_below_a_field_puts_it_back_too(desk):
    desk.show()
    desk.into("supplier")
    desk.type("Someone")
    desk.settle()
    desk.qtbot.mouseClick(desk.field("supplier").was.back, Qt.MouseButton.LeftButton)
    assert desk.form.corrected() == INVOICE


def test_a_missing_member_is_an_empty_field_that_says_so(desk):
    text = INVOICE.replace('  "currency": "EUR",\n', "")
    desk.show(text)
    view = desk.field("currency")
    assert view.editor.words() == ""
    assert view.editor.accessibleDescription() == "is required"
    desk.into("currency")
    desk.type("EUR")
    assert desk.form.corrected() == INVOICE


def test_a_choice_completes_in_its_own_capitals(desk):
    desk.show()
    editor = desk.into("currency")
    assert isinstance(editor, ChoiceField)
    desk.type("n")
    assert editor.text() == "NOK"
    assert desk.changes() == [("/currency", '"EUR"', '"NOK"')]


def test_down_lists_the_choices(desk):
    desk.show()
    editor = desk.into("currency")
    desk.press(Key.Key_Down)
    menu = editor.findChildren(type(QApplication.activePopupWidget()))[0]
    assert [entry.text() for entry in menu.actions()] == ["EUR", "NOK", "USD"]
    menu.actions()[2].trigger()
    menu.close()
    assert editor.text() == "USD"
    assert desk.changes() == [("/currency", '"EUR"', '"USD"')]


def test_yes_and_no_are_words(desk):
    desk.show('{"paid": true}', None)
    editor = desk.into("paid")
    assert editor.text() == "yes"
    desk.type("n")
    assert editor.text() == "no"
    assert desk.form.corrected() == '{"paid": false}'


def test_a_number_in_quotes_is_put_right_by_its_link(desk):
    desk.show(INVOICE.replace("18450.00", '"18450.00"').replace("12.03.2026", "2026-03-12"))
    view = desk.field("total")
    assert view.was.remedy.text() == "Make it a number"
    desk.qtbot.mouseClick(view.was.remedy, Qt.MouseButton.LeftButton)
    assert '"total": 18450.00' in desk.form.corrected()
    assert desk.form.errors() == 0


def test_cells_are_typed_into_in_place_and_enter_goes_on_below(desk):
    desk.show()
    cells = desk.into_cell(0, 1)
    desk.type("12")
    assert '{"text": "Sensor housing", "qty": 12}' in desk.form.corrected()
    desk.press(Key.Key_Return)
    assert (cells.currentIndex().row(), cells.currentIndex().column()) == (1, 1)
    assert desk.changes() == [("/lines/0/qty", "120", "12")]


def test_esc_leaves_a_cell_as_it_was(desk):
    desk.show()
    desk.into_cell(0, 1)
    desk.type("7")
    assert desk.form.is_changed
    desk.press(Key.Key_Escape)
    assert desk.form.corrected() == INVOICE


def test_tab_goes_through_the_cells_and_leaves_behind_the_last(desk):
    desk.show()
    cells = desk.into_cell(0, 0)
    for _ in range(3):
        desk.press(Key.Key_Tab)
    assert (cells.currentIndex().row(), cells.currentIndex().column()) == (1, 1)
    desk.press(Key.Key_Tab)
    assert not cells.hasFocus()
    cells.setFocus()
    desk.into_cell(0, 0)
    desk.press(Key.Key_Backtab, Held.ShiftModifier)
    assert not cells.hasFocus()


def test_tab_in_the_last_cell_that_is_being_typed_into_leaves_the_table(desk):
    desk.show()
    cells = desk.into_cell(1, 1)
    desk.type("5")
    desk.press(Key.Key_Tab)
    assert '"qty": 5}' in desk.form.corrected()
    assert QApplication.focusWidget() is not cells
    assert not isinstance(QApplication.focusWidget().parent(), Cells)


def test_rows_come_with_insert_and_go_with_ctrl_delete(desk):
    desk.show()
    desk.into_cell(0, 0)
    desk.press(Key.Key_Insert)
    assert '{"text": "", "qty": null}' in desk.form.corrected()
    assert desk.table().current_path() == ("lines", 2, "text")
    assert desk.form.errors() == 2
    desk.press(Key.Key_Delete, Held.ControlModifier)
    assert desk.form.corrected() == INVOICE


def test_a_row_taken_out_stays_in_sight_with_its_way_back(desk):
    desk.show()
    desk.into_cell(0, 0)
    desk.press(Key.Key_Delete, Held.ControlModifier)
    assert desk.changes() == [("/lines/0", '{"text": "Sensor housing", "qty": 120}', None)]
    line = desk.table().removed.lines[0]
    assert line.isVisible()
    assert line.accessibleName().startswith("row 1 taken out:")
    assert desk.form.put_back_change()
    assert desk.form.corrected() == INVOICE


def test_rows_move_with_alt_and_the_arrows(desk):
    desk.show()
    cells = desk.into_cell(0, 0)
    desk.press(Key.Key_Down, Held.AltModifier)
    rows = json.loads(desk.form.corrected())["lines"]
    assert [row["text"] for row in rows] == ["Freight", "Sensor housing"]
    assert cells.currentIndex().row() == 1
    desk.press(Key.Key_Up, Held.AltModifier)
    assert desk.form.corrected() == INVOICE


def test_rows_come_and_go_by_button(desk):
    desk.show()
    desk.qtbot.mouseClick(desk.table().rows.add, Qt.MouseButton.LeftButton)
    assert len(json.loads(desk.form.corrected())["lines"]) == 3
    desk.qtbot.mouseClick(desk.table().rows.remove, Qt.MouseButton.LeftButton)
    assert desk.form.corrected() == INVOICE


def test_delete_empties_a_cell_and_ctrl_c_copies_its_true_text(desk):
    desk.show('{"r": [{"a": "x\\u202ey", "b": 2}]}', None)
    desk.into_cell(0, 0)
    desk.press(Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == "x\u202ey"
    assert desk.table().model.data(desk.table().model.index(0, 0)) == "x⟨U+202E⟩y"
    desk.press(Key.Key_Delete)
    assert desk.form.corrected() == '{"r": [{"a": "", "b": 2}]}'


def test_a_list_of_single_values_is_a_table_of_one_column(desk):
    desk.show('{"tags": ["vip", "late"]}', None)
    desk.into_cell(1, 0)
    desk.type("later")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Insert)
    assert desk.form.corrected() == '{"tags": ["vip", "later", ""]}'


def test_f8_goes_through_the_changes_then_the_errors_and_round(desk):
    desk.show()
    desk.into("supplier")
    desk.type("X")
    desk.into_cell(1, 1)
    desk.type("2")
    desk.press(Key.Key_Return)
    seen = []
    for _ in range(4):
        desk.form.go_to_change(1)
        here = QApplication.focusWidget()
        seen.append(
            here.current_cell().path if isinstance(here, Cells) else here.parent().field.path
        )
    assert seen == [("date",), ("supplier",), ("lines", 1, "qty"), ("date",)]
    desk.form.go_to_change(-1)
    assert desk.table().current_path() == ("lines", 1, "qty")


def test_f8_finds_a_row_that_was_taken_out_and_ctrl_r_puts_back_that_one(desk):
    desk.show(INVOICE.replace("12.03.2026", "2026-03-12"))
    desk.into_cell(0, 0)
    desk.press(Key.Key_Delete, Held.ControlModifier)
    desk.into("supplier")
    desk.type("X")
    desk.form.go_to_change(1)
    assert desk.table().cells.hasFocus()
    desk.form.go_to_change(1)
    assert QApplication.focusWidget() is desk.field("supplier").editor
    desk.form.go_to_change(-1)
    assert desk.form.put_back_change()
    assert desk.changes() == [("/supplier", '"Nordlys AS"', '"X"')]


def test_the_first_field_that_is_wrong_gets_the_keyboard(desk):
    desk.show()
    desk.form.focus_first()
    assert QApplication.focusWidget() is desk.field("date").editor
    desk.show(INVOICE.replace("12.03.2026", "2026-03-12"))
    desk.form.focus_first()
    assert QApplication.focusWidget() is desk.field("supplier").editor


def test_nested_objects_are_groups_that_close(desk):
    desk.show('{"customer": {"name": "Okafor", "address": {"zip": "9008"}}, "n": 1}', None)
    groups = {g.field.path: g for g in desk.form.findChildren(GroupView)}
    customer = groups["customer",]
    customer.head.setFocus()
    desk.press(Key.Key_Space)
    assert not customer.is_open
    assert customer.views == []
    assert desk.fired == []
    desk.form.root.reveal(("customer", "address", "zip"))
    assert QApplication.focusWidget() is desk.field("customer", "address", "zip").editor


def test_groups_beyond_the_bound_are_made_when_they_are_opened(desk):
    groups = {f"g{n}": {f"f{m}": m for m in range(40)} for n in range(6)}
    desk.show(json.dumps(groups), None)
    made = len(desk.form.findChildren(FieldView))
    assert 40 <= made < 240
    desk.form.root.reveal(("g5", "f39"))
    assert QApplication.focusWidget() is desk.field("g5", "f39").editor


def test_a_closed_group_says_how_much_is_wrong_and_changed_inside(desk):
    desk.show('{"g": {"a": 1, "b": 2}, "n": 1}', None)
    desk.into("g", "a")
    desk.type("x")
    desk.settle()
    group = next(g for g in desk.form.findChildren(GroupView) if g.field.path == ("g",))
    group.head.name.click()
    assert group.head.name.accessibleDescription() == "closed, 1 error, 1 change"


def test_a_missing_list_is_added_with_its_first_row(desk):
    text = '{"supplier": "x", "date": "2026-03-12", "currency": "EUR", "total": 1}'
    desk.show(text)
    missing = desk.form.findChildren(MissingView)[0]
    assert desk.form.errors() == 1
    desk.qtbot.mouseClick(missing.add, Qt.MouseButton.LeftButton)
    assert json.loads(desk.form.corrected())["lines"] == [{"text": "", "qty": None}]
    assert desk.table().current_path() == ("lines", 0, "text")


def test_groups_in_a_list_come_and_go(desk):
    text = '{"orders": [{"no": "A", "items": [{"sku": {"x": 1}}]}]}'
    desk.show(text, None)
    orders = next(g for g in desk.form.findChildren(GroupView) if g.field.path == ("orders",))
    orders.add.click()
    assert json.loads(desk.form.corrected())["orders"][1] == {"no": "", "items": []}
    second = next(g for g in desk.form.findChildren(GroupView) if g.field.path == ("orders", 1))
    second.head.remove.click()
    assert desk.form.corrected() == text


def test_json_in_a_field_waits_until_it_is_some(desk):
    text = '{"mixed": [1, {"a": 2}]}'
    desk.show(text, None)
    editor = desk.into("mixed")
    assert isinstance(editor, LongField)
    desk.type("[1, ")
    desk.settle()
    assert desk.form.corrected() == text
    assert desk.form.errors() == 1
    assert editor.words() == "[1, "
    desk.type("2]")
    assert desk.form.corrected() == '{"mixed": [1, 2]}'
    assert desk.form.errors() == 0


def test_ctrl_r_gives_up_json_that_was_only_half_typed(desk):
    text = '{"mixed": [1, {"a": 2}]}'
    desk.show(text, None)
    desk.into("mixed")
    desk.type("[")
    assert desk.form.put_back_change()
    assert desk.form.errors() == 0
    assert desk.field("mixed").editor.words() == '[1, {"a": 2}]'


def test_long_text_gets_an_editor_of_several_lines(desk):
    desk.show(json.dumps({"a": "one\ntwo", "b": "word " * 40}), None)
    assert isinstance(desk.field("a").editor, LongField)
    desk.into("a")
    desk.type("x")
    desk.press(Key.Key_Return)
    desk.type("y")
    assert json.loads(desk.form.corrected())["a"] == "x\ny"
    assert desk.fired == []


def test_a_draft_shows_its_changes_at_once(desk):
    desk.show(now=INVOICE.replace("EUR", "NOK"))
    assert desk.field("currency").was.accessibleName() == "was EUR"
    assert desk.form.is_changed
    assert desk.form.put_back_change() is False
    desk.into("currency")
    assert desk.form.put_back_change()
    assert not desk.form.is_changed


def test_to_read_it_shows_plain_values_with_everything_hidden_made_visible(desk):
    desk.show('{"a": "pay\\u202e <b>now</b>", "n": 1, "r": [{"x": 1}]}', None, editable=False)
    view = desk.field("a")
    assert isinstance(view.editor, ReadOnly)
    assert view.editor.text() == "pay⟨U+202E⟩ <b>now</b>"
    assert view.editor.textFormat() is Qt.TextFormat.PlainText
    assert desk.form.findChildren(LineField) == []
    assert not desk.table().rows.isVisible()
    cells = desk.into_cell(0, 0)
    desk.press(Key.Key_R)
    assert desk.fired == ["R"]
    assert cells.state() is Cells.State.NoState


def test_hidden_characters_are_said_where_they_are_edited(desk):
    desk.show('{"a": "pay\\u202enow"}', None)
    assert desk.field("a").editor.accessibleDescription().startswith("Hidden in this text")


def test_names_from_the_agent_are_never_markup(desk):
    desk.show('{"<b>x</b>": 1, "a\\u202eb": {"c": [{"<i>": 1}]}}', None)
    for shown in desk.form.findChildren(QLabel):
        assert shown.textFormat() is Qt.TextFormat.PlainText
    assert "⟨U+202E⟩" in next(
        g.head.name.text() for g in desk.form.findChildren(GroupView) if g.head
    )


def test_two_fields_stand_side_by_side_where_there_is_room(desk):
    desk.window.resize(TWO_COLUMNS_FROM + 80, 700)
    desk.show('{"a": 1, "b": 2, "c": 3}', None)
    desk.qtbot.waitUntil(lambda: desk.field("a").y() == desk.field("b").y())
    assert desk.field("c").width() > 2 * desk.field("a").width()
    desk.window.resize(TWO_COLUMNS_FROM - 80, 700)
    desk.qtbot.waitUntil(lambda: desk.field("a").y() < desk.field("b").y())


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_another_theme_keeps_what_was_typed_and_where(desk, qapp, theme):
    desk.show()
    desk.into("supplier")
    desk.type("Someone")
    Theme(qapp).apply(theme, 3)
    desk.form.refresh()
    assert desk.field("supplier").editor.words() == "Someone"
    assert QApplication.focusWidget() is desk.field("supplier").editor
    assert desk.changes() == [("/supplier", '"Nordlys AS"', '"Someone"')]


def test_a_schema_that_cannot_be_used_is_said_above_the_form(desk):
    desk.show('{"a": 1}', '{"$ref": "http://example.invalid/"}')
    assert "never read" in desk.form.notice.accessibleName()
    assert desk.form.notice.isVisible()
    desk.show('{"a": 1}', None)
    assert not desk.form.notice.isVisible()


def test_a_form_that_is_full_takes_no_more_and_says_so(desk):
    rows = [{"a": 1, "b": 2} for _ in range(CELLS_AT_MOST // 2)]
    assert desk.show(json.dumps({"r": rows}), None)
    desk.into_cell(0, 0)
    desk.press(Key.Key_Insert)
    assert not desk.form.is_changed
    assert "can hold no more" in desk.form.notice.accessibleName()


def test_every_field_can_be_reached_with_tab(desk):
    desk.show(INVOICE.replace("12.03.2026", "2026-03-12"))
    desk.field("supplier").editor.setFocus()
    reached = set()
    for _ in range(20):
        here = QApplication.focusWidget()
        if isinstance(here.parent(), FieldView):
            reached.add(here.parent().field.path)
        desk.press(Key.Key_Tab)
    assert reached == {("supplier",), ("date",), ("currency",), ("paid",), ("total",)}
