"""Add lines up: a joint amount once, each currency by itself, euro at the rate of the decision date. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scrapers.decision import Kind, Money
from storage.events import UNDER_CHALLENGE
from storage.reckoning import rates
from storage.reckoning.lines import Line
from storage.reckoning.rates import Rate


@dataclass(frozen=True)
class Row:
    """One sum; amounts are minor units by currency.

    `sanctions` are the fines counted (of the row's own kind where sums are divided by kind), `undisclosed` those of
    them whose amount is not known, `challenged` the part under appeal, suspended or remitted. `eur` is euro cents, an
    estimate wherever `native` holds another currency, None where one has no rate.
    """

    key: str
    native: Mapping[str, int]
    eur: int | None
    periodic_penalties: Mapping[str, int]
    sanctions: int
    decisions: int
    challenged_sanctions: int
    challenged: Mapping[str, int]
    undisclosed: int
    authorities: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """What is in no sum, and why."""

    reason: str
    sanctions: int
    native: Mapping[str, int]


@dataclass(frozen=True)
class Reckoning:
    """How to add: amounts as first imposed or as they stand, every kind counted or fines only, the rates needed."""

    imposed: bool
    every_kind: bool
    rates: Mapping[tuple[str, date], Rate]

    def money(self, line: Line) -> Money | None:
        """The amount of a line."""
        return line.imposed if self.imposed else line.current

    def euros(self, line: Line) -> int | None:
        """Euro cents for a line with an amount; None without a rate."""
        money = self.money(line)
        if money is None or money.currency == "EUR":
            return money.minor if money else 0
        rate = self.rates.get((money.currency, line.day))
        return None if rate is None else rates.euros(money, rate)


def row(key: str, lines: Iterable[Line], reckoning: Reckoning) -> Row:
    """The sum of the lines of one row."""
    lines = list(lines)
    fines = [line for line in lines if line.kind is Kind.FINE]
    counted = lines if reckoning.every_kind else fines
    challenged = [line for line in fines if line.state in UNDER_CHALLENGE]
    return Row(
        key=key,
        native=sums(fines, reckoning.money),
        eur=_euros(fines, reckoning),
        periodic_penalties=sums([line for line in lines if line.kind is Kind.PERIODIC_PENALTY], reckoning.money),
        sanctions=len(counted),
        decisions=len({line.decision_id for line in counted}),
        challenged_sanctions=len(challenged),
        challenged=sums(challenged, reckoning.money),
        undisclosed=sum(reckoning.money(line) is None for line in fines),
        authorities=tuple(sorted({line.authority for line in counted})),
    )


def left_out(reason: str, lines: Iterable[Line], reckoning: Reckoning) -> LeftOut:
    """What is left out for one reason."""
    lines = list(lines)
    return LeftOut(reason, len(lines), sums(lines, reckoning.money))


def sums(lines: Iterable[Line], money_of: Callable[[Line], Money | None]) -> dict[str, int]:
    """Minor units by currency, an amount owed jointly once."""
    found: dict[str, int] = {}
    for line in _each_debt_once(lines):
        money = money_of(line)
        if money is not None:
            found[money.currency] = found.get(money.currency, 0) + money.minor
    return dict(sorted(found.items()))


def _euros(lines: Iterable[Line], reckoning: Reckoning) -> int | None:
    amounts = [reckoning.euros(line) for line in _each_debt_once(lines)]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def _each_debt_once(lines: Iterable[Line]) -> list[Line]:
    debts = {(line.decision_id, line.joint or line.sanction_id): line for line in reversed(list(lines))}
    return list(reversed(debts.values()))
