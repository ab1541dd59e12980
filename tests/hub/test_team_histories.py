"""Whatever a team does, in whatever order and however often it is cut off, all end up alike.

The model is the whole of what was acknowledged to somebody: nothing of it may be missing at the
end, nothing may be there twice, and everybody's list must say the same about what they both know.
"""

import os
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.queue import QueueQuery
from reviewer_app.domain.vocabulary import Status, Verdict
from reviewer_app.services import maintenance
from reviewer_app.store import facts, queue
from tests.factory import incoming
from tests.hub.team import Colleague, Team

HISTORIES = int(os.environ.get("REVIEWER_TEST_HISTORIES", "6"))
NAMES = ("lea", "ada", "bo", "cy")

acts = st.tuples(
    st.sampled_from(
        ["approve", "reject", "undo", "decline", "escalate", "assign", "new content", "sync"]
    ),
    st.sampled_from(NAMES),
    st.integers(0, 5),
)
broken_off = st.booleans()
fresh = count(1)


@dataclass
class Acknowledged:
    """What the program told people that it kept."""

    decisions: set = field(default_factory=set)


@pytest.fixture
def team(empty, tmp_path):
    with Team(empty, tmp_path) as made:
        yield made


@settings(
    max_examples=HISTORIES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # every try costs seconds: the history itself is told
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=st.lists(st.tuples(acts, broken_off), min_size=3, max_size=14))
def test_every_history_converges(team, history):
    mark = f"h{next(fresh)}-"
    names = team.come(3, mark)
    told = Acknowledged()
    for (act, who, n), is_cut in history:
        do(team, getattr(team, who), act, names[n % len(names)], told)
        if is_cut:
            send_alone(getattr(team, who))
    for _ in range(3):
        results = team.sync()
    for result in results:
        assert (result.up, result.down, result.conflicts) == (0, 0, 0), result
        assert result.here == result.there, result
        assert result.notes == ()
    kept = decisions_at(team.lea, mark)
    assert told.decisions <= kept
    truth = entries_at(team.lea, mark)
    for name in NAMES[1:]:
        for item, seen in view_of(getattr(team, name), mark).items():
            assert seen == truth[item], (name, item)
    for name in NAMES:
        profile = getattr(team, name).profile
        assert maintenance.verify(profile.store).ok
        assert maintenance.rebuild(profile.store) == 0


def do(  # noqa: C901 - one case an act
    team: Team, person: Colleague, act: str, name: str, told: Acknowledged
) -> None:
    """One act of one person; what a desk would refuse is refused here, and nothing is told."""
    review = person.profile.review
    entry = person.queue().get(name)
    try:
        match act:
            case "sync":
                person.sync()
            case "new content":
                text = f"again {next(fresh)}"
                team.ingest.pull(incoming(external_id=name, output=text, confidence=0.2))
                team.ingest.sync()
            case "assign" if person is team.lea and entry is not None:
                team.lea.assign(("ada", "bo", "cy")[len(told.decisions) % 3], f"id:{name}")
            case "undo":
                review.undo()
            case "decline" if entry is not None:
                review.decline(review.open(entry.item_id).seen, "not mine")
            case "escalate" if entry is not None:
                person.decide(entry, Verdict.ESCALATE, to="lea")
            case "approve" | "reject" if entry is not None:
                saved = person.decide(entry, Verdict(act))
                told.decisions.add(saved.decision.id)
    except ReviewerError:
        return


def send_alone(person: Colleague) -> None:
    """A round that breaks off right after it sent: what came back is lost."""
    stops = iter([False, True])
    person.profile.rounds.run(cancelled=lambda: next(stops, True), compares=False)


def decisions_at(person: Colleague, mark: str) -> set:
    """The decisions on a history's items, of whatever revision, that somebody's machine has."""
    with person.profile.store.reading() as connection:
        everything = queue.page(connection, QueueQuery(statuses=tuple(Status)), 0, 100_000)
        ids = [e.item_id for e in everything if e.external_id.startswith(mark)]
        found = facts.opinions(connection, ids)
    return {o.decision.id for made in found.values() for o in made}


def entries_at(person: Colleague, mark: str) -> dict:
    """How the items stand on somebody's machine, whoever may take them."""
    with person.profile.store.reading() as connection:
        everything = queue.page(connection, QueueQuery(statuses=tuple(Status)), 0, 100_000)
    return {
        e.item_id: (e.status, e.verdict, e.assignee)
        for e in everything
        if e.external_id.startswith(mark)
    }


def view_of(person: Colleague, mark: str) -> dict:
    """How somebody's list says that the items stand."""
    return {
        e.item_id: (e.status, e.verdict, e.assignee)
        for name, e in person.queue(*(s for s in Status if s is not Status.SUPERSEDED)).items()
        if name.startswith(mark)
    }
