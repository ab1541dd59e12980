"""Intake: same input, same place; new content is a new revision; what fails closed is flagged."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer_app.domain.incoming import AttachedFile
from reviewer_app.domain.queue import QueueQuery
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import rebuild
from reviewer_app.services.refused import LISTED
from reviewer_app.store import facts, upkeep
from tests.factory import (
    EVERYTHING_WAITS,
    Clock,
    Records,
    entries,
    entry,
    incoming,
    opened,
    problem,
    pull,
    seen,
    state,
)

HALF_AUDITED = 'name = "half"\n[defaults]\naudit_rate = 0.5\nseed = "s"\n'
FRAGILE = (
    'name = "fragile"\n[defaults]\naudit_rate = 0.0\n'
    '[[rule]]\nname = "large"\nwhen = "meta.amount > 500.0"\nrisk = "high"\n'
)


def counts(result):
    return result.new, result.revised, result.unchanged


def selections(profile):
    with profile.store.reading() as connection:
        found = facts.selections(connection, [e.item_id for e in entries(profile)])
        return {found[e.item_id].item_id: found[e.item_id] for e in entries(profile)}


def test_pulling_again_changes_nothing(profile):
    records = [incoming(n) for n in range(30)]
    assert counts(pull(profile, *records)) == (30, 0, 0)
    before = state(profile)
    assert counts(pull(profile, *records)) == (0, 0, 30)
    assert state(profile) == before


def test_metadata_and_confidence_make_no_revision(profile):
    pull(profile, incoming())
    again = incoming(confidence=0.1, meta='{"our label": "approve"}', agent="other")
    assert counts(pull(profile, again)) == (0, 0, 1)


def test_new_content_is_a_revision_and_the_old_one_keeps_its_decisions(profile):
    pull(profile, incoming())
    old = entry(profile).item_id
    profile.review.approve(seen(profile), Remarks())
    assert counts(pull(profile, incoming(output="changed"))) == (0, 1, 0)
    desk = profile.review.open(old)
    assert (desk.entry.status, len(desk.opinions)) == (Status.SUPERSEDED, 1)
    assert entry(profile).status is Status.QUEUED
    assert profile.review.open(entry(profile).item_id).item.revision == 2


def test_content_that_an_earlier_revision_had_changes_nothing(profile):
    first, second = incoming(output="a"), incoming(output="b")
    pull(profile, first)
    pull(profile, second)
    before = state(profile)
    assert counts(pull(profile, first)) == (0, 0, 1)
    assert state(profile) == before


def test_two_records_with_one_id_do_not_flip_for_ever(profile):
    twins = incoming(output="a"), incoming(output="b")
    assert counts(pull(profile, *twins)) == (1, 1, 0)
    before = state(profile)
    for _ in range(3):
        assert counts(pull(profile, *twins)) == (0, 0, 2)
    assert state(profile) == before


def test_the_same_record_twice_in_one_batch_is_one_item(profile):
    assert counts(pull(profile, incoming(), incoming())) == (1, 0, 1)


def test_records_without_an_id_are_known_by_their_content(profile):
    nameless = incoming(external_id=None), incoming(2, external_id=None)
    assert counts(pull(profile, *nameless)) == (2, 0, 0)
    assert counts(pull(profile, *nameless)) == (0, 0, 2)


def test_two_sources_with_the_same_ids_are_kept_apart(profile):
    pull(profile, incoming(), name="one")
    assert counts(pull(profile, incoming(), name="other")) == (1, 0, 0)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from("abc")), max_size=12), st.data())
def test_however_a_feed_is_cut_the_same_items_are_there(tmp_path_factory, feed, data):
    cut = data.draw(st.integers(0, len(feed)))
    records = [incoming(n, output=output) for n, output in feed]
    with (
        opened(tmp_path_factory.mktemp("a")) as whole,
        opened(tmp_path_factory.mktemp("b")) as parts,
    ):
        pull(whole, *records)
        pull(parts, *records[:cut])
        pull(parts, *records)
        assert state(whole) == state(parts)
        assert rebuild(parts.store) == 0


def test_a_source_that_was_stopped_goes_on_behind_its_cursor(profile):
    records = [incoming(n) for n in range(60)]
    stopped = profile.intake.pull(Records(*records), cancelled=lambda: True)
    assert stopped.cancelled
    assert 0 < stopped.new < 60
    again = profile.intake.pull(Records(*records))
    assert (stopped.new + again.new, again.unchanged) == (60, 0)


def test_what_was_pulled_before_a_stop_can_be_searched(profile):
    records = [incoming(n, output=f"zebra{n}") for n in range(60)]
    profile.intake.pull(Records(*records), cancelled=lambda: True)
    assert profile.review.total(QueueQuery(search="zebra0")) == 1


def test_a_source_that_fails_in_the_middle_keeps_what_was_read(profile):
    class Torn(Records):
        def read(self, cursor=None):
            yield from super().read(cursor)
            raise OSError("the line went dead")

    with pytest.raises(OSError, match="dead"):
        profile.intake.pull(Torn(*(incoming(n) for n in range(100))))
    assert len(entries(profile)) == 100
    assert profile.intake.pull(Records(*(incoming(n) for n in range(100)))).new == 0


def test_a_rule_that_cannot_be_answered_flags_the_item(tmp_path):
    with opened(tmp_path, FRAGILE) as profile:
        fine = incoming(1, meta='{"amount": 1.0}')
        missing, wrong, empty = (
            incoming(2, meta="{}"),
            incoming(3, meta='{"amount": "much"}'),
            incoming(4, meta='{"amount": null}'),
        )
        result = pull(profile, fine, missing, wrong, empty)
        assert (result.flagged, result.released) == (3, 1)
        for external_id in ("out-2", "out-3", "out-4"):
            flag = profile.review.open(entry(profile, external_id).item_id).selection.flags[0]
            assert "could not be checked" in flag.reason
            assert entry(profile, external_id).status is Status.QUEUED


def test_the_audit_draw_is_the_same_on_two_machines_and_in_any_order(tmp_path):
    records = [incoming(n) for n in range(200)]
    with opened(tmp_path / "a", HALF_AUDITED) as one, opened(tmp_path / "b", HALF_AUDITED) as other:
        pull(one, *records)
        pull(other, *reversed(records))
        drawn = selections(one)
        assert drawn.keys() == selections(other).keys()
        for key, found in selections(other).items():
            assert (found.sampled, found.propensity) == (drawn[key].sampled, 0.5)
        assert 60 < sum(s.sampled for s in drawn.values()) < 140


def test_what_is_not_drawn_is_released_and_still_kept(tmp_path):
    with opened(tmp_path, HALF_AUDITED) as profile:
        result = pull(profile, *(incoming(n) for n in range(100)))
        found = entries(profile)
        assert sum(e.status is Status.RELEASED for e in found) == result.released
        assert result.sampled + result.released == 100


def test_items_keep_the_policy_version_that_judged_them(profile, tmp_path):
    pull(profile, incoming())
    document = tmp_path / "next.toml"
    document.write_text(EVERYTHING_WAITS.replace("everything", "all"), encoding="utf-8")
    profile.policies.apply(document)
    pull(profile, incoming(2))
    policies = [profile.review.open(entry(profile, f"out-{n}").item_id).policy for n in (1, 2)]
    assert policies == ["everything waits policy v1", "all waits policy v2"]


def test_attachments_come_back_byte_by_byte_and_are_stored_once(profile):
    large = AttachedFile("scan.bin", "application/octet-stream", bytes(range(256)) * 9_000)
    empty = AttachedFile("empty.txt", "text/plain", b"")
    pull(profile, incoming(1, attachments=(large, empty)), incoming(2, attachments=(large,)))
    desk = profile.review.open(entry(profile, "out-1").item_id)
    data = {a.name: profile.review.attachment(a.id) for a in desk.attachments}
    assert data == {"scan.bin": large.data, "empty.txt": b""}
    with profile.store.reading() as connection:
        chunks = connection.exec_driver_sql("SELECT count(*) FROM attachment_chunk").scalar_one()
    assert chunks == 4  # three of the large one, one of the empty one


def test_texts_come_back_as_they_came(profile):
    hostile = "a\r\n\u202e😀\u0301 = <img src=x> \x1b[31m\ttrailing  "
    pull(
        profile,
        incoming(1, output=hostile, input="", meta='{"n": 12345678901234567890123, "x": 1.50}'),
    )
    found = profile.review.open(entry(profile).item_id).content
    assert (found.output, found.input) == (hostile, "")
    assert found.meta == '{"n": 12345678901234567890123, "x": 1.50}'


def test_a_rule_that_saw_an_enormous_number_is_stored_and_shown(tmp_path):
    policy = 'name = "n"\n[[rule]]\nname = "any"\nwhen = "has(meta.n) && meta.n != null"\n'
    with opened(tmp_path, policy) as profile:
        assert pull(profile, incoming(meta='{"n": 12345678901234567890123}')).new == 1
        assert profile.review.open(entry(profile).item_id).selection.flags


def test_refusals_are_kept_counted_and_named_up_to_a_bound(profile):
    result = pull(profile, *(problem(n) for n in range(LISTED + 5)), incoming())
    assert (result.new, result.refused_count) == (1, LISTED + 5)
    assert len(result.refused) == LISTED
    assert len(profile.intake.standing_refusals()) == LISTED + 5


def test_a_record_refused_again_for_the_same_reason_is_one_refusal(profile):
    for _ in range(2):
        pull(profile, problem())
    assert len(profile.intake.standing_refusals()) == 1


def test_reading_a_fixed_file_whole_clears_its_refusals_and_no_others(profile):
    pull(profile, problem(1), problem(2))
    pull(profile, problem(1), name="other")
    pull(profile, incoming(1), problem(2))
    left = {(r.source, r.place) for r in profile.intake.standing_refusals()}
    assert left == {("feed", "feed:2"), ("other", "feed:1")}


def test_a_refusal_whose_record_was_deleted_from_the_file_is_cleared(profile):
    pull(profile, problem(1), incoming(2))
    pull(profile, incoming(2))
    assert profile.intake.standing_refusals() == []


def test_a_stopped_pull_clears_no_refusal_that_it_did_not_come_to(profile):
    pull(profile, *(incoming(n) for n in range(80)), problem(99))
    profile.intake.pull(
        Records(*(incoming(n) for n in range(80))), cancelled=lambda: True, origin={"path": "feed"}
    )
    assert len(profile.intake.standing_refusals()) == 1


def test_the_time_of_the_pull_is_the_clocks(tmp_path):
    clock = Clock()
    with opened(tmp_path, clock=clock) as profile:
        clock.advance(days=3)
        pull(profile, incoming())
        assert entry(profile).pulled_at == clock()


def test_the_database_can_say_how_much_there_is(profile):
    pull(profile, incoming(), problem(2))
    with profile.store.reading() as connection:
        found = upkeep.counts(connection)
    assert (found["items"], found["refused records"]) == (1, 1)
