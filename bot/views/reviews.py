"""Questions for a person, in text. Pure."""

from bot.views import words
from scrapers.decision import Decision, Sanction
from storage.reviews import CheckMade, Review


def line(review: Review) -> str:
    """One question in a line."""
    title = words.line(review.title or review.key, 80)
    why = words.line("; ".join(review.reasons), 160)
    return f"{review.id:>4}  {review.authority}  {review.asked_at:%Y-%m-%d}  {title}: {why}"


def whole(review: Review) -> str:
    """One question with all that is known."""
    lines = [
        f"Question {review.id}, {review.state}, asked {words.moment(review.asked_at)}",
        f"{review.authority} {words.line(review.key, 200)}: {words.line(review.title, 300)}",
        review.url,
        "Why:",
        *(f"  {words.line(reason, 400)}" for reason in review.reasons),
        *(["Checked:", *(f"  {_check(each)}" for each in review.checks)] if review.checks else []),
        "Read so far:",
        *(f"  {said}" for said in reading(review)),
        *(["Answer:", *(f"  {said}" for said in answer(review))] if review.author else []),
    ]
    return "\n".join(lines)


def reading(review: Review) -> list[str]:
    """What was read so far, line by line."""
    return _decision(review.reading)


def answered(review: Review, messages: int, *, is_new: bool) -> str:
    """What an answer led to."""
    said = f"Question {review.id} {'is' if is_new else 'was'} {review.state} by {words.line(review.author or '', 80)}"
    if not is_new:
        return f"{said} on {review.answered_at:%Y-%m-%d}; nothing changes."
    if review.state == "rejected":
        return f"{said}; nothing is stored."
    told = "it is history, nobody is told" if review.baseline else f"messages promised: {messages}"
    return f"{said}; stored as decision {review.decision_id}, {told}."


def _check(check: CheckMade) -> str:
    verdict = "passed" if check.passed else "FAILED"
    return f"{verdict}  {check.name}{': ' if check.words else ''}{words.line(check.words, 160)}"


def answer(review: Review) -> list[str]:
    """What a person answered, line by line."""
    note = f": {words.line(review.note, 400)}" if review.note else ""
    said = f"{review.state} by {words.line(review.author or '', 80)}, {words.moment(review.answered_at)}{note}"
    return [said, *(_decision(review.answer) if review.answer else [])]


def _decision(written: str) -> list[str]:
    if not written:
        return ["nothing was read"]
    decision = Decision.model_validate_json(written)
    dates = f"decided {decision.decided_on or 'on a day not read'}, made public {decision.published_on or 'not read'}"
    numbered = enumerate(decision.sanctions, start=1)
    return [f"{decision.reference or 'no reference'}; {dates}", *(f"{at}. {_sanction(each)}" for at, each in numbered)]


def _sanction(sanction: Sanction) -> str:
    amount = words.money(sanction.money) if sanction.money else "no amount"
    party = words.line(sanction.party or "an unnamed party", 120)
    return f"{sanction.kind.value.replace('_', ' ')}: {party}, {amount}: “{words.line(sanction.evidence.words, 300)}”"
