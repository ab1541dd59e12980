"""Undo brings back exactly the state before, for every act, and redo the state after."""

import pytest

from reviewer_app.domain.errors import DecisionUnknown, ItemChanged
from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.queue import QueueQuery
from reviewer_app.domain.vocabulary import Severity, Status, Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import rebuild, verify
from reviewer_app.services.review import ReviewSession
from tests.factory import Records, entry, incoming, judged, opened, pull, seen, state

SAID = Remarks(("tone",), Severity.MINOR, "hm", 3.0)
ACTS = {
    "approve": lambda review, shown: review.approve(shown, SAID),
    "correct": lambda review, shown: review.correct(shown, "better", SAID),
    "reject": lambda review, shown: review.reject(shown, SAID),
    "escalate": lambda review, shown: review.escalate(shown, "finance", SAID),
    "decline": lambda review, shown: review.decline(shown, "not mine"),
    "skip": lambda review, shown: review.skip(shown),
}
BEFORE = {
    "queued": lambda _: None,
    "resolved": lambda profile: profile.review.approve(seen(profile), Remarks()),
    "escalated": lambda profile: profile.review.escalate(seen(profile), "leads", Remarks()),
    "disputed": lambda profile: profile.history.bring_in(
        Records(judged(1, Judgement("a", Verdict.APPROVE), Judgement("b", Verdict.REJECT)))
    ),
}


def mine(profile):
    """What this person's own list shows, beside what everybody sees."""
    return state(profile), profile.review.page(QueueQuery(), 0, 100)


def timeless(seen_state):
    """The state without the moments at which decisions were made."""
    (rows, made), page = seen_state
    drop = {"decided_at": None}
    return (
        [r.model_copy(update=drop) for r in rows],
        [label | drop for label in made],
        [r.model_copy(update=drop) for r in page],
    )


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("act", ACTS)
def test_undo_brings_back_the_state_before_and_redo_the_state_after(profile, clock, act, before):
    pull(profile, incoming(), incoming(2))
    BEFORE[before](profile)
    start = mine(profile)
    clock.advance(minutes=1)
    ACTS[act](profile.review, seen(profile))
    done = mine(profile)
    assert done != start or act in {"skip", "decline"}
    clock.advance(minutes=1)
    profile.review.undo()
    assert mine(profile) == start
    clock.advance(minutes=1)
    profile.review.redo()
    assert timeless(mine(profile)) == timeless(done)
    profile.review.undo()
    assert mine(profile) == start
    assert rebuild(profile.store) == 0
    assert verify(profile.store).ok


def test_acts_are_taken_back_in_their_order_any_number_deep(profile):
    pull(profile, *(incoming(n) for n in range(6)))
    states = [mine(profile)]
    for n, act in enumerate(ACTS.values()):
        act(profile.review, seen(profile, f"out-{n}"))
        states.append(mine(profile))
    for expected in reversed(states[:-1]):
        profile.review.undo()
        assert mine(profile) == expected
    assert profile.review.can_undo is None
    for expected in states[1:]:
        profile.review.redo()
        assert timeless(mine(profile)) == timeless(expected)
    assert profile.review.can_redo is None


def test_a_new_act_ends_what_could_be_done_again(profile):
    pull(profile, incoming())
    profile.review.approve(seen(profile), SAID)
    profile.review.undo()
    profile.review.reject(seen(profile), SAID)
    with pytest.raises(DecisionUnknown):
        profile.review.redo()


def test_the_words_say_what_would_be_taken_back_and_done_again(profile):
    pull(profile, incoming())
    profile.review.reject(seen(profile), SAID)
    assert profile.review.can_undo == "Rejected out-1"
    saved = profile.review.undo()
    assert (saved.sentence, profile.review.can_undo) == ("Took back: rejected out-1", None)
    assert profile.review.can_redo == "Rejected out-1"


def test_a_decision_of_an_earlier_session_can_be_taken_back(profile, tmp_path):
    pull(profile, incoming())
    profile.review.approve(seen(profile), SAID)
    with opened(tmp_path / "profile") as later:
        later.review.undo()
        assert entry(later).status is Status.QUEUED


def test_an_act_taken_back_elsewhere_does_not_bar_the_way_to_those_before_it(profile):
    pull(profile, incoming(), incoming(2))
    profile.review.approve(seen(profile), SAID)
    second = profile.review.approve(seen(profile, "out-2"), SAID).decision
    ReviewSession(profile.store, profile.policies).undo(second.id)
    with pytest.raises(DecisionUnknown):
        profile.review.undo()
    profile.review.undo()
    assert entry(profile).status is Status.QUEUED


def test_redo_does_not_decide_a_revision_that_nobody_saw(profile):
    pull(profile, incoming())
    profile.review.approve(seen(profile), SAID)
    profile.review.undo()
    pull(profile, incoming(output="another answer"))
    with pytest.raises(ItemChanged):
        profile.review.redo()
    assert entry(profile).status is Status.QUEUED
    assert profile.review.can_redo is None


def test_an_item_that_was_behind_is_behind_again_when_its_decision_is_taken_back(profile):
    pull(profile, incoming(), incoming(2))
    profile.review.skip(seen(profile))
    behind = mine(profile)
    profile.review.approve(seen(profile), SAID)
    profile.review.undo()
    assert mine(profile) == behind
