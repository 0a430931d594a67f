"""Answers in pages whose buttons work after a restart: what was asked is kept in the store, the button has its mark."""

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Protocol, Self, cast

import discord

from bot.chat import replies
from bot.chat.house import House, house_of
from bot.chat.replies import RefusedError
from bot.views.post import Button, Post
from storage import newsrooms

Question = dict[str, Any]
"""What was asked, as JSON can hold it."""


@dataclass(frozen=True)
class Page:
    """One page of an answer; `of` is how many there are."""

    post: Post
    of: int


Maker = Callable[[House, Question, int], Awaitable[Page]]
"""Makes the page of that number, from 0, of the answer to a question."""


async def first(house: House, name: str, make: Maker, question: Question) -> Post:
    """The first page of the answer. `name` is what the maker is found by when a button is pressed."""
    page = await make(house, question, 0)
    mark = await _kept(house, name, question) if page.of > 1 else ""
    return _with_buttons(page, mark, 0)


def _with_buttons(page: Page, mark: str, number: int) -> Post:
    if page.of <= 1:
        return page.post
    back = Button("◀", action=f"page:{mark}:{number - 1}") if number > 0 else None
    on = Button("▶", action=f"page:{mark}:{number + 1}") if number + 1 < page.of else None
    turns = tuple(button for button in (back, on) if button is not None)
    return replace(page.post, buttons=(*page.post.buttons, *turns))


async def _kept(house: House, name: str, question: Question) -> str:
    said = json.dumps([name, question], sort_keys=True)
    mark = sha256(said.encode()).hexdigest()[:16]
    await house.write(lambda db: newsrooms.keep(db, f"question {mark}", said))
    return mark


class _Paged(Protocol):
    pages: Mapping[str, Maker]


class Turn(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"page:(?P<mark>\w{16}):(?P<to>\d{1,4})"
):
    """A button that leads to another page."""

    def __init__(self, mark: str, to: int) -> None:
        super().__init__(discord.ui.Button(label=str(to + 1), custom_id=f"page:{mark}:{to}"))
        self.mark, self.to = mark, to

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, __: discord.ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button as it was made."""
        return cls(match["mark"], int(match["to"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Show that page in the place of this one."""
        try:
            await interaction.response.defer()
            name, question = await self._asked(house_of(interaction))
            make = cast(_Paged, interaction.client).pages[name]
            page = await make(house_of(interaction), question, self.to)
            await replies.answer(interaction, _with_buttons(page, self.mark, self.to))
        except Exception as error:  # the outermost seam of a button  # noqa: BLE001
            await replies.refuse(interaction, error)

    async def _asked(self, house: House) -> tuple[str, Question]:
        said = await house.read(lambda db: newsrooms.kept(db, f"question {self.mark}"))
        if said is None:
            raise RefusedError("This answer is not known any more. Please ask again.")
        name, question = json.loads(said)
        return name, question
