"""A row of the list of measures: its title names the act, sometimes its kind and party, never its outcome. Pure."""

import re

from scrapers.adapter import Account, RawDecision
from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.italian import refusals
from scrapers.meaning.italian.heading import in_title, reference, untitled
from scrapers.meaning.italian.names import AGAINST, party_of, phrase

_MEASURE = re.compile(r"\s*(?:provvediment|ordinanz|ammoniment|avvertiment|divieto|blocco|prescrizion)", re.IGNORECASE)
_KINDS = (
    (Kind.FINE, r"\bordinanza\s+(?:di\s+|-\s*)?ingiunzione\b"),
    (Kind.REPRIMAND, r"\bammonimento\b"),
    (Kind.WARNING, r"\bavvertimento\b"),
    (Kind.ORDER, r"\bdivieto\b|\bblocco\b|\blimitazione\b|\bprescri"),
)


def is_row(title: str) -> bool:
    """Whether a title is that of a measure, not of news.

    >>> is_row("Provvedimento del 3 aprile 2025 [9000001]"), is_row("Il Garante sanziona Rete Blu")
    (True, False)
    """
    return bool(_MEASURE.match(title))


def read_row(raw: RawDecision, text: str, url: str) -> Account:
    """What the row lets expect; a person or the text itself has to say what was decided."""
    if refused := refusals.by_title(raw):
        return Account(nothing=refused)
    kind = next((kind for kind, sign in _KINDS if re.search(sign, raw.title, re.IGNORECASE)), None)
    name = phrase(f"{untitled(raw.title)};", AGAINST)
    evidence = Evidence(words=raw.title, document=url, method="words")
    return Account(
        sanctions=(Sanction(party=name and party_of(name), kind=kind, evidence=evidence),) if kind else (),
        doubts=("the list only names the measure; what it decides stands in its text",),
        decided_on=in_title(raw.title),
        reference=reference(raw, text),
    )
