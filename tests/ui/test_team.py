"""The Team page: whoever leads sees who has what, settles what is disputed, and hands over."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from sqlalchemy import update

from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.store import identity
from reviewer_app.ui.team.away_row import day_of
from reviewer_app.ui.team.load_model import MIME, Column
from tests.factory import colleague, decide_as, entries, entry
from tests.ui.test_accessible import check

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def team_profile(profile):
    """Bo and Cy are of the team, and differ on the first item."""
    decide_as(profile, "Bo", Verdict.CORRECT, correction="a better answer")
    decide_as(profile, "Cy", Verdict.APPROVE)
    return profile


@pytest.fixture
def lead(open_window, team_profile):
    """On the Team page, everything there."""
    made = open_window(team_profile)
    show_team(made)
    return made


def show_team(person):
    person.wait(lambda: person.window.relay.leads)
    person.press(Qt.Key.Key_T, CTRL)
    page = team(person)
    person.wait(page.model.rowCount)
    person.wait(lambda: page.disputes.case is not None)


def team(person):
    return person.window.shell.team


def card(person):
    return team(person).hand_over


def names(person):
    return [row.name for row in team(person).model.rows() if row.person_id]


def count_of(person, name):
    rows = team(person).model.rows()
    return next(row.waiting.total for row in rows if row.name == name)


def test_who_works_alone_sees_no_team(person):
    window = person.window
    assert window.shell.rail.entries["team"].isHidden()
    assert not window.bindings["team.show"].isEnabled()
    window.team.show()
    person.wait(lambda: not team(person).blank.isHidden())
    assert team(person).blank.title.text() == "You work alone"


def test_a_reviewer_of_a_team_sees_no_team_page(open_window, team_profile):
    with team_profile.store.writing() as connection:
        connection.execute(update(identity.PERSON).values(role="reviewer"))
    person = open_window(team_profile)
    person.waits_for("out-1")
    assert person.window.shell.rail.entries["team"].isHidden()
    assert not person.window.relay.leads


def test_a_lead_finds_the_team_in_the_rail(lead):
    assert not lead.window.shell.rail.entries["team"].isHidden()
    assert names(lead) == ["ana", "Bo", "Cy"]
    assert "6 open" in team(lead).summary.text()
    assert "1 disputed" in team(lead).summary.text()


def test_enter_lists_what_nobody_has(lead):
    table = team(lead).table
    assert QApplication.focusWidget() is table
    lead.press(Qt.Key.Key_End)
    lead.press(Qt.Key.Key_Return)
    assert lead.window.shell.shows_review
    assert lead.window.queue.filter_row.filters.search == "assignee:nobody pool:everyone"
    lead.wait(lambda: lead.listed() == 6)


def test_every_row_is_a_whole_sentence_for_who_hears_it(lead):
    model = team(lead).model
    told = model.index(model.rowCount() - 1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("nobody yet. everyone. 6 open: 6 low")


def test_the_order_is_by_a_column_and_what_nobody_has_stays_last(lead):
    model = team(lead).model
    model.sort(Column.PERSON, Qt.SortOrder.DescendingOrder)
    assert names(lead) == ["Cy", "Bo", "ana"]
    assert model.rows()[-1].person_id is None


def test_the_two_decisions_stand_side_by_side(lead):
    sides = team(lead).disputes.case.sides
    assert [s.opinion.person for s in sides] == ["Bo", "Cy"]
    assert team(lead).disputes.left.isVisible()
    assert "1 of 1" in team(lead).disputes.place.text()


def test_one_press_takes_the_left_and_one_undo_takes_it_back(lead, team_profile):
    lead.press(Qt.Key.Key_1)
    lead.wait(lambda: entry(team_profile).verdict is Verdict.CORRECT)
    lead.wait(lambda: team(lead).disputes.case is None)
    lead.wait(lead.window.bindings["review.undo"].isEnabled)
    lead.press(Qt.Key.Key_Z, CTRL)
    lead.wait(lambda: entry(team_profile).status is Status.DISPUTED)
    lead.wait(lambda: team(lead).disputes.case is not None)
    assert lead.window.shell.shows_team


def test_a_decision_that_was_taken_is_the_leads_own(lead, team_profile):
    lead.press(Qt.Key.Key_2)
    lead.wait(lambda: entry(team_profile).verdict is Verdict.APPROVE)
    opinions = team_profile.review.open(entry(team_profile).item_id).opinions
    assert opinions[-1].person == "ana"
    assert len(opinions[-1].decision.settles) == 2


def test_my_own_is_written_on_the_desk(lead):
    lead.press(Qt.Key.Key_E)
    lead.wait(lambda: lead.window.shell.shows_review)
    lead.waits_for("out-1")


def test_three_decisions_are_each_taken_by_their_digit(open_window, team_profile):
    decide_as(team_profile, "Di", Verdict.REJECT)
    lead = open_window(team_profile)
    show_team(lead)
    disputes = team(lead).disputes
    assert [side.button.isVisible() for side in disputes.sides] == [True] * 3
    assert disputes.left.isHidden()
    lead.press(Qt.Key.Key_3)
    lead.wait(lambda: entry(team_profile).verdict is Verdict.REJECT)


def test_an_escalation_to_leads_stands_there_with_its_reason(open_window, team_profile):
    decide_as(team_profile, "Bo", Verdict.ESCALATE, "out-2")
    lead = open_window(team_profile)
    show_team(lead)
    lead.press(Qt.Key.Key_J)
    disputes = team(lead).disputes
    lead.wait(lambda: disputes.case.entry.external_id == "out-2")
    assert not any(side.can_be_taken for side in disputes.case.sides)
    assert "Escalated" in disputes.title.text()
    lead.press(Qt.Key.Key_K)
    lead.wait(lambda: disputes.case.entry.external_id == "out-1")


def hand_over(lead, search, name, reason):
    card(lead).select_search(search)
    lead.wait(lambda: card(lead).count.count)
    chip = next(c for c, target in card(lead).targets.chips if target.name == name)
    chip.click()
    card(lead).reason.setFocus()
    lead.type(reason)
    lead.press(Qt.Key.Key_Return, CTRL)


def test_what_a_search_finds_is_handed_over_and_comes_back_with_one_undo(lead):
    hand_over(lead, "assignee:nobody", "Bo", "Cy is ill")
    lead.wait(lambda: count_of(lead, "Bo") == 6)
    assert any("Bo" in text for text in lead.window.shell.messages.texts())
    lead.wait(lead.window.bindings["review.undo"].isEnabled)
    team(lead).table.setFocus()
    lead.press(Qt.Key.Key_Z, CTRL)
    lead.wait(lambda: count_of(lead, "Bo") == 0)
    assert lead.window.shell.shows_team


def test_what_would_come_of_it_is_said_before(lead):
    card(lead).select_search("assignee:nobody")
    lead.wait(lambda: card(lead).count.count == 6)
    card(lead).targets.chips[1][0].click()
    lead.wait(lambda: "would have 6, now 0" in card(lead).preview.text())


def test_without_a_reason_nothing_is_handed_over_and_the_field_is_shown(lead, team_profile):
    card(lead).select_search("assignee:nobody")
    lead.wait(lambda: card(lead).count.count)
    card(lead).targets.chips[0][0].click()
    lead.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is card(lead).reason
    assert all(e.assignee is None for e in entries(team_profile))


def test_balance_shows_who_would_get_what_and_moves_it_when_told(lead, team_profile):
    lead.press(Qt.Key.Key_B)
    lead.wait(lambda: card(lead).preview.text().count(": 0 → 2") == 3)
    assert all(e.assignee is None for e in entries(team_profile))
    assert QApplication.focusWidget() is card(lead).reason
    lead.type("a fair share")
    lead.press(Qt.Key.Key_Return, CTRL)
    lead.wait(lambda: count_of(lead, "Bo") == 2)
    lead.wait(lead.window.bindings["review.undo"].isEnabled)
    team(lead).table.setFocus()
    lead.press(Qt.Key.Key_Z, CTRL)
    lead.wait(lambda: count_of(lead, "Bo") == 0)


def test_what_is_picked_in_the_list_comes_along(lead):
    lead.press(Qt.Key.Key_Escape)
    lead.wait(lambda: lead.window.shell.shows_review)
    lead.press(Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    lead.wait(lambda: lead.window.queue.picking.picks.count.count == 2)
    lead.press(Qt.Key.Key_H, CTRL)
    assert lead.window.shell.shows_team
    assert card(lead).count.count == 2
    assert "2 items selected" in card(lead).count_words.text()


def test_what_one_person_has_is_dragged_onto_another(lead):
    hand_over(lead, "assignee:nobody", "Bo", "to share")
    lead.wait(lambda: count_of(lead, "Bo") == 6)
    model = team(lead).model
    places = {row.name: n for n, row in enumerate(model.rows())}
    dragged = model.mimeData([model.index(places["Bo"], 0)])
    onto = model.index(places["Cy"], 0)
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, onto)
    lead.wait(lambda: card(lead).count.count == 6)
    assert card(lead).targets.target.name == "Cy"


def test_something_else_that_is_dropped_changes_nothing(lead):
    made = QMimeData()
    made.setText("assignee:Bo")
    model = team(lead).model
    assert not model.dropMimeData(made, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert not model.dropMimeData(made, Qt.DropAction.MoveAction, -1, -1, model.index(0, 0))
    assert card(lead).picked is None
    assert MIME not in made.formats()


def test_somebody_is_away_until_the_day_that_was_pressed(lead):
    table = team(lead).table
    table.setFocus()
    lead.press(Qt.Key.Key_Down)
    assert table.current().name == "Bo"
    lead.press(Qt.Key.Key_W)
    assert team(lead).away_row.isVisible()
    lead.press(Qt.Key.Key_Space)
    lead.wait(lambda: table.current().where.presence == "away")
    assert QApplication.focusWidget() is table


def test_the_menu_of_a_row_chooses_who_gets_it(lead):
    row = next(row for row in team(lead).model.rows() if row.name == "Cy")
    team(lead).table.target_wanted.emit(row)
    assert card(lead).targets.target.name == "Cy"
    assert QApplication.focusWidget() is lead.window.shell.team.hand_over._box.field


def test_esc_leaves_the_row_that_asks_before_the_page(lead):
    lead.press(Qt.Key.Key_W)
    lead.press(Qt.Key.Key_Escape)
    assert team(lead).away_row.isHidden()
    assert lead.window.shell.shows_team


@pytest.mark.parametrize(
    ("typed", "day"), [("2026-12-01", "2026-12-01"), ("never", None), ("", None)]
)
def test_a_day_is_read_as_people_type_it(typed, day):
    found = day_of(typed)
    assert (found.isoformat() if found else None) == day


def test_letters_that_are_typed_are_no_keys_of_the_page(lead, team_profile):
    card(lead).reason.setFocus()
    lead.type("bwje12")
    assert card(lead).reason.text() == "bwje12"
    assert team(lead).away_row.isHidden()
    assert entry(team_profile).status is Status.DISPUTED


def test_every_control_of_the_page_has_a_name_and_is_reached(lead):
    check(lead)


def test_a_small_window_reaches_everything_too(open_window, team_profile):
    lead = open_window(team_profile, (1024, 640))
    show_team(lead)
    check(lead)


def test_five_hundred_people_are_found_by_typing(open_window, team_profile):
    with team_profile.store.writing() as connection:
        for n in range(500):
            identity.add_teammate(connection, f"Person {n:03}")
    lead = open_window(team_profile)
    show_team(lead)
    targets = card(lead).targets
    assert len(targets.chips) == 10
    targets.field.setFocus()
    lead.type("person 417")
    lead.press(Qt.Key.Key_Return)
    assert targets.target.name == "Person 417"


def test_the_menu_of_leads_is_not_there_for_others(person, lead):
    def menu(window) -> QAction:
        return next(a for a in window.menuBar().actions() if a.text() == "&Team")

    assert menu(lead.window).isVisible()
    assert person.window is not lead.window


def test_a_name_with_blanks_is_searched_whole(open_window, team_profile):
    colleague(team_profile, "Maria del Mar")
    lead = open_window(team_profile)
    show_team(lead)
    rows = team(lead).model.rows()
    place = next(n for n, row in enumerate(rows) if row.name == "Maria del Mar")
    for _ in range(place + 1):
        lead.press(Qt.Key.Key_Down)
    lead.press(Qt.Key.Key_Home)
    team(lead)._open(rows[place])
    assert lead.window.queue.filter_row.filters.search == 'assignee:"Maria del Mar"'
