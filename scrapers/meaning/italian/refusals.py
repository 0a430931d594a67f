"""Why a measure is certainly no sanction: opinions, guidelines, closures, complaints turned down, revocations."""

import re

from scrapers.adapter import RawDecision
from scrapers.meaning.italian.operative import Part, commands

OPINION = "an opinion, not a sanction"
CLOSED = "the proceedings were closed"
TURNED_DOWN = "the complaint was turned down"
SPREAD = "the payment of an earlier fine is spread out"
WITHDRAWN = "an earlier measure was withdrawn"
ALLOWED = "an approval or authorisation, not a sanction"
GENERAL = "a general measure, not a sanction"
GUIDELINES = "guidelines, not a sanction"

NOTHING = "the operative part imposes nothing"

_IMPOSING = re.compile(
    r"\b(?:ordin[aieò]|ingiun|ammon|avvert|avvis|viet|diviet|prescri|impo[nrs]|inibi|limit|inflig|inflit|irrog|commin|sanzion|pagar|versa"
    r"|blocc|sospen|cancell|rettific|rimo[vz]|oscur|distru|conform|adegu|illec|illeg|illic|violaz|viola[tn]|corrett|cessa|desist)",
    re.IGNORECASE,
)
"""Stems of everything that an operative part imposes or finds."""
_LEFT_OUT = re.compile(r"\[\s?(?:…|\.{2,4}|OMISSIS|omissis)\s?\]")
_REMOVED = re.compile(r"Il provvedimento.{0,160}?(?:è|e'|é)\s+stat[oa]\s+rimoss[oa]", re.DOTALL)
_BY_COMMAND = (
    (("esprime", "rilascia", "rende"), r"\bparere\b|\bavviso\b", OPINION),
    (("archivia",), r"", CLOSED),
    (("dispone", "dichiara", "delibera"), r"\bnon\s+(?:doversi|adottare|procedere)\b", CLOSED),
    (
        ("dispone", "dichiara", "delibera"),
        r"\barchiviazion|\barchiviare\b|\b(?:chiusura|conclusione)\s+de(?:l|ll')\s?(?:procediment|istruttori)|\bnon\s+luogo\b|\bestin",
        CLOSED,
    ),
    (("accoglie", "dispone"), r"\brateizzazion|\brateazion|\bdilazion", SPREAD),
    (("rigetta", "respinge"), r"", TURNED_DOWN),
    (("dichiara",), r"\binfondat|\binammissibil|\bimprocedibil|\bmanifestamente\b", TURNED_DOWN),
    (("revoca", "annulla"), r"", WITHDRAWN),
    (
        ("dispone", "delibera"),
        r"\b(?:revoca|annullamento)\b|\b(?:cessazione|sospensione)\s+de(?:gli\s|ll')eff",
        WITHDRAWN,
    ),
    (("approva", "autorizza", "accredita"), r"", ALLOWED),
    (("adotta", "delibera", "individua"), r"\blinee\s+guida|\bregol[ae]|\bcodice\s+di\s+condotta|\bschema\b", GENERAL),
    (
        ("delibera", "dispone"),
        r"^[\s,]*(?:di\s+avviare\s+|l'avvio\s+di\s+)?(?:una\s+)?consultazione\s+pubblica",
        GENERAL,
    ),
    (("adotta",), r"\bdocumento\b|\bprovvedimento\s+recante\b|\bprescrizioni\s+relative\b", GENERAL),
    (("segnala",), r"\bparlamento\b|\bgoverno\b", GENERAL),
    (("adotta", "delibera", "individua"), r"\brequisit|\bgaranzi|\bpiano\b|\battività\s+ispettiv", GENERAL),
)
_FINDING = ("dichiara", "rileva", "accerta")
_BREACH = re.compile(
    r"^\W{0,3}(?:[^;.]{0,90}?,\s{0,3})?(?:che\s)?(?:l'|la\s)?(?:illecit|illice|violazion)", re.IGNORECASE
)
_FOUND = re.compile(r"\b(?:rilevat|accertat|ritenut|dichiarat)[ao]\s+l'illic", re.IGNORECASE)
_BEGINS = r"(?:^|[-–:.]\s{1,3})"
_BY_TITLE = (
    (r"^\s{0,3}(?:provvediment\w+\s(?:di\s|del\s.{6,20}\s[-–]\s))?(?:revoca|annullamento)\b", WITHDRAWN),
    (
        rf"{_BEGINS}(?:schema\s+di\s+|richiesta\s+di\s+)?parer[ei]\b|\bparere\s+(?:su|al|in|del|favorevole|reso)",
        OPINION,
    ),
    (rf"(?:{_BEGINS}|\b(?:di|delle|sulle|le)\s)linee[\s-]guida\b|\bvademecum\b", GUIDELINES),
    (r"\bregole\s+deontologiche\b|\bcodic[ei]\s+di\s+(?:condotta|deontologia)\b", GUIDELINES),
    (rf"{_BEGINS}autorizzazion|\bautorizzazion\w+\s+(?:general|n\.|al\s)|\baccreditament|\besonero\b|\bbcr\b", ALLOWED),
    (r"\bverifica\s+preliminare\b|\bconsultazion\w+\s+(?:pubblic|preventiv)|\bart\.\s?110\b", ALLOWED),
    (r"^\s{0,3}deliberazion|\bregolamento\s+del\s+garante\b|\bquesit|\battivit\w+\s+ispettiv", GENERAL),
    (r"^\s{0,3}regolamento\b|\bdocumento\s+di\s+indirizzo\b|\bmisure\s+di\s+garanzia\b", GENERAL),
    (r"^\s{0,3}(?:audizion|memori|not[ae]\s+istituzional|protocoll|relazione\s+annual|intervento\s+del)", GENERAL),
    (r"\bprovvediment\w+\s+a\s+carattere\s+generale\b|\bsegnalazion\w+\s+al\s+(?:parlamento|governo)", GENERAL),
    (r"\bdecision\w+\s+su\s+ricors", TURNED_DOWN),
    (r"\bestinzione\s+di\s+procediment|\barchiviazion", CLOSED),
)
"""The types of source-garante.md §2.2 that hold no sanctions, as titles name them too."""


def removal(text: str) -> str | None:
    """The one sentence that stands where a measure stood until a court struck it down (source-garante.md §3.4)."""
    return "the measure was taken off the site after a final judgment" if _REMOVED.search(text[:1500]) else None


def by_command(part: Part) -> str | None:
    """What the commands say that is no sanction, or None. An act that also finds a breach is not closed by it."""
    told = commands(part)
    if _FOUND.search(part.text) or any(command.verb in _FINDING and _BREACH.search(command.words) for command in told):
        return None
    for verbs, pattern, reason in _BY_COMMAND:
        for command in told:
            if command.verb in verbs and re.search(pattern, command.words[:400], re.IGNORECASE):
                return reason
    return None


def by_silence(raw: RawDecision, text: str, part: Part) -> str | None:
    """Whether a whole operative part commands something, and holds no word with which anything could be imposed."""
    is_whole = part.start + len(part.text) < len(text) and not _LEFT_OUT.search(part.text)
    speaks = _IMPOSING.search(f"{part.text}\n{raw.title}\n{raw.category or ''}")
    return NOTHING if is_whole and commands(part) and not speaks else None


def by_title(raw: RawDecision) -> str | None:
    """What the title or the type in the list says that is no sanction, or None."""
    words = f"{raw.title}\n{raw.category or ''}"
    flags = re.IGNORECASE | re.MULTILINE
    return next((reason for pattern, reason in _BY_TITLE if re.search(pattern, words, flags)), None)
