"""Putting together what the desk shows of one item."""

import time
from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from uuid import UUID

from reviewer_app.domain.errors import ItemUnknown
from reviewer_app.domain.fold import Facts, terms_of
from reviewer_app.domain.holding import Holding, nothing_of
from reviewer_app.domain.independence import Viewer
from reviewer_app.domain.queue import QueueEntry
from reviewer_app.domain.records import (
    Escalation,
    Item,
    Person,
    PolicyVersion,
    Selection,
    Span,
)
from reviewer_app.domain.resolution import resolution_of
from reviewer_app.domain.traces.shapes import trace_in
from reviewer_app.domain.vocabulary import Role, Severity
from reviewer_app.domain.waiting import waiting_in
from reviewer_app.evaluation.attention import words_in
from reviewer_app.evaluation.intervals import wilson_interval
from reviewer_app.services.desk import Desk, Draft, StepForm, TrackRecord
from reviewer_app.services.opinions import Made, Sight, sight_of, without_covered
from reviewer_app.services.policies import Policies
from reviewer_app.services.withheld import FetchContent, fetch, gone
from reviewer_app.store import (
    arrivals,
    decisions,
    deliveries,
    facts,
    identity,
    local,
    policies,
    queue,
)
from reviewer_app.store.holdings import erased, holdings
from reviewer_app.store.store import Connection, Store

MOST_READ = 200_000
"""Characters of an output whose words are counted."""

RECORD_SECONDS = 30.0
"""How long an agent's record is shown before it is counted anew."""


class Desks:
    """Reads items whole, and keeps what was typed on them."""

    def __init__(
        self, store: Store, policy: Policies, fetch_content: FetchContent | None = None
    ) -> None:
        """Takes the store, the policies, and what fetches contents that are not here."""
        self._store, self._fetch_content = store, fetch_content
        self._policies = policy
        self._records: dict[tuple[str, str, str], tuple[float, TrackRecord | None]] = {}
        self._lock = Lock()

    def desk(self, item_id: UUID) -> Desk:
        """One item with everything that is known of it.

        What is not here of its content is fetched first, where a hub may have it.

        Raises:
            ItemUnknown: there is no such item.
        """
        fetch(self._store, item_id, self._fetch_content)
        with self._store.reading() as connection:
            return _with_agent(self._whole(connection, item_id))

    def _whole(self, connection: Connection, item_id: UUID) -> Desk:
        item, entry = _found(connection, item_id)
        held = holdings(connection, [item_id])[item_id]
        content = facts.contents(connection, [item_id]).get(item_id) or nothing_of(item_id)
        output = content.output if held is Holding.WHOLE else None
        selection = facts.selections(connection, [item_id])[item_id]
        known = facts.facts(connection, [item])[item_id]
        version = _version(connection, selection)
        me = identity.person_of(connection, self._store.device.person_id)
        sight = _sight(connection, me, selection, known)
        return Desk(
            entry=without_covered(entry, sight),
            item=item,
            content=content,
            selection=selection,
            policy=f"{version.name} policy v{version.number}" if version else "",
            form=self._form(version, item),
            resolution=resolution_of(sight.opinions, output, terms_of(selection)),
            attachments=tuple(arrivals.attachments(connection, item_id)),
            escalations=_shown(known.escalations, sight),
            record=self._record(connection, item),
            draft=_draft(connection, item_id),
            assignee_name=_name(connection, entry.assignee),
            me=me.id,
            words=words_in(content.output[:MOST_READ]),
            trace=trace_in(content.trace or ""),
            held=held,
            gone=gone(connection, item_id) if held is Holding.ERASED else None,
            sight=sight,
            leads=me.role == Role.LEAD,
            deliveries=tuple(deliveries.of_item(connection, item_id)),
        )

    def save_draft(self, item_id: UUID, draft: Draft | None) -> None:
        """Keeps what was typed on an item, or drops it, as of what was erased."""
        body = None
        if draft is not None:
            body = {
                "correction": draft.correction,
                "comment": draft.comment,
                "error_types": list(draft.error_types),
                "severity": draft.severity,
                "spans": [span.model_dump() for span in draft.spans],
                "rubric": dict(draft.rubric),
            }
        with self._store.writing() as connection:
            kept = None if erased(connection, [item_id]) else body
            local.put_draft(connection, item_id, kept, self._store.now())

    def form(self, item_id: UUID) -> StepForm:
        """What the policy that judged an item asks of whoever judges it.

        Raises:
            ItemUnknown: there is no such item.
        """
        with self._store.reading() as connection:
            item = facts.items(connection, [item_id]).get(item_id)
            if item is None:
                raise ItemUnknown(str(item_id))
            selection = facts.selections(connection, [item_id])[item_id]
            return self._form(_version(connection, selection), item)

    def _form(self, version: PolicyVersion | None, item: Item) -> StepForm:
        if version is None:
            return StepForm()
        step = self._policies.engine_of(version).step(item.workflow, item.step)
        return StepForm(
            error_types=step.error_types,
            guidelines=step.guidelines,
            blind=step.blind,
            error_type_required=step.error_type_required,
            undo_window=step.undo_window,
            questions=step.rubric,
            output_schema=version.schemas.get(step.output_schema or ""),
        )

    def _record(self, connection: Connection, item: Item) -> TrackRecord | None:
        key, now = (item.workflow, item.step, item.agent), time.monotonic()
        with self._lock:
            at, known = self._records.get(key, (-RECORD_SECONDS, None))
        if now - at < RECORD_SECONDS:
            return known
        reviewed, wrong = decisions.record(connection, *key)
        low, high = wilson_interval(wrong, reviewed)
        found = TrackRecord(reviewed, wrong, low, high) if reviewed else None
        with self._lock:
            self._records[key] = (now, found)
        return found


def _found(connection: Connection, item_id: UUID) -> tuple[Item, QueueEntry]:
    item = facts.items(connection, [item_id]).get(item_id)
    entry = queue.entry(connection, item_id)
    if item is None or entry is None:
        raise ItemUnknown(str(item_id))
    return item, entry


def _with_agent(desk: Desk) -> Desk:
    """The desk with the agent that waits, and what it takes where the policy says nothing of it."""
    waiting = waiting_in(desk.content.meta)
    if waiting is None:
        return desk
    schema = desk.form.output_schema or waiting.schema
    return replace(desk, waiting=waiting, form=replace(desk.form, output_schema=schema))


def _sight(connection: Connection, me: Person, selection: Selection, known: Facts) -> Sight:
    """What this person sees of the decisions on an item."""
    item_id = selection.item_id
    looked = item_id in facts.looked(connection, [item_id], me.id)
    made = Made(selection, known.opinions, known.escalations)
    return sight_of(made, Viewer(me.id, me.role, has_looked=looked))


def _shown(escalations: Sequence[Escalation], sight: Sight) -> tuple[Escalation, ...]:
    """The escalations whose decision is seen."""
    shown = {opinion.decision.id for opinion in sight.opinions}
    return tuple(e for e in escalations if e.decision_id in shown)


def _version(connection: Connection, selection: Selection) -> PolicyVersion | None:
    wanted = selection.policy_version_id
    return policies.version(connection, wanted) if wanted else None


def _draft(connection: Connection, item_id: UUID) -> Draft | None:
    body = local.draft(connection, item_id)
    if body is None:
        return None
    return Draft(
        correction=body["correction"],
        comment=body["comment"],
        error_types=tuple(body["error_types"]),
        severity=Severity(body["severity"]) if body["severity"] else None,
        spans=tuple(Span.model_validate(span) for span in body.get("spans", ())),
        rubric=body.get("rubric", {}),
    )


def _name(connection: Connection, person_id: UUID | None) -> str:
    return identity.person_of(connection, person_id).name if person_id else ""
