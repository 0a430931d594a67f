"""The real process with a Discord on this machine, gateway and all: commands, alerts, and what breaks in between."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.loopback.authority import Authority, authority
from tests.loopback.discord import AWAY, CHANNEL, LIMITED, TOKEN, Discord, Fault, discord
from tests.loopback.interactions import Asked
from tests.test_bot_process import ALERT, Site, line, process, stopped


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
async def server(site: Site) -> AsyncIterator[Authority]:
    async with authority(site.answer) as server:
        yield server


@pytest.fixture
async def chat() -> AsyncIterator[Discord]:
    async with discord() as server:
        yield server


@pytest.fixture
def settings(home: Path, server: Authority, chat: Discord) -> dict[str, str]:
    """The whole environment of the process."""
    return {
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "FINEWATCH_AUTHORITIES": "cnil",
        "FINEWATCH_CONTACT": "desk@example.org",
        "FINEWATCH_POLL_MINUTES": "0.005",
        "FINEWATCH_DATA_DIR": str(home / "data"),
        "FINEWATCH_LOOPBACK_AUTHORITIES": f"www.cnil.fr={server.address},echanges.dila.gouv.fr={server.address}",
        "FINEWATCH_DISCORD_TOKEN": TOKEN,
        "FINEWATCH_ALERT_CHANNEL_ID": str(CHANNEL),
        "FINEWATCH_DISCORD_API_URL": chat.address,
        "FINEWATCH_DISCORD_GATEWAY_URL": chat.gateway_address,
    }


async def answered(asked: Asked) -> str:
    """The first line of the answer."""
    async with asyncio.timeout(20):
        await asked.answered.wait()
    assert asked.shown is not None
    embeds = asked.shown.get("embeds") or [{"title": ""}]
    return str(asked.shown.get("content") or embeds[0]["title"])


async def arrived(chat: Discord) -> None:
    """The alert stands in the channel."""
    async with asyncio.timeout(40):
        while ALERT not in chat.titles(CHANNEL):
            chat.arrived.clear()
            await chat.arrived.wait()


async def test_it_signs_in_offers_its_commands_and_answers(
    tmp_path: Path, settings: dict[str, str], chat: Discord
) -> None:
    async with process(tmp_path, settings, "run") as running:
        await chat.gateway.until(signed_in=1)
        asked = await chat.ask("totals", company="Clearview AI")
        said = await answered(asked)
        code, _ = await stopped(running)

    assert code == 0
    assert chat.interactions.puts == 1
    assert {"totals", "setup", "track", "help"} <= {command["name"] for command in chat.interactions.commands}
    assert "EUR 60,000,000 + GBP 7,552,800" in said
    assert asked.acknowledged is not None
    assert asked.acknowledged - asked.at < 3


async def test_commands_are_put_only_when_they_changed(tmp_path: Path, settings: dict[str, str], chat: Discord) -> None:
    for times in (1, 2):
        async with process(tmp_path, settings, "run") as running:
            await chat.gateway.until(signed_in=times)
            await stopped(running)

    assert chat.interactions.puts == 1


async def test_commands_that_discord_refuses_leave_the_bot_at_work(
    tmp_path: Path, settings: dict[str, str], chat: Discord
) -> None:
    chat.interactions.refusal = (400, {"message": "Max number of daily application command creates", "code": 30034})
    async with process(tmp_path, settings, "run") as running:
        await chat.gateway.until(signed_in=1)
        code, _ = await stopped(running)

    assert code == 0


async def test_an_alert_has_buttons_that_work(
    tmp_path: Path, settings: dict[str, str], chat: Discord, site: Site
) -> None:
    async with process(tmp_path, settings, "run") as running:
        await chat.gateway.until(signed_in=1)
        await line(running, "CNIL news: first visit")
        site.is_published = True
        await arrived(chat)
        message = next(each for each in chat.messages[str(CHANNEL)] if each["embeds"])
        buttons = {each["label"]: each for each in message["sent"]["components"][0]["components"]}
        told = {key: value for key, value in message.items() if key not in ("sent", "edits")}
        dossier = await chat.press(told, buttons["Dossier"]["custom_id"])
        said = await answered(dossier)
        await stopped(running)

    assert buttons["Source"]["url"].startswith("https://www.cnil.fr/")
    assert said.casefold().startswith("dossier: france travail")


async def test_a_dropped_connection_is_resumed_and_what_was_asked_meanwhile_is_answered(
    tmp_path: Path, settings: dict[str, str], chat: Discord
) -> None:
    async with process(tmp_path, settings, "run") as running:
        await chat.gateway.until(signed_in=1)
        chat.gateway.drop()
        asked = await chat.ask("sources")
        await chat.gateway.until(signed_in=1, resumed=1)
        said = await answered(asked)
        await stopped(running)

    assert chat.gateway.signed_in == 1
    assert "source" in said


async def test_a_session_that_cannot_be_resumed_is_begun_again(
    tmp_path: Path, settings: dict[str, str], chat: Discord
) -> None:
    async with process(tmp_path, settings, "run") as running:
        await chat.gateway.until(signed_in=1)
        await chat.gateway.invalidate()
        await chat.gateway.until(signed_in=2)
        said = await answered(await chat.ask("help"))
        await stopped(running)

    assert chat.interactions.puts == 1
    assert said == "Sanctions, told as they are published"


async def test_without_a_gateway_at_the_start_alerts_go_out_and_commands_come_later(
    tmp_path: Path, settings: dict[str, str], chat: Discord, site: Site
) -> None:
    chat.gateway.outage = True
    async with process(tmp_path, settings, "run") as running:
        await line(running, "CNIL news: first visit")
        site.is_published = True
        await chat.gateway.until(refused=1)
        await arrived(chat)
        chat.gateway.outage = False
        await chat.gateway.until(signed_in=1)
        said = await answered(await chat.ask("help"))
        code, _ = await stopped(running)

    assert code == 0
    assert said == "Sanctions, told as they are published"


@pytest.mark.parametrize("command", ["export", "help"])
async def test_a_reply_whose_answer_was_lost_does_not_end_the_command(
    tmp_path: Path, settings: dict[str, str], chat: Discord, command: str
) -> None:
    async with process(tmp_path, settings, "run") as running:
        await chat.gateway.until(signed_in=1)
        chat.interactions.lost = 1
        asked = await chat.ask(command)
        async with asyncio.timeout(30):
            await asked.answered.wait()
            await asked.repeated.wait()
        await answered(await chat.ask("sources"))
        await stopped(running)

    assert asked.repeats == 1
    assert asked.shown is not None
    assert bool(asked.shown.get("files")) is (command == "export")


async def test_a_refused_token_leaves_polling_at_work(tmp_path: Path, settings: dict[str, str], chat: Discord) -> None:
    async with process(tmp_path, settings | {"FINEWATCH_DISCORD_TOKEN": "wrong"}, "run") as running:
        await line(running, "CNIL news: first visit")
        code, _ = await stopped(running)

    assert (code, chat.gateway.signed_in) == (0, 0)


@pytest.mark.parametrize(
    "fault",
    [LIMITED, AWAY, Fault(500), Fault(502, stored=True), Fault(503, stored=True), Fault(200, drop=True)],
    ids=["429", "503", "500", "502 after it was stored", "503 after it was stored", "dropped"],
)
async def test_whatever_discord_answers_first_the_alert_is_there_once(
    tmp_path: Path, settings: dict[str, str], chat: Discord, site: Site, fault: Fault
) -> None:
    async with process(tmp_path, settings, "run") as running:
        await line(running, "CNIL news: first visit")
        chat.order(CHANNEL, fault)
        site.is_published = True
        await arrived(chat)
        while chat.faults[str(CHANNEL)] or chat.posts < 2:
            await asyncio.wait_for(chat.arrived.wait(), 30)
            chat.arrived.clear()
        await stopped(running)

    assert chat.titles(CHANNEL) == [ALERT]


async def test_killed_the_moment_its_alert_was_stored_it_sends_none_twice_and_loses_none(
    tmp_path: Path, settings: dict[str, str], chat: Discord, site: Site
) -> None:
    async with process(tmp_path, settings, "run") as running:
        await line(running, "CNIL news: first visit")
        chat.order(CHANNEL, Fault(200, stored=True, drop=True))
        site.is_published = True
        await arrived(chat)
        running.kill()
    async with process(tmp_path, settings, "run") as running:
        await line(running, "CNIL news: ")
        await line(running, "CNIL news: ")
        await stopped(running)

    assert chat.titles(CHANNEL) == [ALERT]
    assert chat.posts >= 2
