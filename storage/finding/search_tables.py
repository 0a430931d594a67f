"""The tables that search looks through. All of it follows from decisions and events and can be made anew."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

import storage.tables  # noqa: F401  (its names of constraints hold here too)


class SearchTextRow(SQLModel, table=True):
    """A decision as it stands. `day` places it in time."""

    __tablename__ = "search_texts"

    decision_id: int = Field(primary_key=True, foreign_key="decisions.id", sa_column_kwargs={"autoincrement": False})
    authority: str
    day: date = Field(index=True)
    decided_on: date | None
    published_on: date | None


class SearchWordRow(SQLModel, table=True):
    """A folded word of a decision. In UTF-8, because every database orders bytes alike, and letters in its own way."""

    __tablename__ = "search_words"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

    word: bytes = Field(primary_key=True)
    decision_id: int = Field(primary_key=True, foreign_key="decisions.id", index=True)


class SearchSanctionRow(SQLModel, table=True):
    """A sanction as it stands, at its current amount in minor units. `articles` are folded, with a bar around each."""

    __tablename__ = "search_sanctions"

    sanction_id: int = Field(primary_key=True, foreign_key="sanctions.id", sa_column_kwargs={"autoincrement": False})
    decision_id: int = Field(foreign_key="decisions.id", index=True)
    company_id: int | None = Field(index=True)
    kind: str
    minor: int | None = Field(sa_type=BigInteger)
    currency: str | None
    articles: str
