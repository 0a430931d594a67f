"""The sender against a server on this machine that stands for Discord: what arrives, and what each refusal becomes."""

from collections.abc import AsyncIterator, Iterator

import pytest
from discord.http import Route

from bot.jobs.errors import GiveUpError, NoAccessError, RetryLaterError
from bot.sender import Discord as Sender
from bot.views.message import Field, Message
from bot.views.post import Button, Picture, Post
from tests.loopback.discord import (
    AWAY,
    BANNED,
    EVERYTHING,
    LIMITED,
    LIMITED_FOR_AN_HOUR,
    NO_ACCESS,
    NO_CHANNEL,
    TOKEN,
    Discord,
    Fault,
    discord,
)

CARD = Post((Message("CNIL fines ACME €1", (Field("Kind", "fine"),), "https://www.cnil.fr/fr/acme"),))


@pytest.fixture(autouse=True)
def restored_address() -> Iterator[None]:
    """The library keeps its address in a class."""
    before = Route.BASE
    yield
    Route.BASE = before


@pytest.fixture
async def server() -> AsyncIterator[Discord]:
    async with discord() as server:
        yield server


@pytest.fixture
async def sender(server: Discord) -> AsyncIterator[Sender]:
    async with Sender(TOKEN, server.address) as sender:
        yield sender


async def test_an_alert_arrives_as_a_card_that_pings_nobody(server: Discord, sender: Sender) -> None:
    message_id = await sender("discord:5", CARD, "nonce-1")

    (message,) = server.messages["5"]
    assert message["id"] == message_id
    assert message["sent"]["allowed_mentions"] == {"parse": []}
    (embed,) = message["sent"]["embeds"]
    assert (embed["title"], embed["url"]) == ("CNIL fines ACME €1", "https://www.cnil.fr/fr/acme")
    assert embed["fields"] == [{"name": "Kind", "value": "fine", "inline": False}]


async def test_a_line_arrives_as_plain_words(server: Discord, sender: Sender) -> None:
    await sender("discord:5", Post((Message("*CNIL* can be read again"),)), "nonce-1")

    assert server.messages["5"][0]["content"] == r"\*CNIL\* can be read again"


async def test_the_same_nonce_makes_one_message(server: Discord, sender: Sender) -> None:
    first = await sender("discord:5", CARD, "nonce-1")

    assert await sender("discord:5", CARD, "nonce-1") == first
    assert len(server.messages["5"]) == 1


async def test_a_message_that_was_stored_before_its_answer_was_lost_is_not_doubled(
    server: Discord, sender: Sender
) -> None:
    server.order(5, Fault(503, stored=True))
    with pytest.raises(RetryLaterError, match="503"):
        await sender("discord:5", CARD, "nonce-1")
    await sender("discord:5", CARD, "nonce-1")

    assert len(server.messages["5"]) == 1


async def test_a_short_limit_is_waited_for(server: Discord, sender: Sender) -> None:
    server.order(5, LIMITED)
    await sender("discord:5", CARD, "nonce-1")

    assert server.posts == 2


@pytest.mark.parametrize(
    ("fault", "after"), [(LIMITED_FOR_AN_HOUR, 3600.0), (BANNED, 600.0), (AWAY, None), (Fault(200, drop=True), None)]
)
async def test_trouble_that_passes_asks_to_come_back(
    server: Discord, sender: Sender, fault: Fault, after: float | None
) -> None:
    server.order(5, fault)
    with pytest.raises(RetryLaterError) as raised:
        await sender("discord:5", CARD, "nonce-1")

    assert raised.value.after == after


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (NO_ACCESS, "no access to the channel"),
        (NO_CHANNEL, "no such channel"),
    ],
)
async def test_a_closed_channel_is_named_so_that_its_messages_wait(
    server: Discord, sender: Sender, fault: Fault, words: str
) -> None:
    server.order(5, fault)
    with pytest.raises(NoAccessError, match=words):
        await sender("discord:5", CARD, "nonce-1")


async def test_a_message_that_is_not_valid_is_given_up(server: Discord, sender: Sender) -> None:
    server.order(5, Fault(400, {"message": "Invalid Form Body", "code": 50035}))
    with pytest.raises(GiveUpError, match="50035"):
        await sender("discord:5", CARD, "nonce-1")


async def test_an_answer_that_is_not_understood_is_not_sent_again(server: Discord, sender: Sender) -> None:
    server.order(5, Fault(200, {"a message": "of another kind"}, stored=True))
    with pytest.raises(GiveUpError, match="may be there"):
        await sender("discord:5", CARD, "nonce-1")


async def test_a_wrong_token_keeps_the_promise_and_says_what_to_do(server: Discord) -> None:
    async with Sender("wrong", server.address) as sender:
        with pytest.raises(RetryLaterError, match="FINEWATCH_DISCORD_TOKEN"):
            await sender("discord:5", CARD, "nonce-1")


async def test_nobody_listening_asks_to_come_back() -> None:
    async with Sender(TOKEN, "http://127.0.0.1:9/api/v10") as sender:
        with pytest.raises(RetryLaterError, match="cannot be reached"):
            await sender("discord:5", CARD, "nonce-1")


async def test_missing_permissions_are_named(server: Discord, sender: Sender) -> None:
    assert await sender.missing(5) == []
    server.permissions = str(1 << 10)

    assert await sender.missing(5) == ["send_messages", "embed_links", "attach_files"]


async def test_a_channel_that_is_not_there_is_said(server: Discord, sender: Sender) -> None:
    server.order(5, NO_CHANNEL)

    with pytest.raises(NoAccessError, match="no such channel"):
        await sender.missing(5)


async def test_the_invitation_asks_for_the_least(sender: Sender) -> None:
    address = await sender.invite()

    assert "client_id=100" in address
    assert "scope=bot+applications.commands" in address
    assert f"permissions={EVERYTHING}" in address


async def test_buttons_a_picture_a_reply_and_a_role_arrive(server: Discord, sender: Sender) -> None:
    buttons = (Button("Source", url="https://www.cnil.fr/fr/acme"), Button("Mute", action="mute:7"))
    picture = Picture("fines.png", b"\x89PNG", "Fines of the week: €1")
    post = Post(CARD.messages, buttons, picture, mention_role=42, reply_to="900")
    await sender("discord:5", post, "nonce-1")
    (sent,) = [message["sent"] for message in server.messages["5"]]

    assert [button.get("url") or button["custom_id"] for button in sent["components"][0]["components"]] == [
        "https://www.cnil.fr/fr/acme",
        "mute:7",
    ]
    assert sent["files"] == [{"name": "fines.png", "bytes": b"\x89PNG"}]
    assert sent["attachments"][0]["description"] == "Fines of the week: €1"
    assert sent["message_reference"]["message_id"] == 900
    assert not sent["message_reference"]["fail_if_not_exists"]
    assert (sent["content"], sent["allowed_mentions"]) == ("<@&42>", {"parse": [], "roles": [42]})


async def test_an_edit_takes_the_place_of_the_first_message_and_a_deleted_one_is_left(
    server: Discord, sender: Sender
) -> None:
    first = await sender("discord:5", CARD, "nonce-1")
    mended = Post((Message("CNIL fines ACME €2", url="https://www.cnil.fr/fr/acme"),), edits=first)

    assert await sender("discord:5", mended, "nonce-2") == first
    assert server.titles(5) == ["CNIL fines ACME €2"]
    assert await sender("discord:5", Post(mended.messages, edits="12345"), "nonce-3") == "12345"
