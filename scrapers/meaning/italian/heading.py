"""Head and foot of a measure: its docweb number and its dates. Where the source contradicts itself, it says so."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from scrapers.adapter import RawDecision
from scrapers.meaning.dates import dates

_IN_TITLE = re.compile(r"\[\s?(?:doc\.?\s?web\.?\s?(?:n[.°]?)?\s?)?(\d{5,9})\s?\]", re.IGNORECASE)
_IN_HEAD = re.compile(r"\[?\s?doc\.?\s{0,2}web\.?\s{0,2}n?[.°]?\s{0,2}(\d{5,9})\s?\]", re.IGNORECASE)
_REGISTER = re.compile(
    r"Registro\s+dei\s+provvedimenti\s+n\.?\s*\d+\s+del(?:l')?\s*(.{6,30})", re.IGNORECASE | re.DOTALL
)
_SIGNED = re.compile(r"\bRoma,\s+(?:l[iì]\s+)?(\d{1,2}[°º]?\s+\w+\s+\d{4})")
_SEE_ALSO = re.compile(
    r"VEDI(?:\s+ANCHE)?\b.{0,200}?(?:newsletter|comunicato\s+stampa)\s+del(?:l')?\s*(\d{1,2}[°º]?\s+\w+\s+\d{4})",
    re.IGNORECASE | re.DOTALL,
)
_RELEASE = re.compile(
    r"(?:newsletter|comunicato(?:\s+stampa)?)\s+del(?:l')?\s*(\d{1,2}[°º]?\s+\w+\s+\d{4})", re.IGNORECASE
)
_MEASURE = re.compile(r"\bprovvedimento\s+del(?:l')?\s*(\d{1,2}[°º]?\s+\w+\s+\d{4})", re.IGNORECASE)
_BODY = re.compile(
    r"\bIL\s{1,3}GARANTE\s{1,3}PER\s{1,3}LA\s{1,3}PROTEZIONE|\briunione\s{1,3}odierna|\bVIST[OAIE]\b", re.IGNORECASE
)
_HEAD = 2500


def reference(raw: RawDecision, text: str) -> str | None:
    """The docweb number: from the row, the title, or the bracket in the head; never one quoted further down."""
    found = _IN_TITLE.search(raw.title) or _IN_HEAD.search(_BODY.split(text[:_HEAD], maxsplit=1)[0])
    return raw.reference or (found[1] if found else None)


def decided_on(raw: RawDecision, text: str) -> tuple[date | None, tuple[str, ...]]:
    """The day of decision and doubts about it.

    Card, then title, then register, then signature (source-garante.md §3.4): the register's year is sometimes that of
    another year. Only when the others agree with each other against the first is it a question for a person.
    """
    register, signed = _REGISTER.search(text[: _HEAD * 2]), list(_SIGNED.finditer(text))
    others = (_first(register[1]) if register else None, _first(signed[-1][1]) if signed else None)
    stated = [day for day in (_card(raw.listed_on or ""), in_title(raw.title, others), *others) if day]
    stated = stated or [day for words in _MEASURE.findall(text[:_HEAD])[:1] if (day := _first(words))]
    if not stated:
        return None, ()
    rival, votes = Counter(stated).most_common(1)[0]
    if rival != stated[0] and votes >= 2:
        return stated[0], (f"the dates contradict each other: {stated[0]} and {rival}",)
    return stated[0], ()


def in_title(title: str, others: Sequence[date | None] = ()) -> date | None:
    """The day that a title states; of several (a decree's, an earlier measure's) the one that `others` confirm."""
    days = [day for day, _ in dates(title, "it")]
    return next((day for day in days if day in others), days[0] if days else None)


def untitled(title: str) -> str:
    """A title without the date at its end.

    >>> untitled("Ordinanza ingiunzione nei confronti di Rete Blu - 3 aprile 2025")
    'Ordinanza ingiunzione nei confronti di Rete Blu'
    """
    return re.split(r"\s[-–]\s+\d", title)[0]


def _first(words: str) -> date | None:
    found = dates(words, "it")
    return found[0][0] if found else None


def _card(words: str) -> date | None:
    """The date of a card, DD/MM/YYYY in the list and DD/MM/YY on the page; the archive begins in 1997."""
    short = re.fullmatch(r"\s*(\d{2}/\d{2}/)(\d{2})\s*", words)
    return _first(f"{short[1]}{'19' if short[2] >= '90' else '20'}{short[2]}") if short else _first(words)


def announced_on(text: str, decided: date | None) -> date | None:
    """The first release named under "VEDI ANCHE" that is not older than the measure."""
    head = text[:_HEAD].split("IL GARANTE PER LA PROTEZIONE", 1)[0]
    if not _SEE_ALSO.search(head):
        return None
    days = [day for words in _RELEASE.findall(head) if (day := _first(words)) and (decided is None or day >= decided)]
    return min(days, default=None)


def released_on(raw: RawDecision, text: str) -> date | None:
    """The day of a press release: its own date line, or its title's."""
    signed = _SIGNED.search(text)
    return _first(raw.published or "") or (_first(signed[1]) if signed else None) or _first(raw.title)


def decided_in_news(text: str) -> date | None:
    """The day of the measure that a release names ("provvedimento del 2 novembre 2024"), where it names only one."""
    days = {_first(words) for words in _MEASURE.findall(text)}
    return days.pop() if len(days) == 1 else None
