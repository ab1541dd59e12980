"""What decisions come to: nobody overwrites anybody, and what was taken back counts for nothing."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.resolution import Terms, adjudications, resolution_of, standing
from reviewer_app.domain.vocabulary import Agreement, Origin, Status, Verdict
from tests.factory import ME, NOON, OTHER, THIRD, opinion

APPROVE, CORRECT, REJECT, ESCALATE = Verdict
TWO = Terms(reviews_needed=2)
EXACT = Terms(reviews_needed=2, agreement=Agreement.EXACT)


def outcome(*opinions, terms=Terms()):  # noqa: B008 - frozen
    return resolution_of(opinions, "the output", terms)


def test_without_decisions_an_item_is_queued():
    assert outcome().status is Status.QUEUED


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (opinion(1, APPROVE), "the output"),
        (opinion(1, CORRECT, correction="better"), "better"),
        (opinion(1, CORRECT, correction=""), ""),
        (opinion(1, CORRECT), None),
        (opinion(1, REJECT), None),
    ],
)
def test_one_decision_resolves_and_says_what_should_have_come(made, expected):
    found = outcome(made)
    assert (found.status, found.verdict) == (Status.RESOLVED, made.decision.verdict)
    assert found.expected_output == expected


def test_two_who_disagree_dispute():
    assert outcome(opinion(1, APPROVE), opinion(2, REJECT, OTHER)).status is Status.DISPUTED


def test_two_who_agree_confirm_each_other():
    found = outcome(opinion(1, APPROVE), opinion(2, APPROVE, OTHER), terms=TWO)
    assert found.status is Status.RESOLVED
    assert len(found.opinions) == 2


def test_one_of_two_reviews_does_not_resolve():
    assert outcome(opinion(1, APPROVE), terms=TWO).status is Status.QUEUED


def test_the_same_person_twice_is_one_review():
    found = outcome(opinion(1, APPROVE), opinion(2, REJECT), terms=TWO)
    assert found.status is Status.QUEUED
    assert [o.decision.verdict for o in found.opinions] == [REJECT]


def test_exact_agreement_needs_the_same_words():
    first = opinion(1, CORRECT, correction="a")
    assert outcome(first, opinion(2, CORRECT, OTHER, "b"), terms=EXACT).status is Status.DISPUTED
    assert outcome(first, opinion(2, CORRECT, OTHER, "a"), terms=EXACT).status is Status.RESOLVED


def test_agreement_on_the_verdict_keeps_the_other_words_as_an_alternative():
    found = outcome(opinion(1, CORRECT, correction="a"), opinion(2, CORRECT, OTHER, "b"), terms=TWO)
    assert (found.expected_output, found.alternatives) == ("b", ("a",))


def test_an_adjudication_settles_a_dispute_and_rests_on_itself_alone():
    first, second = opinion(1, CORRECT, correction="a"), opinion(2, REJECT, OTHER)
    named = [first.decision.id, second.decision.id]
    found = outcome(first, second, opinion(3, APPROVE, THIRD, settles=named))
    assert (found.status, found.verdict) == (Status.RESOLVED, APPROVE)
    assert [o.decision.person_id for o in found.opinions] == [THIRD]
    assert found.alternatives == ("a",)


def test_two_adjudications_that_disagree_dispute():
    first = opinion(1, APPROVE)
    settles = [first.decision.id]
    found = outcome(
        first,
        opinion(2, REJECT, OTHER, settles=settles),
        opinion(3, APPROVE, THIRD, settles=settles),
    )
    assert found.status is Status.DISPUTED


def test_who_decides_after_an_adjudication_gives_an_opinion_and_opens_nothing():
    first, second = opinion(1, APPROVE), opinion(2, REJECT, OTHER)
    lead = opinion(3, APPROVE, THIRD, settles=[first.decision.id, second.decision.id])
    for late in (opinion(4, REJECT, OTHER), opinion(4, REJECT, UUID(int=4))):
        assert outcome(first, second, lead, late).verdict is APPROVE


def test_an_escalation_stands_until_somebody_decides_after_it():
    escalated = opinion(1, ESCALATE)
    assert outcome(escalated).status is Status.ESCALATED
    answered = outcome(escalated, opinion(2, APPROVE, OTHER))
    assert (answered.status, answered.verdict) == (Status.RESOLVED, APPROVE)


def test_an_escalation_after_a_decision_opens_it_again():
    assert outcome(opinion(1, APPROVE), opinion(2, ESCALATE, OTHER)).status is Status.ESCALATED


def test_what_was_taken_back_counts_for_nothing():
    first = opinion(1, REJECT)
    back = opinion(2, None, retracts=first.decision.id)
    assert outcome(first, back) == outcome()


def test_taking_back_the_later_of_two_leaves_the_earlier_one_standing():
    first, second = opinion(1, APPROVE), opinion(2, REJECT)
    back = opinion(3, None, retracts=second.decision.id)
    assert outcome(first, second, back) == outcome(first)


def test_imported_judgements_come_before_ours_whatever_their_ids():
    theirs = opinion(99, REJECT, origin=Origin.IMPORTED)
    assert [o.decision.verdict for o in standing([opinion(1, APPROVE), theirs])] == [APPROVE]


def test_imported_judgements_follow_their_times_even_before_1970():
    moments = [NOON.replace(year=1960), NOON.replace(year=1965), NOON.replace(year=2001)]
    made = [
        opinion(9 - n, verdict, origin=Origin.IMPORTED, decided_at=at)
        for n, (verdict, at) in enumerate(zip((APPROVE, REJECT, CORRECT), moments, strict=True))
    ]
    assert [o.decision.verdict for o in standing(made)] == [CORRECT]
    assert [o.decision.verdict for o in standing(made[:2])] == [REJECT]


DECISIONS = st.lists(
    st.tuples(
        st.sampled_from([APPROVE, CORRECT, REJECT, ESCALATE]), st.sampled_from([ME, OTHER, THIRD])
    ),
    max_size=8,
)


@given(DECISIONS, st.randoms(use_true_random=False), st.sampled_from([Terms(), TWO, EXACT]))
def test_the_order_in_which_decisions_are_read_changes_nothing(made, random, terms):
    opinions = [opinion(n, verdict, person) for n, (verdict, person) in enumerate(made)]
    shuffled = random.sample(opinions, len(opinions))
    assert outcome(*opinions, terms=terms) == outcome(*shuffled, terms=terms)


@given(DECISIONS, st.sampled_from([Terms(), TWO, EXACT]))
def test_a_decision_that_was_taken_back_at_once_leaves_no_trace(made, terms):
    opinions = [opinion(n, verdict, person) for n, (verdict, person) in enumerate(made)]
    extra = opinion(90, REJECT, ME)
    back = opinion(91, None, ME, retracts=extra.decision.id)
    assert outcome(*opinions, extra, back, terms=terms) == outcome(*opinions, terms=terms)


@given(DECISIONS)
def test_an_outcome_never_claims_a_verdict_that_nobody_gave(made):
    opinions = [opinion(n, verdict, person) for n, (verdict, person) in enumerate(made)]
    found = outcome(*opinions)
    given_ = {o.decision.verdict for o in standing(opinions)}
    assert found.verdict is None or found.verdict in given_
    assert (found.verdict is not None) == (found.status is Status.RESOLVED)


def test_the_time_of_an_outcome_is_that_of_its_last_decision():
    found = outcome(opinion(1, APPROVE), opinion(2, APPROVE, OTHER), terms=TWO)
    assert found.decided_at == NOON + timedelta(minutes=2)


def settled(*opinions, n=50, verdict=APPROVE, person=THIRD, **fields):
    """A lead's decision on these, which puts an end to them."""
    return opinion(n, verdict, person, settles=[o.decision.id for o in opinions], **fields)


def test_an_adjudication_that_is_taken_back_opens_the_dispute_again():
    first, second = opinion(1, APPROVE), opinion(2, REJECT, OTHER)
    lead = settled(first, second)
    back = opinion(51, None, THIRD, retracts=lead.decision.id)
    assert outcome(first, second, lead, back) == outcome(first, second)


def test_a_third_adjudication_settles_two_that_differ():
    first = opinion(1, APPROVE)
    one, other = settled(first, n=2, person=OTHER), settled(first, n=3, verdict=REJECT)
    assert outcome(first, one, other).status is Status.DISPUTED
    last = settled(first, one, other, n=4, verdict=CORRECT, person=UUID(int=4), correction="it")
    found = outcome(first, one, other, last)
    assert (found.status, found.verdict, found.expected_output) == (Status.RESOLVED, CORRECT, "it")


def test_who_handed_on_and_was_answered_by_a_lead_opens_nothing_by_handing_on_again():
    asked = opinion(1, ESCALATE)
    answered = settled(asked, n=2)
    assert outcome(asked, answered, opinion(3, ESCALATE)).status is Status.RESOLVED


def test_taking_back_what_a_lead_has_settled_opens_nothing():
    first, second = opinion(1, APPROVE), opinion(2, REJECT, OTHER)
    back = opinion(51, None, OTHER, retracts=second.decision.id)
    found = outcome(first, second, settled(first, second), back)
    assert (found.status, found.verdict) == (Status.RESOLVED, APPROVE)


def test_who_decided_before_joining_and_after_it_is_one_person():
    before, now = opinion(1, APPROVE, UUID(int=77)), opinion(2, REJECT, OTHER)
    alias = replace(before, same_as=OTHER)
    assert outcome(before, now).status is Status.DISPUTED
    assert outcome(alias, now).verdict is REJECT
    assert outcome(alias, terms=TWO).status is Status.QUEUED


VERDICTS = st.sampled_from([APPROVE, CORRECT, REJECT])
FIVE = [ME, OTHER, THIRD, UUID(int=4), UUID(int=5)]


@st.composite
def histories(draw):
    """Opinions of five people: second thoughts, some taken back, some that settle others."""
    made = []
    for n in range(draw(st.integers(0, 9))):
        earlier = [o.decision for o in made if o.decision.verdict]
        person = draw(st.sampled_from(FIVE))
        own = [d.id for d in earlier if d.person_id == person]
        kind = draw(st.sampled_from(["decide", "decide", "settle", "back", "hand on"]))
        if kind == "back" and own:
            made.append(opinion(n, None, person, retracts=draw(st.sampled_from(own))))
        elif kind == "settle" and earlier:
            others = [d.id for d in earlier if d.person_id != person]
            made.append(opinion(n, draw(VERDICTS), person, settles=others))
        else:
            verdict = ESCALATE if kind == "hand on" else draw(VERDICTS)
            text = draw(st.sampled_from(["a", "b"])) if verdict is CORRECT else None
            made.append(opinion(n, verdict, person, text))
    return made


TERMS = st.builds(Terms, st.integers(1, 3), st.sampled_from(Agreement))


@given(histories(), st.randoms(use_true_random=False), TERMS)
def test_whichever_fact_arrives_first_the_outcome_is_the_same(made, random, terms):
    shuffled = random.sample(made, len(made))
    assert outcome(*made, terms=terms) == outcome(*shuffled, terms=terms)


@given(histories(), TERMS, st.integers(0, 90))
def test_a_late_opinion_that_agrees_changes_no_verdict(made, terms, at):
    before = outcome(*made, terms=terms)
    if before.verdict is None:
        return
    kept = before.opinions[-1].decision
    text = before.opinions[-1].correction
    late = opinion(100 + at, before.verdict, UUID(int=6), text)
    after = outcome(*made, late, terms=terms)
    assert (after.status, after.verdict) == (Status.RESOLVED, before.verdict)
    assert kept.id in {o.decision.id for o in after.opinions}


@given(histories(), TERMS)
def test_a_late_opinion_that_disagrees_disputes_what_was_agreed_and_not_what_was_settled(
    made, terms
):
    before = outcome(*made, terms=terms)
    if before.verdict is None:
        return
    other = REJECT if before.verdict is APPROVE else APPROVE
    after = outcome(*made, opinion(100, other, UUID(int=6)), terms=terms)
    if adjudications(standing(made)):
        assert (after.status, after.verdict) == (Status.RESOLVED, before.verdict)
        assert after.opinions == before.opinions
    else:
        assert after.status is Status.DISPUTED
