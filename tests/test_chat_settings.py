"""/track, /alerts, /sources and /export in a simulated Discord."""

from sqlalchemy import Engine

from storage import newsrooms
from storage.database import reading, transaction
from storage.register import subscriptions
from storage.tables import CompanyRow
from tests.chat import NOON, Chat, chat, shown


def tracked(room: Chat, guild_id: int | None = None) -> list[str]:
    with reading(room.house.desk.engine) as db:
        return [company.name for company in subscriptions.tracked(db, room.guild.id if guild_id is None else guild_id)]


async def test_a_tracked_company_is_on_the_list_of_this_server_alone(engine: Engine) -> None:
    async with chat(engine) as room:
        result = await room.ask("track add", company="Free Mobile")

        assert result.ephemeral
        assert tracked(room) == ["Free Mobile"]
        assert tracked(room, subscriptions.HOUSE) == []
        assert tracked(room, 12345) == []
        assert "Free Mobile" in shown(await room.ask("track list"))


async def test_a_name_of_nobody_is_refused(engine: Engine) -> None:
    async with chat(engine) as room:
        assert "names no company" in shown(await room.ask("track add", company="X"))


async def test_a_company_is_taken_off_again(engine: Engine) -> None:
    async with chat(engine) as room:
        await room.ask("track add", company="Free Mobile")
        offered = await room.editor.autocomplete(room.channel, "track remove", "company", "fre")
        await room.ask("track remove", company=offered[0]["value"])

        assert tracked(room) == []
        assert "is not on the watch-list" in shown(await room.ask("track remove", company="Free Mobile"))


async def test_settings_are_refused_to_a_member_who_may_only_see_the_command(engine: Engine) -> None:
    async with chat(engine) as room:
        await room.opened("track", room.reader)
        await room.opened("alerts", room.reader)

        assert "Only members with Manage Server" in shown(await room.ask("track add", room.reader, company="Meta"))
        assert "Only members with Manage Server" in shown(await room.ask("alerts threshold", room.reader, euros=5))
        assert tracked(room) == []


async def test_what_is_told_is_set_and_shown(storied: Engine) -> None:
    async with chat(storied) as room:
        await room.ask("alerts threshold", euros=50_000)
        await room.ask("alerts kinds", kind="reprimand", wanted=False)
        await room.ask("alerts authorities", authority="ico", wanted=False)
        said = shown(await room.ask("alerts timing", at_once=False))

    assert "Fines: from ≈ €50,000" in said
    assert "reprimand" not in said
    assert "Authorities: CNIL, GARANTE, HDPA" in said
    assert "in the weekly digest only" in said
    assert not room.room().at_once


async def test_a_kind_put_back_makes_the_list_whole_again(engine: Engine) -> None:
    async with chat(engine) as room:
        await room.ask("alerts kinds", kind="order", wanted=False)
        await room.ask("alerts kinds", kind="order", wanted=True)

    assert room.room().kinds == ()


async def test_everybody_cannot_be_mentioned_but_a_role_can(engine: Engine) -> None:
    async with chat(engine) as room:
        desk = room.guild.create_role("Desk")
        await room.ask("alerts mention", role=desk)
        refused = await room.ask("alerts mention", role=room.guild.default_role)

    assert room.room().mention_role_id == desk.id
    assert "cannot be mentioned" in shown(refused)


async def test_a_muted_company_is_told_again(engine: Engine) -> None:
    async with chat(engine) as room:
        with transaction(engine) as db:
            db.add(CompanyRow(id=7, key="acme", name="ACME", created_at=NOON))
            db.flush()
            newsrooms.mute(db, room.guild.id, 7, "editor", NOON)
        assert "Muted: ACME" in shown(await room.ask("alerts show"))
        await room.ask("alerts unmute", company="ACME")

        assert "Muted" not in shown(await room.ask("alerts show"))


async def test_sources_that_were_never_visited_are_said_so(engine: Engine) -> None:
    async with chat(engine) as room:
        assert "No source was visited yet" in shown(await room.ask("sources", room.reader))


async def test_an_export_is_a_file_for_the_asker(storied: Engine) -> None:
    async with chat(storied) as room:
        result = await room.ask("export", room.reader, authority="HDPA")
        (file,) = result.response.attachments
        text = (await file.read()).decode()

    assert result.ephemeral
    assert file.filename == "finewatch-hdpa-2026-11-20.csv"
    assert text.startswith("authority,key,reference")
    assert text.count("\nHDPA,") > 5


async def test_nothing_to_export_is_said(engine: Engine) -> None:
    async with chat(engine) as room:
        assert "No sanction" in shown(await room.ask("export"))


async def test_a_file_of_names_is_put_on_the_list(engine: Engine) -> None:
    text = "Company;since\nACME S.p.A.;2020\nX;2021\nBolt Ltd;2022\n"
    async with chat(engine) as room:
        said = shown(await room.ask("track import", file=("names.csv", text.encode())))

        assert tracked(room) == ["ACME S.p.A.", "Bolt Ltd"]
    assert "2 companies added, 1 refused" in said
    assert "because they name nobody: X" in said


async def test_a_file_that_is_no_text_is_refused_with_what_to_do(engine: Engine) -> None:
    async with chat(engine) as room:
        result = await room.ask("track import", file=("names.xls", b"\xff\xfe\x00"))

    assert "CSV UTF-8" in shown(result)
