"""When do two names mean one company? Pure: spelling, script and legal form; what cannot be told is `unsure`."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

NEAR = 92
"""`ratio` of two keys from which they may be one name with a slip; a person decides (libraries.md trap 12)."""

DIGRAPHS = {"ου": "ou", "αυ": "av", "ευ": "ev", "μπ": "b", "ντ": "d", "γκ": "g", "γγ": "ng"}
LOOK_ALIKES = str.maketrans("αβεζηικμνορτυχς", "abezhikmnoptyxs")
LEGAL_FORMS = {
    "FR": "sa sas sasu sarl eurl snc sci scop se selarl scs sca gie",
    "IT": "spa srl srls snc sas sapa scarl scpa scrl",
    "GR": "ae ee oe epe ike mike aee aeet aet aebe aeve abee avee ave sae saet",
    "UK": "plc ltd limited llp lp cic",
    "IE": "dac clg uc",
    "US": "inc incorporated llc corp corporation co company",
    "DE": "gmbh ag kg kgaa ohg ug ev mbh",
    "ES": "sa sau sl slu slne sll",
    "NL": "bv nv vof cv",
}
"""Written as `company_key` leaves them: without dots and accents, Greek ones in Latin letters."""

FORMS = frozenset(form for forms in LEGAL_FORMS.values() for form in forms.split())
LEADING = frozenset({"la", "le", "les", "the", "il", "lo", "societe", "societa", "etaireia", "sc"})


@dataclass(frozen=True)
class Match:
    """`verdict` same, group (one corporate group, two companies), different or unsure; `why` in words."""

    verdict: str
    why: str


@lru_cache(maxsize=20_000)
def company_key(name: str) -> str:
    """What is left of a name without case, accents, script and legal form; two names with one key are one company.

    >>> company_key("la société CLEARVIEW AI"), company_key("Clearview A.I., Inc.")
    ('clearview ai', 'clearview ai')
    >>> company_key("Μπουτάρης Ι.Κ.Ε.")
    'boutaris'
    """
    outside = re.sub(r"\([^)]*\)", " ", name)
    words = _words(outside) or _words(name)
    kept = words
    while kept and kept[0] in LEADING:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1] in FORMS:
        kept = kept[:-1]
    return " ".join(kept or words)


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c)).replace("ς", "σ")
    joined = re.sub(r"\b(?:\w\.\s?){2,}(?:\w\b)?", lambda dots: re.sub(r"[.\s]", "", dots.group()) + " ", plain)
    return [_latin(word) for word in re.findall(r"\w+", joined.replace("&", " and ").replace("'", ""))]


def _latin(word: str) -> str:
    if re.search("[a-z]", word):
        word = word.translate(LOOK_ALIKES)
    for greek, latin in DIGRAPHS.items():
        word = word.replace(greek, latin)
    return anyascii(word).lower()


def compare(a: str, b: str) -> Match:
    """Do two names mean one company?"""
    one, other = company_key(a), company_key(b)
    if one == other:
        return Match("same", f"both are “{one}” without case, accents and legal form")
    nearness = fuzz.ratio(one, other)
    if nearness >= NEAR:
        return Match("unsure", f"“{one}” and “{other}” differ by a few letters")
    return Match("different", f"“{one}” and “{other}” are two names")
