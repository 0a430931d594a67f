"""Who is told of what. Pure: a stored decision and what is wanted go in, messages owed come out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from scrapers.decision import NOT_SANCTIONS, Kind
from storage.companies import Company, compare
from storage.decisions import Saved, Stored

SANCTIONS = frozenset(Kind) - NOT_SANCTIONS

TERMINAL = "terminal"
NEAR_ENOUGH = ("same", "group", "unsure")
"""An alert too many is read and forgotten, an alert too few is the one thing this bot must not do."""


@dataclass(frozen=True)
class Destination:
    """Somewhere that wants alerts. `address` is "terminal" or "discord:<channel id>"."""

    address: str
    kinds: frozenset[Kind] = SANCTIONS


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
    """Does the destination want this decision? No tracked company means every company."""
    wanted = [position for position, s in enumerate(stored.decision.sanctions) if s.kind in destination.kinds]
    return any(not tracked or _concerns(stored, position, tracked) for position in wanted)


def _concerns(stored: Stored, position: int, tracked: Iterable[Company]) -> bool:
    party, company_id = stored.decision.sanctions[position].party, stored.company_ids[position]
    if party is None:
        return False
    return any(c.id == company_id or compare(c.name, party).verdict in NEAR_ENOUGH for c in tracked)
