"""What somebody who types may mean: companies by name, decisions by reference or party. Fast, for every letter."""

from sqlmodel import Session, col, or_, select

from storage.names.company_names import company_key
from storage.tables import CompanyRow, DecisionRow, SanctionRow


def companies(db: Session, typed: str, limit: int) -> list[str]:
    """Names that begin with what was typed, then names that hold it; with nothing typed those sanctioned last."""
    key = company_key(typed)
    if not key:
        return _sanctioned_last(db, limit)
    begin = _names(db, _escaped(key) + "%", limit)
    within = _names(db, f"% {_escaped(key)}%", limit)
    return list(dict.fromkeys([*begin, *within]))[:limit]


def authorities(db: Session) -> list[str]:
    """The codes of all authorities that we have decisions of."""
    return sorted(db.exec(select(DecisionRow.authority).distinct()))


def decisions(db: Session, typed: str, limit: int) -> list[tuple[str, str]]:
    """Decisions as ("AUTHORITY key", words to show), the newest first."""
    words = f"%{_escaped(typed.strip())}%"
    columns = (DecisionRow.key, DecisionRow.reference, DecisionRow.title)
    said = or_(*(col(column).ilike(words, escape="\\") for column in columns))
    party = select(SanctionRow.decision_id).where(col(SanctionRow.party).ilike(words, escape="\\"))
    rows = select(DecisionRow).where(or_(said, col(DecisionRow.id).in_(party)))
    newest = rows.order_by(col(DecisionRow.first_seen_at).desc(), col(DecisionRow.id).desc()).limit(limit)
    return [(f"{row.authority} {row.key}", f"{row.authority} {row.reference or row.key}: {row.title}")
            for row in db.exec(newest)]  # fmt: skip


def _names(db: Session, pattern: str, limit: int) -> list[str]:
    rows = select(CompanyRow.name).where(col(CompanyRow.key).like(pattern, escape="\\"))
    return list(db.exec(rows.order_by(col(CompanyRow.name)).limit(limit)))


def _sanctioned_last(db: Session, limit: int) -> list[str]:
    last = select(SanctionRow.company_id).where(col(SanctionRow.company_id).is_not(None))
    ids = db.exec(last.order_by(col(SanctionRow.id).desc()).limit(4 * limit)).all()
    names = {row.id: row.name for row in db.exec(select(CompanyRow).where(col(CompanyRow.id).in_(ids)))}
    return [names[number] for number in dict.fromkeys(number for number in ids if number is not None)][:limit]


def _escaped(typed: str) -> str:
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
