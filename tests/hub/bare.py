"""What the hub's work is measured against: the same rows by bare statements, and nothing asked."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

from reviewer_app.store.hub import holding
from reviewer_app.store.hub.holding import Wish
from tests.postgres import Server, database_of, with_database

ITEM_TABLES = ("item", "content", "selection", "item_state", "reach", "feed")
FACT_TABLES = ("journal", "decision", "decision_text", "feed")
AT_ONCE = 500
"""Rows a transaction, as the program sends them."""

CLAIMED = 12
"""Items that a client claims at a time."""

PATIENCE_SECONDS = 120


def seconds(act: Callable[[], object]) -> float:
    """How long something takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def same_rows(server: Server, url: str, tables: Sequence[str]) -> float:
    """Seconds for writing all that these tables of a hub hold into tables like them.

    By `executemany`, with the same columns and indexes, and neither rights nor foreign keys.
    """
    with server.superuser(database_of(url)) as link:
        link.execute("DROP SCHEMA IF EXISTS bare CASCADE")
        link.execute("CREATE SCHEMA bare")
        rows = {}
        for name in tables:
            table = sql.Identifier(name)
            made = sql.SQL("CREATE TABLE bare.{0} (LIKE hub.{0} INCLUDING INDEXES)")
            link.execute(made.format(table))
            found = link.execute(sql.SQL("SELECT * FROM hub.{}").format(table))
            rows[name] = _as_text(found)
        spent = seconds(lambda: [_write(link, name, held) for name, held in rows.items()])
        link.execute("DROP SCHEMA bare CASCADE")
        return spent


def _as_text(found: psycopg.Cursor) -> tuple[list[psycopg.Column], list[tuple]]:
    """Columns and rows, with JSON as it is sent: the driver reads it into dictionaries."""
    columns = list(found.description or ())
    kept = [n for n, column in enumerate(columns) if column.type_display == "json"]
    rows = [
        tuple(psycopg.types.json.Json(v) if n in kept else v for n, v in enumerate(row))
        for row in found
    ]
    return columns, rows


def _write(
    link: psycopg.Connection, name: str, held: tuple[list[psycopg.Column], list[tuple]]
) -> None:
    columns, rows = held
    put = sql.SQL("INSERT INTO bare.{} VALUES ({})").format(
        sql.Identifier(name),
        sql.SQL(", ").join(
            sql.SQL("%s::text::{}").format(sql.SQL(c.type_display))
            if c.type_display == "xid8"
            else sql.SQL("%s")
            for c in columns
        ),
    )
    for start in range(0, len(rows), AT_ONCE):
        with link.transaction():
            link.cursor().executemany(put, rows[start : start + AT_ONCE])


def claims(urls: Sequence[str], items: Sequence[UUID]) -> float:
    """Items claimed a second by clients that begin at once and take until each has had its part."""

    def take(link: psycopg.Connection, wanted: list[UUID]) -> int:
        return len(holding.claim(link, wanted, Wish(uuid4(), 3_600, CLAIMED)))

    return _race(urls, items, take)


def bare_claims(server: Server, url: str, clients: int, items: Sequence[UUID]) -> float:
    """The same by `FOR UPDATE SKIP LOCKED` on a table of its own, without asking who may."""
    with server.superuser(database_of(url)) as link:
        link.execute("DROP TABLE IF EXISTS public.bare_lease")
        link.execute(
            "CREATE TABLE public.bare_lease (item_id uuid PRIMARY KEY, holder uuid, "
            "until timestamptz NOT NULL DEFAULT '-infinity')"
        )
        link.cursor().executemany(
            "INSERT INTO public.bare_lease (item_id) VALUES (%s)", [(key,) for key in items]
        )

    def take(link: psycopg.Connection, wanted: list[UUID]) -> int:
        return link.execute(
            "WITH free AS (SELECT item_id FROM public.bare_lease WHERE item_id = ANY (%s) "
            "AND until <= clock_timestamp() ORDER BY item_id LIMIT %s FOR UPDATE SKIP LOCKED) "
            "UPDATE public.bare_lease l SET holder = %s, "
            "until = clock_timestamp() + interval '1 hour' FROM free "
            "WHERE l.item_id = free.item_id RETURNING l.item_id, l.until",
            (wanted, CLAIMED, uuid4()),
        ).rowcount

    where = with_database(server.superuser_url, database_of(url))
    return _race([where] * clients, items, take)


def _race(
    urls: Sequence[str],
    items: Sequence[UUID],
    take: Callable[[psycopg.Connection, list[UUID]], int],
) -> float:
    """Items a second that clients take who begin at once, each from a part that overlaps."""
    barrier = Barrier(len(urls) + 1, timeout=PATIENCE_SECONDS)
    share = len(items) // len(urls)

    def run(n: int) -> int:
        with psycopg.connect(urls[n], autocommit=True, prepare_threshold=None) as link:
            mine = list(items[n * share : (n + 1) * share + CLAIMED // 2])
            barrier.wait()
            parts = [mine[start : start + CLAIMED] for start in range(0, len(mine), CLAIMED)]
            return sum(take(link, part) for part in parts)

    with ThreadPoolExecutor(len(urls)) as pool:
        running = [pool.submit(run, n) for n in range(len(urls))]
        barrier.wait()
        started = time.perf_counter()
        taken = sum(one.result() for one in running)
        return taken / (time.perf_counter() - started)
