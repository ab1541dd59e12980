"""What a step demands beside a verdict, and what of it ends up in the decision and the label."""

import pytest

from reviewer_app.domain.records import Span
from reviewer_app.domain.rubric import Given, Question
from reviewer_app.domain.vocabulary import Severity, Verdict
from reviewer_app.services.acts import SpanOutside
from reviewer_app.services.demands import Demand, RemarkMissing, demand_of
from reviewer_app.services.desk import Draft, Remarks, StepForm
from tests.factory import entry, incoming, labels, opened, pull, seen

SEND = Question("send", "Would you send it?", required=True)
COST = Question(
    "cost",
    "What would it cost?",
    shown_if=(Given("send", (False,)),),
    required_if=(Given("verdict", ("reject",)),),
)

POLICY = """
name = "asks"
[defaults]
mode = "human"

[workflow.support.step.reply]
error_types = ["wrong fact", "tone"]
error_type_required = true

[workflow.support.step.reply.rubric.send]
ask = "Would you send it?"

[workflow.support.step.reply.rubric.cost]
ask = "What would it cost?"
kind = "scale"
shown_if = { send = false }
required_if = { verdict = "reject" }
"""


@pytest.fixture
def asking(tmp_path, clock):
    """One output of a step with questions waits for a person."""
    with opened(tmp_path / "asking", POLICY, clock) as made:
        pull(made, incoming(1, output="Dear Ms Okafor, it was paid."))
        yield made


def said(**fields):
    return Remarks(**{"error_types": ("tone",), "rubric": {"send": False, "cost": 2}, **fields})


def test_the_first_missing_thing_is_demanded():
    form = StepForm(("tone",), error_type_required=True, questions=(SEND, COST))
    nothing = Remarks()
    assert demand_of(form, Verdict.APPROVE, nothing) == Demand(SEND)
    assert demand_of(form, Verdict.REJECT, nothing) == Demand(None)
    wrong = Remarks(error_types=("tone",), rubric={"send": False})
    assert demand_of(form, Verdict.CORRECT, wrong) is None
    assert demand_of(form, Verdict.REJECT, wrong) == Demand(COST)
    assert demand_of(form, Verdict.REJECT, said()) == Demand(COST)


def test_handing_on_needs_no_answers():
    form = StepForm(("tone",), error_type_required=True, questions=(SEND,))
    assert demand_of(form, Verdict.ESCALATE, Remarks()) is None


def test_a_marked_span_says_what_was_wrong_as_well():
    form = StepForm(("tone",), error_type_required=True)
    marked = Remarks(spans=(Span(start=0, end=1, error_type="tone"),))
    assert demand_of(form, Verdict.REJECT, marked) is None


@pytest.mark.parametrize(
    ("remarks", "missing"),
    [
        (Remarks(), None),
        (Remarks(error_types=("tone",), rubric={"send": False}), "cost"),
    ],
)
def test_a_rejection_without_what_the_step_demands_is_refused(asking, remarks, missing):
    with pytest.raises(RemarkMissing) as refused:
        asking.review.reject(seen(asking), remarks)
    asked = refused.value.demand.question
    assert (asked.key if asked else None) == missing
    assert entry(asking).verdict is None


def test_an_answer_to_a_question_that_is_not_asked_is_left_out(asking):
    remarks = said(error_types=(), rubric={"send": True, "cost": 5, "other": 1})
    saved = asking.review.approve(seen(asking), remarks)
    assert saved.decision.rubric == {"send": True}


def test_a_span_outside_the_output_is_refused(asking):
    outside = Span(start=5, end=400, error_type="tone")
    with pytest.raises(SpanOutside):
        asking.review.reject(seen(asking), said(spans=(outside,)))
    assert entry(asking).verdict is None


def test_a_label_carries_spans_and_answers(asking, tmp_path):
    fact, tone = (
        Span(start=16, end=28, error_type="wrong fact"),
        Span(start=0, end=4, error_type="tone"),
    )
    asking.review.reject(seen(asking), said(severity=Severity.MAJOR, spans=(fact, tone)))
    (label,) = labels(asking, tmp_path / "labels.jsonl")
    assert label["spans"] == [tone.model_dump(), fact.model_dump()]
    assert label["rubric"] == {"send": False, "cost": 2}
    assert sorted(label["error_types"]) == ["tone", "wrong fact"]


def test_a_draft_keeps_spans_and_answers(asking):
    item_id = entry(asking).item_id
    kept = Draft(spans=(Span(start=0, end=4, error_type="tone"),), rubric={"send": False})
    asking.review.save_draft(item_id, kept)
    assert asking.review.open(item_id).draft == kept
