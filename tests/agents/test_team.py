"""An agent in a team: what it submits goes to the hub, and what people decide there comes back."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from reviewer_app.agents import Disposition, Ending, HubClosed, Reviewer
from reviewer_app.agents.opening import Opened, Opening
from reviewer_app.domain.vocabulary import Verdict
from tests.agents.conftest import EVERY
from tests.hub.conftest import empty, server  # noqa: F401 - fixtures of theirs
from tests.hub.team import Team

POLICY = """
name = "team"
[defaults]
mode = "human"
undo_window = "0s"
[workflow.watched.step.output]
mode = "hotl"
audit_rate = 0.0
veto_window = "1s"
"""

SECONDS = 60


@pytest.fixture
def team(empty, tmp_path):  # noqa: F811 - as above
    with Team(empty, tmp_path) as made:
        made.apply(POLICY)
        yield made


@pytest.fixture
def agent(team):
    """The intake's profile, as an agent on that machine uses it."""
    made = Reviewer(team.ingest.folder / "ingest")
    yield made
    made.close()


def come(colleague, external_id):
    """The entry of an output, once it has come to this colleague."""
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        colleague.sync()
        if entry := colleague.queue().get(external_id):
            return entry
        time.sleep(0.1)
    raise AssertionError(f"{external_id} never came")


def test_an_output_reaches_a_colleague_and_the_decision_comes_back(team, agent):
    ticket = agent.submit("500", id="case", waits=True)
    assert ticket.disposition is Disposition.HOLD
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(agent.wait, ticket, every=EVERY)
        team.ada.decide(come(team.ada, "case"), Verdict.CORRECT, correction="50")
        team.ada.sync()
        outcome = waiting.result(SECONDS)
    assert (outcome.verdict, outcome.output, outcome.reviewers) == ("correct", "50", ("ada",))
    assert [one["verdict"] for one in agent.labels()] == ["correct"]


def test_what_is_submitted_right_before_the_end_is_sent_all_the_same(team, agent):
    agent.submit("last words", id="last")
    agent.close()
    assert come(team.ada, "last").external_id == "last"


def test_a_veto_window_ends_only_for_who_knows_that_nobody_vetoed(agent):
    class Silent:
        """An exchange that reached the hub long ago."""

        refusal = ""

        def __init__(self, exchange):
            self.seen_until = exchange.seen_until

        def await_first(self):
            """Nothing comes."""

        def nudge(self):
            """Nobody hears."""

        def close(self):
            """Nothing to end."""

    opened = agent._opened
    opened.exchange.await_first()
    silent = Opened(opened.profile, Silent(opened.exchange))
    cut_off = Reviewer()
    cut_off._opening = Opening(None)
    cut_off._opening._opened = silent
    ticket = agent.submit("go", workflow="watched")
    assert ticket.disposition is Disposition.VETO
    assert agent.wait(ticket, every=EVERY).ending is Ending.RELEASED
    assert cut_off.poll(ticket) is None


def test_who_left_the_team_is_told_that_nothing_will_come(team, agent):
    ticket = agent.submit("500", id="case")
    come(team.ada, "case")
    team.lea.profile.membership.revoke("ingest")
    with pytest.raises(HubClosed):
        agent.wait(ticket, timeout=SECONDS, every=EVERY)
