"""The laws that decisions name: how their names are written, how they are cited, and which articles nobody infringes.

Names are regular expressions for folded text (`text.fold`).
"""

import re
from functools import cache

_POWERS = {
    "GDPR": (range(1, 5), range(51, 85), range(92, 100)),
    "FR LIL": (range(8, 30),),
    "IT Codice": (range(140, 155), range(166, 167)),
    "GR 4624/2019": (range(9, 21), range(39, 40), range(84, 85)),
    "GR 3471/2006": (range(13, 14),),
    "GR 2472/1997": (range(15, 22),),
    "DPA 2018": (range(1, 4), range(114, 215)),
    "PECR": (range(25, 37),),
}
"""Articles on scope, words, the authority, its powers and its procedure: no party infringes them."""

_PARAGRAPHS = {
    5: 2, 6: 4, 7: 4, 8: 3, 9: 4, 10: 1, 11: 2, 12: 8, 13: 4, 14: 5, 15: 4, 16: 1, 17: 3, 18: 3, 19: 1, 20: 4, 21: 6,
    22: 4, 23: 2, 24: 3, 25: 3, 26: 3, 27: 5, 28: 10, 29: 1, 30: 5, 31: 1, 32: 4, 33: 5, 34: 4, 35: 11, 36: 5, 37: 7,
    38: 6, 39: 2, 44: 1, 45: 9, 46: 5, 47: 3, 48: 1, 49: 6, 85: 3, 86: 1, 87: 1, 88: 3, 89: 4, 90: 2, 91: 2,
}  # fmt: skip
"""How many paragraphs an article of the GDPR has: in "12 παρ. 1, 4, 15 και 18" the 15 cannot be one of article 12."""

_LAWS = {
    "GDPR": r"(?:uk\s|eu\s)?(?:gdpr|rgpd|γκπδ)(?!\w)|(?:uk\s)?general\sdata\sprotection\sregulation|reglement\sgeneral"
    r"|γενικ\w+\sκανονισμ\w+|(?:reglement|regolamento|regulation|κανονισμ\w+)\s(?:\((?:ue|eu|εε)\)\s)?(?:n[o°.]?\s?)?"
    r"2016/679|reglement(?!\s(?:\((?:ue|ce)|n[o°]|interieur|delegue|e-?privacy))(?!\w)"
    r"|regolamento(?!\s(?:\((?:ue|ce)|n\.|n\s|del\sgarante|interno|1/20))(?!\w)|κανονισμου(?!\s(?:\((?:εε|εκ|ee|eu)|λειτουργιασ|[0-9]))(?!\w)",
    "FR LIL": r"loi\s{1,2}[\"«“'\s]{0,3}informatique\set\slibertes"
    r"|loi\s(?:(?:n\s?[o°]\s?)?78-17(?:\sdu\s6\sjanvier\s1978)?|du\s6\sjanvier\s1978)(?:\smodifiee)?|lil(?!\w)",
    "FR CPCE": r"code\sdes\spostes(?:\set\sdes\scommunications\selectroniques)?|cpce(?!\w)",
    "IT Codice": r"codice(?!\s(?:civile|penale|di\s|fiscale|deontologico|della?\s|dell'|dei\s|degli\s))(?!\w)"
    r"|codice\sin\smateria\sdi\sprotezione|(?:d\.\s?lgs\.?|decreto\slegislativo)\s(?:30\sgiugno\s2003,?\s)?(?:n\.?\s)?196",
    "GR 3471/2006": r"(?:ν\.|νομου)\s?3471/2006",
    "GR 4624/2019": r"(?:ν\.|νομου)\s?4624/2019",
    "GR 2472/1997": r"(?:ν\.|νομου)\s?2472/1997",
    "PECR": r"pecr(?!\w)|privacy\sand\selectronic\scommunications",
    "DPA 2018": r"dpa(?:\s?(?:20)?18)?(?!\s?(?:19)?98)(?!\w)|data\sprotection\sact\s2018",
}
_OF_LANGUAGE = {"fr": ("FR",), "it": ("IT",), "en": ("PECR", "DPA"), "el": ("GR",)}


@cache
def laws_pattern(language: str) -> str:
    """A regular expression of every law that texts of a language name; `law_of` says which one matched."""
    return "|".join(
        rf"(?P<law{n}>{pattern})[\"»”'\s]{{0,3}}"
        for n, (law, pattern) in enumerate(_LAWS.items())
        if law.startswith(("GDPR", *_OF_LANGUAGE[language]))
    )


def law_of(match: re.Match[str]) -> str | None:
    """The law that a match of `laws_pattern` names, as it is cited: "GDPR", "FR LIL". A group "law" is the GDPR.

    >>> law_of(re.search(laws_pattern("it"), "art. 130 del codice"))
    'IT Codice'
    """
    named = next((name for name, words in match.groupdict().items() if words and name.startswith("law")), None)
    return named and list(_LAWS)[int(named.removeprefix("law") or 0)]


def is_power(law: str, article: str) -> bool:
    """Whether the article is on scope, words, the authority, its powers or its procedure.

    >>> is_power("GDPR", "58"), is_power("GDPR", "5"), is_power("IT Codice", "154-bis")
    (True, False, True)
    """
    number = re.match("[0-9]+", article)
    return number is not None and any(int(number[0]) in powers for powers in _POWERS.get(law, ()))


def most_paragraphs(article: str) -> int:
    """How many paragraphs an article of that number may have; nine where it is not one of the GDPR.

    >>> most_paragraphs("12"), most_paragraphs("2-ter")
    (8, 9)
    """
    return _PARAGRAPHS.get(int(article), 9) if article.isdigit() else 9
