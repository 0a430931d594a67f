"""Is an act known by another key the same act? Pure, but for a query.

Two kinds of entries have a key that another document of the act does not carry: a provisional one, known only by the
address of a release, and one that a person wrote into the history.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar

from sqlmodel import and_, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from scrapers.decision import Decision, Sanction
from storage.facts import MONEY_KINDS, same_amount
from storage.names.company_names import company_key
from storage.tables import DecisionRow

APART = timedelta(days=60)
"""A release follows its decision by days, rarely by weeks; two acts on one party are mostly further apart."""

BY_HAND = frozenset({"history", "import"})


class Holder(Protocol):
    """Whatever carries a stored decision."""

    @property
    def decision(self) -> Decision:
        """The act."""

    @property
    def origin(self) -> str:
        """Where it came from."""


Held = TypeVar("Held", bound=Holder)


def candidates(decision: Decision) -> SelectOfScalar[DecisionRow]:
    """The stored acts that a decision might be: near in time, and one of the two without the authority's own key.

    An entry of which no date is known stays a candidate at any time.
    """
    days = _days(decision)
    span = (min(days) - APART, max(days) + APART) if days else (date.max, date.min)
    undated = and_(col(DecisionRow.decided_on).is_(None), col(DecisionRow.published_on).is_(None))
    near = select(DecisionRow).where(
        DecisionRow.authority == decision.authority,
        or_(undated, col(DecisionRow.decided_on).between(*span), col(DecisionRow.published_on).between(*span)),
    )
    keyless = or_(col(DecisionRow.provisional), col(DecisionRow.origin).in_(BY_HAND))
    return near if decision.provisional else near.where(keyless)


def the_same_act(decision: Decision, stored: Iterable[Held], origin: str) -> Held | None:
    """The one stored act that a decision certainly is; None when none is, or when it might be two."""
    found = [holder for holder in stored if _is_the_same(holder, decision, origin)]
    return found[0] if len(found) == 1 else None


def _is_the_same(holder: Holder, decision: Decision, origin: str) -> bool:
    known = holder.decision
    if known.reference and decision.reference and known.reference != decision.reference:
        return False
    if known.provisional or decision.provisional:
        return is_told_by(known, decision)
    return (holder.origin in BY_HAND) != (origin in BY_HAND) and is_written_of(known, decision)


def is_told_by(one: Decision, other: Decision) -> bool:
    """A release and its decision: a party and kind in common, amounts equal but for rounding."""
    ours, theirs = _consequences(one), _consequences(other)
    common = [name for name in ours if name in theirs]
    return bool(common) and all(
        any(same_amount(a.money, b.money) for a in ours[name] for b in theirs[name]) for name in common
    )


def is_written_of(one: Decision, other: Decision) -> bool:
    """An act and a person's entry of it: decided on one day, and to the cent the same fines on the same named parties.

    Without fines: the same kinds for the same parties.
    """
    if one.decided_on is None or one.decided_on != other.decided_on:
        return False
    ours, theirs = _fines(one), _fines(other)
    if ours or theirs:
        return ours == theirs and all(party for party, _, _ in ours)
    return _consequences(one).keys() == _consequences(other).keys() != set()


def _days(decision: Decision) -> list[date]:
    return [day for day in (decision.decided_on, decision.published_on) if day is not None]


def _fines(decision: Decision) -> Counter[tuple[str, str, str]]:
    fines = [sanction for sanction in decision.sanctions if sanction.kind in MONEY_KINDS]
    return Counter((company_key(fine.party or ""), fine.kind.value, repr(fine.money)) for fine in fines)


def _consequences(decision: Decision) -> dict[tuple[str, str], list[Sanction]]:
    found: dict[tuple[str, str], list[Sanction]] = {}
    for sanction in decision.sanctions:
        if sanction.party is not None:
            found.setdefault((company_key(sanction.party), sanction.kind.value), []).append(sanction)
    return found
