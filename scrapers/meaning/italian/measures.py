"""Consequences without money in the operative part: reprimand, warning, order. Accessory acts are none of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrapers.decision import Kind
from scrapers.meaning.italian.names import AGAINST, OBJECT, TO, phrase
from scrapers.meaning.italian.operative import Command

_IMPOSING = ("dispone", "impone", "adotta", "rivolge", "ordina", "infligge", "irroga", "commina", "applica", "ingiunge")
_PAY = re.compile(r"\b(?:pagare|pagamento|versare|corrispondere)\b", re.IGNORECASE)
_REPRIMAND = re.compile(r"\bammoniment|\bammonisce\b", re.IGNORECASE)
_WARNING = re.compile(r"\bavvertiment", re.IGNORECASE)
_ONLY_NOTICE = re.compile(r"^[\s,]*(?:altresì\s+)?che,?\s+(?:in\s+caso|la\s+mancata|l'inosservanza|avverso|ai\s+sensi|chi)", re.IGNORECASE)
_POWER = re.compile(r"58\s*,\s*par(?:agrafo|\.)?\s*2\s*,\s*lett(?:era|ere|\.)?\s*[c-hj]\)", re.IGNORECASE)
_RESTRAINT = re.compile(
    r"\blimitazion|\bdivieto\b|\bblocco\b|\bcancell(?:azione|are|i)\b|\brettific|\bsospen(?:sione|dere)\b|\bcessazione\b",
    re.IGNORECASE,
)
_DEED = re.compile(r"\bdi\s+(?:non\s+)?(\w+(?:are|ere|ire|rre|rsi))\b", re.IGNORECASE)
_NO_ORDER = re.compile(
    r"\b(?:pubblicazion|annotazion|trasmission|archiviazion|confisca|registro\s+interno|notifica)\w*\b", re.IGNORECASE
)
_ONLY_REPORT = frozenset({"comunicare", "fornire", "definire", "proporre", "trasmettere", "dare", "far", "notificare"})
"""What accompanies every order (art. 157: say what you did) or belongs to the fine (settle at the half)."""


@dataclass(frozen=True)
class Measure:
    """One consequence. `name` is the phrase that says for whom, None where the words do not."""

    kind: Kind
    name: str | None
    words: str
    start: int


def measures(commands: Sequence[Command]) -> tuple[Measure, ...]:
    """Every reprimand, warning and order, in the order of the text; one command may give several."""
    return tuple(measure for command in commands for measure in _in_command(command))


def _in_command(command: Command) -> list[Measure]:
    if command.verb == "ammonisce":
        return [_measure(Kind.REPRIMAND, command, command.words, 0)]
    if command.verb == "avverte":
        return [] if _ONLY_NOTICE.match(command.words) else [_measure(Kind.WARNING, command, command.words, 0)]
    if command.verb in ("vieta", "prescrive", "limita"):
        return [_measure(Kind.ORDER, command, command.words, 0)]
    if command.verb in _IMPOSING:
        return _in_items(command)
    return []


def _in_items(command: Command) -> list[Measure]:
    found = []
    for match in re.finditer(r"[^;]+", command.words):
        kind = _kind(command, match[0])
        if kind is not None:
            found.append(_measure(kind, command, match[0], match.start()))
    return found


def _kind(command: Command, item: str) -> Kind | None:
    if _REPRIMAND.search(item):
        return Kind.REPRIMAND
    if _WARNING.search(item):
        return Kind.WARNING
    return Kind.ORDER if _orders(command, item) else None


def _orders(command: Command, item: str) -> bool:
    if _PAY.search(item):
        return False
    if command.verb in ("ordina", "ingiunge") or _POWER.search(command.basis + item):
        deeds = {deed.lower() for deed in _DEED.findall(item)} - _ONLY_REPORT
        return bool(deeds or _RESTRAINT.search(item)) and not _is_accessory(item)
    return bool(_RESTRAINT.search(item)) and not _is_accessory(item)


def _is_accessory(item: str) -> bool:
    accessory = _NO_ORDER.search(item)
    restraint = _RESTRAINT.search(item)
    return bool(accessory) and (restraint is None or accessory.start() < restraint.start())


def _measure(kind: Kind, command: Command, item: str, offset: int) -> Measure:
    name = _whom(kind, item) or (_whom(kind, command.words) if offset else None)
    blank = len(item) - len(item.lstrip(" \n,:-–"))
    words = item[blank : blank + 240].rsplit(";", 1)[0].strip()
    if offset == 0:
        words = f"{command.verb} {words}"
    return Measure(kind, name, " ".join(words.split()), command.start + offset + blank)


def _whom(kind: Kind, words: str) -> str | None:
    if kind is Kind.ORDER:
        return phrase(words, TO) or phrase(words, AGAINST)
    direct = phrase(words, OBJECT) if re.match(r"[\s,]*(?:(?:il|lo|la|i|gli|le)\s|l'|[A-Z])", words) else None
    return direct or phrase(words, AGAINST) or phrase(words, TO) or phrase(words, OBJECT)
