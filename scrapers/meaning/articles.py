"""Articles of law that a text names as infringed. Powers and procedure of the authority are left out.

A list is read token by token from its keyword on ("artt. 5, par. 1, lett. a), 6 e 9 del Regolamento"); an article whose
law the text does not name there is left out, because "article 5" alone may be of any law.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from scrapers.meaning.laws import is_power, law_of, laws_pattern, most_paragraphs
from scrapers.meaning.text import fold

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
    r"(?:\s?[-.]\s?(?P<sub>[0-9]{1,2})(?![0-9/])(?:[.-](?P<subletter>[a-zα-ω])(?![\w)]))?)?"
    r"|\(\s?(?P<parens>[0-9]{1,2}|[a-zα-ω]{1,2})\s?\)"
    rf"|(?P<paragraph>{_MARK})\s{{0,2}}"
    r"|(?P<lettered>lett(?:\.|er[ae]|re)|points?|στοιχ\w{0,4}\.?|εδ(?:αφ)?\.|περ(?:ιπτ)?\.)\s{0,2}"
    r"|[-.]?\s?(?P<letter>στ|ι[αβ]|[a-zα-ω])\s?[)΄'´](?!\w)"
    r"|(?P<range>(?:to|a|εωσ|through|da)\s)"
    r"|(?P<joint>(?:[\s,;…]{1,6}|\s?/\s?|(?<=\s))(?:et|ed?|and|or|και|nonche|ainsi\sque|as\swell\sas)[\s,]{1,2}"
    r"|[\s,;…]{1,6}|\s?/\s?)"
    r"|\([^()]{2,80}\)"
)
_LATIN = dict(zip(("α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ", "ι", "ια", "ιβ"), "abcdefghijkl", strict=True))


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
        self.named += [f"{law} {place}" for place in self.open if not is_power(law, place.article)]
        self.open, self.counting = [], "article"


def articles(text: str, language: str) -> tuple[str, ...]:
    """The infringed articles of `text` in order of appearance, none twice.

    >>> articles("artt. 5, par. 1, lett. a) e f), 6 e 9 del Regolamento, nonché 2-ter del Codice", "it")
    ('GDPR 5(1)(a)', 'GDPR 5(1)(f)', 'GDPR 6', 'GDPR 9', 'IT Codice 2-ter')
    >>> articles("Articles 5(1)(f), 32(1)(b) and 35 UK GDPR; section 155 of the DPA 2018", "en")
    ('GDPR 5(1)(f)', 'GDPR 32(1)(b)', 'GDPR 35')
    >>> articles("Articles 5-1-e and 32 of the GDPR", "en")
    ('GDPR 5(1)(e)', 'GDPR 32')
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
    return re.compile(rf"{_TOKEN}|{_LEAD}{{0,3}}(?:{laws_pattern(language)}|(?P<keyword>{_KEYWORDS[language]}))")


@cache
def _law_before(language: str) -> re.Pattern[str]:
    """The law of "dal Codice (artt. 2-ter e 130)" and "UK GDPR Article 5"."""
    return re.compile(rf"(?:{laws_pattern(language)})\(\s?$|(?P<law>gdpr|rgpd)\s{{1,2}}$")


def _read_list(folded: str, start: re.Match[str], language: str) -> tuple[int, list[str]]:
    """Where the list ends, and what it names."""
    position, read = start.end(), _List()
    while token := _token(language).match(folded, position):
        position = token.end()
        _take(read, token, folded)
    before = _law_before(language).search(folded[max(0, start.start() - 60) : start.start()])
    if before and (law := law_of(before)):
        read.close(law)
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
        law = law_of(token)
        if law:
            read.close(law)


def _take_number(read: _List, token: re.Match[str], last: _Place | None, folded: str) -> None:
    number, sub = token["article"].replace(" ", "").replace(".", ""), token["sub"] or ""
    if last and read.counting != "article" and _is_paragraph(number, last, folded[token.end() : token.end() + 12]):
        read.add(_Place(last.article, number), refines=not last.paragraph)
        return
    read.counting = "article"
    if read.ranging and last:
        _fill(read, last.article, number)
    read.ranging = False
    if sub and number.isdigit() and int(sub) > int(number):
        read.add(_Place(number), refines=False)
        _fill(read, number, sub)
        number, sub = sub, ""
    name, letter = number.upper() if re.fullmatch("l.*|[0-9]+a", number) else number, token["subletter"] or ""
    read.add(_Place(name, sub, _LATIN.get(letter, letter)), refines=False)


def _fill(read: _List, first: str, last: str) -> None:
    """The articles between the ends of a range; a range of more than thirty is none."""
    if first.isdigit() and last.isdigit() and int(last) - int(first) <= 30:
        for between in range(int(first) + 1, int(last)):
            read.add(_Place(str(between)), refines=False)


def _is_paragraph(number: str, last: _Place, after: str) -> bool:
    """Whether a number after "par." still counts paragraphs of `last`, and is not the next article."""
    if not number.isdigit() or re.match(rf"\s?,?\s?(?:{_MARK}|\(\s?[0-9])", after):
        return False
    return int(last.paragraph or 0) < int(number) <= most_paragraphs(last.article)


def _take_part(read: _List, part: str, last: _Place) -> None:
    """A paragraph or letter in brackets, or a letter with its mark. Extraction reads the figure 1 as an l."""
    if part.isdigit() or (part == "l" and not last.paragraph):
        read.add(_Place(last.article, "1" if part == "l" else part), refines=not last.paragraph)
    else:
        read.add(_Place(last.article, last.paragraph, _LATIN.get(part, part)), refines=not last.letter)
