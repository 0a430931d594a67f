"""The tables of newsrooms in Discord: what each has set, and small facts of the installation. Rows only."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, SQLModel

import storage.tables  # noqa: F401  (its names of constraints hold here too)
from storage.columns import UtcDateTime


class NewsroomRow(SQLModel, table=True):
    """What one Discord server has set. Empty lists mean all; `paused` is the reason why nothing can be posted now."""

    __tablename__ = "newsrooms"

    guild_id: int = Field(primary_key=True, sa_type=BigInteger)
    alert_channel_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    ops_channel_id: int | None = Field(default=None, sa_type=BigInteger)
    zone: str = "UTC"
    digest_weekday: int | None = 0
    digest_hour: int = 9
    last_digest: str = ""
    at_once: bool = True
    authorities: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    kinds: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    least_minor: int | None = Field(default=None, sa_type=BigInteger)
    mention_role_id: int | None = Field(default=None, sa_type=BigInteger)
    manager_role_id: int | None = Field(default=None, sa_type=BigInteger)
    paused: str = ""
    created_at: datetime = Field(sa_type=UtcDateTime)


class MutedRow(SQLModel, table=True):
    """A company that a newsroom does not want to be alerted of."""

    __tablename__ = "muted_companies"

    guild_id: int = Field(primary_key=True, sa_type=BigInteger, foreign_key="newsrooms.guild_id")
    company_id: int = Field(primary_key=True, foreign_key="companies.id")
    since: datetime = Field(sa_type=UtcDateTime)
    author: str


class KeptRow(SQLModel, table=True):
    """One small fact that must outlive the process, such as which commands Discord knows."""

    __tablename__ = "kept_facts"

    name: str = Field(primary_key=True)
    value: str
