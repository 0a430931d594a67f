"""The tables of the work itself: what was seen and visited, what is asked, owed and watched. Rows only."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

import storage.tables  # noqa: F401  (its names of constraints hold here too)
from storage.columns import UtcDateTime


class TrackedRow(SQLModel, table=True):
    """A company on a watch-list. `guild_id` is the newsroom whose list it is, 0 the list of the installation itself."""

    __tablename__ = "tracked_companies"

    guild_id: int = Field(default=0, primary_key=True, sa_type=BigInteger)
    company_id: int = Field(primary_key=True, foreign_key="companies.id")
    since: datetime = Field(sa_type=UtcDateTime)


class RefRow(SQLModel, table=True):
    """A row ever seen in a listing, and what became of it."""

    __tablename__ = "refs"
    __table_args__: ClassVar[Any] = (UniqueConstraint("authority", "key"),)

    id: int = Field(default=None, primary_key=True)
    authority: str
    source: str
    key: str
    title: str
    url: str
    said: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    stamp: str
    baseline: bool
    first_seen_at: datetime = Field(sa_type=UtcDateTime)
    last_seen_at: datetime = Field(sa_type=UtcDateTime)
    settled_stamps: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    outcome: str | None = None
    decision_ids: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    attempts: int = 0
    next_try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reason: str = ""


class SourceRow(SQLModel, table=True):
    """How one source stands now."""

    __tablename__ = "sources"

    authority: str = Field(primary_key=True)
    source: str = Field(primary_key=True)
    state: str = "ok"
    last_success: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_new: datetime | None = Field(default=None, sa_type=UtcDateTime)
    items_seen: int = 0
    consecutive_failures: int = 0
    next_visit: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reason: str = ""


class VisitRow(SQLModel, table=True):
    """One look at one source."""

    __tablename__ = "visits"
    __table_args__: ClassVar[Any] = (Index(None, "authority", "source", "started_at"),)

    id: int = Field(default=None, primary_key=True)
    authority: str
    source: str
    started_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime = Field(sa_type=UtcDateTime)
    succeeded: bool
    items_seen: int = 0
    new: int = 0
    refused: int = 0
    reason: str = ""


class ReviewRow(SQLModel, table=True):
    """A question for a person, and the answer. An act has several when a later reading contradicts an answer."""

    __tablename__ = "reviews"
    __table_args__: ClassVar[Any] = (Index(None, "authority", "key"),)

    id: int = Field(default=None, primary_key=True)
    authority: str
    key: str
    url: str
    title: str
    reasons: list[str] = Field(sa_column=Column(JSON, nullable=False))
    checks: list[list[Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]"))
    reading: str
    baseline: bool
    asked_at: datetime = Field(sa_type=UtcDateTime)
    state: str = Field(default="waiting", index=True)
    answer: str = ""
    decision_id: int | None = Field(default=None, foreign_key="decisions.id", index=True)
    author: str | None = None
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    note: str = ""


class PromiseRow(SQLModel, table=True):
    """A message owed to a destination."""

    __tablename__ = "promises"
    __table_args__: ClassVar[Any] = (UniqueConstraint("destination", "kind", "subject"), Index(None, "state", "due_at"))

    id: int = Field(default=None, primary_key=True)
    destination: str
    kind: str
    subject: str
    decision_id: int | None = Field(foreign_key="decisions.id")
    text: str
    state: str = "pending"
    attempts: int = 0
    due_at: datetime = Field(sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    kept_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    message_id: str | None = Field(default=None, index=True)
    bundle: int | None = None
    reason: str = ""
