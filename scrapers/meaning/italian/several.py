"""Several parties in one phrase: who else is named beside the first. Knows names, not what is imposed on them."""

import re

from scrapers.meaning.italian.names import TITLE, TO, cut_name, is_role, phrase

_LEGAL_FORM = re.compile(
    r"\b(?i:S\.?\s?p\.?\s?A|S\.?\s?r\.?\s?l|S\.?\s?n\.?\s?c|S\.?\s?a\.?\s?s|soc(?:ietà|\.)\s?coop)"
)
_JOINT = re.compile(
    r"\s{0,3}(?:,|\be|\bed|\bnonché)\s{1,3}"
    r"(?:(?:ad?|al|alla|allo|ai|agli|alle|di|del|della|dello|dei|degli|delle|il|lo|la|i|gli|le)\s{1,3}|(?:all|dell|l)'\s?)"
    r"(?=[A-Z\"“«])"
)
_ROW = re.compile(rf"(?:,|\s{{1,3}}ed?)\s{{1,3}}(?!Via|Piazza|Corso)(?=[A-Z][^,;:]{{1,80}}?{_LEGAL_FORM.pattern})")
"""Between two companies in a row, both with their legal form: "Uno S.p.A., Due S.r.l. e Tre S.r.l."."""
_ANOTHER = re.compile(rf"(?:\b(?:ed?|nonché)\s{{1,3}}|,\s{{1,3}})(?={TO}(?:(?:società|{TITLE})\s{{1,3}})?[\"“«]?[A-Z])")
_SEAT = re.compile(r"\b(?:sede|domicili\w+|resident\w+|studio|nat[oa])\b[^,;]{0,60}$")
_MOST = 20


def names_in(phrase_: str) -> tuple[str, ...]:
    """The names of a phrase that joins two by "e" after a legal form.

    >>> names_in("Uno S.p.A. e Due S.r.l."), names_in("Bianchi e Figli S.r.l.")
    (('Uno S.p.A.', 'Due S.r.l.'), ('Bianchi e Figli S.r.l.',))
    """
    return tuple(re.split(r"(?<=\.)\s+e\s+(?=[A-Z])", phrase_))


def joined(words: str, first: str) -> tuple[str, ...]:
    """The names that stand right after `first`.

    >>> joined(" il Comune di Asti, la Regione Ombra e l'Ente Lago per la violazione", "Comune di Asti")
    ('Regione Ombra', 'Ente Lago')
    """
    names: list[str] = []
    end = words.find(first) + len(first) if first in words else len(words)
    while len(names) < _MOST and (link := _JOINT.match(words, end) or _ROW.match(words, end)):
        name = cut_name(words[link.end() : link.end() + 260])
        if not name or is_role(name) or name not in words:
            break
        names += names_in(name)
        end = words.index(name, link.end()) + len(name)
    return tuple(names)


def further(words: str) -> tuple[str, ...]:
    """The names that a preposition brings in anywhere in `words`: "…, con sede in Asti, e a Due s.r.l., …".

    A comma alone after a seat goes on with the seat ("in Napoli, alla Riviera di Chiaia") unless a company follows.
    """
    names = []
    for match in _ANOTHER.finditer(words):
        name = phrase(words[match.end() : match.end() + 120], TO)
        seat = match[0].startswith(",") and _SEAT.search(words, max(0, match.start() - 80), match.start())
        if name and not (seat and not _LEGAL_FORM.search(name)):
            names.append(name)
    return tuple(names[:_MOST])
