"""Seeding: known items are put among those that arrive, as if they had arrived with them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from reviewer_app.domain import identity
from reviewer_app.domain.fold import entry_of
from reviewer_app.domain.gold import disguised
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.records import Gold, Item, Reserved, Selection
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Disposition, OutputType
from reviewer_app.policy.document import StepPolicy
from reviewer_app.policy.engine import Engine
from reviewer_app.policy.modes import disposition_of, release_time
from reviewer_app.policy.sampling import AuditDraw
from reviewer_app.store import arrivals, gold
from reviewer_app.store.arrivals import Arrival
from reviewer_app.store.store import Connection
from reviewer_app.store.transaction import Transaction

TRIES = 50
"""Ids that are tried for a known item until one is free."""

MOST_RATE = 0.5
"""The largest share of known items among those that wait."""

Make = Callable[[Incoming, tuple[UUID, str]], Arrival]
"""Makes an arrival of a record that has its id and its content hash."""

_FIELDS = (
    "output",
    "input",
    "agent",
    "model_version",
    "confidence",
    "meta",
    "trace",
)


def reserved_record(record: Incoming) -> dict[str, Any]:
    """What the reserve keeps of a record: all that makes it an item, but its id and its files."""
    kept = {name: getattr(record, name) for name in _FIELDS}
    return {**kept, "output_type": str(record.output_type)}


def seed(transaction: Transaction, fresh: Sequence[Arrival], engine: Engine, make: Make) -> int:
    """Puts known items among what has just arrived and waits; gives how many.

    Whether one comes with an arrival is a keyed draw by its id, so that known items are `gold_rate`
    of those that wait, and reading the same again draws nothing anew.
    """
    draw = AuditDraw(f"{engine.policy.draw_seed}/gold")
    seeded: list[tuple[Reserved, Gold]] = []
    made: list[Arrival] = []
    used: set[UUID] = set()
    for arrival in fresh:
        rate = min(engine.step(arrival.item.workflow, arrival.item.step).gold_rate, MOST_RATE)
        if not _is_drawn(arrival, draw, rate):
            continue
        one = _next(transaction.connection, arrival.item, used)
        if one is None:
            continue
        used.add(one.id)
        twin = _arrival(transaction.connection, one, arrival, engine, make)
        if twin is not None:
            made.append(twin)
            seeded.append((one, _gold(one, twin.item.id)))
            arrivals.insert_arrivals(transaction.connection, [twin])
    gold.mark_seeded(transaction.connection, seeded)
    return len(made)


def _is_drawn(arrival: Arrival, draw: AuditDraw, rate: float) -> bool:
    waits = arrival.entry.status in OPEN_STATUSES
    return rate > 0 and waits and draw.draws(arrival.item.id, rate / (1 - rate))


def _next(connection: Connection, item: Item, used: set[UUID]) -> Reserved | None:
    """The next known output of the item's step that is not in the queue yet."""
    found = gold.waiting(connection, item.workflow, item.step, len(used) + 1)
    return next((one for one in found if one.id not in used), None)


def _arrival(
    connection: Connection, one: Reserved, beside: Arrival, engine: Engine, make: Make
) -> Arrival | None:
    """The known output as an arrival that looks like the one beside it; None where no id is free.

    What its record does not say, who made it and how sure they were, is said by the other's.
    """
    item = beside.item
    external_id = _free_id(connection, one, item)
    if external_id is None:
        return None
    record = _incoming(one, item, external_id)
    content = identity.content_hash(record, item.workflow, item.step)
    key = (identity.item_id(item.source, external_id, content), content)
    made = make(record, key)
    if made.entry.status in OPEN_STATUSES:
        return made
    selection = _drawn(made.selection, made.item, engine.step(item.workflow, item.step))
    entry = entry_of(made.item, record.output, selection)
    return replace(made, selection=selection, entry=entry)


def _incoming(one: Reserved, item: Item, external_id: str) -> Incoming:
    fields = {**one.record, "output_type": OutputType(one.record["output_type"])}
    confidence = fields.pop("confidence")
    return Incoming(
        **fields
        | {
            "agent": fields["agent"] or item.agent,
            "model_version": fields["model_version"] or item.model_version,
        },
        place=item.place,
        external_id=external_id,
        workflow=item.workflow,
        step=item.step,
        created_at=item.created_at,
        confidence=item.confidence if confidence is None else confidence,
    )


def _drawn(selection: Selection, item: Item, step: StepPolicy) -> Selection:
    """The selection of an item that no rule flagged, as the audit draw would have made it."""
    disposition = disposition_of(step.mode, (), is_sampled=True)
    within = step.standard.review_within if step.standard else None
    return selection.model_copy(
        update={
            "sampled": True,
            "disposition": disposition
            if disposition is not Disposition.RELEASE
            else Disposition.HOLD,
            "release_at": release_time(disposition, item.pulled_at, step.veto_window),
            "propensity": step.audit_rate,
            "due_at": item.pulled_at + within if within else None,
        }
    )


def _free_id(connection: Connection, one: Reserved, item: Item) -> str | None:
    """An id in the fashion of the item's that its source has not used."""
    tried = dict.fromkeys(disguised(item.external_id, f"{one.id}/{n}") for n in range(TRIES))
    taken = arrivals.revisions(connection, item.source, list(tried))
    return next((name for name in tried if name not in taken), None)


def _gold(one: Reserved, item_id: UUID) -> Gold:
    return Gold(
        item_id=item_id,
        verdict=one.verdict,
        expected_output=one.expected_output,
        error_types=one.error_types,
        because=one.because,
    )
