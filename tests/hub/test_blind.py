"""What several judge without each other: nothing tells that another has judged, until all have."""

from typing import Any

import psycopg

from tests.hub.attacks import READABLE
from tests.hub.cast import Member
from tests.hub.stage import Stage

OBSERVED = (
    *(f"SELECT * FROM hub.{table}" for table in sorted(READABLE)),
    "SELECT * FROM hub.feed",
    "SELECT * FROM hub.decision",
    "SELECT * FROM hub.journal",
    "SELECT hub.tally()->'counts'",
    "SELECT hub.heads()",
    "SELECT * FROM hub.news('0', 0, 5000)",
    "SELECT * FROM hub.leases()",
    "SELECT * FROM hub.reach_after(NULL, 5000)",
    "SELECT * FROM hub.states(%(blinds)s)",
    "SELECT * FROM hub.entries_about(%(blinds)s, true)",
    "SELECT * FROM hub.texts_of(%(blinds)s)",
    "SELECT * FROM hub.contents(%(blinds)s)",
    "SELECT * FROM hub.gold_of(%(blinds)s)",
    "SELECT hub.knows(%(blind)s), hub.in_reach(%(blind)s), hub.has_judged(%(blind)s)",
    "SELECT hub.sees_decision(%(blind)s, %(ben)s, 'reject')",
    *(
        f"EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, BUFFERS OFF) {question} = %(blind)s"
        for question in (
            "SELECT * FROM hub.decision WHERE item_id",
            "SELECT * FROM hub.journal WHERE item_id",
            "SELECT * FROM hub.feed WHERE subject",
            "SELECT * FROM hub.item WHERE id",
        )
    ),
)
"""All that a reviewer can ask, and that could tell them that somebody judged."""


def observed(stage: Stage, who: Member) -> dict[str, Any]:
    values = {
        "blinds": [stage.second_blind.id],
        "blind": stage.second_blind.id,
        "ben": stage.ben.person,
    }
    seen: dict[str, Any] = {}
    for statement in OBSERVED:
        try:
            seen[statement] = sorted(map(str, who.rows(statement, **values)))
        except psycopg.Error as error:
            seen[statement] = error.sqlstate
    return seen


def test_nothing_tells_a_reviewer_that_another_judged_what_they_judge_too(stage: Stage) -> None:
    before = observed(stage, stage.ana)
    decision = stage.judge_blind(stage.ben, stage.second_blind)
    assert observed(stage, stage.ana) == before
    stage.ben.put(stage.ben.decision(stage.second_blind, None, retracts=decision.id))
    assert observed(stage, stage.ana) == before
    stage.judge_blind(stage.ben, stage.second_blind)
    assert stage.ana.put(stage.ana.decision(stage.second_blind)) == ["added"]
    after = observed(stage, stage.ana)
    entries = "SELECT * FROM hub.entries_about(%(blinds)s, true)"
    assert len(after[entries]) == 4  # now that both judged, all of it is open


def test_who_looks_while_deciding_and_takes_it_back_sees_nothing(stage: Stage) -> None:
    """Deciding opens what is blind; within the transaction it could still be undone."""
    with stage.cleo.linked(autocommit=False) as link:
        head = stage.cleo.head
        assert stage.cleo.put_over(link, stage.cleo.decision(stage.blind)) == ["added"]
        rows = link.execute(
            "SELECT * FROM hub.entries_about(%s, true)", ([stage.blind.id],)
        ).fetchall()
        gold = link.execute("SELECT * FROM hub.gold_of(%s)", ([stage.gold.id],)).fetchall()
        link.rollback()
        stage.cleo.head = head
    assert {row[0] for row in rows} == {stage.cleo.device}
    assert gold == []
