"""The sums in one clause of a Greek text: which of them may be a fine, and which only look like it."""

import re
from dataclasses import replace

from scrapers.meaning.greek.clauses import Clause
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.money import Amount, amounts
from scrapers.meaning.numerals import number_from_words

EARLIER = re.compile("επεβληθη|επιβληθηκ|ειχ(?:ε|αν)επιβ|εχ(?:ει|ουν)επιβ|επιβληθεν|επιβληθεισ|επεβαλ")
"""Words of a fine of earlier days, inside a clause that another verb governs."""
_CONTEXT = (
    re.compile("(?:εωσ|μεχρι)(?:και|τα|του|το|ποσου?)*$"),
    re.compile("(?:ανωτατ|μεγιστ|κυκλοσ?|κυκλου|τζιρο|εσοδ|κερδ)[^.;]{0,40}$"),
    re.compile("(?:ανω|ανωτερω|παραπανω|ενλογω|προαναφερθεν)(?:διοικητικο|χρηματικο)*(?:προστιμο|ποσο)[^.;]{0,60}$"),
    re.compile("(?:επρεπε|μπορουσε|δυναται|ενδεχομενωσ|μειοψηφ|εισηγηθηκ|προτεινε|κατατηγνωμη)[^.;]{0,110}$"),
    re.compile("θα(?:του|τησ|τουσ)?(?:επιβ|υποβ)[^.;]{0,60}$"),
)
"""What makes a sum a ceiling, a turnover, the same fine once more, a vote that was lost, or a threat."""
_FOOTNOTE = re.compile(r"(?<=\d[)\]])\d{1,2}(?=ευρω|€)")
"""The number of a footnote between a sum in brackets and its currency."""
_RATE = re.compile("[)\\]]?(?:ευρω|€)?,?(?:ανα|ημερησιωσ|γιακαθε)")
_TOTAL = re.compile("συνολικ[^.;]{0,40}$")
_PARTS = re.compile(
    "[)\\]]?(?:ευρω|€)?,?(?:(?:ητοι|δηλαδη)(?!συνολικ|σεσυνολο)|αναλυ|πουαναλυεται|ειδικοτερα|τοοποιοαναλυ)"
)
_NEAR = 110
"""Letters between “ύψους” and its sum at most (source-hdpa.md §3.5)."""
_FAR = 250
_WORDS = 120
"""Letters of the longest number in words, and more."""
_EURO = "(?:€|ευρω(?!πα|πη|βουλ|ζων|κοιν|εκλογ))"
_SCALE = "(?:δισ|εκατομμυρι|εκατ|χιλιαδ)[α-ω]{0,3}\\.?"
_DIGITS = r"(?<![\d/])(?<!\d[.,])\d+(?:[.,]\d+)*"
_FIGURE = re.compile(
    rf"{_EURO}?[(\[]{_EURO}?{_DIGITS}(?:{_SCALE})?(?:,-)?{_EURO}?[)\]]{_EURO}?"
    rf"|{_EURO}?{_DIGITS}(?:{_SCALE}(?=€|ευρω))?(?:,-)?{_EURO}?(?:[(\[][α-ω]+[)\]]{_EURO}?)?"
    rf"|{_EURO}"
)
_CURRENCY = re.compile(_EURO)
_NAMED = re.compile("(?:υψουσ|ποσου?|προστιμου?)[:–-]?$")
"""What makes money of a figure without currency; “δύο (2) καταγγελίες” is a count."""
_MARKS = re.compile(rf"({_EURO}|(?<=\d){_SCALE}|[()\[\]])")


def fine_sums(clause: Clause) -> list[tuple[int, Amount]]:
    """The sums that may be fines, each with the letter of the clause where it begins; `start` is in the whole text."""
    read = (_read(clause.flat, figure) for figure in _FIGURE.finditer(clause.flat.letters))
    return [(at, one) for at, one in filter(None, read) if not _is_context(clause, at, one)]


def _read(flat: Flat, figure: re.Match[str]) -> tuple[int, Amount] | None:
    """The sum of a figure and the number words before it. Blanks may stand anywhere in the text: they are set anew."""
    if _FOOTNOTE.match(flat.letters, figure.start()):
        return None
    start = _words_before(flat, figure.start())
    words, marked = flat.letters[start : figure.start()], _MARKS.sub(r" \1 ", figure[0])
    found = amounts(f"ποσου {words} {marked}", "el", "EUR")
    if not found or not (_CURRENCY.search(figure[0]) or _NAMED.search(flat.letters, max(0, start - 20), start)):
        return None
    end = figure.end()
    begin, stop = flat.offsets[start], flat.offsets[end - 1] + 1
    return start, replace(found[0], words=flat.text[begin:stop], start=begin, end=stop)


def _words_before(flat: Flat, end: int) -> int:
    """Where the longest number in words begins that ends at letter `end`; `end` where there is none."""
    starts = range(max(0, end - _WORDS), end)
    found = (start for start in starts if flat.begins_word(start) and number_from_words(flat.letters[start:end], "el"))
    return next(found, end)


def _is_context(clause: Clause, at: int, one: Amount) -> bool:
    flat = clause.flat
    found = [pattern.search(flat.letters, max(0, at - _FAR), at) for pattern in _CONTEXT]
    return bool(
        any(match and flat.begins_word(match.start()) for match in found)
        or _is_earlier(clause, at)
        or _RATE.match(flat.letters, flat.index_of(one.end))
    )


def _is_earlier(clause: Clause, at: int) -> bool:
    """Whether words of an earlier fine stand before the sum; the clause's own verb is none of them."""
    found = EARLIER.finditer(clause.flat.letters, max(clause.head, at - _FAR), at)
    return any(not (clause.fronted and clause.verb.startswith(one[0][:6])) for one in found)


def is_total(clause: Clause, one: Amount) -> bool:
    """Whether the words around a sum call it a total: “συνολικού ύψους …”, “…, ήτοι”."""
    letters = clause.flat.letters
    at = clause.flat.index_of(one.start)
    before = _TOTAL.search(letters, max(0, at - 60), at)
    return bool(before or _PARTS.match(letters, clause.flat.index_of(one.end)))


def unread(clause: Clause, sums: list[tuple[int, Amount]]) -> list[str]:
    """Doubts about single sums: digits against words, figures with a currency, and “ύψους”, that none was read from."""
    flat = clause.flat
    doubts = [f"the amount cannot be read with certainty: “{brief(one.words)}”" for _, one in sums if not one.agrees]
    figures = (
        found
        for found in _FIGURE.finditer(flat.letters)
        if _CURRENCY.search(found[0]) and not _FOOTNOTE.match(flat.letters, found.start())
    )
    lost = [found.start() for found in figures if _read(flat, found) is None]
    announced = [found.start() for found in re.finditer("υψουσ", flat.letters)]
    lost += [place for place in announced if not any(place < at < place + _NEAR for at, _ in sums)]
    return doubts + [f"no amount could be read in “{brief(flat.words(place, place + 60))}”" for place in lost]


def brief(words: str) -> str:
    """Words short enough for a reason, on one line."""
    return " ".join(words.split())[:120]
