"""The CNIL's numbers of its acts, in the many ways they are typed, to one spelling. Pure."""

import re

NUMBER = re.compile(r"\b(SAN|MEDP?)\s*[-\u2010-\u2015]?\s*(\d{3,4})\s*[-\u2010-\u2015]\s*(\d{1,3})\b")
OTHER_NUMBER = re.compile(r"\b([A-Z]{2,4}-)?((?:19|20)\d\d-\d{2,4})[A-Z]?\b")


def read_number(words: str) -> str | None:
    """The number of a sanction or formal notice, the first in `words`, or None (source-cnil.md §4).

    >>> read_number("Délibération n° SAN – 2026-010 du 21 juillet 2026")
    'SAN-2026-010'
    >>> read_number("Délibération SAN-026-001 du 8 janvier 2026")
    'SAN-2026-001'
    >>> read_number("délibération n°2019-010")
    """
    return next(iter(read_numbers(words)), None)


def read_numbers(words: str) -> tuple[str, ...]:
    """All numbers of sanctions and formal notices in `words`, in order, each once.

    >>> read_numbers("SAN–2026-001, MEDP-2021-001 et SAN-2026- 001")
    ('SAN-2026-001', 'MEDP-2021-001')
    """
    found = (f"{kind}-{_year(year)}-{int(count):03d}" for kind, year, count in NUMBER.findall(words))
    return tuple(dict.fromkeys(found))


def read_any_number(words: str) -> str | None:
    """As `read_number`, and where there is none the number of an older act, or of one that is no sanction.

    >>> read_any_number("Délibération de la formation restreinte n° 2014-001 du 3 janvier 2014")
    '2014-001'
    >>> read_any_number("Décision DR-2025-077 du 11 avril 2025")
    'DR-2025-077'
    """
    if number := read_number(words):
        return number
    other = OTHER_NUMBER.search(words)
    return other[0] if other else None


def _year(digits: str) -> str:
    # “026” is 2026: a digit was lost in typing, seen in the official table.
    return digits if len(digits) == 4 else f"2{digits}"
