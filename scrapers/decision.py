"""The vocabulary: what a decision, a sanction and an amount are. Frozen values, no behaviour beyond arithmetic.

A *decision* is one published act of an authority. A *sanction* is one legal consequence of it for one party.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Kind(StrEnum):
    """What a sanction is; a closed list. An unknown word goes to review, never to a default."""

    FINE = "fine"
    PERIODIC_PENALTY = "periodic_penalty"
    ORDER = "order"
    REPRIMAND = "reprimand"
    WARNING = "warning"
    FORMAL_NOTICE = "formal_notice"
    NOTICE_OF_INTENT = "notice_of_intent"
    PROSECUTION = "prosecution"
    CLOSURE = "closure"
    COURT_RULING = "court_ruling"


NOT_SANCTIONS = frozenset({Kind.CLOSURE, Kind.COURT_RULING})
"""Kinds that are events on an earlier decision, never sanctions of their own."""


class Value(BaseModel):
    """A frozen value that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Money(Value):
    """An amount in minor units (cents, pence) and its ISO 4217 currency.

    >>> Money.of("1250000.50", "EUR")
    Money(minor=125000050, currency='EUR')
    >>> Money.of("20000000", "EUR").amount
    Decimal('20000000.00')
    """

    minor: int = Field(ge=0)
    currency: str = Field(pattern="^[A-Z]{3}$")

    @classmethod
    def of(cls, amount: Decimal | str | int, currency: str) -> Self:
        """Major units to `Money`; more than two decimals raise ValueError, because no authority fines in them."""
        minor = Decimal(amount) * 100
        if minor != minor.to_integral_value():
            raise ValueError(f"more than two decimals: {amount}")
        return cls(minor=int(minor), currency=currency)

    @property
    def amount(self) -> Decimal:
        """Major units with two decimals."""
        return (Decimal(self.minor) / 100).quantize(Decimal("0.01"))


class Evidence(Value):
    """The words that a fact was read from.

    `start` counts characters from the beginning of the passage's text, or is None where the words are put together.
    `method` says how they were read: "digits", "words", "digits and words agree", "field", "person".
    """

    words: str
    document: str = ""
    start: int | None = None
    method: str = ""


class Sanction(Value):
    """One legal consequence for one party, as the decision states it.

    `party` is the name as published, None where the authority names nobody. `money` is what is payable: set for fines
    and periodic penalties, None where the act states no sum. `daily` is the rate of an order under daily penalty, a
    fact of the order and never a sum. Sanctions with the same `joint` label owe one amount together; it is stated at
    each of them and counted once.
    """

    party: str | None
    kind: Kind
    money: Money | None = None
    daily: Money | None = None
    due_on: date | None = None
    articles: tuple[str, ...] = ()
    joint: str | None = None
    evidence: Evidence


class Decision(Value):
    """One published act.

    `key` is the authority's own identity of the act, raw: never a title, a date or an amount. `provisional` marks a key
    that is only the address of a release that gives no reference: another document may bring the real one. `aliases`
    are the other identities the act is known by (CNILTEXT id, slug, address).
    """

    authority: str
    key: str
    reference: str | None
    url: str
    title: str
    language: str
    decided_on: date | None
    published_on: date | None = None
    provisional: bool = False
    aliases: tuple[str, ...] = ()
    sanctions: tuple[Sanction, ...]

    @model_validator(mode="after")
    def _states_a_sanction(self) -> Self:
        if not self.sanctions:
            raise ValueError(f"{self.authority} {self.key}: a decision without a sanction is not kept as one")
        return self


def total(sanctions: Iterable[Sanction], kind: Kind) -> dict[str, int]:
    """Minor units by currency over the sanctions of one kind, a joint amount counted once."""
    sums: dict[str, int] = {}
    seen: set[str] = set()
    for sanction in sanctions:
        if sanction.kind is not kind or sanction.money is None or sanction.joint in seen:
            continue
        if sanction.joint is not None:
            seen.add(sanction.joint)
        sums[sanction.money.currency] = sums.get(sanction.money.currency, 0) + sanction.money.minor
    return sums
