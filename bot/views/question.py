"""A question for an editor as a message in a chat. Pure."""

from bot.views import reviews, words
from bot.views.message import Field, Message
from storage.reviews import Review


def whole(review: Review) -> Message:
    """Why it is asked, what was read so far, what was answered."""
    read = [*reviews.reading(review), *(["Answer:", *reviews.answer(review)] if review.author else [])]
    headline = (
        f"Question {review.id} ({words.authority(review.authority)}, {review.state}): {review.title or review.key}"
    )
    fields = (
        Field("Asked", words.moment(review.asked_at)),
        Field("Why", "; ".join(review.reasons)),
        Field("Read so far", " · ".join(read)),
    )
    return Message(headline, fields, review.url)


def listed(waiting: tuple[Review, ...], number: int, of: int) -> Message:
    """A page of open questions."""
    if not waiting:
        return Message("No question waits.")
    page = f" (page {number + 1} of {of})" if of > 1 else ""
    rows = tuple(Field(f"{each.id}, {words.authority(each.authority)}", _line(each), each.url) for each in waiting)
    return Message(f"Questions that wait{page}: /reviews show, accept, edit or reject", rows)


def _line(review: Review) -> str:
    return f"{words.line(review.title or review.key, 100)}: {words.line('; '.join(review.reasons), 250)}"
