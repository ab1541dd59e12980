"""Judgements made elsewhere: they count from the first day, once, and for their own people."""

from datetime import UTC, datetime

import pytest

from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.vocabulary import Origin, Status, Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import rebuild, verify
from reviewer_app.store import identity
from tests.factory import Records, entries, entry, judged, labels, opened, seen, state

APPROVED = Judgement("ann", Verdict.APPROVE)
REJECTED = Judgement("bob", Verdict.REJECT, comment="no")


def bring_in(profile, *records, propensity=None, name="feed"):
    return profile.history.bring_in(Records(*records, name=name), propensity)


def test_a_repeat_changes_nothing(profile):
    record = judged(1, APPROVED, Judgement("cem", None, comment="cannot tell"))
    first = bring_in(profile, record)
    assert (first.judgements, first.labels, first.declines, first.new_items) == (2, 1, 1, 1)
    before, entries_before = state(profile), verify(profile.store).entries
    again = bring_in(profile, record)
    assert (again.judgements, again.unchanged, again.new_items) == (0, 2, 0)
    assert (state(profile), verify(profile.store).entries) == (before, entries_before)


def test_two_who_disagree_make_a_dispute_not_a_label(profile):
    result = bring_in(profile, judged(1, APPROVED, REJECTED))
    assert (result.labels, result.disputes) == (0, 1)
    assert entry(profile).status is Status.DISPUTED


def test_an_abstention_is_a_decline_and_leaves_the_item_open(profile):
    bring_in(profile, judged(1, Judgement("ann", None)))
    assert entry(profile).status is Status.QUEUED


def test_a_correction_without_a_text_expects_nothing_in_particular(profile, tmp_path):
    bring_in(profile, judged(1, Judgement("ann", Verdict.CORRECT)))
    label = labels(profile, tmp_path / "l.jsonl")[0]
    assert (label["verdict"], label["expected_output"]) == ("correct", None)


def test_an_empty_correction_is_a_correction(profile, tmp_path):
    bring_in(profile, judged(1, Judgement("ann", Verdict.CORRECT, corrected_output="")))
    assert labels(profile, tmp_path / "l.jsonl")[0]["expected_output"] == ""
    assert verify(profile.store).ok


@pytest.mark.parametrize("declared", [None, 0.25])
def test_how_items_were_chosen_is_unknown_unless_it_is_declared(profile, tmp_path, declared):
    bring_in(profile, judged(1, APPROVED), propensity=declared)
    label = labels(profile, tmp_path / "l.jsonl")[0]
    assert (label["selected_by"], label["propensity"]) == ("import", declared)
    assert (label["origin"], label["reviewers"]) == ("imported", ["ann"])


def test_annotators_of_two_sources_are_never_mixed_with_each_other_or_the_team(profile):
    namesake = Judgement("ana", Verdict.APPROVE)
    bring_in(profile, judged(1, namesake), name="one")
    bring_in(profile, judged(1, namesake), name="two")
    with profile.store.reading() as connection:
        team = [p.name for p in identity.team(connection)]
        people = connection.exec_driver_sql("SELECT count(*) FROM person WHERE name = 'ana'")
        assert (team, people.scalar_one()) == (["ana"], 3)
    assert all(e.decided_by != profile.review.me.id for e in entries(profile))


def test_scores_with_enormous_numbers_are_kept_exactly_and_hold(profile, tmp_path):
    scores = {"n": 2**70, "deep": [{"x": -0.0, "y": 1e300}], "name": "é"}
    bring_in(profile, judged(1, Judgement("ann", Verdict.APPROVE, labels=scores)))
    assert verify(profile.store).ok
    opinion = profile.review.open(entry(profile).item_id).opinions[0]
    assert opinion.decision.rubric == scores
    profile.export.write(tmp_path / "l.csv", "csv")
    assert labels(profile, tmp_path / "l.jsonl")[0]["rubric"]["n"] == str(2**70)


def test_imported_judgements_keep_their_own_time_and_none_is_made_up(profile):
    at = datetime(2019, 5, 1, 8, 30, 0, 123456, tzinfo=UTC)
    timed = Judgement("ann", Verdict.APPROVE, decided_at=at, active_seconds=4.5)
    bring_in(profile, judged(1, timed), judged(2, APPROVED))
    assert (entry(profile).decided_at, entry(profile, "out-2").decided_at) == (at, None)


def test_an_import_is_marked_so_and_a_later_decision_here_outranks_no_one(profile):
    bring_in(profile, judged(1, APPROVED))
    profile.review.reject(seen(profile), Remarks())
    found = profile.review.open(entry(profile).item_id)
    assert [o.decision.origin for o in found.opinions] == [Origin.IMPORTED, Origin.NATIVE]
    assert found.entry.status is Status.DISPUTED


def test_what_many_annotators_said_is_taken_in_over_many_batches(profile):
    records = [judged(n, APPROVED, REJECTED) for n in range(250)]
    assert bring_in(profile, *records).judgements == 500
    assert len(entries(profile, Status.DISPUTED)) == 250
    assert rebuild(profile.store) == 0
    assert verify(profile.store).ok


def test_a_stopped_import_is_completed_by_a_repeat(profile):
    records = [judged(n, APPROVED) for n in range(250)]
    source = Records(*records)
    stopped = profile.history.bring_in(source, cancelled=lambda: True)
    assert stopped.cancelled
    again = profile.history.bring_in(source)
    assert stopped.judgements + again.judgements == 250


def test_judgements_of_an_older_revision_stay_with_it(profile):
    bring_in(profile, judged(1, output="old"))
    bring_in(profile, judged(1, output="new"))
    bring_in(profile, judged(1, APPROVED, output="old"))
    assert entry(profile).status is Status.QUEUED
    superseded = entries(profile, Status.SUPERSEDED)[0]
    assert superseded.verdict is Verdict.APPROVE


def test_the_same_judgements_make_the_same_facts_on_two_machines(profile, tmp_path):
    record = judged(1, APPROVED, REJECTED)
    with opened(tmp_path / "other") as other:
        made = []
        for one in (profile, other):
            bring_in(one, record)
            desk = one.review.open(entry(one).item_id)
            made.append([(o.decision.id, o.decision.person_id) for o in desk.opinions])
        assert made[0] == made[1]
