"""One clause, one sentence: which measures it takes, against whom, for how much. Pure.

The words of each kind are those of source-cnil.md §4. An order is announced with “une injonction”, spoken of later as
“l'injonction”: only the first is a measure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.dates import dates
from scrapers.meaning.french.breaches import read_articles, without
from scrapers.meaning.french.names import Mention, mentions
from scrapers.meaning.french.shares import BREACH, Share, shares
from scrapers.meaning.french.sums import daily, payable
from scrapers.meaning.french.words import plain

REMINDER = r"\brappel(?:le|er|s)?(?: [\w ]{1,40}?)? (?:a (?:ses|leurs)|aux) obligations\b"
"""A measure of the President, weaker than a reprimand; the closed list of kinds has no word for it."""

WORDS = {
    Kind.PERIODIC_PENALTY: r"\bliquid\w+|(?:euros|€) (?:au titre )?d(?:e l)?'astreinte\b(?! (?:par|journali))",
    Kind.FINE: r"\bamendes?\b|\bsanctions? (?:pecuniaires?|financieres?)\b"
    r"|\bsanctions?(?: publiques?)? (?:d'un montant (?:total |cumule )?)?d(?:e |')"
    r"(?=(?!(?:19|20)\d\d\b)\d|un million|deux|trois|cinq|dix|cent|mille)"
    r"|\b(?:doi(?:t|vent)|devr(?:a|ont)) (?:payer|verser)\b"
    r"|\b(?:sanctionn|condamn)\w+\b[^.;]{0,150}?\b(?:a hauteur d|d'un montant|a payer|au paiement|pour un montant"
    r"|de (?=\d[\d ,.]*(?:millions?|euros|€)))",
    Kind.ORDER: r"(?:^|\bet |\+ )injonctions?(?= (?:sous|de|a l'encontre)\b| d'| ?:|\W*$)"
    r"|\b(?:une|d'une|deux|trois|des|les) (?:nouvelles? )?injonctions?\b|\benjoi(?:nt|ndre|gnant|nte?)\b"
    r"|\bordonn\w+ (?!(?:\w+ )?(?:cloture|publi|diffus|levee|insertion|reouvert|renvoi|jonction|disjonction))"
    r"|\b(?:une|d'une) (?:limitation|interdiction|suspension)\b|\binterdi(?:re|t)\b|\bsuspendre\b",
    Kind.REPRIMAND: r"\brapp(?:el|els|elle|eler|ele|elee|eles|elees)(?: \w+)? a l'ordre\b|" + REMINDER,
    Kind.WARNING: r"\bavertissements?\b|\baverti(?:r|t|e|es|s)?\b",
    Kind.FORMAL_NOTICE: r"\bm(?:et|ettent|ettre|ettant|is|ise|ises) (?:publiquement )?en demeure\b",
}
NEGATED = re.compile(
    r"(?:\b(?:pas|plus) lieu|n'y avoir lieu|\bnon-lieu|\bplutot qu|\benvisag\w+|\bcharge\w* de)[^.;:]{0,60}$"
    r"|\bne pas (?!avoir|etre)[^,.;:]{0,60}$"
    r"|\b(?:n'a (?:pas|plus)|sans) (?:ete )?(?:\w+ )?(?:d'|de |qu'|l'|une? |aucune? ){0,2}$"
)
"""What, standing just before the word of a measure, says that it is not taken."""

DEADLINE = re.compile(r"\b(?:au plus tard le|avant le|jusqu'au|d'ici (?:au|le)) $")
THEIRS = re.compile(r"\b[Ll]eurs? $")
MONEY_KINDS = (Kind.PERIODIC_PENALTY, Kind.FINE)
MAX_EVIDENCE = 600
TRIMMED = " ;,\n-·•"


@dataclass(frozen=True)
class Clause:
    """Words that take a measure, and where they begin in the text."""

    start: int
    text: str


@dataclass(frozen=True)
class Reading:
    """What was understood, and what was not."""

    sanctions: tuple[Sanction, ...] = ()
    doubts: tuple[str, ...] = ()


def read_clause(clause: Clause, known: tuple[str | None, ...]) -> Reading:
    """The measures of one clause (cleaned text); `known` are the parties where the clause says “the company”."""
    kinds = kinds_of(plain(clause.text))
    readings = [_money(clause, kind, known) if kind in MONEY_KINDS else _plain(clause, kind, known) for kind in kinds]
    return together(readings)


def together(readings: Iterable[Reading]) -> Reading:
    """All that several readings say, no doubt twice."""
    every = tuple(readings)
    doubts = dict.fromkeys(doubt for reading in every for doubt in reading.doubts)
    return Reading(tuple(sanction for reading in every for sanction in reading.sanctions), tuple(doubts))


def kinds_of(words: str) -> tuple[Kind, ...]:
    """The kinds of measures that `words` (made plain) name.

    >>> [kind.value for kind in kinds_of("une amende de 5 000 euros et une injonction sous astreinte")]
    ['fine', 'order']
    """
    found = tuple(kind for kind, pattern in WORDS.items() if _is_taken(pattern, words))
    if Kind.PERIODIC_PENALTY in found:
        # A liquidation speaks of the order it comes from, and of the fine that came with that.
        return (Kind.PERIODIC_PENALTY,)
    return found


def _is_taken(pattern: str, words: str) -> bool:
    return any(not NEGATED.search(words[: match.start()]) for match in re.finditer(pattern, words))


def _money(clause: Clause, kind: Kind, known: tuple[str | None, ...]) -> Reading:
    sums = payable(clause.text)
    if not sums:
        parties = _all_names(mentions(clause.text), known)
        return Reading(tuple(_sanction(clause, kind, party) for party in parties))
    owing = shares(clause.text, sums, known)
    doubts = tuple(f"digits and words differ in “{share.amount.words}”" for share in owing if not share.amount.agrees)
    found = [
        _sanction(clause, kind, party, share, named)
        for share, named in zip(owing, _articles_of_each(clause.text, owing), strict=True)
        for party in share.parties
    ]
    return Reading(tuple(found), doubts)


def _articles_of_each(text: str, owing: list[Share]) -> list[tuple[str, ...]]:
    """Of several fines in one clause each stands for the breaches named after it, or for those that no other has.

    What is named after the last sum only, stands for all of them.
    """
    ends = [*(share.amount.start for share in owing[1:]), len(text)]
    own = [read_articles(text[share.amount.end : end]) for share, end in zip(owing, ends, strict=True)]
    between = (text[one.amount.end : other.amount.start] for one, other in pairwise(owing))
    if not any(BREACH.search(plain(words)) for words in between):
        return [read_articles(text)] * len(owing)
    taken = tuple(article for named in own for article in named)
    return [named or without(read_articles(text), taken) for named in own]


def _plain(clause: Clause, kind: Kind, known: tuple[str | None, ...]) -> Reading:
    """A measure without money. Where a clause takes several, the parties named nearest to its word are meant."""
    said, words = mentions(clause.text), re.search(WORDS[kind], plain(clause.text))
    if len({mention.names for mention in said}) > 1 and words and not THEIRS.search(clause.text[: words.start()]):
        at = words.start()
        said = tuple(sorted(said, key=lambda mention: abs(mention.start - at))[:1])
    return Reading(tuple(_sanction(clause, kind, party) for party in _all_names(said, known)))


def _all_names(said: Iterable[Mention], known: tuple[str | None, ...]) -> tuple[str | None, ...]:
    names = tuple(dict.fromkeys(name for mention in said for name in mention.names))
    return names or known or (None,)


def _sanction(
    clause: Clause, kind: Kind, party: str | None, share: Share | None = None, named: tuple[str, ...] | None = None
) -> Sanction:
    rate = daily(clause.text) if kind is Kind.ORDER else None
    is_joint = share is not None and len(share.parties) > 1 and not share.each
    return Sanction(
        party=party,
        kind=kind,
        money=share.amount.money if share else None,
        daily=rate.money if rate else None,
        due_on=_due_on(clause.text) if kind is Kind.ORDER else None,
        articles=read_articles(clause.text) if named is None else named,
        joint=f"{clause.start}-{share.amount.start}" if share and is_joint else None,
        evidence=_evidence(clause, share),
    )


def _evidence(clause: Clause, share: Share | None) -> Evidence:
    """The clause as far as it can be shown; of a long one the words around the sum."""
    far = max(0, share.amount.end - MAX_EVIDENCE) if share else 0
    words = clause.text[far : far + MAX_EVIDENCE]
    start = clause.start + far + len(words) - len(words.lstrip(TRIMMED))
    return Evidence(words=words.strip(TRIMMED), start=start, method=share.amount.method if share else "words")


def _due_on(text: str) -> date | None:
    """The day by which an order must be met, where it is stated as a day; a period runs from a notice we never see."""
    return next((day for day, start in dates(text, "fr") if DEADLINE.search(plain(text[:start]))), None)
