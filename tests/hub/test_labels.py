"""Labels of a team are sent once, by its intake, from what all of its people decided."""

import pytest

from reviewer_app.connections.configured import Wanted
from reviewer_app.domain.vocabulary import Role, Status, Verdict
from reviewer_app.settings import SinkSettings
from tests.hub.team import POLICY, Colleague, Team
from tests.web_server import Answer, serving

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - of a public example


@pytest.fixture
def team(empty, tmp_path):
    with Team(empty, tmp_path) as made:
        yield made


@pytest.fixture
def hook():
    """A receiver that keeps the newest version of each label."""
    with serving() as server:
        server.kept, server.pushes = {}, []

        def take(asked):
            told = asked.json()
            server.pushes.append(told)
            known = server.kept.get(told["id"])
            if known is None or known["version"] < told["version"]:
                server.kept[told["id"]] = told
            return Answer(status=204)

        server.on("POST", "/hook", take)
        yield server


def connect(who: Colleague, hook) -> None:
    options = {"url": f"{hook.address}/hook"}
    settings = SinkSettings(kind="webhook", options=options)
    who.profile.connections.add(Wanted("hook", settings, {"secret": SECRET}))


def verdicts(hook) -> list[str]:
    return [one["label"]["verdict"] for one in hook.kept.values() if one["label"]]


@pytest.fixture
def quick(team):
    """The team, whose decisions leave at once."""
    team.apply(POLICY.replace("[defaults]", '[defaults]\nundo_window = "0s"'))
    team.sync()
    return team


def test_the_intake_sends_what_reviewers_decided_and_they_do_not(quick, hook):
    quick.come(2)
    quick.sync()
    quick.ada.decide(quick.ada.queue()["t0"])
    connect(quick.ada, hook)
    quick.ada.sync()
    assert quick.ada.profile.pushes.push() == []
    connect(quick.ingest, hook)
    quick.ingest.sync()
    (result,) = quick.ingest.profile.pushes.push()
    assert (result.delivered, result.trouble) == (1, "")
    assert verdicts(hook) == ["approve"]


def test_a_dispute_sends_nothing_until_the_lead_settled_it(quick, hook):
    connect(quick.ingest, hook)
    quick.come(1)
    quick.sync()
    entry = quick.ada.queue()["t0"]
    quick.ada.decide(entry)
    quick.bo.decide(entry, Verdict.REJECT)
    quick.sync()
    quick.sync(quick.ingest, quick.lea)
    quick.ingest.profile.pushes.push()
    assert verdicts(hook) == []
    (disputed,) = quick.lea.queue(Status.DISPUTED).values()
    quick.lea.decide(disputed, Verdict.REJECT)
    quick.sync(quick.lea, quick.ingest)
    quick.ingest.profile.pushes.push()
    assert verdicts(hook) == ["reject"]


def test_another_machine_goes_on_where_the_first_one_ended(quick, hook):
    second = quick.hire("second", Role.INTAKE)
    for machine in (quick.ingest, second):
        connect(machine, hook)
    quick.come(1)
    quick.sync()
    saved = quick.ada.decide(quick.ada.queue()["t0"])
    quick.ada.sync()
    quick.ingest.sync()
    quick.ingest.profile.pushes.push()
    quick.ada.profile.review.undo(saved.decision.id)
    quick.ada.decide(quick.ada.queue()["t0"], Verdict.REJECT)
    quick.ada.sync()
    second.sync()
    second.profile.pushes.push()
    second.close()
    assert verdicts(hook) == ["reject"]
    assert len(hook.kept) == 1


def test_two_machines_do_not_send_to_one_sink_at_once(quick, hook):
    second = quick.hire("second", Role.INTAKE)
    connect(second, hook)
    quick.come(1)
    quick.sync()
    quick.ada.decide(quick.ada.queue()["t0"])
    quick.ada.sync()
    second.sync()
    with quick.ingest.profile.team_intake.sink_leased("hook"):
        (result,) = second.profile.pushes.push()
    assert "ingest" in result.trouble
    assert hook.pushes == []
    assert second.profile.pushes.push()[0].delivered == 1
    second.close()
