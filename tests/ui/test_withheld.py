"""Contents that are not here: the window says why, and lets nobody decide on them."""

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.records import Content
from reviewer_app.services.desk import Remarks
from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import ContentRow
from reviewer_app.ui.queue.filters import View
from reviewer_app.ui.queue.model import EntryRole
from tests.factory import entry, seen

CONTENT = table_of(ContentRow)


def cut(profile, external_id: str, head: str | None) -> None:
    """Leaves the beginning of an output here, or nothing."""
    key = entry(profile, external_id).item_id
    with profile.store.writing() as connection:
        connection.execute(CONTENT.delete().where(CONTENT.c.item_id == key))
        if head is not None:
            left = Content(item_id=key, input=None, output=head, truncated=True)
            connection.execute(CONTENT.insert(), [left.model_dump()])


def excerpts(person) -> list[str]:
    """What the list shows of each output."""
    model = person.window.queue.model
    return [str(model.index(row).data(EntryRole.EXCERPT)) for row in range(model.rowCount())]


def note(person) -> str:
    """What stands above the item."""
    line = person.window.page.view.elsewhere
    return "" if line.isHidden() else line.words.text()


def test_an_erased_item_says_who_erased_it_and_why_and_is_not_decided_again(open_window, profile):
    profile.review.approve(seen(profile), Remarks())
    item_id = entry(profile).item_id
    profile.erasing.erase([item_id], "the customer\u202e asked")
    person = open_window(profile)
    person.window.relay.show_item(item_id)
    person.waits_for("out-1")
    view = person.window.page.view
    assert "erased by ana" in note(person)
    assert "the customer" in note(person)
    assert "\u202e" not in note(person)
    assert view.elsewhere.link.isHidden()
    assert view.produced.text.reader.placeholderText() == "(erased)"
    assert view.asked.nothing.text() == "What was asked was erased."
    assert not view.can_reopen
    assert not person.window.page.bar.buttons["approve"].isEnabled()


def test_the_list_tells_erased_and_empty_outputs_apart(open_window, profile):
    ids = [entry(profile, name).item_id for name in ("out-1", "out-2")]
    for name in ("out-1", "out-2", "out-3"):
        profile.review.approve(seen(profile, name), Remarks())
    profile.erasing.erase(ids[:1], "asked for")
    person = open_window(profile)
    person.window.go(str(View.DECIDED))
    person.wait(lambda: "(erased)" in excerpts(person))
    assert sorted(excerpts(person)) == ["(erased)", "answer 2", "answer 3"]
    rows = person.window.queue.model
    told = [str(rows.index(n).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(3)]
    assert sum("(erased)" in words for words in told) == 1


@pytest.mark.parametrize(
    ("head", "says"), [("ans", "Only the beginning is here."), (None, "not on this machine")]
)
def test_an_item_that_is_not_here_whole_waits_for_its_content(open_window, profile, head, says):
    cut(profile, "out-1", head)
    person = open_window(profile)
    person.waits_for("out-1")
    view = person.window.page.view
    assert says in note(person)
    assert not view.is_open
    person.press(Qt.Key.Key_A)
    assert person.sees() == "out-1"
    key = entry(profile).item_id
    with profile.store.writing() as connection:
        connection.execute(CONTENT.delete().where(CONTENT.c.item_id == key))
        whole = Content(item_id=key, input="question 1", output="answer 1")
        connection.execute(CONTENT.insert(), [whole.model_dump()])
    view.elsewhere.link.click()
    person.wait(lambda: view.is_open)
    assert note(person) == ""
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    assert entry(profile).verdict == "approve"


def test_what_is_erased_elsewhere_disappears_from_the_desk(person, profile):
    shown = person.window.page.desk
    assert shown.content.output in person.window.page.view.produced.text.reader.toPlainText()
    profile.erasing.erase([shown.item.id], "asked for")
    person.window.page.notice_changes()
    person.wait(lambda: "erased by" in note(person))
    assert person.window.page.view.produced.text.reader.toPlainText() == ""
