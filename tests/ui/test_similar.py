"""The panel of similar items, by keyboard."""

from PySide6.QtCore import Qt

from reviewer_app.services.desk import Remarks
from tests.factory import incoming, pull, seen

TEXT = "your parcel {0} left on Monday and will be with you by Friday, so please wait until then"


def decided(profile):
    """Two items like the first one, decided."""
    pull(
        profile,
        *(
            incoming(n, input="where", output=TEXT.format(n * 99), confidence=None)
            for n in (21, 22, 23)
        ),
    )
    profile.review.correct(
        seen(profile, "out-22"), TEXT.format(1).replace("Friday", "Sunday"), Remarks(("tone",))
    )
    profile.review.approve(seen(profile, "out-23"), Remarks())


def test_similar_items_open_with_a_key_and_an_item_with_enter(open_window, profile):
    decided(profile)
    person = open_window(profile)
    panel = person.window.page.similar
    person.wait(lambda: person.sees() is not None)
    person.window.relay.show_item(seen(profile, "out-21").item_id)
    person.waits_for("out-21")
    person.press(Qt.Key.Key_I)
    person.wait(lambda: panel.model.rowCount() == 2)
    assert panel.summary.text() == "2 alike: 1 approved, 1 corrected (mostly tone)."
    names = [panel.model.item(panel.model.index(n)).external_id for n in range(2)]
    person.press(Qt.Key.Key_Down)
    assert panel.reason.title.text().replace("\u2068", "").startswith(names[1])
    person.press(Qt.Key.Key_Return)
    person.waits_for(names[1])
    assert not panel.isHidden()


def test_escape_closes_the_panel_and_gives_the_desk_the_keyboard_back(open_window, profile):
    decided(profile)
    person = open_window(profile)
    person.wait(lambda: person.sees() is not None)
    person.press(Qt.Key.Key_I)
    assert not person.window.page.similar.isHidden()
    person.press(Qt.Key.Key_Escape)
    assert person.window.page.similar.isHidden()
    assert person.window.page.hasFocus()


def test_a_step_without_precedents_says_so(person):
    person.press(Qt.Key.Key_I)
    panel = person.window.page.similar
    person.wait(lambda: panel.stack.currentWidget() is panel.blank)
    assert panel.blank.title.text() == "Nothing of this step was decided yet"
