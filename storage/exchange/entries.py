"""What a row of an import comes to: an act to store, or a refusal with its reason.

Cells become typed values here; what cannot be read with certainty is refused, never guessed.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from scrapers.decision import Decision, Money
from storage.events import Event
from storage.exchange.sheets import Row
from storage.reckoning import rates

EARLIEST = date(1970, 10, 7)
"""The first data protection law of all, that of Hesse; a fine before it is a slip of the pen."""

LONGEST = 300
"""Characters of a name or key: more is no name, and more than an index of a database takes."""

PLAIN_AMOUNT = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,2})?")
"""Three digits after a point are thousands that somebody took for decimals: not read."""


class RefusedError(ValueError):
    """A row that is not taken. `reason` is one of few and can be counted, `words` are those of the row."""

    def __init__(self, reason: str, words: str = "") -> None:
        super().__init__(f"{reason}: “{words}”" if words else reason)
        self.reason = reason
        self.words = words


@dataclass(frozen=True)
class Refused:
    """A row that was not taken, and why."""

    row: Row
    reason: str
    words: str = ""


@dataclass(frozen=True)
class Entry:
    """An act and the rows that tell of it.

    `happened` are the events of each of its sanctions, in their order. `source` is the list that the row belongs to,
    None where the key is the authority's own. `either_day`: its date may be that of the publication as well.
    """

    rows: tuple[Row, ...]
    decision: Decision
    source: str | None = None
    happened: tuple[tuple[Event, ...], ...] = ()
    first_seen_at: datetime | None = None
    either_day: bool = False


def check_names(decision: Decision) -> None:
    """Raises RefusedError for a key or name that is none by its length."""
    parties = [sanction.party for sanction in decision.sanctions if sanction.party]
    for name in (decision.authority, decision.key, *decision.aliases, *parties):
        if len(name) > LONGEST:
            raise RefusedError("a name or key that is too long", f"{name[:60]}…")


def read_money(amount: str, currency: str) -> Money:
    """An amount as a plain decimal, and a currency that the European Central Bank quotes. Raises RefusedError."""
    if not amount:
        raise RefusedError("no amount")
    if not PLAIN_AMOUNT.fullmatch(amount):
        raise RefusedError("unreadable amount", amount)
    if not Decimal(amount):
        raise RefusedError("an amount of zero", amount)
    if not currency:
        raise RefusedError("no currency")
    if currency not in rates.currencies():
        raise RefusedError("unknown currency", currency)
    return Money.of(amount, currency)


def read_day(words: str, today: date) -> date:
    """A full ISO date, not after today. Raises RefusedError."""
    if not words:
        raise RefusedError("no date")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        raise RefusedError("no full date", words)
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise RefusedError("impossible date", words) from None
    if day > today:
        raise RefusedError("future date", words)
    if day < EARLIEST:
        raise RefusedError("impossible date", words)
    return day


def read_moment(words: str, now: datetime) -> datetime:
    """An ISO moment with its zone, not after now; aware UTC. Raises RefusedError."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise RefusedError("unreadable moment", words) from None
    if moment.tzinfo is None or moment > now:
        raise RefusedError("impossible moment", words)
    return moment.astimezone(UTC)
