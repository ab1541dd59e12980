"""The Connections page: connected, tried, mapped, watched and mended, by keyboard."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from reviewer_app.connections.configured import Wanted
from reviewer_app.domain.delivery import Delivery, DeliveryState
from reviewer_app.settings import SinkSettings, SourceSettings
from reviewer_app.store import deliveries
from reviewer_app.ui.connections.words import State
from tests.factory import NOON, decide_as, entries
from tests.ui.test_accessible import check
from tests.web_server import Answer, serving

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
SECRET = "whsec_c2VjcmV0IHRoYXQgaXMgbG9uZyBlbm91Z2g="  # noqa: S105 - of a test


@pytest.fixture
def feed(tmp_path):
    """A file of three outputs whose fields have names of their own."""
    path = tmp_path / "agents" / "feed.jsonl"
    path.parent.mkdir()
    write(path, 3)
    return path


@pytest.fixture
def web():
    with serving() as server:
        yield server


def write(path, count, **more):
    rows = ({"uid": f"a{n}", "answer": {"text": f"answer {n}"}, **more} for n in range(count))
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n")


def connect(profile, name="agents", **options):
    given = {"kind": "file", **options}
    profile.connections.add(Wanted(name, SourceSettings(**given)))


def connect_feed(profile, feed, name="agents", **more):
    options = {"path": str(feed), "map": "output=answer.text, id=uid"}
    connect(profile, name, options=options, **more)


def page(person):
    return person.window.connections.page


def form(person):
    return page(person).editing.form


def show(person):
    person.press(Qt.Key.Key_C, CTRL_SHIFT)
    person.wait(lambda: page(person)._standing.is_known)


def begin(person, kind):
    """Chooses a kind by the arrows."""
    show(person)
    person.press(Qt.Key.Key_C)
    picker = page(person).editing.picker
    person.wait(lambda: bool(picker.entries))
    entry = next(one for one in picker.entries if one.kind.name == kind)
    place = picker.entries.index(entry)
    for _ in range(place // 2):
        person.press(Qt.Key.Key_Down)
    for _ in range(place % 2):
        person.press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is entry
    person.press(Qt.Key.Key_Return)
    assert form(person).kind.name == kind


def tried(person):
    person.press(Qt.Key.Key_F9)
    person.wait(lambda: form(person)._tried is not None and not form(person).is_trying())


def state(person, name="agents"):
    standing = page(person)._standing
    return next((standing.state(one) for one in standing.rows if one.name == name), None)


def pill(person):
    return form(person).trial.pill.text


def begun_feed(person, feed):
    begin(person, "file")
    assert QApplication.focusWidget().accessibleName().startswith("Path")
    person.type(str(feed))


def test_nothing_connected_says_what_connecting_gives(person):
    show(person)
    blank = page(person).blank
    person.wait(blank.isVisible)
    assert blank.title.text() == "Nothing is connected yet"
    assert QApplication.focusWidget() is blank.button
    assert not page(person).connect_button.isVisible()


def test_a_source_is_connected_by_keyboard_and_what_comes_in_waits_to_be_asked_for(
    open_window, empty_profile, feed
):
    person = open_window(empty_profile)
    begun_feed(person, feed)
    form(person).fields.mapping.show_text("output=answer.text, id=uid")
    tried(person)
    assert pill(person) == "works"
    assert "answer 0" in " ".join(form(person).trial.texts())
    person.press(Qt.Key.Key_Return, CTRL)
    person.wait(lambda: form(person) is None)
    person.wait(lambda: state(person, "file") is State.FINE)
    assert person.window.connections.is_shown
    assert page(person).list.current().last_pull.new == 3
    person.wait(lambda: person.listed() == 3)
    settings = empty_profile.settings.sources["file"]
    assert settings.options["path"] == str(feed)
    assert settings.options["map"] == "id=uid, output=answer.text"


def test_new_outputs_wait_behind_the_badge_and_move_nothing(person, profile, feed):
    before = person.listed()
    connect_feed(profile, feed)
    person.wait(lambda: person.window.queue.counts.arrived == 3)
    assert person.listed() == before
    assert person.sees() == "out-1"


def test_a_place_is_chosen_from_the_record_and_the_test_runs_again_by_itself(person, feed):
    begun_feed(person, feed)
    tried(person)
    assert pill(person) == "failed"
    mapping = form(person).fields.mapping
    mapping.links["output"].setFocus()
    person.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form(person).places.filter
    person.type("text")
    assert form(person).places.table.rows()[0] == ("answer.text", "answer 0")
    person.press(Qt.Key.Key_Return)
    assert mapping.fields["output"].text() == "answer.text"
    person.wait(lambda: not form(person).is_trying() and pill(person) == "works")
    assert form(person).fields.wanted().settings.options["map"] == "output=answer.text"


def test_a_value_of_the_metadata_is_mapped_under_its_own_name(person, feed):
    begun_feed(person, feed)
    mapping = form(person).fields.mapping
    mapping.key.setFocus()
    person.type("tier")
    person.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is mapping.fields["metadata.tier"]
    person.type("uid")
    assert mapping.text() == "metadata.tier=uid"


def test_esc_leaves_the_form_and_nothing_of_it_is_lost(person, feed):
    begun_feed(person, feed)
    person.press(Qt.Key.Key_Escape)
    assert page(person).faces.currentWidget() is not page(person).editing
    person.press(Qt.Key.Key_C)
    assert form(person).fields.options["path"].text() == str(feed)
    form(person).give_up.click()
    assert form(person) is None


def test_esc_closes_the_places_before_it_leaves_the_form(person, feed):
    begun_feed(person, feed)
    tried(person)
    form(person).fields.mapping.links["id"].click()
    person.press(Qt.Key.Key_Escape)
    assert form(person).right.currentWidget() is form(person).trial
    assert QApplication.focusWidget() is form(person).fields.mapping.fields["id"]


def test_what_is_missing_is_said_at_its_field(person):
    begin(person, "file")
    person.press(Qt.Key.Key_F9)
    path = form(person).fields.options["path"]
    assert path.fault.text() == "This is needed."
    assert QApplication.focusWidget() is path.part
    assert not form(person).is_trying()


def test_a_name_that_is_taken_never_borrows_the_secrets_of_the_other(person, profile, feed):
    connect_feed(profile, feed, every_minutes=0)
    begun_feed(person, feed)
    name = form(person).fields.name
    name.show_text("agents")
    person.press(Qt.Key.Key_F9)
    assert name.fault.text() == "There is a connection of this name already."
    assert not form(person).is_trying()


def test_numbers_that_cannot_be_are_said(person, feed):
    begun_feed(person, feed)
    fields = form(person).fields
    fields.every.show_text("soon")
    fields.most.show_text("-1")
    person.press(Qt.Key.Key_Return, CTRL)
    assert fields.every.fault.text()
    assert fields.most.fault.text()
    fields.every.show_text("2.5")
    fields.most.show_text("10")
    settings = fields.wanted().settings
    assert (settings.every_minutes, settings.most) == (2.5, 10)


def test_what_was_not_tested_is_asked_about(person, profile, feed):
    begun_feed(person, feed)
    person.press(Qt.Key.Key_Return, CTRL)
    question = form(person).question
    assert question.words.text() == "It was not tested. Save it anyway?"
    assert QApplication.focusWidget() is question.back
    person.press(Qt.Key.Key_Escape)
    assert question.isHidden()
    assert form(person) is not None
    person.press(Qt.Key.Key_Return, CTRL)
    question.sure.setFocus()
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: "file" in profile.settings.sources)


def test_a_change_after_a_green_test_is_asked_about(person, feed):
    begun_feed(person, feed)
    form(person).fields.mapping.show_text("output=answer.text")
    tried(person)
    form(person).fields.every.show_text("9")
    assert pill(person) == "changed since"
    person.press(Qt.Key.Key_Return, CTRL)
    assert "changed since" in form(person).question.words.text()


def test_a_secret_is_hidden_and_goes_to_the_keyring_alone(person, profile, web, memory_keyring):
    web.on("POST", "/labels", {"ok": True})
    begin(person, "webhook")
    person.type(f"{web.address}/labels")
    secret = form(person).fields.options["secret"]
    secret.begin()
    person.type(SECRET)
    assert QApplication.focusWidget().echoMode() is QLineEdit.EchoMode.Password
    tried(person)
    assert pill(person) == "works"
    person.press(Qt.Key.Key_Return, CTRL)
    person.wait(lambda: "webhook" in profile.settings.sinks)
    assert SECRET in memory_keyring.kept.values()
    assert SECRET not in profile.paths.settings.read_text()
    person.wait(lambda: state(person, "webhook") is not None)
    person.press(Qt.Key.Key_E)
    person.wait(lambda: form(person) is not None)
    assert form(person).fields.options["secret"].text() == ""
    tried(person)
    assert pill(person) == "works"  # the keyring's is used where none is typed


def test_a_test_that_hangs_is_called_off_and_holds_nothing_up(person, web):
    web.on("POST", "/labels", Answer(is_late=True))
    begin(person, "webhook")
    person.type(f"{web.address}/labels")
    form(person).fields.options["secret"].show_text(SECRET)
    person.press(Qt.Key.Key_F9)
    person.wait(lambda: bool(web.asked))
    assert form(person).stop.isVisible()
    form(person).stop.click()
    assert not form(person).is_trying()
    assert pill(person) == "called off"
    assert form(person).fields.options["url"].text() == f"{web.address}/labels"
    person.press(Qt.Key.Key_F9)  # another one, which the window does not wait for at its end
    person.wait(lambda: len(web.asked) > 1)


def test_a_test_that_fails_says_why_in_place(person, tmp_path):
    begin(person, "file")
    person.type(str(tmp_path / "nowhere.jsonl"))
    tried(person)
    assert pill(person) == "failed"
    assert "nowhere.jsonl" in " ".join(form(person).trial.texts())


def test_what_was_refused_is_listed_and_comes_in_once_it_is_mended(
    open_window, empty_profile, feed
):
    feed.write_text('{"uid": "a1", "answer": {"text": "hello"}}\n{"uid": "a2"}\n')
    connect_feed(empty_profile, feed)
    person = open_window(empty_profile)
    show(person)
    person.wait(lambda: state(person) is State.ATTENTION)
    table = page(person).details.outputs.table
    person.wait(lambda: bool(table.rows()))
    assert table.rows()[0][:2] == ("feed.jsonl:2", "output")
    assert person.window.shell.rail.entries["connections"].accessibleDescription()
    write(feed, 3)
    person.press(Qt.Key.Key_R)
    person.wait(lambda: state(person) is State.FINE)
    assert not person.window.shell.rail.entries["connections"].accessibleDescription()


def test_a_source_that_cannot_be_read_says_so_in_place_and_nowhere_else(
    open_window, empty_profile, feed
):
    connect_feed(empty_profile, feed)
    feed.unlink()
    person = open_window(empty_profile)
    show(person)
    person.wait(lambda: state(person) is State.TROUBLE)
    assert "feed.jsonl" in page(person).details.trouble.text()
    assert person.window.shell.messages.texts() == []
    assert person.window.shell.rail.entries["connections"].accessibleDescription()


def test_one_is_paused_and_goes_on_with_the_same_key(person, profile, feed):
    connect_feed(profile, feed)
    show(person)
    person.wait(lambda: state(person) is State.FINE)
    person.press(Qt.Key.Key_H)
    person.wait(lambda: state(person) is State.PAUSED)
    assert page(person).details.buttons["pause"].text() == "Go on"
    person.press(Qt.Key.Key_H)
    person.wait(lambda: state(person) is State.FINE)


def test_pull_now_takes_in_what_is_new_and_says_so(person, profile, feed):
    connect_feed(profile, feed, every_minutes=0)
    show(person)
    person.wait(lambda: state(person) is State.NEW)
    person.press(Qt.Key.Key_P)
    person.wait(lambda: state(person) is State.FINE)
    assert "3 new" in " ".join(person.window.shell.messages.texts())
    person.wait(lambda: person.window.queue.counts.arrived == 3)


def test_removing_asks_first_and_esc_keeps_it(person, profile, feed):
    connect_feed(profile, feed)
    show(person)
    person.wait(lambda: state(person) is State.FINE)
    person.press(Qt.Key.Key_Delete)
    question = page(person).details.question
    assert question.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert question.isHidden()
    assert "agents" in profile.settings.sources
    person.press(Qt.Key.Key_Delete)
    question.sure.setFocus()
    person.press(Qt.Key.Key_Return)
    person.wait(page(person).blank.isVisible)
    assert profile.settings.sources == {}
    assert len(entries(profile)) == 9  # what came in stays


def failed_label(profile, sink="hook", called=DeliveryState.FAILED):
    """A label that a sink refused, of an item that somebody decided."""
    decide_as(profile, "ana", "approve")
    item = entries(profile)[0].item_id
    one = Delivery(
        item_id=item,
        sink=sink,
        state=called,
        wanted="d1",
        attempts=1,
        next_try=NOON,
        remark="410: gone\u202e",
        changed_at=NOON,
    )
    with profile.store.writing() as connection:
        deliveries.put(connection, [one])
    return item


def test_labels_that_failed_are_listed_opened_and_put_back_in_line(person, profile):
    settings = SinkSettings(kind="webhook", options={"url": "http://127.0.0.1:9"}, is_paused=True)
    profile.connections.add(Wanted("hook", settings, {"secret": SECRET}))
    failed_label(profile)
    show(person)
    person.wait(lambda: state(person, "hook") is State.PAUSED)
    labels = page(person).details.labels
    person.wait(lambda: bool(labels.table.rows()))
    assert labels.state is DeliveryState.FAILED
    assert labels.table.rows()[0][3] == "410: gone⟨U+202E⟩"
    labels.table.setFocus()
    person.press(Qt.Key.Key_R)
    person.wait(lambda: page(person).list.current().labels == {DeliveryState.WAITING: 1})
    waiting = labels._tabs.button(0)
    waiting.click()
    person.wait(lambda: bool(labels.table.rows()))
    labels.table.setFocus()
    person.press(Qt.Key.Key_Return)
    assert person.window.shell.shows_review
    person.waits_for("out-1")


def test_a_label_goes_to_the_sink_and_is_listed_as_delivered(person, profile, web, clock):
    web.on("POST", "/labels", {"ok": True})
    settings = SinkSettings(kind="webhook", options={"url": f"{web.address}/labels"})
    profile.connections.add(Wanted("hook", settings, {"secret": SECRET}))
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    clock.advance(minutes=5)
    show(person)
    delivered = {DeliveryState.DELIVERED: 1}
    person.wait(lambda: page(person).list.current() is not None)
    person.wait(lambda: page(person).list.current().labels == delivered)
    assert any(asked.json().get("type") == "label.updated" for asked in web.asked)
    page(person).details.labels._tabs.button(3).click()
    table = page(person).details.labels.table
    person.wait(lambda: bool(table.rows()))
    assert table.rows()[0][3].startswith("delivered")


def test_a_missing_secret_is_said(person, profile, memory_keyring):
    settings = SinkSettings(kind="webhook", options={"url": "http://127.0.0.1:9"}, is_paused=True)
    profile.connections.add(Wanted("hook", settings, {"secret": SECRET}))
    memory_keyring.kept.clear()
    show(person)
    person.wait(lambda: state(person, "hook") is State.SECRET)
    assert "secret" in page(person).details.trouble.text()


def test_started_offline_nothing_has_its_turn(open_window, empty_profile, feed):
    offline = replace(empty_profile, is_offline=True)
    connect_feed(offline, feed)
    person = open_window(offline)
    show(person)
    assert not person.window.connections.turns.is_running
    person.wait(lambda: state(person) is State.NEW)
    assert page(person).offline.isVisible()


def test_a_hostile_name_is_made_visible(person, profile, feed):
    name = "<b>agents\u202egpj.exe"
    connect_feed(profile, feed, name, every_minutes=0)
    show(person)
    person.wait(lambda: state(person, name) is not None)
    shown = page(person).details.card.title.text()
    assert "⟨U+202E⟩" in shown
    assert "<b>" in shown


def test_the_list_and_what_one_does_are_reached_and_named(person, profile, feed):
    connect_feed(profile, feed)
    show(person)
    person.wait(lambda: state(person) is State.FINE)
    check(person)


def test_the_kinds_are_reached_and_named(person):
    show(person)
    person.press(Qt.Key.Key_C)
    person.wait(lambda: bool(page(person).editing.picker.entries))
    check(person)


@pytest.mark.parametrize("kind", ["file", "mlflow", "webhook"])
def test_a_form_is_reached_and_named(kind, person):
    begin(person, kind)
    form(person).fields._open_rest()
    check(person)


def test_a_small_window_reaches_everything_too(open_window, profile, feed):
    connect_feed(profile, feed)
    person = open_window(profile, (1024, 640))
    show(person)
    person.wait(lambda: state(person) is State.FINE)
    check(person)
