"""Fines in the operative part of a measure: which sum is ordered, and from whom. Never ceilings, halves or turnover."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrapers.meaning.italian.names import AGAINST, TO, is_role, phrase, without_basis
from scrapers.meaning.italian.operative import Command
from scrapers.meaning.italian.several import further, names_in
from scrapers.meaning.italian.sums import euros
from scrapers.meaning.money import Amount

ORDERING = ("ordina", "infligge", "irroga", "commina", "applica", "dispone", "impone", "adotta", "rivolge", "ingiunge")
"""Verbs that a sum may follow; "ingiunge" comes last because it repeats what "ordina" said (source-garante.md §4)."""

_PAY = re.compile(
    r"\b(?:pagare|versare|corrispondere|pagamento|versamento|somma|importo|sanzion[ei]|pecuniari[ae])\b", re.IGNORECASE
)
_NOT_ORDERED = re.compile(
    r"\bmetà\b|\bfino\s+ad?\b|\b(?:massim|minim)[oa]\b|\bedittal|\bfatturat|\bricav|\bvolume\s+d|\brat[ae]\b|\bspese\b"
    r"|\bcapitale\s+sociale|\bgià\s+(?:irrogat|comminat|pagat|versat|inflitt)|\bprecedent|\banziché\b|\bin\s+luogo\s+di\b"
    r"|\bridott|\bridu(?:ce|rre|zione)|\bdi\s+cui\s*(?:(?:quanto\s+a\s*)?$|euro\b|€)|\bpunit[oaie]\b|\b(?:quint|terz|doppi)[oi]\s+de"
    r"|\b(?:somma|sanzione|importo)\s+(?:(?!pari\b)\w+\s+){0,3}da\s[^.;]{0,60}$"
)
"""Small letters only: "Roma Capitale" and "Massimo Neri" are parties."""
_OF_THE_LAW = re.compile(r"[\s,]{0,3}(?:previst|stabilit|fissat)\w+\s+(?:quale|come|dalla\s+legge|nel\s+m)")
_EARLIER = re.compile(
    r"\b(?:era|è|fu)\s+stat[aoie]\s+(?:ordinat|irrogat|inflitt|applicat|comminat|ingiunt)|\bin\s+precedenza\b"
)
_ABOUT_EARLIER = re.compile(
    r"[\s:,-]{0,5}(?:\w\)\s)?(?:di\s)?(?:(?:la|l'|il)\s?)?(?:revoca|annull|archiv|estin|correzion|rettific|sospen)",
    re.IGNORECASE,
)
"""A command on an earlier fine, whose sum is told again: "dispone la revoca dell'ordinanza …"."""
_WHOLE = re.compile(r"\bcomplessiv|\btotale\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\bin\s+solido\b|\bsolidal|\bcongiuntamente\b", re.IGNORECASE)
_UNREAD = re.compile(r"\b(?:pagare|versare|pagamento)\b[^.;]{0,60}\b(?:somma|sanzione|importo)\b", re.IGNORECASE)
_EACH = re.compile(r"\bciascun", re.IGNORECASE)
_BEFORE_TRIGGER = 40
"""Characters before the last word of paying that still qualify it: "pari alla metà della sanzione"."""
_FARTHEST = 2000
"""Characters before a sum in which its party is looked for."""
_REACH = 170
"""Characters between the verb to pay and its sum; the longest met names a term and a legal basis between them."""
_LAST = 40
"""Places at the end of the reasoning where a sum may be fixed; real measures have a handful."""

_FIXED = re.compile(
    r"(?:determinare|determina|quantificare|quantifica|fissare|stabilire|rideterminare)\b[^.;]{0,60}?"
    r"\b(?:ammontare|importo|sanzione|somma)\b.{0,260}?\b(?:misura|pari|somma|importo)\s+(?:complessiv[ao]\s+)?(?:di|a)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Fine:
    """A sum that one command orders; `amount` is None where it orders to pay and states no sum.

    `names` are the phrases that say from whom; none: from whom was said before. `words` stand at `start`.
    """

    amount: Amount | None
    names: tuple[str, ...]
    together: bool
    each: bool
    words: str
    start: int


def fines(commands: Sequence[Command]) -> tuple[Fine, ...]:
    """The ordered sums, in the order of the text.

    "ORDINA" and the verbs of inflicting come first; "INGIUNGE" counts only where they state no sum.
    """
    ordered = _once([(command, fine) for command in commands for fine in _in_command(command)])
    return ordered or enjoined(commands) or _without_sum(commands)


def _once(found: Sequence[tuple[Command, Fine]]) -> tuple[Fine, ...]:
    """Without the sums that are inflicted first ("applica la sanzione di …") and then ordered again by ORDINA."""
    paid = [fine for command, fine in found if command.verb == "ordina"]
    return tuple(
        fine
        for command, fine in found
        if command.verb in ORDERING[:-1] and (command.verb == "ordina" or not any(_repeats(one, fine) for one in paid))
    )


def _repeats(one: Fine, first: Fine) -> bool:
    same = one.amount is not None and first.amount is not None and one.amount.money == first.amount.money
    named = {name for name in one.names if not is_role(name)}
    return same and (not named or not first.names or bool(named.intersection(first.names)))


def enjoined(commands: Sequence[Command]) -> tuple[Fine, ...]:
    """The sums that INGIUNGE states: the same ones again."""
    return tuple(fine for command in commands if command.verb == "ingiunge" for fine in _in_command(command))


def _in_command(command: Command) -> list[Fine]:
    found: list[Fine] = []
    last = 0
    whole = False
    for amount in () if _ABOUT_EARLIER.match(command.words) else euros(command.words):
        lead = command.words[max(last, amount.start - _FARTHEST) : amount.start]
        if not _is_ordered(lead) or _OF_THE_LAW.match(command.words, amount.end):
            continue
        names = _payers(lead, command.words[amount.end : amount.end + 200])
        if names or not whole:
            found.append(_fine(command, amount, lead, names))
            whole = bool(_WHOLE.search(lead[-60:]))
            last = amount.end
    return found


def _is_ordered(lead: str) -> bool:
    triggers = list(_PAY.finditer(lead))
    if not triggers or len(lead) - triggers[-1].end() > _REACH:
        return False
    if _EARLIER.search(lead, max(0, triggers[-1].start() - _REACH)):
        return False
    return not _NOT_ORDERED.search(lead, max(0, triggers[-1].start() - _BEFORE_TRIGGER))


def _payers(lead: str, rest: str) -> tuple[str, ...]:
    words = without_basis(lead)
    pay = _PAY.search(words)
    before = words[: pay.end()] if pay else words
    first = phrase(before, TO) or phrase(words, AGAINST) or phrase(words, TO)
    first = first or phrase(re.split(r"[;.\n]", rest)[0], AGAINST)
    if first is None:
        return ()
    return (*names_in(first), *further(before[before.find(first) + len(first) :]))


def _fine(command: Command, amount: Amount, lead: str, names: tuple[str, ...]) -> Fine:
    pays = list(_PAY.finditer(lead))
    verbs = [pay for pay in pays if re.match(r"pag|versa|corris", pay[0], re.IGNORECASE)] or pays
    start = amount.start - len(lead) + verbs[-1].start()
    sentence = lead[-_FARTHEST:] + command.words[amount.end : amount.end + 120]
    together, each = bool(_TOGETHER.search(sentence)), bool(_EACH.search(sentence))
    return Fine(amount, names, together, each, command.words[start : amount.end], command.start + start)


def _without_sum(commands: Sequence[Command]) -> tuple[Fine, ...]:
    """The first command to pay that states no sum."""
    for command in commands:
        unread = _UNREAD.search(command.words)
        if _ABOUT_EARLIER.match(command.words):
            continue
        if command.verb in ORDERING and unread and not _NOT_ORDERED.search(command.words[: unread.end()]):
            names = _payers(command.words[: unread.end()], "")
            return (Fine(None, names, False, False, unread[0], command.start + unread.start()),)
    return ()


def fixed_amounts(reasoning: str) -> tuple[Amount, ...]:
    """The sums that stand where the reasoning fixes the fine: “si ritiene di determinare l'ammontare …”."""
    places = [match.end() for match in _FIXED.finditer(reasoning)][-_LAST:]
    return tuple(amount for place in places for amount in euros(reasoning[place : place + 600]))
