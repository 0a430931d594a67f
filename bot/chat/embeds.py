"""Our values as discord.py's: embeds, buttons, a file. Decides nothing; escaping and cutting are done in the views."""

from io import BytesIO

import discord

from bot.views import words
from bot.views.message import CONTENT
from bot.views.post import Button, Picture, Post, cards


def content(post: Post) -> str | None:
    """The line above the cards: the role that is pinged, and a message that is one line only."""
    role = f"<@&{post.mention_role}>" if post.mention_role else ""
    if _has_cards(post):
        return role or None
    said = words.plain(post.messages[0].headline, CONTENT - len(role) - 1) or words.ELLIPSIS
    return f"{role} {said}".strip()


def embeds(post: Post) -> list[discord.Embed]:
    """The messages as cards; none for one line without address and details."""
    if not _has_cards(post):
        return []
    shown = []
    for card in cards(post):
        embed = discord.Embed(title=card.title, url=card.url)
        for field in card.fields:
            embed.add_field(name=field.name, value=field.value, inline=False)
        shown.append(embed)
    if post.picture is not None:
        shown[-1].set_image(url=f"attachment://{post.picture.name}")
    return shown


def buttons(shown: tuple[Button, ...]) -> discord.ui.View | None:
    """Buttons that keep nothing in memory: what they do is found by their action, also after a restart."""
    if not shown:
        return None
    view = discord.ui.View(timeout=None)
    for button in shown:
        view.add_item(_button(button))
    view.stop()
    return view


def mentions(post: Post) -> discord.AllowedMentions:
    """Nobody but the role that the newsroom chose."""
    roles = [discord.Object(post.mention_role)] if post.mention_role else False
    return discord.AllowedMentions(everyone=False, users=False, roles=roles, replied_user=False)


def file(picture: Picture) -> discord.File:
    """A picture with the words for those who cannot see it."""
    return discord.File(BytesIO(picture.body), picture.name, description=words.line(picture.alt, 1024))


def _button(button: Button) -> discord.ui.Button[discord.ui.View]:
    if button.url:
        return discord.ui.Button(label=button.label, url=button.url)
    return discord.ui.Button(label=button.label, custom_id=button.action)


def _has_cards(post: Post) -> bool:
    return len(post.messages) > 1 or bool(post.messages[0].fields or post.messages[0].url or post.picture)
