"""One act for many items: what it does, what it leaves out, and how it is taken back."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain.errors import DecisionUnknown, ReviewerError
from reviewer_app.domain.queue import QueueQuery
from reviewer_app.domain.records import Shown
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services import bulk
from reviewer_app.services.desk import Draft, Remarks
from reviewer_app.services.maintenance import rebuild, verify
from reviewer_app.services.review import ReviewSession
from reviewer_app.services.together import Together, Way
from tests.factory import (
    Clock,
    decide_as,
    entries,
    entry,
    incoming,
    labels,
    opened,
    pull,
    seen,
    state,
)

GATES = """
name = "gates"
[defaults]
mode = "human"
error_types = ["tone"]
error_type_required = true

[[rule]]
name = "law"
when = "meta.law == true"
mandatory = true

[[rule]]
name = "danger"
when = "meta.danger == true"
risk = "critical"

[[rule]]
name = "unsure"
when = "confidence < 0.5"
"""
META = '{{"law": {law}, "danger": {danger}}}'
WAYS = {
    Way.APPROVE: Status.RESOLVED,
    Way.REJECT: Status.RESOLVED,
    Way.ESCALATE: Status.ESCALATED,
    Way.DECLINE: Status.QUEUED,
    Way.SKIP: Status.QUEUED,
}


def together(profile, way: Way, *external_ids: str, **fields) -> Together:
    seens = tuple(seen(profile, name) for name in external_ids)
    return Together(seens, way, to="finance", reason="not mine", **fields)


def names(profile, count: int) -> list[str]:
    pull(profile, *(incoming(n) for n in range(1, count + 1)))
    return [f"out-{n}" for n in range(1, count + 1)]


def seen_state(profile):
    return state(profile), profile.review.page(QueueQuery(), 0, 1_000)


@pytest.mark.parametrize("way", Way)
def test_an_act_for_many_gives_each_item_its_own_fact_and_one_undo_takes_all_back(profile, way):
    found = names(profile, 5)
    start = seen_state(profile)
    result = profile.review.decide_many(together(profile, way, *found[:4]))
    assert len(result.done) == 4
    assert result.left_out == ()
    assert [entry(profile, name).status for name in found] == [WAYS[way]] * 4 + [Status.QUEUED]
    done = seen_state(profile)
    assert profile.review.can_undo == result.saved.sentence
    profile.review.undo()
    assert seen_state(profile) == start
    profile.review.redo()
    assert seen_state(profile)[1] == done[1]
    profile.review.undo()
    assert seen_state(profile) == start
    assert profile.review.can_undo is None
    assert rebuild(profile.store) == 0
    assert verify(profile.store).ok


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(Way), st.sets(st.integers(1, 3), min_size=1)), max_size=4)
)
def test_any_acts_for_many_are_taken_back_to_exactly_the_state_before(acts):
    with TemporaryDirectory() as folder, opened(Path(folder)) as profile:
        found = names(profile, 3)
        states = [seen_state(profile)]
        for way, numbers in acts:
            asked = together(profile, way, *(found[n - 1] for n in sorted(numbers)))
            if profile.review.decide_many(asked).saved is not None:
                states.append(seen_state(profile))
        for expected in reversed(states[:-1]):
            profile.review.undo()
            assert seen_state(profile) == expected
        assert verify(profile.store).ok


def test_the_decisions_of_one_act_are_marked_and_share_the_time_it_took(profile, tmp_path):
    found = names(profile, 4)
    said = Remarks(comment="all good", active_seconds=10.0)
    result = profile.review.decide_many(together(profile, Way.APPROVE, *found, remarks=said))
    desks = [profile.review.open(key) for key in result.done]
    made = [desk.opinions[0] for desk in desks]
    assert len({o.decision.bulk for o in made}) == 1
    assert made[0].decision.bulk is not None
    assert [o.decision.active_seconds for o in made] == [2.5] * 4
    assert {o.comment for o in made} == {"all good"}
    assert made[0].decision.shown == Shown(flags=False, confidence=True)
    assert {label["comment"] for label in labels(profile, tmp_path / "l.jsonl")} == {"all good"}


def test_what_was_opened_singly_was_seen_whole(profile):
    found = names(profile, 2)
    first = entry(profile).item_id
    profile.review.decide_many(together(profile, Way.APPROVE, *found, opened=frozenset([first])))
    shown = [
        profile.review.open(entry(profile, n).item_id).opinions[0].decision.shown for n in found
    ]
    assert [s.flags for s in shown] == [True, False]


def test_what_changed_meanwhile_is_left_out_and_said(profile):
    found = names(profile, 4)
    asked = together(profile, Way.APPROVE, *found)
    decide_as(profile, "Ben", Verdict.REJECT, "out-1")
    pull(profile, incoming(2, output="another answer"))
    profile.review.save_draft(entry(profile, "out-3").item_id, Draft(comment="hm"))
    result = profile.review.decide_many(asked)
    assert [profile.review.open(k).item.external_id for k in result.done] == ["out-4"]
    assert [(one.external_id, str(one.reason)) for one in result.left_out] == [
        ("out-1", "Ben decided out-1 meanwhile."),
        ("out-2", "The agent has produced a new version of out-2."),
        ("out-3", "You left a draft on it."),
    ]


def test_what_demands_a_look_is_left_out_of_approving_unless_it_was_opened(tmp_path):
    with opened(tmp_path / "p", GATES) as profile:
        pull(
            profile,
            incoming(1, meta=META.format(law="true", danger="false")),
            incoming(2, meta=META.format(law="false", danger="true")),
            incoming(3, meta=META.format(law="false", danger="false")),
        )
        asked = together(profile, Way.APPROVE, "out-1", "out-2", "out-3")
        result = profile.review.decide_many(asked)
        assert [str(one.reason) for one in result.left_out] == [
            "“law” demands a person: open it to approve it.",
            "Its risk is critical: open it to approve it.",
        ]
        looked = frozenset(one.item_id for one in result.left_out)
        again = together(profile, Way.APPROVE, "out-1", "out-2", opened=looked)
        assert len(profile.review.decide_many(again).done) == 2


def test_a_step_that_asks_what_was_wrong_asks_it_of_many_too(tmp_path):
    with opened(tmp_path / "p", GATES) as profile:
        pull(profile, incoming(1, meta=META.format(law="false", danger="false")))
        result = profile.review.decide_many(together(profile, Way.REJECT, "out-1"))
        assert result.saved is None
        assert str(result.left_out[0].reason) == "Its step asks what was wrong."
        said = Remarks(("tone",))
        asked = together(profile, Way.REJECT, "out-1", remarks=said)
        assert len(profile.review.decide_many(asked).done) == 1


def test_escalated_and_decided_items_are_not_for_many(profile):
    found = names(profile, 3)
    profile.review.escalate(seen(profile, "out-1"), "leads", Remarks())
    profile.review.approve(seen(profile, "out-2"), Remarks())
    result = profile.review.decide_many(together(profile, Way.APPROVE, *found))
    assert [str(one.reason) for one in result.left_out] == [
        "It was escalated: open it to decide it.",
        "It is decided already.",
    ]


def test_stopping_keeps_what_was_done_and_one_undo_takes_it_back(profile, monkeypatch):
    monkeypatch.setattr(bulk, "AT_ONCE", 2)
    found = names(profile, 6)
    start = seen_state(profile)
    told = []
    result = profile.review.decide_many(
        together(profile, Way.APPROVE, *found), told.append, lambda: len(told) == 2
    )
    assert result.is_cancelled
    assert len(result.done) == 4
    assert [(p.done, p.total) for p in told] == [(2, 6), (4, 6)]
    profile.review.undo()
    assert seen_state(profile) == start


def test_a_disk_that_fails_midway_leaves_an_act_that_can_be_taken_back(profile, monkeypatch):
    class Full(ReviewerError):
        pass

    monkeypatch.setattr(bulk, "AT_ONCE", 2)
    found = names(profile, 6)
    start = seen_state(profile)
    write, calls = bulk.bulk_facts.add_decisions, []

    def fail_at_the_third(*arguments):
        calls.append(1)
        if len(calls) == 3:
            raise Full("full")
        write(*arguments)

    monkeypatch.setattr(bulk.bulk_facts, "add_decisions", fail_at_the_third)
    result = profile.review.decide_many(together(profile, Way.APPROVE, *found))
    assert isinstance(result.failure, Full)
    assert len(result.done) == 4
    profile.review.undo()
    assert seen_state(profile) == start


def test_a_later_session_takes_the_whole_act_back_with_one_undo(profile):
    found = names(profile, 3)
    start = seen_state(profile)
    profile.review.decide_many(together(profile, Way.APPROVE, *found))
    later = ReviewSession(profile.store, profile.policies)
    assert str(later.undo().sentence) == "Took back together: 3"
    assert seen_state(profile) == start


def test_one_of_many_can_be_taken_back_by_itself_and_the_rest_later(profile):
    found = names(profile, 3)
    start = seen_state(profile)
    profile.review.decide_many(together(profile, Way.APPROVE, *found))
    first = profile.review.open(entry(profile).item_id).opinions[0].decision.id
    profile.review.undo(first)
    assert [e.status for e in entries(profile, Status.RESOLVED)] == [Status.RESOLVED] * 2
    assert str(profile.review.undo().sentence) == "Took back together: 2"
    assert seen_state(profile) == start
    with pytest.raises(DecisionUnknown):
        profile.review.undo()


def test_the_seens_of_a_selection_are_what_stands_now(profile):
    found = names(profile, 3)
    ids = [entry(profile, name).item_id for name in reversed(found)]
    assert profile.review.seens(ids) == tuple(seen(profile, name) for name in reversed(found))


def test_an_old_decision_without_the_mark_still_verifies(tmp_path):
    with opened(tmp_path / "p", clock=Clock()) as profile:
        names(profile, 1)
        profile.review.approve(seen(profile), Remarks())
        with profile.store.writing() as connection:
            (body,) = connection.exec_driver_sql(
                "SELECT body FROM journal WHERE kind = 'decision'"
            ).one()
            assert '"bulk":null' in body
        assert verify(profile.store).ok
