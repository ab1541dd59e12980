"""Heads of chains that a device has seen and signed, so that a missing tail shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.domain import signing
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.team import Witness
from reviewer_app.store.journal import JOURNAL
from reviewer_app.store.rows import record_of, table_of
from reviewer_app.store.signatures import Signatory, signatories
from reviewer_app.store.tables import WitnessRow

WITNESS = table_of(WitnessRow)

Heads = Mapping[UUID, tuple[int, str]]
"""The number and hash of the last entry of each device's chain."""

LATEST = 500
"""Entries back from the newest witness of a chain within which every witness is kept."""

SPARSE = 50
"""Of the older ones, those of every so manyth entry are."""


def witnessed(
    connection: Connection,
    heads: Heads,
    witness_id: UUID,
    sign: Callable[[str], str],
    at: datetime,
) -> list[Witness]:
    """Signs and keeps heads of others' chains that this device has not signed yet.

    What contradicts something that is known here is not vouched for.
    """
    made = [
        Witness(
            device_id=device,
            n=n,
            witness_id=witness_id,
            hash=digest,
            signature=sign(text_of(device, n, digest)),
            at=at,
        )
        for device, (n, digest) in sorted(heads.items())
        if device != witness_id and _is_news(connection, device, n, digest, witness_id)
    ]
    put(connection, made)
    return made


def put(connection: Connection, seen: Sequence[Witness]) -> None:
    """Keeps what was witnessed; an earlier word of the same device about the same entry stays."""
    for one in seen:
        connection.execute(upsert(WITNESS).values(**one.model_dump()).on_conflict_do_nothing())
    for pair in {(one.device_id, one.witness_id) for one in seen}:
        _thin_out(connection, *pair)


def check(
    connection: Connection, heads: Heads | None = None, seen: Sequence[Witness] | None = None
) -> list[Sentence]:
    """What witnesses hold against the entries that are here, or the heads that a hub has now.

    Args:
        connection: what is here.
        heads: the last entries on the hub, where it was asked.
        seen: the witnesses to look at, beside the newest that is kept here of each device by each
            other one; all that are kept here where None. What is not signed by its witness is
            told of and else counts for nothing; nor does what nobody's known key can have signed.
    """
    known = signatories(connection)
    found: list[Sentence] = []
    highest: dict[UUID, Witness] = {}
    for one in _kept(connection) if seen is None else _with_newest(connection, seen):
        ring = known[one.witness_id].ring if one.witness_id in known else {}
        if not ring:
            continue
        if not _is_signed(one, list(ring.values())):
            found.append(_told(known, one, sentence("the witness's signature is not its own")))
            continue
        found += [_told(known, one, reason) for reason in _against(connection, one, heads)]
        if one.n >= highest.get(one.device_id, one).n:
            highest[one.device_id] = one
    return list(dict.fromkeys(found + _tails(connection, known, highest, heads)))


def text_of(device_id: UUID, n: int, digest: str) -> str:
    """What a witness signs of a head."""
    return f"witness|{device_id}|{n}|{digest}"


def _is_news(connection: Connection, device: UUID, n: int, digest: str, witness_id: UUID) -> bool:
    """Whether this device has not vouched for so much of the chain, and has nothing against it."""
    mine = select(func.max(WITNESS.c.n)).where(
        WITNESS.c.device_id == device, WITNESS.c.witness_id == witness_id
    )
    vouched = connection.execute(mine).scalar() or 0
    return n > vouched and _hash_here(connection, device, n) in {None, digest}


def _against(connection: Connection, one: Witness, heads: Heads | None) -> Iterator[Sentence]:
    """What contradicts a witness: an entry here, another witness, or the head on the hub."""
    if _hash_here(connection, one.device_id, one.n) not in {None, one.hash}:
        yield sentence("the entry here is another one")
    at_odds = select(WITNESS.c.witness_id).where(
        WITNESS.c.device_id == one.device_id, WITNESS.c.n == one.n, WITNESS.c.hash != one.hash
    )
    if connection.execute(at_odds.limit(1)).first() is not None:
        yield sentence("another witness has seen another entry")
    head = heads.get(one.device_id) if heads is not None else None
    if head is not None and head[0] == one.n and head[1] != one.hash:
        yield sentence("the entry on the hub is another one")


def _tails(
    connection: Connection,
    known: Mapping[UUID, Signatory],
    highest: Mapping[UUID, Witness],
    heads: Heads | None,
) -> list[Sentence]:
    """The chains that end before what was witnessed of them: here where whole, or on the hub."""
    found = []
    for device, one in highest.items():
        signatory = known.get(device)
        here = _head_here(connection, device) if signatory and signatory.is_ours else one.n
        there = one.n if heads is None else heads.get(device, (0, ""))[0]
        if here < one.n:
            reason = sentence("here the chain ends at entry {n}", n=here)
            found.append(_told(known, one, reason))
        if there < one.n:
            reason = sentence("on the hub the chain ends at entry {n}", n=there)
            found.append(_told(known, one, reason))
    return found


def _told(known: Mapping[UUID, Signatory], one: Witness, reason: Sentence) -> Sentence:
    return sentence(
        "journal entry {n} of {device}, witnessed by {witness}: {reason}",
        n=one.n,
        device=called(known, one.device_id),
        witness=called(known, one.witness_id),
        reason=reason,
    )


def called(known: Mapping[UUID, Signatory], device_id: UUID) -> Sentence:
    """A device in words, also one that is not known here."""
    found = known.get(device_id)
    return found.called if found else sentence("device {id}, unknown here", id=str(device_id))


def _is_signed(one: Witness, keys: Sequence[str]) -> bool:
    text = text_of(one.device_id, one.n, one.hash)
    return any(signing.verify(public, text, one.signature) for public in keys)


def _kept(connection: Connection) -> Iterator[Witness]:
    query = select(WITNESS).order_by(WITNESS.c.device_id, WITNESS.c.n)
    for row in connection.execute(query.execution_options(yield_per=1_000)).mappings():
        yield record_of(Witness, row)


def _with_newest(connection: Connection, seen: Sequence[Witness]) -> list[Witness]:
    """These and the newest that are kept: a hub that cuts a chain may cut its witnesses too."""
    pair = (WITNESS.c.device_id, WITNESS.c.witness_id)
    newest = select(*pair, func.max(WITNESS.c.n).label("n")).group_by(*pair).subquery()
    query = select(WITNESS).join(
        newest,
        (WITNESS.c.device_id == newest.c.device_id)
        & (WITNESS.c.witness_id == newest.c.witness_id)
        & (WITNESS.c.n == newest.c.n),
    )
    kept = [record_of(Witness, row) for row in connection.execute(query).mappings()]
    return [*seen, *(one for one in kept if one not in seen)]


def _hash_here(connection: Connection, device: UUID, n: int) -> str | None:
    query = select(JOURNAL.c.hash).where(JOURNAL.c.device_id == device, JOURNAL.c.n == n)
    return connection.execute(query).scalar_one_or_none()


def _head_here(connection: Connection, device: UUID) -> int:
    query = select(func.max(JOURNAL.c.n)).where(JOURNAL.c.device_id == device)
    return int(connection.execute(query).scalar() or 0)


def _thin_out(connection: Connection, device: UUID, witness_id: UUID) -> None:
    """An exchange each minute makes many; of old ones a few are enough to hold on to the chain."""
    is_pair = (WITNESS.c.device_id == device) & (WITNESS.c.witness_id == witness_id)
    newest = connection.execute(select(func.max(WITNESS.c.n)).where(is_pair)).scalar() or 0
    is_old = (newest - LATEST > WITNESS.c.n) & (WITNESS.c.n % SPARSE != 0)
    connection.execute(delete(WITNESS).where(is_pair, is_old))
