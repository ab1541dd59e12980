"""Known items: ids in disguise, and what counts as right."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.gold import disguised, is_right
from reviewer_app.domain.records import Gold
from reviewer_app.domain.vocabulary import Verdict
from tests.factory import ME


def shape(text: str) -> str:
    return re.sub(r"\d", "0", text)


@given(
    st.from_regex(r"[A-Z]{0,3}-?[1-9][0-9]{2,8}(/[0-9]{2})?", fullmatch=True), st.text(max_size=8)
)
def test_an_id_in_disguise_has_the_shape_of_the_other(like, key):
    made = disguised(like, key)
    assert shape(made) == shape(like)
    assert disguised(like, key) == made


@pytest.mark.parametrize(
    ("like", "pattern"),
    [
        ("ticket-08f9b7", r"ticket-[0-9a-f]{6}"),
        ("INV-2024-88213", r"INV-2\d{3}-8\d{4}"),
        ("550E8400-e29b", r"[0-9A-F]{8}-e\d\db"),
        ("welcome letter", r"welcome letter-[0-9a-f]{4}"),
    ],
)
def test_ids_of_many_kinds_are_imitated(like, pattern):
    made = {disguised(like, str(n)) for n in range(30)}
    assert all(re.fullmatch(pattern, one) for one in made), made
    assert len(made) > 10


def gold(verdict: Verdict, expected: str | None = None) -> Gold:
    return Gold(item_id=ME, verdict=verdict, expected_output=expected)


@pytest.mark.parametrize(
    ("known", "verdict", "correction", "right"),
    [
        (gold(Verdict.APPROVE), Verdict.APPROVE, None, True),
        (gold(Verdict.REJECT), Verdict.APPROVE, None, False),
        (gold(Verdict.CORRECT), Verdict.CORRECT, "anything", True),
        (gold(Verdict.CORRECT, "pay 20"), Verdict.CORRECT, "pay  20\n", True),
        (gold(Verdict.CORRECT, "pay 20"), Verdict.CORRECT, "pay 30", False),
        (gold(Verdict.CORRECT, '{"a": 1, "b": 2}'), Verdict.CORRECT, '{"b":2,"a":1}', True),
        (gold(Verdict.CORRECT, "{"), Verdict.CORRECT, "[", False),
        (gold(Verdict.APPROVE), Verdict.ESCALATE, None, False),
    ],
)
def test_right_is_the_known_verdict_and_the_known_output(known, verdict, correction, right):
    assert is_right(known, verdict, correction) is right
