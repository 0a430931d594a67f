"""/setup: where alerts go and when the digest comes, in menus that set what is chosen at once and survive a restart."""

import re
from typing import Any, Self
from zoneinfo import available_timezones

import discord
from discord import app_commands

from bot.chat import permits, replies
from bot.chat.house import House, data_of, guild_of, house_of
from bot.chat.replies import RefusedError
from bot.commands import Command
from bot.views import rooms, words
from bot.views.rooms import Menu
from storage import newsrooms, outbox
from storage.newsrooms import Newsroom

CHANNELS = [discord.ChannelType.text, discord.ChannelType.news]


def commands(_: House) -> list[Command]:
    """The command."""
    return [setup]


@app_commands.command()
@app_commands.guild_only()
@permits.manager
@app_commands.describe(zone="Another time zone than those in the menu, like America/New_York.")
async def setup(interaction: discord.Interaction, zone: str | None = None) -> None:
    """Choose the alert channel, the operations channel, the time zone and the weekly digest."""
    await replies.wait(interaction, private=True)
    room = await permits.managed(interaction)
    if zone is not None:
        room = await _changed(interaction, zone=_known_zone(zone))
    await _show(interaction, room, 0)


@setup.autocomplete("zone")
async def _zones(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    found = [name for name in sorted(available_timezones()) if typed.casefold() in name.casefold() and "/" in name]
    return [app_commands.Choice(name=name, value=name) for name in found[:25]]


def _known_zone(zone: str) -> str:
    if zone not in available_timezones():
        raise RefusedError(
            f"“{words.plain(zone, 60)}” is no time zone. Choose one that is suggested, like Europe/Rome."
        )
    return zone


async def _changed(interaction: discord.Interaction, **settings: Any) -> Newsroom:
    house, guild_id = house_of(interaction), guild_of(interaction)
    return await house.write(lambda db: newsrooms.change(db, guild_id, house.now, **settings))


async def _show(interaction: discord.Interaction, room: Newsroom, step: int, said: str = "") -> None:
    """The step's menus, with what is set; `said` is what just happened."""
    view = discord.ui.View(timeout=None)
    for menu in rooms.menus(room, step):
        view.add_item(_select(menu))
    for button in rooms.buttons(step):
        view.add_item(discord.ui.Button(label=button.label, custom_id=button.action))
    view.stop()
    await interaction.edit_original_response(content=rooms.settings(room, said), view=view)


def _select(menu: Menu) -> discord.ui.Item[discord.ui.View]:
    if menu.is_channel:
        chosen = [discord.Object(menu.channel)] if menu.channel else []
        return discord.ui.ChannelSelect(
            custom_id=menu.action, placeholder=menu.label, channel_types=CHANNELS, default_values=chosen
        )
    options = [
        discord.SelectOption(label=label, value=value, default=value == menu.value) for value, label in menu.options
    ]
    return discord.ui.Select(custom_id=menu.action, placeholder=menu.label, options=options)


class Choose(discord.ui.DynamicItem[discord.ui.Item[discord.ui.View]], template=r"setup:(?P<step>\d):(?P<what>\w+)"):
    """A menu or a button of the set-up, understood by its action."""

    def __init__(self, item: discord.ui.Item[discord.ui.View], step: int, what: str) -> None:
        super().__init__(item)
        self.step, self.what = step, what

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /) -> Self:
        """The menu as it was made."""
        return cls(item, int(match["step"]), match["what"])

    async def callback(self, interaction: discord.Interaction) -> None:
        """Set what was chosen, and show the menus as they are then."""
        try:
            await interaction.response.defer()
            room = await permits.managed(interaction)
            step, said = self.step, ""
            if self.what == "step":
                step = 1 - self.step
            elif self.what == "test":
                said = await _test(interaction, room)
            else:
                room = await _set(interaction, room, self.what)
            await _show(interaction, room, step, said)
        except Exception as error:  # the outermost seam of a menu  # noqa: BLE001
            await replies.refuse(interaction, error)


ITEMS = (Choose,)


async def _set(interaction: discord.Interaction, room: Newsroom, what: str) -> Newsroom:
    chosen = data_of(interaction).get("values", [])
    if len(chosen) != 1:
        raise RefusedError("Please choose one of the menu.")
    if what in ("alerts", "ops"):
        return await _set_channel(interaction, room, what, int(chosen[0]))
    if what == "zone":
        return await _changed(interaction, zone=_known_zone(chosen[0]))
    if what == "day":
        return await _changed(interaction, digest_weekday=None if chosen[0] == "off" else int(chosen[0]))
    return await _changed(interaction, digest_hour=int(chosen[0]))


async def _set_channel(interaction: discord.Interaction, room: Newsroom, what: str, channel_id: int) -> Newsroom:
    """Raises RefusedError where the bot could not post there."""
    _check(interaction, channel_id)
    if what == "ops":
        return await _changed(interaction, ops_channel_id=channel_id)
    house, old, new = house_of(interaction), room.address, f"discord:{channel_id}"

    def move(db: Any) -> Newsroom:
        if old is not None and old != new:
            outbox.redirect(db, old, new, house.now)
        return newsrooms.change(db, room.guild_id, house.now, alert_channel_id=channel_id, paused="")

    return await house.write(move)


def _check(interaction: discord.Interaction, channel_id: int) -> None:
    guild = interaction.guild
    channel = guild.get_channel(channel_id) if guild else None
    if guild is None or channel is None:
        raise RefusedError("The bot cannot see that channel. Let its role see it (View Channel), then choose it again.")
    granted = channel.permissions_for(guild.me)
    lacking = [name.replace("_", " ").title() for name in rooms.NEEDED if not getattr(granted, name)]
    if lacking:
        raise RefusedError(f"Give the bot's role {words.listed(lacking)} in <#{channel_id}>, then choose it again.")


async def _test(interaction: discord.Interaction, room: Newsroom) -> str:
    """A message through the same door as every alert."""
    if room.address is None:
        raise RefusedError("Choose the alert channel first.")
    house, address = house_of(interaction), room.address
    subject = f"test {house.now.isoformat()}"
    await house.write(lambda db: outbox.promise(db, address, "notice", subject, text=rooms.TEST, now=house.now))
    return f"A test message is on its way to <#{room.alert_channel_id}>."
