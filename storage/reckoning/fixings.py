"""Keep what the European Central Bank publishes of its reference rates, after a look at whether it can be right."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session, col, select

from storage.reckoning import rates
from storage.tables import FixingRow

MOST = Decimal("0.2")
"""More than a fifth away from the rate before it, a rate is taken for a mistake until a person has looked."""

NEEDED = frozenset({"GBP", "USD"})
"""Without these a file is not that of the bank's rates."""


class ImplausibleRatesError(ValueError):
    """A file that cannot be that of the bank's rates; none of it is kept."""


@dataclass(frozen=True)
class Kept:
    """What came of a file: days that were new, rates of earlier decisions put right, and the newest day known now.

    `doubts` are sentences on single rates that were not taken.
    """

    days: int
    put_right: int
    newest: date
    doubts: tuple[str, ...]


def keep(db: Session, published: Mapping[date, Mapping[str, Decimal]], today: date) -> Kept:
    """Keep what one euro was worth, by day and currency, for the days after the archive that are not kept yet.

    Earlier decisions that were reckoned with an older rate are reckoned anew. A rate is not taken when it is far from
    the one before it, of a currency that the bank has not quoted before, or not what was published first. Raises
    ImplausibleRatesError for a day in the future or on a weekend, and for one without pounds or dollars.
    """
    days = {day: published[day] for day in sorted(published) if day > rates.archive_end()}
    for day, per_euro in days.items():
        _check_day(day, per_euro, today)
    known = set(db.exec(select(col(FixingRow.day)).distinct()))
    doubts = [doubt for day in days for doubt in _keep_day(db, day, days[day], is_new=day not in known)]
    new = days.keys() - known
    mended = rates.put_right(db, min(new)) if new else 0
    return Kept(len(new), mended, rates.newest(db), tuple(doubts))


def _check_day(day: date, per_euro: Collection[str], today: date) -> None:
    if day > today:
        raise ImplausibleRatesError(f"rates of {day}, which is still to come")
    if day.isoweekday() > 5:
        raise ImplausibleRatesError(f"rates of {day}, a weekend: the bank publishes none")
    lacking = NEEDED - set(per_euro)
    if lacking:
        raise ImplausibleRatesError(f"no rate of {' and '.join(sorted(lacking))} on {day}")


def _keep_day(db: Session, day: date, per_euro: Mapping[str, Decimal], *, is_new: bool) -> list[str]:
    """Keep the rates of a new day; the doubts about single ones."""
    asked = {currency: _doubt(db, currency, day, rate, is_new=is_new) for currency, rate in per_euro.items()}
    if is_new:
        sure = [currency for currency, doubt in asked.items() if doubt is None]
        db.add_all(FixingRow(currency=currency, day=day, per_euro=str(per_euro[currency])) for currency in sure)
        db.flush()
    return [doubt for doubt in asked.values() if doubt is not None]


def _doubt(db: Session, currency: str, day: date, rate: Decimal, *, is_new: bool) -> str | None:
    """Why a rate is not taken; None when it can be right."""
    before = rates.find(db, currency, day)
    said = f"{rate:f} {currency} for one euro on {day}"
    if before is None:
        return f"{said}: no earlier rate of it is known"
    known = 1 / before.rate
    if abs(rate * before.rate - 1) > MOST:
        return f"{said}, but {known:.4f} on {before.rate_on}: more than {MOST:.0%} apart"
    kept = None if is_new else db.get(FixingRow, (currency, day))
    return f"{said}, but {kept.per_euro} was published first" if kept and Decimal(kept.per_euro) != rate else None
