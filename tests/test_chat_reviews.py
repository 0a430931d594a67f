"""/reviews in a simulated Discord: questions are shown to managers, answered in the editors' server alone."""

from dataclasses import replace

from sqlalchemy import Engine

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, reviews
from storage.database import reading, transaction
from tests.chat import NOON, Chat, chat, shown

FINE = Sanction(party="ACME", kind=Kind.FINE, money=Money.of("50000", "EUR"), evidence=Evidence(words="une amende"))
ACT = Decision(
    authority="CNIL", key="SAN-2026-950", reference="SAN-2026-950", url="https://www.cnil.fr/fr/acme", title="ACME",
    language="fr", decided_on=NOON.date(), sanctions=(FINE,),
)  # fmt: skip


def question(engine: Engine) -> int:
    with transaction(engine) as db:
        number = reviews.ask(
            db, authority="CNIL", key=ACT.key, url=ACT.url, title="ACME sanctionnée", reasons=["two sums are named"],
            reading=ACT.model_dump_json(), now=NOON,
        )  # fmt: skip
    assert number is not None
    return number


def in_the_editors_server(room: Chat) -> None:
    room.env.bot.house = replace(room.house, editors=room.guild.id)


async def test_questions_are_listed_and_shown_with_their_reasons(engine: Engine) -> None:
    number = question(engine)
    async with chat(engine) as room:
        listed = shown(await room.ask("reviews list"))
        whole = await room.ask("reviews show", number=number)

    assert "ACME sanctionnée: two sums are named" in listed
    assert "Why: two sums are named" in shown(whole)
    assert "€50,000" in shown(whole)
    assert whole.ephemeral


async def test_an_answer_in_another_server_is_refused_with_where_it_can_be_given(engine: Engine) -> None:
    number = question(engine)
    async with chat(engine) as room:
        said = shown(await room.ask("reviews accept", number=number))

    assert "FINEWATCH_EDITORS_GUILD_ID" in said
    with reading(engine) as db:
        assert len(reviews.waiting(db)) == 1


async def test_an_editor_accepts_with_name_and_time(engine: Engine) -> None:
    number = question(engine)
    async with chat(engine) as room:
        in_the_editors_server(room)
        said = shown(await room.ask("reviews accept", number=number, note="checked"))

    assert "accepted by editor" in said
    with reading(engine) as db:
        assert decisions.find(db, "CNIL", ACT.key) is not None
        assert reviews.get(db, number).author == "editor in Discord"


async def test_an_editor_corrects_a_sum(engine: Engine) -> None:
    number = question(engine)
    async with chat(engine) as room:
        in_the_editors_server(room)
        await room.ask("reviews edit", number=number, amount="EUR 60000")
        refused = shown(await room.ask("reviews edit", number=number, amount="sixty"))

    assert "nothing changes" not in refused
    with reading(engine) as db:
        stored = decisions.find(db, "CNIL", ACT.key)
    assert stored is not None
    assert stored.decision.sanctions[0].money == Money.of("60000", "EUR")


async def test_an_editor_rejects_with_a_reason(engine: Engine) -> None:
    number = question(engine)
    async with chat(engine) as room:
        in_the_editors_server(room)
        said = shown(await room.ask("reviews reject", number=number, note="a misprint"))

    assert "nothing is stored" in said


async def test_a_member_who_may_only_see_the_command_cannot_answer(engine: Engine) -> None:
    number = question(engine)
    async with chat(engine) as room:
        in_the_editors_server(room)
        await room.opened("reviews", room.reader)
        said = shown(await room.ask("reviews accept", room.reader, number=number))

    assert "Only members with Manage Server" in said


async def test_a_number_of_nothing_is_said(engine: Engine) -> None:
    async with chat(engine) as room:
        assert "/reviews list shows" in shown(await room.ask("reviews show", number=99))
