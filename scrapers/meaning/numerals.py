"""Numbers in words, and the words that multiply digits. Knows four languages and no currency.

French, Italian and English words go through text2num; no library reads Greek, so its numerals are here. Everything
works on folded text (`text.fold`). Letters of one numeral may stand apart, because PDF extraction breaks words.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from text_to_num import text2num

from scrapers.meaning.text import fold

_WORDS = {
    "fr": "zero une? deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingts? "
    "trente quarante cinquante soixante septante octante huitante nonante cents? mille millions? milliards?",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million "
    "billion",
    "it": "zero uno? due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici "
    "sedici diciassette diciotto diciannove venti? trenta? quaranta? cinquanta? sessanta? settanta? ottanta? "
    "novanta? cento(?!tt) cent(?=ott) mille mila milion[ei] miliard[oi]",
}
_GREEK = {
    "μηδεν": 0, "ενα": 1, "εναν": 1, "ενασ": 1, "ενοσ": 1, "μια": 1, "μιασ": 1, "δυο": 2, "τρια": 3, "τρεισ": 3,
    "τριων": 3, "τεσσερα": 4, "τεσσερισ": 4, "τεσσαρα": 4, "τεσσαρεισ": 4, "τεσσαρων": 4, "πεντε": 5, "εξι": 6,
    "επτα": 7, "εφτα": 7, "οκτω": 8, "οχτω": 8, "εννεα": 9, "εννια": 9, "δεκα": 10, "ενδεκα": 11, "εντεκα": 11,
    "δωδεκα": 12, "εικοσι": 20, "τριαντα": 30, "σαραντα": 40, "πενηντα": 50, "εξηντα": 60, "εβδομηντα": 70,
    "ογδοντα": 80, "ενενηντα": 90, "εκατο": 100, "εκατον": 100,
}  # fmt: skip
_GREEK_HUNDREDS = "διακοσι τριακοσι τετρακοσι πεντακοσι εξακοσι επτακοσι|εφτακοσι οκτακοσι|οχτακοσι εννιακοσι|εννεακοσι"
_GREEK_SCALES = {"χιλιαδ": 10**3, "εκατομμυρι": 10**6, "δισεκατομμυρι": 10**9}
_SCALE_WORDS = {
    "fr": {"mille": 10**3, "k": 10**3, "millions?": 10**6, "mio": 10**6, "m": 10**6, "milliards?": 10**9, "md": 10**9},
    "it": {"mila": 10**3, "milion[ei]": 10**6, "mln": 10**6, "miliard[oi]": 10**9, "mld": 10**9},
    "en": {"thousand": 10**3, "k": 10**3, "millions?": 10**6, "mn?": 10**6, "billions?": 10**9, "bn": 10**9},
    "el": {
        "χιλιαδ(?:εσ|ων|α)": 10**3, "χιλ\\.?": 10**3, "εκατομμυρι(?:ο|α|ου|ων)": 10**6, "εκατ\\.?": 10**6,
        "εκ\\.": 10**6, "δισεκατομμυρι(?:ο|α|ου|ων)": 10**9, "δισ\\.?": 10**9,
    },
}  # fmt: skip
_JOINTS = {
    "fr": r"(?:[\s-]{1,3}|,\s{1,2})(?:et\s{1,2})?",
    "en": r"(?:[\s-]{1,3}|,\s{1,2})(?:and\s{1,2})?",
    "it": r"[\s-]{0,3}(?:e\s{1,2})?",
    "el": r"[\s-]{0,3}(?:και\s{1,2})?",
}
_FRENCH_AND = re.compile(r"(?<!quatre )\b(vingt|trente|quarante|cinquante|soixante) (une?|onze)\b")
_FRACTION = r"(?:(?P<half>half)|(?:a\s{1,2}|(?P<three>three[\s-]))?quarters?\s{1,2}of)[\s-]{1,2}"
"""What may stand before "a million": half of it, a quarter of it, three quarters of it."""
_BARE_SCALE = re.compile("milli|mili|hundred|thousand|billion")


def number_from_words(words: str, language: str) -> int | None:
    """The whole number that `words` spell, None when they are not wholly one number.

    A scale alone ("millions", "thousand") is no number: it stands in "several millions".

    >>> number_from_words("quatre-vingt-dix millions", "fr"), number_from_words("duemilaquattrocento", "it")
    (90000000, 2400)
    >>> number_from_words("half a million", "en"), number_from_words("three quarters of a million", "en")
    (500000, 750000)
    >>> number_from_words("ενός εκατομμυρίου πεντακοσίων χιλιάδων", "el"), number_from_words("δέκα τρεις δύο", "el")
    (1500000, None)
    """
    folded = fold(words).strip()
    if not re.fullmatch(words_pattern(language), folded):
        return None
    atoms = [re.sub(r"\s", "", atom) for atom in _atoms(language).findall(folded)]
    if language == "el":
        return _greek_number([_greek_values()[atom] for atom in atoms])
    fraction = re.match(_FRACTION, folded) if language == "en" else None
    if fraction:
        atoms = atoms[1:] if fraction["three"] else atoms
    if fraction or folded.startswith(("a ", "a-")):
        atoms.insert(0, "one")
    elif _BARE_SCALE.match(atoms[0]):
        return None
    spelling = _FRENCH_AND.sub(r"\1 et \2", ("" if language == "it" else " ").join(atoms))
    try:
        number = int(text2num(spelling, language))
    except ValueError:
        return None
    return number * _quarters(fraction) // 4 if fraction else number


def _quarters(fraction: re.Match[str]) -> int:
    return 2 if fraction["half"] else 3 if fraction["three"] else 1


@cache
def words_pattern(language: str) -> str:
    """A regular expression, for folded text, of a run of number words; not every run is a number."""
    atom, joint = _atom_pattern(language), _JOINTS[language]
    fraction = re.sub(r"\?P<\w+>", "?:", _FRACTION)
    article = rf"(?:(?:{fraction})?a[\s-]{{1,2}}(?=hundred|thousand|million|billion))?" if language == "en" else ""
    return rf"(?<!\w){article}{atom}(?:{joint}{atom}){{0,30}}(?!\w)"


@cache
def scale_pattern(language: str) -> str:
    """A regular expression, for folded text, of what multiplies digits: "millions", "mila", "m"."""
    return "(?:" + "|".join(sorted(_SCALE_WORDS[language], key=len, reverse=True)) + r")(?!\w)"


def scale_of(words: str, language: str) -> int:
    """What a match of `scale_pattern` stands for.

    >>> scale_of("millions", "fr"), scale_of("mila", "it"), scale_of("bn", "en"), scale_of("εκατ.", "el")
    (1000000, 1000, 1000000000, 1000000)
    """
    return next(value for word, value in _SCALE_WORDS[language].items() if re.fullmatch(word, words))


@cache
def _atom_pattern(language: str) -> str:
    """One number word; letters may stand apart, and where words are not glued in the language it ends a word."""
    words = list(_greek_values()) if language == "el" else _WORDS[language].split()
    spaced = [r"\s?".join(re.findall(r"\(\?.*\)|(?:\[..\]|\w)\??", word)) for word in sorted(words, key=len)[::-1]]
    return f"(?:{'|'.join(spaced)})" + ("" if language in ("it", "el") else r"(?!\w)")


@cache
def _atoms(language: str) -> re.Pattern[str]:
    return re.compile(_atom_pattern(language))


@cache
def _greek_values() -> Mapping[str, int]:
    """Every folded form of a Greek numeral. Scales are negative: they multiply what stands before them."""
    values = dict(_GREEK)
    for hundred, stems in enumerate(_GREEK_HUNDREDS.split(), start=2):
        values |= {stem + ending: 100 * hundred for stem in stems.split("|") for ending in ("α", "οι", "εσ", "ων")}
    values |= dict.fromkeys(("χιλια", "χιλιοι", "χιλιεσ", "χιλιων"), 1000)
    for stem, scale in _GREEK_SCALES.items():
        endings = ("α", "εσ", "ων") if stem == "χιλιαδ" else ("ο", "α", "ου", "ων")
        values |= {stem + ending: -scale for ending in endings}
    return values


def _greek_number(values: Sequence[int]) -> int | None:
    """Hundreds, tens and units of each scale, scales falling; None where they stand in another order."""
    total, part, room, ceiling = 0, 0, 1000, 10**12
    for value in values:
        if value < 0 or value == 1000:
            if -value >= ceiling or value >= ceiling or (part == 0) != (value == 1000):
                return None
            total, part, room, ceiling = total + (part or 1) * abs(value), 0, 1000, abs(value)
        elif value >= room or (part == 0 and room < 1000):
            return None
        else:
            part, room = part + value, _room_after(value)
    return total + part


def _room_after(value: int) -> int:
    """What the next word of the same part must stay under: a hundred leaves tens, tens leave units."""
    return 100 if value >= 100 else 10 if value >= 10 and value % 10 == 0 else 0
