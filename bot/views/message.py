"""A message as values: what a terminal prints and what a card in a chat shows. Pure, and knows neither of the two."""

from dataclasses import dataclass

from bot.views import words

TITLE, DESCRIPTION, NAME, VALUE, FOOTER = 256, 4096, 256, 1024, 2048
"""Discord's limits for a card, in characters (discord.md §6)."""

WHOLE, FIELDS = 6000, 25
CONTENT = 2000


@dataclass(frozen=True)
class Field:
    """A label and what it says, as it stands: escaping and cutting are done where the card is made."""

    name: str
    value: str


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
        rows = [f"  {field.name:<{width}}  {words.line(field.value, VALUE)}" for field in self.fields]
        return "\n".join([words.line(self.headline, CONTENT), *rows, *([f"  {self.url}"] if self.url else [])])


@dataclass(frozen=True)
class Card:
    """The same, harmless and within Discord's limits."""

    title: str
    url: str | None
    fields: tuple[Field, ...]


def card(message: Message) -> Card:
    """The message as a card; what does not fit into the whole is left out from the end, the link stays."""
    title = words.plain(message.headline, TITLE)
    url = message.url if message.url.startswith("https://") else None
    room, fields = WHOLE - len(title), []
    for field in message.fields[:FIELDS]:
        shown = Field(words.plain(field.name, NAME), words.plain(field.value, VALUE))
        room -= len(shown.name) + len(shown.value)
        if room < 0:
            break
        fields.append(shown)
    return Card(title, url, tuple(fields))
