"""Which sums of money in French words on a sanction are to be paid, and which are daily rates. Pure.

Ceilings, turnover, proposals and incomes are neither (rules.md, “Amounts”; source-cnil.md §4).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from scrapers.meaning.french.words import plain
from scrapers.meaning.money import Amount, amounts
from scrapers.meaning.numerals import number_from_words

PER_DAY = re.compile(r"\W{0,3}(?:par|pour chaque|/) ?(?:jour|semaine|mois|manquement|infraction)")
TOLD_AS_RATE = re.compile(r"astreinte|jour|semaine|mois|manquement|infraction", re.IGNORECASE)
PERIODIC = re.compile(r"\bastreinte(?: journaliere)?(?: d'un montant)?(?: de| d'| a)?\W*$|\bjours? (?:a|x|de|d') ?$")
ASIDE = re.compile(
    r"(?:jusqu'a|maxim\w+|plafon\w+|exced\w+|atteindre|depass\w+|chiffre d'affaires|resultat|benefice|revenus?|gagn\w+"
    r"|propos\w+|requi\w+|rapporteure?|au lieu|initial\w*|ramene\w* de|reduit\w* de|capital|collecte|dotation|budget"
    r"|bilan|fonds|economi\w+|encour\w+|passible|menac\w+|provision\w*)[^.;\n]{0,60}$"
    r"|\bsur (?:les|un total de|pres de)\W*$"
)
AFTERWARDS = re.compile(
    r"\W{0,3}(?:au (?:plus|maximum)\b|maxim\w+"
    r"|encouru|de (?:chiffre|benefice|resultat|capital|revenu)|initialement|propose|requis|alloue)"
)
NUMBER = r"\d{1,3}(?:[ .]\d{3})+|\d+(?:,\d+)?"
SHARED_UNIT = re.compile(
    rf"(?<![\d,.])(?P<number>{NUMBER}) (?:et|puis) (?:de |d')?(?:{NUMBER}) "
    r"(?P<unit>(?:(?:millions?|milliards?) d')?(?:euros|€))"
)
SAID_BEFORE_UNIT = re.compile(
    rf"(?<![\d,.])(?P<number>{NUMBER}) ?\((?P<said>[^()\d]{{2,80}})\) ?(?P<unit>(?:millions?|milliards?) d'(?:euros|€))"
)
WITHOUT_CURRENCY = re.compile(
    rf"(?<![\d,.])(?P<number>{NUMBER}) (?P<unit>millions?)"
    r"(?= (?:à|pour|contre|à l'encontre d[e']) ?(?:la société )?[A-ZÀ-Þ])"
)
LOOK_BACK = 75


def payable(text: str) -> tuple[Amount, ...]:
    """The sums in `text` (cleaned) that may be a fine or a periodic penalty that is due.

    >>> [sum.words for sum in payable("une amende de 5 000 euros et une astreinte de 100 euros par jour de retard")]
    ['5 000 euros']
    >>> payable("une amende pouvant atteindre 20 millions d'euros")
    ()
    """
    return tuple(found for found in _amounts(text) if not _is_rate(text, found) and not _is_aside(text, found))


def daily(text: str) -> Amount | None:
    """The first rate by the day in `text`, or None.

    >>> daily("assortie d'une astreinte de sept mille euros (7 000 euros) par jour de retard").money.amount
    Decimal('7000.00')
    """
    if not TOLD_AS_RATE.search(text):
        return None
    return next((found for found in _amounts(text) if _is_rate(text, found)), None)


@lru_cache(maxsize=128)
def _amounts(text: str) -> tuple[Amount, ...]:
    """All sums in order, also in the two forms that are French alone.

    >>> [str(found.money.amount) for found in _amounts("des amendes de 12 et de 8 millions d'euros")]
    ['12000000.00', '8000000.00']
    >>> [str(found.money.amount) for found in _amounts("un montant de 70 (soixante-dix) millions d'euros")]
    ['70000000.00']
    """
    found = tuple(_cut_words(text, sum_) for sum_ in amounts(text, "fr", "EUR"))
    for own in (*_sharing_a_unit(text), *_said_before_their_unit(text), *(_without_currency(text) if found else ())):
        found = (*(other for other in found if not own.start <= other.start < own.end), own)
    return tuple(sorted(found, key=lambda sum_: sum_.start))


def _cut_words(text: str, found: Amount) -> Amount:
    """“(centquatre-vingt mille)”: a sum in words that begins inside a word is not understood."""
    is_cut = found.method == "words" and found.start > 0 and text[found.start - 1] == "-"
    return replace(found, method="digits and words differ", agrees=False) if is_cut else found


def _sharing_a_unit(text: str) -> Iterator[Amount]:
    """“12 et de 8 millions d'euros”: the first number has the unit of the second."""
    for match in SHARED_UNIT.finditer(text):
        start, end = match.span("number")
        for sum_ in amounts(f"{match['number']} {match['unit']}", "fr", "EUR"):
            yield replace(sum_, words=match["number"], start=start, end=end)


def _without_currency(text: str) -> Iterator[Amount]:
    """“… d'euros à ALPHA et 35 millions à BETA”: what was said once is not repeated."""
    for match in WITHOUT_CURRENCY.finditer(text):
        for sum_ in amounts(f"{match[0]} d'euros", "fr", "EUR"):
            yield replace(sum_, words=match[0], start=match.start(), end=match.end())


def _said_before_their_unit(text: str) -> Iterator[Amount]:
    """“70 (soixante-dix) millions d'euros”: the words in brackets repeat the digits, not the sum."""
    for match in SAID_BEFORE_UNIT.finditer(text):
        said = number_from_words(match["said"], "fr")
        agrees = said is not None and str(said) == match["number"]
        method = "digits and words agree" if agrees else "digits and words differ"
        for sum_ in amounts(f"{match['number']} {match['unit']}", "fr", "EUR"):
            yield replace(sum_, words=match[0], start=match.start(), end=match.end(), method=method, agrees=agrees)


def _is_rate(text: str, found: Amount) -> bool:
    before = plain(text[max(0, found.start - LOOK_BACK) : found.start])
    after = plain(text[found.end : found.end + 30])
    return bool(PER_DAY.match(after)) or (bool(PERIODIC.search(before)) and "liquid" not in before)


def _is_aside(text: str, found: Amount) -> bool:
    """What stands just before says that it is no fine, and nothing in between says that it is."""
    before = plain(text[max(0, found.start - LOOK_BACK) : found.start])
    if AFTERWARDS.match(plain(text[found.end : found.end + 30])):
        return True
    aside = ASIDE.search(before)
    if aside is None:
        return False
    return not re.search(r"amende|sanction pecuniaire|liquid", before[aside.start() :]) or bool(
        re.match(r"jusqu'a|maxim|plafon|exced|atteindre|propos|encour|passible", before[aside.start() :])
    )
