"""New decisions to rows, many at a time; `storage.stored` is the way back. Never asks what is known already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from scrapers.decision import Decision, Sanction
from storage import amounts
from storage.reckoning import rates
from storage.register import companies
from storage.tables import AliasRow, DecisionRow, SanctionRow


@dataclass(frozen=True)
class New:
    """A decision that is not in the store, and when it was first seen."""

    decision: Decision
    first_seen_at: datetime


@dataclass(frozen=True)
class Inserted:
    """The numbers that a decision and its sanctions, in their order, have now."""

    id: int
    sanction_ids: tuple[int, ...]


def insert_all(db: Session, acts: Sequence[New], *, origin: str, now: datetime) -> list[Inserted]:
    """Store decisions with their aliases, sanctions, companies and rates; none may be known by a key or alias."""
    rows = [decision_row(act.decision, origin, act.first_seen_at) for act in acts]
    db.add_all(rows)
    db.flush()
    pairs = list(zip(rows, (act.decision for act in acts), strict=True))
    db.add_all(alias for row, decision in pairs for alias in _aliases(row.id, decision))
    mentions = [[_mention(act, sanction) for sanction in act.sanctions] for _, act in pairs]
    ids = companies.resolve_all(db, dict.fromkeys(each for of_one in mentions for each in of_one if each), now)
    parts = [
        [
            sanction_row(row.id, at, sanction, ids[who] if who else None)
            for at, (sanction, who) in enumerate(zip(act.sanctions, of_one, strict=True))
        ]
        for (row, act), of_one in zip(pairs, mentions, strict=True)
    ]
    db.add_all(part for of_one in parts for part in of_one)
    db.flush()
    _note_rates(db, acts)
    return [Inserted(row.id, tuple(part.id for part in of_one)) for row, of_one in zip(rows, parts, strict=True)]


def _mention(act: Decision, sanction: Sanction) -> companies.Mention | None:
    """The party with the register numbers that the evidence gives it."""
    if not sanction.party:
        return None
    others = {other.party for other in act.sanctions if other.party} - {sanction.party}
    return companies.Mention.of(sanction.party, sanction.evidence.words, others)


def decision_row(decision: Decision, origin: str, first_seen_at: datetime) -> DecisionRow:
    """The row of a decision, without its aliases and sanctions."""
    fields = decision.model_dump(exclude={"aliases", "sanctions"})
    return DecisionRow(**fields, origin=origin, first_seen_at=first_seen_at)


def sanction_row(decision_id: int, position: int, sanction: Sanction, company_id: int | None) -> SanctionRow:
    """The row of one sanction."""
    amount, currency = amounts.columns(sanction.money)
    daily, daily_currency = amounts.columns(sanction.daily)
    return SanctionRow(
        decision_id=decision_id, position=position, party=sanction.party, kind=sanction.kind.value,
        company_id=company_id, amount_minor=amount, currency=currency, daily_minor=daily,
        daily_currency=daily_currency, due_on=sanction.due_on, articles=list(sanction.articles), joint=sanction.joint,
        evidence_words=sanction.evidence.words, evidence_document=sanction.evidence.document,
        evidence_start=sanction.evidence.start, evidence_method=sanction.evidence.method,
    )  # fmt: skip


def _aliases(decision_id: int, decision: Decision) -> list[AliasRow]:
    others = [alias for alias in dict.fromkeys(decision.aliases) if alias != decision.key]
    return [AliasRow(decision_id=decision_id, authority=decision.authority, alias=alias) for alias in others]


def _note_rates(db: Session, acts: Sequence[New]) -> None:
    wanted = {
        (sanction.money.currency, day)
        for act in acts
        for sanction in act.decision.sanctions
        if sanction.money and (day := act.decision.decided_on or act.decision.published_on)
    }
    for currency, day in sorted(wanted):
        if currency != "EUR":
            rates.note(db, currency, day)
