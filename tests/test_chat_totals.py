"""/totals in a simulated Discord."""

from sqlalchemy import Engine

from tests.chat import chat, shown


async def test_the_sum_of_a_company_comes_with_what_must_stand_beside_it(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("totals", company="Clearview AI")

    assert not result.ephemeral
    assert "EUR 60,000,000 + GBP 7,552,800" in shown(result)
    assert "Definition: fines in force" in shown(result)


async def test_an_unknown_company_is_told_to_the_asker_alone(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("totals", company="Clearviewx @everyone")

    assert result.ephemeral
    assert "@everyone" not in shown(result)
    assert "Near are: CLEARVIEW AI" in shown(result)


async def test_pages_turn_also_after_a_restart(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("totals", by="year")
        first = shown(result)
        await room.env.restart_bot()
        await room.editor.click(result.response, label="▶")
        second = room.channel.last_message

    assert "page 1 of 2" in first
    assert "page 2 of 2" in second.embeds[0].title


async def test_companies_are_suggested_while_typing(storied: Engine) -> None:
    async with chat(storied) as room:
        found = await room.reader.autocomplete(room.channel, "totals", "company", "clear")

    assert [choice["name"] for choice in found] == ["CLEARVIEW AI"]


async def test_help_names_every_command(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("help", room.reader)
        names = {f"/{command.name}" for command in room.env.bot.tree.get_commands()}

    assert result.ephemeral
    assert all(name in shown(result) for name in names)
