"""What goes back: labels on their way to sinks, and how pulls went"""

import sqlalchemy as sa
from alembic import op
from sqlmodel import AutoString, UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "label_due",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("stamp", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_label_due_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_label_due")),
    )
    op.create_table(
        "delivery",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("sink", AutoString(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("wanted", AutoString(), nullable=False),
        sa.Column("sent", AutoString(), nullable=False),
        sa.Column("receipt", AutoString(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try", UTCDateTime(), nullable=False),
        sa.Column("is_final", sa.Boolean(), nullable=False),
        sa.Column("remark", AutoString(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.Column("delivered_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_delivery_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", "sink", name=op.f("pk_delivery")),
    )
    op.create_index("ix_delivery_due", "delivery", ["sink", "state", "next_try", "item_id"])
    op.create_index("ix_delivery_state", "delivery", ["state", "changed_at", "item_id"])
    op.create_table(
        "last_pull",
        sa.Column("source", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("revised", sa.Integer(), nullable=False),
        sa.Column("flagged", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("trouble", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_last_pull")),
    )


def downgrade() -> None:
    op.drop_table("last_pull")
    op.drop_index("ix_delivery_state", table_name="delivery")
    op.drop_index("ix_delivery_due", table_name="delivery")
    op.drop_table("delivery")
    op.drop_table("label_due")
