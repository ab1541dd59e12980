"""Precedents: what became of earlier outputs of the same step that are like an item's."""

import pytest

from reviewer_app.domain.errors import ItemUnknown
from reviewer_app.domain.likeness import Likeness
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services import similar
from reviewer_app.services.desk import Remarks
from reviewer_app.store import peers
from reviewer_app.store.peers import Place
from tests.factory import ME, entry, incoming, opened, pull, seen
from tests.store.test_queue_plans import plans

REPLY = "Dear Ms {0}, your parcel {1} left on Monday and will be with you by Friday. Kind regards"


def reply(number: int, name: str = "Okafor", **fields):
    output = REPLY.format(name, number * 1_111)
    return incoming(number, input="where is my parcel", output=output, **fields)


def precedents(profile, external_id: str = "out-1", limit: int = 12):
    return profile.review.similar(entry(profile, external_id).item_id, limit)


def test_the_most_alike_come_first_with_how_each_was_decided(profile):
    pull(profile, reply(1), reply(2), incoming(3, input="other", output="No refund is due"))
    corrected = REPLY.format("Okafor", "2222").replace("Friday", "Tuesday")
    said = Remarks(("wrong fact",), comment="it is late")
    profile.review.correct(seen(profile, "out-2"), corrected, said)
    profile.review.approve(seen(profile, "out-3"), Remarks())
    found = precedents(profile)
    (first,) = found.items
    assert (first.external_id, first.verdict, first.person) == ("out-2", Verdict.CORRECT, "ana")
    assert first.likeness is Likeness.NEARLY_THE_SAME
    assert (first.error_types, first.comment) == (("wrong fact",), "it is late")
    assert [(p.before, p.after) for p in first.difference if p.is_change] == [("Friday", "Tuesday")]
    assert found.looked_at == 2


def test_all_that_are_alike_are_counted_also_beyond_those_shown(profile):
    pull(profile, *(reply(n) for n in range(1, 8)))
    for n in range(2, 6):
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())
    for n in (6, 7):
        profile.review.reject(seen(profile, f"out-{n}"), Remarks(("tone",)))
    found = precedents(profile, limit=2)
    assert len(found.items) == 2
    assert found.verdicts == ((Verdict.APPROVE, 4), (Verdict.REJECT, 2))
    assert (found.alike, found.error) == (6, "tone")


def test_the_same_agents_come_before_others_that_are_as_alike(profile):
    pull(profile, reply(1), reply(2, agent="another"), reply(3))
    for n in (2, 3):
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())
    assert [item.agent for item in precedents(profile).items] == ["writer", "another"]


def test_other_steps_open_items_and_what_was_taken_back_are_no_precedents(profile):
    pull(profile, reply(1), reply(2, step="other"), reply(3), reply(4))
    profile.review.approve(seen(profile, "out-2"), Remarks())
    profile.review.approve(seen(profile, "out-3"), Remarks())
    profile.review.undo()
    assert precedents(profile).items == ()


def test_a_blind_step_shows_none_until_the_verdict(tmp_path):
    policy = 'name = "blind"\n[defaults]\nmode = "human"\nblind = true\n'
    with opened(tmp_path / "p", policy) as profile:
        pull(profile, reply(1), reply(2))
        profile.review.approve(seen(profile, "out-2"), Remarks())
        covered = precedents(profile)
        assert (covered.is_covered, covered.items) == (True, ())
        profile.review.approve(seen(profile), Remarks())
        assert [item.external_id for item in precedents(profile).items] == ["out-2"]


def test_no_more_than_the_latest_are_looked_at(profile, clock, monkeypatch):
    monkeypatch.setattr(similar, "LOOKED_AT", 2)
    pull(profile, *(reply(n) for n in range(1, 6)))
    for n in range(2, 6):
        clock.advance(minutes=1)
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())
    found = precedents(profile)
    assert {item.external_id for item in found.items} == {"out-4", "out-5"}


def test_a_long_correction_is_not_compared_beside_a_list(profile, monkeypatch):
    monkeypatch.setattr(similar, "COMPARED", 50)
    pull(profile, reply(1), reply(2))
    profile.review.correct(seen(profile, "out-2"), "short", Remarks())
    (item,) = precedents(profile).items
    assert (item.verdict, item.difference) == (Verdict.CORRECT, ())


def test_an_unknown_item_is_a_sentence(profile):
    with pytest.raises(ItemUnknown):
        profile.review.similar(ME)


def test_the_latest_of_a_step_are_found_without_reading_the_table(profile):
    with profile.store.reading() as connection, plans(connection) as found:
        peers.latest_decided(connection, Place("support", "reply"), 1_000)
    assert any("ix_queue_entry_step" in plan for plan in found)
    assert not any("TEMP B-TREE" in plan for plan in found)
