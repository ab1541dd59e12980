"""Known items: seeded unseen among the others, told of afterwards, never a label."""

import pytest

from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services import seeding
from reviewer_app.services.answers import Kind
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import rebuild, verify
from reviewer_app.store import decisions, gold
from tests.factory import (
    Records,
    decide_as,
    entries,
    entry,
    incoming,
    judged,
    labels,
    opened,
    problem,
    pull,
    seen,
)

SEEDING = 'name = "seeding"\n[defaults]\nmode = "human"\ngold_rate = 0.5\n'
AUDITED = 'name = "audited"\n[defaults]\nmode = "hitl"\naudit_rate = 1.0\ngold_rate = 0.5\n'


@pytest.fixture
def profile(tmp_path, clock):
    """At a rate of a half every item that waits brings a known one with it."""
    with opened(tmp_path / "profile", SEEDING, clock) as made:
        yield made


def known(number: int, verdict=Verdict.REJECT, output: str | None = None, **fields):
    """A record whose right verdict is known."""
    judgement = Judgement(
        "expert", verdict, output, comment="the order was cancelled", labels={"error_types": ["x"]}
    )
    given = {"output": f"known {number}", "agent": "", "model_version": "", "confidence": None}
    return judged(number, judgement, **given | fields)


def add(profile, *records):
    return profile.gold.add(Records(*records, name="experts"))


def seeded(profile):
    """The entry of the one known item in the queue."""
    (found,) = [e for e in entries(profile) if e.excerpt.startswith("known")]
    return found


def test_the_reserve_takes_what_has_one_judgement_that_concludes(profile):
    expert = Judgement("e", Verdict.APPROVE)
    result = add(
        profile,
        known(1),
        known(1),
        judged(2),
        judged(3, expert, expert),
        judged(4, Judgement("e", Verdict.ESCALATE)),
        judged(5, Judgement("e", Verdict.CORRECT)),
        problem(6),
    )
    assert (result.added, result.unchanged, len(result.refused)) == (1, 1, 5)
    assert [(s.step, s.waiting, s.seeded) for s in profile.gold.stocks()] == [("reply", 1, 0)]
    assert entries(profile) == []
    assert (add(profile, known(1)).added, add(profile, known(2)).added) == (0, 1)


def test_a_known_item_looks_like_the_one_beside_it(profile):
    add(profile, known(1))
    pull(profile, incoming(7_301))
    one = profile.review.open(seeded(profile).item_id)
    other = profile.review.open(entry(profile, "out-7301").item_id)
    alike = ("source", "workflow", "step", "agent", "model_version", "pulled_at", "place")
    assert [getattr(one.item, n) for n in alike] == [getattr(other.item, n) for n in alike]
    assert one.item.confidence == other.item.confidence
    assert one.item.external_id.startswith("out-7")
    assert len(one.item.external_id) == len(other.item.external_id)
    assert one.item.revision == 1
    assert one.selection.model_dump(exclude={"item_id"}) == other.selection.model_dump(
        exclude={"item_id"}
    )
    assert rebuild(profile.store) == 0


def test_in_an_audited_step_it_looks_drawn_like_the_others(tmp_path):
    with opened(tmp_path / "p", AUDITED) as profile:
        add(profile, known(1))
        pull(profile, incoming(7_301))
        assert (seeded(profile).selected_by, seeded(profile).status) == ("audit", Status.QUEUED)


def test_what_does_not_wait_brings_none_and_nothing_comes_twice(tmp_path):
    policy = 'name = "auto"\n[defaults]\nmode = "auto"\naudit_rate = 0.0\ngold_rate = 0.5\n'
    with opened(tmp_path / "p", policy) as profile:
        add(profile, known(1))
        pull(profile, incoming(1))
        assert len(entries(profile)) == 1


def test_reading_the_same_again_seeds_nothing_anew(profile):
    add(profile, *(known(n) for n in range(5)))
    pull(profile, incoming(7_301))
    pull(profile, incoming(7_301))
    assert len(entries(profile)) == 2
    pull(profile, incoming(7_301), incoming(7_302))
    assert len(entries(profile)) == 4


def test_the_share_of_known_items_is_the_rate(tmp_path):
    policy = SEEDING.replace("0.5", "0.1")
    with opened(tmp_path / "p", policy) as profile:
        add(profile, *(known(n) for n in range(200)))
        pull(profile, *(incoming(n) for n in range(10_000, 10_400)))
        waiting = entries(profile)
        share = sum(e.excerpt.startswith("known") for e in waiting) / len(waiting)
        assert 0.06 < share < 0.14


def test_the_real_output_behind_a_known_item_can_still_be_pulled(profile):
    add(profile, known(1))
    pull(profile, incoming(7_301))
    before = seeded(profile)
    real = known(1)
    result = pull(profile, incoming(1, output=real.output, agent="writer"))
    assert result.new == 1
    assert entry(profile, "out-1").status is Status.QUEUED
    assert entry(profile, before.external_id).item_id == before.item_id


def test_feedback_comes_after_the_fact_and_stands_among_the_answers(profile):
    add(profile, known(1), known(2, Verdict.APPROVE))
    pull(profile, incoming(7_301), incoming(7_302))
    told = []
    for found in [e for e in entries(profile) if e.excerpt.startswith("known")]:
        shown = profile.review.open(found.item_id).seen
        told.append(str(profile.review.approve(shown, Remarks()).feedback))
    assert sorted(told) == [
        "This was a known item, and you were right.",
        "This was a known item: you approved; right was to reject, because the order was cancelled",
    ]
    found = profile.review.answers.latest()
    assert {a.kind for a in found} == {Kind.KNOWN}
    assert sorted((a.answer.verdict, a.is_right) for a in found) == [
        (Verdict.APPROVE, True),
        (Verdict.REJECT, False),
    ]
    assert profile.review.answers.unread() == 2


def test_other_items_and_handing_on_bring_no_feedback(profile):
    add(profile, known(1))
    pull(profile, incoming(7_301))
    assert profile.review.approve(seen(profile, "out-7301"), Remarks()).feedback is None
    shown = profile.review.open(seeded(profile).item_id).seen
    assert profile.review.escalate(shown, "leads", Remarks()).feedback is None
    assert profile.gold.accuracies() == []


def test_the_first_answer_counts_also_when_it_was_taken_back(profile):
    add(profile, known(1))
    pull(profile, incoming(7_301))
    key = seeded(profile).item_id
    profile.review.approve(profile.review.open(key).seen, Remarks())
    profile.review.undo()
    again = profile.review.reject(profile.review.open(key).seen, Remarks())
    assert again.feedback is None
    (mine,) = profile.gold.accuracies()
    assert (mine.person, mine.right, mine.answered) == ("ana", 0, 1)


def test_everybodys_figure_has_its_interval(profile):
    add(profile, *(known(n) for n in range(4)))
    pull(profile, *(incoming(n) for n in range(7_301, 7_305)))
    found = [e for e in entries(profile) if e.excerpt.startswith("known")]
    for e in found[:3]:
        profile.review.reject(profile.review.open(e.item_id).seen, Remarks())
    decide_as(profile, "Ben", Verdict.APPROVE, found[3].external_id)
    ana, ben = profile.gold.accuracies()
    assert (ana.right, ana.answered, ben.right, ben.answered) == (3, 3, 0, 1)
    assert (round(ana.low, 2), ana.high) == (0.44, 1.0)
    assert (ben.low, round(ben.high, 2)) == (0.0, 0.79)


def test_a_known_item_is_no_label_and_no_part_of_a_record(profile, tmp_path):
    add(profile, known(1))
    pull(profile, incoming(7_301), incoming(7_302))
    for name in ("out-7301", seeded(profile).external_id):
        profile.review.reject(seen(profile, name), Remarks())
    assert [one["external_id"] for one in labels(profile, tmp_path / "l.jsonl")] == ["out-7301"]
    with profile.store.reading() as connection:
        assert decisions.record(connection, "support", "reply", "writer") == (1, 1)
    precedents = profile.review.similar(entry(profile, "out-7302").item_id).items
    assert [one.external_id for one in precedents] == ["out-7301"]
    assert verify(profile.store).ok


def test_an_id_that_is_taken_is_not_used(profile, monkeypatch):
    names = iter(["out-7301", "out-7301", "out-9"])
    monkeypatch.setattr(seeding, "TRIES", 3)
    monkeypatch.setattr(seeding, "disguised", lambda *_: next(names))
    add(profile, known(1))
    pull(profile, incoming(7_301))
    assert seeded(profile).external_id == "out-9"


def test_where_no_id_is_free_nothing_is_seeded(profile, monkeypatch):
    monkeypatch.setattr(seeding, "disguised", lambda like, _key: like)
    add(profile, known(1))
    pull(profile, incoming(7_301))
    assert len(entries(profile)) == 1
    with profile.store.reading() as connection:
        assert len(gold.waiting(connection, "support", "reply", 9)) == 1
