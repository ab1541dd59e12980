"""The action table holds together, and everything in it can be found."""

from collections import Counter
from itertools import combinations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from reviewer_app.ui.actions import ACTIONS, Owner, action, keycap_of
from reviewer_app.ui.connections_part import ConnectionsPart
from reviewer_app.ui.help.keys import KeyList
from reviewer_app.ui.help_part import HelpPart
from reviewer_app.ui.hub_part import HubPart
from reviewer_app.ui.main_window import MainWindow
from reviewer_app.ui.palette import Choice, found
from reviewer_app.ui.queue.panel import QueuePanel
from reviewer_app.ui.review.desk_actions import DeskActions
from reviewer_app.ui.review.reading_actions import ReadingActions
from reviewer_app.ui.team_part import TeamPart
from reviewer_app.ui.transfers import Transfers

OWNERS = {
    Owner.WINDOW: MainWindow,
    Owner.DESK: DeskActions,
    Owner.READING: ReadingActions,
    Owner.QUEUE: QueuePanel,
    Owner.TRANSFERS: Transfers,
    Owner.TEAM: TeamPart,
    Owner.HUB: HubPart,
    Owner.HELP: HelpPart,
    Owner.CONNECTIONS: ConnectionsPart,
}


def test_ids_are_unique():
    assert [name for name, n in Counter(a.id for a in ACTIONS).items() if n > 1] == []


def test_keys_are_unique_where_both_could_be_meant_and_qt_knows_them():
    keys = [key for a in ACTIONS for key in a.keys]
    pairs = [(a, b) for a, b in combinations(ACTIONS, 2) if set(a.keys) & set(b.keys)]
    assert [(a.id, b.id) for a, b in pairs if a.meets(b)] == []
    assert [key for key in keys if QKeySequence(key).isEmpty()] == []


def test_every_method_exists():
    assert [a.id for a in ACTIONS if not callable(getattr(OWNERS[a.owner], a.method, None))] == []


def test_every_action_says_what_it_does():
    assert [a.id for a in ACTIONS if not a.says or not a.text] == []


def test_every_action_is_in_a_menu(person):
    listed: set[str] = set()
    for menu in person.window.menuBar().findChildren(QMenu):
        listed |= {entry.objectName() for entry in menu.actions()}
    assert {a.id for a in ACTIONS} - listed == set()


def test_every_action_is_in_help_and_a_search_narrows_it(qtbot):
    keys = KeyList()
    qtbot.addWidget(keys)
    assert set(keys.shown()) == {a.id for a in ACTIONS}
    keys.narrow("ctrl k")
    assert keys.shown() == ["view.find_action"]
    keys.narrow("no such thing")
    assert keys.shown() == []


def test_a_button_shows_the_key_of_the_table(person):
    button = person.window.page.bar.buttons["reject"]
    assert button._keys == action("review.reject").keycap


def test_keycaps_read_as_people_say_them():
    assert keycap_of("Ctrl+Return") == "Ctrl ⏎"
    assert keycap_of("Shift+F8") == "Shift F8"


def test_the_palette_finds_by_letters_in_order_and_beginnings_first():
    choices = [
        Choice(words, "File", lambda: None) for words in ("Next item", "Export labels", "Reject")
    ]
    assert next(c.words for c in found(choices, "ex")) == "Export labels"
    assert found(choices, "zzz") == []
    assert len(found(choices, "")) == 3
