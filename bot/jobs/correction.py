"""Single facts that an editor puts right in what was read. Pure."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.jobs.written import BY_PERSON, PAYABLE, WrittenError, checked, money_of
from scrapers.decision import Decision, Kind, Money, Sanction


@dataclass(frozen=True)
class Correction:
    """What an editor wrote, as written; None leaves a fact as it was read. `sanction` counts from 1.

    An empty `party` takes the name away; `amount` is a currency and a number, "EUR 1250.50".
    """

    party: str | None = None
    kind: str | None = None
    amount: str | None = None
    decided: str | None = None
    published: str | None = None
    reference: str | None = None
    sanction: int | None = None

    @property
    def is_empty(self) -> bool:
        """Does it say nothing?"""
        return all(getattr(self, field.name) is None for field in fields(self) if field.name != "sanction")


def corrected(decision: Decision, correction: Correction) -> Decision:
    """The decision with the facts put right. Raises WrittenError, saying which of them cannot be."""
    act: dict[str, Any] = {
        "decided_on": correction.decided and _day(correction.decided),
        "published_on": correction.published and _day(correction.published),
        "reference": correction.reference,
    }
    facts = {name: value for name, value in act.items() if value is not None}
    return checked(decision.model_copy(update={**facts, "sanctions": _sanctions(decision.sanctions, correction)}))


def _sanctions(sanctions: tuple[Sanction, ...], correction: Correction) -> tuple[Sanction, ...]:
    facts = _facts(correction)
    if not facts:
        return sanctions
    at = _position(len(sanctions), correction.sanction)
    put_right = _by_person(sanctions[at], facts)
    shared = {"money": facts["money"]} if "money" in facts and put_right.joint is not None else {}
    others = (_by_person(each, shared) if each.joint == put_right.joint and shared else each for each in sanctions)
    return tuple(put_right if position == at else other for position, other in enumerate(others))


def _by_person(sanction: Sanction, facts: dict[str, Any]) -> Sanction:
    evidence = sanction.evidence.model_copy(update={"method": BY_PERSON})
    return sanction.model_copy(update={**facts, "evidence": evidence})


def _facts(correction: Correction) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if correction.party is not None:
        facts["party"] = correction.party.strip() or None
    if correction.kind is not None:
        facts["kind"] = _kind(correction.kind)
        facts |= {} if facts["kind"] in PAYABLE else {"money": None}
    if correction.amount is not None:
        facts["money"] = _money(correction.amount)
    return facts


def _position(count: int, wanted: int | None) -> int:
    if wanted is None and count > 1:
        raise WrittenError(f"there are {count} sanctions; say which with --sanction 1 to {count}")
    if wanted is not None and not 1 <= wanted <= count:
        raise WrittenError(f"there is no sanction {wanted}, only 1 to {count}")
    return (wanted or 1) - 1


def _kind(word: str) -> Kind:
    try:
        return Kind(word.strip().lower().replace(" ", "_"))
    except ValueError as error:
        raise WrittenError(f"no kind is called “{word}”; known are {', '.join(kind.value for kind in Kind)}") from error


def _money(words: str) -> Money:
    currency, _, amount = words.strip().partition(" ")
    return money_of(amount, currency)


def _day(words: str) -> date:
    try:
        return TypeAdapter(date).validate_json(f'"{words}"')
    except ValidationError as error:
        raise WrittenError(f"“{words}” is no day; write it as 2026-01-30") from error
