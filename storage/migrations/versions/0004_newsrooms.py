"""Newsrooms in Discord: their settings, lists and messages."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Watch-lists of their own for newsrooms; the list there was becomes the installation's. No channel was kept."""
    newsrooms()
    muted_companies()
    kept_facts()
    listed = _rows("SELECT company_id, since FROM tracked_companies")
    tracked_companies(sa.Column("guild_id", sa.BigInteger(), nullable=False))
    _fill("INSERT INTO tracked_companies VALUES (0, :company_id, :since)", listed)
    with op.batch_alter_table("promises") as promises:
        promises.add_column(sa.Column("bundle", sa.Integer(), nullable=True))
        promises.create_index("ix_promises_message_id", ["message_id"])
    op.drop_table("subscriptions")


def downgrade() -> None:
    """Back to one watch-list; newsrooms and what they set are lost."""
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("authorities", sa.JSON(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("least_minor", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subscriptions"),
        sa.UniqueConstraint("channel_id", name="uq_subscriptions_channel_id"),
    )
    with op.batch_alter_table("promises") as promises:
        promises.drop_index("ix_promises_message_id")
        promises.drop_column("bundle")
    listed = _rows("SELECT company_id, since FROM tracked_companies WHERE guild_id = 0")
    tracked_companies()
    _fill("INSERT INTO tracked_companies VALUES (:company_id, :since)", listed)
    for table in ("kept_facts", "muted_companies", "newsrooms"):
        op.drop_table(table)


def newsrooms() -> None:
    op.create_table(
        "newsrooms",
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("alert_channel_id", sa.BigInteger(), nullable=True),
        sa.Column("ops_channel_id", sa.BigInteger(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("digest_weekday", sa.Integer(), nullable=True),
        sa.Column("digest_hour", sa.Integer(), nullable=False),
        sa.Column("last_digest", sa.String(), nullable=False),
        sa.Column("at_once", sa.Boolean(), nullable=False),
        sa.Column("authorities", sa.JSON(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("least_minor", sa.BigInteger(), nullable=True),
        sa.Column("mention_role_id", sa.BigInteger(), nullable=True),
        sa.Column("manager_role_id", sa.BigInteger(), nullable=True),
        sa.Column("paused", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_newsrooms"),
    )
    op.create_index("ix_newsrooms_alert_channel_id", "newsrooms", ["alert_channel_id"])


def muted_companies() -> None:
    op.create_table(
        "muted_companies",
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["guild_id"], ["newsrooms.guild_id"], name="fk_muted_companies_guild_id_newsrooms"),
        sa.ForeignKeyConstraint(["company_id"], ["companies.id"], name="fk_muted_companies_company_id_companies"),
        sa.PrimaryKeyConstraint("guild_id", "company_id", name="pk_muted_companies"),
    )


def kept_facts() -> None:
    op.create_table(
        "kept_facts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_kept_facts"),
    )


def tracked_companies(*more: sa.Column[int]) -> None:
    """Made anew, as SQLite cannot change a primary key in place."""
    op.drop_table("tracked_companies")
    op.create_table(
        "tracked_companies",
        *more,
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["companies.id"], name="fk_tracked_companies_company_id_companies"),
        sa.PrimaryKeyConstraint(*(column.name for column in more), "company_id", name="pk_tracked_companies"),
    )


def _rows(question: str) -> list[dict[str, object]]:
    return [dict(row) for row in op.get_bind().execute(sa.text(question)).mappings()]


def _fill(statement: str, rows: list[dict[str, object]]) -> None:
    if rows:
        op.get_bind().execute(sa.text(statement), rows)
