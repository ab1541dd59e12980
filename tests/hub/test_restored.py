"""A hub is dumped and restored with the commands that the help gives, and nobody loses anything."""

import os
import re
import subprocess
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from reviewer_app.domain.vocabulary import Role, Status, Verdict
from reviewer_app.paths import resource
from tests.factory import incoming
from tests.hub.desks import Desks, administrator
from tests.postgres import OwnServer, database_of, with_login, with_port

EVERY = tuple(Status)


@pytest.fixture
def first(server):
    """The server that the hub is made on."""
    if not isinstance(server, OwnServer):
        pytest.skip("a server that is only named is not replaced by another")
    yield server
    server.start()


@pytest.fixture
def second(first):
    """Another server, that takes the place of the first when it is started."""
    other = OwnServer(first._programs)
    other.stop()
    other._port = first._port
    other.superuser_url = with_port(other.superuser_url, first._port)
    yield other
    other.close()


@pytest.fixture
def desks(empty, tmp_path):
    with Desks(empty, tmp_path) as made:
        yield made


def run(server, url, name, *arguments, given=None):
    """Runs a program of PostgreSQL with a login's password where it looks for one."""
    parts = urlsplit(url)
    done = subprocess.run(
        [server._programs / name, *arguments],
        capture_output=True,
        env={**os.environ, "PGPASSWORD": parts.password or ""},
        input=given,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def owner_in(server, url):
    with server.superuser(database_of(url)) as connection:
        (owner,) = connection.execute(
            "SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'hub'"
        ).fetchone()
    return owner


def commands():
    """The programs and options in the help, as an administrator reads them."""
    text = resource("help/hub.md").read_text(encoding="utf-8")
    found = re.findall(
        r"^    ((?:pg_dump|pg_restore|pg_dumpall|psql|createdb) .*)$", text, re.MULTILINE
    )
    return {line.split()[0]: line.split() for line in found}


def dumped(server, url, folder):
    """What the administrator keeps: the hub, and the logins of the server."""
    file, owner = folder / "hub.dump", owner_in(server, url)
    assert {"--role=OWNER", "--enable-row-security", "-Fc"} <= set(commands()["pg_dump"])
    where = administrator(url).url
    run(
        server,
        url,
        "pg_dump",
        f"--role={owner}",
        "--enable-row-security",
        "-Fc",
        f"-f{file}",
        where,
    )
    with server.superuser():
        assert "--roles-only" in commands()["pg_dumpall"]
        roles = run(
            server, server.superuser_url, "pg_dumpall", "--roles-only", f"-d{server.superuser_url}"
        )
    return file, roles, owner


def bring_logins(server, roles):
    run(server, server.superuser_url, "psql", "-X", f"-d{server.superuser_url}", given=roles)


def restored(server, url, kept, name):
    """Follows the help: database, right, tables."""
    file, _, owner = kept
    with server.superuser() as connection:
        admin = sql.Identifier(urlsplit(url).username or "")
        made = sql.SQL("CREATE DATABASE {} OWNER {}")
        connection.execute(made.format(sql.Identifier(name), admin))
    place = administrator(url)
    where = urlsplit(place.url)._replace(path=f"/{name}").geturl()
    grant = f'GRANT CREATE ON DATABASE "{name}" TO "{owner}"'
    run(server, url, "psql", "-X", "-c", grant, where)
    assert {"--role=OWNER", "--enable-row-security"} <= set(commands()["pg_restore"])
    run(server, url, "pg_restore", f"--role={owner}", "--enable-row-security", f"-d{where}", file)


def at_work(desks):
    """A lead, a reviewer and an intake, with four outputs, one of them decided."""
    lea, ada, ingest = desks.lea, desks.hire("ada"), desks.hire("ingest", Role.INTAKE)
    ingest.pull(*(incoming(external_id=f"a{n}", output=f"o{n}", confidence=0.3) for n in range(4)))
    exchange(ingest, ada)
    ada.decide(ada.queue()["a0"])
    exchange(ada, lea)
    return lea, ada, ingest


def exchange(*people):
    return [person.sync() for person in people]


def move(first, second, url, kept):
    """The second server takes the place of the first, with what was kept of it."""
    first.stop()
    second.start()
    bring_logins(second, kept[1])
    second.superuser_url = first.superuser_url  # that login came too
    restored(second, url, kept, database_of(url))


def test_a_hub_on_another_server_is_as_before_and_gets_what_it_lacks(
    desks, first, second, empty, tmp_path
):
    lea, ada, ingest = at_work(desks)
    kept = dumped(first, empty, tmp_path)
    ada.decide(ada.queue()["a1"], Verdict.REJECT)
    exchange(ada, lea)
    ada.decide(ada.queue()["a2"])  # not sent
    before = set(ada.queue(*EVERY))

    move(first, second, empty, kept)

    result = ada.sync()
    assert not result.reachable
    assert "restored on another server" in result.trouble
    with second.superuser(database_of(empty)) as connection:
        assert connection.execute("SELECT count(*) FROM hub.decision").fetchone() == (1,)

    made = desks.membership().init(administrator(empty), "nobody")
    assert (made.created, made.enrolment) == (False, None)
    notes = [note for result in exchange(ada, ingest, lea) for note in result.notes]
    assert sum("restored or replaced" in note for note in notes) == 3
    for result in exchange(ingest, ada, lea, ada):
        assert result.here == result.there
    assert set(ada.queue(*EVERY)) == before
    assert set(lea.queue(Status.RESOLVED)) == {"a0", "a1", "a2"}
    with second.superuser() as connection:
        connection.execute("CREATE ROLE stranger LOGIN PASSWORD 'known'")
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(with_login(empty, "stranger", "known"))


@pytest.mark.parametrize("comes_first", ["ingest", "ada"])
def test_outputs_that_came_after_the_dump_are_sent_again_with_what_was_decided_on_them(
    desks, first, second, empty, tmp_path, comes_first
):
    lea, ada, ingest = at_work(desks)
    kept = dumped(first, empty, tmp_path)
    ingest.pull(incoming(external_id="late", output="after the dump", confidence=0.3))
    exchange(ingest, ada)
    ada.decide(ada.queue()["late"])
    exchange(ada)
    move(first, second, empty, kept)
    desks.membership().init(administrator(empty), "nobody")
    exchange(*((ingest, ada) if comes_first == "ingest" else (ada, ingest)))
    for result in exchange(ingest, ada, lea, ada):
        assert result.here == result.there
    assert set(lea.queue(Status.RESOLVED)) == {"a0", "late"}
