"""The CNIL's numbers of its acts, in the many ways they are typed, to one spelling. Pure."""

import re

NUMBER = re.compile(r"\b(SAN|MEDP?)\s*[-\u2010-\u2015]?\s*(\d{3,4})\s*[-\u2010-\u2015]\s*(\d{1,3})\b")
OTHER_NUMBER = re.compile(r"\b([A-Z]{2,4}-)?((?:19|20)\d\d-\d{2,4})[A-Z]?\b")


def read_number(words: str) -> str | None:
    """The number of a sanction or formal notice, the first in `words`, or None (source-cnil.md §4).

    >>> read_number("Délibération n° SAN – 2024-910 du 2 mai 2024"), read_number("SAN-024-911 du 8 mai 2024")
    ('SAN-2024-910', 'SAN-2024-911')
    >>> read_number("délibération n°2015-900")
    """
    return next(iter(read_numbers(words)), None)


def read_numbers(words: str) -> tuple[str, ...]:
    """All numbers of sanctions and formal notices in `words`, in order, each once.

    >>> read_numbers("SAN–2024-910, MEDP-2024-911 et SAN-2024- 910")
    ('SAN-2024-910', 'MEDP-2024-911')
    """
    found = (f"{kind}-{_year(year)}-{int(count):03d}" for kind, year, count in NUMBER.findall(words))
    return tuple(dict.fromkeys(found))


def read_any_number(words: str) -> str | None:
    """As `read_number`, of any act: the first number is that of the act, later ones are of those it speaks of.

    >>> read_any_number("Délibération n° 2015-900 du 3 mars 2015 de rendre publique la mise en demeure MED-2015-901")
    '2015-900'
    >>> read_any_number("Décision DR-2024-901 du 11 avril 2024")
    'DR-2024-901'
    """
    first = number_at(words)
    return None if first is None else read_number(first[0]) or first[0]


def number_at(words: str) -> re.Match[str] | None:
    """Where the first number of an act stands in `words`."""
    found = (pattern.search(words) for pattern in (NUMBER, OTHER_NUMBER))
    return min(filter(None, found), key=lambda match: match.start(), default=None)


def _year(digits: str) -> str:
    # “026” is 2026: a digit was lost in typing, seen in the official table.
    return digits if len(digits) == 4 else f"2{digits}"
