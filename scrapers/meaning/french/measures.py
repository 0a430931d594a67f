"""One clause, one sentence: which measures it takes, against whom, for how much. Pure.

The words of each kind are those of source-cnil.md §4. An order is announced with “une injonction”, spoken of later as
“l'injonction”: only the first is a measure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.articles import articles
from scrapers.meaning.dates import dates
from scrapers.meaning.french.names import Mention, mentions
from scrapers.meaning.french.sums import daily, payable
from scrapers.meaning.french.words import plain
from scrapers.meaning.money import Amount

REMINDER = r"\brappel(?:le|er|s)?(?: [\w ]{1,40}?)? (?:a (?:ses|leurs)|aux) obligations\b"
"""A measure of the President, weaker than a reprimand; the closed list of kinds has no word for it."""

WORDS = {
    Kind.PERIODIC_PENALTY: r"\bliquid\w+",
    Kind.FINE: r"\bamendes?\b|\bsanctions? (?:pecuniaires?|financieres?)\b"
    r"|\bsanctions?(?: publiques?)? (?:d'un montant (?:total |cumule )?)?d(?:e |')"
    r"(?=\d|un million|deux|trois|cinq|dix|cent|mille)"
    r"|\b(?:sanctionn|condamn)\w+\b[^.;]{0,150}?\b(?:a hauteur d|d'un montant|a payer|au paiement|pour un montant"
    r"|de (?=\d[\d ,.]*(?:millions?|euros|€)))",
    Kind.ORDER: r"\b(?:une|d'une|deux|trois|des|les) (?:nouvelles? )?injonctions?\b|\benjoi(?:nt|ndre|gnant|nte?)\b"
    r"|\bordonn\w+ |\b(?:une|d'une) (?:limitation|interdiction|suspension)\b|\binterdi(?:re|t)\b|\bsuspendre\b",
    Kind.REPRIMAND: r"\brapp(?:el|els|elle|eler|ele|elee|eles|elees)(?: \w+)? a l'ordre\b|" + REMINDER,
    Kind.WARNING: r"\bavertissements?\b|\baverti(?:r|t|e|es|s)?\b",
    Kind.FORMAL_NOTICE: r"\bm(?:et|ettent|ettre|ettant|is|ise|ises) (?:publiquement )?en demeure\b",
}
NEGATED = re.compile(
    r"(?:\b(?:pas|plus) lieu|n'y avoir lieu|\bne pas|\bn'a (?:pas|plus)|\bsans|\bnon-lieu|\bplutot qu)[^.;:]{0,60}$"
)
"""What, standing just before the word of a measure, says that it is not taken."""

EACH = re.compile(r"\bchacune?\b|\ba chaque\b")
RESPECTIVELY = re.compile(r"\brespectivement\b")
DEADLINE = re.compile(r"\b(?:au plus tard le|avant le|jusqu'au|d'ici (?:au|le)) $")
MONEY_KINDS = (Kind.PERIODIC_PENALTY, Kind.FINE)
MAX_EVIDENCE = 600


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


@dataclass(frozen=True)
class Share:
    """A sum and who owes it; several parties owe it together, unless `each` owes it whole."""

    amount: Amount
    parties: tuple[str | None, ...]
    each: bool = False


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
    shares = _shares(clause.text, _without_total(sums), known)
    doubts = tuple(f"digits and words differ in “{share.amount.words}”" for share in shares if not share.amount.agrees)
    ends = [*(share.amount.start for share in shares[1:]), len(clause.text)]
    found = [
        _with_own_articles(clause, _owed(clause, kind, share, end), share, end)
        for share, end in zip(shares, ends, strict=True)
    ]
    return Reading(tuple(sanction for group in found for sanction in group), doubts)


def _without_total(sums: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """The parts of a sum that is told with its parts: “a total of 500 000 euros: 300 000 for … and 200 000 for …”."""
    whole = sum(amount.money.minor for amount in sums)
    parts = tuple(amount for amount in sums if amount.money.minor * 2 != whole)
    return parts if len(sums) > 2 and len(parts) == len(sums) - 1 else sums


def _owed(clause: Clause, kind: Kind, share: Share, number: int) -> list[Sanction]:
    joint = f"{clause.start}-{number}" if len(share.parties) > 1 and not share.each else None
    return [_sanction(clause, kind, party, share.amount, joint) for party in share.parties]


def _with_own_articles(clause: Clause, owed: list[Sanction], share: Share, end: int) -> list[Sanction]:
    """Of several fines in one clause each stands for the breaches that are named after it, if any are."""
    own = articles(clause.text[share.amount.end : end], "fr")
    return [sanction.model_copy(update={"articles": own}) for sanction in owed] if own else owed


def _shares(text: str, sums: tuple[Amount, ...], known: tuple[str | None, ...]) -> list[Share]:
    """Who owes which sum: “against A a fine of 1, against B one of 2”, or “of 1 against A and of 2 against B”."""
    said = [mention if mention.names else Mention(mention.start, known) for mention in mentions(text)]
    said = [mention for mention in said if mention.names]
    groups = {mention.names for mention in said}
    if len(groups) > 1:
        return [Share(sum_, _nearest(said, sum_, before=_names_lead(said, sums))) for sum_ in sums]
    parties = next(iter(groups), known) or (None,)
    if len(parties) == len(sums) > 1:
        return [Share(sum_, (party,)) for sum_, party in zip(sums, parties, strict=True)]
    return [Share(sum_, parties, each=bool(EACH.search(plain(text)))) for sum_ in sums]


def _names_lead(said: list[Mention], sums: tuple[Amount, ...]) -> bool:
    """Whether each sum follows its party. Of several sums the last one tells: who owes it stands on one side only."""
    if len(sums) == 1:
        return said[0].start < sums[0].start
    return said[-1].start < sums[-1].start


def _nearest(said: list[Mention], amount: Amount, *, before: bool) -> tuple[str | None, ...]:
    if before:
        return next((mention.names for mention in reversed(said) if mention.start < amount.start), said[0].names)
    return next((mention.names for mention in said if mention.start > amount.start), said[-1].names)


def _plain(clause: Clause, kind: Kind, known: tuple[str | None, ...]) -> Reading:
    """A measure without money. Where a clause takes several, the parties named nearest to its word are meant."""
    said, words = mentions(clause.text), re.search(WORDS[kind], plain(clause.text))
    if len({mention.names for mention in said}) > 1 and words is not None:
        at = words.start()
        said = tuple(sorted(said, key=lambda mention: abs(mention.start - at))[:1])
    return Reading(tuple(_sanction(clause, kind, party) for party in _all_names(said, known)))


def _all_names(said: Iterable[Mention], known: tuple[str | None, ...]) -> tuple[str | None, ...]:
    names = tuple(dict.fromkeys(name for mention in said for name in mention.names))
    return names or known or (None,)


def _sanction(
    clause: Clause, kind: Kind, party: str | None, amount: Amount | None = None, joint: str | None = None
) -> Sanction:
    rate = daily(clause.text) if kind is Kind.ORDER else None
    return Sanction(
        party=party,
        kind=kind,
        money=amount.money if amount else None,
        daily=rate.money if rate else None,
        due_on=_due_on(clause.text) if kind is Kind.ORDER else None,
        articles=articles(clause.text, "fr"),
        joint=joint,
        evidence=Evidence(
            words=clause.text.strip(" ;,\n-·•")[:MAX_EVIDENCE],
            start=clause.start,
            method=amount.method if amount else "words",
        ),
    )


def _due_on(text: str) -> date | None:
    """The day by which an order must be met, where it is stated as a day; a period runs from a notice we never see."""
    return next((day for day, start in dates(text, "fr") if DEADLINE.search(plain(text[:start]))), None)
