"""The European Central Bank's file of reference rates, XML to numbers. Pure and strict: a file is read whole or not.

The file is that of the last ninety days: one look after a stop of weeks still fills every gap.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bs4 import Tag

from scrapers.adapter import Page, Request
from scrapers.documents.xml import elements
from scrapers.errors import LayoutChangedError

HOST = "www.ecb.europa.eu"
LAST_DAYS = Request(f"https://{HOST}/stats/eurofxref/eurofxref-hist-90d.xml", max_bytes=2_000_000)


@dataclass(frozen=True)
class Fixing:
    """What one euro was worth on a day, by ISO currency, as published."""

    day: date
    per_euro: dict[str, Decimal]


def fixings(page: Page) -> tuple[Fixing, ...]:
    """Every day of the file, the oldest first.

    Raises LayoutChangedError for a file without days, a day named twice, a currency named twice on a day, or a day,
    currency or rate that is none; NotAvailableError and BrokenDocumentError as `elements`.
    """
    found = [_fixing(cube, page.url) for cube in elements(page.body, page.url).find_all("Cube", attrs={"time": True})]
    if not found:
        raise LayoutChangedError(page.url, "expected days with rates, found none")
    if len({fixing.day for fixing in found}) < len(found):
        raise LayoutChangedError(page.url, "a day is there twice")
    return tuple(sorted(found, key=lambda fixing: fixing.day))


def _fixing(cube: Tag, url: str) -> Fixing:
    said = str(cube["time"])
    cells = cube.find_all("Cube", attrs={"currency": True})
    rates = {_currency(cell, url): _rate(cell, url) for cell in cells}
    if len(rates) < len(cells) or not rates:
        raise LayoutChangedError(url, f"{said}: expected each currency once, found {len(cells)} rates of {len(rates)}")
    try:
        return Fixing(date.fromisoformat(said), rates)
    except ValueError as error:
        raise LayoutChangedError(url, f"expected a day, found “{said}”") from error


def _currency(cell: Tag, url: str) -> str:
    said = str(cell["currency"])
    if not re.fullmatch("[A-Z]{3}", said):
        raise LayoutChangedError(url, f"expected the code of a currency, found “{said}”")
    return said


def _rate(cell: Tag, url: str) -> Decimal:
    said = str(cell.get("rate", ""))
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", said) or not Decimal(said):
        raise LayoutChangedError(url, f"expected a rate, found “{said}”")
    return Decimal(said)
