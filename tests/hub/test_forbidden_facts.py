"""Facts that are not theirs to make: kept as refused with the reason; nothing comes of them."""

import json
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from reviewer_app.domain.identity import annotator_id
from reviewer_app.domain.records import (
    Decline,
    Erasure,
    Escalation,
    ModeChange,
    PolicyVersion,
    Release,
    Unblinding,
)
from reviewer_app.domain.vocabulary import Mode, Verdict
from tests.hub.cast import Member, now
from tests.hub.stage import Stage, new_id


def escalation(who: Member, item: Any, decision: Any, **fields: Any) -> Escalation:
    made = {
        "id": new_id(),
        "item_id": item.id,
        "decision_id": decision.id,
        "person_id": who.person,
        "to": "leads",
        "to_person": None,
        "reason": "hard",
        "at": now(),
    }
    return Escalation(**made | fields)


def decline(who: Member, item: Any, **fields: Any) -> Decline:
    made = {"id": new_id(), "item_id": item.id, "person_id": who.person, "reason": "", "at": now()}
    return Decline(**made | fields)


FORBIDDEN = {
    "decide what was never theirs": lambda s: (s.ana, s.ana.decision(s.secret)),
    "decline what was never theirs": lambda s: (s.ana, decline(s.ana, s.secret)),
    "decide as another": lambda s: (s.ana, s.ana.decision(s.mine, person_id=s.ben.person)),
    "decline as another": lambda s: (s.ana, decline(s.ana, s.mine, person_id=s.ben.person)),
    "decide as a lead": lambda s: (s.ana, s.ana.decision(s.mine, person_id=s.lead.person)),
    "decide as nobody": lambda s: (s.ana, s.ana.decision(s.mine, person_id=uuid4())),
    "decide on another's device": lambda s: (
        s.ana, s.ana.decision(s.mine, device_id=s.ben.device)),
    "decide on another content": lambda s: (s.ana, s.ana.decision(s.mine, content_hash="0" * 64)),
    "decide on no item": lambda s: (s.ana, s.ana.decision(s.mine, item_id=uuid4())),
    "decide as if imported": lambda s: (
        s.ana, s.ana.decision(s.secret, person_id=annotator_id("feed", "x"), origin="imported")),
    "settle": lambda s: (s.ana, s.ana.decision(s.mine, settles=[s.hidden.id])),
    "take back another's": lambda s: (s.ana, s.ana.decision(s.blind, None, retracts=s.hidden.id)),
    "take back another's elsewhere": lambda s: (
        s.ana, s.ana.decision(s.mine, None, retracts=s.decided.id)),
    "decide without a verdict": lambda s: (s.ana, s.ana.decision(s.mine, None)),
    "hand on another's decision": lambda s: (s.ana, escalation(s.ana, s.blind, s.hidden)),
    "hand on what was never theirs": lambda s: (s.ana, escalation(s.ana, s.secret, s.decided)),
    "assign": lambda s: (s.ana, s.assignment(s.ana, s.mine)),
    "assign to themselves": lambda s: (s.ana, s.assignment(s.ana, s.gone_to_ben)),
    "assign as a lead": lambda s: (s.ana, s.assignment(s.lead, s.mine)),
    "put a policy in force": lambda s: (s.ana, policy(s.ana)),
    "change the mode": lambda s: (s.ana, mode(s.ana)),
    "erase": lambda s: (s.ana, erasure(s.ana, s.mine)),
    "unblind": lambda s: (s.ana, Unblinding(
        id=new_id(), item_id=s.blind.id, person_id=s.ana.person, at=now())),
    "release": lambda s: (s.ana, release(s.ana, s.mine)),
    "release as nobody": lambda s: (s.ana, release(s.ana, s.mine, person_id=None)),
    "decide as intake": lambda s: (s.intake, s.intake.decision(s.mine)),
    "decline as intake": lambda s: (s.intake, decline(s.intake, s.mine)),
    "import as a reviewer of the team": lambda s: (
        s.intake, s.intake.decision(s.mine, person_id=s.ben.person, origin="imported")),
    "import as themselves": lambda s: (s.intake, s.intake.decision(s.mine, origin="imported")),
    "assign as intake": lambda s: (s.intake, s.assignment(s.intake, s.mine)),
    "apply as intake": lambda s: (s.intake, policy(s.intake)),
    "change the mode as intake": lambda s: (s.intake, mode(s.intake)),
    "decide as auditor": lambda s: (s.auditor, s.auditor.decision(s.mine)),
    "decline as auditor": lambda s: (s.auditor, decline(s.auditor, s.mine)),
    "release as auditor": lambda s: (s.auditor, release(s.auditor, s.mine)),
    "erase as auditor": lambda s: (s.auditor, erasure(s.auditor, s.mine)),
    "assign as auditor": lambda s: (s.auditor, s.assignment(s.auditor, s.mine)),
    "apply as auditor": lambda s: (s.auditor, policy(s.auditor)),
    "decide as another, a lead": lambda s: (
        s.lead, s.lead.decision(s.mine, person_id=s.ben.person)),
    "import as a reviewer, a lead": lambda s: (
        s.lead, s.lead.decision(s.mine, person_id=s.ben.person, origin="imported")),
    "assign to nobody's id": lambda s: (s.lead, s.assignment(s.lead, s.mine, uuid4())),
    "assign to who is gone": lambda s: (s.lead, s.assignment(s.lead, s.mine, s.gone_id)),
    "apply a number that was": lambda s: (s.lead, policy(s.lead, number=7)),
    "unblind as another lead": lambda s: (s.lead, Unblinding(
        id=new_id(), item_id=s.blind.id, person_id=s.second_lead.person, at=now())),
}  # fmt: skip
"""Facts, by who sends them; the hub keeps each as refused, with its reason."""


def policy(who: Member, **fields: Any) -> PolicyVersion:
    made = {"id": new_id(), "number": 1, "name": "mine", "text": "", "person_id": who.person,
            "at": now()}  # fmt: skip
    return PolicyVersion(**made | fields)


def mode(who: Member) -> ModeChange:
    return ModeChange(id=new_id(), workflow="support", step="reply", mode=Mode.AUTO,
                      person_id=who.person, reason="", at=now())  # fmt: skip


def erasure(who: Member, item: Any) -> Erasure:
    return Erasure(id=new_id(), item_id=item.id, content_hash=item.content_hash,
                   person_id=who.person, reason="", at=now())  # fmt: skip


def release(who: Member, item: Any, **fields: Any) -> Release:
    made = {"id": new_id(), "item_id": item.id, "person_id": who.person, "reason": "", "at": now()}
    return Release(**made | fields)


@pytest.mark.parametrize("attempt", FORBIDDEN)
def test_a_fact_that_is_not_theirs_to_make_is_kept_as_refused(stage: Stage, attempt: str) -> None:
    before = stage.rows_of()
    who, fact = FORBIDDEN[attempt](stage)
    (outcome,) = who.put(fact)
    assert outcome not in {"added", "known", "conflict"}
    after = stage.rows_of()
    changed = {table for table in before if before[table] != after[table]}
    assert changed == {"journal"}


def test_who_lost_an_item_does_not_bring_it_back_by_handing_it_to_themselves(stage: Stage) -> None:
    lost = stage.lost
    content = "SELECT output FROM hub.contents(%s)"
    assert stage.ana.rows(content, [lost.id]) == [("answer 7",)]
    stage.lead.put(stage.assignment(stage.lead, lost, stage.ben.person))
    for to in ({"to_person": stage.ana.person}, {"to": "everyone"}, {"to": "reviewer"}):
        decision = stage.ana.decision(lost, Verdict.ESCALATE)
        outcomes = stage.ana.put(decision, escalation(stage.ana, lost, decision, **to))
        assert outcomes == ["added", "it brings the item to themselves"]  # the opinion is kept
        assert stage.ana.rows(content, [lost.id]) == []
        assert stage.ben.rows(content, [lost.id]) == [("answer 7",)]


def test_an_id_of_anothers_fact_tells_nothing(stage: Stage) -> None:
    """Not even whether there is one: a guess is not confirmed."""
    taken = stage.ana.put(stage.ana.decision(stage.secret, id=stage.decided.id))
    free = stage.ana.put(stage.ana.decision(stage.secret))
    absent = stage.ana.put(stage.ana.decision(stage.secret, item_id=uuid4()))
    assert free == absent
    assert taken != ["added"]


@pytest.mark.parametrize(
    "changed",
    [
        {"hash": "0" * 64},
        {"body_hash": "0" * 64},
        {"previous_hash": "1" * 64},
        {"n": 1_000},
        {"n": 0},
        {"n": -1},
        {"kind": "person"},
        {"kind": "journal"},
        {"kind": 'decision"; DROP TABLE hub.item; --'},
        {"body": "{}"},
        {"body": "not json"},
        {"device_id": None},
    ],
    ids=str,
)
def test_a_broken_chain_is_refused_as_a_whole(stage: Stage, changed: dict[str, Any]) -> None:
    before = stage.rows_of()
    entry = stage.ana.entry(stage.ana.decision(stage.mine), **changed)
    with stage.ana.linked() as link, pytest.raises(psycopg.Error):
        send(link, entry, stage.ana.device if "device_id" not in changed else None)
    assert stage.rows_of() == before


def test_nobody_writes_on_anothers_chain(stage: Stage) -> None:
    for device in (stage.ben.device, stage.lead.device, uuid4()):
        entry = stage.ana.entry(stage.ana.decision(stage.mine))
        with (
            stage.ana.linked() as link,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            send(link, entry, device)


def send(link: psycopg.Connection, entry: Any, device: Any) -> None:
    link.execute(
        "SELECT hub.put_facts(%s, %s::integer[], %s::text[], %s::uuid[], %s::text[], %s::text[], "
        "%s::text[], %s::text[], '{\"\"}', '{\"\"}', '{NULL}', '{NULL}')",
        (
            device,
            [entry.n],
            [entry.kind],
            [entry.fact_id],
            [entry.body],
            [entry.body_hash],
            [entry.previous_hash],
            [entry.hash],
        ),
    )


BODIES = {
    "a column of its own": {"id": None, "refused": "x"},
    "a field twice": '{"v":1,"kind":"decision","kind":"decision"}',
    "a list": "[]",
    "a number": "7",
    "a deep one": "[" * 5_000 + "]" * 5_000,
    "settles that are no list": {"settles": "x"},
    "a person that is no id": {"person_id": "x"},
    "a long number": {"active_seconds": 10**400},
    "another version": {"v": 2},
    "another id": {"id": str(uuid4())},
    "another kind": {"kind": "erasure"},
    "no item": {"item_id": None},
    "nulls": dict.fromkeys(("id", "item_id", "person_id", "verdict", "content_hash")),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_was_made_by_hand_makes_no_fact(stage: Stage, name: str) -> None:
    before = stage.rows_of(["decision", "decision_text", "item", "content", "reach", "feed"])
    body = BODIES[name]
    if isinstance(body, dict):
        whole = json.loads(stage.ana.entry(stage.ana.decision(stage.mine)).body)
        body = json.dumps(whole | body)
    kept = stage.ana.head
    try:
        assert stage.ana.put_body("decision", uuid4(), body) not in {"added", "known"}
    except psycopg.Error:
        stage.ana.head = kept
    assert stage.rows_of(list(before)) == before
