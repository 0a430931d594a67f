"""French text made comparable without moving a character, and cut into sentences. Knows nothing of sanctions."""

import re
from functools import cache, lru_cache

from scrapers.meaning.text import fold

SENTENCE_END = re.compile(
    r"(?:(?<=[.!?»)\w])[.!?]|(?<=\s)[!?])(?=\s+[«\"(]?\s*[A-ZÀ-Þ0-9])"
    r"|(?<=[a-zà-þ»)\d])\.(?=\d{1,3}\. [A-ZÀ-Þ]|[A-ZÀ-Þ][a-zà-þ])|\n+"
)
"""Légifrance glues paragraphs together: “… du RGPD.42. La formation restreinte …”."""

ABBREVIATIONS = frozenset(
    {"m", "mm", "mme", "mmes", "art", "inc", "co", "ltd", "corp", "cf", "n", "l", "r", "st", "al"}
)


MID_SENTENCE = re.compile(r"(?<![.;:!?\n])\n(?=[^\S\n]{0,8}[a-zà-þ])")
LINE_END = re.compile(r"(?<![.;:!?\n])\n(?![\s•·▪●–-]|\d{1,3}[.)°])")


def unwrapped(text: str) -> str:
    """Text whose lines were cut at a margin, as those of a PDF, with blanks for those ends; any other as it is.

    >>> unwrapped("une amende\\nde 5 000 euros\\nà l'encontre\\nde ALPHA ;\\n- rendre\\npublique").split("\\n")
    ["une amende de 5 000 euros à l'encontre de ALPHA ;", '- rendre publique']
    """
    is_cut = len(MID_SENTENCE.findall(text)) * 3 > text.count("\n")
    return LINE_END.sub(" ", text) if is_cut and text.count("\n") > 4 else text


@cache
def _plain_character(character: str) -> str:
    folded = fold(character)
    return folded if len(folded) == 1 else character


@lru_cache(maxsize=128)
def plain(text: str) -> str:
    """Lower case without accents, every character at its old place.

    >>> plain("Rappel à L'ORDRE, cœur")
    "rappel a l'ordre, cœur"
    """
    return "".join(map(_plain_character, text))


def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Each sentence with its start; line ends end sentences, the points of abbreviations do not.

    >>> sentences("ALPHA INC. Est citée. La CNIL conclut.\\nFin")
    ((0, 'ALPHA INC. Est citée.'), (22, 'La CNIL conclut.'), (39, 'Fin'))
    """
    found, start = [], 0
    for end in SENTENCE_END.finditer(text):
        word = re.search(r"[^\W\d_]*$", text[start : end.start()])
        if end[0] == "." and word is not None and plain(word[0]) in ABBREVIATIONS:
            continue
        found.append((start, text[start : end.end()]))
        start = end.end()
    found.append((start, text[start:]))
    return tuple((begin + len(words) - len(words.lstrip()), words.strip()) for begin, words in found if words.strip())
