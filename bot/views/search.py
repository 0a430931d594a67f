"""Decisions that were found, as text and as JSON. Pure."""

from collections.abc import Iterable
from typing import Any

from bot.views import words
from scrapers.decision import Sanction
from storage.finding.search import Found, Question
from storage.stored import Stored

TITLE = 100


def to_json(found: Found) -> dict[str, Any]:
    """`total` counts all that were found, `decisions` holds the newest; amounts are decimal strings, days ISO."""
    return {"total": found.total, "decisions": [_decision_json(stored) for stored in found.decisions]}


def _decision_json(stored: Stored) -> dict[str, Any]:
    decision = stored.decision
    said = decision.model_dump(
        mode="json", include={"authority", "key", "reference", "title", "url", "decided_on", "published_on"}
    )
    return said | {"sanctions": [_sanction_json(stored, position) for position in range(len(decision.sanctions))]}


def _sanction_json(stored: Stored, position: int) -> dict[str, Any]:
    sanction, money = stored.decision.sanctions[position], stored.current_money(position)
    return {
        "party": sanction.party,
        "kind": sanction.kind.value,
        "amount": str(money.amount) if money else None,
        "currency": money.currency if money else None,
        "legal_state": stored.legal_state(position),
        "articles": list(sanction.articles),
    }


def sentences(found: Found) -> list[str]:
    """What was asked for, how much there is, and the decisions, the newest first."""
    if not found.total:
        return [f"Nothing found{_asked(found.question)}. Fewer or other words may find more."]
    shown = len(found.decisions)
    count = f"{found.total} decision{'' if found.total == 1 else 's'}"
    part = "" if shown == found.total else f", the newest {shown} shown (--limit shows more)"
    return [f"{count} found{_asked(found.question)}{part}.", *(line for act in found.decisions for line in _act(act))]


def _asked(question: Question) -> str:
    """The question in words, so that an answer that is copied still says what it answers."""
    date = "decided" if question.dates == "decided" else "made public"
    said = (
        question.words and f"with “{words.line(question.words, TITLE)}”",
        question.company and f"about {words.line(question.company, TITLE)}",
        question.authority and f"by {question.authority}",
        question.kind and f"with a {question.kind.replace('_', ' ')}",
        question.article and f"naming {words.line(question.article, TITLE)}",
        question.least and f"of at least {words.money(question.least)}",
        question.most and f"of at most {words.money(question.most)}",
        question.since and f"{date} on {question.since} or later",
        question.until and f"{date} on {question.until} or before",
    )
    return "".join(f", {part}" for part in said if part)


def _act(stored: Stored) -> Iterable[str]:
    decision = stored.decision
    decided = f"decided {decision.decided_on}" if decision.decided_on else "day of decision not known"
    public = f", made public {decision.published_on}" if decision.published_on else ""
    yield ""
    yield f"{decision.authority} {words.line(decision.reference or decision.key, TITLE)}: {decided}{public}"
    yield f"  {words.line(decision.title, TITLE)}"
    for position, sanction in enumerate(decision.sanctions):
        yield f"  {_sanction(stored, position, sanction)}"
    yield f"  {decision.url}"


def _sanction(stored: Stored, position: int, sanction: Sanction) -> str:
    money, state = stored.current_money(position), stored.legal_state(position)
    party = words.line(sanction.party, TITLE) if sanction.party else "nobody named"
    amount = f" of {words.money(money)}" if money else ""
    return f"{party}: {sanction.kind.value.replace('_', ' ')}{amount}" + (
        "" if state == "imposed" else f", {state.replace('_', ' ')}"
    )
