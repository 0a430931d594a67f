"""Words as search compares them: without accents, capitals and punctuation, in every alphabet. Pure."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")


def folded_words(*texts: str) -> list[str]:
    """The words in order.

    >>> folded_words("Διοικητικό ΠΡΌΣΤΙΜΟ ύψους 20.000 €", "O'Neil", "C++", "Société Générale")
    ['διοικητικο', 'προστιμο', 'υψουσ', '20', '000', 'o', 'neil', 'c', 'societe', 'generale']
    """
    return [word for text in texts for word in WORD.findall(_fold(text))]


def _fold(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return unicodedata.normalize("NFKC", bare).casefold().replace("ς", "σ")


def folded_article(said: str) -> tuple[str, ...]:
    """An article with and without its paragraph.

    >>> folded_article("GDPR 5(1)(a)")
    ('gdpr5(1)(a)', 'gdpr5')
    """
    whole = "".join(said.casefold().split())
    return (whole, whole.partition("(")[0])
