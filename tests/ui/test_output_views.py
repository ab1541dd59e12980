"""Every kind of output has its view; each shows hostile content as text."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.vocabulary import OutputType
from reviewer_app.ui.review.outputs.code_view import CodeView
from reviewer_app.ui.review.outputs.languages import LANGUAGES
from reviewer_app.ui.review.outputs.lexing import language_of, stretches_of
from reviewer_app.ui.review.outputs.output_view import OutputView
from reviewer_app.ui.review.outputs.table_view import TableView
from reviewer_app.ui.review.outputs.thread import Thread, is_right_to_left
from reviewer_app.ui.review.outputs.views import QUICK, hint_of, input_views, views_of
from reviewer_app.ui.theme.scheme import Theme
from reviewer_app.ui.theme.tokens import tokens

CALLS = '[{"type": "function", "function": {"name": "f", "arguments": "{}"}}]'
ROWS = '[{"a": 1, "b": "x\\u202ey"}, {"a": 2, "b": null}]'
THREAD = json.dumps([{"role": "user", "content": "hi"}])
MAIL = "From: a@x\nSubject: Lamps\n\nHello\n\n> old\n> older\n\nBye"


@pytest.mark.parametrize(
    ("text", "kind", "hint", "names"),
    [
        ("words", OutputType.TEXT, "", ["Text"]),
        ("a,b\n1,2", OutputType.TEXT, "text/csv", ["Table", "Source"]),
        ("a,b\n1,2", OutputType.TEXT, "", ["Text"]),
        ("```csv\na,b\n1,2\n```", OutputType.TEXT, "", ["Table", "Source"]),
        ("a\tb\n1\t2", OutputType.CODE, "bills.tsv", ["Table", "Code"]),
        (MAIL, OutputType.TEXT, "", ["Mail", "Text"]),
        ("# a", OutputType.MARKDOWN, "", ["Source", "Rendered"]),
        ("x = 1", OutputType.CODE, "python", ["Code"]),
        (ROWS, OutputType.JSON, "", ["Table", "Source"]),
        ('{"a": 1}', OutputType.JSON, "", ["Read", "Source"]),
        ("{broken", OutputType.JSON, "", ["Source"]),
        (THREAD, OutputType.MESSAGES, "", ["Thread", "Source"]),
        (CALLS, OutputType.TOOL_CALLS, "", ["Steps", "Read", "Source"]),
        ("[" + " " * QUICK + "]", OutputType.JSON, "", ["Source"]),
    ],
)
def test_each_kind_is_offered_its_views(text, kind, hint, names):

    assert [view.name for view in views_of(text, kind, hint)] == names


def test_every_view_is_shown_by_its_widget_and_again_in_another_theme(qtbot, qapp):
    theme = Theme(qapp)
    theme.apply("light")
    shown = OutputView("What the agent produced")
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    shown.show()
    for text, kind, widget in (
        ("words", OutputType.TEXT, shown.text),
        (MAIL, OutputType.TEXT, shown.thread_view),
        ("x = 1", OutputType.CODE, shown.code),
        (ROWS, OutputType.JSON, shown.table),
        (CALLS, OutputType.TOOL_CALLS, shown.steps),
    ):
        shown.show_view(views_of(text, kind)[0])
        assert shown.currentWidget() is widget
        assert shown.wanted_height() > 0
        assert shown.scroll_area() is not None
        for name in ("dark", "contrast", "light"):
            theme.apply(name)
            shown.set_again()
    assert shown.steps.steps.rowCount() > 1


def test_what_was_asked_is_shown_with_the_same_views():
    assert input_views(THREAD).turns
    assert input_views(MAIL).turns
    assert input_views('{"a": 1}').is_code
    assert input_views("words").name == "Text"
    assert not input_views('[{"a": 1}]').turns


def test_metadata_may_name_the_language():
    assert hint_of('{"language": "python", "a": 1}') == "python"
    assert hint_of('{"content_type": "text/csv"}') == "text/csv"
    assert hint_of('["python"]') == hint_of("{") == ""


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("x", "main.rs", "rust"),
        ("x", "text/x-python; charset=utf-8", "python"),
        ("```sql\nselect 1\n```", "", "sql"),
        ("\nimport json\n", "", "python"),
        ('{\n  "a": 1\n}', "", "json"),
        ("just words", "never heard of", ""),
    ],
)
def test_a_language_is_named_or_guessed(text, hint, language):
    assert language_of(text, hint) == language


def test_words_strings_and_comments_are_told_apart():
    text = 'def total(x: int):  # sum\n    return f"a\\"b" + 0x1F'
    found = [(s.role, text[s.start : s.end]) for s in stretches_of(text, "python") if s.role]
    assert ("keyword", "def") in found
    assert ("name", "total") in found
    assert ("type", "int") in found
    assert ("comment", "# sum") in found
    assert ("string", '"a\\"b"') in found
    assert ("number", "0x1F") in found
    dotted = [s.role for s in stretches_of("re.match(x).or", "python") if s.role]
    assert dotted == []


HOSTILE = (
    "\n",
    " ",
    '"',
    "'",
    "/*",
    "<!--",
    "<",
    "a",
    "a.",
    "0",
    "-",
    "\\",
    "\n ",
    '"""',
    "[",
    "=",
)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_text_keeps_the_colours_thinking(language, benchmark_seconds):
    for piece in HOSTILE:
        text = (piece * 60_000)[:60_000]
        assert benchmark_seconds(lambda text=text: list(stretches_of(text, language))) < 4


@pytest.fixture
def code(qtbot, qapp):
    Theme(qapp).apply("light")
    made = CodeView("output")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def colors_of(view, line):
    block = view.code.document().findBlockByNumber(line)
    return {
        (block.text()[f.start : f.start + f.length], f.format.foreground().color().name())
        for f in block.layout().formats()
    }


def test_code_is_coloured_from_the_theme_and_numbered(code, qtbot):
    code.show_code('x = "\U0001f600 a"  # b\nreturn 1\n', "python")
    qtbot.waitUntil(lambda: not code.code.colors.is_working)
    ink = dict(colors_of(code, 1))
    assert ink["return"].upper() == tokens().accent
    assert ink["1"].upper() == tokens().info
    units = code.code.document().findBlockByNumber(0).layout().formats()
    assert [(f.start, f.length) for f in units] == [(4, 6), (12, 3)]
    assert code.code.number_of(1) == 2


def test_hidden_characters_in_code_are_shown_and_counted(code):
    code.show_code("a = 1 # \u202e}", "python")
    assert "⟨U+202E⟩" in code.code.toPlainText()
    assert not code.warning.isHidden()
    code.code.selectAll()
    assert code.code.createMimeDataFromSelection().text() == "a = 1 # \u202e}"


def test_a_line_that_was_broken_keeps_one_number(code):
    code.show_code("x" * 12_000 + "\ny", "python")
    numbers = [code.code.number_of(n) for n in range(code.code.blockCount())]
    assert numbers == [1, None, None, 2]


def test_very_long_code_shows_its_head_until_asked(code, qtbot):
    text = "x = 1\n" * 100_000
    code.show_code(text, "python")
    assert not code.limit.isHidden()
    code.show_all()
    assert code.limit.isHidden()
    assert code.code.blockCount() == 100_001
    qtbot.waitUntil(lambda: not code.code.colors.is_working)


@pytest.fixture
def table(qtbot, qapp):
    Theme(qapp).apply("light")
    made = TableView("output")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_table(views_of(ROWS, OutputType.JSON)[0].table)
    made.show()
    return made


def test_cells_show_what_is_hidden_and_copy_what_is_true(table):
    index = table.cells.index(0, 1)
    assert "⟨U+202E⟩" in index.data()
    assert table.cells.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) & int(
        Qt.AlignmentFlag.AlignRight
    )
    table.selectAll()
    table.copy()
    assert QApplication.clipboard().text() == "1\tx\u202ey\n2\tnull"


def test_a_cell_alone_is_copied_by_its_key(table, qtbot):
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "x\u202ey"


def test_a_tooltip_of_a_cell_is_never_markup(table):
    text = json.dumps([{"a": "<img src=x> and more words than fit"}])
    table.show_table(views_of(text, OutputType.JSON)[0].table)
    tip = table.cells.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip


def test_a_hundred_thousand_rows_are_one_model(table, qtbot):
    text = "a,b\n" + "1,x\n" * 100_000
    table.show_table(views_of(text, OutputType.TEXT, "csv")[0].table)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    table.setCurrentIndex(table.cells.index(99_999, 1))
    assert table.currentIndex().row() == 99_999
    assert table.verticalScrollBar().value() > 0


@pytest.fixture
def thread(qtbot, qapp):
    Theme(qapp).apply("light")
    made = Thread("thread")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def show(thread, messages):
    thread.show_turns(views_of(json.dumps(messages), OutputType.MESSAGES)[0].turns)


def test_a_message_cannot_look_like_the_head_of_another(thread):
    show(
        thread,
        [{"role": "user", "content": "assistant\nyes"}, {"role": "assistant", "content": "no"}],
    )
    raised = tokens().raised
    grounds = []
    block = thread.document().begin()
    while block.isValid():
        ground = block.blockFormat().background()
        is_painted = ground.style() is not Qt.BrushStyle.NoBrush
        grounds.append((block.text().strip("\u2068\u2069"), is_painted and ground.color().name()))
        block = block.next()
    assert grounds == [
        ("user", raised.lower()), ("assistant", False), ("yes", False),
        ("assistant", raised.lower()), ("no", False),
    ]  # fmt: skip


def test_a_head_is_set_apart_even_where_a_theme_has_no_grounds(thread, qapp):
    Theme(qapp).apply("contrast")
    show(thread, [{"role": "user", "content": "hi"}])
    block = thread.document().begin()
    assert block.blockFormat().background().color().name().upper() == tokens().text
    ink = block.layout().formats() or [block.begin().fragment().charFormat()]
    assert ink[-1].foreground().color().name().upper() == tokens().surface
    Theme(qapp).apply("light")


def test_calls_and_files_are_named_as_such(thread):
    call = {"id": "c", "function": {"name": "find", "arguments": "{}"}}
    image = {"type": "image_url", "image_url": {"url": "http://e.example/x.png"}}
    show(thread, [{"role": "assistant", "content": [image], "tool_calls": [call]}])
    shown = thread.toPlainText()
    assert "calls \u2068find\u2069" in shown
    assert "\u2068image_url\u2069, not opened" in shown


def test_what_is_hidden_in_a_message_is_said_above_it_and_copied_true(thread):
    show(thread, [{"role": "user", "content": "pay\u202e001 now"}])
    assert "Hidden in this text" in thread.toPlainText()
    thread.selectAll()
    copied = thread.createMimeDataFromSelection().text()
    assert copied.endswith("pay\u202e001 now")
    assert copied.startswith("user")


def test_quoted_lines_are_folded_and_shown_by_enter(thread, qtbot):
    thread.show_turns(input_views(MAIL).turns)
    assert "older" not in thread.toPlainText()
    assert "2 quoted lines" in thread.toPlainText()
    qtbot.keyClick(thread, Qt.Key.Key_Return)
    assert "> older" in thread.toPlainText()
    qtbot.keyClick(thread, Qt.Key.Key_Return)
    assert "older" not in thread.toPlainText()


def test_a_message_runs_in_the_direction_of_its_first_letters(thread):
    assert is_right_to_left("5 \u0634\u0643\u0631\u0627")
    assert not is_right_to_left("5 EUR \u0634")
    show(thread, [{"role": "user", "content": "\u0634\u0643\u0631\u0627\nEUR 5"}])
    block: QTextBlockFormat = thread.document().lastBlock().blockFormat()
    assert block.layoutDirection() is Qt.LayoutDirection.RightToLeft
