"""The review desk: what a person decides holds for exactly what they saw, and for nobody else's."""

from uuid import UUID, uuid4

import pytest

from reviewer_app.domain.errors import CorrectionMissing, DecisionUnknown, ItemChanged, ItemUnknown
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.vocabulary import Severity, Status, Verdict
from reviewer_app.services.acts import RecipientMissing
from reviewer_app.services.desk import Draft, Remarks, Seen
from reviewer_app.services.maintenance import verify
from reviewer_app.services.review import ReviewSession
from reviewer_app.store import journal
from tests.factory import (
    TWO_MUST_AGREE,
    Records,
    colleague,
    decide_as,
    entry,
    incoming,
    judged,
    opened,
    pull,
    seen,
)

NOTHING_SAID = Remarks()


def decisions(profile, external_id="out-1"):
    return profile.review.open(entry(profile, external_id).item_id).opinions


def test_a_decision_is_bound_to_what_was_seen_and_chained(profile):
    pull(profile, incoming())
    shown = seen(profile)
    said = Remarks(("tone",), Severity.MAJOR, "too short", 12.5)
    made = profile.review.correct(shown, "better", said).decision
    assert (made.content_hash, made.item_id) == (shown.content_hash, shown.item_id)
    assert (made.correction_digest, made.comment_digest) == (
        digest_of("better"),
        digest_of("too short"),
    )
    assert (made.error_types, made.severity, made.active_seconds) == (["tone"], "major", 12.5)
    with profile.store.reading() as connection:
        assert [e.kind for e in journal.entries_about(connection, [made.id])] == ["decision"]


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        (Verdict.APPROVE, Status.RESOLVED),
        (Verdict.CORRECT, Status.RESOLVED),
        (Verdict.REJECT, Status.RESOLVED),
        (Verdict.ESCALATE, Status.ESCALATED),
    ],
)
def test_a_verdict_gives_the_entry_its_status(profile, verdict, status):
    pull(profile, incoming())
    decide_as(profile, "ana", verdict, correction="x" if verdict is Verdict.CORRECT else None)
    assert entry(profile).status is status


def test_deciding_an_item_that_was_revised_meanwhile_records_nothing(profile):
    pull(profile, incoming())
    stale = seen(profile)
    pull(profile, incoming(output="a new answer"))
    with pytest.raises(ItemChanged, match="new version"):
        profile.review.approve(stale, NOTHING_SAID)
    assert decisions(profile) == ()
    assert verify(profile.store).entries == 1


def test_deciding_twice_from_a_stale_desk_records_once(profile):
    pull(profile, incoming())
    stale = seen(profile)
    profile.review.approve(stale, NOTHING_SAID)
    with pytest.raises(ItemChanged, match="decided out-1 meanwhile"):
        profile.review.reject(stale, NOTHING_SAID)
    assert len(decisions(profile)) == 1


def test_deciding_twice_from_a_stale_desk_is_noticed_among_imported_judgements(profile):
    people = [Judgement(f"ann {n}", Verdict.APPROVE) for n in range(8)]
    profile.history.bring_in(Records(judged(1, *people)))
    stale = seen(profile)
    decide_as(profile, "bea", Verdict.APPROVE)
    with pytest.raises(ItemChanged):
        profile.review.reject(stale, NOTHING_SAID)


def test_taking_back_is_a_change_that_a_stale_desk_notices(profile):
    pull(profile, incoming())
    profile.review.approve(seen(profile), NOTHING_SAID)
    stale = seen(profile)
    profile.review.undo()
    with pytest.raises(ItemChanged):
        profile.review.reject(stale, NOTHING_SAID)


def test_an_item_that_is_none_is_named(profile):
    nothing = Seen(uuid4(), "c" * 64)
    with pytest.raises(ItemUnknown, match=str(nothing.item_id)):
        profile.review.approve(nothing, NOTHING_SAID)
    with pytest.raises(ItemUnknown):
        profile.review.skip(nothing)


def test_a_digest_that_is_not_the_items_is_refused(profile):
    pull(profile, incoming())
    forged = Seen(seen(profile).item_id, "0" * 64)
    with pytest.raises(ItemChanged):
        profile.review.approve(forged, NOTHING_SAID)


def test_a_verdict_without_what_it_needs_is_no_act(profile):
    pull(profile, incoming())
    with pytest.raises(RecipientMissing):
        profile.review.escalate(seen(profile), "  ", NOTHING_SAID)
    with pytest.raises(CorrectionMissing):
        decide_as(profile, "ana", Verdict.CORRECT)


def test_an_escalation_to_a_person_gives_them_the_item(profile):
    pull(profile, incoming())
    bea = colleague(profile, "Bea")
    profile.review.escalate(seen(profile), "bea", Remarks(comment="you know this customer"))
    found = entry(profile)
    assert (found.status, found.assignee) == (Status.ESCALATED, bea.person_id)
    assert profile.review.open(found.item_id).escalations[0].to == "Bea"


def test_an_escalation_to_a_pool_moves_it_there_and_taking_it_back_moves_it_home(profile):
    pull(profile, incoming())
    profile.review.escalate(seen(profile), "finance", NOTHING_SAID)
    assert (entry(profile).pool, entry(profile).assignee) == ("finance", None)
    profile.review.undo()
    assert (entry(profile).pool, entry(profile).status) == ("everyone", Status.QUEUED)


def test_an_escalation_is_answered_by_a_lead_at_once_even_where_two_must_agree(tmp_path):
    with opened(tmp_path / "two", TWO_MUST_AGREE) as profile:
        pull(profile, incoming())
        asked = decide_as(profile, "bea", Verdict.ESCALATE)
        answer = profile.review.reject(seen(profile), NOTHING_SAID).decision
        assert answer.settles == [asked.id]
        assert entry(profile).status is Status.RESOLVED


def test_two_reviews_that_are_needed_come_from_two_people(tmp_path):
    with opened(tmp_path / "two", TWO_MUST_AGREE) as profile:
        pull(profile, incoming())
        profile.review.correct(seen(profile), "a", NOTHING_SAID)
        profile.review.correct(seen(profile), "b", NOTHING_SAID)
        assert entry(profile).status is Status.QUEUED
        decide_as(profile, "bea", Verdict.CORRECT, correction="c")
        assert entry(profile).status is Status.DISPUTED


def test_an_item_waiting_for_anothers_review_is_no_longer_mine_to_take(tmp_path):
    with opened(tmp_path / "two", TWO_MUST_AGREE) as profile:
        pull(profile, incoming())
        profile.review.approve(seen(profile), NOTHING_SAID)
        assert profile.review.total(QueueQuery()) == 0
        profile.review.undo()
        assert profile.review.total(QueueQuery()) == 1


def test_a_lead_settles_a_dispute_and_may_change_their_mind(profile):
    disagreeing = (Judgement("ann", Verdict.APPROVE), Judgement("bob", Verdict.REJECT))
    profile.history.bring_in(Records(judged(1, *disagreeing)))
    assert entry(profile).status is Status.DISPUTED
    settled = profile.review.approve(seen(profile), NOTHING_SAID).decision
    assert len(settled.settles) == 2
    assert (entry(profile).status, entry(profile).verdict) == (Status.RESOLVED, Verdict.APPROVE)
    profile.review.reject(seen(profile), NOTHING_SAID)
    assert (entry(profile).status, entry(profile).verdict) == (Status.RESOLVED, Verdict.REJECT)
    profile.review.undo()
    profile.review.undo()
    assert entry(profile).status is Status.DISPUTED


def test_who_is_no_lead_gives_one_more_opinion_and_settles_nothing(profile):
    disagreeing = (Judgement("ann", Verdict.APPROVE), Judgement("bob", Verdict.REJECT))
    profile.history.bring_in(Records(judged(1, *disagreeing)))
    assert decide_as(profile, "bea", Verdict.APPROVE).settles == []
    assert entry(profile).status is Status.DISPUTED


def test_a_late_opinion_on_what_was_settled_is_kept_and_opens_nothing(profile):
    disagreeing = (Judgement("ann", Verdict.APPROVE), Judgement("bob", Verdict.REJECT))
    profile.history.bring_in(Records(judged(1, *disagreeing)))
    profile.review.approve(seen(profile), NOTHING_SAID)
    late = decide_as(profile, "bea", Verdict.REJECT)
    assert (entry(profile).status, entry(profile).verdict) == (Status.RESOLVED, Verdict.APPROVE)
    opinions = profile.review.open(entry(profile).item_id).opinions
    assert late.id in {o.decision.id for o in opinions}


def test_who_declines_does_not_see_the_item_again_until_they_take_that_back(profile):
    pull(profile, incoming(), incoming(2))
    profile.review.decline(seen(profile), "I wrote it myself")
    assert [e.external_id for e in profile.review.page(QueueQuery(), 0, 9)] == ["out-2"]
    assert profile.review.counts(profile.store.now()).queue == 1
    profile.review.undo()
    assert profile.review.total(QueueQuery()) == 2


def test_what_was_skipped_comes_last_whatever_the_page(profile):
    pull(profile, *(incoming(n) for n in range(5)))
    order = [e.external_id for e in profile.review.page(QueueQuery(), 0, 10)]
    for external_id in (order[0], order[2]):
        profile.review.skip(seen(profile, external_id))
    expected = [order[1], order[3], order[4], order[0], order[2]]
    pages = [profile.review.page(QueueQuery(), offset, 2) for offset in (0, 2, 4)]
    assert [e.external_id for page in pages for e in page] == expected
    profile.review.undo()
    assert profile.review.page(QueueQuery(), 4, 1)[0].external_id == order[0]


def test_a_draft_stays_until_the_item_is_decided(profile):
    pull(profile, incoming())
    item_id = entry(profile).item_id
    draft = Draft("half a sen", "hm", ("tone",), Severity.MINOR)
    profile.review.save_draft(item_id, draft)
    assert profile.review.open(item_id).draft == draft
    profile.review.approve(seen(profile), NOTHING_SAID)
    assert profile.review.open(item_id).draft is None


def test_a_new_name_holds_for_past_decisions(profile):
    pull(profile, incoming())
    profile.review.approve(seen(profile), NOTHING_SAID)
    profile.review.rename_me("Anna-Maria")
    assert decisions(profile)[0].person == "Anna-Maria"


def test_only_ones_own_decisions_can_be_taken_back(profile):
    pull(profile, incoming())
    theirs = decide_as(profile, "bea", Verdict.APPROVE)
    with pytest.raises(DecisionUnknown):
        profile.review.undo(theirs.id)
    with pytest.raises(DecisionUnknown):
        profile.review.undo(UUID(int=5))
    with pytest.raises(DecisionUnknown):
        profile.review.undo()


def test_a_decision_is_taken_back_once(profile):
    pull(profile, incoming())
    made = profile.review.approve(seen(profile), NOTHING_SAID).decision
    profile.review.undo(made.id)
    with pytest.raises(DecisionUnknown):
        profile.review.undo(made.id)


def test_missing_confidence_sorts_as_the_most_uncertain(profile):
    given = {1: 0.9, 2: None, 3: 0.0, 4: 1.0}
    pull(profile, *(incoming(n, confidence=c) for n, c in given.items()))
    found = profile.review.page(QueueQuery(sort=Sort.CONFIDENCE), 0, 9)
    assert [e.confidence for e in found] == [None, 0.0, 0.9, 1.0]


def test_the_figures_beside_the_views_count_what_the_lists_show(profile, clock):
    pull(profile, *(incoming(n) for n in range(6)))
    before = clock()
    clock.advance(hours=1)
    pull(profile, incoming(9))
    profile.review.approve(seen(profile, "out-0"), NOTHING_SAID)
    profile.review.escalate(seen(profile, "out-1"), "leads", NOTHING_SAID)
    profile.review.decline(seen(profile, "out-2"), "no")
    found = profile.review.counts(before)
    assert (found.queue, found.escalated, found.decided, found.decided_today) == (5, 1, 1, 2)
    assert (found.arrived, found.latest_pull, found.workflows) == (1, clock(), ("support",))
    assert found.queue == profile.review.total(QueueQuery())


def test_a_track_record_says_how_an_agents_outputs_were_judged(profile):
    pull(profile, *(incoming(n) for n in range(4)))
    profile.review.approve(seen(profile, "out-0"), NOTHING_SAID)
    profile.review.reject(seen(profile, "out-1"), NOTHING_SAID)
    later = ReviewSession(profile.store, profile.policies)
    found = later.open(entry(profile, "out-2").item_id).record
    assert (found.reviewed, found.wrong) == (2, 1)
    assert found.low < 0.5 < found.high


def test_another_process_that_writes_is_noticed(profile, tmp_path):
    pull(profile, incoming())
    profile.review.changed_elsewhere()
    assert not profile.review.changed_elsewhere()
    with opened(tmp_path / "profile") as beside:
        beside.review.approve(seen(beside), NOTHING_SAID)
    assert profile.review.changed_elsewhere()
    assert entry(profile).status is Status.RESOLVED
