"""Why a measure is certainly no sanction: opinions, guidelines, closures, complaints turned down, revocations."""

import re
from collections.abc import Sequence

from scrapers.adapter import RawDecision
from scrapers.meaning.italian.operative import Command

_REMOVED = re.compile(r"Il provvedimento.{0,160}?(?:è|e'|é)\s+stat[oa]\s+rimoss[oa]", re.DOTALL)
_BY_COMMAND = (
    (("esprime", "rilascia"), r"\bparere\b|\bavviso\b", "an opinion, not a sanction"),
    (("archivia",), r"", "the proceedings were closed"),
    (("dispone", "dichiara", "delibera"), r"\barchiviazion|\bnon\s+luogo\b|\bestin|\bnon\s+(?:doversi|esserci)\b", "the proceedings were closed"),
    (("rigetta", "respinge"), r"", "the complaint was turned down"),
    (("dichiara",), r"\binfondat|\binammissibil|\bimprocedibil|\bmanifestamente\b", "the complaint was turned down"),
    (("revoca", "annulla"), r"", "an earlier measure was withdrawn"),
    (("dispone", "delibera"), r"\b(?:revoca|annullamento)\b", "an earlier measure was withdrawn"),
    (("approva", "autorizza", "accredita"), r"", "an approval or authorisation, not a sanction"),
    (("adotta", "delibera", "individua"), r"\blinee\s+guida|\bregol[ae]|\bcodice\s+di\s+condotta|\bschema\b|\brequisit|\bgaranzi", "a general measure, not a sanction"),
)  # fmt: skip
_BY_TITLE = (
    (r"\bparere\b|\bpareri\b", "an opinion, not a sanction"),
    (r"\blinee[\s-]guida\b|\bvademecum\b|\bregole\s+deontologiche\b|\bcodice\s+di\s+condotta\b", "guidelines, not a sanction"),
    (r"\bautorizzazion|\baccreditament|\bverifica\s+preliminare\b|\bconsultazione\b", "an approval or consultation, not a sanction"),
    (r"\bdeliberazion|\bregolamento\s+del\s+garante\b|\bprovvediment\w+\s+a\s+carattere\s+generale\b|\bquesit|\bpiano\s+ispettiv|\battivit\w+\s+ispettiv", "a general measure, not a sanction"),
    (r"\bdecision\w+\s+su\s+ricors|\bestinzione\s+di\s+procediment|\barchiviazion", "the decision on a complaint, not a sanction"),
)  # fmt: skip


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
