"""Keep what search looks through: in the transaction that writes a sanction or an event, after each write."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import delete, event, func, insert
from sqlmodel import Session, SQLModel, col, select

from storage import stored
from storage.finding.folding import folded_article, folded_words
from storage.finding.search_tables import SearchSanctionRow, SearchTextRow, SearchWordRow
from storage.reckoning.sum_tables import MadeRow
from storage.stored import Stored
from storage.tables import DecisionRow, EventRow, SanctionRow

VERSION = 1
"""To be raised with every change of what is kept here."""

CHUNK = 500

LONGEST = 100
"""Bytes of a word that are kept."""


def build_if_missing(db: Session) -> bool:
    """Make it for a store that has none by these rules, as after an upgrade; False when nothing was to do."""
    made = db.exec(select(MadeRow).where(MadeRow.name == "search")).one_or_none()
    if made is not None and made.version == VERSION:
        return False
    build(db)
    db.merge(MadeRow(name="search", version=VERSION))
    db.flush()
    return True


def build(db: Session) -> None:
    """Make it anew for every decision, within this transaction."""
    last = db.exec(select(func.max(DecisionRow.id))).one() or 0
    for start in range(1, last + 1, CHUNK):
        _put_in(db, range(start, start + CHUNK))


@event.listens_for(Session, "before_flush")
def _before(db: Session, _context: object, _instances: object) -> None:
    changed = (row for row in (*db.new, *db.dirty) if isinstance(row, SanctionRow | EventRow))
    db.info["searchable"] = sorted({row.decision_id for row in changed})


@event.listens_for(Session, "after_flush_postexec")
def _after(db: Session, _context: object) -> None:
    changed = db.info.pop("searchable", ())
    for start in range(0, len(changed), CHUNK):
        _put_in(db, changed[start : start + CHUNK])


def _put_in(db: Session, decision_ids: Iterable[int]) -> None:
    ids = list(decision_ids)
    for table in (SearchTextRow, SearchWordRow, SearchSanctionRow):
        db.execute(delete(table).where(col(table.decision_id).in_(ids)))
    acts = stored.load(db, db.exec(select(DecisionRow).where(col(DecisionRow.id).in_(ids))).all())
    _insert(db, SearchTextRow, [_text(act) for act in acts])
    _insert(db, SearchWordRow, [{"word": word, "decision_id": act.id} for act in acts for word in _words(act)])
    _insert(db, SearchSanctionRow, [row for act in acts for row in _sanctions(act)])


def _insert(db: Session, table: type[SQLModel], rows: list[dict[str, Any]]) -> None:
    if rows:
        db.connection().execute(insert(table.__table__), rows)  # type: ignore[attr-defined]


def _text(act: Stored) -> dict[str, Any]:
    decided_on, published_on = act.decision.decided_on, act.decision.published_on
    return {
        "decision_id": act.id, "authority": act.decision.authority, "day": act.day, "decided_on": decided_on,
        "published_on": published_on,
    }  # fmt: skip


def _words(act: Stored) -> list[bytes]:
    """Each word of the act once, in the order of the alphabet."""
    decision = act.decision
    said = [decision.title, decision.reference or "", decision.key]
    for sanction in decision.sanctions:
        said += [sanction.party or "", *sanction.articles, sanction.evidence.words]
    return sorted({word.encode()[:LONGEST] for word in folded_words(*said)})


def _sanctions(act: Stored) -> Iterator[dict[str, Any]]:
    for position, sanction in enumerate(act.decision.sanctions):
        money = act.current_money(position)
        articles = dict.fromkeys(name for said in sanction.articles for name in folded_article(said))
        yield {
            "sanction_id": act.sanction_ids[position], "decision_id": act.id, "company_id": act.company_ids[position],
            "kind": sanction.kind.value, "minor": money.minor if money else None,
            "currency": money.currency if money else None, "articles": f"|{'|'.join(articles)}|",
        }  # fmt: skip
