"""Searching, saved views, picking several, going to an item: with keys in a real window."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.queue import Picked, Sort
from reviewer_app.settings import SavedView
from reviewer_app.ui.queue.filters import Filters, For, View
from reviewer_app.ui.queue.picks import Picks
from reviewer_app.ui.saved_views import filters_of, view_of
from tests.factory import entry, incoming, pull

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


@pytest.fixture
def box(person):
    """The search box, with the keyboard in it and ready to read what is typed."""
    person.press(KEY.Key_Slash)
    made = person.window.queue.filter_row.box
    person.wait(lambda: made._scope is not None)
    return made


def offered(box):
    return [] if box.suggestions.isHidden() else [s.text for s in box.suggestions.shown]


def test_results_come_as_one_types_and_what_was_understood_is_said(person, box):
    person.type("answer 3")
    person.waits_for("out-3")
    assert person.listed() == 1
    assert box.field.hasFocus()
    box.field.selectAll()
    person.type("-agent:writer confidence:>0.5 ")
    person.wait(lambda: person.listed() == 0)
    assert box.understood.texts() == ["not agent: writer", "confidence: > 0.5"]


def test_enter_goes_on_to_what_was_found_and_its_keys(person, box):
    person.type("answer 3")
    person.press(KEY.Key_Return)
    person.waits_for("out-3")
    assert not box.field.hasFocus()
    person.press(KEY.Key_A)
    person.wait(lambda: person.listed() == 0)
    person.waits_until_saved()


def test_keys_and_then_their_values_are_offered_and_taken_without_a_pointer(person, box):
    person.type("ag")
    assert offered(box) == ["agent:"]
    person.press(KEY.Key_Tab)
    assert box.field.text() == "agent:"
    person.wait(lambda: offered(box) == ["writer"])
    person.press(KEY.Key_Down)
    person.press(KEY.Key_Return)
    assert box.field.text() == "agent:writer "
    assert offered(box) == []
    person.type("risk:")
    assert offered(box) == ["low", "medium", "high", "critical"]
    person.press(KEY.Key_Up)
    person.press(KEY.Key_Tab)
    assert box.field.text() == "agent:writer risk:critical "
    person.wait(lambda: person.listed() == 0)


def test_esc_closes_the_list_first_and_leaves_the_field_then(person, box):
    person.type("r")
    assert offered(box)
    person.press(KEY.Key_Escape)
    assert offered(box) == []
    assert box.field.hasFocus()
    person.press(KEY.Key_Escape)
    assert not box.field.hasFocus()


def test_enter_searches_for_a_word_that_begins_like_a_key(person, box):
    person.type("du")
    assert offered(box) == ["due:"]
    person.press(KEY.Key_Return)
    assert box.field.text() == "du"
    person.wait(lambda: person.listed() == 0)


def test_a_fault_is_said_at_its_place_and_the_list_stays(person, box):
    person.type("confidence:sure")
    person.press(KEY.Key_Return)
    assert not box.understood.fault.isHidden()
    assert box.understood.fault.text() == (
        "sure: confidence wants a number such as <0.7, not “sure”. The list stays as it was."
    )
    assert person.listed() == 6
    assert person.window.queue.filter_row.filters.search == ""


def test_letters_typed_in_the_box_decide_nothing(person, box):
    person.type("ar")
    assert box.field.text() == "ar"
    assert person.window.desk.decisions.pending == 0
    assert person.listed() == 6


@pytest.fixture
def saved(person):
    """The list narrowed and kept under a name."""
    queue = person.window.queue
    queue.narrow(Filters(search="answer 3"))
    person.wait(lambda: person.listed() == 1)
    person.press(KEY.Key_S, CTRL | SHIFT)
    person.wait(queue.name_row.field.hasFocus)
    queue.name_row.field.selectAll()
    person.type("Threes")
    person.press(KEY.Key_Return)
    person.wait(lambda: len(names_of(person)) == 1)
    return person


def names_of(person):
    return [e.text() for e in person.window.shell.rail.saved_entries()]


def test_a_view_is_kept_counted_and_gone_to_by_its_digit(saved):
    rail = saved.window.shell.rail
    (view,) = rail.saved_entries()
    saved.wait(lambda: view._figure == "1")
    assert view.isChecked()
    assert saved.window.workspace.settings.views == (SavedView(name="Threes", search="answer 3"),)
    saved.window.go("My queue")
    saved.wait(lambda: saved.listed() == 6)
    assert not view.isChecked()
    saved.press(KEY.Key_1, CTRL)
    saved.wait(lambda: saved.listed() == 1)
    assert view.isChecked()


def test_a_view_is_renamed_and_removed_by_keys_and_comes_back_by_undo(saved):
    window = saved.window
    (view,) = window.shell.rail.saved_entries()
    view.setFocus()
    saved.press(KEY.Key_F2)
    saved.wait(window.queue.name_row.field.hasFocus)
    window.queue.name_row.field.setText("Only threes")
    saved.press(KEY.Key_Return)
    saved.wait(lambda: names_of(saved) == ["Only threes"])
    (view,) = window.shell.rail.saved_entries()
    view.setFocus()
    saved.press(KEY.Key_Delete)
    saved.wait(lambda: names_of(saved) == [])
    assert window.workspace.settings.views == ()
    window.shell.messages.lines[0].action_link.click()
    saved.wait(lambda: names_of(saved) == ["Only threes"])


def test_a_view_of_the_same_name_takes_its_place(saved):
    saved.window.queue.narrow(Filters(view=View.ALL, sort=Sort.RANDOM))
    saved.window.views.keep("threes", saved.window.queue.filter_row.filters)
    saved.wait(lambda: names_of(saved) == ["threes"])
    (view,) = saved.window.workspace.settings.views
    assert filters_of(view) == Filters(view=View.ALL, sort=Sort.RANDOM)


def test_a_saved_view_is_in_the_palette(saved):
    saved.press(KEY.Key_K, CTRL)
    saved.type("threes")
    assert saved.window.palette_box.fitting[0].words == "Threes"


def test_a_view_that_is_not_there_is_said(person):
    person.press(KEY.Key_4, CTRL)
    assert "no saved view 4" in person.window.shell.messages.texts()[0]
    assert person.listed() == 6


def test_every_filter_comes_back_from_a_saved_view():
    filters = Filters(View.ALL, "resolved", "w", "high", For.ME_OR_NOBODY, Sort.RISK, "x y")
    assert filters_of(view_of("n", filters)) == filters
    assert filters_of(view_of("n", Filters())) == Filters()


def picked(person):
    return person.window.queue.selected()


def external(person):
    queue = person.window.queue
    rows = range(queue.model.rowCount())
    entries = [queue.model.entry(row) for row in rows]
    return [e.external_id for e in entries if e and e.item_id in queue.picking.picks]


def test_a_stretch_is_picked_by_shift_and_shrinks_again(person):
    for _ in range(3):
        person.press(KEY.Key_J, SHIFT)
    assert external(person) == ["out-1", "out-2", "out-3", "out-4"]
    person.press(KEY.Key_K, SHIFT)
    assert external(person) == ["out-1", "out-2", "out-3"]
    bar = person.window.queue.picked_bar
    assert bar.count.text() == "3 selected"
    assert bar.isVisible()
    person.press(KEY.Key_Escape)
    assert picked(person) == []
    assert not bar.isVisible()
    assert person.sees() == "out-3"


def test_single_items_are_picked_by_a_key_and_by_a_click(person):
    person.press(KEY.Key_Space, CTRL)
    person.press(KEY.Key_J)
    person.press(KEY.Key_J)
    person.press(KEY.Key_Space, CTRL)
    assert external(person) == ["out-1", "out-3"]
    view = person.window.queue.list
    place = view.visualRect(view.model().index(4)).center()
    person.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert external(person) == ["out-1", "out-3", "out-5"]
    person.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert external(person) == ["out-1", "out-3"]
    assert person.sees() == "out-3"


def test_a_click_with_shift_picks_up_to_there(person):
    view = person.window.queue.list
    place = view.visualRect(view.model().index(2)).center()
    person.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, SHIFT, place)
    assert external(person) == ["out-1", "out-2", "out-3"]


def test_all_of_a_list_is_a_value_that_leaves_some_out(person):
    told = []
    person.window.queue.selection_changed.connect(told.append)
    person.press(KEY.Key_A, CTRL)
    assert len(external(person)) == 6
    person.press(KEY.Key_Space, CTRL)
    assert external(person) == [f"out-{n}" for n in range(2, 7)]
    value = person.window.queue.picked()
    assert value.query is not None
    review = person.window.workspace.review
    ids = review.lists.picked(value, 100)
    assert [review.open(i).item.external_id for i in ids] == [f"out-{n}" for n in range(2, 7)]
    assert len(told) == 2


def test_another_list_begins_with_nothing_picked(person):
    person.press(KEY.Key_A, CTRL)
    person.window.go("All")
    assert person.window.queue.picked() == Picked()


def test_picking_more_than_is_held_asks_for_the_rest(open_window, profile):
    pull(profile, *(incoming(n, output=f"more {n}") for n in range(100, 400)))
    person = open_window(profile)
    person.wait(lambda: person.listed() == 306)
    queue = person.window.queue
    queue.picking.stretch(0, 299)
    person.wait(lambda: len(picked(person)) == 300)
    listed = person.window.workspace.review.lists.ids(queue.query(), 300)
    assert picked(person) == listed


def test_a_decided_item_is_no_longer_picked(qapp):
    picks = Picks(qapp)
    told = []
    picks.changed.connect(lambda: told.append(picks.count.count))
    first, second = (UUID(int=n) for n in (1, 2))
    picks.pick([first, second])
    picks.drop(first)
    assert picks.ids() == [second]
    assert picks.clear()
    assert not picks.clear()
    assert told == [2, 1, 0]


def test_an_item_is_gone_to_by_the_beginning_of_its_id(person, profile):
    person.press(KEY.Key_G, CTRL)
    palette = person.window.palette_box
    assert palette.field.hasFocus()
    person.type("out-5")
    person.wait(lambda: len(palette.fitting) == 1)
    person.press(KEY.Key_Return)
    person.waits_for("out-5")
    person.press(KEY.Key_G, CTRL)
    person.type(entry(profile, "out-2").item_id.hex[:12])
    person.wait(lambda: len(palette.fitting) == 1)
    person.press(KEY.Key_Return)
    person.waits_for("out-2")


def test_the_list_stays_where_it_is_when_others_write(open_window, profile):
    pull(profile, *(incoming(n, output=f"more {n}") for n in range(100, 160)))
    person = open_window(profile)
    person.wait(lambda: person.listed() == 66)
    queue = person.window.queue
    for _ in range(30):
        person.press(KEY.Key_J)
    bar = queue.list.verticalScrollBar()
    bar.setValue(bar.value() + 37)
    at, top = bar.value(), queue.list.indexAt(QPoint(5, 5)).row()
    shown = queue.model.entry(top).external_id
    current = queue.model.entry(queue.current_row()).external_id
    person.waits_for(current)
    gone = [queue.model.entry(row).external_id for row in (0, 1)]
    with profile.store.transaction() as transaction:
        ids = [entry(profile, external_id).item_id for external_id in gone]
        transaction.connection.exec_driver_sql(
            "UPDATE queue_entry SET is_open = 0, status = 'resolved' WHERE item_id IN "
            f"('{ids[0].hex}', '{ids[1].hex}')"
        )
    queue.refresh()
    person.wait(lambda: person.listed() == 64)
    QApplication.processEvents()
    assert queue.model.entry(queue.list.indexAt(QPoint(5, 5)).row()).external_id == shown
    assert bar.value() == at - 2 * queue.list.sizeHintForRow(0)
    assert person.sees() == current
    assert queue.model.entry(queue.current_row()).external_id == current


def test_a_narrow_rail_shows_a_letter_for_a_saved_view(saved):
    rail = saved.window.shell.rail
    rail.set_narrow(is_narrow=True)
    (view,) = rail.saved_entries()
    assert view.width() <= 56
    assert view._place.letter == "T"
    assert "Threes" in view.toolTip()
    assert rail.saved.isHidden()
