"""Words for people: text from outside made harmless, amounts, days, and what an authority does. Pure."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import accumulate

from scrapers.decision import Kind, Money

ELLIPSIS = "…"
MARKDOWN = frozenset("\\*_~|`[]<>@")
"""What means something to Discord anywhere in a line; `@` and `<` begin mentions."""

OPENERS = frozenset("#-+")
"""What means something at the beginning of a line."""

SYMBOLS = {"EUR": "€", "GBP": "£"}

VERBS: dict[Kind, tuple[str, str]] = {
    Kind.FINE: ("fines", ""),
    Kind.PERIODIC_PENALTY: ("collects a periodic penalty from", ""),
    Kind.ORDER: ("orders", " to comply"),
    Kind.REPRIMAND: ("reprimands", ""),
    Kind.WARNING: ("warns", ""),
    Kind.FORMAL_NOTICE: ("gives formal notice to", ""),
    Kind.NOTICE_OF_INTENT: ("intends to fine", " (provisional)"),
    Kind.PROSECUTION: ("prosecutes", ""),
    Kind.CLOSURE: ("closes the case against", ""),
    Kind.COURT_RULING: ("reports a court ruling on", ""),
}
"""What the authority does, before and after whom it is done to."""


def line(text: str, limit: int) -> str:
    """Text from outside as one line of at most `limit` characters, without control and direction characters.

    >>> line("Société\\x1b[31m\\n  X", 40)
    'Société[31m X'
    >>> line("a long name", 8)
    'a long…'
    """
    joined = " ".join("".join(char if _is_visible(char) else " " * char.isspace() for char in text).split())
    return joined if len(joined) <= limit else _cut(joined, limit - 1) + ELLIPSIS


def plain(text: str, limit: int) -> str:
    """The same for Discord: markdown and mentions do nothing, and what it takes counts within `limit`.

    >>> plain("*@everyone* <@&1>", 60)
    '\\\\*\\\\@\\u200beveryone\\\\* \\\\<\\\\@\\u200b&1\\\\>'
    """
    whole = line(text, limit)
    ends = list(accumulate(len(_escaped(char)) for char in whole))
    opening = "\\" if whole[:1] in OPENERS else ""
    if not ends or len(opening) + ends[-1] <= limit:
        return opening + "".join(map(_escaped, whole))
    fitting = sum(len(opening) + end < limit for end in ends)
    return opening + "".join(map(_escaped, _cut(whole, fitting))) + ELLIPSIS


def money(amount: Money) -> str:
    """Amount with its sign, thousands grouped, cents only where there are any.

    >>> money(Money.of("20000000", "EUR")), money(Money.of("1250.50", "GBP")), money(Money.of("7", "CHF"))
    ('€20,000,000', '£1,250.50', 'CHF 7')
    """
    number = f"{amount.amount:,}".removesuffix(".00")
    return f"{SYMBOLS.get(amount.currency, amount.currency + ' ')}{number}"


def sums(native: Mapping[str, int]) -> str:
    """Sums by currency, given in minor units; "nothing" for none.

    >>> sums({"EUR": 6000000000, "GBP": 755280000})
    '€60,000,000 + £7,552,800'
    """
    return " + ".join(money(Money(minor=minor, currency=code)) for code, minor in native.items()) or "nothing"


def day(when: date) -> str:
    """A day as a newsroom writes it.

    >>> day(date(2022, 10, 17))
    '17 October 2022'
    """
    return f"{when.day} {when:%B %Y}"


def moment(when: datetime | None) -> str:
    """A moment in UTC to the minute; "never" for None."""
    return "never" if when is None else f"{when:%Y-%m-%d %H:%M} UTC"


def authority(code: str) -> str:
    """An acronym stays one, a code that is a name is written as a name.

    >>> authority("CNIL"), authority("GARANTE")
    ('CNIL', 'Garante')
    """
    return code if len(code) <= 4 else code.capitalize()


def listed(words: Sequence[str]) -> str:
    """Words in a row.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _is_visible(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _cut(text: str, length: int) -> str:
    """The first characters, without half a letter or a blank at the end."""
    end = max(length, 0)
    while 0 < end < len(text) and unicodedata.combining(text[end]):
        end -= 1
    return text[:end].rstrip()


def _escaped(char: str) -> str:
    return f"\\{char}\u200b" if char == "@" else f"\\{char}" if char in MARKDOWN else char
