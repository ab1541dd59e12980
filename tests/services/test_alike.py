"""Open items that can be decided together: nearly the same, or flagged by the same rules."""

import pytest

from reviewer_app.domain.errors import ItemUnknown
from reviewer_app.services import alike as looked
from reviewer_app.services.desk import Remarks
from tests.factory import ME, entry, incoming, opened, pull, seen

TEXT = (
    "Dear Ms Okafor, we have refunded {0} EUR for order {1} to your card; it will be there within "
    "three working days. Kind regards"
)
RULES = """
name = "rules"
[defaults]
mode = "human"
[[rule]]
name = "unsure"
when = "confidence < 0.5"
[[rule]]
name = "long"
when = "output.contains('long')"
"""


def refund(number: int, **fields):
    return incoming(number, **{"output": TEXT.format(number * 10, number * 1_001), **fields})


def alike(profile, external_id: str = "out-1"):
    return profile.review.alike(entry(profile, external_id).item_id)


def told(found) -> list[str]:
    return sorted(one.entry.external_id for one in found)


def test_outputs_that_differ_in_figures_case_and_spacing_are_nearly_the_same(profile):
    pull(
        profile,
        refund(1),
        refund(2),
        refund(3, output=TEXT.format(10, 1001).upper().replace(" ", "  ")),
        refund(4, output="No refund is due for this order."),
        refund(5, step="other"),
    )
    found = alike(profile)
    assert told(found.nearly_same) == ["out-2", "out-3"]
    assert found.nearly_same[0].seen == seen(profile, found.nearly_same[0].entry.external_id)


def test_what_is_the_same_to_the_letter_is_told_apart(profile):
    pull(profile, refund(1), refund(2), refund(3, output=TEXT.format(10, 1_001)))
    equal = {one.entry.external_id: one.is_equal for one in alike(profile).nearly_same}
    assert equal == {"out-2": False, "out-3": True}


def test_what_does_not_wait_for_me_is_not_offered(profile):
    pull(profile, *(refund(n) for n in range(1, 6)))
    profile.review.approve(seen(profile, "out-2"), Remarks())
    profile.review.escalate(seen(profile, "out-3"), "leads", Remarks())
    profile.review.decline(seen(profile, "out-4"), "not mine")
    assert told(alike(profile).nearly_same) == ["out-5"]


def test_long_outputs_are_compared_as_wholes(profile, monkeypatch):
    monkeypatch.setattr(looked, "HEAD", 60)
    start = "The same beginning of every letter that we send to our customers, "
    pull(
        profile,
        incoming(1, output=start + "with good news for you this time and every time"),
        incoming(2, output=start + "but here follow other words: nothing can be done about it"),
        incoming(3, output=start + "with good news for you this time and every  time"),
    )
    assert told(alike(profile).nearly_same) == ["out-3"]


def test_very_long_outputs_must_be_equal(profile, monkeypatch):
    monkeypatch.setattr(looked, "HEAD", 60)
    monkeypatch.setattr(looked, "WHOLE", 200)
    text = "word and " * 100
    pull(
        profile,
        incoming(1, output=text),
        incoming(2, output=text + "one"),
        incoming(3, output=text.upper()),
    )
    assert told(alike(profile).nearly_same) == ["out-3"]


def test_items_that_the_same_rules_flagged_stand_together(tmp_path):
    with opened(tmp_path / "p", RULES) as profile:
        pull(
            profile,
            incoming(1, confidence=0.2),
            incoming(2, confidence=0.3, output="something else"),
            incoming(3, confidence=0.3, output="something long"),
            incoming(4),
        )
        found = alike(profile)
        assert (told(found.same_rules), found.rules) == (["out-2"], ("unsure",))
        assert alike(profile, "out-4").same_rules == ()


def test_an_unknown_item_is_a_sentence(profile):
    with pytest.raises(ItemUnknown):
        profile.review.alike(ME)
