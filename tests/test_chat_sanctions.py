"""/sanctions and /sanction, and what is done from an alert, in a simulated Discord."""

from typing import Any

from sqlalchemy import Engine

from bot.chat import embeds
from bot.jobs import letters
from bot.views.post import Button
from storage import decisions, newsrooms, outbox, reviews
from storage.database import reading, transaction
from tests.chat import NOON, Chat, chat, shown


async def alert(room: Chat, key: str = "SAN-2022-019") -> Any:
    """The alert of a decision in the news channel, as the sender posts it."""
    client = room.env.bot
    with transaction(room.house.desk.engine) as db:
        stored = decisions.find(db, "CNIL", key)
        assert stored is not None
        outbox.promise(db, f"discord:{room.channel.id}", "alert", str(stored.id), decision_id=stored.id, now=NOON)
        (owed,) = outbox.due(db, NOON)
    post = letters.write(room.house.desk, (owed,), {})
    assert post is not None
    channel = client.get_partial_messageable(room.channel.id)
    sent = await channel.send(embeds=embeds.embeds(post), view=embeds.buttons(post.buttons))
    with transaction(room.house.desk.engine) as db:
        outbox.kept(db, owed.id, str(sent.id), NOON)
    return room.channel.last_message


async def test_the_last_decisions_come_in_pages(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("sanctions latest", room.reader, authority="CNIL")
        await room.reader.click(result.response, label="▶")

    assert "page 2 of" in room.channel.last_message.embeds[0].title


async def test_a_search_joins_words_sums_and_days(storied: Engine) -> None:
    async with chat(storied) as room:
        asked = {"company": "Clearview AI", "least": 1_000_000, "since": "2022-01-01", "until": "2022-12-31"}
        said = shown(await room.ask("sanctions search", room.reader, **asked))
        nothing = shown(await room.ask("sanctions search", room.reader, words="Unknown'; --"))

    assert "Found: 3 decisions" in said
    assert "no decision is known that fits" in nothing


async def test_a_search_by_a_day_that_is_none_says_how_to_write_one(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("sanctions search", room.reader, since="last year")

    assert result.ephemeral
    assert "Please write a day like 2024-06-01." in shown(result)


async def test_one_decision_is_chosen_while_typing_and_shown_whole(storied: Engine) -> None:
    async with chat(storied) as room:
        found = await room.reader.autocomplete(room.channel, "sanction", "reference", "SAN-2022-019")
        said = shown(await room.ask("sanction", room.reader, reference=found[0]["value"]))

    assert "CNIL fines CLEARVIEW AI €20,000,000" in said
    assert "In all: CLEARVIEW AI: €60,000,000 + £7,552,800" in said


async def test_a_decision_that_is_not_there_is_said(storied: Engine) -> None:
    async with chat(storied) as room:
        assert "is known" in shown(await room.ask("sanction", room.reader, reference="CNIL nothing"))


async def test_mute_under_an_alert_ends_alerts_of_the_company_here(storied: Engine) -> None:
    async with chat(storied) as room:
        message = await alert(room)
        await room.env.restart_bot()
        result = await room.editor.click(message, label="Mute")

    assert "is muted" in shown(result)
    with reading(storied) as db:
        assert [company.name for company in newsrooms.muted(db, room.guild.id)] == ["CLEARVIEW AI"]


async def test_mute_is_for_those_who_may_change_settings(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.reader.click(await alert(room), label="Mute")

    assert "Only members with Manage Server" in shown(result)
    with reading(storied) as db:
        assert newsrooms.muted(db, room.guild.id) == []


async def test_correct_this_becomes_a_question_that_no_reading_takes_back(storied: Engine) -> None:
    async with chat(storied) as room:
        form = await room.reader.context_menu(room.channel, "Correct this", await alert(room))
        answer = await room.reader.submit_modal(form, {"wrong": "It was 19 October."})

    assert "question 1 for the editors" in shown(answer)
    with transaction(storied) as db:
        reviews.withdraw(db, "CNIL", ["SAN-2022-019"])
        (question,) = reviews.waiting(db)
    assert question.reasons == ("reader says: It was 19 October.",)


async def test_correct_this_on_another_message_is_refused(storied: Engine) -> None:
    async with chat(storied) as room:
        await room.reader.send(room.channel, "hello")
        result = await room.reader.context_menu(room.channel, "Correct this", room.channel.last_message)

    assert "not an alert" in shown(result)


async def test_a_button_of_an_older_version_says_so(storied: Engine) -> None:
    async with chat(storied) as room:
        channel = room.env.bot.get_partial_messageable(room.channel.id)
        await channel.send("an old alert", view=embeds.buttons((Button("Follow", action="follow:3"),)))
        result = await room.reader.click(room.channel.last_message, label="Follow")

    assert result.ephemeral
    assert "does nothing any more" in shown(result)
