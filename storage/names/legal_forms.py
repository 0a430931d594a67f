"""Legal forms at the ends of a company's name: what they are, and whether two can be of one company. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

FAMILIES = {
    "sa": "sa sau ae aee aeet aet aebe aeve abee avee ave aega saet sae saic",
    "sas": "sas sasu",
    "sarl": "sarl eurl selarl",
    "spa": "spa sapa",
    "srl": "srl srls",
    "cooperative": "scarl scpa scrl scop",
    "partnership": "snc oe ee llp lp scs sca vof cv gie sci scp ohg",
    "ltd": "ltd limited epe",
    "plc": "plc",
    "private": "ike mike pc",
    "dac": "dac",
    "unlimited": "uc ulc",
    "guarantee": "clg cic",
    "inc": "inc incorporated corp corporation",
    "llc": "llc",
    "gmbh": "gmbh ug mbh",
    "ag": "ag",
    "se": "se",
    "kg": "kg kgaa",
    "sl": "sl slu slne sll",
    "bv": "bv",
    "nv": "nv",
    "nordic": "ab as asa aps oy oyj",
    "east": "sro doo kft zrt nyrt eood ood spzoo",
    "lda": "lda",
}
"""Forms that stand for one another between spellings and languages; written without dots and accents. A company of one
family is another one than a company of the same name of another: they are two entries of a register."""

IN_FULL = {
    "societe anonyme": "sa", "anonymi etaireia": "sa", "anonymos etaireia": "sa", "anonymi emporiki etaireia": "sa",
    "anonymi elliniki etaireia": "sa", "anonymi viomichaniki etaireia": "sa", "sociedad anonima": "sa",
    "societe par actions simplifiee": "sas", "societe actions simplifiee": "sas", "simplified joint stock": "sas",
    "societe a responsabilite limitee": "sarl", "societa azioni": "spa",
    "societa per azioni": "spa", "societa a responsabilita limitata": "srl", "societa responsabilita limitata": "srl",
    "societa cooperativa": "cooperative", "societa cooperativa sociale": "cooperative",
    "cooperativa sociale": "cooperative", "soc coop": "cooperative", "soc coop sociale": "cooperative",
    "soc coop a rl": "cooperative", "societa cooperativa a rl": "cooperative",
    "societe civile immobiliere": "partnership", "etaireia periorismenis efthynis": "ltd", "designated activity": "dac",
    "public limited": "plc", "unlimited": "unlimited", "sociedad limitada": "sl", "besloten vennootschap": "bv",
    "aktiengesellschaft": "ag", "idiotiki kefalaiouchiki etaireia": "private", "private capital": "private",
    "gesellschaft mit beschrankter haftung": "gmbh",
}  # fmt: skip
"""The same written out; words that `company_names` leaves out may be missing."""

REMARKS = (
    "company", "co", "benefit", "societa benefit", "sb", "unipersonale", "socio unico", "a socio unico",
    "con socio unico",
    "in liquidazione", "en liquidation", "in liquidation", "in administration", "ypo ekkatharisi", "monoprosopi",
    "monoprosopos", "single member", "de cv",
)  # fmt: skip
"""They go with a form, or stand for any."""

ENDINGS: dict[str, str | None] = {
    **{form: family for family, forms in FAMILIES.items() for form in forms.split()},
    **IN_FULL,
    **dict.fromkeys(REMARKS),
}
LONGEST = max(len(ending.split()) for ending in ENDINGS)
BEFORE = frozenset({"sas", "sasu", "sarl", "eurl", "sa", "sci", "snc", "selarl"})
"""What French writers put before a name; and any form written out."""

ROMANIAN = "sc"
"""“Societate comercială”, before the name whatever form is behind it."""


@dataclass(frozen=True)
class Span:
    """Where the name itself stands among the words, and the families of the forms around it."""

    start: int
    end: int
    forms: frozenset[str]


def name_within(words: Sequence[str], generic: frozenset[str]) -> Span:
    """Which words are the name and not its legal forms; never none of them.

    “andco” is a form only between two others; one before the name is none where one word of `generic` alone follows.

    >>> name_within(["clearview", "ai", "inc"], frozenset())
    Span(start=0, end=2, forms=frozenset({'inc'}))
    >>> name_within(["sas", "institute"], frozenset({"institute"}))
    Span(start=0, end=2, forms=frozenset())
    """
    start, end, forms = 0, len(words), set[str]()
    while size := _ending(words[:end]):
        forms.add(ENDINGS.get(" ".join(words[end - size : end])) or "")
        end -= size
    if not forms and (size := _beginning(words)) and not (len(words) - size == 1 and words[size] in generic):
        forms.add(ENDINGS[" ".join(words[:size])] or "")
        start = size
    if end > 2 and words[0] == ROMANIAN:
        start = 1
    return Span(start, end, frozenset(forms - {""}))


def _ending(words: Sequence[str]) -> int:
    """How many words at the end are a legal form."""
    if len(words) > 2 and words[-1] == "andco" and words[-2] in ENDINGS:
        return 1
    sizes = range(min(LONGEST, len(words) - 1), 0, -1)
    return next((size for size in sizes if " ".join(words[-size:]) in ENDINGS), 0)


def _beginning(words: Sequence[str]) -> int:
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        start = " ".join(words[:size])
        if start in IN_FULL or start in BEFORE:
            return size
    return 0


def compatible(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Can names with these forms be one company's? Where one states none, yes; a GmbH & Co. KG is not its GmbH."""
    if not ours or not theirs:
        return True
    return bool(ours & theirs) and ("kg" in ours) == ("kg" in theirs)
