"""Names of parties as they are published: which name nobody, and what of the words around is not the name."""

import re

from scrapers.meaning.text import clean, fold

_HIDDEN = re.compile(
    r"(?:(?:la |les )?(?:societes?|compagnie|association|commune|entreprise|monsieur|madame|m\.|mme) )?"
    r"(?:sig\.?(?:ra|na)? |dott\.?(?:ssa)? |avv\. )?"
    r"(?:x{1,3}|[a-zα-ω]['΄’]?|\[[. …]*\]|\[?omissis\]?|\*+|…+|\.{3,})\.?"
)
_NOBODY = re.compile(r"(?:an?|une?|un'|uno|the|μια|ενασ|ενα|καποια) .*")
_QUOTES = "\"'«»“”„‘’‹›() \t\n,;:–—-"


def is_anonymised(name: str) -> bool:
    """Whether `name` hides who it is: a letter, XX, dots, or only a description.

    >>> [is_anonymised(name) for name in ("société X", "Sig.ra XX", "Α", "[…]", "une société", "X Corp.", "Ηρών")]
    [True, True, True, True, True, False, False]
    """
    plain = fold(clean(name)).strip(_QUOTES.replace("(", "").replace(")", ""))
    return not plain or bool(_HIDDEN.fullmatch(plain) or _NOBODY.fullmatch(plain) and name[:1].islower())


def tidy_party(name: str) -> str:
    """`name` without the quotes, articles of speech and seat that stand around it; its spelling is kept.

    >>> tidy_party(" la société « FREE MOBILE », dont le siège est à Paris"), tidy_party("the Cabinet Office")
    ('FREE MOBILE', 'Cabinet Office')
    """
    plain = " ".join(clean(name).split())
    plain = re.split(r",? (?:dont le siège|sise?|con sede|in persona|avente sede|με έδρα|που εδρεύει|of \d)\b", plain)[0]
    plain = re.sub(r"^(?:(?:la|les|des|de la) )?(?:sociétés?|società|εταιρε[ίι]α) ", "", plain.strip(_QUOTES))
    return re.sub(r"^(?:the|la|le|les|il|lo|l'|ο|η|το|στην|στον|στο) ?(?=\S)(?<=[ '])", "", plain.strip(_QUOTES))
