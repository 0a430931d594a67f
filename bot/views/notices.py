"""What the operator is told: questions, and sources that break or recover. Pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.views import words
from bot.views.message import Field, Message
from storage.visits import Health


def notice(text: str) -> Message:
    """A text of this file as a message: the headline, perhaps a line of reasons, perhaps an address."""
    headline, *rest = text.split("\n")
    url = rest.pop() if rest and rest[-1].startswith("https://") else ""
    return Message(headline, tuple(Field("Why", reason) for reason in rest), url)


def question(number: int, authority: str, title: str, reasons: Sequence[str], url: str) -> str:
    """A person must look at an act."""
    headline = f"Question {number} ({words.authority(authority)}): “{words.line(title, 160)}”"
    return f"{headline}\n{words.line('; '.join(reasons), 700)} (finewatch reviews show {number})\n{url}"


def broken(health: Health) -> str:
    """A source cannot be read."""
    since = f"last read {words.moment(health.last_success)}" if health.last_success else "never read so far"
    reason = words.line(health.reason, 400)
    then = f"next look {words.moment(health.next_visit)}"
    return f"{health.authority} {health.source} is {health.state}: {reason} ({since}; {then})"


def recovered(before: Health) -> str:
    """A source that was broken can be read again."""
    since = f", not read since {words.moment(before.last_success)}" if before.last_success else ""
    return f"{before.authority} {before.source} can be read again (was {before.state}{since})"


def outage(last_success: datetime | None, reason: str) -> str:
    """Nothing at all can be read."""
    since = f"since {words.moment(last_success)}" if last_success else "so far"
    return f"No authority can be read {since}: {words.line(reason, 400)}. Is this machine's network well?"


def outage_over(last_success: datetime | None) -> str:
    """Something can be read again after that."""
    return f"Authorities can be read again (nothing was read since {words.moment(last_success)})"


def undeliverable(destination: str, reason: str) -> str:
    """A destination refuses messages."""
    return f"{destination} refuses messages: {words.line(reason, 400)}. `finewatch doctor` says what to do."


def closed(destination: str, reason: str) -> str:
    """A channel does not let the bot in; nothing is lost meanwhile."""
    said = words.line(reason, 400)
    return (
        f"{destination} is closed to the bot: {said}. Its messages wait and are sent when it opens; tried every hour."
    )
