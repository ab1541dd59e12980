"""What the hub costs, against the same rows and claims by bare statements in one run."""

import pytest

from reviewer_app.domain.vocabulary import Role
from reviewer_app.store.hub import wire
from tests import postgres
from tests.benchmarks.test_intake_speed import raw_intake
from tests.factory import incoming
from tests.hub import bare
from tests.hub.cast import Cast, shipped
from tests.hub.team import team_of

pytest.importorskip("psycopg")

RECORDS, AT_ONCE = 1_000, 200
CLAIMANTS = (1, 8, 64)
ITEMS_FLOOR, FACTS_FLOOR, DOWN_FLOOR, CLAIMS_FLOOR = 0.15, 0.15, 0.015, 0.15
"""Less than half of what was measured on a small virtual machine that other work shared."""


@pytest.fixture(scope="module")
def server():
    found = postgres.found()
    yield found
    found.close()


@pytest.fixture(scope="module")
def sent(server):
    """A hub after intake sent it items, what was sent, and the seconds that took."""
    with Cast(server) as hub:
        waiting = [shipped(n) for n in range(RECORDS)]
        with hub.intake.linked() as link:
            spent = bare.seconds(
                lambda: [
                    wire.put_items(link, "feed", waiting[start : start + AT_ONCE])
                    for start in range(0, RECORDS, AT_ONCE)
                ]
            )
        yield hub, [one.item for one in waiting], spent


def test_items_go_up_not_far_from_bare_inserts(server, sent, benchmark):
    hub, _, ours = sent
    plain = benchmark.pedantic(lambda: bare.same_rows(server, hub.url, bare.ITEM_TABLES), rounds=1)
    benchmark.extra_info["items a second"] = RECORDS / ours
    benchmark.extra_info["share of executemany"] = plain / ours
    assert plain / ours > ITEMS_FLOOR


def test_decisions_go_up_not_far_from_bare_inserts(server, sent, benchmark):
    hub, items, _ = sent
    entries = []
    for item in items:
        hub.ana.head = hub.ana.entry(hub.ana.decision(item))
        entries.append(hub.ana.head)
    with hub.ana.linked() as link:
        ours = bare.seconds(
            lambda: [
                wire.put_facts(link, entries[start : start + bare.AT_ONCE], {})
                for start in range(0, RECORDS, bare.AT_ONCE)
            ]
        )
    plain = benchmark.pedantic(lambda: bare.same_rows(server, hub.url, bare.FACT_TABLES), rounds=1)
    benchmark.extra_info["decisions a second"] = RECORDS / ours
    benchmark.extra_info["share of executemany"] = plain / ours
    assert plain / ours > FACTS_FLOOR


def test_items_come_down_not_far_from_bare_sqlite(server, tmp_path, benchmark):
    url = server.fresh_hub()
    with team_of(url, tmp_path) as team:
        team.ada.sync()
        team.ingest.pull(*(incoming(n, confidence=0.3) for n in range(RECORDS)))
        team.ingest.sync()
        results = []
        ours = bare.seconds(lambda: results.append(team.ada.profile.rounds.run(compares=False)))
        assert results[0].down == RECORDS
        source = team.ada.profile.store.path
        plain = benchmark.pedantic(lambda: raw_intake(source, tmp_path / "bare.db"), rounds=1)
    server.drop(url)
    benchmark.extra_info["items a second"] = RECORDS / ours
    benchmark.extra_info["share of bare SQLite"] = plain / ours
    assert plain / ours > DOWN_FLOOR


@pytest.fixture(scope="module")
def claimants(sent):
    """The addresses of people who reach everything."""
    hub, _, _ = sent
    return [hub.join(f"claimant {n}", Role.REVIEWER).url for n in range(max(CLAIMANTS))]


@pytest.mark.parametrize("clients", CLAIMANTS)
def test_claims_are_not_far_from_bare_skip_locked(server, sent, claimants, clients, benchmark):
    hub, items, _ = sent
    ids = [item.id for item in items]
    with hub.owner() as owner:
        owner.execute("DELETE FROM lease")
    ours = bare.claims(claimants[:clients], ids)
    plain = benchmark.pedantic(lambda: bare.bare_claims(server, hub.url, clients, ids), rounds=1)
    benchmark.extra_info["claims a second"] = ours
    benchmark.extra_info["share of bare SKIP LOCKED"] = ours / plain
    assert ours / plain > CLAIMS_FLOOR
