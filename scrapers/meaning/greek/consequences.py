"""On whom the clauses of a Greek decision impose what they impose. Knows no document and no title."""

import re
from dataclasses import replace
from itertools import pairwise, takewhile

from scrapers.decision import Kind
from scrapers.meaning.greek.addressees import Mention, agents, mentions, object_of, subjects
from scrapers.meaning.greek.clauses import Clause
from scrapers.meaning.greek.flat import letters_of
from scrapers.meaning.greek.imposing import Consequence, allowed, by_nouns, imposed_by, own_kind

_JOINED = re.compile(r"[»”\"'’΄),]*(?:ωσ[α-ω]{5,60})?,?(?:και|καθωσκαι)?(?:[α-ω0-9]{1,2}[).])?")
"""What stands between two who are addressed together: “στην «…», ως υπεύθυνη επεξεργασίας, και στην «…»”."""


def consequences(parts: tuple[Clause, ...]) -> tuple[tuple[Consequence, ...], tuple[str, ...]]:
    """All that the clauses impose, in order, and the doubts. A clause without a party means the last one named."""
    found: list[Consequence] = []
    doubts: list[str] = []
    known: tuple[Mention, ...] = ()
    for clause in parts:
        imposed, doubtful = imposed_by(clause)
        last = max((one.start for one in imposed), default=0)
        everybody = tuple(_named(one, known) for one in _addressed(clause))
        addressed = tuple(one for one in everybody if not one.heading or one.at < last)
        carried = known[-1:] or agents(clause.flat)[:1] or (None,)
        found += [replace(one, mention=_whose(one, imposed, addressed) or carried[0]) for one in imposed]
        doubts += doubtful
        known += (*addressed, *(one.mention for one in found[-1:] if imposed and one.mention))
        known += tuple(one for one in everybody if one not in addressed)
    found = _with_the_only_one(found)
    if any(_is_only_announced(clause) for clause in parts) and not any(one.amount for one in found):
        doubts.append("a fine whose amount could not be read")
    return tuple(found), tuple(doubts)


def _with_the_only_one(found: list[Consequence]) -> list[Consequence]:
    """What is imposed on nobody in words is imposed on the only one whom the rest of the decision addresses."""
    whom = {one.mention.names: one.mention for one in found if one.mention and one.mention.names}
    if len(whom) != 1:
        return found
    (only,) = whom.values()
    return [one if one.mention else replace(one, mention=only) for one in found]


def _is_only_announced(clause: Clause) -> bool:
    """Whether a clause says that a fine must be imposed; the sum usually stands in a clause of its own."""
    return clause.wished and any(one.kind is Kind.FINE for one in by_nouns(clause))


def _addressed(clause: Clause) -> tuple[Mention, ...]:
    """The first one addressed and those listed after it; others are places and recipients of what is ordered."""
    if (own_kind(clause) is not None or clause.verb == "καλει") and (named := object_of(clause.flat, clause.verb)):
        return named
    told = mentions(clause.flat)
    if own_kind(clause) is None and allowed(clause.verb) is None:
        told = told if clause.wished or not clause.verb else tuple(one for one in told if one.heading)
        told = (*(subjects(clause.flat)[:1] or _breached_by(clause)), *told)
    return tuple(mention for place, mention in enumerate(told) if place == 0 or mention.listed)


def _breached_by(clause: Clause) -> tuple[Mention, ...]:
    """“Διαπιστώνει την παράβαση … από την …”: who is found to have done it."""
    return agents(clause.flat)[:1] if clause.verb == "διαπιστωνει" else ()


def _named(mention: Mention, known: tuple[Mention, ...]) -> Mention:
    """“Στην καταγγελλόμενη εταιρεία” is the one who was named before, and “στον Δήμο” the last one of that name."""
    if mention.names or not known or not known[-1].names:
        return mention
    stem = mention.described[:5]
    alike = (one for one in reversed(known) if any(stem in letters_of(name or "") for name in one.names))
    return replace(next(alike, known[-1]), at=mention.at, listed=mention.listed, heading=mention.heading)


def _whose(one: Consequence, imposed: list[Consequence], addressed: tuple[Mention, ...]) -> Mention | None:
    """Sums follow their party, or each precedes it: the first of each says which."""
    if not addressed:
        return None
    place = one.end if one.amount else one.start
    if addressed[0].at < (imposed[0].end if imposed[0].amount else imposed[0].start):
        before = [other for other in imposed if other.end < place and other is not one]
        since = [mention for mention in addressed if (before[-1].end if before else 0) <= mention.at < place]
        if not since and before:
            return _whose(before[-1], imposed, addressed)
        return _together(one, since) if since else addressed[0]
    edge = min((other.start for other in imposed if other.start > place), default=len(one.clause.flat.letters))
    after = [mention for mention in addressed if place <= mention.at < edge]
    return _together(one, _in_a_row(one, after)) if after else addressed[-1]


def _in_a_row(one: Consequence, mentions: list[Mention]) -> list[Mention]:
    """The first mention and those that only “και” parts from the one before."""
    pairs = takewhile(lambda pair: _is_joined(one, *pair), pairwise(mentions))
    return [mentions[0], *(other for _, other in pairs)]


def _is_joined(one: Consequence, first: Mention, other: Mention) -> bool:
    return _JOINED.fullmatch(one.clause.flat.letters[first.end : other.at]) is not None


def _together(one: Consequence, mentions: list[Mention]) -> Mention:
    """“Στην … και στην …, πρόστιμο”: all of them are addressed; unsure where more than “και” stands between."""
    first = mentions[0]
    for other in mentions[1:]:
        unsure = first.unsure or other.unsure or not _is_joined(one, first, other)
        names = (*first.names, *(name for name in other.names if name is None or name not in first.names))
        first = replace(first, names=names, end=other.end, unsure=unsure)
    return first
