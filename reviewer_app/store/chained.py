"""Whether the facts are the ones that the journal chained, no more and no fewer."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Connection, LargeBinary, Select, Table, cast, exists, select
from sqlalchemy.exc import DBAPIError

from reviewer_app.domain.json.text import exact
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.store import tables
from reviewer_app.store.journal import CLASSES, JOURNAL, ROWS
from reviewer_app.store.rows import table_of

DECISION = table_of(tables.DecisionRow)

_DAMAGE = (ValueError, TypeError, AttributeError, DBAPIError)
"""What reading a row brings whose columns somebody has damaged."""

Called = Callable[[UUID], Sentence]
"""Gives a device in words."""

Step = Callable[[], None]
"""Called for each entry whose fact was looked at."""


def first_wrong(connection: Connection, called: Called, step: Step) -> Sentence | None:
    """The first fact that is not what was chained, or that was never chained."""
    return next(_wrong(connection, called, step), None)


def _wrong(connection: Connection, called: Called, step: Step) -> Iterator[Sentence]:
    for kind in ROWS:
        yield from _changed_facts(connection, kind, called, step)
    for kind in ROWS:
        yield from _missing_entries(connection, kind)
    yield from _changed_words(connection)


def _changed_facts(
    connection: Connection, kind: str, called: Called, step: Step
) -> Iterator[Sentence]:
    """The facts of a kind whose row is gone or says something else than its body."""
    table = table_of(ROWS[kind])
    try:
        for row in connection.execute(_pairs(kind, table)).mappings():
            step()
            if row[table.c.id] is None:
                yield _told(kind, row, called, sentence("it is missing"))
            elif not _says(kind, table, row):
                yield _told(kind, row, called, sentence("it is not what was chained"))
    except _DAMAGE as error:
        if not _is_of_a_value(error):
            raise
        yield from _unreadable(connection, kind, called)


def _pairs(kind: str, table: Table) -> Select[Any]:
    """The entries of a kind with their facts."""
    entry = (
        JOURNAL.c.n,
        JOURNAL.c.device_id.label("chained_by"),
        JOURNAL.c.fact_id.label("fact"),
        JOURNAL.c.body,
    )
    return (
        select(*entry, *table.c)
        .select_from(JOURNAL.outerjoin(table, table.c.id == JOURNAL.c.fact_id))
        .where(JOURNAL.c.kind == kind)
        .order_by(JOURNAL.c.device_id, JOURNAL.c.n)  # as the key has them: nothing is sorted
        .execution_options(yield_per=1_000)
    )


def _says(kind: str, table: Table, row: Any) -> bool:  # noqa: ANN401 - a mapping by column
    """Whether the row holds what the body says; columns added later are not in an older body."""
    fields = CLASSES[kind].model_fields
    fact = CLASSES[kind].model_validate({name: row[table.c[name]] for name in fields})
    now = {"v": 1, "kind": kind, **exact(fact.model_dump(mode="json"))}
    then = orjson.loads(row["body"])
    return all(key in now and _same(now[key], value) for key, value in then.items())


def _same(now: Any, then: Any) -> bool:  # noqa: ANN401 - JSON is any of its own kinds
    """Whether two values are the same JSON; to Python alone, true is 1."""
    if isinstance(now, dict) and isinstance(then, dict):
        return now.keys() == then.keys() and all(_same(now[key], then[key]) for key in now)
    if isinstance(now, list) and isinstance(then, list):
        return len(now) == len(then) and all(map(_same, now, then))
    return isinstance(now, bool) is isinstance(then, bool) and bool(now == then)


def _unreadable(connection: Connection, kind: str, called: Called) -> Iterator[Sentence]:
    """The first fact of a kind that cannot be read, looked for one by one."""
    table = table_of(ROWS[kind])
    entries = select(JOURNAL.c.n, JOURNAL.c.device_id, JOURNAL.c.fact_id).where(
        JOURNAL.c.kind == kind
    )
    for n, device, fact in connection.execute(
        entries.order_by(JOURNAL.c.device_id, JOURNAL.c.n)
    ).all():
        row = {"n": n, "chained_by": device, "fact": fact}
        try:
            found = connection.execute(select(table).where(table.c.id == fact)).mappings().all()
            CLASSES[kind].model_validate({k: found[0][k] for k in CLASSES[kind].model_fields})
        except IndexError:
            yield _told(kind, row, called, sentence("it is missing"))
        except _DAMAGE as error:
            if not _is_of_a_value(error):
                raise
            yield _told(kind, row, called, sentence("it cannot be read"))
    yield sentence("{kind}: a row of this table cannot be read", kind=kind)


def _missing_entries(connection: Connection, kind: str) -> Iterator[Sentence]:
    """The facts that were slipped in past the journal."""
    table = table_of(ROWS[kind])
    query = (
        select(cast(table.c.id, LargeBinary))
        .select_from(table.outerjoin(JOURNAL, JOURNAL.c.fact_id == table.c.id))
        .where(JOURNAL.c.fact_id.is_(None))
        .limit(1)
    )
    for found in connection.execute(query).scalars():
        yield sentence("{kind} {id}: no journal entry chains it", kind=kind, id=_id_words(found))


def _changed_words(connection: Connection) -> Iterator[Sentence]:
    """The decisions whose words are not those whose digests they hold.

    Words are missing where their item's content was erased, and nowhere else.
    """
    words, erased = table_of(tables.DecisionTextRow), table_of(tables.ErasureRow)
    texts = [cast(column, LargeBinary) for column in (words.c.correction, words.c.comment)]
    query = (
        select(DECISION.c.id, DECISION.c.correction_digest, DECISION.c.comment_digest, *texts)
        .select_from(DECISION.outerjoin(words, words.c.decision_id == DECISION.c.id))
        .where(~exists().where(erased.c.item_id == DECISION.c.item_id))
        .execution_options(yield_per=1_000)
    )
    for decision, *digests, correction, comment in connection.execute(query):
        said = [
            None if text is None else hashlib.sha256(text).hexdigest()
            for text in (correction, comment)
        ]
        if said != digests:
            yield sentence(
                "decision {id}: its words are not the ones that were chained", id=str(decision)
            )


def _told(kind: str, row: Any, called: Called, reason: Sentence) -> Sentence:  # noqa: ANN401 - a mapping by column
    return sentence(
        "{kind} {id}, journal entry {n} of {device}: {reason}",
        kind=kind,
        id=str(row["fact"]),
        n=row["n"],
        device=called(row["chained_by"]),
        reason=reason,
    )


def _id_words(column: bytes | None) -> str:
    text = (column or b"").decode(errors="replace")
    try:
        return str(UUID(hex=text))
    except ValueError:
        return text


def _is_of_a_value(error: Exception) -> bool:
    """Whether a value in the row is to blame, and not the disk or another program."""
    return not isinstance(error, DBAPIError) or "decode" in str(error.orig)
