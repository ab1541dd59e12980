"""A load run: many reviewers with profiles of their own sync through one PostgreSQL at once.

    python -m tests.hub.load --clients 200 --items 2000 [--url postgresql://ADMIN:…@HOST/postgres]

Every client is the whole program without its window: an own SQLite profile, a login and a signed
chain of its own, and the real rounds. They are threads of one process, so their own work shares one
interpreter; what the hub spent is told apart, as processor time of the server where it runs here.
Without `--url` a server of its own is started, which does not wait for the disk (fsync off).
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread

import keyring

from reviewer_app.domain.vocabulary import Role, Verdict
from reviewer_app.services.team.results import RoundResult
from tests import postgres
from tests.conftest import MemoryKeyring
from tests.factory import incoming
from tests.hub import bare
from tests.hub.team import Colleague, Team
from tests.postgres import Server, database_of

TEAM_OF = 10
"""People who share a pool: each of them gets all of its items."""

CLAIMANTS = (1, 8, 64)
DECIDING_AT_ONCE = 8
WORDS = "words as an agent writes them, and a few more of them. " * 12
"""What an output holds besides its number: some 700 characters, as a support answer has."""


@dataclass
class Watched:
    """What was seen of the server while something went on."""

    most_connections: int = 0
    server_seconds: float | None = None
    end: Event = field(default_factory=Event)


class Observer:
    """Sees what the server does: its connections, and the processor time that it took."""

    def __init__(self, server: Server, url: str) -> None:
        self._server, self._name = server, database_of(url)

    @contextmanager
    def watching(self) -> Iterator[Watched]:
        """Watches as long as something goes on."""
        watched, before = Watched(), self._spent()
        thread = Thread(target=self._count, args=(watched,))
        thread.start()
        try:
            yield watched
        finally:
            watched.end.set()
            thread.join()
            time.sleep(0.2)  # the sessions that end are counted once they are gone
            after = self._spent()
            if before is not None and after is not None:
                watched.server_seconds = after - before

    def size_mb(self) -> float:
        """How large the hub's database is."""
        with self._server.superuser() as link:
            row = link.execute("SELECT pg_database_size(%s)", (self._name,)).fetchone()
            return row[0] / 1e6

    def version(self) -> str:
        """Which PostgreSQL this is, and whether it waits for the disk."""
        with self._server.superuser() as link:
            number = link.execute("SHOW server_version").fetchone()[0]
            return f"PostgreSQL {number}, fsync {link.execute('SHOW fsync').fetchone()[0]}"

    def _count(self, watched: Watched) -> None:
        with self._server.superuser() as link:
            while not watched.end.wait(0.1):
                (n,) = link.execute(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = %s", (self._name,)
                ).fetchone()
                watched.most_connections = max(watched.most_connections, n)

    def _spent(self) -> float | None:
        """Processor seconds of sessions that ended; None where the server is elsewhere."""
        with self._server.superuser() as link:
            (said,) = link.execute("SELECT pg_read_file('postmaster.pid')").fetchone()
        process = Path(f"/proc/{said.split()[0]}")
        try:
            is_it = process.joinpath("comm").read_text().startswith("postgres")
            fields = process.joinpath("stat").read_text().rpartition(")")[2].split()
        except OSError:
            return None
        return sum(map(int, fields[13:15])) / os.sysconf("SC_CLK_TCK") if is_it else None


@dataclass
class Storm:
    """Rounds that began at the same moment."""

    seconds: list[float] = field(default_factory=list)
    results: list[RoundResult] = field(default_factory=list)
    whole: float = 0.0

    def told(self, watched: Watched) -> str:
        """What they came to, in a line."""
        ups, downs = sum(r.up for r in self.results), sum(r.down for r in self.results)
        cut = statistics.quantiles(self.seconds, n=20, method="inclusive")
        parts = [
            f"p50 {cut[9]:.2f} s, p95 {cut[18]:.2f} s",
            f"{len(self.seconds) / self.whole:.1f} rounds/s",
            f"up {ups} ({ups / self.whole:.0f}/s), down {downs} ({downs / self.whole:.0f}/s)",
            f"{watched.most_connections} connections at most",
        ]
        if watched.server_seconds is not None:
            each = 1000 * watched.server_seconds / len(self.seconds)
            parts.append(f"server {each:.0f} ms of processor a round")
        failed = [r.trouble for r in self.results if not r.reachable]
        if failed:
            parts.append(f"{len(failed)} FAILED, such as: {failed[0]}")
        return "; ".join(parts)


def storm(people: Sequence[Colleague], at_once: int) -> Storm:
    """A round of each, all begun at once, or so many at a time."""
    made, lock = Storm(), Lock()

    def one(person: Colleague) -> None:
        began = time.perf_counter()
        result = person.profile.rounds.run(compares=False)
        with lock:
            made.seconds.append(time.perf_counter() - began)
            made.results.append(result)

    made.whole = bare.seconds(lambda: _each(one, people, at_once))
    return made


def _each(act: Callable[[Colleague], None], people: Sequence[Colleague], at_once: int) -> None:
    with ThreadPoolExecutor(at_once) as pool:
        for _ in pool.map(act, people):
            pass


class Run:
    """One run: a hub, its people, and what they do."""

    def __init__(self, server: Server, folder: Path, clients: int, items: int) -> None:
        self.server, self.items = server, items
        self.url = server.fresh_hub()
        self.seen = Observer(server, self.url)
        self.team = Team(self.url, folder)
        self.pools = [f"pool {n}" for n in range(max(1, clients // TEAM_OF))]
        self.people = self._hired(clients)
        self.team.apply(_policy(self.pools))

    def close(self) -> None:
        """Ends the programs, and removes the hub."""
        for person in self.people:
            person.close()
        self.team.close()
        self.server.drop(self.url)

    def _hired(self, clients: int) -> list[Colleague]:
        """Each invited to a pool, and joined, one after the other."""
        return [
            self.team.hire(f"client {n}", Role.REVIEWER, self.pools[n % len(self.pools)])
            for n in range(clients)
        ]

    def tell_intake(self) -> None:
        """Intake takes everything in, and sends it."""
        records = [
            incoming(n, agent=self.pools[n % len(self.pools)], output=f"{WORDS}{n}", confidence=0.3)
            for n in range(self.items)
        ]
        ingest = self.team.ingest
        ingest.pull(*records)
        with self.seen.watching() as watched:
            spent = bare.seconds(lambda: ingest.profile.rounds.run(compares=False))
        told = f"{self.items / spent:.0f} items/s up"
        if watched.server_seconds is not None:
            told += f", server {1e6 * watched.server_seconds / self.items:.0f} µs of processor each"
        plain = bare.same_rows(self.server, self.url, bare.ITEM_TABLES)
        say("intake", f"{told}; the whole path at {plain / spent:.2f} of executemany's speed")

    def tell_storm(self, name: str, at_once: int | None = None, most: int | None = None) -> Storm:
        """Everybody's round, and what came of it."""
        people = self.people[:most]
        with self.seen.watching() as watched:
            made = storm(people, at_once or len(people))
        say(name, made.told(watched))
        return made

    def decide(self) -> None:
        """Everybody decides on their share of what their pool has."""
        place = {id(person): n // len(self.pools) for n, person in enumerate(self.people)}
        taken: list[str] = []

        def work(person: Colleague) -> None:
            mine = sorted(person.queue().values(), key=lambda entry: entry.external_id)
            for entry in mine[place[id(person)] :: TEAM_OF]:
                person.decide(entry, Verdict.APPROVE)
                taken.append(entry.external_id)

        spent = bare.seconds(lambda: _each(work, self.people, DECIDING_AT_ONCE))
        say("deciding", f"{len(taken)} decisions on these machines, {len(taken) / spent:.0f}/s")

    def tell_claims(self) -> None:
        """Claims by more and more clients, beside a bare queue table."""
        with self.server.superuser(database_of(self.url)) as link:
            items = [key for (key,) in link.execute("SELECT id FROM hub.item ORDER BY id")]
        logins = [self._login_in_every_pool(p) for p in self.people[: max(CLAIMANTS)]]
        for clients in (n for n in CLAIMANTS if n <= len(logins)):
            with self.server.superuser(database_of(self.url)) as link:
                link.execute("DELETE FROM hub.lease")
            ours = bare.claims(logins[:clients], items)
            plain = bare.bare_claims(self.server, self.url, clients, items)
            say(f"claims {clients}", f"{ours:.0f}/s, {ours / plain:.2f} of bare SKIP LOCKED")

    def _login_in_every_pool(self, person: Colleague) -> str:
        """The address with somebody's login, who reaches all items from now on."""
        self.team.lea.profile.membership.change(person.name, pools=self.pools)
        account = person.profile.access.account()
        return postgres.with_login(self.url, account.login, account.password)

    def tell_facts(self) -> None:
        """What the same facts take without functions, to set the rounds against."""
        with self.server.superuser(database_of(self.url)) as link:
            (count,) = link.execute("SELECT count(*) FROM hub.decision").fetchone()
        plain = bare.same_rows(self.server, self.url, bare.FACT_TABLES)
        say("executemany", f"{count / plain:.0f} decisions/s into the same tables, over one link")


def _policy(pools: Sequence[str]) -> str:
    rules = [
        f'[[rule]]\nname = "{pool}"\nwhen = "agent == \'{pool}\'"\nrisk = "medium"\n'
        f'route = "{pool}"\nbecause = "it is theirs"\n'
        for pool in pools
    ]
    head = 'name = "load"\n[defaults]\nmode = "hitl"\naudit_rate = 0.0\n'
    return head + "".join(rules)


def _machine() -> str:
    """How much of this machine the run can have: what else runs slows both sides."""
    busy = os.getloadavg()[0]
    return f"{os.cpu_count()} cores for server and clients together; load {busy:.1f} beforehand"


def say(name: str, what: str) -> None:
    """A line of the report."""
    print(f"{name:<22} {what}", flush=True)  # noqa: T201 - what the command is for


def main() -> None:
    """Runs it, and prints what came of it."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--clients", type=int, default=200)
    asked.add_argument("--items", type=int, default=2_000)
    asked.add_argument("--url", help="an administrator's address of a PostgreSQL to use")
    chosen = asked.parse_args()
    keyring.set_keyring(MemoryKeyring())
    server = Server(chosen.url) if chosen.url else postgres.found()
    folder = Path(tempfile.mkdtemp(prefix="rv-load-"))
    began = time.perf_counter()
    run = Run(server, folder, chosen.clients, chosen.items)
    try:
        say("server", run.seen.version())
        say("machine", _machine())
        say("joining", f"{len(run.people)} people, {time.perf_counter() - began:.0f} s")
        run.tell_storm("empty first round")
        run.tell_intake()
        run.tell_storm("all fetch")
        run.decide()
        run.tell_storm("all send")
        run.tell_storm("all fetch the rest")
        run.tell_storm("nothing new")
        run.tell_storm("nothing new, 1 a time", at_once=1, most=50)
        run.tell_facts()
        run.tell_claims()
        say("database", f"{run.seen.size_mb():.0f} MB")
    finally:
        run.close()
        server.close()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
