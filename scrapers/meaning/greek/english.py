"""English releases of the Hellenic DPA: the words are read by the English reader, whose act it is is asked here."""

import re
from dataclasses import replace

from scrapers.adapter import Account, Passage, RawDecision
from scrapers.meaning.english import read

_LETTER = re.compile(r"[^\W\d_]")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_MOSTLY = 0.3
"""English texts hold Greek names and addresses, Greek ones Latin names: this share of Greek letters parts them."""
_OURS = re.compile(
    r"\b(?:Hellenic|Greek)\b[^.;]{0,40}\b(?:DPA|SA|Authority)\b|\bHDPA\b"
    r"|\bthe (?:Authority|DPA)(?!'s)\b[^.;]{0,80}\b(?:impos|fin|order|issu|repriman)"
)
_ANOTHER = re.compile(
    r"\b(?:Irish|French|Italian|Spanish|German|Dutch|Belgian|British|Swedish|Norwegian|Polish|Austrian|Finnish|Danish|Cypriot"
    r"|Portuguese|Luxembourg|Hamburg|Romanian|Hungarian)\b[^.;]{0,40}\b(?:SA|DPA|[Aa]uthority|Commission)\b|\b(?:CNIL|Garante|ICO|AEPD|DPC)\b"
)
_REFERENCE = re.compile(r"\bDecision\s+(?:[Nn]o\.?\s*)?(\d{1,3}/20\d\d)")
_WHOSE = "the text does not say that this authority imposed it"
_ALSO = "the text also tells of another authority's acts"


def is_english(text: str) -> bool:
    """Whether a text is written in Latin letters."""
    letters = len(_LETTER.findall(text))
    return letters > 0 and len(_GREEK.findall(text)) < letters * _MOSTLY


def read_english(raw: RawDecision, passage: Passage) -> Account:
    """What an English release says; a sanction in it that may be another authority's is a doubt."""
    account = read(raw, passage, "EUR")
    words = f"{raw.title}\n{passage.text}"
    numbers = dict.fromkeys(_REFERENCE.findall(words))
    known = replace(account, reference=next(iter(numbers)) if len(numbers) == 1 else None)
    if not account.sanctions:
        return known
    if _ANOTHER.search(words) and not _OURS.search(words):
        return Account(nothing="a sanction of another authority")
    doubts = (() if _OURS.search(words) else (_WHOSE,)) + ((_ALSO,) if _ANOTHER.search(words) else ())
    return replace(known, doubts=(*account.doubts, *doubts))
