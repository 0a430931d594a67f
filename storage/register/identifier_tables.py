"""The tables of what tells companies apart besides names: register numbers, questions to a person. Rows only."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

import storage.tables  # noqa: F401  (its names of constraints hold here too)
from storage.columns import UtcDateTime


class IdentifierRow(SQLModel, table=True):
    """A register's number of a company; `source` is the published name that it stood with."""

    __tablename__ = "company_identifiers"
    __table_args__: ClassVar[Any] = (UniqueConstraint("scheme", "value"),)

    id: int = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="companies.id", index=True)
    scheme: str
    value: str
    source: str


class CompanyQuestionRow(SQLModel, table=True):
    """May two companies be one? `state` is waiting, same or different. The numbers are kept when one is merged away."""

    __tablename__ = "company_questions"
    __table_args__: ClassVar[Any] = (UniqueConstraint("newer_id", "older_id"),)

    id: int = Field(default=None, primary_key=True)
    newer_id: int
    newer_name: str
    older_id: int
    older_name: str
    why: str
    asked_at: datetime = Field(sa_type=UtcDateTime)
    state: str = Field(default="waiting", index=True)
    author: str | None = None
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    note: str = ""
