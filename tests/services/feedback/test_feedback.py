"""Labels go to sinks once the undo window has passed, at least once, with one effect."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest

from reviewer_app.connectors.failures import AnswerConflict, PushRefused, Unreachable
from reviewer_app.domain.delivery import DeliveryState
from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.feedback.planning import Planning, Route
from reviewer_app.services.feedback.pushing import IN_A_ROW, Pushing
from reviewer_app.store import deliveries, labels_due
from tests.factory import Clock, Records, decide_as, incoming, opened, pull, seen

HERE = [Route("far")]


@dataclass
class Far:
    """A platform that keeps what it is told, and fails as a test wants."""

    name: str = "far"
    kind: str = "test"
    is_final: bool = False
    there: dict[str, Outgoing] = field(default_factory=dict)
    told: list[Outgoing] = field(default_factory=list)
    failing: dict[str, Exception] = field(default_factory=dict)
    loses_replies: bool = False

    def push(self, outgoing: Outgoing) -> str:
        self.told.append(outgoing)
        if failure := self.failing.get(outgoing.external_id):
            raise failure
        if outgoing.label is None:
            self.there.pop(outgoing.external_id, None)
        else:
            self.there[outgoing.external_id] = outgoing
        if self.loses_replies:
            raise Unreachable("the line broke")
        return f"receipt {len(self.told)}"

    def check(self) -> str:
        return "here"

    def close(self) -> None: ...

    @property
    def verdicts(self) -> dict[str, str]:
        return {name: one.label["verdict"] for name, one in self.there.items()}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def profile(tmp_path, clock):
    with opened(tmp_path / "p", clock=clock) as made:
        pull(made, *(incoming(n) for n in range(1, 7)))
        yield made


@pytest.fixture
def far() -> Far:
    return Far()


def sync(profile, far, *, after: float = 20, routes=HERE, pushing=None):
    """What happens after so many seconds: what may leave is planned and pushed."""
    profile.store._clock.advance(seconds=after)
    Planning(profile.store, profile.policies).plan(routes)
    return (pushing or Pushing(profile.store)).push(far)


def delivery(profile, external_id: str, sink: str = "far"):
    with profile.store.reading() as connection:
        found = deliveries.listed(connection, sink, None, 100)
    return next(one.delivery for one in found if one.external_id == external_id)


def test_a_label_arrives_with_what_leads_back_to_its_item(profile, far):
    profile.review.correct(seen(profile), "better", Remarks(("tone",), comment="too harsh"))
    result = sync(profile, far)
    assert (result.delivered, result.failed, result.trouble) == (1, 0, "")
    (told,) = far.told
    assert (told.external_id, told.source, told.version) == ("out-1", "feed", 1)
    assert told.label["verdict"] == "correct"
    assert told.label["expected_output"] == "better"
    assert told.label["comment"] == "too harsh"
    assert delivery(profile, "out-1").receipt == "receipt 1"
    assert sync(profile, far).delivered == 0


def test_nothing_leaves_while_it_can_be_taken_back(profile, far):
    profile.review.approve(seen(profile), Remarks())
    assert sync(profile, far, after=9).delivered == 0
    profile.review.undo()
    assert sync(profile, far).delivered == 0
    assert far.told == []


def test_the_time_of_the_next_label_is_told(profile, clock):
    profile.review.approve(seen(profile), Remarks())
    free = Planning(profile.store, profile.policies).plan(HERE)
    assert free == clock.at + timedelta(seconds=10)


def test_a_second_thought_waits_for_its_own_window_and_replaces_the_label(profile, far):
    profile.review.approve(seen(profile), Remarks())
    sync(profile, far)
    profile.review.reject(seen(profile), Remarks())
    assert sync(profile, far, after=5).delivered == 0
    assert far.verdicts == {"out-1": "approve"}
    sync(profile, far)
    assert far.verdicts == {"out-1": "reject"}
    assert [one.version for one in far.told] == [1, 2]
    assert far.told[1].receipt == "receipt 1"


def test_a_label_that_waits_for_its_sink_does_not_leave_early_with_a_new_decision(profile, far):
    profile.review.approve(seen(profile), Remarks())
    far.failing["out-1"] = Unreachable("down")
    sync(profile, far)
    far.failing.clear()
    profile.store._clock.advance(seconds=60)
    profile.review.reject(seen(profile), Remarks())
    assert Pushing(profile.store).push(far).delivered == 0
    assert far.there == {}
    sync(profile, far, after=30)
    assert far.verdicts == {"out-1": "reject"}


def test_a_decision_taken_back_takes_its_label_back(profile, far):
    profile.review.approve(seen(profile), Remarks())
    sync(profile, far)
    assert "Its label at far follows" in profile.review.undo().sentence
    sync(profile, far)
    assert far.there == {}
    assert far.told[-1].label is None


def test_what_was_pushed_before_a_lost_reply_is_pushed_again_under_its_key(profile, far):
    profile.review.approve(seen(profile), Remarks())
    far.loses_replies = True
    assert sync(profile, far).postponed == 1
    far.loses_replies = False
    assert sync(profile, far, after=60).delivered == 1
    assert len({one.key for one in far.told}) == 1
    assert len(far.told) == 2
    assert far.verdicts == {"out-1": "approve"}


def test_a_label_that_comes_back_is_pushed_though_it_was_there_before(profile, far):
    profile.review.approve(seen(profile), Remarks())
    sync(profile, far)
    saved = profile.review.reject(seen(profile), Remarks())
    far.loses_replies = True
    sync(profile, far)
    far.loses_replies = False
    assert far.verdicts == {"out-1": "reject"}
    profile.review.undo(saved.decision.id)
    profile.review.approve(seen(profile), Remarks())
    sync(profile, far)
    assert far.verdicts == {"out-1": "approve"}


def test_a_decision_made_while_labels_are_looked_at_is_looked_at_again(profile, far):
    profile.review.approve(seen(profile), Remarks())
    profile.store._clock.advance(seconds=20)
    with profile.store.reading() as connection:
        stamps = labels_due.noted(connection, 10)
    profile.review.reject(seen(profile), Remarks())
    with profile.store.writing() as connection:
        assert labels_due.strike(connection, stamps) == set()
    sync(profile, far)
    assert far.verdicts == {"out-1": "reject"}


def test_a_poisoned_label_is_set_aside_and_the_others_go(profile, far):
    far.failing["out-2"] = PushRefused("no such trace")
    for n in range(1, 5):
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())
    result = sync(profile, far)
    assert (result.delivered, result.failed) == (3, 1)
    kept = delivery(profile, "out-2")
    assert (kept.state, kept.remark) == (DeliveryState.FAILED, "no such trace")
    far.failing.clear()
    with profile.store.writing() as connection:
        now = profile.store.now()
        assert deliveries.try_again(connection, "far", [DeliveryState.FAILED], now) == 1
    assert sync(profile, far).delivered == 1


def test_a_connector_that_breaks_is_said_and_does_not_stop_the_others(profile, far):
    far.failing["out-1"] = ZeroDivisionError()
    for n in (1, 2):
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())
    result = sync(profile, far)
    assert (result.delivered, result.failed) == (1, 1)
    assert "failed on this label" in delivery(profile, "out-1").remark


def test_a_sink_nobody_answers_for_is_left_alone_after_a_few(profile, far):
    for n in range(1, 7):
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())
        far.failing[f"out-{n}"] = Unreachable("down")
    result = sync(profile, far)
    assert (result.postponed, result.trouble) == (IN_A_ROW, "down")
    assert len(far.told) == IN_A_ROW


def test_a_sink_that_says_when_to_come_back_is_left_alone_at_once(profile, far):
    for n in (1, 2):
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())
        far.failing[f"out-{n}"] = Unreachable("busy", 90.0)
    result = sync(profile, far)
    assert (len(far.told), result.retry_after) == (1, 90.0)
    waits = [d for d in (delivery(profile, "out-1"), delivery(profile, "out-2")) if d.attempts]
    assert waits[0].next_try - profile.store.now() >= timedelta(seconds=90)


def test_an_answer_that_nobody_waits_for_is_a_conflict_that_a_person_sees(profile, far):
    far.failing["out-1"] = AnswerConflict("answered elsewhere")
    profile.review.approve(seen(profile), Remarks())
    assert sync(profile, far).conflicts == 1
    assert delivery(profile, "out-1").state is DeliveryState.CONFLICT
    assert sync(profile, far).conflicts == 0


def test_an_answer_that_was_given_stands_whatever_is_decided_later(profile, far):
    routes = [Route("far", is_final=True)]
    profile.review.approve(seen(profile), Remarks())
    sync(profile, far, routes=routes)
    assert "answer stands" in profile.review.undo().sentence
    sync(profile, far, routes=routes)
    assert far.verdicts == {"out-1": "approve"}
    kept = delivery(profile, "out-1")
    assert kept.state is DeliveryState.DELIVERED
    assert "does not reach it" in kept.remark


def test_an_escalated_or_disputed_item_has_no_label(profile, far):
    profile.review.escalate(seen(profile), "leads", Remarks())
    profile.review.approve(seen(profile, "out-2"), Remarks())
    decide_as(profile, "Ben", Verdict.REJECT, "out-2")
    assert sync(profile, far).delivered == 0


def test_labels_go_to_the_sinks_that_take_their_source(profile, far):
    other = Far("other")
    pull(profile, incoming(1), name="elsewhere")
    profile.review.approve(seen(profile), Remarks())
    routes = [Route("far", frozenset({"feed"})), Route("other", frozenset({"elsewhere"}))]
    sync(profile, far, routes=routes)
    sync(profile, other, routes=routes)
    assert [one.source for one in far.told] == ["feed"]
    assert [one.source for one in other.told] in ([], ["elsewhere"])


def test_judgements_made_elsewhere_are_not_sent_on(profile, far):
    record = incoming(9, judgements=(Judgement("kim", Verdict.APPROVE),))
    profile.history.bring_in(Records(record, name="import"), None)
    assert sync(profile, far).delivered == 0


def test_two_processes_do_not_push_to_one_sink_at_once(profile):
    profile.review.approve(seen(profile), Remarks())
    other = Pushing(profile.store)

    class Slow(Far):
        def push(self, outgoing):
            assert other.push(Far()).is_elsewhere
            return super().push(outgoing)

    assert sync(profile, Slow()).delivered == 1


def test_a_clock_that_was_set_back_blocks_no_sink(profile, far, clock):
    profile.review.approve(seen(profile), Remarks())
    clock.advance(days=365)
    far.failing["out-1"] = Unreachable("down")
    sync(profile, far)
    with profile.store.writing() as connection:
        later = profile.store.now() + timedelta(minutes=2)
        assert deliveries.take(connection, "far", UUID(int=7), profile.store.now(), later)
    far.failing.clear()
    clock.advance(days=-365)
    assert sync(profile, far).delivered == 1


def test_a_claim_is_renewed_while_slow_labels_are_pushed(profile, clock):
    for n in range(1, 7):
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())
    other = Pushing(profile.store)

    class Slow(Far):
        def push(self, outgoing):
            clock.advance(seconds=50)
            assert other.push(Far()).is_elsewhere
            return super().push(outgoing)

    assert sync(profile, Slow()).delivered == 6


def test_a_sink_added_late_can_have_the_labels_of_before(profile, far):
    profile.review.approve(seen(profile), Remarks())
    sync(profile, far, routes=[])
    assert sync(profile, far).delivered == 0
    with profile.store.writing() as connection:
        deliveries.plan_all(connection, "feed")
    assert sync(profile, far).delivered == 1


def test_an_erased_content_leaves_the_label_that_was_sent(profile, far):
    profile.review.correct(seen(profile), "better", Remarks())
    sync(profile, far)
    assert far.there["out-1"].label["expected_output"] == "better"
    item = seen(profile).item_id
    profile.erasing.erase([item], "asked for")
    sync(profile, far)
    assert far.there["out-1"].label["output"] is None
    assert far.there["out-1"].label["expected_output"] is None
