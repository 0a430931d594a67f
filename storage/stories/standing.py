"""One sanction in its decision as it stands: what the act said, what became of it, what it is in euro."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from scrapers.decision import Money, Sanction
from storage import events
from storage.reckoning import rates
from storage.reckoning.rates import Rate
from storage.stored import Stored


@dataclass(frozen=True)
class Standing:
    """The sanction at `position` of a decision. `euros` are cents for its current amount at the rate of the day of
    decision, an estimate unless it is in euro; None where there is no amount or no rate."""

    stored: Stored
    position: int
    euros: int | None

    @property
    def sanction(self) -> Sanction:
        """As the act states it, with the facts put right."""
        return self.stored.decision.sanctions[self.position]

    @property
    def company_id(self) -> int | None:
        """Who the party is."""
        return self.stored.company_ids[self.position]

    @property
    def day(self) -> date:
        """The day that places the act in time."""
        return self.stored.day

    @property
    def state(self) -> str:
        """The legal state."""
        return self.stored.legal_state(self.position)

    @property
    def current(self) -> Money | None:
        """The amount after reductions and increases."""
        return self.stored.current_money(self.position)

    @property
    def payment(self) -> str:
        """The state of payment; silence means not known."""
        return events.state(self.stored.events, "payment", self.stored.sanction_ids[self.position], "not_known")

    @property
    def with_whom(self) -> tuple[str, ...]:
        """The other parties of a joint amount, as published."""
        together = [each for each in self.stored.decision.sanctions if each.joint == self.sanction.joint is not None]
        return tuple(each.party for each in together if each.party not in (None, self.sanction.party))


def standings(db: Session, acts: Iterable[Stored]) -> list[Standing]:
    """Every sanction of some decisions, in their order."""
    placed = [(act, position) for act in acts for position in range(len(act.decision.sanctions))]
    amounts = [(act.current_money(position), act.day) for act, position in placed]
    foreign = {(money.currency, day) for money, day in amounts if money is not None and money.currency != "EUR"}
    known = rates.of_all(db, foreign)
    euros = [_euros(money, day, known) for money, day in amounts]
    return [Standing(act, position, cents) for (act, position), cents in zip(placed, euros, strict=True)]


def _euros(money: Money | None, day: date, known: Mapping[tuple[str, date], Rate]) -> int | None:
    if money is None or money.currency == "EUR":
        return money.minor if money else None
    rate = known.get((money.currency, day))
    return rates.euros(money, rate) if rate else None
