"""A name as published, without what does not tell companies apart: case, accents, script, legal form. Pure."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

DIGRAPHS = {"ου": "ou", "αυ": "av", "ευ": "ev", "μπ": "b", "ντ": "d", "γκ": "g", "γγ": "ng"}
"""Pairs of Greek letters that are one sound; anyascii writes letter by letter (libraries.md §3.7)."""

LOOK_ALIKES = str.maketrans("αβεζηικμνορτυχσ", "abezhikmnoptyxs")
"""Greek letters typed inside a Latin word."""

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
"""Written as `words` leaves them: without dots and accents, Greek ones in Latin letters."""

IN_FULL = (
    "societe anonyme", "societe par actions simplifiee", "societe a responsabilite limitee", "societa azioni",
    "societa a responsabilita limitata", "societa benefit", "societa cooperativa", "unipersonale", "socio unico",
    "anonymi etaireia", "anonymos etaireia", "monoprosopi", "unlimited",
)  # fmt: skip
"""The same written out, without SMALL_WORDS."""

ENDINGS = tuple(sorted({*IN_FULL, *(form for forms in LEGAL_FORMS.values() for form in forms.split())}, reverse=True))
SMALL_WORDS = frozenset(
    {"the", "of", "and", "la", "le", "les", "l", "de", "du", "des", "d", "et", "il", "lo", "i", "di", "del", "della",
     "dell", "degli", "delle", "per", "e", "ed", "y", "und", "tis", "tou", "ton", "kai"}
)  # fmt: skip


@lru_cache(maxsize=50_000)
def company_key(name: str) -> str:
    """What tells a company apart; two names with one key are spellings of one name.

    >>> company_key("la société CLEARVIEW AI"), company_key("Clearview A.I., Inc.")
    ('clearview ai', 'clearview ai')
    >>> company_key("Μπουτάρης Ι.Κ.Ε."), company_key("Δ.Ε.Η. Α.Ε.")
    ('boutaris', 'dei')
    >>> company_key("Istituto nazionale della previdenza sociale (INPS)")
    'istituto nazionale previdenza sociale'
    """
    outside = re.sub(r"\([^)]*\)", " ", name)
    all_words = words(outside) or words(name)
    telling = [word for word in all_words if word not in SMALL_WORDS] or all_words
    return _without_forms(" ".join(telling))


def in_brackets(name: str) -> list[str]:
    """What a name says in brackets: another name, or a remark."""
    return [inside.strip() for inside in re.findall(r"\(([^)]*)\)", name)]


def words(name: str) -> list[str]:
    """The words of a name in plain Latin letters; initials stand together, a lower-case “société” is no part of it."""
    named = re.sub(r"\b(?:société|societe|società|societa|company)\b(?=\s+[A-ZÀ-Ý0-9])", " ", name)
    folded = unicodedata.normalize("NFD", named.casefold())
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter)).replace("ς", "σ")
    spoken = re.sub(r"['’]s\b", "s", plain).replace("&", " and ")
    joined = re.sub(r"\b\w(?:\.\w)+\b\.?", lambda dots: dots.group().replace(".", "") + " ", spoken)
    joined = re.sub(r"\b\w(?:\. \w)+\.", lambda dots: dots.group().replace(".", "").replace(" ", ""), joined)
    return [latin for word in re.findall(r"[^\W_]+", joined) if (latin := _latin(word))]


def _latin(word: str) -> str:
    if re.search("[a-z]", word):
        word = word.translate(LOOK_ALIKES)
    for greek, latin in DIGRAPHS.items():
        word = word.replace(greek, latin)
    return re.sub("[^a-z0-9]", "", anyascii(word).lower())


def _without_forms(name: str) -> str:
    """The name without legal forms at its end (and the Romanian SC before it), but never without any word."""
    shorter = name.removeprefix("sc ")
    shorter = next((shorter[: -len(form) - 1] for form in ENDINGS if shorter.endswith(f" {form}")), shorter)
    return name if shorter == name else _without_forms(shorter)
