"""A bare title of the CNIL, as in its feed: it may hold all, or only that there is something to read. Pure."""

import re

from scrapers.adapter import Account
from scrapers.decision import Sanction
from scrapers.meaning.french.measures import MONEY_KINDS, REMINDER, Clause, Reading, read_clause
from scrapers.meaning.french.names import opening_name
from scrapers.meaning.french.numbers import read_number
from scrapers.meaning.french.release import REMINDED
from scrapers.meaning.french.subjects import SIGN, is_digest, is_of_its_own_form, is_only_proposed, no_sanction
from scrapers.meaning.french.words import plain

ROUNDED = re.compile(r"\b(?:pres de|plus de|environ|quelque|presque)\b")


def read_title(title: str) -> Account:
    """What a title (cleaned) says; where the amount or the name is missing, the page behind it must be read.

    >>> read_title("ALPHA : la CNIL prononce une amende de 3 millions d'euros").sanctions[0].party
    'ALPHA'
    """
    if why := no_sanction(title):
        return Account(nothing=why)
    reading = read_clause(Clause(0, title), opening_name(title))
    if not reading.sanctions:
        return _silent(title)
    return Account(reading.sanctions, doubts=_doubts(title, reading), reference=read_number(title))


def _silent(title: str) -> Account:
    if SIGN.search(plain(title)):
        return Account(doubts=("the title speaks of a sanction without saying which",))
    return Account(nothing="the title speaks of no sanction")


def _doubts(title: str, reading: Reading) -> tuple[str, ...]:
    paid = [sanction for sanction in reading.sanctions if sanction.kind in MONEY_KINDS]
    found = {
        "the title names a fine; the amount stands in the decision": any(s.money is None for s in paid),
        "the title gives one sum for several parties, which may be a total": _is_one_sum(paid),
        "the title gives several sums for one party": len({s.money for s in paid}) > len({s.party for s in paid}),
        "the amount in the title is rounded": bool(paid and ROUNDED.search(plain(title))),
        "the title tells of a measure that is asked for, contested or long known": is_only_proposed(title),
        "the title does not say that a measure was taken now": not is_of_its_own_form(title),
        "the title names nobody": not any(sanction.party for sanction in reading.sanctions),
        "a digest of several decisions that names nobody": is_digest(title),
        REMINDED: bool(re.search(REMINDER, plain(title))),
    }
    return (*reading.doubts, *(doubt for doubt, holds in found.items() if holds))


def _is_one_sum(paid: list[Sanction]) -> bool:
    return len(paid) > 1 and len({sanction.money for sanction in paid}) == 1
