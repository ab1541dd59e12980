"""The journal: whatever somebody does to the database behind the program's back is named."""

import sqlite3
from contextlib import closing

import pytest

from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import verify
from tests.factory import Records, decide_as, incoming, judged, pull, seen

ENTRIES = 9


@pytest.fixture
def worked(profile):
    """Every act there is, chained as entries 2 to 9 behind the policy."""
    pull(profile, *(incoming(n) for n in range(1, 5)))
    review = profile.review
    review.approve(seen(profile, "out-1"), Remarks(comment="fine"))
    review.correct(seen(profile, "out-2"), "better", Remarks())
    review.escalate(seen(profile, "out-3"), "leads", Remarks())
    review.decline(seen(profile, "out-4"), "mine")
    review.undo()
    decide_as(profile, "bea", Verdict.REJECT, "out-4")
    decide_as(profile, "bea", Verdict.APPROVE, "out-1")
    assert verify(profile.store) == verify(profile.store)
    assert (verify(profile.store).ok, verify(profile.store).entries) == (True, ENTRIES)
    return profile


def tampered(profile, *statements):
    """The audit after somebody ran these statements with another program."""
    with closing(sqlite3.connect(profile.store.path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()
    return verify(profile.store)


CHANGED = {
    "a body": "UPDATE journal SET body = replace(body, 'approve', 'reject') WHERE n = 2",
    "a body's hash": f"UPDATE journal SET body_hash = '{'0' * 64}' WHERE n = 2",
    "a link": f"UPDATE journal SET previous_hash = '{'0' * 64}' WHERE n = 2",
    "a hash": f"UPDATE journal SET hash = '{'0' * 64}' WHERE n = 2",
    "a kind": "UPDATE journal SET kind = 'decline' WHERE n = 2",
    "a removed entry": "DELETE FROM journal WHERE n = 2",
}


@pytest.mark.parametrize("what", CHANGED)
def test_the_first_entry_that_does_not_hold_is_named(worked, what):
    found = tampered(worked, CHANGED[what])
    assert not found.ok
    assert "entry 2" in found.first_bad


def test_reordered_entries_are_named(worked):
    found = tampered(
        worked,
        "UPDATE journal SET n = 99 WHERE n = 3",
        "UPDATE journal SET n = 3 WHERE n = 4",
        "UPDATE journal SET n = 4 WHERE n = 99",
    )
    assert "entry 3" in found.first_bad


def test_an_entry_that_names_another_fact_is_named(worked):
    found = tampered(
        worked, "UPDATE journal SET fact_id = (SELECT fact_id FROM journal WHERE n = 3) WHERE n = 2"
    )
    assert not found.ok


FACTS = {
    "verdict": "UPDATE decision SET verdict = 'reject' WHERE verdict = 'approve'",
    "who": "UPDATE decision SET person_id = (SELECT id FROM person ORDER BY id DESC LIMIT 1)",
    "when": "UPDATE decision SET decided_at = '2020-01-01 00:00:00.000000'",
    "what was seen": "UPDATE decision SET content_hash = 'x'",
    "removed": "DELETE FROM decision WHERE verdict = 'reject'",
    "the policy": "UPDATE policy_version SET text = text || ' '",
    "a decline": "UPDATE decline SET reason = 'another'",
    "an escalation": "UPDATE escalation SET \"to\" = 'nobody'",
    "the words": "UPDATE decision_text SET correction = 'worse' WHERE correction IS NOT NULL",
    "the comment": "UPDATE decision_text SET comment = 'bad' WHERE comment IS NOT NULL",
    "words taken away": "DELETE FROM decision_text",
}


@pytest.mark.parametrize("what", FACTS)
def test_a_fact_that_was_changed_behind_the_journal_is_found(worked, what):
    assert not tampered(worked, FACTS[what]).ok


def test_a_decision_slipped_in_without_an_entry_is_found(worked):
    columns = (
        "item_id, content_hash, person_id, device_id, verdict, error_types, spans, rubric, settles,"
        " informed, shown, origin, decided_at"
    )
    found = tampered(
        worked,
        f"INSERT INTO decision (id, {columns})"
        f" SELECT '{'a' * 32}', {columns} FROM decision LIMIT 1",
    )
    assert "no journal entry chains it" in found.first_bad


def test_a_tail_cut_from_the_journal_leaves_facts_without_an_entry(worked):
    found = tampered(worked, "DELETE FROM journal WHERE n > 6")
    assert "no journal entry chains it" in found.first_bad


def test_a_cut_tail_cannot_hide_behind_new_work(worked):
    tampered(worked, "DELETE FROM journal WHERE n > 6")
    decide_as(worked, "cem", Verdict.APPROVE, "out-2")
    assert not verify(worked.store).ok


def test_a_forged_chain_of_one_fact_breaks_at_the_next_entry(worked):
    with closing(sqlite3.connect(worked.store.path)) as raw:
        raw.execute("UPDATE decision SET verdict = 'reject' WHERE verdict = 'approve'")
        body = raw.execute("SELECT body FROM journal WHERE n = 2").fetchone()[0]
        raw.execute("UPDATE journal SET body = ? WHERE n = 2", (body.replace("approve", "reject"),))
        raw.commit()
    assert not verify(worked.store).ok


def test_integers_beyond_a_double_and_times_hold_when_they_are_read_back(profile):
    large = Judgement("ann", Verdict.APPROVE, labels={"n": 2**63 + 1, "m": 2**53 + 1, "f": 0.1})
    profile.history.bring_in(Records(judged(1, large)))
    assert verify(profile.store).ok
