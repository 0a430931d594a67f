"""What says once more what something else says: totals of their parts, an announcement, a headline repeated below."""

from scrapers.meaning.greek.imposing import Consequence
from scrapers.meaning.greek.sums import brief, is_total

Kept = tuple[tuple[Consequence, ...], tuple[str, ...]]
"""The consequences that are left, and the doubts about them."""


def without_totals(found: tuple[Consequence, ...]) -> Kept:
    """All but the sums that only add up their neighbours (“συνολικού ύψους …, ήτοι …”), and totals that do not."""
    fines = [one for one in found if one.amount]
    totals = [one for one in fines if one.amount and is_total(one.clause, one.amount)]
    parts = [one for one in fines if one not in totals]
    adding = [one for one in totals if _adds_up(one, parts)]
    wrong = [one for one in totals if one not in adding and any(part.clause is one.clause for part in parts)]
    doubts = [f"a total that is not the sum of its parts: “{brief(one.amount.words)}”" for one in wrong if one.amount]
    return tuple(one for one in found if one not in adding), tuple(doubts)


def _adds_up(total: Consequence, parts: list[Consequence]) -> bool:
    """Whether some neighbours, two or more in a row directly before or after it, make up the total."""
    before = [_minor(part) for part in parts if _place(part) < _place(total)]
    after = [_minor(part) for part in parts if _place(part) > _place(total)]
    sums = [sum(after[:count]) for count in range(2, len(after) + 1)]
    sums += [sum(before[-count:]) for count in range(2, len(before) + 1)]
    return _minor(total) in sums


def without_announcements(found: tuple[Consequence, ...]) -> Kept:
    """All but what is said to be necessary (“πρέπει να επιβληθεί επίπληξη”) and done in a later clause."""
    done = {one.kind for one in found if not one.clause.wished}
    return tuple(one for one in found if one.amount or not one.clause.wished or one.kind not in done), ()


def without_repeats(found: tuple[Consequence, ...]) -> Kept:
    """A report says the same fine in its headline and below: equal sums of different clauses are one, with a doubt."""
    kept: list[Consequence] = []
    for one in found:
        if not any(one.amount and _minor(one) == _minor(other) and one.clause is not other.clause for other in kept):
            kept.append(one)
    doubts = ("the same amount stands there more than once",) if len(kept) < len(found) else ()
    return tuple(kept), doubts


def _place(one: Consequence) -> int:
    return one.amount.start if one.amount else 0


def _minor(one: Consequence) -> int:
    return one.amount.money.minor if one.amount else 0
