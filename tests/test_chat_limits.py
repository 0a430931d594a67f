"""Whatever a text from outside holds, Discord takes what is made of it, and nobody is pinged by it."""

import re

import discord
from discord import app_commands
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat import embeds, suggest
from bot.commands import found
from bot.views import lists, rooms
from bot.views.message import Field, Message
from bot.views.post import MOST, Button, Post
from storage.database import open_database
from storage.newsrooms import Newsroom
from tests.chat import house_over

HOSTILE = st.one_of(
    st.text(max_size=600),
    st.sampled_from(
        ["@everyone " * 300, "<@&1>" * 900, "```" * 500, "a\u0301" * 2000, "👩‍👩‍👧‍👦" * 700, "\u202e" * 50, "", " "]
    ),
)
MESSAGES = st.builds(
    Message,
    HOSTILE,
    st.lists(st.builds(Field, HOSTILE, HOSTILE), max_size=30).map(tuple),
    st.sampled_from(["", "https://www.cnil.fr/fr/x", "javascript:alert(1)"]),
)
POSTS = st.builds(Post, st.lists(MESSAGES, min_size=1, max_size=14).map(tuple))


@settings(max_examples=40)
@given(POSTS)
def test_every_limit_of_a_message_is_kept(post: Post) -> None:
    shown = embeds.embeds(post)

    assert len(embeds.content(post) or "") <= 2000
    assert len(shown) <= MOST
    assert sum(len(embed) for embed in shown) <= 6000
    for embed in shown:
        assert 1 <= len(embed.title or "") <= 256
        assert len(embed.fields) <= 25
        assert all(1 <= len(field.name or "") <= 256 for field in embed.fields)
        assert all(1 <= len(field.value or "") <= 1024 for field in embed.fields)
    assert shown or embeds.content(post)


@settings(max_examples=40)
@given(POSTS, st.none() | st.integers(1, 2**63))
def test_nothing_pings_but_the_chosen_role(post: Post, role: int | None) -> None:
    chosen = Post(post.messages, mention_role=role)
    allowed = embeds.mentions(chosen).to_dict()

    assert allowed["parse"] == []
    assert allowed.get("roles", []) == ([role] if role else [])
    said = str([embed.to_dict() for embed in embeds.embeds(chosen)])
    assert not re.search(r"(?<!\\)@(everyone|here)", said)


@given(st.lists(HOSTILE, max_size=60))
def test_suggestions_are_at_most_25_of_at_most_100_characters(names: list[str]) -> None:
    offered = suggest.choices(names)

    assert len(offered) <= 25
    assert all(1 <= len(choice.name) <= 100 and 1 <= len(choice.value) <= 100 for choice in offered)


@given(HOSTILE)
def test_a_file_of_names_is_read_whatever_it_holds(text: str) -> None:
    names = lists.names_of(text)

    assert len(names) == len(set(names))
    assert len(embeds.embeds(Post((lists.watched(names),)))) <= 1


def test_a_list_of_names_is_read_without_heading_blanks_and_repeats() -> None:
    text = "Company;since\nACME S.p.A.;2020\n\nBolt, Ltd;2021\nACME S.p.A.;2022\n"

    assert lists.names_of(text) == ["ACME S.p.A.", "Bolt, Ltd"]


@given(st.text(max_size=200), st.sampled_from(rooms.ZONES))
def test_the_menus_of_the_set_up_fit(paused: str, zone: str) -> None:
    room = Newsroom(1, paused=paused, zone=zone)
    for step in (0, 1):
        for menu in rooms.menus(room, step):
            assert len(menu.options) <= 25
            assert len(menu.label) <= 150
            assert len(menu.action) <= 100
    assert len(rooms.settings(room)) <= 2000


async def test_buttons_keep_nothing_in_memory() -> None:
    view = embeds.buttons((Button("Source", url="https://www.cnil.fr"), Button("Mute", action="mute:1")))

    assert view is not None
    assert view.is_finished()
    assert [type(item) for item in view.children] == [discord.ui.Button, discord.ui.Button]


def test_every_command_is_within_discords_limits() -> None:
    for command in found(house_over(open_database("sqlite://"))):
        if isinstance(command, app_commands.ContextMenu):
            continue
        assert len(command.description) <= 100
        options = command.commands if isinstance(command, app_commands.Group) else [command]
        for each in options:
            assert len(each.description) <= 100
            assert isinstance(each, app_commands.Command)
            assert len(each.parameters) <= 25
            assert all(len(parameter.choices) <= 25 for parameter in each.parameters)
