"""Who sees whose decisions: nobody before all have judged, and nobody is counted who knew."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.independence import (
    Viewer,
    by_name,
    independent,
    is_covered,
    is_independent,
    is_informed,
    visible,
)
from reviewer_app.domain.records import Escalation
from reviewer_app.domain.vocabulary import Role, Verdict
from tests.factory import ME, NOON, OTHER, THIRD, opinion, selection

APPROVE, CORRECT, REJECT, ESCALATE = Verdict
ONE, TWO, BLIND = selection(), selection(reviews_needed=2), selection(blind=True)
FIRST, SECOND = opinion(1, APPROVE, ME), opinion(2, REJECT, OTHER)


def sees(who, opinions, terms=TWO, role=Role.REVIEWER, **more):
    """The numbers of the decisions that somebody sees."""
    found = visible(opinions, terms, Viewer(who, role, **more))
    return [o.decision.id.int & 0xFF for o in found]


def test_decisions_are_covered_where_two_are_needed_or_the_step_is_judged_blind():
    assert [is_independent(s) for s in (ONE, TWO, BLIND)] == [False, True, True]
    assert [is_covered([], s) for s in (ONE, TWO, BLIND)] == [False, True, True]


def test_until_all_have_judged_everybody_sees_their_own_alone():
    assert sees(ME, [FIRST]) == [1]
    assert sees(OTHER, [FIRST]) == []
    assert sees(OTHER, [FIRST, SECOND]) == sees(THIRD, [FIRST, SECOND]) == [1, 2]


def test_a_blind_step_opens_with_one_decision():
    assert not is_covered([FIRST], BLIND)


def test_without_independence_everything_is_seen():
    assert sees(OTHER, [FIRST], ONE) == [1]


def test_what_was_shown_once_stays_so_when_a_decision_is_taken_back():
    back = opinion(3, None, OTHER, retracts=SECOND.decision.id)
    assert not is_covered([FIRST, SECOND, back], TWO)


def test_who_took_back_and_decided_anew_counts_once():
    back = opinion(2, None, ME, retracts=FIRST.decision.id)
    again = opinion(3, APPROVE, ME)
    assert is_covered([FIRST, back, again], TWO)
    assert not is_covered([FIRST, back, again, opinion(4, REJECT, OTHER)], TWO)


def test_taking_back_a_second_thought_leaves_the_first_one_counting():
    thought = opinion(2, REJECT, ME)
    back = opinion(3, None, ME, retracts=thought.decision.id)
    assert not is_covered([FIRST, thought, back, opinion(4, APPROVE, OTHER)], TWO)


def test_one_person_under_two_ids_is_one():
    alias = opinion(2, APPROVE, UUID(int=77))
    object.__setattr__(alias, "same_as", ME)
    assert is_covered([FIRST, alias], TWO)
    assert sees(ME, [FIRST, alias]) == [1, 2]


def test_an_escalation_is_seen_by_leads_and_opens_nothing_else():
    asked = opinion(2, ESCALATE, OTHER)
    assert is_covered([FIRST, asked], TWO)
    assert sees(THIRD, [FIRST, asked]) == []
    assert sees(THIRD, [FIRST, asked], role=Role.LEAD) == [2]


def test_an_escalation_is_seen_by_the_person_it_was_handed_to():
    asked = opinion(2, ESCALATE, OTHER)
    to = {"to": "cem", "to_person": THIRD, "reason": "which tax?", "at": NOON}
    handed = Escalation(
        id=UUID(int=5),
        item_id=UUID(int=7),
        decision_id=asked.decision.id,
        person_id=OTHER,
        **to,
    )
    shown = visible([FIRST, asked], TWO, Viewer(THIRD), [handed])
    assert shown == [asked]


def test_a_lead_who_recorded_that_they_look_sees_all_and_so_does_an_auditor():
    assert sees(THIRD, [FIRST], role=Role.LEAD) == []
    assert sees(THIRD, [FIRST], role=Role.LEAD, has_looked=True) == [1]
    assert sees(THIRD, [FIRST], role=Role.AUDITOR) == [1]


def test_what_a_lead_settled_is_covered_no_more():
    asked = opinion(1, ESCALATE, OTHER)
    lead = opinion(2, APPROVE, THIRD, settles=[asked.decision.id])
    assert not is_covered([asked, lead], TWO)


def test_a_covered_retraction_is_not_seen_either():
    back = opinion(2, None, ME, retracts=FIRST.decision.id)
    assert sees(ME, [FIRST, back]) == [1, 2]
    assert sees(OTHER, [FIRST, back]) == []


@pytest.mark.parametrize(
    ("shown", "knows"),
    [([], False), ([FIRST], False), ([SECOND], True), ([opinion(3, ESCALATE, OTHER)], False)],
)
def test_who_sees_what_another_made_of_it_is_informed(shown, knows):
    assert is_informed(shown, ME) is knows


def numbers(opinions):
    return [o.decision.id.int & 0xFF for o in independent(opinions)]


def test_a_second_thought_that_knew_the_others_does_not_count_as_agreement():
    thought = opinion(3, REJECT, ME, informed=True)
    assert numbers([FIRST, SECOND, thought]) == [1, 2]


def test_what_was_taken_back_in_the_knowledge_of_others_still_counts_as_what_was_thought_first():
    back = opinion(3, None, ME, retracts=FIRST.decision.id, informed=True)
    again = opinion(4, REJECT, ME, informed=True)
    assert numbers([FIRST, SECOND, back, again]) == [1, 2]


def test_a_slip_that_was_taken_back_before_anything_was_shown_counts_for_nothing():
    back = opinion(3, None, ME, retracts=FIRST.decision.id)
    assert numbers([FIRST, back, opinion(4, REJECT, ME), SECOND]) == [2, 4]


def test_what_settles_others_and_what_hands_on_compares_with_nothing():
    lead = opinion(3, APPROVE, THIRD, settles=[FIRST.decision.id, SECOND.decision.id])
    assert numbers([FIRST, SECOND, lead, opinion(4, ESCALATE, UUID(int=4))]) == [1, 2]


def test_the_order_of_names_does_not_tell_who_was_first():
    assert by_name([FIRST, SECOND]) == by_name([SECOND, FIRST])


MADE = st.lists(
    st.tuples(st.sampled_from([*Verdict, None]), st.sampled_from([ME, OTHER, THIRD])), max_size=9
)


def told(made):
    """Opinions from verdicts; no verdict takes the last of that person back."""
    found = []
    for n, (verdict, person) in enumerate(made, 1):
        own = [o.decision.id for o in found if o.decision.person_id == person and o.concludes]
        if verdict is not None:
            found.append(opinion(n, verdict, person))
        elif own:
            found.append(opinion(n, None, person, retracts=own[-1]))
    return found


@given(MADE, st.randoms(use_true_random=False), st.sampled_from([TWO, BLIND]))
def test_who_sees_what_does_not_depend_on_which_fact_arrived_first(made, random, terms):
    opinions = told(made)
    shuffled = random.sample(opinions, len(opinions))
    viewer = Viewer(THIRD, Role.LEAD)
    assert visible(opinions, terms, viewer) == visible(shuffled, terms, viewer)
    assert independent(opinions) == independent(shuffled)


@given(MADE, st.sampled_from([TWO, BLIND]), st.sampled_from([ME, OTHER]))
def test_while_it_is_covered_a_reviewer_sees_nothing_of_others_and_all_of_theirs(made, terms, who):
    opinions = told(made)
    shown = visible(opinions, terms, Viewer(who))
    if is_covered(opinions, terms):
        assert shown == [o for o in opinions if o.author == who]
    else:
        assert shown == opinions


@given(MADE, MADE)
def test_nothing_that_follows_covers_again_what_was_shown(made, later):
    opinions = told([*made, *later])
    before = told(made)
    assert is_covered(before, TWO) or not is_covered(opinions, TWO)
