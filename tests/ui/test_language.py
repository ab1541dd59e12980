"""The window speaks another language whole: every word, every figure, every error."""

import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction

import reviewer_app
from reviewer_app.connectors.records.stream import FileUnreadable
from reviewer_app.domain.errors import ItemChanged, ItemUnknown
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Mode, OutputType, Risk, Severity, Status, Verdict
from reviewer_app.paths import resource
from reviewer_app.ui import language, wording
from reviewer_app.ui.actions import ACTIONS, Group
from reviewer_app.ui.errors import said, words_of
from reviewer_app.ui.help.page import HelpPage
from reviewer_app.ui.language import ENGLISH, available, chosen, speak, spoken, tr
from reviewer_app.ui.vocabulary_words import word_of
from tests.factory import NOON

BOTH = {"Team"}
"""Words that are English and German."""

PACKAGE = Path(reviewer_app.__file__).parent
FILES = sorted(resource("languages").glob("reviewer_*.ts"))
LUPDATE = (
    *("-tr-function-alias", "tr+=mark,tr+=sentence,tr+=Option"),
    *("-locations", "none", "-no-obsolete", "-sort-messages", "-source-language", "en"),
)


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: it comes with PySide6's own tools")
    return found


def messages(file: Path) -> dict[tuple[str, str, str], ET.Element]:
    root = ET.parse(file).getroot()  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), m.findtext("source", ""), m.findtext("comment", "")): m
        for context in root.iter("context")
        for m in context.iter("message")
    }


def forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    if message.get("numerus"):
        return [form.text or "" for form in translation.findall("numerusform")]
    return [translation.text or ""]


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request) -> Path:
    return request.param


@pytest.fixture
def german(qapp) -> Iterator[None]:
    assert speak(qapp, "de") == "de"
    yield
    speak(qapp, ENGLISH)


def test_the_file_has_what_the_code_says_and_nothing_else(file: Path, tmp_path: Path):
    fresh = tmp_path / file.name
    shutil.copy(file, fresh)
    shown = (path for path in PACKAGE.rglob("*.py") if PACKAGE / "cli" not in path.parents)
    sources = sorted(str(path) for path in shown)
    target = file.stem.removeprefix("reviewer_")
    command = [tool("pyside6-lupdate"), *sources, "-ts", str(fresh), *LUPDATE]
    subprocess.run([*command, "-target-language", target], check=True, capture_output=True)
    assert messages(fresh).keys() == messages(file).keys()


def test_every_word_stands_under_no_context(file: Path):
    """`tr` asks for none: a word under one, found by mistake, would never be shown."""
    assert [key for key in messages(file) if key[0] or not key[1]] == []


def test_everything_is_translated(file: Path):
    unfinished = [
        key
        for key, message in messages(file).items()
        if message.find("translation").get("type") or not all(forms(message))
    ]
    assert unfinished == []


def test_the_compiled_file_is_what_the_tools_make_of_it(file: Path, tmp_path: Path):
    made = tmp_path / "made.qm"
    command = [tool("pyside6-lrelease"), str(file), "-qm", str(made)]
    subprocess.run(command, check=True, capture_output=True)
    assert made.read_bytes() == file.with_suffix(".qm").read_bytes()


def test_a_translation_keeps_what_is_filled_in(file: Path):
    wrong = [
        (source, form)
        for (_, source, _), message in messages(file).items()
        for form in forms(message)
        if _placeholders(source) != _placeholders(form)
    ]
    assert wrong == []


def _placeholders(text: str) -> tuple[list[str], int]:
    try:
        names = sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})
    except ValueError:
        names = []
    return names, text.count("%Ln")


def test_the_help_is_translated_topic_by_topic(file: Path):
    folder = resource("help") / file.stem.removeprefix("reviewer_")
    english = {path.name: path for path in resource("help").glob("*.md")}
    assert {path.name for path in folder.glob("*.md")} == english.keys()
    for name, path in english.items():
        assert _shape(folder / name) == _shape(path)


def _shape(path: Path) -> list[str]:
    """What kind of line follows what: headings, points, code."""
    text = path.read_text(encoding="utf-8")
    return re.findall(r"^(#+ |- |   - |\d+\. |```)", text, re.MULTILINE)


def test_what_there_is_a_file_for_is_offered_by_its_own_name():
    assert {(one.code, one.name) for one in available()} >= {("en", "English"), ("de", "Deutsch")}


def test_a_third_language_is_a_file(monkeypatch, tmp_path: Path):
    (tmp_path / "reviewer_pt_BR.qm").touch()
    monkeypatch.setattr(language, "resource", lambda _name: tmp_path)
    assert [one.code for one in available()] == ["en", "pt_BR"]
    assert chosen("system", ["pt-BR"]) == "pt_BR"


@pytest.mark.parametrize(
    ("wanted", "of_system", "spoken_then"),
    [
        ("de", [], "de"),
        ("en", ["de-DE"], "en"),
        ("system", ["de-AT", "en"], "de"),
        ("system", ["ga-IE", "de-DE"], "de"),
        ("system", ["ga-IE"], "en"),
        ("system", ["en-GB", "de-DE"], "en"),
        ("xx", ["de-DE"], "en"),
    ],
)
def test_the_setting_decides_then_the_system(wanted: str, of_system: list[str], spoken_then: str):
    assert chosen(wanted, of_system) == spoken_then


def test_speaking_english_again_leaves_nothing_german_behind(qapp):
    speak(qapp, "de")
    assert (spoken(), tr("Approve"), QLocale().toString(1234)) == ("de", "Freigeben", "1.234")
    speak(qapp, ENGLISH)
    assert (spoken(), tr("Approve"), QLocale().toString(1234)) == ("en", "Approve", "1,234")


def test_english_counts_have_their_plural():
    told = [tr("%Ln new item(s)", "", n) for n in (0, 1, 2, 1204)]
    assert told == ["0 new items", "1 new item", "2 new items", "1,204 new items"]


@pytest.mark.usefixtures("german")
def test_german_counts_have_their_plural():
    told = [tr("%Ln new output(s) from {name}", "", n, name="{x}") for n in (1, 1204)]
    assert told == ["1 neue Ausgabe aus {x}", "1.204 neue Ausgaben aus {x}"]


@pytest.mark.usefixtures("german")
def test_qt_speaks_german_too(qapp):
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_figures_spans_and_days_read_as_germans_write_them():
    assert wording.figure(12345) == "12.345"
    assert wording.share_words(0.004) == "0,4 %"
    assert wording.one_in(0.05) == "1 von 20"
    assert wording.span_words(timedelta(days=3)) == "3 Tage"
    assert wording.due_sentence(NOON + timedelta(hours=2, minutes=5), NOON) == "fällig in 2 h 5 min"
    assert wording.due_words(NOON - timedelta(days=3), NOON) == "3 Tage überfällig"


@pytest.mark.usefixtures("german")
def test_days_have_their_german_names():
    now = datetime(2026, 3, 11, 12).astimezone()
    assert wording.time_words(now - timedelta(days=1, hours=4), now) == "Di. 08:00"
    assert wording.time_words(now - timedelta(days=60), now) == "10. Jan."
    assert wording.time_words(now - timedelta(days=366), now) == "10. März 2025"


@pytest.mark.usefixtures("german")
def test_an_error_from_below_the_window_is_said_in_german():
    assert words_of(ItemUnknown("88213")).startswith("Es gibt keinen Eintrag „88213“.")
    changed = ItemChanged(sentence("{person} decided {item} meanwhile.", person="Ada", item="7"))
    assert words_of(changed).startswith("Ada hat inzwischen über 7 entschieden. Ihre Entscheidung")
    missing = FileUnreadable(
        Path("x"), sentence("does not exist"), sentence("Check the path and pull again.")
    )
    assert words_of(missing).startswith("x gibt es nicht; es wurde nichts daraus gelesen. Prüfen")
    assert "nicht Reviewer" not in words_of(RuntimeError("bug"))
    assert words_of(RuntimeError("bug")).startswith("In Reviewer ist etwas schiefgegangen.")


@pytest.mark.usefixtures("german")
def test_a_figure_within_a_sentence_is_written_in_german():
    assert said(sentence("it holds more than {most:,} values", most=250_000)).endswith(
        "mehr als 250.000 Werte"
    )


@pytest.mark.usefixtures("german")
def test_what_nobody_marked_as_a_sentence_stays_as_it_is():
    assert said("Approve {x}") == "Approve {x}"


@pytest.mark.parametrize("words", [Verdict, Mode, Status, Risk, OutputType, Severity])
def test_every_word_of_the_vocabulary_has_its_words(words):
    assert all(word_of(word) for word in words)


@pytest.mark.usefixtures("german")
def test_the_window_in_german_shows_no_english_word_of_the_action_table(open_window, profile):
    person = open_window(profile)
    person.waits_for("out-1")
    shown = _shown(person.window)
    english = {a.text for a in ACTIONS} | {a.says for a in ACTIONS} | {str(g) for g in Group}
    english -= BOTH
    assert {text for text in english if tr(text) == text} == set()
    assert english & shown == set()
    assert {tr(a.text) for a in ACTIONS} <= shown


def _shown(window) -> set[str]:
    """The words on every action, button and label of the window."""
    words = {text for a in window.findChildren(QAction) for text in (a.text(), a.toolTip())}
    for widget in window.findChildren(object):
        for name in ("text", "accessibleName", "title", "placeholderText"):
            read: Callable[[], str] | None = getattr(widget, name, None)
            if callable(read):
                words.add(str(read()).replace("&", ""))
    return words


def test_the_setting_is_what_the_window_speaks_at_the_next_start(qapp, profile, open_window):
    person = open_window(profile)
    person.waits_for("out-1")
    person.window.change_settings({"language": "de"})
    person.wait(lambda: person.window.workspace.settings.language == "de")
    speak(qapp, person.window.workspace.settings.language)
    again = open_window(profile)
    again.waits_for("out-1")
    assert again.window.page.bar.buttons["approve"].text() == "Freigeben"
    again.press(Qt.Key.Key_A)
    again.waits_for("out-2")
    again.waits_until_saved()
    again.wait(lambda: "out-1 freigegeben" in str(_shown(again.window)))


@pytest.mark.usefixtures("german")
def test_the_help_speaks_german(qtbot):
    page = HelpPage()
    qtbot.addWidget(page)
    page.show_topic("words")
    assert "Was die Wörter bedeuten" in page.text.reader.toPlainText()


def test_a_topic_that_nobody_translated_is_shown_in_english(qapp, qtbot):
    qapp.setProperty("reviewer-language", "pt_BR")
    page = HelpPage()
    qtbot.addWidget(page)
    page.show_topic("words")
    assert "What the words mean" in page.text.reader.toPlainText()
