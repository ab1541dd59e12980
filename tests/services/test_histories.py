"""Random histories: whatever people and sources do, the facts stay whole and the queue follows."""

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reviewer_app.domain.errors import DecisionUnknown, ItemChanged
from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import rebuild, verify
from tests.factory import (
    TWO_MUST_AGREE,
    Clock,
    Records,
    decide_as,
    entries,
    incoming,
    open_profile,
    pull,
    seen,
    state,
)

NUMBERS = st.integers(1, 4)
OUTPUTS = st.sampled_from(["yes", "no", "maybe"])
VERDICTS = st.sampled_from(list(Verdict))
PEOPLE = st.sampled_from(["bea", "cem"])
JUDGEMENTS = st.lists(
    st.builds(
        Judgement,
        annotator=st.sampled_from(["ann", "bob"]),
        verdict=st.sampled_from([*Verdict, None]),
        corrected_output=st.sampled_from([None, "", "yes", "no"]),
        comment=st.sampled_from([None, "", "because"]),
        labels=st.just({"big": 2**70}),
    ),
    max_size=3,
)
FACTS = (
    "item", "content", "selection", "decision", "decision_text", "decline", "escalation",
    "policy_version", "journal",
)  # fmt: skip


class Histories(RuleBasedStateMachine):
    """People, colleagues and sources at work on a few outputs; one profile asks for two reviews."""

    def __init__(self):
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.profile = open_profile(self.home, TWO_MUST_AGREE, self.clock)
        self.kept = {}

    def teardown(self):
        self.profile.close()
        shutil.rmtree(self.home)

    @rule(number=NUMBERS, output=OUTPUTS, confidence=st.sampled_from([None, 0.5]))
    def pull(self, number, output, confidence):
        pull(self.profile, incoming(number, output=output, confidence=confidence))

    @rule(number=NUMBERS, output=OUTPUTS, judgements=JUDGEMENTS)
    def bring_in(self, number, output, judgements):
        record = incoming(number, output=output, judgements=tuple(judgements))
        self.profile.history.bring_in(Records(record))
        assert self.profile.history.bring_in(Records(record)).judgements == 0

    @precondition(lambda self: self.open_ids())
    @rule(data=st.data(), verdict=VERDICTS, words=OUTPUTS)
    def decide(self, data, verdict, words):
        review, shown = self.profile.review, self.shown(data)
        match verdict:
            case Verdict.APPROVE:
                review.approve(shown, Remarks())
            case Verdict.CORRECT:
                review.correct(shown, words, Remarks(comment=words))
            case Verdict.REJECT:
                review.reject(shown, Remarks())
            case Verdict.ESCALATE:
                review.escalate(shown, data.draw(st.sampled_from(["bea", "finance"])), Remarks())

    @precondition(lambda self: self.open_ids())
    @rule(data=st.data(), name=PEOPLE, verdict=VERDICTS, words=OUTPUTS)
    def another_decides(self, data, name, verdict, words):
        correction = words if verdict is Verdict.CORRECT else None
        decide_as(
            self.profile, name, verdict, data.draw(st.sampled_from(self.open_ids())), correction
        )

    @precondition(lambda self: self.open_ids())
    @rule(data=st.data())
    def decline(self, data):
        self.profile.review.decline(self.shown(data), "no")

    @precondition(lambda self: self.open_ids())
    @rule(data=st.data())
    def skip(self, data):
        self.profile.review.skip(self.shown(data))

    @precondition(lambda self: self.open_ids())
    @rule(data=st.data())
    def undo_leaves_no_trace(self, data):
        before = state(self.profile)
        self.profile.review.approve(self.shown(data), Remarks())
        self.profile.review.undo()
        assert state(self.profile) == before

    @rule()
    def undo(self):
        with suppress(DecisionUnknown):
            self.profile.review.undo()

    @rule()
    def redo(self):
        with suppress(DecisionUnknown, ItemChanged):
            self.profile.review.redo()

    @rule(minutes=st.integers(-100_000, 100_000))
    def pass_time(self, minutes):
        self.clock.advance(minutes=minutes)

    @rule()
    def open_again(self):
        self.profile.close()
        self.profile = open_profile(self.home, TWO_MUST_AGREE, self.clock)

    @invariant()
    def the_queue_is_what_the_facts_say(self):
        assert rebuild(self.profile.store) == 0

    @invariant()
    def the_journal_holds(self):
        audit = verify(self.profile.store)
        assert audit.ok, audit.first_bad

    @invariant()
    def facts_are_only_added(self):
        with closing(sqlite3.connect(self.profile.store.path)) as raw:
            now = {t: set(raw.execute(f"SELECT * FROM {t}")) for t in FACTS}
        for table, rows in self.kept.items():
            assert rows <= now[table], table
        self.kept = now

    @invariant()
    def one_revision_of_an_output_is_the_one_that_counts(self):
        found = entries(self.profile)
        current = [e.external_id for e in found if e.status is not Status.SUPERSEDED]
        assert sorted(current) == sorted({e.external_id for e in found})

    def open_ids(self):
        found = entries(self.profile)
        return [e.external_id for e in found if e.status is not Status.SUPERSEDED]

    def shown(self, data):
        return seen(self.profile, data.draw(st.sampled_from(self.open_ids())))


Histories.TestCase.settings = settings(
    max_examples=8,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestHistories = Histories.TestCase
