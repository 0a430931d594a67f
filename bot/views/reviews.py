"""Questions for a person, in text. Pure."""

from bot.views import words
from scrapers.decision import Decision, Sanction
from storage.reviews import Review


def line(review: Review) -> str:
    """One question in a line."""
    title = words.line(review.title or review.key, 80)
    why = words.line("; ".join(review.reasons), 160)
    return f"{review.id:>4}  {review.authority}  {review.asked_at:%Y-%m-%d}  {title}: {why}"


def whole(review: Review) -> str:
    """One question with all that is known."""
    read = _decision(Decision.model_validate_json(review.reading)) if review.reading else ["nothing was read"]
    lines = [
        f"Question {review.id}, {review.state}, asked {words.moment(review.asked_at)}",
        f"{review.authority} {words.line(review.key, 200)}: {words.line(review.title, 300)}",
        review.url,
        "Why:",
        *(f"  {words.line(reason, 400)}" for reason in review.reasons),
        "Read so far:",
        *(f"  {said}" for said in read),
    ]
    return "\n".join(lines)


def _decision(decision: Decision) -> list[str]:
    dates = f"decided {decision.decided_on or 'on a day not read'}, made public {decision.published_on or 'not read'}"
    return [f"{decision.reference or 'no reference'}; {dates}", *map(_sanction, decision.sanctions)]


def _sanction(sanction: Sanction) -> str:
    amount = words.money(sanction.money) if sanction.money else "no amount"
    party = words.line(sanction.party or "an unnamed party", 120)
    return f"{sanction.kind.value.replace('_', ' ')}: {party}, {amount}: “{words.line(sanction.evidence.words, 300)}”"
