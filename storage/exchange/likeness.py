"""Is an act of somebody else's table one that is stored already? Certainly, perhaps, or no.

Certainly: the same authority, day, amount to the cent, and party. Perhaps: all but the party, of whom one names nobody,
or whose names may be two spellings of one. A table calls a periodic penalty a fine as well, and dates an act by the
decision or its publication.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, or_, select

from scrapers.decision import Kind, Money, Sanction
from storage import stored
from storage.exchange.entries import Entry, RefusedError
from storage.facts import MONEY_KINDS
from storage.names.matching import compare
from storage.stored import Stored
from storage.tables import DecisionRow


@dataclass(frozen=True)
class Consequence:
    """One sanction of a stored act."""

    act: Stored
    sanction: Sanction


def open_to(db: Session, entries: Sequence[Entry], source: str) -> list[Consequence]:
    """The stored consequences that rows of this source may tell of, and no other row of it is known to tell of."""
    return [
        Consequence(act, sanction)
        for act in stored.load(db, _near(db, entries))
        if sum(key.startswith(f"{source}:") for key in _keys(act)) < len(act.decision.sanctions)
        for sanction in act.decision.sanctions
    ]


def told_by(entry: Entry, known: Iterable[Consequence]) -> Consequence | None:
    """The stored consequence that an entry certainly tells of, None when it is new. Raises RefusedError for perhaps."""
    (new,) = entry.decision.sanctions
    alike = [one for one in known if _is_near(entry, one.act) and _what(one.sanction) == _what(new)]
    verdicts = [_same_party(one.sanction.party, new.party) for one in alike]
    if "same" in verdicts:
        return alike[verdicts.index("same")]
    if "unsure" in verdicts:
        act = alike[verdicts.index("unsure")].act.decision
        raise RefusedError("perhaps an act that is stored already", f"{act.authority} {act.key}")
    return None


def _near(db: Session, entries: Sequence[Entry]) -> Sequence[DecisionRow]:
    """The acts of the same authorities and days, and those whose day came to be known later."""
    codes = {entry.decision.authority for entry in entries}
    days = {_day(entry) for entry in entries}
    later = col(DecisionRow.decided_on).is_(None) & (DecisionRow.origin != "import")
    near = or_(col(DecisionRow.decided_on).in_(days), col(DecisionRow.published_on).in_(days), later)
    rows = select(DecisionRow).where(col(DecisionRow.authority).in_(codes), near)
    return db.exec(rows.order_by(col(DecisionRow.id))).all()


def _keys(act: Stored) -> tuple[str, ...]:
    return act.decision.key, *act.decision.aliases


def _day(entry: Entry) -> date | None:
    return entry.decision.decided_on or entry.decision.published_on


def _is_near(entry: Entry, act: Stored) -> bool:
    decided = entry.either_day or entry.decision.decided_on is not None
    published = entry.either_day or entry.decision.decided_on is None
    days = {act.decision.decided_on if decided else None, act.decision.published_on if published else None}
    return act.decision.authority == entry.decision.authority and _day(entry) in days


def _what(sanction: Sanction) -> Kind | Money:
    """The amount of what is money, the kind of what is not."""
    return sanction.money if sanction.money and sanction.kind in MONEY_KINDS else sanction.kind


def _same_party(one: str | None, other: str | None) -> str:
    return compare(one, other).verdict if one and other else "unsure"
