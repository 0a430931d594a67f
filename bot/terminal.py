"""The terminal as a destination."""

from collections.abc import Callable

from bot.jobs.deliver import Send
from bot.views.message import Message


def to_terminal(write: Callable[[str], None]) -> Send:
    """A sender that writes the message's text, which has no limits to pass and nobody to refuse it."""

    async def send(destination: str, message: Message, nonce: str) -> str:
        write(f"{message.text}\n")
        return f"{destination} {nonce}"

    return send
