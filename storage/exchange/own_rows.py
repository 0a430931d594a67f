"""The rows of our own export, back as acts with their sanctions and legal events. An act is taken whole or not."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from scrapers.decision import NOT_SANCTIONS, Decision, Evidence, Kind, Money, Sanction
from storage import events
from storage.events import Event
from storage.exchange.entries import Entry, Refused, RefusedError, check_names, read_day, read_moment, read_money
from storage.exchange.exporting import COLUMNS
from storage.exchange.sheets import BETWEEN, Row

INFORMATIVE = frozenset({"origin", "company"})
"""Columns that an import does not read: it has an origin of its own, and knows companies by the party."""

NEEDED = frozenset(COLUMNS) - INFORMATIVE
EVENT = re.compile(r"(\S+) ([a-z_]+)(?: ([0-9.]+) ([A-Z]{3}))?(?: (.+))?")
"""As `exporting.history_line` writes it: the day, the state, an amount and its currency, the source."""


def read_all(rows: Iterable[Row], now: datetime) -> Iterator[Entry | Refused]:
    """Each act with its rows, which stand together, or every row of it refused."""
    for _, group in groupby(rows, key=lambda row: (row.cells.get("authority"), row.cells.get("key"), row.fault)):
        together = tuple(group)
        try:
            yield _entry(together, now)
        except _RowError as refusal:
            for row in together:
                own = row is refusal.row
                reason = refusal.reason if own else "another row of this decision is refused"
                yield Refused(row, reason, refusal.words if own else f"line {refusal.row.line}: {refusal.reason}")


class _RowError(RefusedError):
    """A refusal, and the row it is about."""

    def __init__(self, row: Row, refusal: RefusedError) -> None:
        super().__init__(refusal.reason, refusal.words)
        self.row = row


def _entry(rows: tuple[Row, ...], now: datetime) -> Entry:
    parts: list[Sanction] = []
    happened: list[tuple[Event, ...]] = []
    for number, row in enumerate(rows, start=1):
        try:
            _check_place(row, number, len(rows))
            parts.append(_sanction(row.cells))
            happened.append(_events(row.cells, parts[-1], now.date()))
        except RefusedError as refusal:
            raise _RowError(row, refusal) from None
    try:
        decision = _decision(rows[0].cells, parts, now.date())
        check_names(decision)
        first_seen_at = read_moment(rows[0].cells["first_seen_at"], now)
    except RefusedError as refusal:
        raise _RowError(rows[0], refusal) from None
    return Entry(rows, decision, happened=tuple(happened), first_seen_at=first_seen_at)


def _check_place(row: Row, number: int, all_: int) -> None:
    if row.fault:
        raise RefusedError("unreadable row", row.fault)
    if (row.cells["sanction"], row.cells["sanctions"]) != (str(number), str(all_)):
        said = f"{row.cells['sanction']} of {row.cells['sanctions']}, found as {number} of {all_}"
        raise RefusedError("the rows of this decision do not stand together", said)


def _decision(cells: Mapping[str, str], sanctions: Sequence[Sanction], today: date) -> Decision:
    for name in ("authority", "key"):
        if not cells[name]:
            raise RefusedError(f"no {name}")
    return Decision(
        authority=cells["authority"], key=cells["key"], reference=cells["reference"] or None, url=cells["url"],
        title=cells["title"], language=cells["language"], decided_on=_day(cells["decided_on"], today),
        published_on=_day(cells["published_on"], today), provisional=_flag(cells["provisional"]),
        aliases=_list(cells["aliases"]), sanctions=tuple(sanctions),
    )  # fmt: skip


def _sanction(cells: Mapping[str, str]) -> Sanction:
    try:
        kind = Kind(cells["kind"])
    except ValueError:
        raise RefusedError("unknown kind", cells["kind"]) from None
    if kind in NOT_SANCTIONS:
        raise RefusedError("no sanction stated", kind.value)
    start = cells["evidence_start"]
    if start and not re.fullmatch("[0-9]{1,9}", start):
        raise RefusedError("unreadable number", start)
    evidence = Evidence(words=cells["evidence"], document=cells["evidence_document"],
                        start=int(start) if start else None, method=cells["evidence_method"])  # fmt: skip
    return Sanction(
        party=cells["party"] or None, kind=kind, money=_money(cells["amount"], cells["currency"]),
        daily=_money(cells["daily_amount"], cells["daily_currency"]), joint=cells["joint"] or None,
        due_on=_day(cells["due_on"], date.max), articles=_list(cells["articles"]), evidence=evidence,
    )  # fmt: skip


def _events(cells: Mapping[str, str], sanction: Sanction, today: date) -> tuple[Event, ...]:
    """The legal events of a row. Raises RefusedError where the state and the current amount do not follow from them."""
    found = tuple(_event(line, today) for line in _list(cells["legal_history"]))
    state = events.legal_state(found, 0, sanction.kind)
    current = events.current_money(found, 0, sanction.money)
    said = cells["legal_state"], _money(cells["current_amount"], cells["currency"])
    if said != (state, current):
        raise RefusedError("legal_state or current_amount does not follow from legal_history", cells["legal_history"])
    return found


def _event(line: str, today: date) -> Event:
    parts = EVENT.fullmatch(line)
    if parts is None or parts[2] not in events.STATES["legal"]:
        raise RefusedError("unreadable legal event", line)
    day, state, amount, currency, source = parts.groups("")
    return Event("legal", state, read_day(day, today), source, money=_money(amount, currency))


def _money(amount: str, currency: str) -> Money | None:
    return read_money(amount, currency) if amount else None


def _day(words: str, latest: date) -> date | None:
    return read_day(words, latest) if words else None


def _flag(words: str) -> bool:
    if words not in ("true", "false"):
        raise RefusedError("neither true nor false", words)
    return words == "true"


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split(BETWEEN)) if words else ()
