"""Money in two columns, minor units and currency. Pure."""

from scrapers.decision import Money


def columns(money: Money | None) -> tuple[int | None, str | None]:
    """Minor units and currency, both None where there is no amount."""
    return (None, None) if money is None else (money.minor, money.currency)


def money(minor: int | None, currency: str | None) -> Money | None:
    """The amount of two columns."""
    return None if minor is None or currency is None else Money(minor=minor, currency=currency)


def in_words(money: Money) -> str:
    """For a sentence about a change.

    >>> in_words(Money.of("7552800", "GBP")), in_words(Money.of("12.50", "EUR"))
    ('GBP 7,552,800', 'EUR 12.50')
    """
    return f"{money.currency} {money.amount:,}".removesuffix(".00")
