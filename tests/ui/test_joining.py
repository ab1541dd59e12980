"""Joining a team in the window, and what a member and a lead do there, at a real hub."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reviewer_app import app
from reviewer_app.domain.vocabulary import Role, Status
from reviewer_app.services.team.belonging import Belonging, Offer
from reviewer_app.services.team.checkouts import TakingStopped
from reviewer_app.store.hub.errors import HubDenied
from reviewer_app.ui.main_window import MainWindow
from tests import postgres
from tests.factory import Clock, incoming, open_profile, pull
from tests.hub.team import Team
from tests.postgres import Server
from tests.ui.conftest import POLICY

Key = Qt.Key
NOW = datetime.now(UTC)  # noqa: TID251 - leases and enrolments end by the hub's clock, a real one


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    found = postgres.found()
    yield found
    found.close()


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def team(server, tmp_path) -> Iterator[Team]:
    url = server.fresh_hub()
    with Team(url, tmp_path) as made:
        yield made
    server.drop(url)


@pytest.fixture
def text(team) -> str:
    offer = Offer("Grace", Role.REVIEWER, ("finance", "support"))
    return belonging_of(team.lea.profile).invite(offer)


@pytest.fixture
def alone(tmp_path, clock, opened_profiles):
    """Somebody who decided once and works alone."""
    made = open_profile(tmp_path / "grace", POLICY, clock)
    pull(made, incoming(1), incoming(2))
    opened_profiles.callback(made.close)
    return made


def belonging_of(profile) -> Belonging:
    return app.Workspace(profile).belonging


def section_of(person):
    """The settings about the team, open."""
    person.window.hub.show_settings()
    section = person.window.shell.settings.team
    person.wait(lambda: section.place is not None)
    return section


def messages_of(person) -> list[str]:
    return person.window.shell.messages.texts()


def goes_to(person, widget):
    """Tab, until the keyboard is there."""
    for _ in range(60):
        if QApplication.focusWidget() is widget:
            return
        person.press(Key.Key_Tab)
    pytest.fail("no key leads there")


def test_a_text_that_is_cut_off_says_so_and_cannot_be_joined_with(open_window, alone, text):
    person = open_window(alone)
    join = section_of(person).join
    join.text.setPlainText(text[:150])
    person.wait(join.fault.isVisible)
    assert "end is missing" in join.fault.text()
    assert not join.join.isEnabled()
    join.text.setPlainText("good morning")
    person.wait(lambda: "no" in join.fault.text() and join.fault.isVisible())
    assert not join.says.isVisible()


def test_joining_by_the_keyboard_alone_goes_on_as_somebody_of_the_team(
    open_window, alone, team, text, opened_profiles, tmp_path
):
    team.come(4)
    person = open_window(alone)
    person.wait(lambda: person.sees() is not None)
    person.press(Key.Key_A)
    person.waits_until_saved()
    section = section_of(person)
    person.wait(section.join.history.isVisible)
    goes_to(person, section.join.text)
    QGuiApplication.clipboard().setText(f"Dear Grace,\n> {text}\nKind regards")
    person.press(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    person.wait(section.join.join.isEnabled)
    assert [value.text() for value in section.join.says.values][:2] == ["Grace", "reviewer"]
    goes_to(person, section.join.join)
    person.press(Key.Key_Return)
    person.wait(lambda: person.window.greeting_of_next is not None)
    assert person.window.greeting_of_next == "You are Grace, reviewer, in finance, support."
    assert not person.window.isVisible()

    assert alone.settings.reviewer == "Grace"

    alone.close()
    again = app.open_profile(tmp_path / "grace")
    opened_profiles.callback(again.close)
    person = open_window(again)
    line = person.window.shell.status
    person.wait(lambda: line.hub.text().startswith("team hub: exchanged"))
    person.wait(lambda: person.window.queue.counts.arrived == 4)
    assert line.state.text().endswith("·")
    goes_to(person, line.hub)
    person.press(Key.Key_Return)
    section = person.window.shell.settings.team
    person.wait(section.here.isVisible)
    assert section.here.values.values[0].text() == "Grace"
    assert section.join.isHidden()


def test_the_program_opens_the_profile_anew_and_greets(tmp_path, monkeypatch, qapp):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    seen: list[str] = []

    def window() -> MainWindow | None:
        shown = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        return next((w for w in shown if w.isVisible() and w.relay.is_started), None)

    def act() -> None:
        there = window()
        if there is None:
            return
        if not there.shell.messages.texts():
            there.reopen("You are ada, reviewer, in finance.")
            return
        seen.extend(there.shell.messages.texts())
        timer.stop()
        there.close()

    timer = QTimer(qapp)
    timer.timeout.connect(act)
    timer.start(50)
    assert app.show(app.open_profile(tmp_path / "home")) == 0
    assert seen == ["You are ada, reviewer, in finance."]


def test_what_is_decided_offline_is_counted_and_a_member_takes_items_along(open_window, team):
    team.come(6)
    person = open_window(team.ada.profile)
    person.wait(lambda: person.listed() == 6)
    section = section_of(person)
    section.along.number.setText("2")
    section.along.take_along()
    person.wait(lambda: section.place.standing.checked_out == 2)
    assert section.along.held.text().startswith("2 items are yours alone until")
    person.window.hub.status.close()
    person.window.hub.status._run = None
    person.window.show_review()
    person.wait(lambda: person.sees() is not None)
    person.press(Key.Key_A)
    person.waits_until_saved()
    person.wait(lambda: person.window.hub.status.exchange.standing.unsent == 1)


def test_who_is_away_says_so_to_the_whole_team(open_window, team):
    person = open_window(team.ada.profile)
    person.wait(lambda: person.window.hub.is_member)
    person.window.bindings["team.be_away"].trigger()
    section = person.window.shell.settings.team
    person.wait(lambda: section.away.day is not None)
    assert QApplication.focusWidget() is section.away.day.shown.tomorrow
    person.press(Key.Key_Return)
    person.wait(lambda: section.away.state.text().startswith("You are away until"))
    listed = belonging_of(team.lea.profile).roster().members
    assert next(m for m in listed if m.name == "ada").away_until > NOW


def test_a_lead_invites_changes_and_revokes_in_the_window(open_window, team):
    person = open_window(team.lea.profile)
    section = section_of(person)
    members = section.members
    person.wait(lambda: members.model.rowCount() == 5)
    members.invite.invite.click()
    person.wait(members.invite.fault.isVisible)
    members.invite.name.setText("dora")
    members.invite.invite.click()
    person.wait(lambda: members.model.rowCount() == 6)
    members.invite.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert belonging_of(team.lea.profile).read(copied).name == "dora"

    members.table.choose("bo")
    members.table.setFocus()
    person.press(Key.Key_Return)
    members.change.pools.setText("finance, legal")
    members.change.save.click()
    person.wait(members.change.isHidden)
    roster = belonging_of(team.lea.profile).roster()
    assert next(m for m in roster.members if m.name == "bo").pools == ("finance", "legal")

    members.table.choose("lea")
    members.table.setFocus()
    person.press(Key.Key_Return)
    assert not members.change.revoke.isVisible()  # nobody revokes themselves by a slip
    members.change.pools.setText(" ,")
    members.change.save.click()
    person.wait(lambda: any("at least one pool" in t for t in messages_of(person)))

    members.table.choose("cy")
    members.table.setFocus()
    person.press(Key.Key_Return)
    members.change.revoke.first.click()
    assert QApplication.focusWidget() is members.change.revoke.back
    members.change.revoke.sure.click()
    person.wait(members.change.isHidden)
    with pytest.raises(HubDenied):
        belonging_of(team.cy.profile).roster()


def test_who_leaves_works_alone_with_what_is_here(team):
    team.come(2)
    belonging_of(team.ada.profile).leave()
    assert not belonging_of(team.ada.profile).look().standing.is_member
    assert len(team.ada.queue(*Status)) == 2


def test_an_auditor_sees_who_is_in_the_team_and_changes_nothing(open_window, team):
    auditor = team.hire("una", Role.AUDITOR)
    person = open_window(auditor.profile)
    section = section_of(person)
    person.wait(lambda: section.members.model.rowCount() == 6)
    assert section.members.invite.isHidden()
    section.members._open(section.members.model.row(section.members.model.index(0, 0)))
    assert section.members.change.isHidden()
    person.window.close()
    auditor.close()


def test_taking_along_can_be_stopped_and_the_items_stay_ones_own(team):
    team.come(3)
    ada = belonging_of(team.ada.profile)
    with team.ada.profile.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM content")
    with pytest.raises(TakingStopped):
        ada.take(3, timedelta(hours=1), cancelled=lambda: True)
    assert ada.look().standing.checked_out == 3
    assert ada.look().taken_until > NOW
    assert ada.give_back() == 3
