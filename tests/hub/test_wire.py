"""Rounds over a way that breaks: both sides end with the same, nothing doubled, nothing lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import keyring
import psycopg
import pytest

from reviewer_app.domain.vocabulary import Role, Status, Verdict
from reviewer_app.services import maintenance
from tests.conftest import MemoryKeyring
from tests.factory import incoming
from tests.hub.team import POLICY, Colleague, Team
from tests.postgres import OwnServer, Server, database_of
from tests.wire import Fault, Measure, Wire

CUTS = 8
"""Moments of a round at which it is cut, in each direction."""


class Reached(Team):
    """A team that reaches its hub by a wire, and whoever may look behind it."""

    def __init__(self, server: Server, folder) -> None:
        self.server, self.direct = server, server.fresh_hub()
        self.wire = Wire(self.direct)
        super().__init__(self.wire.url(self.direct), folder)

    def close(self) -> None:
        super().close()
        self.wire.close()
        self.server.drop(self.direct)

    def told(self, statement: str) -> list[tuple]:
        """What is in the hub's tables."""
        with self.server.superuser(database_of(self.direct)) as connection:
            return connection.execute(statement).fetchall()

    def check(self) -> None:
        """Exchanges until everybody has everything, and compares it all."""
        self.sync()
        self.sync()
        for result in self.sync():
            assert (result.up, result.down, result.conflicts, result.notes) == (0, 0, 0, ())
            assert result.here == result.there
        decided = "SELECT count(*), count(DISTINCT item_id) FROM hub.decision"
        facts = "SELECT kind, count(*) FROM hub.journal GROUP BY kind"
        gaps = "SELECT device_id FROM hub.journal GROUP BY device_id HAVING max(n) <> count(*)"
        refused = "SELECT refused FROM hub.journal WHERE refused IS NOT NULL AND refused <> 'stale'"
        assert self.told(gaps) == self.told(refused) == []
        ((decisions, items),) = self.told(decided)
        assert decisions == items == dict(self.told(facts)).get("decision", 0)
        for person in self.everybody:
            assert person.profile.rounds.standing().unsent == 0
            assert maintenance.verify(person.profile.store).ok


@pytest.fixture(scope="module")
def secrets() -> Iterator[MemoryKeyring]:
    """The keyring of the team, which outlives the tests that share it."""
    before, kept = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(kept)
    yield kept
    keyring.set_keyring(before)


@pytest.fixture(scope="module")
def team(server, tmp_path_factory, secrets) -> Iterator[Reached]:
    assert secrets is keyring.get_keyring()
    with Reached(server, tmp_path_factory.mktemp("team")) as made:
        yield made


@pytest.fixture(autouse=True)
def sound(team: Reached, memory_keyring, secrets) -> Iterator[None]:
    memory_keyring.kept = secrets.kept
    yield
    team.check()


def faults(measured: Measure) -> list[Fault]:
    """Cuts all over a round of this length, in both directions."""
    shares = [(n + 0.5) / CUTS for n in range(CUTS)]
    return [
        *(Fault(cut_up_after=int(measured.up * share)) for share in shares),
        *(Fault(cut_down_after=int(measured.down * share)) for share in shares),
    ]


def cut_everywhere(team: Reached, who: Colleague, prepare) -> list[bool]:
    """Rounds of somebody's, cut at every kind of moment; whether each got to its end."""
    prepare()
    measured = team.wire.measured()
    assert who.sync().reachable
    ended = []
    for fault in faults(measured):
        prepare()
        with team.wire.broken(fault):
            ended.append(who.sync().reachable)
        if len(ended) % 4:  # else the next cut comes on top of this one
            assert who.sync().reachable
    return ended


def test_decisions_survive_a_cut_at_every_moment_of_sending(team: Reached) -> None:
    team.come(2 * CUTS + 2, "sent")
    waiting = (entry for name, entry in team.ada.queue().items() if name.startswith("sent"))
    ended = cut_everywhere(team, team.ada, lambda: team.ada.decide(next(waiting), Verdict.REJECT))
    assert not all(ended)
    team.check()
    rejected = [e for e in team.lea.queue(Status.RESOLVED).values() if "sent" in e.external_id]
    assert len(rejected) == len(ended) + 1


def test_items_survive_a_cut_at_every_moment_of_sending(team: Reached) -> None:
    names = (f"made{n}" for n in range(10_000))
    pulled: list[str] = []

    def prepare() -> None:
        pulled.append(next(names))
        team.ingest.pull(incoming(external_id=pulled[-1], output=pulled[-1], confidence=0.3))

    assert not all(cut_everywhere(team, team.ingest, prepare))
    team.check()
    arrived = team.told("SELECT external_id FROM hub.item WHERE external_id LIKE 'made%'")
    assert sorted(name for (name,) in arrived) == sorted(pulled)
    assert {n for n in team.ada.queue() if n.startswith("made")} == set(pulled)


def test_what_others_did_survives_a_cut_at_every_moment_of_receiving(team: Reached) -> None:
    names = team.come(2 * CUTS + 2, "got")
    waiting = iter([team.bo.queue()[name] for name in names])

    def prepare() -> None:
        team.bo.decide(next(waiting))
        team.bo.sync()

    assert not all(cut_everywhere(team, team.lea, prepare))
    team.check()
    resolved = [n for n in team.lea.queue(Status.RESOLVED) if n.startswith("got")]
    assert len(resolved) == 2 * CUTS + 1


def test_a_decision_whose_answer_was_lost_is_known_when_it_comes_again(team: Reached) -> None:
    """The hub has committed, and the machine does not know: it sends the same again."""
    (name,) = team.come(1, "lost")
    team.ada.decide(team.ada.queue()[name])
    before = team.told("SELECT count(*) FROM hub.decision")[0][0]
    limit = 0
    while team.told("SELECT count(*) FROM hub.decision")[0][0] == before:
        limit += 40
        with team.wire.broken(Fault(cut_down_after=limit)):
            assert not team.ada.sync().reachable
    assert team.ada.profile.rounds.standing().unsent == 1
    assert team.ada.sync().up == 0
    assert team.told("SELECT count(*) FROM hub.decision")[0][0] == before + 1


def test_a_refusal_whose_answer_was_lost_is_told_when_it_is_asked_again(team: Reached) -> None:
    """Two leads put a policy in force; the second is refused, and does not hear of it at first."""
    lu = team.hire("lu", Role.LEAD)
    lu.sync()
    documents = {}
    for who in (team.lea, lu):
        documents[who.name] = team.folder / f"{who.name}.toml"
        text = POLICY.replace("0.80", "0.70" if who is lu else "0.75")
        documents[who.name].write_text(text, encoding="utf-8")
        who.profile.policies.apply(documents[who.name])
    assert lu.sync().notes == ()
    refused, limit = "SELECT FROM hub.journal WHERE refused = 'stale'", 0
    while not team.told(refused):
        limit += 40
        with team.wire.broken(Fault(cut_down_after=limit)):
            assert not team.lea.sync().reachable
    assert any("was not put in force" in note for note in team.lea.sync().notes)
    assert "0.70" in team.lea.profile.policies.in_force().text
    lu.close()


def test_rounds_in_another_order_end_alike(team: Reached) -> None:
    """Reordering and duplicates do not happen within a connection: whole rounds are repeated."""
    names = team.come(6, "order")
    ada, bo = team.ada.queue(), team.bo.queue()
    for n, name in enumerate(names):
        (team.ada if n % 2 else team.bo).decide((ada if n % 2 else bo)[name])
    for who in (team.lea, team.bo, team.lea, team.ada, team.bo, team.ada, team.lea):
        who.sync()
    for who in (team.lea, team.ada, team.bo):
        assert set(names) <= set(who.queue(Status.RESOLVED))


def test_a_window_and_a_command_may_exchange_at_once(team: Reached) -> None:
    """Two programs on one profile, so that the same entries are sent twice at the same time."""
    names = team.come(12, "twice")
    beside = Colleague(team.folder, "ada")
    try:
        for name in names:
            team.ada.decide(team.ada.queue()[name])
        with team.wire.broken(Fault(delay=0.002)), ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda who: who.sync(), (team.ada, beside)))
        assert all(result.reachable for result in results)
        assert sum(result.up for result in results) == len(names)
    finally:
        beside.close()


def test_a_slow_way_changes_nothing_but_the_time(team: Reached) -> None:
    (name,) = team.come(1, "slow")
    team.ada.decide(team.ada.queue()[name])
    with team.wire.broken(Fault(delay=0.02)):
        result = team.ada.sync()
    assert (result.reachable, result.up) == (True, 1)


def test_work_goes_on_where_nobody_answers(team: Reached) -> None:
    (name,) = team.come(1, "alone")
    team.wire.shut()
    try:
        team.ada.decide(team.ada.queue()[name])
        result = team.ada.sync()
        standing = team.ada.profile.rounds.standing()
    finally:
        team.wire.open()
    assert not result.reachable
    assert "cannot be reached" in result.trouble
    assert standing.unsent == 1
    assert standing.trouble == result.trouble
    assert team.ada.sync().reachable
    assert team.ada.profile.rounds.standing().trouble == ""


def test_a_hub_that_crashes_in_the_middle_of_rounds_has_what_it_said_it_has(team: Reached) -> None:
    if not isinstance(team.server, OwnServer):
        pytest.skip("only a server of the tests' own can be stopped")
    names = team.come(40, "crash")
    with team.wire.broken(Fault(delay=0.003)), ThreadPoolExecutor(1) as pool:
        for name in names:
            team.ada.decide(team.ada.queue()[name])
        running = pool.submit(team.ada.sync)
        while not team.told("SELECT FROM pg_stat_activity WHERE application_name = 'reviewer'"):
            pass
        team.server.stop(at_once=True)
        running.result()
        team.server.start()
    assert team.ada.sync().reachable
    resolved = {n for n in team.ada.queue(Status.RESOLVED) if n.startswith("crash")}
    assert resolved == set(names)


@pytest.mark.parametrize("code", ["53100", "25006"])
def test_a_hub_that_takes_nothing_more_is_said_and_loses_nothing(team: Reached, code: str) -> None:
    """A full disk, and a database that only reads: work goes on here, and is sent afterwards."""
    (name,) = team.come(1, f"full{code}")
    team.ada.decide(team.ada.queue()[name])
    with team.server.superuser(database_of(team.direct)) as connection:
        connection.execute(
            "CREATE FUNCTION public.no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION 'no room is left' USING ERRCODE = '{code}'; END $$"
        )
        connection.execute(
            "CREATE TRIGGER no_room BEFORE INSERT ON hub.journal EXECUTE FUNCTION public.no_room()"
        )
        try:
            result = team.ada.sync()
        finally:
            connection.execute("DROP FUNCTION public.no_room() CASCADE")
    assert not result.reachable
    assert "no room is left" in result.trouble
    assert team.ada.profile.rounds.standing().unsent == 1
    assert team.ada.sync().up == 1


def test_a_wire_breaks_as_it_is_told(team: Reached) -> None:
    """The wire itself: what these tests rely on."""
    url = team.wire.url(team.direct)
    with team.wire.broken(Fault(cut_down_after=0)), pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
    with team.wire.broken(Fault(silent_after=0)), pytest.raises(psycopg.OperationalError):
        psycopg.connect(f"{url}?connect_timeout=2")
    measured = team.wire.measured()
    with psycopg.connect(url) as connection:
        connection.execute("SELECT repeat('x', 100000)")
        assert measured.down > 100_000
        team.wire.tear()
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
