"""Buttons whose action is a word and a number ("mute:12"): whichever process made them, the command's file does it."""

import re
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Protocol, Self, cast

import discord

from bot.chat import replies
from bot.chat.replies import RefusedError
from bot.views.post import Post

Press = Callable[[discord.Interaction, int], Coroutine[Any, Any, Post]]
"""Does what the button says, with its number; the answer is for who pressed it."""


class _Pressed(Protocol):
    presses: Mapping[str, Press]


class Pressed(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"(?P<what>[a-z]+):(?P<number>\d{1,9})"
):
    """One button."""

    def __init__(self, what: str, number: int) -> None:
        super().__init__(discord.ui.Button(label=what, custom_id=f"{what}:{number}"))
        self.what, self.number = what, number

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, __: discord.ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button as it was made."""
        return cls(match["what"], int(match["number"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Answer who pressed it."""
        try:
            press = cast(_Pressed, interaction.client).presses.get(self.what, _nothing)
            await replies.reply(interaction, press(interaction, self.number), private=True)
        except Exception as error:  # the outermost seam of a button  # noqa: BLE001
            await replies.refuse(interaction, error)


async def _nothing(_: discord.Interaction, __: int) -> Post:
    """A button that an older version made."""
    raise RefusedError("This button does nothing any more. /help lists what can be asked.")
