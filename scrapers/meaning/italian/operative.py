"""The operative part of a measure and the commands in it. Knows where they stand, not what they mean."""

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"\b(?:TUTTO\s+)?(?:CI[ÒO]\u0300?['`]?|QUANTO|TANTO)\s+(?:SOPRA\s+)?(?:PREMESSO|CONSIDERATO|ESPOSTO)\b"
    r"|\bPER\s+(?:QUESTI|TALI)\s+MOTIVI\b"
    r"|\b(?i:tutto\s+ci[òo]'?\s+(?:premesso|considerato)),?\s*(?i:il\s+garante|l'autorità)\b"
)
"""source-garante.md §4: capitals with Ò, O', O´ or plain O; in small letters only where the Garante follows."""

_END = re.compile(
    r"\b[Aa]i\s+sensi\s+de(?:ll'|gli\s+)art(?:t|icol[oi])?\.?\s*(?:78|152)\b"
    r"|\b[Aa]vverso\s+(?:il|la|tale|questo)\s+(?:present|provvediment)"
    r"|\bRoma,\s{1,3}(?:l[iì]\s{1,3})?(?:\d{1,2}[°º]?\s{1,3}[a-z]{4,9}\s{1,3}\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
"""The notice on how to appeal, or place and full date ("Piazza Roma, 1" is a seat): nothing is ordered after it."""
_REMINDER = re.compile(
    r"(?:^|[.;:\n)–-])\s{0,20}si\s{1,3}(?:ricorda|rammenta|rappresenta|avverte|fa\s{1,3}presente|precisa|informa|evidenzia)\b"
    r"|\bchiunque,?\s{1,3}essendovi\b",
    re.IGNORECASE,
)
"""What the law says will follow: half the fine, the fine for disobeying. It commands nothing."""

_VERBS = (
    "ordina|ingiunge|ammonisce|avverte|vieta|dispone|prescrive|impone|dichiara|rileva|accerta|esprime|archivia|rigetta|"
    "respinge|accoglie|rivolge|invita|richiede|adotta|approva|delibera|revoca|annulla|autorizza|infligge|irroga|"
    "commina|applica|conferma|accredita|rilascia|rende|individua|rettifica|limita|segnala"
)
_COMMAND = re.compile(rf"(?<![\w-])(?:{_VERBS})(?![\w-])", re.IGNORECASE)
_BEGINNING = re.compile(
    r"(?:[;:,.)\]\n–-]|\b(?:Regolamento|Garante|GARANTE|Codice|RGPD|GDPR|altresì|inoltre|pertanto|conseguentemente|e|lo|la|li)|^)\s*$"
)
"""Before a command in small letters, because "ordina" and "dispone" also describe; capitals command anywhere."""

_ITEM = re.compile(
    r"(?:[;:\n]|\s[-–])\s{0,20}(?:[a-z0-9]{1,2}[.)]\s{0,20})?"
    r"(?=ai\s{1,3}sensi|in\s{1,3}applicazione|visto|per\s{1,3}l'effetto)",
    re.IGNORECASE,
)
"""Where a new point of a list starts with its legal basis."""

_LOUD = re.compile(r"\b(?:ORDINA|INGIUNGE|AMMONISCE|PRESCRIVE|VIETA|DISPONE|DICHIARA|AVVERTE|RIGETTA|ACCOGLIE)\b")
LONGEST = 60_000
"""Characters of an operative part that are read; the longest real ones have a third of it."""
_HEADER = re.compile(r"riunione\s+odierna|Registro\s+dei\s+provvedimenti", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """The operative words: `text` stands in the measure from `start` on."""

    text: str
    start: int


@dataclass(frozen=True)
class Command:
    """One command: its verb in small letters, the words after it up to the next one, and where those words start."""

    verb: str
    words: str
    start: int
    basis: str


def operative_part(text: str) -> Part | None:
    """What stands after the last mark; None where the text has no mark, no command in capitals and is no excerpt.

    Measures before 2018 have no mark: there it begins with the first command in capitals.
    """
    marks = list(_MARK.finditer(text))
    if marks:
        return _until_end(text, marks[-1].end())
    loud = _LOUD.search(text)
    if loud is None:
        return None
    return _until_end(text, loud.start() if _HEADER.search(text) else 0)


def _until_end(text: str, start: int) -> Part:
    end = _END.search(text, start)
    return Part(text[start : min(end.start() if end else len(text), start + LONGEST)], start)


def commands(part: Part) -> tuple[Command, ...]:
    """The commands in their order; what leads up to one ("ai sensi dell'art. …") is its basis."""
    found = [match for match in _COMMAND.finditer(part.text) if match[0].isupper() or _begins(part.text, match.start())]
    befores = [0, *(match.end() for match in found)]
    bases = [_basis(part.text, before, match.start()) for before, match in zip(befores, found, strict=False)]
    ends = [*bases[1:], len(part.text)]
    return tuple(
        Command(
            verb=match[0].lower(),
            words=_without_reminder(part.text[match.end() : end]),
            start=part.start + match.end(),
            basis=part.text[basis : match.start()],
        )
        for match, basis, end in zip(found, bases, ends, strict=False)
    )


def _without_reminder(words: str) -> str:
    reminder = _REMINDER.search(words)
    return words[: reminder.start()] if reminder else words


def _begins(text: str, position: int) -> bool:
    return bool(_BEGINNING.search(text[max(0, position - 20) : position]))


def _basis(text: str, start: int, end: int) -> int:
    """Where the words that lead up to a command begin: after the last point of the list before it."""
    items = [item.start() for item in _ITEM.finditer(text, start, end) if text[start : item.start()].strip(" :,\n–-")]
    return items[-1] if items and ";" not in text[items[-1] + 1 : end] else end
