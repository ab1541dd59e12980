"""What searches and orders of the queue need: tags, producers, folded fields, orders"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel import AutoString

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "item_tag",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_item_tag_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", "kind", "name", name=op.f("pk_item_tag")),
    )
    op.create_index("ix_item_tag_name", "item_tag", ["kind", "name", "item_id"])
    op.create_table(
        "producer",
        sa.Column("workflow", AutoString(), nullable=False),
        sa.Column("step", AutoString(), nullable=False),
        sa.Column("agent", AutoString(), nullable=False),
        sa.Column("model_version", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint(
            "workflow", "step", "agent", "model_version", name=op.f("pk_producer")
        ),
    )
    op.add_column("item_field", sa.Column("folded", AutoString(), nullable=True))
    op.drop_index("ix_item_field_text", "item_field")
    op.add_column(
        "queue_entry", sa.Column("risk_rank", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column(
        "queue_entry", sa.Column("no_due", sa.Boolean(), server_default="1", nullable=False)
    )
    _fill()
    op.create_index("ix_item_field_folded", "item_field", ["key", "folded"])
    op.create_index("ix_queue_entry_due", "queue_entry", ["is_open", "no_due", "due_at", "item_id"])
    op.create_index(
        "ix_queue_entry_risk",
        "queue_entry",
        ["is_open", "risk_rank", "no_due", "due_at", "item_id"],
    )
    op.create_index("ix_queue_entry_shuffle", "queue_entry", ["is_open", "risk_rank", "item_id"])
    op.create_index("ix_queue_entry_looked", "queue_entry", ["is_open", "decided_at", "item_id"])


def downgrade() -> None:
    for name in ("looked", "shuffle", "risk", "due"):
        op.drop_index(f"ix_queue_entry_{name}", "queue_entry")
    op.drop_index("ix_item_field_folded", "item_field")
    with op.batch_alter_table("queue_entry") as batch_op:
        batch_op.drop_column("no_due")
        batch_op.drop_column("risk_rank")
    with op.batch_alter_table("item_field") as batch_op:
        batch_op.drop_column("folded")
    op.create_index("ix_item_field_text", "item_field", ["key", "text"])
    op.drop_table("producer")
    op.drop_index("ix_item_tag_name", "item_tag")
    op.drop_table("item_tag")


def _fill() -> None:
    """What the program would have written, had it known these columns and tables before."""
    op.execute(
        "UPDATE queue_entry SET no_due = due_at IS NULL, risk_rank = CASE risk "
        "WHEN 'critical' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END"
    )
    op.execute(
        "INSERT INTO producer SELECT DISTINCT workflow, step, agent, model_version FROM queue_entry"
    )
    op.execute(
        "INSERT OR IGNORE INTO item_tag SELECT s.item_id, 'rule', json_extract(f.value, '$.rule') "
        "FROM selection s, json_each(s.flags) f"
    )
    standing = (
        "d.verdict IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM decision r WHERE r.item_id = d.item_id AND r.retracts = d.id)"
    )
    op.execute(
        "INSERT OR IGNORE INTO item_tag SELECT d.item_id, 'error', e.value "  # noqa: S608 - our own words
        f"FROM decision d, json_each(d.error_types) e WHERE {standing}"
    )
    for word, left in (
        ("comment", "d.comment_digest IS NOT NULL"),
        ("correction", "d.correction_digest IS NOT NULL"),
        ("span", "json_array_length(d.spans) > 0"),
    ):
        op.execute(
            f"INSERT OR IGNORE INTO item_tag SELECT d.item_id, 'has', '{word}' "  # noqa: S608 - too
            f"FROM decision d WHERE {left} AND {standing}"
        )
    raw: Any = op.get_bind().connection.driver_connection
    raw.create_function("casefold", 1, str.casefold, deterministic=True)
    op.execute("UPDATE item_field SET folded = casefold(text) WHERE text IS NOT NULL")
