"""A team at work: what one does reaches the others, once, in whatever order they exchange."""

import pytest

from reviewer_app.domain.sentences import Sentence
from reviewer_app.domain.vocabulary import Role, Status, Verdict
from reviewer_app.services import maintenance
from reviewer_app.services.leading import OnlyLeads
from reviewer_app.store.hub.members import Invited
from tests.factory import incoming
from tests.hub.team import Colleague, Team, real_time


@pytest.fixture
def team(empty, tmp_path):
    with Team(empty, tmp_path) as made:
        yield made


def test_a_pool_sees_its_items_and_another_does_not(team):
    names = team.come(5)
    assert sorted(team.ada.queue()) == sorted(names)
    assert team.cy.queue() == {}
    assert sorted(team.lea.queue()) == sorted(names)


def test_a_round_repeated_changes_nothing_and_the_counts_agree(team):
    team.come(3)
    team.ada.decide(team.ada.queue()["t0"])
    team.sync()
    team.sync()
    for result in team.sync():
        assert (result.up, result.down, result.conflicts) == (0, 0, 0)
        assert result.here == result.there


def test_a_late_decision_that_agrees_confirms_and_one_that_does_not_disputes(team):
    team.come(2)
    ada, bo = team.ada.queue(), team.bo.queue()
    team.ada.decide(ada["t0"])
    team.ada.decide(ada["t1"])
    team.bo.decide(bo["t0"])
    team.bo.decide(bo["t1"], Verdict.REJECT)
    team.sync()
    team.sync()
    assert set(team.lea.queue(Status.RESOLVED)) == {"t0"}
    assert set(team.lea.queue(Status.DISPUTED)) == {"t1"}
    team.lea.decide(team.lea.queue(Status.DISPUTED)["t1"], Verdict.REJECT)
    team.sync()
    assert team.ada.queue(Status.RESOLVED)["t1"].verdict is Verdict.REJECT


def test_what_is_handed_over_leaves_one_reach_and_enters_another(team):
    team.come(3)
    assert len(team.lea.assign("cy", "t1").assigned) == 1
    team.sync()
    assert set(team.ada.queue()) == {"t0", "t2"}
    assert set(team.cy.queue()) == {"t1"}
    team.lea.profile.review.undo()
    team.sync()
    assert set(team.ada.queue()) == {"t0", "t1", "t2"}
    assert team.cy.queue() == {}


def test_new_content_under_a_decided_id_wants_a_new_review_everywhere(team):
    team.come(1)
    team.ada.decide(team.ada.queue()["t0"])
    team.sync()
    team.ingest.pull(incoming(external_id="t0", output="another", confidence=0.3))
    team.sync()
    assert set(team.ada.queue()) == {"t0"}
    assert team.ada.queue(Status.SUPERSEDED)["t0"].verdict is Verdict.APPROVE


def test_an_undo_reaches_the_others(team):
    team.come(1)
    team.ada.decide(team.ada.queue()["t0"])
    team.sync()
    team.ada.profile.review.undo()
    team.sync()
    assert set(team.bo.queue()) == {"t0"}


def test_work_goes_on_without_the_hub_and_is_exchanged_later(team, server):
    team.come(4)
    server.stop()
    try:
        team.ada.decide(team.ada.queue()["t0"])
        result = team.ada.sync()
        assert not result.reachable
        assert team.ada.profile.rounds.standing().unsent == 1
    finally:
        server.start()
    assert team.ada.sync().up == 1
    assert team.ada.profile.rounds.standing().unsent == 0


def test_a_policy_applied_beside_another_is_refused_as_stale(team, tmp_path):
    second = team.hire("lou", "lead")
    second.sync()
    team.apply('name = "first"\n[defaults]\nmode = "human"\n')
    file = tmp_path / "other.toml"
    file.write_text('name = "second"\n[defaults]\nmode = "human"\n', encoding="utf-8")
    second.profile.policies.apply(file)
    result = second.sync()
    assert any("another lead" in note for note in result.notes)
    assert second.profile.policies.in_force().name == "first"
    second.close()


def test_a_reviewer_neither_applies_a_policy_nor_assigns(team, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text('name = "mine"\n', encoding="utf-8")
    with pytest.raises(OnlyLeads):
        team.ada.profile.policies.apply(file)
    with pytest.raises(OnlyLeads):
        team.ada.assign("ada", "out")


def test_check_outs_are_seen_by_others_and_belong_to_one_alone(team):
    team.come(6)
    mine = team.ada.profile.checkouts.take(4)
    theirs = team.bo.profile.checkouts.take(4)
    assert len(mine.ids) == 4
    assert len(theirs.ids) == 2
    assert not set(mine.ids) & set(theirs.ids)
    assert team.ada.profile.checkouts.give_back() == 4


def test_every_journal_verifies(team):
    team.come(2)
    team.ada.decide(team.ada.queue()["t0"])
    team.sync()
    team.sync()
    for person in team.everybody:
        audit = maintenance.verify(person.profile.store)
        assert audit.ok, audit.first_bad


def test_a_person_who_worked_alone_brings_their_history(team):
    dee = Colleague(team.folder, "dee")
    dee.pull(incoming(external_id="own", output="mine alone", confidence=0.1), name="diary")
    dee.decide(dee.queue()["own"])
    text = team.lea.profile.membership.invite(_invited("dee"))
    dee.join(text, brings_history=True)
    assert dee.sync().reachable
    dee.sync()
    team.lea.sync()
    assert team.lea.queue(Status.RESOLVED)["own"].verdict is Verdict.APPROVE
    assert maintenance.verify(dee.profile.store).ok
    assert "own" not in team.ada.queue(*Status)
    dee.close()


def test_what_was_private_stays_private(team):
    dee = Colleague(team.folder, "dee")
    dee.pull(incoming(external_id="own", output="mine alone", confidence=0.1), name="diary")
    dee.join(team.lea.profile.membership.invite(_invited("dee")))
    dee.decide(dee.queue()["own"])
    dee.sync()
    team.lea.sync()
    assert "own" not in team.lea.queue(*Status)
    assert maintenance.rebuild(dee.profile.store) == 0
    assert dee.queue(Status.RESOLVED)["own"].verdict is Verdict.APPROVE
    dee.close()


def test_a_revoked_person_is_out_at_once_and_keeps_what_they_had(team):
    team.come(2)
    team.lea.assign("bo", "out t1")
    team.sync()
    team.bo.decide(team.bo.queue()["t0"])
    person = team.lea.profile.membership.revoke("bo")
    assert team.lea.profile.assigning.return_all(person, "bo left") == 1
    result = team.bo.sync()
    assert not result.reachable
    assert result.up == 0
    assert "t0" in team.bo.queue(Status.RESOLVED)


def test_what_somebody_had_who_left_goes_back_to_the_pools_once(team):
    lou = team.hire("lou", Role.LEAD)
    team.come(3)
    team.lea.assign("bo", "out t1")
    team.lea.assign("cy", "out t2")
    team.sync()
    assert set(team.ada.queue()) == {"t0"}
    team.bo.profile.membership.leave()
    result = team.lea.sync()
    assert [note for note in result.notes if note.endswith("back to their pools: 1.")]
    assert team.lea.profile.assigning.return_left() == 0
    assert team.lea.sync().up == 1
    assert lou.sync().reachable
    assert lou.sync().up == 0
    team.ada.sync()
    assert set(team.ada.queue()) == {"t0", "t1"}
    team.cy.sync()
    assert set(team.cy.queue()) == {"t2"}
    lou.close()


def test_what_is_not_a_leads_to_return_is_left_alone(team):
    team.come(1)
    team.lea.assign("bo", "out t0")
    team.sync()
    team.bo.profile.membership.leave()
    assert team.ada.sync().notes == ()
    assert team.ada.profile.rounds.standing().unsent == 0


def test_why_a_round_broke_off_can_be_said_in_another_language(team, server):
    team.lea.profile.membership.revoke("bo")
    denied = team.bo.sync()
    assert denied.is_denied
    assert isinstance(denied.trouble, Sentence)
    told = team.bo.profile.rounds.standing().trouble
    assert isinstance(told, Sentence)
    assert told.template == denied.trouble.template
    server.stop()
    try:
        away = team.ada.sync()
    finally:
        server.start()
    assert isinstance(away.trouble, Sentence)
    assert not away.is_denied


def test_a_restored_backup_catches_up_and_a_copy_goes_on_by_itself(team, tmp_path):
    team.come(4)
    profile = team.ada.profile
    backup = maintenance.backup(profile.store, tmp_path / "backup.db")
    team.ada.decide(team.ada.queue()["t0"])
    team.ada.sync()
    database = profile.store.path
    team.ada.close()
    maintenance.restore(database, backup, real_time())
    team.ada.open()
    team.ada.decide(team.ada.queue()["t1"])
    assert team.ada.sync().reachable
    team.sync()
    team.sync()
    resolved = team.lea.queue(Status.RESOLVED)
    assert set(resolved) == {"t0", "t1"}
    assert set(team.ada.queue(Status.RESOLVED)) == {"t0", "t1"}
    assert maintenance.verify(team.ada.profile.store).ok


def test_people_on_different_machines_are_the_same_person(team):
    team.come(2)
    text = team.lea.profile.membership.invite(_invited("ada", another=True))
    second = Colleague(team.folder / "second", "ada")
    second.join(text)
    second.sync()
    second.decide(second.queue()["t0"])
    second.sync()
    team.ada.sync()
    assert set(team.ada.queue(Status.RESOLVED)) == {"t0"}
    second.close()


def _invited(name, *, another=False):
    return Invited(name, "reviewer", ("finance",), another)
