"""Money in two columns, minor units and currency. Pure."""

from scrapers.decision import Money


def columns(money: Money | None) -> tuple[int | None, str | None]:
    """Minor units and currency, both None where there is no amount."""
    return (None, None) if money is None else (money.minor, money.currency)


def money(minor: int | None, currency: str | None) -> Money | None:
    """The amount of two columns."""
    return None if minor is None or currency is None else Money(minor=minor, currency=currency)
