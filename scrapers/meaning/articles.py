"""Articles of law that a text names as infringed. Powers and procedure of the authority are left out.

A list is read token by token from its keyword on ("artt. 5, par. 1, lett. a), 6 e 9 del Regolamento"); an article whose
law the text does not name there is left out, because "article 5" alone may be of any law.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from scrapers.meaning.text import fold

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
    r"2016/679|reglement(?!\s(?:\(|n[o°]|interieur|delegue|e-?privacy))(?!\w)"
    r"|regolamento(?!\s(?:\(|n\.|n\s|del\sgarante|interno|1/20))(?!\w)|κανονισμου(?!\s(?:\(|λειτουργιασ|[0-9]))(?!\w)",
    "FR LIL": r"loi\s{1,2}[\"«“'\s]{0,3}informatique\set\slibertes|loi\s(?:n\s?[o°]\s?)?78-17|loi\sdu\s6\sjanvier\s1978"
    r"|lil(?!\w)",
    "FR CPCE": r"code\sdes\spostes|cpce(?!\w)",
    "IT Codice": r"codice(?!\s(?:civile|penale|di\s|fiscale|deontologico|della?\s|dell'|dei\s|degli\s))(?!\w)"
    r"|codice\sin\smateria\sdi\sprotezione|(?:d\.\s?lgs\.?|decreto\slegislativo)\s(?:30\sgiugno\s2003,?\s)?(?:n\.?\s)?196",
    "GR 3471/2006": r"(?:ν\.|νομου)\s?3471/2006",
    "GR 4624/2019": r"(?:ν\.|νομου)\s?4624/2019",
    "GR 2472/1997": r"(?:ν\.|νομου)\s?2472/1997",
    "PECR": r"pecr(?!\w)|privacy\sand\selectronic\scommunications",
    "DPA 2018": r"dpa(?:\s?(?:20)?18)?(?!\s?(?:19)?98)(?!\w)|data\sprotection\sact\s2018",
}
_OF_LANGUAGE = {"fr": ("FR",), "it": ("IT",), "en": ("PECR", "DPA"), "el": ("GR",)}
_KEYWORDS = {
    "fr": r"(?:articles?|art\.)\s{0,2}",
    "it": r"(?:art(?:t|icol[oi])?\.?)\s{0,2}",
    "en": r"(?:articles?|arts?\.|regulations?|regs?\.|sections?|ss?\.)\s{0,2}",
    "el": r"(?:αρθρ\w{1,3}|αρ\.)\s{0,2}",
}
_LEAD = (
    r"(?:(?:a|du|de|des|aux?|la|le|del|della|dello|degli|dell|agli|all|l|of|to|in|the|του|των|τησ|το|τα|στο)[\s']{1,2})"
)
_MARK = r"(?:§|parr?\.|paragraf[oi]|paragraphe?s?|comm[ai]|π\s?α\s?ρ\s?\.|παραγραφ\w{1,3})"
_TOKEN = (
    r"(?P<article>l\.?\s?[0-9]{1,3}-[0-9]{1,2}|[0-9]{1,3}(?:[-\s]?(?:bis|ter|quater|quinquies"
    r"|\w{0,6}(?:sex|sept|oct|nov|dec)ies)|a)?(?![\w/]))"
    r"(?:\s?[-.]\s?(?P<sub>[0-9]{1,2})(?![0-9/])(?:\.(?P<subletter>[a-zα-ω])(?!\w))?)?"
    r"|\(\s?(?P<parens>[0-9]{1,2}|[a-zα-ω]{1,2})\s?\)"
    rf"|(?P<paragraph>{_MARK})\s{{0,2}}"
    r"|(?P<lettered>lett(?:\.|er[ae]|re)|points?|στοιχ\w{0,4}\.?|εδ(?:αφ)?\.|περ(?:ιπτ)?\.)\s{0,2}"
    r"|[-.]?\s?(?P<letter>στ|ι[αβ]|[a-zα-ω])\s?[)΄'´](?!\w)"
    r"|(?P<range>(?:to|a|εωσ|through|da)\s)"
    r"|(?P<joint>(?:[\s,;…]{1,6}|\s?/\s?|(?<=\s))(?:et|ed?|and|or|και|nonche|ainsi\sque|as\swell\sas)[\s,]{1,2}"
    r"|[\s,;…]{1,6}|\s?/\s?)"
    r"|\([^()]{2,80}\)"
)
_GDPR_BEFORE = re.compile(r"(?:gdpr|rgpd)\s{1,2}$")
_LATIN = dict(zip("α β γ δ ε στ ζ η θ ι ια ιβ".split(), "abcdefghijkl", strict=True))


@dataclass
class _Place:
    """An article, and the last paragraph and letter of it that were read."""

    article: str
    paragraph: str = ""
    letter: str = ""

    def __str__(self) -> str:
        return self.article + "".join(f"({part})" for part in (self.paragraph, self.letter) if part)


@dataclass
class _List:
    """What was read of one list: `named` with their law, `open` still without one."""

    named: list[str] = field(default_factory=list)
    open: list[_Place] = field(default_factory=list)
    counting: str = "article"
    ranging: bool = False

    def add(self, place: _Place, *, refines: bool) -> None:
        """One more place; what `refines` the last one takes its seat."""
        if refines:
            self.open.pop()
        self.open.append(place)

    def close(self, law: str) -> None:
        self.named += [f"{law} {place}" for place in self.open if not _is_power(law, place.article)]
        self.open, self.counting = [], "article"


def articles(text: str, language: str) -> tuple[str, ...]:
    """The infringed articles of `text` in order of appearance, none twice.

    >>> articles("artt. 5, par. 1, lett. a) e f), 6 e 9 del Regolamento, nonché 2-ter del Codice", "it")
    ('GDPR 5(1)(a)', 'GDPR 5(1)(f)', 'GDPR 6', 'GDPR 9', 'IT Codice 2-ter')
    >>> articles("Articles 5(1)(f), 32(1)(b) and 35 UK GDPR; section 155 of the DPA 2018", "en")
    ('GDPR 5(1)(f)', 'GDPR 32(1)(b)', 'GDPR 35')
    >>> articles("άρθρων 12 παρ. 1, 4, 15 και 18 του ΓΚΠΔ, άρθρο 5 παρ. 1 στοιχ. α΄ ΓΚΠΔ", "el")
    ('GDPR 12(1)', 'GDPR 12(4)', 'GDPR 15', 'GDPR 18', 'GDPR 5(1)(a)')
    """
    folded = fold(text).replace("’", "'")
    found: dict[str, None] = {}
    position, list_start = 0, re.compile(rf"(?<!\w){_KEYWORDS[language]}(?=l?\.?\s?[0-9]|da\s)")
    while start := list_start.search(folded, position):
        position, names = _read_list(folded, start, language)
        found.update(dict.fromkeys(names))
    return tuple(found)


@cache
def _token(language: str) -> re.Pattern[str]:
    """Anything that a list of articles is made of: numbers, their parts, laws, and what joins them."""
    laws = "".join(
        rf"|{_LEAD}{{0,3}}(?P<law{n}>{pattern})[\"»”'\s]{{0,3}}"
        for n, (law, pattern) in enumerate(_LAWS.items())
        if law.startswith(("GDPR", *_OF_LANGUAGE[language]))
    )
    return re.compile(rf"{_TOKEN}{laws}|{_LEAD}{{0,3}}(?P<keyword>{_KEYWORDS[language]})")


def _read_list(folded: str, start: re.Match[str], language: str) -> tuple[int, list[str]]:
    """Where the list ends, and what it names."""
    position, read = start.end(), _List()
    while token := _token(language).match(folded, position):
        position = token.end()
        _take(read, token, folded)
    if _GDPR_BEFORE.search(folded[max(0, start.start() - 8) : start.start()]):
        read.close("GDPR")
    return position, read.named


def _take(read: _List, token: re.Match[str], folded: str) -> None:
    last = read.open[-1] if read.open else None
    part = token["parens"] or token["letter"]
    if token["article"]:
        _take_number(read, token, last, folded)
    elif part and last:
        _take_part(read, part, last)
    elif token["paragraph"] or token["lettered"]:
        read.counting = "paragraph" if token["paragraph"] else "letter"
    elif token["range"]:
        read.ranging = True
    elif token["keyword"]:
        read.counting = "article"
    else:
        named = next((name for name, words in token.groupdict().items() if words and name.startswith("law")), None)
        if named:
            read.close(list(_LAWS)[int(named.removeprefix("law"))])


def _take_number(read: _List, token: re.Match[str], last: _Place | None, folded: str) -> None:
    number = token["article"].replace(" ", "").replace(".", "")
    if last and read.counting != "article" and _is_paragraph(number, last, folded[token.end() : token.end() + 12]):
        read.add(_Place(last.article, number), refines=not last.paragraph)
        return
    read.counting = "article"
    if read.ranging and last and last.article.isdigit() and number.isdigit():
        for between in range(int(last.article) + 1, min(int(number), int(last.article) + 30)):
            read.add(_Place(str(between)), refines=False)
    read.ranging = False
    letter = token["subletter"] or ""
    name = number.upper() if number[0] == "l" or re.fullmatch("[0-9]+a", number) else number
    read.add(_Place(name, token["sub"] or "", _LATIN.get(letter, letter)), refines=False)


def _is_paragraph(number: str, last: _Place, after: str) -> bool:
    """Whether a number after "par." still counts paragraphs of `last`, and is not the next article."""
    if not number.isdigit() or re.match(rf"\s?,?\s?(?:{_MARK}|\(\s?[0-9])", after):
        return False
    most = _PARAGRAPHS.get(int(last.article), 9) if last.article.isdigit() else 9
    return int(last.paragraph or 0) < int(number) <= most


def _take_part(read: _List, part: str, last: _Place) -> None:
    """A paragraph or letter in brackets, or a letter with its mark. Extraction reads the figure 1 as an l."""
    if part.isdigit() or (part == "l" and not last.paragraph):
        read.add(_Place(last.article, "1" if part == "l" else part), refines=not last.paragraph)
    else:
        read.add(_Place(last.article, last.paragraph, _LATIN.get(part, part)), refines=not last.letter)


def _is_power(law: str, article: str) -> bool:
    number = re.match("[0-9]+", article)
    return number is not None and any(int(number[0]) in powers for powers in _POWERS.get(law, ()))
