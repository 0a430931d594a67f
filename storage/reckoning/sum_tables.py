"""The tables of the kept sums. All of it follows from decisions and events and can be made anew (`sums.build`)."""

from datetime import date

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

import storage.tables  # noqa: F401  (its names of constraints hold here too)


class SumRow(SQLModel, table=True):
    """What decisions add up to at one place: see `storage.reckoning.parts` for the places and the six numbers.

    `company_id` 0: everybody; `year` 0: no decision date; `currency` "": no amount. `minor` and `euro` are minor units.
    """

    __tablename__ = "sums"

    company_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    authority: str = Field(primary_key=True)
    year: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    definition: str = Field(primary_key=True)
    heading: str = Field(primary_key=True)
    currency: str = Field(primary_key=True)
    sanctions: int
    decisions: int
    debts: int
    minor: int = Field(sa_type=BigInteger)
    euro: int = Field(sa_type=BigInteger)
    rateless: int


class SummedRow(SQLModel, table=True):
    """A decision that is in the sums: `day` places it in time, from `settled_on` on nothing known changes it."""

    __tablename__ = "summed_decisions"

    decision_id: int = Field(primary_key=True, foreign_key="decisions.id", sa_column_kwargs={"autoincrement": False})
    day: date = Field(index=True)
    settled_on: date = Field(index=True)


class MadeRow(SQLModel, table=True):
    """What is kept besides decisions and events, by which version of its rules; no row: it is not made yet."""

    __tablename__ = "made"

    name: str = Field(primary_key=True)
    version: int
