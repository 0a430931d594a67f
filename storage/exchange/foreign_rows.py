"""A row of somebody else's table of fines, as an act with one sanction; what it does not say for certain is refused.

The table says who wrote it and which of its rows this is (`source`, `source_row`): that is the identity here, as it
does not carry the authority's own.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from anyascii import anyascii

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage.exchange.entries import Entry, Refused, RefusedError, check_names, read_day, read_money
from storage.exchange.foreign_amounts import agree
from storage.exchange.sheets import Row

FILE = Path(__file__).parents[1] / "data" / "imports.toml"
NEEDED = frozenset({"source", "source_row", "authority", "company", "amount", "currency", "date", "decision"})
DECIDED, EITHER, PUBLISHED = "decision", "decision_or_publication", "publication"

ARTICLE = re.compile(r"Art(?:icle)?[.,]? ?([0-9]{1,2}) ?((?:\([0-9]{1,2}\) ?|\(?[a-z]\) ?)*) ?GDPR")


@dataclass(frozen=True)
class Authority:
    """One of ours under the names that others give it."""

    code: str
    currency: str
    countries: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True)
class Words:
    """The lists of the data file, folded."""

    authorities: tuple[Authority, ...]
    outcomes: Mapping[str, str]
    unnamed: frozenset[str]


def read_all(rows: Iterable[Row], today: date, name: str) -> Iterator[Entry | Refused]:
    """Each row as an entry, or refused; `name` is that of the file."""
    for row in rows:
        try:
            yield read(row, today, name)
        except RefusedError as refusal:
            yield Refused(row, refusal.reason, refusal.words)


def read(row: Row, today: date, name: str) -> Entry:
    """The act that a row tells of. Raises RefusedError."""
    if row.fault:
        raise RefusedError("unreadable row", row.fault)
    cells = {column: text.strip() for column, text in row.cells.items()}
    source, number = cells["source"], cells["source_row"]
    if not source or not number:
        raise RefusedError("no source or source_row")
    code = _authority(cells)
    kind, money = _consequence(cells, code)
    date_kind = cells.get("date_kind") or EITHER
    days = _days(read_day(cells["date"], today), date_kind)
    said = cells.get("amount_raw") or cells["amount"] or cells["decision"]
    sanction = Sanction(
        party=_party(cells["company"]), kind=kind, money=money, articles=_articles(cells.get("articles", "")),
        evidence=Evidence(words=said, document=f"{name}, line {row.line}", method="field"),
    )  # fmt: skip
    decision = Decision(authority=code, key=f"{source}:{number}", reference=None, url="", title=f"{source} {number}",
                        language="en", **days, sanctions=(sanction,))  # fmt: skip
    check_names(decision)
    return Entry((row,), decision, source, either_day=date_kind == EITHER)


@cache
def words() -> Words:
    """What `data/imports.toml` says."""
    written = tomllib.loads(FILE.read_text("utf-8"))
    authorities = tuple(
        Authority(entry["code"], entry["currency"], _folded(entry["countries"]), _folded(entry["names"]))
        for entry in written["authority"]
    )
    outcomes = {_fold(word): meaning for meaning, said in written["outcomes"].items() for word in said}
    return Words(authorities, outcomes, _folded(written["unnamed"]))


def authority_code(name: str, country: str) -> str:
    """Our code where the name is certainly one of ours, else one made of the name, and of the country if not in it.

    >>> authority_code("Hellenic Data Protection Authority (HDPA)", "Greece")
    'HDPA'
    >>> authority_code("Datatilsynet (Norway)", "Norway"), authority_code("Datatilsynet", "Denmark")
    ('DATATILSYNET-NORWAY', 'DATATILSYNET-DENMARK')
    """
    own, land = _fold(name), _fold(country)
    for ours in words().authorities:
        if f"{own} ({land})" in ours.names or (own in ours.names and (not land or land in ours.countries)):
            return ours.code
    code, suffix = _slug(name), _slug(country)
    made = f"{code}-{suffix}" if suffix and f"-{suffix}-" not in f"-{code}-" else code
    return f"{made}-OTHER" if made in {ours.code for ours in words().authorities} else made


def _authority(cells: Mapping[str, str]) -> str:
    if not cells["authority"]:
        raise RefusedError("no authority", cells.get("country", ""))
    if not _slug(cells["authority"]):
        raise RefusedError("no authority", cells["authority"])
    return authority_code(cells["authority"], cells.get("country", ""))


def _consequence(cells: Mapping[str, str], code: str) -> tuple[Kind, Money | None]:
    """The kind and the amount: the two must agree."""
    outcome = cells["decision"]
    meaning = words().outcomes.get(_fold(outcome))
    if meaning is None:
        raise RefusedError("unknown outcome" if outcome else "no outcome", outcome)
    if meaning == "none" or (meaning == "finding" and not cells["amount"]):
        raise RefusedError("no sanction stated", outcome)
    if meaning not in ("fine", "finding"):
        if cells["amount"]:
            raise RefusedError("an amount beside an outcome without money", f"{outcome}, {cells['amount']}")
        return Kind(meaning), None
    return Kind.FINE, _money(cells, code)


def _money(cells: Mapping[str, str], code: str) -> Money:
    said = cells.get("amount_raw", "")
    if not cells["amount"] and said:
        raise RefusedError("no amount", said)
    money = read_money(cells["amount"], cells["currency"])
    if said and not agree(money, said):
        raise RefusedError("the amount is not that of amount_raw", f"{cells['amount']} {money.currency}, {said}")
    home = {ours.code: ours.currency for ours in words().authorities}.get(code, money.currency)
    if money.currency != home:
        raise RefusedError("not the authority's currency", f"{code} fines in {home}, not {money.currency}")
    return money


def _days(day: date, kind: str) -> dict[str, date | None]:
    if kind not in (DECIDED, EITHER, PUBLISHED):
        raise RefusedError("unknown kind of date", kind)
    return {"decided_on": None, "published_on": day} if kind == PUBLISHED else {"decided_on": day}


def _party(name: str) -> str | None:
    """The name, once where it is written twice without a blank between; None for nobody in particular."""
    tidy = " ".join(name.split())
    half = len(tidy) // 2
    if half > 3 and tidy[:half] == tidy[half:]:
        tidy = tidy[:half]
    return None if not tidy or _fold(tidy) in words().unnamed else tidy


def _articles(text: str) -> tuple[str, ...]:
    """The articles that are written in full; lists within one are left out.

    >>> _articles("Art. 5 (1) f) GDPR, Art. 32 GDPR, Art. 12 (3), (4) GDPR")
    ('GDPR 5(1)(f)', 'GDPR 32')
    """
    found = [
        f"GDPR {number}" + "".join(f"({part})" for part in re.findall(r"[0-9]+|[a-z]", parts))
        for number, parts in ARTICLE.findall(text)
    ]
    return tuple(dict.fromkeys(found))


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_fold, texts))


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[A-Z0-9]+", anyascii(text).upper()))
