"""How alike two texts are: figures, case and spacing do not count, order and words do."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.likeness import (
    NEARLY_THE_SAME,
    Likeness,
    likeness_of,
    similarity,
    similarity_of_pairs,
    words_of,
)

TEXTS = st.lists(st.sampled_from(["refund", "order", "Ms", "42", "of", "EUR", "ж"]), max_size=12)


@given(TEXTS, TEXTS)
def test_likeness_goes_both_ways_and_stays_within_its_bounds(one, other):
    a, b = words_of(" ".join(one)), words_of(" ".join(other))
    assert similarity(a, b) == similarity(b, a)
    assert 0 <= similarity(a, b) <= 1
    assert similarity(a, a) == 1


@given(TEXTS, st.integers(0, 10**9))
def test_figures_case_and_spacing_make_no_difference(words, figure):
    one = " ".join([*words, f"{figure}.50"])
    other = "  \n".join([*words, "7.99"]).upper()
    assert similarity(words_of(one), words_of(other)) == 1


def test_other_words_make_one():
    one = words_of("Refund 20 EUR for order 7 to Ms Okafor, since the goods came back unused")
    other = words_of("Refund 90 EUR for order 8 to Mr Iyer, since the goods came back unused")
    assert 0.5 < similarity(one, other) < NEARLY_THE_SAME
    assert similarity(one, words_of("No refund is due")) < 0.25


def test_a_part_that_both_lack_does_not_count():
    same = words_of("the same answer")
    assert similarity_of_pairs([(), same], [(), same]) == 1
    assert similarity_of_pairs([words_of("asked"), same], [(), same]) == 0.5


def test_every_similarity_has_a_word():
    assert [likeness_of(n) for n in (0.2, 0.6, 0.95)] == [
        Likeness.DISTANT,
        Likeness.ALIKE,
        Likeness.NEARLY_THE_SAME,
    ]
