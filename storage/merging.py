"""Is a provisional decision, known only by the address of a release, the same act as another? Pure, but for a query."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar

from sqlmodel import col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from scrapers.decision import Decision, Sanction
from storage.company_names import company_key
from storage.facts import same_amount
from storage.tables import DecisionRow

APART = timedelta(days=60)
"""A release follows its decision by days, rarely by weeks; two acts on one party are mostly further apart."""


class Holder(Protocol):
    """Whatever carries a stored decision."""

    @property
    def decision(self) -> Decision:
        """The act."""


Held = TypeVar("Held", bound=Holder)


def candidates(decision: Decision) -> SelectOfScalar[DecisionRow]:
    """The stored acts that a decision might be: near in time, and one of the two provisional."""
    days = [day for day in (decision.decided_on, decision.published_on) if day is not None]
    span = (min(days) - APART, max(days) + APART) if days else (date.max, date.min)
    near = select(DecisionRow).where(
        DecisionRow.authority == decision.authority,
        or_(col(DecisionRow.decided_on).between(*span), col(DecisionRow.published_on).between(*span)),
    )
    return near if decision.provisional else near.where(col(DecisionRow.provisional))


def the_same_act(decision: Decision, stored: Iterable[Held]) -> Held | None:
    """The one stored act that a decision certainly is; None when none is, or when it might be two."""
    found = [holder for holder in stored if is_same_act(holder.decision, decision)]
    return found[0] if len(found) == 1 else None


def is_same_act(one: Decision, other: Decision) -> bool:
    """Same authority, same parties for the same kinds, near in time, and amounts equal but for rounding."""
    if one.authority != other.authority or one.provisional + other.provisional == 0:
        return False
    return _near(one, other) and _says_the_same(one, other)


def _near(one: Decision, other: Decision) -> bool:
    ours, theirs = (
        [day for day in (decision.decided_on, decision.published_on) if day is not None] for decision in (one, other)
    )
    return any(abs(day - their_day) <= APART for day in ours for their_day in theirs)


def _says_the_same(one: Decision, other: Decision) -> bool:
    """One named party and kind in common, and none whose amounts contradict each other."""
    ours, theirs = _consequences(one), _consequences(other)
    common = [name for name in ours if name in theirs]
    return bool(common) and all(
        any(same_amount(a.money, b.money) for a in ours[name] for b in theirs[name]) for name in common
    )


def _consequences(decision: Decision) -> dict[tuple[str, str], list[Sanction]]:
    found: dict[tuple[str, str], list[Sanction]] = {}
    for sanction in decision.sanctions:
        if sanction.party is not None:
            found.setdefault((company_key(sanction.party), sanction.kind.value), []).append(sanction)
    return found
