"""What an act says now: the rows as first read, with the facts put right since. Pure.

Also the opposite: what a new reading of a known act says that we did not know.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from scrapers.decision import Decision, Kind, Money, Sanction
from storage import amounts
from storage.events import Event
from storage.names.company_names import company_key

MONEY_KINDS = frozenset({Kind.FINE, Kind.PERIODIC_PENALTY})
ROUNDING = 0.03
"""A release rounds to the million or the hundred thousand; what is further off than 3 % is another amount."""


@dataclass(frozen=True)
class Difference:
    """One fact that a new reading adds or contradicts. `position` None: of the decision; `words` tells a reader, and
    is empty where only a gap was filled that no reader misses."""

    field: str
    position: int | None
    value: Any
    since_decided: bool
    words: str = ""
    axis: str = "fact"


def corrected(decision: Decision, sanction_ids: Sequence[int], events: Iterable[Event]) -> Decision:
    """The decision with the facts recorded since it was first read."""
    facts = [e for e in events if e.axis == "fact" and e.state in Sanction.model_fields | Decision.model_fields]
    if not facts:
        return decision
    said = decision.model_dump(mode="json")
    for event in facts:
        place = said if event.sanction_id is None else said["sanctions"][sanction_ids.index(event.sanction_id)]
        place[event.state] = event.value
    if said["key"] != decision.key:
        said["provisional"] = False
    return Decision.model_validate(said)


def same_amount(one: Money | None, other: Money | None) -> bool:
    """Equal, or one is the other rounded; an amount not stated contradicts none.

    >>> same_amount(Money.of("7500000", "GBP"), Money.of("7552800", "GBP"))
    True
    >>> same_amount(Money.of("20000000", "EUR"), Money.of("18000000", "EUR"))
    False
    """
    if one is None or other is None:
        return True
    return one == other or exact(one, other) is not None


def exact(one: Money, other: Money) -> Money | None:
    """The more exact of two amounts when the other is it, rounded or cut off; None when they are two amounts."""
    if one.currency != other.currency:
        return None
    rough, fine = sorted((one, other), key=lambda money: -_unit(money.minor))
    near = abs(rough.minor - fine.minor) <= ROUNDING * fine.minor
    rounded = abs(rough.minor - fine.minor) * 2 <= _unit(rough.minor)
    cut = 0 <= fine.minor - rough.minor < _unit(rough.minor)
    return fine if near and (rounded or cut) else None


def _unit(minor: int) -> int:
    """The largest power of ten that divides the amount: what it can have been rounded to."""
    unit = 1
    while minor and minor % (unit * 10) == 0:
        unit *= 10
    return unit


def pairs(old: Sequence[Sanction], new: Sequence[Sanction]) -> tuple[dict[int, int], list[int]]:
    """Which new sanction is which old one (new position -> old position), and the new ones without a counterpart."""
    found: dict[int, int] = {}
    for alike in (_same_consequence, _same_party_and_kind, _same_kind_one_unnamed):
        for position, sanction in enumerate(new):
            free = (at for at in range(len(old)) if at not in found.values() and alike(old[at], sanction))
            match = next(free, None) if position not in found else None
            if match is not None:
                found[position] = match
    return found, [position for position in range(len(new)) if position not in found]


def _same_party_and_kind(old: Sanction, new: Sanction) -> bool:
    return old.kind is new.kind and _party(old) == _party(new)


def _same_consequence(old: Sanction, new: Sanction) -> bool:
    return _same_party_and_kind(old, new) and same_amount(old.money, new.money)


def _same_kind_one_unnamed(old: Sanction, new: Sanction) -> bool:
    return old.kind is new.kind and None in (old.party, new.party) and same_amount(old.money, new.money)


def _party(sanction: Sanction) -> str:
    return company_key(sanction.party) if sanction.party else ""


def differences(old: Decision, new: Decision) -> list[Difference]:
    """What `new` says beyond `old`. What it leaves out is no difference, except a fine that is gone."""
    found = [
        Difference(field, None, value, since_decided=True)
        for field in ("reference", "decided_on", "published_on")
        if (value := _json(getattr(new, field))) is not None and getattr(old, field) is None
    ]
    if old.provisional and not new.provisional:
        found.append(Difference("key", None, new.key, since_decided=True))
    matched, added = pairs(old.sanctions, new.sanctions)
    for position, at in matched.items():
        found += _changes(old.sanctions[at], new.sanctions[position], at)
        if old.url == new.url and old.sanctions[at].party and not new.sanctions[position].party:
            found.append(Difference("anonymised", at, None, since_decided=False, axis="publication"))
    found += [_addition(new.sanctions[position], len(old.sanctions) + i) for i, position in enumerate(added)]
    gone = [at for at, sanction in enumerate(old.sanctions) if at not in matched.values()]
    return found + [_loss(old.sanctions[at], at) for at in gone if old.sanctions[at].kind in MONEY_KINDS]


def _changes(old: Sanction, new: Sanction, at: int) -> list[Difference]:
    found = []
    if old.party is None and new.party is not None:
        found.append(Difference("party", at, new.party, since_decided=True, words=f"the party is {new.party}"))
    for field in ("money", "daily", "due_on"):
        change = _change(field, getattr(old, field), getattr(new, field), at)
        if change is not None:
            found.append(change)
    if not old.articles and new.articles:
        found.append(Difference("articles", at, list(new.articles), since_decided=True))
    return found


def _change(field: str, old: Money | date | None, new: Money | date | None, at: int) -> Difference | None:
    if new is None or new == old:
        return None
    if old is None:
        return Difference(field, at, _json(new), since_decided=True, words=f"{NAMES[field]} is {_words(new)}")
    better = exact(old, new) if isinstance(old, Money) and isinstance(new, Money) else None
    if better is not None and better == old:
        return None
    words = f"{NAMES[field]} is {_words(new)}, not {_words(old)}"
    return Difference(field, at, _json(new), since_decided=better is not None, words=words)


NAMES = {"money": "the amount", "daily": "the daily rate", "due_on": "the deadline"}


def _addition(sanction: Sanction, at: int) -> Difference:
    sum_of = f" of {_words(sanction.money)}" if sanction.money else ""
    words = f"also {sanction.kind.value.replace('_', ' ')}{sum_of} for {sanction.party or 'an unnamed party'}"
    return Difference("added", at, sanction.model_dump(mode="json"), since_decided=True, words=words)


def _loss(sanction: Sanction, at: int) -> Difference:
    words = f"no longer stated: {sanction.kind.value.replace('_', ' ')} for {sanction.party or 'an unnamed party'}"
    return Difference("no_longer_stated", at, None, since_decided=False, words=words)


def _words(value: Money | date) -> str:
    return amounts.in_words(value) if isinstance(value, Money) else value.isoformat()


def _json(value: Money | date | str | None) -> Any:
    if isinstance(value, Money):
        return value.model_dump(mode="json")
    return value.isoformat() if isinstance(value, date) else value
