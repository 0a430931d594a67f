"""Does the text that an amount was read from say that amount? Tables of others lose thousands and currencies. Pure."""

import re
from decimal import Decimal

from scrapers.decision import Money

NUMBER = re.compile(r"([0-9]{1,3}(?:[.,' \u00a0\u202f][0-9]{3})+|[0-9]+)(?:[.,]([0-9]{1,2}))?")
SIGNS = {"€": "EUR", "£": "GBP"}


def agree(money: Money, said: str) -> bool:
    """Is `said` one number that is this amount, and is no other currency named in it?

    >>> agree(Money.of("75000", "EUR"), "75.000 EUR"), agree(Money.of("75", "EUR"), "75.000 EUR")
    (True, False)
    >>> agree(Money.of("98000", "EUR"), "98,000 GBP"), agree(Money.of("300", "EUR"), "between 300 and 400")
    (False, False)
    """
    named = {*re.findall("[A-Z]{3}", said), *(code for sign, code in SIGNS.items() if sign in said)}
    return _number(said) == money.amount and not named - {money.currency}


def _number(said: str) -> Decimal | None:
    """The one number in the text; three digits after a separator are thousands, one or two are decimals."""
    digits = re.fullmatch(r"[^0-9]*([0-9](?:.*[0-9])?)[^0-9]*", said)
    number = NUMBER.fullmatch(digits[1]) if digits else None
    if number is None:
        return None
    whole = re.sub("[^0-9]", "", number[1])
    return Decimal(f"{whole}.{number[2] or 0}")
