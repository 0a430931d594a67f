"""What one decision adds to each kept sum. Pure.

An amount owed jointly counts once, and a decision counts once, whatever it holds. Both are questions within one
decision. So what it adds is worked out here for each place where it is asked for, and between decisions plain addition
is right. Places are: everybody or one company; authority; year; and a heading.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import add, sub
from typing import NamedTuple

from scrapers.decision import Kind, Money
from storage.events import NOT_IN_FORCE, UNDER_CHALLENGE
from storage.reckoning.lines import Line
from storage.reckoning.rates import Rate, euros

VERSION = 1
"""To be raised with every change of what is kept: kept sums of another version are made anew."""

EVERYBODY = 0
UNDATED = 0
NEVER_ADDED = {Kind.NOTICE_OF_INTENT: "notice of intent", Kind.PROSECUTION: "prosecution"}
COUNTED = frozenset({Kind.FINE, Kind.PERIODIC_PENALTY})

CHALLENGED = "under challenge"
UNNAMED = "unnamed party"
NO_DATE = "no decision date"
"""Counted money of parties without a name, and of acts without a day: left out where company or year is asked for."""

ALL_KINDS = "of all kinds: "
"""Before a reason: everything left out for it, also orders and reprimands; without it only what is about money."""

Rates = Mapping[tuple[str, date], Rate]


class Place(NamedTuple):
    """Where numbers belong. A heading is a kind of sanction that is counted, or a reason why it is not.

    Under `imposed` stands only what must be added to the sum in force to get the sum as imposed.
    """

    company_id: int
    authority: str
    year: int
    definition: str
    heading: str
    currency: str


class Numbers(NamedTuple):
    """`debts` are the amounts in `minor`, each joint one once; `euro` cents of them, without the `rateless` ones."""

    sanctions: int = 0
    decisions: int = 0
    debts: int = 0
    minor: int = 0
    euro: int = 0
    rateless: int = 0


NOTHING = Numbers()
Parts = dict[Place, Numbers]
_Headings = dict[tuple[str, str], Numbers]


def plus(one: Numbers, other: Numbers) -> Numbers:
    """The sum, number by number."""
    return Numbers(*map(add, one, other))


def minus(one: Numbers, other: Numbers) -> Numbers:
    """The difference, number by number."""
    return Numbers(*map(sub, one, other))


def parts(lines: Sequence[Line], rates: Rates) -> Parts:
    """What a decision with these lines adds, place by place; places where it adds nothing are absent."""
    act = lines[0]
    year = act.decided_on.year if act.decided_on else UNDATED
    found: Parts = {}
    for whose, theirs in _whose(lines):
        for definition, headings in _definitions(theirs, rates):
            for (heading, currency), numbers in headings.items():
                for company_id in whose:
                    found[Place(company_id, act.authority, year, definition, heading, currency)] = numbers
    return found


def needed_rates(lines: Iterable[Line]) -> set[tuple[str, date]]:
    """Currency and day of every amount that is not in euro."""
    amounts = ((money, line.day) for line in lines for money in (line.current, line.imposed))
    return {(money.currency, day) for money, day in amounts if money is not None and money.currency != "EUR"}


def _whose(lines: Sequence[Line]) -> Iterator[tuple[tuple[int, ...], Sequence[Line]]]:
    """Everybody's lines, and each company's; both at once where one company is the only party."""
    companies = dict.fromkeys(line.company_id for line in lines)
    named = [company_id for company_id in companies if company_id is not None]
    if len(named) == len(companies) == 1:
        yield (EVERYBODY, *named), lines
        return
    yield (EVERYBODY,), lines
    for company_id in named:
        yield (company_id,), [line for line in lines if line.company_id == company_id]


def _definitions(lines: Sequence[Line], rates: Rates) -> Iterator[tuple[str, _Headings]]:
    in_force = _headings(lines, rates, imposed=False)
    yield "in-force", in_force
    if any(line.state in NOT_IN_FORCE or line.current != line.imposed for line in lines):
        imposed = _headings(lines, rates, imposed=True)
        more = {at: minus(imposed.get(at, NOTHING), in_force.get(at, NOTHING)) for at in imposed | in_force}
        yield "imposed", {at: numbers for at, numbers in more.items() if numbers != NOTHING}


def _headings(lines: Sequence[Line], rates: Rates, *, imposed: bool) -> _Headings:
    under: dict[str, list[Line]] = {}
    for line in lines:
        for heading in _headings_of(line, imposed=imposed):
            under.setdefault(heading, []).append(line)
    found: _Headings = {}
    for heading, theirs in under.items():
        for currency, numbers in _add_up(theirs, rates, imposed=imposed).items():
            found[heading, currency] = numbers
    return found


def _headings_of(line: Line, *, imposed: bool) -> Iterator[str]:
    reason = NEVER_ADDED.get(line.kind) or (line.state if not imposed and line.state in NOT_IN_FORCE else None)
    about_money = line.kind in COUNTED or line.kind in NEVER_ADDED
    if reason is None:
        yield line.kind.value
        if line.kind is Kind.FINE and line.state in UNDER_CHALLENGE:
            yield CHALLENGED
        if about_money and line.company_id is None:
            yield UNNAMED
        reason = NO_DATE if line.decided_on is None else None
    if reason is not None:
        yield ALL_KINDS + reason
        if about_money:
            yield reason


def _add_up(lines: Sequence[Line], rates: Rates, *, imposed: bool) -> dict[str, Numbers]:
    """The numbers of one heading by currency; the decision itself is counted at the first line."""
    found: dict[str, Numbers] = {}
    debts: set[str] = set()
    for number, line in enumerate(lines):
        money = line.imposed if imposed else line.current
        owed = None if line.joint in debts else money
        if line.joint:
            debts.add(line.joint)
        currency = money.currency if money else ""
        more = Numbers(1, int(number == 0), *_debt(owed, line, rates))
        found[currency] = plus(found[currency], more) if currency in found else more
    return found


def _debt(money: Money | None, line: Line, rates: Rates) -> tuple[int, int, int, int]:
    if money is None:
        return 0, 0, 0, 0
    if line.kind is not Kind.FINE:
        return 1, money.minor, 0, 0
    if money.currency == "EUR":
        return 1, money.minor, money.minor, 0
    rate = rates.get((money.currency, line.day))
    return (1, money.minor, 0, 1) if rate is None else (1, money.minor, euros(money, rate), 0)
