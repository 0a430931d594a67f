"""What a published name states besides the name: a former name, a trading name, an acronym, a seat, a remark. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from storage.names.company_words import CITIES, PLACES

FORMER = (
    r"formerly(?: known as)?|previously(?: known as)?|f/k/a|anciennement(?: dénommée?)?|già(?: denominata)?|"
    r"(?<=[(,])\s*ex(?=[- ])|πρώην|anteriormente|antes(?= [A-Z])|vormals|ehemals|voorheen"
)
TRADING = (
    r"trading as|t/a|d/b/a|doing business as|operating as|exerçant sous (?:le nom|l['’]enseigne)(?: de)?|"
    r"(?:sous l['’])?enseigne|nom commercial|nome commerciale|(?:con l['’])?insegna|nombre comercial|"
    r"(?:με )?(?:τον? )?διακριτικό τίτλο|(?:με )?δ\.\s?τ\.|handelend onder de naam|firmierend als"
)
OTHER_NAME = re.compile(rf"[\s(,;–-]*(?<!\w)(?:(?P<former>{FORMER})|(?P<trading>{TRADING}))(?!\w)[\s:.-]*", re.I)
TAIL = re.compile(
    r"[\s(,;–-]+(?:con sede|avente sede|sises?\b|sis (?:au|à|\d)|située? (?:au|à)|dont le siège|ayant son siège|"
    r"établie? à|(?:with|having|whose) (?:its )?registered|registered (?:in|at|office|number)|με έδρα|που εδρεύει|"
    r"con domicilio|mit sitz|gevestigd te|in persona del|company (?:number|no)|c\. ?f\.|codice fiscale|p\. ?iva|"
    r"partita iva|sire[nt]\b|rcs\b|(?:με )?α\.?φ\.?μ|(?:αρ\. )?γ\.?ε\.?μη|lei\b[: ]).*",
    re.I | re.S,
)
SEAT = re.compile(r"(?<=\b(?:ltd|plc|llp|inc))\.?,? of [A-Z].*|(?<=\blimited),? of [A-Z].*", re.I)
ACRONYM = re.compile(r"[A-ZΑ-Ω][A-ZΑ-Ω0-9.]{1,9}")
BRACKETS = re.compile(r"\(([^()]*)\)")
SYMBOLS = str.maketrans({"∆": "Δ", "∑": "Σ", "∏": "Π", "«": '"', "»": '"'})
"""Signs typed for Greek letters; the others (µ, Ω) are letters to Unicode's NFKC."""


@dataclass(frozen=True)
class Stated:
    """`name` without remarks; `former` and `trading` are other names that the same words give it, `remarks` what stood
    in brackets."""

    name: str
    former: tuple[str, ...] = ()
    trading: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def acronyms(self) -> tuple[str, ...]:
        """The remarks that look like one."""
        return tuple(remark for remark in self.remarks if ACRONYM.fullmatch(remark))


@lru_cache(maxsize=50_000)
def stated(published: str) -> Stated:
    """What a name as published says.

    >>> stated("Bolt Ltd (formerly Nut Ltd)").former, stated("J. Doe t/a Quick Leads").trading
    (('Nut Ltd',), ('Quick Leads',))
    >>> stated("Esempio S.p.A., con sede legale in Milano").name, stated("Example (UK) Ltd (the controller)").name
    ('Esempio S.p.A.', 'Example UK Ltd')
    """
    text = SEAT.sub("", _without_tail(unicodedata.normalize("NFKC", published).translate(SYMBOLS)))
    marks = list(OTHER_NAME.finditer(text))
    starts = [mark.start() for mark in marks] + [len(text)]
    others = [(mark.lastgroup, _tidy(text[mark.end() : end])) for mark, end in zip(marks, starts[1:], strict=True)]
    main = text[: starts[0]]
    if not re.search(r"\w", main):
        return Stated(_name(text), remarks=_remarks(text))
    former = tuple(name for kind, name in others if kind == "former" and name)
    trading = tuple(name for kind, name in others if kind == "trading" and name)
    return Stated(_name(main), former, trading, _remarks(main))


def _without_tail(text: str) -> str:
    shorter = TAIL.sub("", text)
    return shorter if re.search(r"\w", shorter) else text


def _tidy(name: str) -> str:
    return name.strip(' \t\n"“”‘’«»,;)([]–-')


def _remarks(name: str) -> tuple[str, ...]:
    return tuple(inside.strip() for inside in BRACKETS.findall(name) if inside.strip())


def _name(text: str) -> str:
    """The name without remarks in brackets; what stands in brackets within it, or is a place, belongs to it."""
    kept = BRACKETS.sub(lambda found: f" {found[1]} " if _belongs(text, found) else " ", text)
    name = " ".join(kept.split())
    return name if re.search(r"\w", name) else text


def _belongs(text: str, found: re.Match[str]) -> bool:
    inside, before, after = found[1].strip(), text[: found.start()], text[found.end() :]
    parts = [re.sub(r"\W", "", part.casefold()) for part in inside.split()]
    if not inside[:1].isupper() or not re.search(r"\w", before):
        return False
    if all(part in PLACES or part in CITIES for part in parts):
        return True
    return bool(re.search(r"\w", BRACKETS.sub("", after))) and not ACRONYM.fullmatch(inside)
