"""Hidden characters: every one is shown, and the way back leads to the true text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.hidden_text import (
    isolated,
    mixed_words,
    revealed,
    revealed_line,
)

HOSTILE = st.text(alphabet="ab \n\r\u202e\u200b\x1b\0\U000e0041\ufe0f\u200d❤\ud800", max_size=40)


@given(HOSTILE)
def test_the_whole_shown_text_leads_back_to_the_whole_true_one(text):
    found = revealed(text)
    assert found.true_part(0, len(found.text)) == text


@given(HOSTILE, st.integers(1, 5))
def test_no_line_stays_longer_than_the_limit(text, limit):
    plain = "".join(c for c in text if c in "ab ")
    found = revealed(plain, limit)
    assert all(len(line) <= limit for line in found.text.split("\n"))
    assert found.true_part(0, len(found.text)) == plain


@given(HOSTILE)
def test_nothing_that_hides_is_left(text):
    shown = revealed(text).text
    assert not set(shown) & set("\u202e\u200b\x1b\0\r\U000e0041\ud800")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pay\u202e001", "pay⟨U+202E⟩001"),
        ("a\x1b[31m", "a⟨U+001B⟩[31m"),
        ("x\U000e0069\U000e0067y", "x⟨hidden “ig”⟩y"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_a_hidden_character_is_named_in_its_place(text, shown):
    assert revealed(text).text == shown


@pytest.mark.parametrize(
    "text", ["❤\ufe0f", "\U0001f468\u200d\U0001f469", "می\u200cخواهم", "1\ufe0f\u20e3"]
)
def test_joiners_where_they_belong_raise_no_alarm(text):
    assert revealed(text).text == text
    assert (revealed(text).hidden, revealed(text).mixed) == (0, ())


def test_a_selection_inside_a_mark_copies_the_whole_character():
    found = revealed("a\u200bb")
    assert found.true_part(2, 4) == "\u200b"


def test_look_alike_letters_are_named():
    assert mixed_words("pay p\u0430ypal now, \u043f\u0440\u0438\u0432\u0435\u0442") == (
        "p\u0430ypal",
    )


def test_a_line_has_no_line_ends_and_stands_apart():
    assert revealed_line("a\nb\tc") == "a b c"
    assert isolated("x") == "\u2068x\u2069"
