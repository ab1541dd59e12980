"""The tables of the first hub."""

from importlib.resources import files

from alembic import op

revision = "h0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes them."""
    op.execute(files("reviewer_app.store.hub").joinpath("sql/tables.sql").read_text("utf-8"))


def downgrade() -> None:
    """Takes them away with everything in them."""
    op.execute("DROP SCHEMA hub CASCADE")
