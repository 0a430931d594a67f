"""A message as values: what a terminal prints and what a card in a chat shows. Pure, and knows neither of the two."""

import re
from dataclasses import dataclass

from bot.views import words

TITLE, DESCRIPTION, NAME, VALUE, FOOTER = 256, 4096, 256, 1024, 2048
"""Discord's limits for a card, in characters (discord.md §6)."""

WHOLE, FIELDS = 6000, 25
CONTENT = 2000
LINK = re.compile(r"https://[^\s<>]{1,200}")


@dataclass(frozen=True)
class Field:
    """A label and what it says, as it stands: escaping and cutting are done where the card is made. `url` is where it
    says so, if that is elsewhere than the whole message."""

    name: str
    value: str
    url: str = ""


@dataclass(frozen=True)
class Message:
    """`headline` is the first line, `url` the authority's own address. Words are raw: they come from outside."""

    headline: str
    fields: tuple[Field, ...] = ()
    url: str = ""

    @property
    def text(self) -> str:
        """The message for a terminal or a log."""
        width = max((len(field.name) for field in self.fields), default=0)
        said = [(field.name, f"{words.line(field.value, VALUE)} {field.url}".rstrip()) for field in self.fields]
        rows = [f"  {name:<{width}}  {value}" for name, value in said]
        return "\n".join([words.line(self.headline, CONTENT), *rows, *([f"  {self.url}"] if self.url else [])])


@dataclass(frozen=True)
class Card:
    """The same, harmless and within Discord's limits."""

    title: str
    url: str | None
    fields: tuple[Field, ...]

    @property
    def length(self) -> int:
        """The characters that count towards the 6000 of a message."""
        return len(self.title) + sum(len(field.name) + len(field.value) for field in self.fields)


CUT = Field("Cut here", "The rest does not fit into one message; the title leads to it.")


def card(message: Message, room: int = WHOLE) -> Card:
    """The message as a card of at most `room` characters; what does not fit is left out from the end, and said so."""
    title = words.plain(message.headline, min(TITLE, room)) or words.ELLIPSIS
    url = message.url if message.url.startswith("https://") else None
    shown = [Field(words.plain(field.name, NAME) or words.ELLIPSIS, _value(field)) for field in message.fields]
    shown = [field for field in shown if field.value]
    whole = Card(title, url, tuple(shown[:FIELDS]))
    if len(shown) <= FIELDS and whole.length <= room:
        return whole
    fitting, left = [], room - len(title) - len(CUT.name) - len(CUT.value)
    for field in shown[: FIELDS - 1]:
        left -= len(field.name) + len(field.value)
        if left < 0:
            break
        fitting.append(field)
    return Card(title, url, (*fitting, CUT) if room > TITLE else tuple(fitting))


def _value(field: Field) -> str:
    """What a field says, then a link to its address; in angle brackets Discord neither formats nor unfolds one."""
    if not LINK.fullmatch(field.url):
        return words.plain(field.value, VALUE)
    link = f"\n[Source](<{field.url}>)"
    return words.plain(field.value, VALUE - len(link)) + link
