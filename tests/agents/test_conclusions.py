"""Whatever people do, and whenever an agent looks, it is told nothing that does not stand."""

from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.agents.conclusions import Known, outcome_of
from reviewer_app.agents.outcomes import Ending
from reviewer_app.domain.fold import Facts
from reviewer_app.domain.labels import Judged
from reviewer_app.domain.records import Content
from reviewer_app.domain.resolution import Terms, resolution_of
from reviewer_app.domain.vocabulary import Disposition, Status, Verdict
from tests.factory import ME, NOON, OTHER, item, opinion, selection

UNDO = timedelta(minutes=3)
MINUTES = st.integers(0, 60)
ONE = Terms()


@st.composite
def histories(draw):
    """What people did, a minute apart at least: decisions, and some of them taken back."""
    made = []
    for minute in sorted(draw(st.lists(MINUTES, unique=True, max_size=6))):
        person = draw(st.sampled_from([ME, OTHER]))
        standing = [o for o in made if o.decision.verdict and o.decision.person_id == person]
        if standing and draw(st.booleans()):
            made.append(opinion(minute, None, person, retracts=standing[-1].decision.id))
            continue
        verdict = draw(st.sampled_from(Verdict))
        text = "better" if verdict is Verdict.CORRECT else None
        made.append(opinion(minute, verdict, person, text))
    return tuple(made)


def known_of(opinions, disposition=Disposition.HOLD, ends=None, answer=Verdict.REJECT):
    content = Content(item_id=UUID(int=7), input=None, output="as it was")
    release_at = NOON + timedelta(minutes=30) if disposition is Disposition.VETO else None
    chosen = selection(disposition=disposition, release_at=release_at)
    judged = Judged(item(), content, chosen, resolution_of(opinions, "as it was", ONE))
    expires_at = None if ends is None else NOON + timedelta(minutes=ends)
    return Known(judged, Facts(opinions=opinions), UNDO, answer, expires_at)


def at(minute):
    return NOON + timedelta(minutes=minute)


def seen(opinions, now):
    """What was there to be seen at a time."""
    return tuple(o for o in opinions if o.decision.decided_at <= now)


def look(opinions, minute, *how):
    return outcome_of(known_of(seen(opinions, at(minute)), *how), at(minute), at(minute))


dispositions = st.sampled_from([Disposition.HOLD, Disposition.VETO])
answers = st.sampled_from([Verdict.REJECT, Verdict.ESCALATE, Verdict.APPROVE])


@given(histories(), MINUTES)
def test_a_decision_is_told_once_nobody_can_take_it_back(opinions, minute):
    outcome = look(opinions, minute)
    there = seen(opinions, at(minute))
    resolution = resolution_of(there, "as it was", ONE)
    latest = max((o.decision.decided_at for o in there), default=NOON)
    stands = resolution.status is Status.RESOLVED and latest + UNDO <= at(minute)
    assert (outcome is not None) == stands
    if outcome is not None:
        assert (outcome.verdict, outcome.output) == (
            resolution.verdict,
            resolution.expected_output,
        )


@given(histories(), MINUTES, dispositions, st.none() | MINUTES, answers)
def test_nothing_may_be_used_that_somebody_rejected_or_handed_on(
    opinions, minute, disposition, ends, answer
):
    outcome = look(opinions, minute, disposition, ends, answer)
    if outcome is not None and outcome.verdict in {Verdict.REJECT, Verdict.ESCALATE}:
        assert outcome.output is None
    if outcome is not None and outcome.ending is Ending.RELEASED:
        assert disposition is Disposition.VETO
        assert minute >= 30
        assert outcome.output == "as it was"


@given(histories(), st.integers(0, 20), answers, MINUTES)
def test_the_answer_that_was_given_in_the_end_stands_for_good(opinions, ends, answer, later):
    settled = ends + 3
    first = look(opinions, settled, Disposition.HOLD, ends, answer)
    again = look(opinions, settled + later, Disposition.HOLD, ends, answer)
    if first is not None:
        assert (again.ending, again.verdict, again.output) == (
            first.ending,
            first.verdict,
            first.output,
        )


@given(MINUTES, st.integers(0, 40))
def test_nothing_goes_out_by_itself_on_what_a_hub_may_know_better(minute, behind):
    known = known_of((), Disposition.VETO)
    outcome = outcome_of(known, at(minute), at(minute - behind))
    assert (outcome is not None) == (minute - behind >= 30)
    expiring = known_of((), Disposition.HOLD, 10, Verdict.APPROVE)
    unseen = outcome_of(expiring, at(minute), at(min(minute, 9)))
    assert unseen is None or unseen.output is None
