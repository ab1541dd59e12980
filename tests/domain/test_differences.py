"""The word difference: it loses nothing, and it reads as people would mark it."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain import differences
from reviewer_app.domain.differences import changes_in, pieces_between

TEXTS = st.text(alphabet="ab 1.,\nä\U0001f600", max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_joined_are_both_texts(before, after):
    pieces = pieces_between(before, after)
    assert "".join(p.before for p in pieces) == before
    assert "".join(p.after for p in pieces) == after


@given(TEXTS, TEXTS)
def test_there_are_changes_exactly_where_the_texts_differ(before, after):
    assert bool(changes_in(pieces_between(before, after))) == (before != after)


@given(TEXTS, TEXTS)
def test_offsets_point_into_the_texts(before, after):
    for piece in pieces_between(before, after):
        assert before[piece.before_start :].startswith(piece.before)
        assert after[piece.after_start : piece.after_end] == piece.after


def test_an_amount_is_one_change():
    changes = changes_in(pieces_between("a refund of 640.00 EUR", "a refund of 320.00 EUR"))
    assert [(c.before, c.after) for c in changes] == [("640.00", "320.00")]


def test_changed_words_with_a_blank_between_are_one_change():
    changes = changes_in(pieces_between("it is old news today", "it is new stuff today"))
    assert [(c.before, c.after) for c in changes] == [("old news", "new stuff")]


def test_a_huge_difference_is_still_exact(monkeypatch):
    monkeypatch.setattr(differences, "WORDS_AT_MOST", 3)
    monkeypatch.setattr(differences, "LINES_AT_MOST", 2)
    before, after = "a b\nc d\ne f\ng h\n", "a x\nc y\ne z\ng w\nn"
    pieces = pieces_between(before, after)
    assert "".join(p.before for p in pieces) == before
    assert "".join(p.after for p in pieces) == after
