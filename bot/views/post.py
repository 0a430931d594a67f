"""What is sent to a chat in one piece: messages as cards, buttons, a picture. Values only."""

from dataclasses import dataclass

from bot.views.message import WHOLE, Card, Message, card

MOST = 10
"""Cards in one message, and Discord's limit (discord.md §6)."""


@dataclass(frozen=True)
class Button:
    """A button under a message: `url` leads out, `action` ("dossier:12") comes back to us, also after a restart."""

    label: str
    url: str = ""
    action: str = ""


@dataclass(frozen=True)
class Picture:
    """A PNG that goes with a message; `alt` says what it shows, for those who cannot see it."""

    name: str
    body: bytes
    alt: str


@dataclass(frozen=True)
class Post:
    """One message of a chat. `reply_to` and `edits` are ids of messages at the same destination: the one that this
    answers, and the one whose content it takes the place of. `mention_role` is pinged, nothing else ever is.
    """

    messages: tuple[Message, ...]
    buttons: tuple[Button, ...] = ()
    picture: Picture | None = None
    mention_role: int | None = None
    reply_to: str = ""
    edits: str = ""

    @property
    def text(self) -> str:
        """The post for a terminal or a log."""
        return "\n".join(message.text for message in self.messages)


def cards(post: Post) -> list[Card]:
    """The messages as cards that fit together into one message of Discord's."""
    shown: list[Card] = []
    room, left = WHOLE, min(len(post.messages), MOST)
    for message in post.messages[:MOST]:
        made = card(message, room // left)
        shown.append(made)
        room, left = room - made.length, left - 1
    return shown
