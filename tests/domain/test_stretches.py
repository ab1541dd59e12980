"""Stretches of a shown text and of the true one behind it."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.hidden_text import revealed
from reviewer_app.domain.stretches import (
    Stretch,
    cut_to,
    next_after,
    shown_stretch,
    trimmed,
    true_stretch,
)

TEXTS = st.text(alphabet="ab \n\r\u202e\u200b\U000e0041\U000e0042\U0001f600\ud800", max_size=40)


@given(TEXTS, st.integers(0, 40), st.integers(0, 40), st.integers(0, 7))
def test_a_true_stretch_comes_back_from_what_is_shown_of_it(text, one, other, longest_line):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = revealed(text, longest_line)
    back = true_stretch(found, shown_stretch(found, Stretch(start, end)))
    signs = [m for m in found.marks if m.true_start < start < m.true_end] + [
        m for m in found.marks if m.true_start < end < m.true_end
    ]
    if not signs:
        assert back == (start, end)
    elif start < end:
        assert back.start <= start
        assert back.end >= end


def test_a_sign_that_is_touched_counts_whole():
    found = revealed("a\u202eb")
    place = found.text.index("202E")
    assert true_stretch(found, Stretch(place, place + 2)) == (1, 2)
    assert shown_stretch(found, Stretch(1, 2)) == (1, len(found.text) - 1)


def test_a_line_that_was_broken_for_showing_is_whole_in_the_span():
    found = revealed("x" * 25, 10)
    assert shown_stretch(found, Stretch(5, 15)) == (5, 16)
    assert true_stretch(found, Stretch(5, 16)) == (5, 15)


def test_nothing_reaches_beyond_the_text():
    assert cut_to(Stretch(3, 90), 10) == (3, 10)
    assert cut_to(Stretch(30, 90), 10).is_empty


def test_blanks_at_the_ends_of_a_stretch_are_left_out():
    assert trimmed(Stretch(1, 8), "a  word \n b") == (3, 7)
    assert trimmed(Stretch(1, 3), "a  b") == (1, 3)


def test_the_next_one_goes_round_the_end():
    starts = [2, 5, 5, 9]
    assert next_after(starts, 2, 1) == 1
    assert next_after(starts, 9, 1) == 0
    assert next_after(starts, 2, -1) == 3
    assert next_after(starts, 6, -1) == 2
