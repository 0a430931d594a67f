"""Why a measure is certainly no sanction: opinions, guidelines, closures, complaints turned down, revocations."""

import re
from collections.abc import Sequence

from scrapers.adapter import RawDecision
from scrapers.meaning.italian.operative import Command

OPINION = "an opinion, not a sanction"
CLOSED = "the proceedings were closed"
TURNED_DOWN = "the complaint was turned down"
WITHDRAWN = "an earlier measure was withdrawn"
ALLOWED = "an approval or authorisation, not a sanction"
GENERAL = "a general measure, not a sanction"
GUIDELINES = "guidelines, not a sanction"

_REMOVED = re.compile(r"Il provvedimento.{0,160}?(?:è|e'|é)\s+stat[oa]\s+rimoss[oa]", re.DOTALL)
_BY_COMMAND = (
    (("esprime", "rilascia"), r"\bparere\b|\bavviso\b", OPINION),
    (("archivia",), r"", CLOSED),
    (("dispone", "dichiara", "delibera"), r"\barchiviazion|\barchiviare\b|\bnon\s+luogo\b|\bestin", CLOSED),
    (("rigetta", "respinge"), r"", TURNED_DOWN),
    (("dichiara",), r"\binfondat|\binammissibil|\bimprocedibil|\bmanifestamente\b", TURNED_DOWN),
    (("revoca", "annulla"), r"", WITHDRAWN),
    (("dispone", "delibera"), r"\b(?:revoca|annullamento)\b", WITHDRAWN),
    (("approva", "autorizza", "accredita"), r"", ALLOWED),
    (("adotta", "delibera", "individua"), r"\blinee\s+guida|\bregol[ae]|\bcodice\s+di\s+condotta|\bschema\b", GENERAL),
    (("adotta", "delibera", "individua"), r"\brequisit|\bgaranzi|\bpiano\b|\battività\s+ispettiv", GENERAL),
)
_BY_TITLE = (
    (r"\bparer[ei]\b", OPINION),
    (r"\blinee[\s-]guida\b|\bvademecum\b|\bregole\s+deontologiche\b|\bcodice\s+di\s+condotta\b", GUIDELINES),
    (r"\bautorizzazion|\baccreditament|\bverifica\s+preliminare\b|\bconsultazione\b", ALLOWED),
    (r"\bdeliberazion|\bregolamento\s+del\s+garante\b|\bquesit|\battivit\w+\s+ispettiv", GENERAL),
    (r"\bprovvediment\w+\s+a\s+carattere\s+generale\b", GENERAL),
    (r"\bdecision\w+\s+su\s+ricors", TURNED_DOWN),
    (r"\bestinzione\s+di\s+procediment|\barchiviazion", CLOSED),
)
"""The types of source-garante.md §2.2 that hold no sanctions, as titles name them too."""


def removal(text: str) -> str | None:
    """The one sentence that stands where a measure stood until a court struck it down (source-garante.md §3.4)."""
    return "the measure was taken off the site after a final judgment" if _REMOVED.search(text[:1500]) else None


def by_command(commands: Sequence[Command]) -> str | None:
    """What the commands say that is no sanction, or None."""
    for verbs, pattern, reason in _BY_COMMAND:
        for command in commands:
            if command.verb in verbs and re.search(pattern, command.words[:400], re.IGNORECASE):
                return reason
    return None


def by_title(raw: RawDecision) -> str | None:
    """What the title or the type in the list says that is no sanction, or None."""
    words = f"{raw.title}\n{raw.category or ''}"
    return next((reason for pattern, reason in _BY_TITLE if re.search(pattern, words, re.IGNORECASE)), None)
