"""Newsrooms in Discord: what each server has set. One never sees another's. Knows nothing of Discord's own ways."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from storage.newsroom_tables import KeptRow, MutedRow, NewsroomRow
from storage.register.companies import Company
from storage.tables import CompanyRow


@dataclass(frozen=True)
class Newsroom:
    """The settings of one server. Empty `authorities` and `kinds` mean all; `least_minor` is euro cents, None: any.

    `digest_weekday` counts from Monday 0 and is None when no digest is wanted; `digest_hour` is local to `zone`;
    `last_digest` is the ISO week that was told last ("2026-W47"). With `at_once` False a sanction is told in the digest
    only. `paused` is the reason why nothing can be posted, empty when all is well.
    """

    guild_id: int
    alert_channel_id: int | None = None
    ops_channel_id: int | None = None
    zone: str = "UTC"
    digest_weekday: int | None = 0
    digest_hour: int = 9
    last_digest: str = ""
    at_once: bool = True
    authorities: tuple[str, ...] = field(default=())
    kinds: tuple[str, ...] = field(default=())
    least_minor: int | None = None
    mention_role_id: int | None = None
    manager_role_id: int | None = None
    paused: str = ""

    @property
    def address(self) -> str | None:
        """Where its alerts go, as a promise's destination; None before a channel was chosen."""
        return None if self.alert_channel_id is None else f"discord:{self.alert_channel_id}"

    @property
    def ops(self) -> str | None:
        """Where it hears of trouble: the operations channel, else the alert channel."""
        channel = self.ops_channel_id or self.alert_channel_id
        return None if channel is None else f"discord:{channel}"


def get(db: Session, guild_id: int) -> Newsroom:
    """What a server has set; one that never did has the defaults."""
    row = db.get(NewsroomRow, guild_id)
    return Newsroom(guild_id) if row is None else _newsroom(row)


def every(db: Session) -> list[Newsroom]:
    """All newsrooms, in the order of their numbers."""
    return [_newsroom(row) for row in db.exec(select(NewsroomRow).order_by(col(NewsroomRow.guild_id)))]


def of_address(db: Session, address: str) -> Newsroom | None:
    """The newsroom whose alerts or trouble go to a destination."""
    channel = address.removeprefix("discord:")
    if channel == address:
        return None
    here = (NewsroomRow.alert_channel_id == int(channel)) | (NewsroomRow.ops_channel_id == int(channel))
    row = db.exec(select(NewsroomRow).where(here).order_by(col(NewsroomRow.guild_id))).first()
    return None if row is None else _newsroom(row)


def change(db: Session, guild_id: int, now: datetime, **settings: Any) -> Newsroom:
    """Set some of a server's settings, named as in `Newsroom`; the others stay."""
    row = _made(db, guild_id, now)
    for name, value in settings.items():
        setattr(row, name, list(value) if isinstance(value, tuple | frozenset) else value)
    db.flush()
    return _newsroom(row)


def forget(db: Session, guild_id: int) -> None:
    """The bot was removed from a server: nothing can be posted there; what it had set stays for its return."""
    row = db.get(NewsroomRow, guild_id)
    if row is not None:
        row.paused = "the bot was removed from the server"
        db.flush()


def mute(db: Session, guild_id: int, company_id: int, author: str, now: datetime) -> None:
    """No more alerts of this company for this server."""
    _made(db, guild_id, now)
    if db.get(MutedRow, (guild_id, company_id)) is None:
        db.add(MutedRow(guild_id=guild_id, company_id=company_id, since=now, author=author))
        db.flush()


def unmute(db: Session, guild_id: int, company_id: int) -> bool:
    """Alerts of this company again; False when it was not muted."""
    row = db.get(MutedRow, (guild_id, company_id))
    if row is None:
        return False
    db.delete(row)
    db.flush()
    return True


def muted(db: Session, guild_id: int) -> list[Company]:
    """The companies that a server does not want to hear of, by name."""
    rows = select(CompanyRow).join(MutedRow).where(MutedRow.guild_id == guild_id).order_by(col(CompanyRow.name))
    return [Company(row.id, row.name) for row in db.exec(rows)]


def all_muted(db: Session) -> dict[int, frozenset[int]]:
    """The muted companies of every server that has any."""
    return _by_guild((row.guild_id, row.company_id) for row in db.exec(select(MutedRow)))


def kept(db: Session, name: str) -> str | None:
    """A small fact of the installation."""
    row = db.get(KeptRow, name)
    return None if row is None else row.value


def keep(db: Session, name: str, value: str) -> None:
    """Remember a small fact of the installation."""
    db.merge(KeptRow(name=name, value=value))
    db.flush()


def _by_guild(pairs: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {}
    for guild_id, company_id in pairs:
        found.setdefault(guild_id, set()).add(company_id)
    return {guild_id: frozenset(ids) for guild_id, ids in found.items()}


def _made(db: Session, guild_id: int, now: datetime) -> NewsroomRow:
    row = db.get(NewsroomRow, guild_id)
    if row is None:
        row = NewsroomRow(guild_id=guild_id, created_at=now)
        db.add(row)
        db.flush()
    return row


def _newsroom(row: NewsroomRow) -> Newsroom:
    said = row.model_dump(include=set(Newsroom.__dataclass_fields__))
    return Newsroom(**said | {"authorities": tuple(row.authorities), "kinds": tuple(row.kinds)})
