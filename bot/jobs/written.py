"""A decision as an editor writes it down: the JSON of `finewatch read` (contract.md), with `joint` besides. Pure."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scrapers.decision import NOT_SANCTIONS, Decision, Evidence, Kind, Money, Sanction
from storage.reviews import Review

BY_PERSON = "person"
PAYABLE = frozenset({Kind.FINE, Kind.PERIODIC_PENALTY, Kind.NOTICE_OF_INTENT, Kind.PROSECUTION})
"""Kinds that can have an amount; an order has a daily rate."""


class WrittenError(ValueError):
    """What was written is no decision; `str()` says in one line what is wrong with it."""


class WrittenSanction(BaseModel):
    """One consequence; amounts are in major units of `currency`."""

    model_config = ConfigDict(extra="forbid")
    party: str | None = None
    kind: Kind
    amount: Decimal | None = None
    currency: str | None = None
    daily_amount: Decimal | None = None
    due_on: date | None = None
    articles: tuple[str, ...] = ()
    joint: str | None = None
    evidence: str = ""


class WrittenDecision(BaseModel):
    """One act. Whose it is and where it stands is the question's."""

    model_config = ConfigDict(extra="forbid")
    authority: str
    reference: str | None = None
    decided_on: date | None = None
    published_on: date | None = None
    title: str
    language: str
    sanctions: tuple[WrittenSanction, ...] = Field(min_length=1)


def to_json(decision: Decision) -> dict[str, Any]:
    """A decision to be edited."""
    sanctions = [_sanction_json(sanction) for sanction in decision.sanctions]
    facts = decision.model_dump(
        mode="json", include={"authority", "reference", "decided_on", "published_on", "title", "language"}
    )
    return {**facts, "sanctions": sanctions}


def from_json(text: str, review: Review, read: Decision | None) -> Decision:
    """What was written, as the act that the question is about; `read` is what was read of it before.

    Raises WrittenError.
    """
    try:
        written = WrittenDecision.model_validate_json(text)
        sanctions = tuple(_sanction(sanction, review.url) for sanction in written.sanctions)
    except ValidationError as error:
        raise WrittenError(_in_a_line(error)) from error
    if written.authority != review.authority:
        raise WrittenError(f"the question is about an act of the {review.authority}, not of the {written.authority}")
    facts = written.model_dump(exclude={"sanctions", "authority"})
    identity = read or _unread(review, sanctions)
    return checked(identity.model_copy(update={**facts, "sanctions": sanctions}))


def checked(decision: Decision) -> Decision:
    """The decision, when each of its sanctions is one. Raises WrittenError."""
    for sanction in decision.sanctions:
        if sanction.kind in NOT_SANCTIONS:
            raise WrittenError(f"{sanction.kind.value} is an event on an earlier decision, not a sanction")
    return decision


def _in_a_line(error: ValidationError) -> str:
    """The first thing that is wrong."""
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc'])) or 'the decision'}: {first['msg']}"


def _unread(review: Review, sanctions: tuple[Sanction, ...]) -> Decision:
    """The act of a page of which nothing was read; only its place is known, so the key is provisional."""
    return Decision(
        authority=review.authority, key=review.key, reference=None, url=review.url, title="", language="",
        decided_on=None, provisional=True, sanctions=sanctions,
    )  # fmt: skip


def _sanction(written: WrittenSanction, url: str) -> Sanction:
    if written.amount is not None and written.kind not in PAYABLE:
        raise WrittenError(f"a sanction of the kind {written.kind.value} has no amount")
    evidence = Evidence(words=written.evidence, document=url, method=BY_PERSON)
    facts = written.model_dump(include={"party", "kind", "due_on", "articles", "joint"})
    money, daily = (_money(amount, written.currency) for amount in (written.amount, written.daily_amount))
    return Sanction(**facts, money=money, daily=daily, evidence=evidence)


def _money(amount: Decimal | None, currency: str | None) -> Money | None:
    if amount is None:
        return None
    if currency is None:
        raise WrittenError(f"the amount {amount} has no currency")
    return money_of(amount, currency)


def money_of(amount: Decimal | str, currency: str) -> Money:
    """Raises WrittenError for what is no amount of money."""
    try:
        return Money.of(amount, currency)
    except (ValidationError, ArithmeticError, ValueError) as error:
        raise WrittenError(f"“{currency} {amount}” is no amount; write it as EUR 1250.50") from error


def _sanction_json(sanction: Sanction) -> dict[str, Any]:
    known = sanction.money or sanction.daily
    return {
        "party": sanction.party,
        "kind": sanction.kind.value,
        "amount": sanction.money and str(sanction.money.amount),
        "currency": known and known.currency,
        "daily_amount": sanction.daily and str(sanction.daily.amount),
        "due_on": sanction.due_on and sanction.due_on.isoformat(),
        "articles": list(sanction.articles),
        "joint": sanction.joint,
        "evidence": sanction.evidence.words,
    }
