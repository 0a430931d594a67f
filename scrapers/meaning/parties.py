"""Names of parties as they are published: which of them name nobody, and what around them is not the name."""

import re

from scrapers.meaning.text import clean, fold

_ROLE = (
    r"(?:(?:l[ae]s?|the|[οηα]|του|τησ|τον|την|στον|στην) )?"
    r"(?:societes?|societa|entreprise|association|commune|compagnie|company|monsieur|madame|mme|m\.|mr\.?|ms\.?"
    r"|dott\.?(?:ssa)?|sig\.?(?:r[ai]|na)?|avv\.|εταιρ[ει]{1,2}α|καταγγελλομεν\w{1,3}|καθ' ου|ιατρο[συ]?) "
)
_HIDDEN = re.compile(rf"(?:{_ROLE}){{0,2}}(?:x{{1,4}}|[a-zα-ω]['΄`]?|[\[(]?(?:[. …]+|omissis)[\])]?|\*+)\.?")
_DESCRIBED = re.compile(
    r"(?:an?|une?|uno|una|un'|some|certain|deux|trois|ένα[ςν]?|μιας?|ενός)[ ']?(?<=[ '])[a-zα-ωà-ÿ]"
)
_ARTICLE = re.compile(
    r"(?:the|l[ae]s?|[ld]'|il|lo|gli|i|a(?= [A-Z])|al|alla|allo|all'|ai|agli|del|della|dello|dell'|du|de la|de l'|des"
    r"|aux?|à la|à l'|στην?|στον?|στις|στους|τη[νς]?|του|το[νύ]?|η|ο)(?:(?<=')| )"
)
_DESCRIPTION = re.compile(
    r"(?:sociétés?(?: par actions simplifiée| anonyme)?|società|ditta|company|εταιρε?ία|επιχείρηση|καταγγελλόμεν\w"
    r"|με την επωνυμία|dénommée?|denominata) "
)
_SEAT = re.compile(
    r",? (?:dont le siège|ayant son siège|située?s? (?:à|au) |sise? |domiciliée?s? |immatriculée|in persona"
    r"|(?:con|avente) sede|με (?:έδρα|ΑΦΜ)|που εδρεύει|ως υπεύθυν|ως εκτελ|whose registered|registered (?:in|at)"
    r"|(?:of|at) [0-9]|trading as)"
    r"|,? \(?(?:RCS|SIREN|P\.? ?IVA|C\.F\.|[Cc]ompany (?:[Nn]umber|[Nn]o))"
    r"|,? \((?:[\"“”«']|the |hereinafter|ci-après|di seguito|εφεξής|d'ora in)"
)
_PAIRS = tuple(zip("«“‘‹\"'(", "»”’›\"')", strict=True))
_TRIMMED = " ,;:–—-·•"


def is_anonymised(name: str) -> bool:
    """Whether `name` hides who it is: a letter, XX, dots, or only a description ("une société").

    >>> [is_anonymised(name) for name in ("société X", "Sig.ra XX", "Α", "M. [...]", "une société")]
    [True, True, True, True, True]
    >>> [is_anonymised(name) for name in ("X Corp.", "ΑΛΦΑ", "A.S. Esempio", "Un Monde Meilleur")]
    [False, False, False, False]
    """
    plain = clean(name).strip().strip(_TRIMMED + "\"'«»“”")
    return not plain or bool(_HIDDEN.fullmatch(fold(plain)) or _DESCRIBED.match(plain))


def tidy_party(name: str) -> str:
    """`name` without the quotes, articles of speech and seat that stand around it; its spelling is kept.

    Only lower-case articles go: "La Boutique" and "Η ΑΛΦΑ" begin with theirs.

    >>> tidy_party(" la société « EXEMPLE », dont le siège est à Paris"), tidy_party("the Sample Office")
    ('EXEMPLE', 'Sample Office')
    >>> tidy_party("all’Istituto “Mario Rossi”, in persona del legale rappresentante"), tidy_party("La Boutique,")
    ('Istituto “Mario Rossi”', 'La Boutique')
    """
    plain = " ".join(name.split())
    seat = _SEAT.search(plain)
    plain = _unquoted(plain[: seat.start()] if seat and seat.start() else plain)
    for _ in range(4):
        lead = _ARTICLE.match(plain.replace("’", "'")) or _DESCRIPTION.match(plain)
        if lead is None or lead.end() == len(plain):
            return plain
        plain = _unquoted(plain[lead.end() :])
    return plain


def _unquoted(name: str) -> str:
    """Without the punctuation and the quotes around the whole name; a quote inside the name stays with its pair."""
    name = name.strip(_TRIMMED)
    for opening, closing in _PAIRS:
        inner = name[1:-1]
        if (
            name[:1] == opening
            and name[-1:] == closing
            and len(name) > 1
            and opening not in inner
            and closing not in inner
        ):
            return inner.strip(_TRIMMED)
        if opening != closing and name.startswith(opening) and closing not in name:
            return name[1:].strip(_TRIMMED)
        if opening != closing and name.endswith(closing) and opening not in name:
            return name[:-1].strip(_TRIMMED)
    return name
