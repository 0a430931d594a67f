"""/totals in a simulated Discord."""

from discord import app_commands
from sqlalchemy import Engine

from tests.chat import chat, shown


async def test_the_sum_of_a_company_comes_with_what_must_stand_beside_it(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("totals", company="Clearview AI")

    assert not result.ephemeral
    assert "EUR 60,000,000 + GBP 7,552,800" in shown(result)
    assert "Definition: fines in force" in shown(result)
    assert "Of which under challenge: 1, GBP 7,552,800" in shown(result)
    assert "Beside them, periodic penalties: EUR 5,200,000" in shown(result)


async def test_an_unknown_company_is_told_to_the_asker_alone(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("totals", company="Clearviewx @everyone")
        near = shown(await room.ask("totals", company="Cleerview AI"))

    assert result.ephemeral
    assert "@everyone" not in shown(result)
    assert "Near are: CLEARVIEW AI" in near


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
        offered = room.env.bot.tree.get_commands()
    names = {f"/{command.name}" for command in offered if not isinstance(command, app_commands.ContextMenu)}

    assert result.ephemeral
    assert all(name in shown(result) for name in names)


async def test_sums_of_an_article_and_an_authority_that_nobody_knows(storied: Engine) -> None:
    async with chat(storied) as room:
        by_article = shown(await room.ask("totals", authority="CNIL", by="article"))
        unknown = await room.ask("totals", authority="CNUL")

    assert "GDPR 32" in by_article
    assert unknown.ephemeral
    assert "near are CNIL" in shown(unknown)
