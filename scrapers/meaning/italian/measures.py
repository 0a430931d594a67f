"""Consequences without money in the operative part: reprimand, warning, order. Accessory acts are none of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from scrapers.decision import Kind
from scrapers.meaning.italian.names import AGAINST, BY, OBJECT, TO, is_role, phrase, without_basis
from scrapers.meaning.italian.operative import Command
from scrapers.meaning.italian.several import further, joined, names_in

_IMPOSING = (
    "dispone",
    "impone",
    "adotta",
    "rivolge",
    "ordina",
    "infligge",
    "irroga",
    "commina",
    "applica",
    "ingiunge",
    "conferma",
)
_PAY = re.compile(r"\b(?:pagare|pagamento|versare|corrispondere)\b", re.IGNORECASE)
_REPRIMAND = re.compile(r"\bammoniment|\bammonisce\b", re.IGNORECASE)
_WARNING = re.compile(r"\bavvertiment", re.IGNORECASE)
_ONLY_NOTICE = re.compile(
    r"^[\s,]*(?:altresì\s+)?che,?\s+(?:in\s+caso|la\s+mancata|l'inosservanza|avverso|ai\s+sensi|chi)", re.IGNORECASE
)
_POWER = re.compile(r"58\s*,\s*par(?:agrafo|\.)?\s*2\s*,\s*lett(?:era|ere|\.)?\s*[c-hj]\)", re.IGNORECASE)
_RESTRAINT = re.compile(
    r"\blimitazion|\bdivieto\b|\bblocco\b|\bcancell(?:azione|are|i)\b|\brettific|\bsospen(?:sione|dere)\b|\bcessazione\b|\brimozione\b"
    r"|\boscuramento\b|\bdistruzione\b|\bdeindicizzazione\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:(?!;|\n\s{0,20}[-–•]|\n\s{0,20}[a-z0-9]{1,2}\)|\s[-–]\s(?=di\s|ai\s)).)+", re.DOTALL)
_POINT = re.compile(r"(?:^|[;:\n])\s{0,5}(?:[-–•]|[a-z0-9]{1,2}\))\s{1,5}")
_DEED = re.compile(
    r"\bdi\s+(?:non\s+)?\w+(?:are|ere|ire|rre|rsi)\b|\b(?:provveda|adotti|conformi|cancelli|cessi|adegui|designi|fornisca)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:(?:effettuat|svolt|operat|realizzat)[oaie]|post[oaie]\s+in\s+essere)\s+")
_MATTERS = (_REPRIMAND, _WARNING, _RESTRAINT, _DEED)
_NO_ORDER = re.compile(
    r"\b(?:pubblicazion|annotazion|trasmission|archiviazion|confisca|registro\s+interno)\w*\b", re.IGNORECASE
)
_LIFTED = re.compile(
    r"^\W{0,5}(?:\w\)\s)?(?:altresì\s+)?(?:(?:la|l'|il)\s?)?(?:revoca|annullament|archiviazion|estinzion|correzion|caducazion)"
    r"|\b(?:cessazione|sospensione|conclusione)\s+(?:de(?:gli\s|ll')(?:effett|efficacia)|de(?:l|lla)\s+(?:predett\w+\s+)?(?:provvediment|misura|limitazion))",
    re.IGNORECASE,
)
"""A command that ends or suspends an earlier measure, whose words it tells again."""
_REPORT = re.compile(r"\b157\b|\bquali\s+iniziative|\bdefinire\s+la\s+controversia|\bfacoltà\s+di\b", re.IGNORECASE)
"""What accompanies every order (art. 157: say what you did) or belongs to the fine (settle at the half)."""


@dataclass(frozen=True)
class Measure:
    """One consequence. `names` holds the phrases that say for whom, nothing where the words do not."""

    kind: Kind
    names: tuple[str, ...]
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
    for match in _ITEM.finditer(command.words):
        kind = _kind(command, match[0])
        if kind is not None:
            found.append(_measure(kind, command, match[0], match.start()))
    return found


def _kind(command: Command, item: str) -> Kind | None:
    if _is_accessory(item) or _PAY.search(item) or _LIFTED.search(item):
        return None
    if _REPRIMAND.search(item):
        return Kind.REPRIMAND
    if _WARNING.search(item):
        return Kind.WARNING
    return Kind.ORDER if _orders(command, item) else None


def _orders(command: Command, item: str) -> bool:
    if _REPORT.search(item):
        return False
    if command.verb in ("ordina", "ingiunge") or _POWER.search(command.basis + item):
        return bool(_DEED.search(item) or _RESTRAINT.search(item))
    return bool(_RESTRAINT.search(item))


def _is_accessory(item: str) -> bool:
    """Whether publication, entry in the register and the like is what the words command, before anything else."""
    accessory = _NO_ORDER.search(item)
    matter = [match.start() for sign in _MATTERS if (match := sign.search(item))]
    return accessory is not None and accessory.start() < min(matter, default=len(item))


def _measure(kind: Kind, command: Command, item: str, offset: int) -> Measure:
    names = _whom(kind, item) or (_whom(kind, command.words) if offset else ())
    blank = len(item) - len(item.lstrip(" \n,:-–"))
    words = " ".join(item[blank:].split())
    said = words if offset else f"{command.verb} {words}"
    return Measure(kind, names, shorten(said, 240, placeholder=" […]"), command.start + offset + blank)


def _whom(kind: Kind, words: str) -> tuple[str, ...]:
    bare = without_basis(words)
    if kind is Kind.ORDER:
        first = _given(bare) or phrase(bare, AGAINST) or phrase(bare, TO) or _doer(bare)
    else:
        direct = phrase(bare, OBJECT) if re.match(rf"[\s,]*{OBJECT}", bare) else None
        first = direct or phrase(bare, AGAINST) or phrase(bare, TO) or phrase(bare, OBJECT)
    listed = _listed(bare) if kind is not Kind.ORDER else ()
    return listed or (_beside(bare, first) if first else ())


def _beside(words: str, first: str) -> tuple[str, ...]:
    """`first` and who stands beside it, before the words that say what must be done."""
    names = names_in(first)
    end = words.find(first) + len(first)
    deed = _DEED.search(words, end)
    more = joined(words, first) or further(words[end : deed.start() if deed else end])
    return tuple(dict.fromkeys((*names, *(name for name in more if not is_role(name)))))


def _listed(words: str) -> tuple[str, ...]:
    """The parties of "ammonisce: - il Comune di Asti, …; - la Regione Ombra, …;", at least two of them."""
    points = [point for point in _POINT.split(words) if re.match(OBJECT, point)]
    names = [name for point in points if (name := phrase(point, OBJECT)) and not is_role(name)]
    return tuple(names) if len(names) > 1 else ()


def _doer(words: str) -> str | None:
    """Who does what is stopped: "il blocco del trattamento effettuato da Volo S.r.l."."""
    done = _DONE.search(words)
    return phrase(words[done.end() :], rf"^{BY}") if done else None


def _given(words: str) -> str | None:
    """The party right after the command: "ingiunge alla Società di …"."""
    return phrase(words, TO) if re.match(rf"[\s,]*{TO}", words) else None
