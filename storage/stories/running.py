"""Orders under a daily rate: what has run up by a day, and which periodic penalty collected it. Pure.

What runs up is our estimate and no debt (rules.md, the last paragraph): only a periodic penalty makes it payable. That
one comes from the other is our link, too, as no authority states it in a field.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from scrapers.decision import Kind, Money
from storage.stored import Stored
from storage.stories.standing import Standing

ENDS = {Kind.PERIODIC_PENALTY: "collected", Kind.CLOSURE: "closed"}
"""What ends the running, and the word for an order that it has ended."""

STOPPED = frozenset({"proposed", "suspended", "annulled"})
"""Legal states in which nothing runs."""


@dataclass(frozen=True)
class Running:
    """An order with a daily rate at the end of a day.

    `state` is running, not_due, no_deadline, collected, closed, or a legal state in which nothing runs. `days` and
    `estimate` are set only while it runs: the days after the deadline, and as many times the rate. `ended_by` is the
    periodic penalty or the closure.
    """

    order: Standing
    day: date
    state: str
    days: int | None = None
    estimate: Money | None = None
    ended_by: Standing | None = None


@dataclass(frozen=True)
class Origin:
    """The decision whose order a periodic penalty collects, by our link; `days` how many days of the daily rate the
    penalty is, None where it is no whole number of them or the decision holds several rates."""

    stored: Stored
    days: int | None


def running(order: Standing, others: Sequence[Standing], day: date) -> Running:
    """How an order with a daily rate stands at the end of a day; `others` are the company's sanctions until then."""
    ended_by = _end_of(order, others)
    if ended_by is not None:
        return Running(order, day, ENDS[ended_by.sanction.kind], ended_by=ended_by)
    if order.state in STOPPED:
        return Running(order, day, order.state)
    due_on, daily = order.sanction.due_on, order.sanction.daily
    if due_on is None or daily is None:
        return Running(order, day, "no_deadline")
    days = (day - due_on).days
    if days <= 0:
        return Running(order, day, "not_due")
    return Running(order, day, "running", days, Money(minor=daily.minor * days, currency=daily.currency))


def is_under_rate(standing: Standing) -> bool:
    """Is it an order that costs something for each day?"""
    return standing.sanction.kind is Kind.ORDER and standing.sanction.daily is not None


def origin(penalty: Standing, others: Iterable[Standing]) -> Origin | None:
    """The decision that a periodic penalty comes from: the one of the same authority on the same company, earlier, with
    a daily rate in the same currency. None where there is none, or more than one that it might be."""
    orders = [other for other in others if _may_lead_to(other, penalty)]
    if len({order.stored.id for order in orders}) != 1:
        return None
    return Origin(orders[0].stored, _days(penalty, orders))


def _may_lead_to(order: Standing, penalty: Standing) -> bool:
    daily, money = order.sanction.daily, penalty.sanction.money
    is_earlier = order.day < penalty.day and (order.sanction.due_on or order.day) <= penalty.day
    same_currency = daily is not None and (money is None or money.currency == daily.currency)
    return is_under_rate(order) and is_earlier and same_currency and _concern_one(order, penalty)


def _concern_one(one: Standing, other: Standing) -> bool:
    same_authority = one.stored.decision.authority == other.stored.decision.authority
    return same_authority and one.company_id is not None and one.company_id == other.company_id


def _days(penalty: Standing, orders: Sequence[Standing]) -> int | None:
    money, rates = penalty.sanction.money, {order.sanction.daily for order in orders}
    daily = rates.pop()
    if money is None or daily is None or rates or daily.minor == 0 or money.minor % daily.minor:
        return None
    return money.minor // daily.minor


def _end_of(order: Standing, others: Sequence[Standing]) -> Standing | None:
    ends = [other for other in others if _ends(order, other, others)]
    return min(ends, key=lambda end: (end.day, end.stored.id), default=None)


def _ends(order: Standing, other: Standing, others: Sequence[Standing]) -> bool:
    if other.sanction.kind is Kind.PERIODIC_PENALTY and other.state not in STOPPED:
        found = origin(other, others)
        return found is not None and found.stored.id == order.stored.id
    return other.sanction.kind is Kind.CLOSURE and order.day < other.day and _concern_one(order, other)
