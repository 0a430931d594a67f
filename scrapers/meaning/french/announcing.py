"""Whether a release of the CNIL announces a measure, and which of its sentences take it now. Pure."""

import re
from datetime import date

from scrapers.adapter import Account
from scrapers.meaning.french.measures import Clause, kinds_of
from scrapers.meaning.french.names import mentions
from scrapers.meaning.french.others import is_of_others
from scrapers.meaning.french.subjects import SIGN, announces
from scrapers.meaning.french.timing import is_not_now, takes
from scrapers.meaning.french.words import plain, sentences

ACTS = re.compile(
    r"(?:[^.;:]{0,90}, )?(?:la |le )?(?:cnil|formation restreinte|president\w*|bureau|elle)\b[^.;]{0,80}?"
    r"\b(?:a|vient d\w*|met (?:\w+ )?en demeure"
    r"|prononc\w+|sanctionne|inflige|condamne|liquide|enjoint|rappelle|adresse|averti\w*) "
)
ACQUITTED = re.compile(r"\bnon-lieu|\brelax\w+|\bn'y a pas lieu")

RECENTLY = re.compile(r"\brecemment\b")
CLOSED = re.compile(
    r"\ba (?:\w+ )?(?:decide de )?(?:clore|clos|cloture)\b|\bla procedure est (?:\w+ )?(?:close|cloturee)\b"
)
IN_GENERAL = re.compile(r"\b(?:les|des|aux|ses|nos|leurs) (?:sanctions|amendes|mises en demeure)\b")
MET = re.compile(r"\b(?:est|sont|a|ont|vient d') ?(?:ete )?(?:\w+ )?(?!\w+er\b)(?:sanctionn|condamn|mis)\w*")
HAS_SANCTIONED = re.compile(r"\b(?:a|vient de) (?:\w+ ){0,3}(?:sanctionner?|condamner?|inflige) ")
POINT = re.compile(r"[-–•·▪●*]|[a-zà-þ]")
OPENING_LENGTH, LEAD_LENGTH = 600, 1500
"""A release says in its title or lead what it announces; what comes only later is background."""


def taken_now(title: str, text: str, decided_on: date | None) -> tuple[Clause, ...]:
    """The sentences that take a measure now, and the points of a list that such words introduce."""
    taken, introduced = [], False
    for clause in (Clause(start, words) for start, words in sentences(text)):
        is_point = introduced and bool(POINT.match(clause.text))
        is_told = is_point or (takes(clause.text) and _is_of_now(title, clause.text, decided_on))
        introduced = is_point or (is_told and clause.text.endswith(":"))
        if is_told and clause.text != title and kinds_of(plain(clause.text)):
            taken.append(clause)
    return tuple(taken)


def _is_of_now(title: str, words: str, decided_on: date | None) -> bool:
    """Whether a sentence tells of what the CNIL does now; “recently” is said of it where the title announces it."""
    is_recent = bool(SIGN.search(plain(title))) or not RECENTLY.search(plain(words))
    return is_recent and not is_of_others(words) and not is_not_now(words, decided_on)


def without_measure(title: str, text: str, taken: tuple[Clause, ...]) -> Account | None:
    """The account of a release that announces no measure, or does not say which; None where it announces one.

    Its title tells no measure of its own; `taken` are the sentences that take one now. All strings are cleaned.
    """
    is_open = not announces(title)
    if not taken and (is_open or "cnil" not in plain(title)) and any(is_of_others(one) for _, one in sentences(text)):
        return Account(nothing="a measure of a court or of another authority")
    if is_open and CLOSED.search(plain(text[:LEAD_LENGTH])):
        return Account(nothing="closes an earlier order, formal notice or procedure")
    return None if _is_announced(title, taken) else _silent(title, text, taken)


def _is_announced(title: str, taken: tuple[Clause, ...]) -> bool:
    """Whether the lead announces a measure; below a title that speaks of none, the CNIL itself must be said to act."""
    if announces(title):
        is_said = any(clause.start < LEAD_LENGTH for clause in taken)
    else:
        is_said = any(clause.start < OPENING_LENGTH and ACTS.match(plain(clause.text)) for clause in taken)
    return is_said and _is_addressed(title, taken)


def _is_addressed(title: str, taken: tuple[Clause, ...]) -> bool:
    """Whether it is told whom a measure is against: rules of procedure speak of fines without an addressee."""
    return any(mentions(words) or MET.search(plain(words)) for words in (title, *(clause.text for clause in taken)))


def _is_told_briefly(title: str, words: str) -> bool:
    """Whether a sentence says that the CNIL has sanctioned somebody now, be it without saying how."""
    told = plain(words)
    return bool(ACTS.match(told) and HAS_SANCTIONED.search(told)) and _is_of_now(title, words, None)


def _silent(title: str, text: str, taken: tuple[Clause, ...]) -> Account:
    speaks = SIGN.search(plain(title)) and not ACQUITTED.search(plain(text))
    if not announces(title) and IN_GENERAL.search(plain(title)):
        return Account(nothing="speaks of sanctions in general")
    is_told = any(ACTS.match(plain(clause.text)) for clause in taken)
    if any(_is_told_briefly(title, words) for _, words in sentences(text[:OPENING_LENGTH])):
        return Account(doubts=("the release does not say which measure was taken",))
    if speaks and (is_told or announces(title) or _is_addressed(title, taken)):
        return Account(doubts=("the release does not say which measure was taken",))
    return Account(nothing="announces no sanction")
