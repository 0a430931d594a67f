"""Who is told of what. Pure: a stored decision and what is wanted go in, messages owed come out."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from scrapers.decision import NOT_SANCTIONS, Kind, Money
from storage.decisions import Saved, Stored
from storage.reckoning import rates
from storage.register import tracking
from storage.register.companies import Company

SANCTIONS = frozenset(Kind) - NOT_SANCTIONS

TERMINAL = "terminal"


@dataclass(frozen=True)
class Destination:
    """Somewhere that wants alerts, and of what. `address` is "terminal" or "discord:<channel id>".

    No `authorities`: all. `least` is euro cents: sums below it are not wanted, a sum that is not stated is. `tracked`
    None stands for the installation's watch-list; an empty list is every company. `muted` are numbers of companies.
    """

    address: str
    kinds: frozenset[Kind] = SANCTIONS
    authorities: frozenset[str] = frozenset()
    least: int | None = None
    tracked: tuple[Company, ...] | None = None
    muted: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Destinations:
    """Where alerts go, and the one address (`ops`) that hears of trouble and of questions."""

    alerts: tuple[Destination, ...]
    ops: str


@dataclass(frozen=True)
class Owed:
    """A message to promise. `subject` is what it is about, once per address and kind ("alert" or "change")."""

    address: str
    kind: str
    subject: str
    text: str = ""


def owed(saved: Saved, stored: Stored, destinations: Destinations, tracked: Sequence[Company]) -> list[Owed]:
    """What a decision just saved is worth to each destination: an alert when new, a change, or nothing."""
    addresses = [to.address for to in destinations.alerts if wants(to, stored, tracked)]
    if saved.is_new:
        return [Owed(address, "alert", str(saved.id)) for address in addresses]
    if not saved.changes:
        return []
    text = "; ".join(saved.changes)
    subject = f"{saved.id} {sha256(text.encode()).hexdigest()[:16]}"
    return [Owed(address, "change", subject, text) for address in addresses]


def wants(destination: Destination, stored: Stored, tracked: Sequence[Company]) -> bool:
    """Does the destination want this decision? `tracked` is the installation's list; an empty list: every company."""
    if destination.authorities and stored.decision.authority not in destination.authorities:
        return False
    names = tracked if destination.tracked is None else destination.tracked
    wanted = [
        position for position in range(len(stored.decision.sanctions)) if _is_wanted(destination, stored, position)
    ]
    return any(not names or _concerns(stored, position, names) for position in wanted)


def _is_wanted(destination: Destination, stored: Stored, position: int) -> bool:
    sanction = stored.decision.sanctions[position]
    if sanction.kind not in destination.kinds or stored.company_ids[position] in destination.muted:
        return False
    euros = None if sanction.money is None else _euros(sanction.money, stored)
    return destination.least is None or euros is None or euros >= destination.least


def _euros(money: Money, stored: Stored) -> int | None:
    """Euro cents at the rate of the decision's day; None without a rate: then the sum is told, whatever it is."""
    if money.currency == "EUR":
        return money.minor
    rate = rates.look_up(money.currency, stored.day)
    return None if rate is None else rates.euros(money, rate)


def _concerns(stored: Stored, position: int, tracked: Sequence[Company]) -> bool:
    party, company_id = stored.decision.sanctions[position].party, stored.company_ids[position]
    if party is None:
        return bool(tracking.named(tracked, stored.decision.title))
    return bool(tracking.concerned(tracked, party, company_id))
