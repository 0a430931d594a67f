"""Numbers that registers give to companies, and questions whether two companies are one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two tables, both empty: names that are stored already are asked about when they come again."""
    company_identifiers()
    company_questions()


def downgrade() -> None:
    """Back from it; answers of persons are lost."""
    for table in ("company_questions", "company_identifiers"):
        op.drop_table(table)


def company_identifiers() -> None:
    op.create_table(
        "company_identifiers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["companies.id"], name="fk_company_identifiers_company_id_companies"),
        sa.PrimaryKeyConstraint("id", name="pk_company_identifiers"),
        sa.UniqueConstraint("scheme", "value", name="uq_company_identifiers_scheme_value"),
    )
    op.create_index("ix_company_identifiers_company_id", "company_identifiers", ["company_id"])


def company_questions() -> None:
    op.create_table(
        "company_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("newer_id", sa.Integer(), nullable=False),
        sa.Column("newer_name", sa.String(), nullable=False),
        sa.Column("older_id", sa.Integer(), nullable=False),
        sa.Column("older_name", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_company_questions"),
        sa.UniqueConstraint("newer_id", "older_id", name="uq_company_questions_newer_id_older_id"),
    )
    op.create_index("ix_company_questions_state", "company_questions", ["state"])
