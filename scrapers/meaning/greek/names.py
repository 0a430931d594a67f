"""Names as a Greek text prints them: where one begins and ends, which runs of words are none. Knows no parties."""

import re
from dataclasses import dataclass

from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.text import fold

_QUOTED = re.compile(r"«([^»]{1,160})»|[“„\"]([^”“\"]{1,160})[”“\"]|‘([^’]{1,160})’|``([^`]{1,160})``")
_CAPITAL = "[A-ZΑ-ΩΆΈΉΊΌΎΏΪΫ]"
_WORD = rf"{_CAPITAL}[\w.&'’΄/-]*"
_FORM = r"(?:Inc|LLC|Ltd|L\.P|S\.A|GmbH|Co\b|B\.V|Α\.?Ε|Ε\.?Π\.?Ε|Ι\.?Κ\.?Ε)"
_JOINT = rf"(?:[-–&+]|και|κατά\s+τ(?:ων|ης|ου)|του|της|των|of|de|and|,(?=\s*(?:{_FORM}|{_WORD}\s+και\s+{_CAPITAL})))"
_RUN = re.compile(rf"(?:\d{{1,3}}[οηό]ς?\s+)?{_WORD}(?:\s*{_JOINT}?\s*(?:{_WORD}|\d+(?=\s*{_CAPITAL})))*")
_ACRONYM = re.compile(rf"\s*\(((?:[a-z]-?)?{_CAPITAL}[A-ZΑ-Ω.]{{1,9}})\)")
_NEXT = re.compile(
    r"(?:\s*[ΑΕΟΠΙΚΜ.]{2,8})?(?:\s*,\s*και\s+|\s*[,&]\s*|\s+και\s+)(?:[α-ωivx0-9]{1,3}[.)]\s*)?(?:τ[ηο][νι]?ς?\s+)?(?=[«“„\"])"
)
"""Between two quoted names of one list."""
_TRADED = re.compile(r",?(?:και|με|υπο)?(?:τον?)?(?:διακριτικο\d{0,3}τιτλο|δ\.τ\.)(?=[«“\"])")
_LEGAL_FORM = re.compile(
    r"(?:(?:[αεοπικμβ]\.?){2,7}|inc|llc|ltd|l\.?p|s\.?a|gmbh|b\.?v|plc|εταιρ[ει]{1,2}α)\.?$", re.IGNORECASE
)
_LETTER = re.compile(r"[Α-ΩA-Z]['’΄´.]?")
_ABBREVIATION = re.compile(rf"(?:{_CAPITAL}{{1,4}}\.){{2,5}}|{_CAPITAL}{{1,3}}\.|Ltd\.|Inc\.|Co\.")
_DOTTED = re.compile(rf"(?:{_CAPITAL}{{1,4}}\.){{2,5}}|Ltd\.|Inc\.|Co\.")
_SENTENCE = re.compile("(?:η|ο|το|οι|τα|σε|με|περαιτερω|επισησ|επιβαλ.*|απευθ.*|διν.*|διδ.*|διατ.*|θετει|απορριπτ.*)$")
_SENTENCE_INSIDE = re.compile(
    r"\b(?:επιβαλλ|επιβλ|απευθυν|διαπιστων|αποφασι|παραβιασ|παραβασ|προστιμ|ευρω\b|συμφωνα|σκεψ|αρθρ|διοτι|εχει\b|ειναι\b"
    r"|οποι|ωστε|γκπδ|παρουσ|ιανουαρ|φεβρουαρ|απριλ|νοεμβρ|δεκεμβρ|οκτωβρ|σεπτεμβρ)|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
)
_MOST_WORDS = 15
"""Longer than any name of the list titles and of the decisions read (the longest has eleven words)."""


def is_name(words: str) -> bool:
    """Whether words can be a name at all: no clause, no date, no page of text.

    >>> is_name("ΑΣΤΡΟ Ανώνυμη Εταιρεία Μεταφορών"), is_name("ΑΣΤΡΟ για την παραβίαση του άρθρου 6")
    (True, False)
    """
    return len(words.split()) <= _MOST_WORDS and not _SENTENCE_INSIDE.search(fold(words))


@dataclass(frozen=True)
class Named:
    """The names that stand together, and the offset in the text behind them; not `whole` where more may stand there."""

    names: tuple[str, ...]
    end: int
    whole: bool = True


def name_at(flat: Flat, index: int) -> Named | None:
    """The one name that begins at letter `index`: quoted, or a run of words with capitals."""
    found = _name(flat, index)
    return Named((found[0],), found[1]) if found else None


def names_at(flat: Flat, index: int) -> Named | None:
    """All names of the list that begins at letter `index`, for words that address several.

    Names in quotes follow each other; names without are parted by commas and “και”, which stand inside names as well:
    only letters and names that end in a legal form are parted with certainty.
    """
    found = _name(flat, index)
    if found is None:
        return None
    if _QUOTED.match(flat.healed, flat.offsets[index]):
        return _quoted_list(flat.healed, found)
    stretch = _stretch(flat, index)
    parts = tuple(part.strip() for part in re.split(r",|\s+και\s+", stretch) if part.strip())
    if len(parts) > 1 and all(_LETTER.fullmatch(part) or _LEGAL_FORM.search(part) for part in parts):
        return Named(parts, flat.offsets[index] + len(stretch))
    return Named((found[0],), found[1], whole=False)


def last_name(before: str) -> str | None:
    """The name that stands at the end of `before`, with no more than its legal form and seat behind it."""
    quoted = re.search(r"[«“]([^«»“”]{2,120})[»”][^«»“”()]{0,80}$", before)
    if quoted:
        return " ".join(quoted[1].split())
    runs = [run for run in _RUN.finditer(before) if not before[run.end() :].strip(" ,")]
    return _until_full_stop(runs[-1][0]) if runs else None


def _name(flat: Flat, index: int) -> tuple[str, int] | None:
    """The name at letter `index`, and where it ends in the text."""
    if index >= len(flat.letters):
        return None
    start = flat.offsets[index]
    quoted = _QUOTED.match(flat.healed, start)
    if quoted:
        inside = " ".join((quoted[quoted.lastindex or 0]).split())
        return None if re.match("[α-ωά-ώ]", inside) else _with_trade_name(flat, inside, quoted.end())
    run = _RUN.match(flat.healed, start, min(start + 200, flat.offsets[-1] + 1))
    if run is None:
        return None
    name, end = _until_full_stop(run[0]), run.end()
    label = _QUOTED.match(flat.healed, end + 1)
    if label:
        return f"{name} «{' '.join(label[label.lastindex or 0].split())}»", label.end()
    short = _ACRONYM.match(flat.healed, end)
    return (f"{name} ({short[1]})", short.end()) if short and " " in name else (name, end)


def _with_trade_name(flat: Flat, name: str, end: int) -> tuple[str, int]:
    """“«ΑΛΦΑ & ΒΗΤΑ Ο.Ε.» και δ.τ. «INFO»”: the name by which everybody knows it goes with the other."""
    traded = _TRADED.match(flat.letters, flat.index_of(end))
    quoted = traded and _QUOTED.match(flat.healed, flat.offsets[traded.end()])
    known = " ".join((quoted[quoted.lastindex or 0]).split()) if quoted else name
    return (f"{name} «{known}»", quoted.end()) if quoted and known not in name else (name, end)


def _quoted_list(healed: str, found: tuple[str, int]) -> Named:
    names, end = [found[0]], found[1]
    while (between := _NEXT.match(healed, end)) and (quoted := _QUOTED.match(healed, between.end())):
        names.append(" ".join(quoted[quoted.lastindex or 0].split()))
        end = quoted.end()
    return Named(tuple(names), end, whole=len(names) > 1)


def _stretch(flat: Flat, index: int) -> str:
    """A run of names with the commas and “και” between them."""
    name = rf"{_CAPITAL}[\w.&'’΄/-]*(?:\s+{_CAPITAL}[\w.&'’΄/-]*)*"
    found = re.compile(rf"{name}(?:(?:\s*,\s*(?:και\s+)?|\s+και\s+){name})*").match(flat.healed, flat.offsets[index])
    return found[0] if found else ""


def _until_full_stop(run: str) -> str:
    """A run of capitals may go on into the next sentence (“… ΕΤΑΙΡΕΙΑ. Επιβάλλει”); only “Γ.Ν. …” goes on rightly."""
    words: list[str] = []
    for word in run.split():
        if words and words[-1].endswith(".") and (len(words) > 1 or _SENTENCE.match(fold(word))):
            break
        words.append(word)
        if word.endswith(".") and not _ABBREVIATION.fullmatch(word):
            break
    last = words[-1]
    kept = last if _DOTTED.fullmatch(last) else last.rstrip(".'’΄")
    return " ".join([*words[:-1], kept]).rstrip(" -–&,/")
