"""What was checked of the reading that a question is about."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    # A question that is older than this has no checks to show; its reasons stay as they are.
    with op.batch_alter_table("reviews") as reviews:
        reviews.add_column(sa.Column("checks", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Back from it."""
    with op.batch_alter_table("reviews") as reviews:
        reviews.drop_column("checks")
