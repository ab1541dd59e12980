"""Bringing in human judgements that were made elsewhere, so that history counts from day one."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.vocabulary import Status
from reviewer_app.policy.engine import Engine
from reviewer_app.services import arriving
from reviewer_app.services.batches import Batch, Pace, batches
from reviewer_app.services.judgements import Provenance, imported
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.services.refused import Refusals, listed
from reviewer_app.store import queue, search
from reviewer_app.store.store import Store

BATCH = 100
"""Records a transaction: each may carry several judgements."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import came to.

    `labels` and `disputes` count the items whose judgements were new: those that agree, and those
    that a lead must settle. `refused` names the first of `refused_count` refusals.
    """

    judgements: int = 0
    unchanged: int = 0
    labels: int = 0
    disputes: int = 0
    declines: int = 0
    new_items: int = 0
    refused: tuple[Problem, ...] = ()
    refused_count: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class _Import:
    """One import under way."""

    engine: Engine
    provenance: Provenance
    refusals: Refusals


class History:
    """Imports judgements, for one profile."""

    def __init__(self, store: Store, policies: Policies) -> None:
        self._store = store
        self._policies = policies

    def bring_in(
        self,
        source: Source,
        propensity: float | None = None,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
        origin: Mapping[str, Any] | None = None,
    ) -> ImportResult:
        """Takes in the items that are new and all their judgements; a repeat changes nothing.

        Args:
            source: records that carry `human` judgements.
            propensity: the probability with which each item was judged, if the person knows it.
            on_progress: told after each batch.
            cancelled: asked after each batch; what was read until then stays.
            origin: how refused records can be read again.

        Raises:
            ReviewerError: the source or the database failed; batches before it are kept.
        """
        started, result, done = time.monotonic(), ImportResult(), 0
        reading = _Import(
            self._policies.engine(),
            Provenance(source.name, propensity, self._store.device.id),
            Refusals(self._store, source.name, {**(origin or {}), "judgements": True}),
        )
        for batch in batches(source.read(None), Pace(BATCH)):
            result = self._taken_in(batch, reading, result)
            done += len(batch.records)
            seconds = time.monotonic() - started
            on_progress(Progress(batch.position, batch.total, done, seconds))
            if cancelled():
                return replace(result, cancelled=True)
        reading.refusals.settle_rest()
        return result

    def _taken_in(self, batch: Batch, reading: _Import, result: ImportResult) -> ImportResult:
        provenance = reading.provenance
        prepared = arriving.prepare(self._store, provenance.source, batch.records, reading.engine)
        with self._store.transaction() as transaction:
            taken = arriving.take_in(transaction, provenance.source, prepared)
            judged = zip(taken.ids, batch.records, strict=True)
            made = imported(transaction, judged, provenance)
            made.add_to(transaction)
            reading.refusals.record(transaction.connection, batch)
            transaction.fold()
            items = {d.item_id for d in made.decisions}
            outcomes = queue.statuses(transaction.connection, items)
        with self._store.writing() as connection:
            search.index_some(connection)
        given = sum(len(record.judgements) for record in batch.records)
        return ImportResult(
            judgements=result.judgements + made.count,
            unchanged=result.unchanged + given - made.count,
            labels=result.labels + outcomes.count(Status.RESOLVED),
            disputes=result.disputes + outcomes.count(Status.DISPUTED),
            declines=result.declines + len(made.declines),
            new_items=result.new_items + taken.new + taken.revised,
            refused=listed(result.refused, batch.problems),
            refused_count=result.refused_count + len(batch.problems),
        )
