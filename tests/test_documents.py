"""The documents tell the truth: README, examples, settings and the Makefile are held to the code."""

import re
import types
from datetime import date
from pathlib import Path

import pytest
from discord.app_commands import ContextMenu, Group
from sqlalchemy import Engine
from typer.main import get_command

from bot.cli import discover
from bot.commands import found
from bot.settings import PREFIX, Settings, load_settings
from scrapers.adapter import Adapter
from scrapers.decision import Money
from scrapers.harvest import Read, harvest
from scrapers.normalise import Accepted
from scrapers.recorded import RecordedPages
from scrapers.registry import adapters
from storage.database import open_database
from tests.chat import chat, house_over, shown

HOME = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in (HOME / "docs").glob("*.md"))]


def text_of(name: str) -> str:
    return (HOME / name).read_text(encoding="utf-8")


def test_the_readme_lists_every_command_and_no_other() -> None:
    listed = re.findall(r"^\| `finewatch ([a-z]+)`", text_of("README.md"), re.MULTILINE)
    known = get_command(discover()).commands  # type: ignore[attr-defined]

    assert sorted(listed) == sorted(known)


def test_the_readme_lists_every_slash_command_with_its_ways_and_no_other() -> None:
    rows = re.findall(r"^\| `/(\w+)`([^|]*)\|", text_of("README.md"), re.MULTILINE)
    listed = {name: sorted(re.findall(r"\w+", ways)) for name, ways in rows}
    offered = [each for each in found(house_over(open_database("sqlite://"))) if not isinstance(each, ContextMenu)]
    known = {
        each.name: sorted(way.name for way in each.commands) if isinstance(each, Group) else [] for each in offered
    }

    assert listed == known


def test_the_readme_says_how_to_correct_an_alert() -> None:
    menus = [each for each in found(house_over(open_database("sqlite://"))) if isinstance(each, ContextMenu)]

    assert menus
    assert [menu.name for menu in menus if f"**{menu.name}**" not in text_of("README.md")] == []


def test_every_picture_of_the_readme_has_words_for_who_cannot_see_it() -> None:
    pictures = re.findall(r"<img ([^>]*)>", text_of("README.md"))

    assert len(pictures) >= 3
    assert [picture for picture in pictures if not re.search(r'alt="[^"]{60,}"', picture)] == []


def test_the_readme_lists_every_authority_with_its_terms() -> None:
    rows = re.findall(r"^\| ([A-Z]+) \|(.*)\|$", text_of("README.md"), re.MULTILINE)

    assert sorted(code for code, _ in rows) == sorted(adapters())
    assert all(len(row.split("|")) == 5 for _, row in rows)


def test_the_first_commands_of_the_readme_are_run_and_test() -> None:
    assert re.findall(r"^make (\w+)", text_of("README.md"), re.MULTILINE)[:2] == ["run", "test"]


def test_ci_calls_the_test_command_of_the_readme() -> None:
    assert re.search(r"^make test$", text_of(".ci/run"), re.MULTILINE)


def test_every_setting_stands_in_the_example_with_a_line_on_its_value() -> None:
    lines = text_of(".env.example").splitlines()
    settings = [(number, line.partition("=")[0]) for number, line in enumerate(lines) if line.startswith(PREFIX)]

    assert sorted(name for _, name in settings) == sorted(PREFIX + name.upper() for name in Settings.model_fields)
    assert [name for number, name in settings if not lines[number - 1].startswith("# ")] == []


def test_the_example_settings_are_accepted_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.joinpath(".env").write_text(text_of(".env.example"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert load_settings() == Settings()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_link_to_a_file_leads_to_a_file(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text_of(name))

    assert [link for link in links if not (HOME / name).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_make_target_that_a_document_names_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text_of(name), re.MULTILINE))

    assert named - targets == set()


def worked_example(document: str) -> types.ModuleType:
    match = re.search(r"```python\n(.*?)```", text_of(document), re.DOTALL)
    assert match
    module = types.ModuleType("worked_example")
    exec(match[1], module.__dict__)  # noqa: S102 - our own document, so that it cannot go stale
    return module


def worked_adapter() -> Adapter:
    adapter = worked_example("docs/adding-an-authority.md").ADAPTER
    assert isinstance(adapter, Adapter)
    return adapter


async def test_the_worked_example_reads_a_fine() -> None:
    adapter = worked_adapter()
    pages = RecordedPages((HOME / "tests" / "fixtures" / "worked_example",))
    results = [
        r async for r in harvest(adapter, adapter.sources[0], pages, today=date(2024, 9, 3), is_known=lambda _: False)
    ]
    outcomes = [result.outcome for result in results if isinstance(result, Read)]

    assert len(outcomes) == 1
    assert isinstance(outcomes[0], Accepted)
    assert [(s.party, s.money) for s in outcomes[0].decision.sanctions if s.kind == "fine"] == [
        ("Clearview AI", Money.of("30500000", "EUR"))
    ]


async def test_the_worked_example_of_a_slash_command_answers(storied: Engine) -> None:
    async with chat(storied) as room:
        (command,) = worked_example("docs/adding-a-command.md").commands(room.house)
        room.env.bot.tree.add_command(command)
        await room.env.bot.tree.sync()
        result = await room.ask(command.name, room.reader)

    assert "first seen 2026-02-10" in shown(result)
