"""What totals and search are answered from quickly."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Tables for sums, search and rates. A store with decisions fills the first two at the next start."""
    sums()
    summed_decisions()
    search_texts()
    search_words()
    search_sanctions()
    op.create_table(
        "made",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_made"),
    )
    op.create_table(
        "fixings",
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("per_euro", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("currency", "day", name="pk_fixings"),
    )
    op.execute("INSERT INTO made SELECT 'sums', 1 WHERE NOT EXISTS (SELECT 1 FROM decisions)")
    op.execute("INSERT INTO made SELECT 'search', 1 WHERE NOT EXISTS (SELECT 1 FROM decisions)")


def downgrade() -> None:
    """Back from it; nothing is lost, all of it can be made anew."""
    for table in ("fixings", "made", "search_sanctions", "search_words", "search_texts", "summed_decisions", "sums"):
        op.drop_table(table)


def sums() -> None:
    op.create_table(
        "sums",
        sa.Column("company_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("sanctions", sa.Integer(), nullable=False),
        sa.Column("decisions", sa.Integer(), nullable=False),
        sa.Column("debts", sa.Integer(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("euro", sa.BigInteger(), nullable=False),
        sa.Column("rateless", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("company_id", "authority", "year", "definition", "heading", "currency", name="pk_sums"),
    )


def summed_decisions() -> None:
    op.create_table(
        "summed_decisions",
        sa.Column("decision_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_summed_decisions_decision_id_decisions"),
        sa.PrimaryKeyConstraint("decision_id", name="pk_summed_decisions"),
    )
    op.create_index("ix_summed_decisions_day", "summed_decisions", ["day"])
    op.create_index("ix_summed_decisions_settled_on", "summed_decisions", ["settled_on"])


def search_texts() -> None:
    op.create_table(
        "search_texts",
        sa.Column("decision_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_search_texts_decision_id_decisions"),
        sa.PrimaryKeyConstraint("decision_id", name="pk_search_texts"),
    )
    op.create_index("ix_search_texts_day", "search_texts", ["day"])


def search_words() -> None:
    op.create_table(
        "search_words",
        sa.Column("word", sa.LargeBinary(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_search_words_decision_id_decisions"),
        sa.PrimaryKeyConstraint("word", "decision_id", name="pk_search_words"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_search_words_decision_id", "search_words", ["decision_id"])


def search_sanctions() -> None:
    op.create_table(
        "search_sanctions",
        sa.Column("sanction_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("articles", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_search_sanctions_decision_id_decisions"),
        sa.ForeignKeyConstraint(["sanction_id"], ["sanctions.id"], name="fk_search_sanctions_sanction_id_sanctions"),
        sa.PrimaryKeyConstraint("sanction_id", name="pk_search_sanctions"),
    )
    for name in ("company_id", "decision_id"):
        op.create_index(f"ix_search_sanctions_{name}", "search_sanctions", [name])
