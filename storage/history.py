"""The known past, shipped with the project, into an empty database. Never announced."""

import tomllib
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlmodel import Session

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, events
from storage.events import Event
from storage.names.company_names import company_key

FILE = Path(__file__).parent / "data" / "history.toml"
DECISION_WORDS = frozenset({"authority", "key", "reference", "url", "title", "language", "decided_on", "published_on",
                            "provisional", "aliases", "sanction", "event"})  # fmt: skip
SANCTION_WORDS = frozenset({"party", "kind", "amount", "currency", "daily_amount", "due_on", "articles", "joint",
                            "undisclosed"})  # fmt: skip
EVENT_WORDS = frozenset({"axis", "state", "on", "source", "note", "amount", "currency", "party", "kind"})


def load(db: Session, *, now: datetime, until: date | None = None, file: Path = FILE) -> int:
    """Store the history of a file, with `until` only what was decided on or before that day; how many decisions.

    Raises ValueError where the file says something that is not understood.
    """
    chosen = [entry for entry in _entries(file) if until is None or _decided_by(entry, until)]
    for entry in chosen:
        saved = decisions.save(db, _decision(entry), (), now=now, origin="history")
        stored = decisions.get(db, saved.id)
        for line in entry.get("event", ()):
            for event in _events(line, stored):
                events.record(db, saved.id, event, now=now)
    return len(chosen)


def _decided_by(entry: dict[str, Any], day: date) -> bool:
    return "decided_on" in entry and entry["decided_on"] <= day


@cache
def _entries(file: Path) -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(file.read_text("utf-8"))["decision"])


def _decision(entry: dict[str, Any]) -> Decision:
    _only(entry, DECISION_WORDS, str(entry.get("key")))
    return Decision(
        authority=entry["authority"], key=entry["key"], reference=entry.get("reference"), url=entry["url"],
        title=entry["title"], language=entry["language"], decided_on=entry.get("decided_on"),
        published_on=entry.get("published_on"), provisional=entry.get("provisional", False),
        aliases=tuple(entry.get("aliases", ())),
        sanctions=tuple(_sanction(line, entry["url"]) for line in entry["sanction"]),
    )  # fmt: skip


def _sanction(line: dict[str, Any], url: str) -> Sanction:
    _only(line, SANCTION_WORDS, url)
    kind = Kind(line["kind"])
    if kind in (Kind.FINE, Kind.PERIODIC_PENALTY) and ("amount" in line) == bool(line.get("undisclosed")):
        raise ValueError(f"{url}: a {kind.value} has either an amount or undisclosed = true")
    return Sanction(
        party=line.get("party"), kind=kind, money=_money(line, "amount"), daily=_money(line, "daily_amount"),
        due_on=line.get("due_on"), articles=tuple(line.get("articles", ())), joint=line.get("joint"),
        evidence=Evidence(words="", document=url, method="person"),
    )  # fmt: skip


def _money(line: dict[str, Any], field: str) -> Money | None:
    return Money.of(line[field], line["currency"]) if field in line else None


def _events(line: dict[str, Any], stored: decisions.Stored) -> list[Event]:
    """One line is one event on the whole decision, or one on each sanction that it names by party or kind."""
    _only(line, EVENT_WORDS, stored.decision.key)
    whole = Event(line["axis"], line["state"], line["on"], line["source"], line.get("note", ""),
                  money=_money(line, "amount"))  # fmt: skip
    if not {"party", "kind"} & line.keys():
        return [whole]
    sanctions = zip(stored.sanction_ids, stored.decision.sanctions, strict=True)
    named = [sanction_id for sanction_id, sanction in sanctions if _is_named(line, sanction)]
    if not named:
        raise ValueError(f"{stored.decision.key}: an event names a sanction that the decision does not have")
    return [replace(whole, sanction_id=sanction_id) for sanction_id in named]


def _is_named(line: dict[str, Any], sanction: Sanction) -> bool:
    party = "party" not in line or company_key(line["party"]) == company_key(sanction.party or "")
    return party and line.get("kind", sanction.kind.value) == sanction.kind.value


def _only(line: dict[str, Any], words: frozenset[str], where: str) -> None:
    unknown = sorted(line.keys() - words)
    if unknown:
        raise ValueError(f"{where}: no field is called {', '.join(unknown)}")
