"""An English release of the CNIL: English rules, and a person where the CNIL's own words mean something else. Pure.

Its translations call a liquidation a “penalty”, a closing an “injunction”, and give the sum of two decisions as one
(source-cnil.md §4); only a plain fine on one company is taken from them.
"""

import re
from dataclasses import replace

from scrapers.adapter import Account, Passage, RawDecision
from scrapers.decision import Kind
from scrapers.meaning import english
from scrapers.meaning.french.words import plain

PLAIN_FINE = re.compile(r"\bfine[sd]?\b|\bfining\b|\bpenalty of\b|\beuros? penalty\b")
OWN_WORDS = re.compile(
    r"\bclos(?:e[sd]?|ure|ing)\b|\boverdue\b|liquidat|formal notice|\breprimand|call(?:ed|s)? to order|\bwarn"
)
SIGN = re.compile(r"\bfine[sd]?\b|penalt|sanction|formal notice|injunction|reprimand|\bwarn|\border")


def read_translation(raw: RawDecision, passage: Passage) -> Account:
    """What an English release says; anything but a plain fine on one company comes with a doubt."""
    account = english.read(raw, passage, "EUR")
    title = plain(raw.title or passage.text[:200])
    if account.nothing and SIGN.search(title):
        return Account(doubts=("the translated title speaks of a sanction: read the French original",))
    if account.nothing or _is_plain(title, account):
        return account
    return replace(account, doubts=(*account.doubts, "a translation, and no plain fine: read the French original"))


def _is_plain(title: str, account: Account) -> bool:
    fines = [sanction for sanction in account.sanctions if sanction.kind is Kind.FINE]
    is_fine = bool(PLAIN_FINE.search(title)) and not OWN_WORDS.search(title)
    return is_fine and len(fines) == 1 and not _is_list(fines[0].party)


def _is_list(party: str | None) -> bool:
    return party is None or " and " in party
