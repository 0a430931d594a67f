"""Sums as text and as JSON: never a number without what must stand beside it (rules.md, totals, 8). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from scrapers.decision import Money
from storage.reckoning.adding import LeftOut, Row
from storage.reckoning.totals import Totals

DEFINITIONS = {
    "in-force": "fines in force: at their current amount, without those annulled or only proposed",
    "imposed": "fines as first imposed, whatever became of them",
}
REASONS = {
    "annulled": "annulled",
    "proposed": "only proposed",
    "notice of intent": "announced in a notice of intent",
    "prosecution": "set by a criminal court",
    "unnamed party": "the authority names nobody",
    "no decision date": "no decision date, so of no certain year",
    "subsidiary": "a company of the group (count it with --group)",
    "no article named": "no article is named",
}
MOST = 12
"""Authorities that a sentence names; JSON names all."""

HEADINGS = ("", "fines", "≈ EUR", "periodic penalties", "sanctions", "decisions", "under challenge", "undisclosed")


def to_json(totals: Totals) -> dict[str, Any]:
    """The answer with the keys of the contract; amounts are decimal strings, days and moments ISO."""
    return {
        "definition": totals.definition,
        "date_basis": totals.date_basis,
        "as_of": totals.as_of.isoformat(),
        "rows": [_row_json(row) for row in totals.rows],
        "left_out": [
            {"reason": part.reason, "sanctions": part.sanctions, "native": decimals(part.native)}
            for part in totals.left_out
        ],
        "sources": [
            {"authority": code, "last_success": moment and moment.isoformat()} for code, moment in totals.sources
        ],
    }


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "key": row.key,
        "native": decimals(row.native),
        "eur": None if row.eur is None else str(Money(minor=row.eur, currency="EUR").amount),
        "periodic_penalties": decimals(row.periodic_penalties),
        "sanctions": row.sanctions,
        "decisions": row.decisions,
        "under_challenge": {"sanctions": row.challenged_sanctions, "native": decimals(row.challenged)},
        "undisclosed": row.undisclosed,
    }


def decimals(sums: Mapping[str, int]) -> dict[str, str]:
    """Minor units to decimal strings, by currency."""
    return {currency: str(Money(minor=minor, currency=currency).amount) for currency, minor in sums.items()}


def amounts(sums: Mapping[str, int]) -> str:
    """Sums in words: "EUR 60,000,000 + GBP 7,552,800"; "none" for nothing."""
    return " + ".join(_amount(minor, currency) for currency, minor in sums.items()) or "none"


def _stacked(sums: Mapping[str, int]) -> str:
    return amounts(sums).replace(" + ", "\n")


def _amount(minor: int, currency: str) -> str:
    return f"{currency} {Money(minor=minor, currency=currency).amount:,}".removesuffix(".00")


def cells(row: Row) -> tuple[str, ...]:
    """One row of the table, under HEADINGS; one currency a line."""
    euros = "no rate" if row.eur is None else f"{round(row.eur / 100):,}" if row.native else ""
    challenged = _stacked(row.challenged) if row.challenged_sanctions else ""
    penalties = _stacked(row.periodic_penalties) if row.periodic_penalties else ""
    undisclosed = str(row.undisclosed) if row.undisclosed else ""
    counts = (str(row.sanctions), str(row.decisions))
    return (row.key, _stacked(row.native), euros, penalties, *counts, challenged, undisclosed)


def sentences(totals: Totals) -> list[str]:
    """The rows without a table: one paragraph of lines for each."""
    return [line for row in totals.rows for line in _paragraph(row)]


def _paragraph(row: Row) -> Iterable[str]:
    foreign = set(row.native) - {"EUR"}
    yield f"{row.key}: {amounts(row.native)} in fines" + (_converted(row) if foreign else "")
    yield f"  {_counted(row)}"
    if row.challenged_sanctions:
        yield f"  of which under challenge: {row.challenged_sanctions}, {amounts(row.challenged)}"
    if row.undisclosed:
        yield f"  of which with an undisclosed amount, in no sum: {row.undisclosed}"
    if row.periodic_penalties:
        yield f"  beside them, periodic penalties: {amounts(row.periodic_penalties)}"


def _converted(row: Row) -> str:
    return " (no euro rate)" if row.eur is None else f" (≈ EUR {round(row.eur / 100):,})"


def _counted(row: Row) -> str:
    counted = f"{_count(row.sanctions, 'sanction')} in {_count(row.decisions, 'decision')}"
    return f"{counted} of {', '.join(_few(row.authorities))}" if row.authorities else counted


def _few(names: Sequence[str]) -> Sequence[str]:
    """At most so many names as can be read, and how many more there are."""
    return names if len(names) <= MOST else (*names[:MOST], f"and {len(names) - MOST} more")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def footnotes(totals: Totals) -> list[str]:
    """What must stand beside the numbers: definition, dates, what is left out, and how fresh the sources are."""
    return [
        f"Definition: {DEFINITIONS[totals.definition]}.",
        f"As of {totals.as_of}; an act counts on the day it was decided, a year is the year of the decision.",
        *_group_note(totals),
        *_article_note(totals),
        *_euro_note(totals),
        *(_left_out(part) for part in totals.left_out),
        *(() if totals.left_out else ("Left out: nothing.",)),
        "Last read: " + ("; ".join(_last_reads(totals)) or "no authority yet") + ".",
    ]


def _group_note(totals: Totals) -> Iterable[str]:
    if totals.group:
        yield "Groups: a subsidiary counts with its parent on the decision date."


def _article_note(totals: Totals) -> Iterable[str]:
    if totals.by == "article":
        yield (
            "Articles: a sanction counts in the row of each article that it names. So the rows overlap and must not be "
            "added to each other."
        )


def _euro_note(totals: Totals) -> Iterable[str]:
    if not any(set(row.native) - {"EUR"} for row in totals.rows):
        return
    said = "≈ at the European Central Bank's rate of each decision date, or of the business day before."
    if totals.newest_rate is not None:
        age = _count((totals.as_of - totals.newest_rate).days, "day")
        said += f" The newest rate that we have is of {totals.newest_rate}, {age} before {totals.as_of}."
    yield said


def _left_out(part: LeftOut) -> str:
    reason = REASONS.get(part.reason, part.reason)
    return f"Left out, {reason}: {_count(part.sanctions, 'sanction')}, {amounts(part.native)}."


def _last_reads(totals: Totals) -> Sequence[str]:
    """Those that are read come first; those that are not are ever only imported."""
    read = [_source(*source) for source in totals.sources if source[1]]
    return _few((*read, *(_source(*source) for source in totals.sources if not source[1])))


def _source(code: str, moment: datetime | None) -> str:
    return f"{code} {moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if moment else f"{code} never"
