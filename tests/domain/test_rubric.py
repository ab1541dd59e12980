"""Which of a step's questions are asked, which must be answered, and which answers count."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.rubric import (
    Given,
    Question,
    QuestionKind,
    answered,
    asked,
    unanswered,
)

SEND = Question("send", "Would you send this as it is?")
COST = Question(
    "cost",
    "How much would it cost us?",
    QuestionKind.CHOICE,
    choices=("nothing", "a little", "a customer"),
    shown_if=(Given("send", (False,)),),
    required_if=(Given("verdict", ("reject",)),),
)
WHY = Question("why", "Why?", QuestionKind.TEXT, shown_if=(Given("cost", ("a customer",)),))
CLARITY = Question("clarity", "How clear is it?", QuestionKind.SCALE, low=1, high=5, required=True)
FORM = (SEND, COST, WHY, CLARITY)

PLACES = ("send", "cost", "why", "clarity")
ANSWERS = st.one_of(
    st.booleans(), st.integers(0, 6), st.sampled_from(("nothing", "a customer", "", "late"))
)
SAID = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(PLACES, ANSWERS),
        "verdict": st.sampled_from(("approve", "correct", "reject", None)),
        "error_types": st.lists(st.sampled_from(("tone", "wrong fact")), max_size=2),
    },
)


def keys(questions):
    return [question.key for question in questions]


def test_a_question_is_asked_once_what_it_depends_on_was_said():
    assert keys(asked(FORM, {})) == ["send", "clarity"]
    assert keys(asked(FORM, {"send": False})) == ["send", "cost", "clarity"]
    assert keys(asked(FORM, {"send": True})) == ["send", "clarity"]


def test_a_question_that_depends_on_a_hidden_one_is_hidden_too():
    said = {"send": True, "cost": "a customer"}
    assert "why" not in keys(asked(FORM, said))
    assert "why" in keys(asked(FORM, said | {"send": False}))


def test_one_is_not_yes_and_zero_is_not_no():
    assert keys(asked(FORM, {"send": 0})) == ["send", "clarity"]
    assert answered(FORM, {"send": 1}) == {}
    assert answered(FORM, {"clarity": True}) == {}
    assert answered(FORM, {"clarity": 1}) == {"clarity": 1}


def test_blank_words_are_no_answer():
    said = {"send": False, "cost": "a customer", "why": "  \n"}
    assert "why" not in answered(FORM, said)


def test_an_answer_off_the_scale_or_off_the_list_does_not_count():
    assert answered(FORM, {"send": False, "cost": "everything", "clarity": 6}) == {"send": False}


def test_what_is_required_is_missed_in_the_order_of_the_form():
    assert keys(unanswered(FORM, {"send": False, "verdict": "reject"})) == ["cost", "clarity"]
    assert keys(unanswered(FORM, {"send": False, "verdict": "approve"})) == ["clarity"]
    assert keys(unanswered(FORM, {"clarity": 3})) == []


def test_a_list_of_error_types_is_met_by_any_of_them():
    one = Question("harm", "Who is harmed?", QuestionKind.TEXT)
    asks = Question("harm", one.ask, one.kind, shown_if=(Given("error_types", ("unsafe", "tone")),))
    assert asked((asks,), {"error_types": ["wrong fact", "tone"]}) == (asks,)
    assert asked((asks,), {"error_types": ["wrong fact"]}) == ()
    assert asked((asks,), {"error_types": []}) == ()


@given(SAID)
def test_an_answer_to_a_hidden_question_never_counts(said):
    counted = answered(FORM, said)
    assert set(counted) <= set(keys(asked(FORM, said)))
    if counted.get("send") is not False:
        assert "cost" not in counted
    if counted.get("cost") != "a customer":
        assert "why" not in counted


@given(SAID)
def test_nothing_is_both_answered_and_missed(said):
    missed = keys(unanswered(FORM, said))
    assert not set(missed) & set(answered(FORM, said))
    assert set(missed) <= set(keys(asked(FORM, said)))


@given(SAID)
def test_what_counts_counts_again_by_itself(said):
    about = {name: said.get(name) for name in ("verdict", "error_types")}
    counted = answered(FORM, said)
    assert answered(FORM, {**about, **counted}) == counted
