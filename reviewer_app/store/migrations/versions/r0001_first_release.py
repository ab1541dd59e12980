"""The tables of the first release"""

import sqlalchemy as sa
from alembic import op
from sqlmodel import AutoString, UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachment_chunk",
        sa.Column("hash", AutoString(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "n", name=op.f("pk_attachment_chunk")),
    )
    op.create_table(
        "item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source", AutoString(), nullable=False),
        sa.Column("external_id", AutoString(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("workflow", AutoString(), nullable=False),
        sa.Column("step", AutoString(), nullable=False),
        sa.Column("agent", AutoString(), nullable=False),
        sa.Column("model_version", AutoString(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=True),
        sa.Column("pulled_at", UTCDateTime(), nullable=False),
        sa.Column("output_type", AutoString(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("content_hash", AutoString(), nullable=False),
        sa.Column("place", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item")),
        sa.UniqueConstraint("source", "external_id", "revision", name=op.f("uq_item_source")),
    )
    with op.batch_alter_table("item", schema=None) as batch_op:
        batch_op.create_index("ix_item_external_id", ["external_id"], unique=False)

    op.create_table(
        "journal",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("fact_id", sa.Uuid(), nullable=False),
        sa.Column("body", AutoString(), nullable=False),
        sa.Column("body_hash", AutoString(), nullable=False),
        sa.Column("previous_hash", AutoString(), nullable=False),
        sa.Column("hash", AutoString(), nullable=False),
        sa.Column("signature", AutoString(), nullable=False),
        sa.Column("key_id", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "n", name=op.f("pk_journal")),
    )
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_fact_id"), ["fact_id"], unique=False)

    op.create_table(
        "lease",
        sa.Column("subject", AutoString(), nullable=False),
        sa.Column("holder", sa.Uuid(), nullable=False),
        sa.Column("until", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_lease")),
    )
    op.create_table(
        "mode_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("workflow", AutoString(), nullable=False),
        sa.Column("step", AutoString(), nullable=False),
        sa.Column("mode", AutoString(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mode_change")),
    )
    op.create_table(
        "outbox",
        sa.Column("fact_id", sa.Uuid(), nullable=False),
        sa.Column("destination", AutoString(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try", UTCDateTime(), nullable=False),
        sa.Column("last_error", AutoString(), nullable=False),
        sa.Column("acknowledged_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("fact_id", "destination", name=op.f("pk_outbox")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_due", ["destination", "acknowledged_at", "next_try"], unique=False
        )

    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("role", AutoString(), nullable=False),
        sa.Column("pools", sa.JSON(), nullable=False),
        sa.Column("source", AutoString(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_name"), ["name"], unique=False)

    op.create_table(
        "policy_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("text", AutoString(), nullable=False),
        sa.Column("schemas", sa.JSON(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_version")),
        sa.UniqueConstraint("number", name=op.f("uq_policy_version_number")),
    )
    op.create_table(
        "refusal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source", AutoString(), nullable=False),
        sa.Column("place", AutoString(), nullable=False),
        sa.Column("field", AutoString(), nullable=False),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("raw", AutoString(), nullable=False),
        sa.Column("origin", sa.JSON(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("retried_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusal")),
    )
    with op.batch_alter_table("refusal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refusal_source"), ["source"], unique=False)

    op.create_table(
        "search_progress",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indexed_until", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_progress")),
    )
    op.create_table(
        "source_cursor",
        sa.Column("source", AutoString(), nullable=False),
        sa.Column("cursor", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_source_cursor")),
    )
    op.create_table(
        "sync_state",
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("xid", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("last_fact_id", sa.Uuid(), nullable=True),
        sa.Column("epoch", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("hub_id", name=op.f("pk_sync_state")),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("to", sa.Uuid(), nullable=True),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_assignment_item_id_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_item_id"), ["item_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("media_type", AutoString(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("hash", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_attachment_item_id_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachment_item_id"), ["item_id"], unique=False)

    op.create_table(
        "content",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("input", AutoString(), nullable=True),
        sa.Column("output", AutoString(), nullable=False),
        sa.Column("meta", AutoString(), nullable=False),
        sa.Column("trace", AutoString(), nullable=True),
        sa.Column("truncated", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_content_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_content")),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("content_hash", AutoString(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", AutoString(), nullable=True),
        sa.Column("correction_digest", AutoString(), nullable=True),
        sa.Column("comment_digest", AutoString(), nullable=True),
        sa.Column("error_types", sa.JSON(), nullable=False),
        sa.Column("severity", AutoString(), nullable=True),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("rubric", sa.JSON(), nullable=False),
        sa.Column("settles", sa.JSON(), nullable=False),
        sa.Column("retracts", sa.Uuid(), nullable=True),
        sa.Column("propensity", sa.Float(), nullable=True),
        sa.Column("informed", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("policy_version_id", sa.Uuid(), nullable=True),
        sa.Column("origin", AutoString(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=True),
        sa.Column("active_seconds", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_decision_item_id_item")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_decision_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_item_id"), ["item_id"], unique=False)
        batch_op.create_index("ix_decision_person", ["person_id", "id"], unique=False)

    op.create_table(
        "decline",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("retracts", sa.Uuid(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_decline_item_id_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decline")),
    )
    with op.batch_alter_table("decline", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decline_item_id"), ["item_id"], unique=False)

    op.create_table(
        "device",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("public_key", AutoString(), nullable=False),
        sa.Column("is_this", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_device_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
    )
    op.create_table(
        "draft",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_draft_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_draft")),
    )
    op.create_table(
        "erasure",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("content_hash", AutoString(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_erasure_item_id_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
    )
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erasure_item_id"), ["item_id"], unique=False)

    op.create_table(
        "gold",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", AutoString(), nullable=False),
        sa.Column("expected_output", AutoString(), nullable=True),
        sa.Column("error_types", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_gold_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_gold")),
    )
    op.create_table(
        "item_field",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("key", AutoString(), nullable=False),
        sa.Column("number", sa.Float(), nullable=True),
        sa.Column("text", AutoString(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_item_field_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", "key", name=op.f("pk_item_field")),
    )
    with op.batch_alter_table("item_field", schema=None) as batch_op:
        batch_op.create_index("ix_item_field_number", ["key", "number"], unique=False)
        batch_op.create_index("ix_item_field_text", ["key", "text"], unique=False)

    op.create_table(
        "queue_entry",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("source", AutoString(), nullable=False),
        sa.Column("external_id", AutoString(), nullable=False),
        sa.Column("excerpt", AutoString(), nullable=False),
        sa.Column("status", AutoString(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("risk", AutoString(), nullable=False),
        sa.Column("priority", sa.Float(), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=True),
        sa.Column("pool", AutoString(), nullable=False),
        sa.Column("assignee", sa.Uuid(), nullable=True),
        sa.Column("workflow", AutoString(), nullable=False),
        sa.Column("step", AutoString(), nullable=False),
        sa.Column("agent", AutoString(), nullable=False),
        sa.Column("model_version", AutoString(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("uncertainty", sa.Float(), nullable=False),
        sa.Column("selected_by", AutoString(), nullable=False),
        sa.Column("verdict", AutoString(), nullable=True),
        sa.Column("decided_at", UTCDateTime(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("pulled_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_queue_entry_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_queue_entry")),
    )
    with op.batch_alter_table("queue_entry", schema=None) as batch_op:
        batch_op.create_index(
            "ix_queue_entry_assignee", ["assignee", "is_open", "priority"], unique=False
        )
        batch_op.create_index(
            "ix_queue_entry_decided", ["status", "decided_at", "item_id"], unique=False
        )
        batch_op.create_index(
            "ix_queue_entry_open", ["is_open", "priority", "item_id"], unique=False
        )
        batch_op.create_index(
            "ix_queue_entry_age", ["is_open", "pulled_at", "item_id"], unique=False
        )
        batch_op.create_index("ix_queue_entry_pulled", ["pulled_at", "item_id"], unique=False)
        batch_op.create_index(
            "ix_queue_entry_record", ["workflow", "step", "agent", "verdict"], unique=False
        )
        batch_op.create_index(
            "ix_queue_entry_status", ["status", "priority", "item_id"], unique=False
        )
        batch_op.create_index(
            "ix_queue_entry_uncertainty", ["is_open", "uncertainty", "item_id"], unique=False
        )
        batch_op.create_index(
            "ix_queue_entry_workflow", ["is_open", "workflow", "priority", "item_id"], unique=False
        )

    op.create_table(
        "release",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_release_item_id_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_item_id"), ["item_id"], unique=False)

    op.create_table(
        "search_document",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name=op.f("fk_search_document_item_id_item")
        ),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_search_document")),
        sa.UniqueConstraint("item_id", name=op.f("uq_search_document_item_id")),
    )
    op.create_table(
        "selection",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("policy_version_id", sa.Uuid(), nullable=True),
        sa.Column("mode", AutoString(), nullable=False),
        sa.Column("disposition", AutoString(), nullable=False),
        sa.Column("release_at", UTCDateTime(), nullable=True),
        sa.Column("sampled", sa.Boolean(), nullable=False),
        sa.Column("propensity", sa.Float(), nullable=True),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("risk", AutoString(), nullable=False),
        sa.Column("pool", AutoString(), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=True),
        sa.Column("reviews_needed", sa.Integer(), nullable=False),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("agreement", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_selection_item_id_item")),
        sa.ForeignKeyConstraint(
            ["policy_version_id"],
            ["policy_version.id"],
            name=op.f("fk_selection_policy_version_id_policy_version"),
        ),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_selection")),
    )
    op.create_table(
        "skip",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_skip_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", "person_id", name=op.f("pk_skip")),
    )
    op.create_table(
        "unblinding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_unblinding_item_id_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unblinding")),
    )
    with op.batch_alter_table("unblinding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unblinding_item_id"), ["item_id"], unique=False)

    op.create_table(
        "decision_text",
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("correction", AutoString(), nullable=True),
        sa.Column("comment", AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_text_decision_id_decision")
        ),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_decision_text")),
    )
    op.create_table(
        "escalation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("to", AutoString(), nullable=False),
        sa.Column("to_person", sa.Uuid(), nullable=True),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_escalation_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_escalation_item_id_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation")),
    )
    with op.batch_alter_table("escalation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_escalation_item_id"), ["item_id"], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search USING fts5(external_id, body, content='', "
            "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search")
    with op.batch_alter_table("escalation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_escalation_item_id"))

    op.drop_table("escalation")
    op.drop_table("decision_text")
    with op.batch_alter_table("unblinding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unblinding_item_id"))

    op.drop_table("unblinding")
    op.drop_table("skip")
    op.drop_table("selection")
    op.drop_table("search_document")
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_item_id"))

    op.drop_table("release")
    with op.batch_alter_table("queue_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_queue_entry_workflow")
        batch_op.drop_index("ix_queue_entry_uncertainty")
        batch_op.drop_index("ix_queue_entry_status")
        batch_op.drop_index("ix_queue_entry_record")
        batch_op.drop_index("ix_queue_entry_pulled")
        batch_op.drop_index("ix_queue_entry_age")
        batch_op.drop_index("ix_queue_entry_open")
        batch_op.drop_index("ix_queue_entry_decided")
        batch_op.drop_index("ix_queue_entry_assignee")

    op.drop_table("queue_entry")
    with op.batch_alter_table("item_field", schema=None) as batch_op:
        batch_op.drop_index("ix_item_field_text")
        batch_op.drop_index("ix_item_field_number")

    op.drop_table("item_field")
    op.drop_table("gold")
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_erasure_item_id"))

    op.drop_table("erasure")
    op.drop_table("draft")
    op.drop_table("device")
    with op.batch_alter_table("decline", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decline_item_id"))

    op.drop_table("decline")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index("ix_decision_person")
        batch_op.drop_index(batch_op.f("ix_decision_item_id"))

    op.drop_table("decision")
    op.drop_table("content")
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attachment_item_id"))

    op.drop_table("attachment")
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignment_item_id"))

    op.drop_table("assignment")
    op.drop_table("sync_state")
    op.drop_table("source_cursor")
    op.drop_table("search_progress")
    with op.batch_alter_table("refusal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_refusal_source"))

    op.drop_table("refusal")
    op.drop_table("policy_version")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_name"))

    op.drop_table("person")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_due")

    op.drop_table("outbox")
    op.drop_table("mode_change")
    op.drop_table("lease")
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_fact_id"))

    op.drop_table("journal")
    with op.batch_alter_table("item", schema=None) as batch_op:
        batch_op.drop_index("ix_item_external_id")

    op.drop_table("item")
    op.drop_table("attachment_chunk")
