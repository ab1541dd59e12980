"""What working side by side needs: who holds an item, acts for many, answers, known items"""

import sqlalchemy as sa
from alembic import op
from sqlmodel import AutoString, UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM lease")  # they end by themselves, and nobody knows whose they were
    op.add_column("lease", sa.Column("person_id", sa.Uuid(), nullable=True))
    op.add_column("decision", sa.Column("bulk", sa.Uuid(), nullable=True))
    op.create_index(
        "ix_decision_bulk", "decision", ["bulk"], sqlite_where=sa.text("bulk IS NOT NULL")
    )
    op.create_index(
        "ix_decision_settling", "decision", ["item_id"], sqlite_where=sa.text("settles <> '[]'")
    )
    op.create_index("ix_escalation_person_id", "escalation", ["person_id"])
    op.create_index(
        "ix_queue_entry_step",
        "queue_entry",
        ["workflow", "step", "decided_at"],
        sqlite_where=sa.text("verdict IS NOT NULL"),
    )
    op.add_column("gold", sa.Column("because", AutoString(), server_default="", nullable=False))
    op.create_table(
        "gold_reserve",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("workflow", AutoString(), nullable=False),
        sa.Column("step", AutoString(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("verdict", AutoString(), nullable=False),
        sa.Column("expected_output", AutoString(), nullable=True),
        sa.Column("error_types", sa.JSON(), nullable=False),
        sa.Column("because", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name=op.f("fk_gold_reserve_item_id_item")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gold_reserve")),
    )
    op.create_index("ix_gold_reserve_step", "gold_reserve", ["workflow", "step", "item_id"])
    op.create_table(
        "answer_read",
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("answer_id", "person_id", name=op.f("pk_answer_read")),
    )


def downgrade() -> None:
    op.drop_table("answer_read")
    op.drop_index("ix_gold_reserve_step", "gold_reserve")
    op.drop_table("gold_reserve")
    with op.batch_alter_table("gold") as batch_op:
        batch_op.drop_column("because")
    op.drop_index("ix_queue_entry_step", "queue_entry")
    op.drop_index("ix_escalation_person_id", "escalation")
    op.drop_index("ix_decision_settling", "decision")
    op.drop_index("ix_decision_bulk", "decision")
    with op.batch_alter_table("decision") as batch_op:
        batch_op.drop_column("bulk")
    with op.batch_alter_table("lease") as batch_op:
        batch_op.drop_column("person_id")
