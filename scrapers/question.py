"""One text in, one answer out: what `finewatch read` says of a line (contract.md). Pure."""

from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from scrapers.adapter import Adapter, Form, Passage, RawDecision
from scrapers.checks import check
from scrapers.decision import Decision, Money, Sanction
from scrapers.normalise import Accepted, Doubtful, Dropped, Outcome, judged, normalise
from scrapers.registry import adapter_of


class QuestionError(ValueError):
    """The line is no question: not JSON, a key is missing, or the authority is unknown."""


class Row(BaseModel):
    """What the list row said besides the title."""

    model_config = ConfigDict(extra="ignore")
    category: str | None = None
    number: str | None = None
    date: str | None = None


class Question(BaseModel):
    """A text with what is known of it; other keys are ignored."""

    model_config = ConfigDict(extra="ignore")
    id: str
    authority: str
    language: str
    text_kind: Form
    title: str = ""
    text: str = ""
    listing: Row = Row()


def answer(line: str, *, with_checks: bool = False) -> dict[str, Any]:
    """The answer to one JSON line, and besides under "checks" what was checked and how each check went, if asked for.

    Raises QuestionError, saying what is wrong with the line.
    """
    try:
        question = Question.model_validate_json(line)
        adapter = adapter_of(question.authority)
    except ValidationError as error:
        first = error.errors()[0]
        raise QuestionError(f"{'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}") from error
    except ValueError as error:
        raise QuestionError(str(error)) from error
    outcome = _understood(_raw(question), adapter)
    reply = _reply(question.id, outcome)
    return reply | {"checks": _checks_json(outcome)} if with_checks else reply


def _understood(raw: RawDecision, adapter: Adapter) -> Outcome:
    """One text that trips the reader goes to a person and does not end the answers to the others."""
    try:
        return normalise(raw, adapter)
    except Exception as error:  # noqa: BLE001 - the outermost seam of `finewatch read`
        return judged(None, (check("the reader reads", f"a bug in the reader ({type(error).__name__}: {error})"),))


def _raw(question: Question) -> RawDecision:
    passage = Passage(question.text_kind, question.text, question.language)
    row = question.listing
    return RawDecision(
        key=question.id,
        url="",
        title=question.title,
        passages=(passage,),
        category=row.category,
        number=row.number,
        listed_on=row.date,
    )


def _reply(identity: str, outcome: Outcome) -> dict[str, Any]:
    match outcome:
        case Accepted(decision):
            return {"id": identity, "outcome": "sanction", "reasons": [], "decision": decision_json(decision)}
        case Doubtful(reasons, decision):
            read = decision_json(decision) if decision else None
            return {"id": identity, "outcome": "review", "reasons": list(reasons), "decision": read}
        case Dropped(reason):
            return {"id": identity, "outcome": "not_a_sanction", "reasons": [reason], "decision": None}


def _checks_json(outcome: Outcome) -> list[dict[str, Any]]:
    return [] if isinstance(outcome, Dropped) else [asdict(each) for each in outcome.checks]


def decision_json(decision: Decision) -> dict[str, Any]:
    """A decision as the contract's JSON: ISO dates, amounts as decimal strings."""
    return {
        "authority": decision.authority,
        "reference": decision.reference,
        "decided_on": decision.decided_on and decision.decided_on.isoformat(),
        "published_on": decision.published_on and decision.published_on.isoformat(),
        "title": decision.title,
        "language": decision.language,
        "sanctions": [_sanction_json(sanction) for sanction in _each_joint_once(decision.sanctions)],
    }


def _sanction_json(sanction: Sanction) -> dict[str, Any]:
    return {
        "party": sanction.party,
        "kind": sanction.kind.value,
        "amount": _amount(sanction.money),
        "currency": sanction.money and sanction.money.currency,
        "daily_amount": _amount(sanction.daily),
        "due_on": sanction.due_on and sanction.due_on.isoformat(),
        "articles": list(sanction.articles),
        "evidence": sanction.evidence.words,
    }


def _amount(money: Money | None) -> str | None:
    return None if money is None else str(money.amount)


def _each_joint_once(sanctions: tuple[Sanction, ...]) -> list[Sanction]:
    """The contract has no word for a joint amount: it stands at the first party only, so that a sum counts it once."""
    seen: set[str] = set()
    told = []
    for sanction in sanctions:
        told.append(sanction.model_copy(update={"money": None}) if sanction.joint in seen else sanction)
        if sanction.joint is not None:
            seen.add(sanction.joint)
    return told
