"""The tables of what was decided, with named constraints. Rows only: their meaning is with the modules that use them.

Money is integer minor units beside an ISO currency; moments are aware UTC. Rows of decisions and sanctions are written
once, as first read; what changes afterwards is a row of `events`.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import CONSTRAINT_NAMES, UtcDateTime

SQLModel.metadata.naming_convention = CONSTRAINT_NAMES


class DecisionRow(SQLModel, table=True):
    """One act, as first read."""

    __tablename__ = "decisions"
    __table_args__: ClassVar[Any] = (UniqueConstraint("authority", "key"),)

    id: int = Field(default=None, primary_key=True)
    authority: str
    key: str
    reference: str | None
    url: str
    title: str
    language: str
    decided_on: date | None = Field(index=True)
    published_on: date | None
    provisional: bool
    origin: str
    first_seen_at: datetime = Field(sa_type=UtcDateTime, index=True)


class AliasRow(SQLModel, table=True):
    """Another identity of an act: a text number, a slug, an address, the key of a release."""

    __tablename__ = "decision_aliases"
    __table_args__: ClassVar[Any] = (UniqueConstraint("authority", "alias"),)

    id: int = Field(default=None, primary_key=True)
    decision_id: int = Field(foreign_key="decisions.id", index=True)
    authority: str
    alias: str


class BodyRow(SQLModel, table=True):
    """Raw bytes, compressed; the same bytes once, however many documents carry them."""

    __tablename__ = "bodies"

    sha256: str = Field(primary_key=True)
    packed: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class DocumentRow(SQLModel, table=True):
    """One document of an act as it was at one moment."""

    __tablename__ = "documents"
    __table_args__: ClassVar[Any] = (UniqueConstraint("decision_id", "url", "sha256"),)

    id: int = Field(default=None, primary_key=True)
    decision_id: int = Field(foreign_key="decisions.id")
    url: str
    form: str
    content_type: str
    sha256: str = Field(foreign_key="bodies.sha256")
    fetched_at: datetime = Field(sa_type=UtcDateTime)


class SanctionRow(SQLModel, table=True):
    """One consequence for one party, as first read. `company_id` is our answer to who the party is."""

    __tablename__ = "sanctions"
    __table_args__: ClassVar[Any] = (UniqueConstraint("decision_id", "position"),)

    id: int = Field(default=None, primary_key=True)
    decision_id: int = Field(foreign_key="decisions.id")
    position: int
    party: str | None
    company_id: int | None = Field(foreign_key="companies.id", index=True)
    kind: str
    amount_minor: int | None = Field(sa_type=BigInteger)
    currency: str | None
    daily_minor: int | None = Field(sa_type=BigInteger)
    daily_currency: str | None
    due_on: date | None
    articles: list[str] = Field(sa_column=Column(JSON, nullable=False))
    joint: str | None
    evidence_words: str
    evidence_document: str
    evidence_start: int | None
    evidence_method: str


class EventRow(SQLModel, table=True):
    """A dated, sourced change of a decision or of one sanction of it. Never updated, never deleted."""

    __tablename__ = "events"

    id: int = Field(default=None, primary_key=True)
    decision_id: int = Field(foreign_key="decisions.id", index=True)
    sanction_id: int | None = Field(foreign_key="sanctions.id")
    axis: str
    state: str
    value: Any = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    amount_minor: int | None = Field(sa_type=BigInteger)
    currency: str | None
    happened_on: date
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    source: str
    note: str


class CompanyRow(SQLModel, table=True):
    """One company of ours; parties are matched to it."""

    __tablename__ = "companies"

    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    name: str
    created_at: datetime = Field(sa_type=UtcDateTime)


class CompanyAliasRow(SQLModel, table=True):
    """Another name of a company, with the days on which it held where they are known."""

    __tablename__ = "company_aliases"

    id: int = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="companies.id", index=True)
    key: str = Field(unique=True)
    name: str
    valid_from: date | None
    valid_to: date | None
    source: str


class ParentRow(SQLModel, table=True):
    """A parent company of a company between two days."""

    __tablename__ = "company_parents"
    __table_args__: ClassVar[Any] = (UniqueConstraint("company_id", "parent_id", "since"),)

    id: int = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="companies.id")
    parent_id: int = Field(foreign_key="companies.id", index=True)
    since: date | None
    until: date | None
    source: str


class RateRow(SQLModel, table=True):
    """Euro for one unit of a currency, as used for decisions of one day; `rate_on` is the day of the ECB's rate."""

    __tablename__ = "rates"

    currency: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    rate: str
    rate_on: date


class FixingRow(SQLModel, table=True):
    """A reference rate as the ECB published it after the archive that we ship: what one euro was worth on a day."""

    __tablename__ = "fixings"

    currency: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    per_euro: str
