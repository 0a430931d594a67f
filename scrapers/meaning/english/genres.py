"""What sort of act an English text is, by the heading it carries and the formulas of its genre."""

import re
from enum import StrEnum

from scrapers.adapter import RawDecision


class Genre(StrEnum):
    """Sorts of acts of the ICO and of the tribunals above it; a text of none of them has no genre."""

    PENALTY = "penalty notice"
    ENFORCEMENT = "enforcement notice"
    REPRIMAND = "reprimand"
    INTENT = "notice of intent"
    VARIATION = "variation or cancellation of an earlier notice"
    ACCESS = "decision notice on access to information"
    TRIBUNAL = "tribunal's ruling"
    STEP = "step of an investigation"
    UNDERTAKING = "undertaking"
    AUDIT = "audit report"


HEADINGS = {
    Genre.INTENT: r"(?:PRELIMINARY[ ]?ENFORCEMENT[ ]?NOTICE|NOTICE[ ]?OF[ ]?INTENT)",
    Genre.VARIATION: r"(?:(?:MONETARY[ ]?)?PENALTY[ ]?)?(?:VARIATION|CANCELLATION)[ ]?NOTICE",
    Genre.PENALTY: r"(?:MONETARY[ ]?)?PENALTY[ ]?NOTICE",
    Genre.ENFORCEMENT: r"ENFORCEMENT[ ]?NOTICE",
    Genre.REPRIMAND: r"REPRIMAND",
    Genre.STEP: r"(?:INFORMATION|ASSESSMENT)[ ]?NOTICE",
    Genre.UNDERTAKING: r"UNDERTAKING(?:[ ]?TO[ ]?COMPLY\b.*)?",
    Genre.AUDIT: r"(?:DATA[ ]PROTECTION[ ]|FOLLOW[- ]UP[ ]|AGE[ ]APPROPRIATE[ ]DESIGN[ ]CODE[ ])*AUDIT[ ]REPORT",
}
HEADING = re.compile(
    r"^[ \t]*(?:DATA[ ]PROTECTION[ ]ACT(?:[ ]1998)?[ ])?(?:"
    + "|".join(f"(?P<{genre.name}>{words})" for genre, words in HEADINGS.items())
    + r")(?:[ ]DATED\b.*)?[ \t:.]*$",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
FORMULAS = {
    Genre.PENALTY: r"\bissue.{1,200}?\bwith a (?:monetary )?penalty\b|\bto pay\b.{0,60}?\bpenalty of\b",
    Genre.ENFORCEMENT: r"\bissue.{1,200}?\bwith an enforcement notice\b",
    Genre.REPRIMAND: r"\bissu(?:e|es|ed|ing)\b.{1,200}?\breprimand\b",
}
OPENING = 6000
"""Cover and table of contents of the longest notices end within it."""

ACCESS_HEAD = re.compile(
    r"(?:Freedom of Information Act 2000|Environmental Information Regulations 2004|\bFOIA\b|\bEIR\b)[\s\S]{0,400}"
    r"?\b(?:Decision\s+notice|Practice\s+recommendation)\b|^\s*Reference:\s+(?:IC-[\d-]+-\w{4}|F[A-Z]{1,2}\d{6,})",
    re.IGNORECASE,
)
COMPLAINT = re.compile(
    r"\bcomplainants?(?:'s)? (?:has |have |had )?(?:requested|made|submitted|asked|sought|wrote)"
    r"|\b(?:sections?|regulations?) \d+(?:\(\w\))*(?: \([^)]*\))? of (?:the )?(?:FOIA|FOI|EIR|Freedom|Environmental)",
    re.IGNORECASE,
)
ACCESS_WORDS = re.compile(
    r"\b(?:FOIA|FOI Act|EIR)\b|Freedom of Information|Environmental Information Regulations", re.IGNORECASE
)
TRIBUNAL_HEAD = re.compile(
    r"\A[\s\S]{0,600}(?:Neutral Citation|^[ \t]*\[20\d\d\] (?:UK|EW))"
    r"|\b(?:First[- ]tier|Upper) Tribunal\b[\s\S]{0,2500}?\b(?:Appellant|Respondent)",
    re.IGNORECASE | re.MULTILINE,
)
SANCTION_WORDS = re.compile(
    r"\bfine[sd]?\b|\bpenalt|\breprimand|\benforcement notice|\bprosecut|\bnotice of intent"
    r"|\bguilty\b|\bsentenced\b|\bconvicted\b|\bjailed\b|\b(?:Magistrates'?|Crown|Sheriff) Court\b"
    r"|\bundertaking\b|\bsanction(?:s|ed)?\b|\binjunction\b|\border(?:ed|s)\b|\border (?!to\b)",
    re.IGNORECASE,
)


def genre_of(text: str, raw: RawDecision) -> Genre | None:
    """The genre of a mended text; the category of the list and the title decide only where it does not."""
    head = text[:OPENING]
    if TRIBUNAL_HEAD.search(head[:3000]):
        return Genre.TRIBUNAL
    if ACCESS_HEAD.search(head[:1500]) and not HEADING.search(head[:1500]):
        return Genre.ACCESS
    return _by_heading(head) or _by_formula(" ".join(head.split())) or _by_name(raw.category) or _by_name(raw.title)


def is_about_access(text: str) -> bool:
    """Whether a summary is of a complaint about access to information, which ends in no sanction."""
    return bool(COMPLAINT.search(text) or (ACCESS_WORDS.search(text) and not SANCTION_WORDS.search(text)))


def _by_heading(head: str) -> Genre | None:
    found = HEADING.search(head)
    return Genre[found.lastgroup] if found and found.lastgroup else None


def _by_formula(head: str) -> Genre | None:
    starts = {genre: found.start() for genre, words in FORMULAS.items() if (found := re.search(words, head, re.I))}
    return min(starts, key=lambda genre: starts[genre]) if starts else None


def _by_name(name: str | None) -> Genre | None:
    kinds = {
        "monetary penalt": Genre.PENALTY,
        "penalty notice": Genre.PENALTY,
        "enforcement notice": Genre.ENFORCEMENT,
        "reprimand": Genre.REPRIMAND,
        "undertaking": Genre.UNDERTAKING,
        "information notice": Genre.STEP,
        "assessment notice": Genre.STEP,
    }
    return next((genre for words, genre in kinds.items() if words in (name or "").lower()), None)
