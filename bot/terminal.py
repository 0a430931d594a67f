"""The terminal as a destination."""

from collections.abc import Callable

from bot.jobs.deliver import Send
from bot.views.post import Post


def to_terminal(write: Callable[[str], None]) -> Send:
    """A sender that writes the text of a post, which has no limits to pass and nobody to refuse it. Nothing written is
    edited: the change is told beside it."""

    async def send(destination: str, post: Post, nonce: str) -> str:
        if not post.edits:
            write(f"{post.text}\n")
        return f"{destination} {nonce}"

    return send
