"""The tables, derived from the records: columns are named here only where they need a type."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Index, LargeBinary, text
from sqlmodel import Field, SQLModel, UTCDateTime

from reviewer_app.domain import delivery, records, team

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class ItemRow(records.Item, SQLModel, table=True):
    """One immutable row a content of an output."""

    __tablename__: ClassVar[str] = "item"
    __table_args__ = (
        Index("ix_item_source", "source", "external_id", "revision"),
        Index("ix_item_external_id", "external_id"),
    )
    id: UUID = Field(primary_key=True)
    output_type: str
    created_at: datetime | None = Field(sa_type=UTCDateTime)
    pulled_at: datetime = Field(sa_type=UTCDateTime)


class ContentRow(records.Content, SQLModel, table=True):
    """The wide and erasable part of an item."""

    __tablename__: ClassVar[str] = "content"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")


class AttachmentRow(records.Attachment, SQLModel, table=True):
    """A file that came with an item."""

    __tablename__: ClassVar[str] = "attachment"
    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="item.id", index=True)


class AttachmentChunkRow(SQLModel, table=True):
    """A piece of a file's bytes, kept once however many items carry it."""

    __tablename__: ClassVar[str] = "attachment_chunk"
    hash: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    data: bytes = Field(sa_type=LargeBinary)


class SelectionRow(records.Selection, SQLModel, table=True):
    """What the policy made of an item."""

    __tablename__: ClassVar[str] = "selection"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")
    policy_version_id: UUID | None = Field(foreign_key="policy_version.id")
    mode: str
    disposition: str
    release_at: datetime | None = Field(sa_type=UTCDateTime)
    due_at: datetime | None = Field(sa_type=UTCDateTime)
    flags: list[Any] = Field(sa_type=JSON)
    risk: str
    agreement: str


class QueueEntryRow(SQLModel, table=True):
    """The projection that lists read: rebuilt from facts at any time."""

    __tablename__: ClassVar[str] = "queue_entry"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")
    source: str
    external_id: str
    excerpt: str
    status: str
    is_open: bool
    risk: str
    risk_rank: int = Field(sa_column_kwargs={"server_default": "0"})
    priority: float
    due_at: datetime | None = Field(sa_type=UTCDateTime)
    no_due: bool = Field(sa_column_kwargs={"server_default": "1"})
    pool: str
    assignee: UUID | None
    workflow: str
    step: str
    agent: str
    model_version: str
    confidence: float | None
    uncertainty: float
    selected_by: str
    verdict: str | None
    decided_at: datetime | None = Field(sa_type=UTCDateTime)
    decided_by: UUID | None
    pulled_at: datetime = Field(sa_type=UTCDateTime)
    __table_args__ = (
        Index("ix_queue_entry_open", "is_open", "priority", "item_id"),
        Index("ix_queue_entry_workflow", "is_open", "workflow", "priority", "item_id"),
        Index("ix_queue_entry_uncertainty", "is_open", "uncertainty", "item_id"),
        Index("ix_queue_entry_age", "is_open", "pulled_at", "item_id"),
        Index("ix_queue_entry_status", "status", "priority", "item_id"),
        Index("ix_queue_entry_decided", "status", "decided_at", "item_id"),
        Index("ix_queue_entry_assignee", "assignee", "is_open", "priority"),
        Index("ix_queue_entry_pulled", "pulled_at", "item_id"),
        Index("ix_queue_entry_record", "workflow", "step", "agent", "verdict"),
        Index(
            "ix_queue_entry_step",
            "workflow",
            "step",
            "decided_at",
            sqlite_where=text("verdict IS NOT NULL"),
        ),
        Index("ix_queue_entry_due", "is_open", "no_due", "due_at", "item_id"),
        Index("ix_queue_entry_risk", "is_open", "risk_rank", "no_due", "due_at", "item_id"),
        Index("ix_queue_entry_shuffle", "is_open", "risk_rank", "item_id"),
        Index("ix_queue_entry_looked", "is_open", "decided_at", "item_id"),
        Index(
            "ix_queue_entry_load",
            *("is_open", "assignee", "pool", "risk_rank", "no_due", "due_at", "pulled_at"),
        ),
    )


class ItemTagRow(SQLModel, table=True):
    """A word about an item that a search can ask for: a projection, as the queue entry is."""

    __tablename__: ClassVar[str] = "item_tag"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")
    kind: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    __table_args__ = (Index("ix_item_tag_name", "kind", "name", "item_id"),)


class ProducerRow(SQLModel, table=True):
    """A step of a workflow and an agent that produced outputs in it: few, whatever the queue."""

    __tablename__: ClassVar[str] = "producer"
    workflow: str = Field(primary_key=True)
    step: str = Field(primary_key=True)
    agent: str = Field(primary_key=True)
    model_version: str = Field(primary_key=True)


class ItemFieldRow(SQLModel, table=True):
    """A metadata value that the policy declares searchable."""

    __tablename__: ClassVar[str] = "item_field"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")
    key: str = Field(primary_key=True)
    number: float | None
    text: str | None
    folded: str | None
    __table_args__ = (
        Index("ix_item_field_number", "key", "number"),
        Index("ix_item_field_folded", "key", "folded"),
    )


class DecisionRow(records.Decision, SQLModel, table=True):
    """Who decided what on which content."""

    __tablename__: ClassVar[str] = "decision"
    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="item.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    verdict: str | None
    error_types: list[Any] = Field(sa_type=JSON)
    severity: str | None
    spans: list[Any] = Field(sa_type=JSON)
    rubric: dict[str, Any] = Field(sa_type=JSON)
    settles: list[Any] = Field(sa_type=JSON)
    shown: dict[str, Any] = Field(sa_type=JSON)
    origin: str
    decided_at: datetime | None = Field(sa_type=UTCDateTime)
    __table_args__ = (
        Index("ix_decision_person", "person_id", "id"),
        Index("ix_decision_bulk", "bulk", sqlite_where=text("bulk IS NOT NULL")),
        Index("ix_decision_settling", "item_id", sqlite_where=text("settles <> '[]'")),
    )


class DecisionTextRow(records.DecisionText, SQLModel, table=True):
    """The words of a decision, apart so that they can be erased."""

    __tablename__: ClassVar[str] = "decision_text"
    decision_id: UUID = Field(primary_key=True, foreign_key="decision.id")


class DeclineRow(records.Decline, SQLModel, table=True):
    """A person who cannot judge an item."""

    __tablename__: ClassVar[str] = "decline"
    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="item.id", index=True)
    at: datetime | None = Field(sa_type=UTCDateTime)


class EscalationRow(records.Escalation, SQLModel, table=True):
    """To whom a decision was handed on."""

    __tablename__: ClassVar[str] = "escalation"
    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="item.id", index=True)
    decision_id: UUID = Field(foreign_key="decision.id")
    person_id: UUID = Field(index=True)
    at: datetime | None = Field(sa_type=UTCDateTime)


class AssignmentRow(records.Assignment, SQLModel, table=True):
    """Who was given an item."""

    __tablename__: ClassVar[str] = "assignment"
    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="item.id", index=True)
    at: datetime = Field(sa_type=UTCDateTime)


class ReleaseRow(records.Release, SQLModel, table=True):
    """An item that left oversight after its selection."""

    __tablename__: ClassVar[str] = "release"
    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="item.id", index=True)
    at: datetime = Field(sa_type=UTCDateTime)


class ModeChangeRow(records.ModeChange, SQLModel, table=True):
    """A step that changed its oversight mode."""

    __tablename__: ClassVar[str] = "mode_change"
    id: UUID = Field(primary_key=True)
    mode: str
    evidence: dict[str, Any] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=UTCDateTime)


class PolicyVersionRow(records.PolicyVersion, SQLModel, table=True):
    """A policy as it was put in force; `is_private` marks one that a team's hub does not know."""

    __tablename__: ClassVar[str] = "policy_version"
    id: UUID = Field(primary_key=True)
    number: int = Field(index=True)
    is_private: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})
    schemas: dict[str, Any] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=UTCDateTime)


class ErasureRow(records.Erasure, SQLModel, table=True):
    """Content that was erased, and the digest that keeps it out."""

    __tablename__: ClassVar[str] = "erasure"
    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="item.id", index=True)
    at: datetime = Field(sa_type=UTCDateTime)
    __table_args__ = (Index("ix_erasure_content_hash", "content_hash"),)


class UnblindingRow(records.Unblinding, SQLModel, table=True):
    """A lead who looked at blind decisions early."""

    __tablename__: ClassVar[str] = "unblinding"
    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="item.id", index=True)
    at: datetime = Field(sa_type=UTCDateTime)


class PersonRow(records.Person, SQLModel, table=True):
    """Somebody who decides."""

    __tablename__: ClassVar[str] = "person"
    id: UUID = Field(primary_key=True)
    name: str = Field(index=True)
    pools: list[Any] = Field(sa_type=JSON)
    away_until: datetime | None = Field(default=None, sa_type=UTCDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class DeviceRow(records.Device, SQLModel, table=True):
    """A machine that makes facts; `is_this` marks the one that holds the file.

    `is_whole` marks one whose whole chain is here, as that of this profile before it joined a team.
    """

    __tablename__: ClassVar[str] = "device"
    id: UUID = Field(primary_key=True)
    person_id: UUID = Field(foreign_key="person.id")
    is_this: bool = False
    is_whole: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})


class DeviceStateRow(team.DeviceState, SQLModel, table=True):
    """What the hub last heard of a device."""

    __tablename__: ClassVar[str] = "device_state"
    device_id: UUID = Field(primary_key=True)
    seen_at: datetime | None = Field(sa_type=UTCDateTime)
    unsent_since: datetime | None = Field(sa_type=UTCDateTime)


class GoldRow(records.Gold, SQLModel, table=True):
    """The right verdict of an item, known beforehand."""

    __tablename__: ClassVar[str] = "gold"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")
    verdict: str
    error_types: list[Any] = Field(sa_type=JSON)
    because: str = Field(default="", sa_column_kwargs={"server_default": ""})


class GoldReserveRow(records.Reserved, SQLModel, table=True):
    """A known output that waits to be seeded, or the item that it became."""

    __tablename__: ClassVar[str] = "gold_reserve"
    id: UUID = Field(primary_key=True)
    record: dict[str, Any] = Field(sa_type=JSON)
    verdict: str
    error_types: list[Any] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=UTCDateTime)
    item_id: UUID | None = Field(default=None, foreign_key="item.id")
    __table_args__ = (Index("ix_gold_reserve_step", "workflow", "step", "item_id"),)


class JournalRow(records.JournalEntry, SQLModel, table=True):
    """The hash-chained log of the facts that people answer for."""

    __tablename__: ClassVar[str] = "journal"
    device_id: UUID = Field(primary_key=True)
    n: int = Field(primary_key=True)
    fact_id: UUID = Field(index=True)


class WitnessRow(team.Witness, SQLModel, table=True):
    """A head of a device's chain that another device has seen and signed."""

    __tablename__: ClassVar[str] = "witness"
    device_id: UUID = Field(primary_key=True)
    n: int = Field(primary_key=True)
    witness_id: UUID = Field(primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime)


class LeaseRow(SQLModel, table=True):
    """An exclusive claim with an end, on an item or a source. Not a fact.

    `origin` is empty for what was claimed here, and `hub` for what the hub said of others;
    `is_checkout` marks a long one, for work without the hub.
    """

    __tablename__: ClassVar[str] = "lease"
    subject: str = Field(primary_key=True)
    holder: UUID
    person_id: UUID | None = None
    until: datetime = Field(sa_type=UTCDateTime)
    origin: str = Field(default="", sa_column_kwargs={"server_default": ""})
    is_checkout: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})


class RefusalRow(records.Refusal, SQLModel, table=True):
    """A record that was not taken in."""

    __tablename__: ClassVar[str] = "refusal"
    id: UUID = Field(primary_key=True)
    source: str = Field(index=True)
    origin: dict[str, Any] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=UTCDateTime)
    retried_at: datetime | None = Field(sa_type=UTCDateTime)


class DraftRow(SQLModel, table=True):
    """What was typed on an item and not yet decided. Never leaves this machine."""

    __tablename__: ClassVar[str] = "draft"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")
    body: dict[str, Any] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=UTCDateTime)


class SkipRow(SQLModel, table=True):
    """An item that a person put behind for now. Never leaves this machine."""

    __tablename__: ClassVar[str] = "skip"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")
    person_id: UUID = Field(primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime)


class AnswerReadRow(SQLModel, table=True):
    """An answer that a person has looked at. Never leaves this machine."""

    __tablename__: ClassVar[str] = "answer_read"
    answer_id: UUID = Field(primary_key=True)
    person_id: UUID = Field(primary_key=True)


class OutboxRow(SQLModel, table=True):
    """A fact on its way to a destination, until it is acknowledged."""

    __tablename__: ClassVar[str] = "outbox"
    fact_id: UUID = Field(primary_key=True)
    destination: str = Field(primary_key=True)
    kind: str
    attempts: int = 0
    next_try: datetime = Field(sa_type=UTCDateTime)
    last_error: str = ""
    acknowledged_at: datetime | None = Field(sa_type=UTCDateTime)
    __table_args__ = (Index("ix_outbox_due", "destination", "acknowledged_at", "next_try"),)


class LabelDueRow(SQLModel, table=True):
    """An item whose label may have changed and that no sink was looked at for since.

    `stamp` is another one each time, so that a change while it is looked at is not missed.
    """

    __tablename__: ClassVar[str] = "label_due"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")
    stamp: str


class DeliveryRow(delivery.Delivery, SQLModel, table=True):
    """A label on its way to a sink, or there."""

    __tablename__: ClassVar[str] = "delivery"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")
    sink: str = Field(primary_key=True)
    state: str
    next_try: datetime = Field(sa_type=UTCDateTime)
    changed_at: datetime = Field(sa_type=UTCDateTime)
    delivered_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    __table_args__ = (
        Index("ix_delivery_due", "sink", "state", "next_try", "item_id"),
        Index("ix_delivery_state", "state", "changed_at", "item_id"),
    )


class LastPullRow(delivery.LastPull, SQLModel, table=True):
    """How the last pull of a source went."""

    __tablename__: ClassVar[str] = "last_pull"
    source: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime)


class HubRow(team.Hub, SQLModel, table=True):
    """A hub that this machine joined. Its password and signing key are in the keyring."""

    __tablename__: ClassVar[str] = "hub"
    hub_id: UUID = Field(primary_key=True)
    joined_at: datetime = Field(sa_type=UTCDateTime)
    left_at: datetime | None = Field(sa_type=UTCDateTime)


class SyncStateRow(team.SyncState, SQLModel, table=True):
    """Where this machine stands with a hub."""

    __tablename__: ClassVar[str] = "sync_state"
    hub_id: UUID = Field(primary_key=True)
    xid: int = Field(default=0, sa_type=BigInteger)
    seq: int = Field(default=0, sa_type=BigInteger)
    reached_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    compared_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class HeldRow(SQLModel, table=True):
    """An item that the hub says is in this person's reach now."""

    __tablename__: ClassVar[str] = "held"
    item_id: UUID = Field(primary_key=True, foreign_key="item.id")


class HubRefusalRow(team.HubRefusal, SQLModel, table=True):
    """A fact of this machine that the hub did not take, and why."""

    __tablename__: ClassVar[str] = "hub_refusal"
    fact_id: UUID = Field(primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime)


class SourceCursorRow(SQLModel, table=True):
    """How far a configured source has been read; moves with the rows it stands for."""

    __tablename__: ClassVar[str] = "source_cursor"
    source: str = Field(primary_key=True)
    cursor: str
    at: datetime = Field(sa_type=UTCDateTime)


class SearchDocumentRow(SQLModel, table=True):
    """Numbers the items for the full-text index, which knows them by whole numbers only."""

    __tablename__: ClassVar[str] = "search_document"
    n: int | None = Field(default=None, primary_key=True)
    item_id: UUID = Field(unique=True, foreign_key="item.id")


class IndexedRow(SQLModel, table=True):
    """How far the full-text index has come."""

    __tablename__: ClassVar[str] = "search_progress"
    id: int = Field(primary_key=True)
    indexed_until: int = 0
