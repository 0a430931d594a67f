"""Numbers that registers give to companies, found in texts. Pure; one with a wrong check digit is no number."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

REACH = 200
"""Letters after a party's name within which a number is taken to be its own."""


@dataclass(frozen=True, order=True)
class Identifier:
    """One number of one register. `scheme`: lei, siren, it_tax (codice fiscale), it_vat (partita IVA), gb (company
    number of the United Kingdom), ie (of Ireland), gr_afm, gr_gemi; `value` without blanks and points."""

    scheme: str
    value: str

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


def luhn(digits: str) -> bool:
    """The check digit of SIREN and SIRET, and of the partita IVA (Luhn)."""
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits)))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _afm(digits: str) -> bool:
    """The check digit of a Greek tax number: powers of two, modulo 11, modulo 10."""
    total = sum(int(digit) << (8 - at) for at, digit in enumerate(digits[:8]))
    return total % 11 % 10 == int(digits[8]) and set(digits) != {"0"}


def _lei(code: str) -> bool:
    """The check digits of ISO 17442: letters as numbers from 10, modulo 97."""
    return int("".join(str(int(letter, 36)) for letter in code)) % 97 == 1


def _any(_digits: str) -> bool:
    """Registers without a check digit."""
    return True


NUMBER = re.compile(r"(?:\d\W?){4}")
"""What all of them hold."""


@dataclass(frozen=True)
class Register:
    """How one register's numbers are announced and written, and whether the check digit is right."""

    scheme: str
    pattern: re.Pattern[str]
    is_right: Callable[[str], bool]


def _announced(by: str, number: str) -> re.Pattern[str]:
    """A number behind words that say what it is, with at most “number” or “sous le numéro” between."""
    between = r"[^\w]{0,4}(?:(?:n(?:o|r|um|umber)?|numéro|sous le|b)\b\W*){0,2}"
    return re.compile(rf"(?<!\w)(?:{by})(?!\w){between}({number})(?!\w)", re.I)


def _digits(count: int) -> str:
    return rf"\d(?:[\s. ]?\d){{{count - 1}}}"


TOWNS = r"(?:\s+(?:de\s+)?[^\W\d]{2,}){0,2}"
TAX = r"(?:c\.?\s?f\.?|codice fiscale)(?:\W*(?:e\W*)?(?:p\.?\s?iva|partita iva))?"
REGISTERS = (
    Register("lei", re.compile(r"(?<!\w)LEI(?!\w)\W{0,4}(?:code\W{0,3})?([0-9A-Z]{18}\d\d)(?!\w)"), _lei),
    Register("siren", _announced("siret", _digits(14)), luhn),
    Register("siren", _announced(rf"siren|(?:rcs|r\.c\.s\.){TOWNS}", _digits(9)), luhn),
    Register("it_tax", _announced(TAX, _digits(11)), luhn),
    Register("it_vat", _announced(r"p\.?\s?iva|partita iva", f"(?:IT)?{_digits(11)}"), luhn),
    Register(
        "gb", _announced(r"(?:company|registered|registration)\s*(?:number|no)?\.?", r"\d{8}|[A-Z]{2}\d{6}"), _any
    ),
    Register(
        "ie", _announced(r"(?:registered|incorporated) in ireland(?:,? (?:under|with|company))*|cro", r"\d{5,6}"), _any
    ),
    Register("gr_afm", _announced(r"α\.?φ\.?μ\.?", f"(?:EL)?{_digits(9)}"), _afm),
    Register("gr_gemi", _announced(r"(?:αρ(?:ιθμός|\.)\s*)?γ\.?\s?ε\.?\s?μη\.?", r"\d{9,12}"), _any),
)


@lru_cache(maxsize=50_000)
def found(text: str) -> frozenset[Identifier]:
    """Every number with a right check digit in a text that belongs to one company.

    >>> sorted(map(str, found("EXEMPLE (RCS Paris 732 829 320), P. IVA 00743110157")))
    ['it_vat 00743110157', 'siren 732829320']
    >>> found("EXEMPLE (SIREN 732 829 321)")
    frozenset()
    """
    return frozenset(identifier for _, identifier in _places(text)) if NUMBER.search(text) else frozenset()


def of_party(party: str, text: str, others: Iterable[str] = ()) -> frozenset[Identifier]:
    """The numbers within a party's own name, and those in a text that stand behind it before any other party.

    `others` are the other parties that the text names; each number is the one's who is named last before it.
    """
    names = {name.casefold() for name in (party, *others) if name.strip()}
    folded = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    ends = sorted((match.end(), name) for name in names for match in re.finditer(re.escape(name), folded))
    near = set()
    for start, identifier in _places(text):
        before = [(end, name) for end, name in ends if end <= start]
        if before and before[-1][1] == party.casefold() and start - before[-1][0] <= REACH:
            near.add(identifier)
    return frozenset(near) | found(party)


def apart(ours: Iterable[Identifier], theirs: Iterable[Identifier]) -> bool:
    """Does one register give them two numbers, and none one?"""
    one, other = set(ours), set(theirs)
    schemes = {identifier.scheme for identifier in one} & {identifier.scheme for identifier in other}
    return bool(schemes) and not one & other


def _places(text: str) -> Iterator[tuple[int, Identifier]]:
    """Where each number's announcement begins, and the number."""
    for register in REGISTERS:
        for match in register.pattern.finditer(text):
            value = _value(register.scheme, match[1])
            if register.is_right(value) and not (register.scheme == "it_vat" and _is_shared(text[: match.start()])):
                yield match.start(), Identifier(register.scheme, value[:9] if register.scheme == "siren" else value)


def _value(scheme: str, written: str) -> str:
    bare = re.sub(r"[^0-9A-Z]", "", written.upper())
    return bare.zfill(12) if scheme == "gr_gemi" else bare if scheme in {"lei", "gb"} else re.sub("[A-Z]", "", bare)


def _is_shared(before: str) -> bool:
    """A partita IVA that a “gruppo IVA” shares is no single company's (d.P.R. 633/1972, art. 70-bis)."""
    return bool(re.search(r"gruppo(?:\s+\w+){0,3}\W*$", before[-40:], re.I))
