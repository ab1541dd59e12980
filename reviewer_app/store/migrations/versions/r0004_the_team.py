"""What a team needs: the hub this machine belongs to, what it has of it, who is away"""

import sqlalchemy as sa
from alembic import op
from sqlmodel import AutoString, UTCDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # two intakes may number a content alike, and a team's policies are numbered by its hub
    with op.batch_alter_table("item") as batch_op:
        batch_op.drop_constraint("uq_item_source", type_="unique")
    op.create_index("ix_item_source", "item", ["source", "external_id", "revision"])
    with op.batch_alter_table("policy_version") as batch_op:
        batch_op.drop_constraint("uq_policy_version_number", type_="unique")
    op.create_index(op.f("ix_policy_version_number"), "policy_version", ["number"])
    op.add_column(
        "policy_version",
        sa.Column("is_private", sa.Boolean(), server_default="0", nullable=False),
    )
    op.add_column("person", sa.Column("same_as", sa.Uuid(), nullable=True))
    op.add_column("person", sa.Column("away_until", UTCDateTime(), nullable=True))
    op.add_column("person", sa.Column("revoked_at", UTCDateTime(), nullable=True))
    op.add_column("device", sa.Column("is_whole", sa.Boolean(), server_default="0", nullable=False))
    op.add_column("lease", sa.Column("origin", AutoString(), server_default="", nullable=False))
    op.add_column(
        "lease", sa.Column("is_checkout", sa.Boolean(), server_default="0", nullable=False)
    )
    op.create_index("ix_erasure_content_hash", "erasure", ["content_hash"])
    op.create_index(
        "ix_queue_entry_load",
        "queue_entry",
        ["is_open", "assignee", "pool", "risk_rank", "no_due", "due_at", "pulled_at"],
    )
    op.drop_table("sync_state")
    op.create_table(
        "hub",
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("address", AutoString(), nullable=False),
        sa.Column("login", AutoString(), nullable=False),
        sa.Column("certificate", AutoString(), nullable=False),
        sa.Column("joined_at", UTCDateTime(), nullable=False),
        sa.Column("left_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("hub_id", name=op.f("pk_hub")),
    )
    op.create_table(
        "sync_state",
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("xid", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("last_subject", sa.Uuid(), nullable=True),
        sa.Column("epoch", AutoString(), nullable=False),
        sa.Column("sent_n", sa.Integer(), nullable=False),
        sa.Column("reading_after", sa.Uuid(), nullable=True),
        sa.Column("is_whole", sa.Boolean(), nullable=False),
        sa.Column("reached_at", UTCDateTime(), nullable=True),
        sa.Column("trouble", AutoString(), nullable=False),
        sa.Column("compared_at", UTCDateTime(), nullable=True),
        sa.Column("clock_seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("hub_id", name=op.f("pk_sync_state")),
    )
    op.create_table(
        "held",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_held_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_held")),
    )
    op.create_table(
        "hub_refusal",
        sa.Column("fact_id", sa.Uuid(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("fact_id", name=op.f("pk_hub_refusal")),
    )
    op.create_table(
        "witness",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("witness_id", sa.Uuid(), nullable=False),
        sa.Column("hash", AutoString(), nullable=False),
        sa.Column("signature", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "n", "witness_id", name=op.f("pk_witness")),
    )
    op.create_table(
        "device_state",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("seen_at", UTCDateTime(), nullable=True),
        sa.Column("unsent", sa.Integer(), nullable=False),
        sa.Column("unsent_since", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("device_id", name=op.f("pk_device_state")),
    )


def downgrade() -> None:
    for table in ("device_state", "witness", "hub_refusal", "held", "sync_state", "hub"):
        op.drop_table(table)
    op.create_table(
        "sync_state",
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("xid", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("last_fact_id", sa.Uuid(), nullable=True),
        sa.Column("epoch", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("hub_id", name=op.f("pk_sync_state")),
    )
    op.drop_index("ix_queue_entry_load", "queue_entry")
    op.drop_index("ix_erasure_content_hash", "erasure")
    for table, columns in (
        ("lease", ("is_checkout", "origin")),
        ("device", ("is_whole",)),
        ("person", ("revoked_at", "away_until", "same_as")),
    ):
        with op.batch_alter_table(table) as batch_op:
            for column in columns:
                batch_op.drop_column(column)
    op.drop_index(op.f("ix_policy_version_number"), "policy_version")
    with op.batch_alter_table("policy_version") as batch_op:
        batch_op.drop_column("is_private")
        batch_op.create_unique_constraint("uq_policy_version_number", ["number"])
    op.drop_index("ix_item_source", "item")
    with op.batch_alter_table("item") as batch_op:
        batch_op.create_unique_constraint("uq_item_source", ["source", "external_id", "revision"])
