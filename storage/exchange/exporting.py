"""Every sanction as a row for a file, with where it comes from and what became of it. Streams; writes nothing.

The columns are described in docs/definitions.md, and `storage.exchange.own_rows` reads them back.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage import stored
from storage.events import Event
from storage.exchange.sheets import Value
from storage.stored import Stored
from storage.tables import CompanyRow, DecisionRow

PAGE = 300
"""Decisions that are in memory at a time."""

COLUMNS = (
    "authority", "key", "reference", "provisional", "aliases", "title", "language", "url", "decided_on",
    "published_on", "first_seen_at", "origin", "sanction", "sanctions", "party", "company", "kind", "amount",
    "current_amount", "currency", "daily_amount", "daily_currency", "due_on", "joint", "legal_state", "legal_history",
    "articles", "evidence", "evidence_document", "evidence_start", "evidence_method",
)  # fmt: skip

Record = dict[str, Value]


def records(db: Session, authority: str | None = None) -> Iterator[Record]:
    """One record with all of COLUMNS for each sanction, in the order of storing."""
    last = 0
    while rows := db.exec(_page(last, authority)).all():
        acts = stored.load(db, rows)
        names = _names(db, acts)
        for act in acts:
            yield from _of_act(act, names)
        last = rows[-1].id


def authorities(db: Session) -> list[str]:
    """The codes of all authorities that there are decisions of."""
    return list(db.exec(select(DecisionRow.authority).distinct().order_by(DecisionRow.authority)))


def history_line(event: Event) -> str:
    """One legal event: the day, the state, the amount where it changed, the source where there is one."""
    money = f" {event.money.amount} {event.money.currency}" if event.money else ""
    return f"{event.happened_on.isoformat()} {event.state}{money} {event.source}".rstrip()


def _page(last: int, authority: str | None) -> SelectOfScalar[DecisionRow]:
    page = select(DecisionRow).where(DecisionRow.id > last).order_by(col(DecisionRow.id)).limit(PAGE)
    return page if authority is None else page.where(DecisionRow.authority == authority)


def _names(db: Session, acts: Sequence[Stored]) -> dict[int, str]:
    ids = {company_id for act in acts for company_id in act.company_ids if company_id is not None}
    return {row.id: row.name for row in db.exec(select(CompanyRow).where(col(CompanyRow.id).in_(ids)))}


def _of_act(act: Stored, names: dict[int, str]) -> Iterator[Record]:
    decision = act.decision
    ours: Record = {
        "authority": decision.authority, "key": decision.key, "reference": decision.reference,
        "provisional": decision.provisional, "aliases": decision.aliases, "title": decision.title,
        "language": decision.language, "url": decision.url, "decided_on": _text(decision.decided_on),
        "published_on": _text(decision.published_on), "first_seen_at": _text(act.first_seen_at), "origin": act.origin,
        "sanctions": len(decision.sanctions),
    }  # fmt: skip
    for position in range(len(decision.sanctions)):
        found = ours | {"sanction": position + 1} | _consequence(act, position) | _company(act, position, names)
        yield {column: found[column] for column in COLUMNS}


def _consequence(act: Stored, position: int) -> Record:
    sanction = act.decision.sanctions[position]
    current, daily, proof = act.current_money(position), sanction.daily, sanction.evidence
    either = sanction.money or current
    return {
        "party": sanction.party, "kind": sanction.kind.value, "joint": sanction.joint, "due_on": _text(sanction.due_on),
        "amount": str(sanction.money.amount) if sanction.money else None,
        "current_amount": str(current.amount) if current else None,
        "currency": either.currency if either else None,
        "daily_amount": str(daily.amount) if daily else None, "daily_currency": daily.currency if daily else None,
        "legal_state": act.legal_state(position), "legal_history": _history(act, position),
        "articles": sanction.articles, "evidence": proof.words, "evidence_document": proof.document,
        "evidence_start": proof.start, "evidence_method": proof.method,
    }  # fmt: skip


def _history(act: Stored, position: int) -> list[str]:
    ours = [event for event in act.events if event.axis == "legal" and event.concerns(act.sanction_ids[position])]
    return [history_line(event) for event in ours]


def _company(act: Stored, position: int, names: dict[int, str]) -> Record:
    company_id = act.company_ids[position]
    return {"company": None if company_id is None else names[company_id]}


def _text(moment: date | None) -> str | None:
    return None if moment is None else moment.isoformat()
