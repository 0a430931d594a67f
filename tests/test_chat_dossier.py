"""/dossier and /digest in a simulated Discord."""

from sqlalchemy import Engine

from bot.chat import embeds
from bot.views.message import Message
from bot.views.post import Button, Post
from tests.chat import chat, shown


async def test_a_dossier_has_the_whole_story_and_a_chart_with_words(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("dossier", room.reader, company="Clearview AI")
        said = shown(result)

    assert "Dossier: CLEARVIEW AI: €60,000,000 + £7,552,800" in said
    (picture,) = result.response.attachments
    assert picture.description
    assert result.response.embeds[0].image.url is not None


async def test_the_button_under_an_alert_shows_the_dossier_to_who_asks(storied: Engine) -> None:
    async with chat(storied) as room:
        offered = await room.reader.autocomplete(room.channel, "dossier", "company", "clearview")
        assert offered[0]["name"] == "CLEARVIEW AI"
        post = Post(
            (Message("CNIL fines CLEARVIEW AI", url="https://www.cnil.fr/fr/x"),),
            (Button("Dossier", action="dossier:1"),),
        )
        channel = room.env.bot.get_partial_messageable(room.channel.id)
        await channel.send(embeds=embeds.embeds(post), view=embeds.buttons(post.buttons))
        await room.env.restart_bot()
        result = await room.reader.click(room.channel.last_message, label="Dossier")

    assert result.ephemeral
    assert shown(result).lstrip().startswith("Dossier: ")


async def test_a_day_that_is_none_is_refused_with_how_to_write_one(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("dossier", company="Clearview AI", as_of="yesterday")

    assert "Please write a day like 2024-06-01." in shown(result)


async def test_a_week_without_news_is_one_line(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("digest now", room.reader, week="2026-W46")

    assert "Week 2026-W46" in shown(result)


async def test_a_week_that_is_none_is_refused(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("digest now", week="soon")

    assert result.ephemeral
    assert "write it as 2026-W47" in shown(result)


async def test_the_digest_is_scheduled_and_put_off(engine: Engine) -> None:
    async with chat(engine) as room:
        said = shown(await room.ask("digest schedule", day=4, hour=17))
        assert "Weekly digest: Friday at 17:00 (UTC). Choose a channel with /setup first." in said
        await room.ask("digest off")

    assert room.room().digest_weekday is None


async def test_the_schedule_is_for_those_who_may_change_settings(engine: Engine) -> None:
    async with chat(engine) as room:
        result = await room.ask("digest off", room.reader)

    assert "Only members with Manage Server" in shown(result)
    assert room.room().digest_weekday == 0
