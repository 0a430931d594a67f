"""The house's law as one table: which part may import what. The message names the file and the import."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
OURS = ("bot", "scrapers", "storage")

LAW: dict[str, tuple[set[str], set[str]]] = {
    # part (longest match counts)   own modules it may import                 third-party it may import
    "scrapers/decision.py": (set(), {"pydantic"}),
    "scrapers/errors.py": (set(), set()),
    "scrapers/adapter.py": ({"scrapers.decision"}, set()),
    "scrapers/authorities": (
        {"scrapers.adapter", "scrapers.decision", "scrapers.documents", "scrapers.errors", "scrapers.meaning"},
        {"bs4"},
    ),
    "scrapers/documents": (
        {"scrapers.adapter", "scrapers.documents", "scrapers.errors"},
        {"bs4", "feedparser", "lxml", "pypdfium2", "tesserocr"},
    ),
    "scrapers/meaning": (
        {"scrapers.adapter", "scrapers.decision", "scrapers.errors", "scrapers.meaning"},
        {"text_to_num"},
    ),
    "scrapers/normalise.py": (
        {"scrapers.adapter", "scrapers.checks", "scrapers.decision", "scrapers.overrides", "scrapers.rounding"},
        set(),
    ),
    "scrapers/overrides.py": ({"scrapers.decision"}, {"pydantic"}),
    "scrapers/fetch.py": (
        {"scrapers.adapter", "scrapers.documents", "scrapers.errors", "scrapers.transport"},
        {"httpx"},
    ),
    "scrapers/transport.py": ({"scrapers.errors"}, {"httpx", "httpx_retries", "hishel", "aiolimiter"}),
    "scrapers/harvest.py": (
        {"scrapers.adapter", "scrapers.attachments", "scrapers.errors", "scrapers.normalise"},
        set(),
    ),
    "scrapers": ({"scrapers"}, {"pydantic"}),
    "storage/migrations": ({"storage"}, {"alembic", "sqlalchemy", "sqlmodel"}),
    "storage": (
        {"storage", "scrapers.decision"},
        {"ahocorasick", "alembic", "anyascii", "currency_converter", "pydantic", "rapidfuzz", "sqlalchemy", "sqlmodel"},
    ),
    "bot/settings.py": (set(), {"pydantic", "pydantic_settings"}),
    "bot/routing.py": ({"scrapers.decision", "storage"}, set()),
    "bot/views/chart.py": ({"bot.views", "scrapers.decision", "storage"}, {"matplotlib"}),
    "bot/views": ({"bot.views", "scrapers.decision", "storage"}, {"babel"}),
    "bot/jobs": (
        {"bot.jobs", "bot.routing", "bot.views", "scrapers", "storage"},
        {"pydantic", "sqlalchemy", "sqlmodel", "structlog"},
    ),
    "bot/sender.py": ({"bot.chat.embeds", "bot.jobs", "bot.pace", "bot.views"}, {"aiohttp", "discord"}),
    "bot/chat": (
        {"bot.chat", "bot.commands", "bot.jobs", "bot.routing", "bot.views", "scrapers.decision", "storage"},
        {"discord", "sqlmodel", "structlog", "yarl"},
    ),
    "bot/commands": (
        {"bot.chat", "bot.commands", "bot.jobs", "bot.routing", "bot.views", "scrapers.decision", "storage"},
        {"discord", "sqlmodel"},
    ),
    "bot": ({"bot", "scrapers", "storage"}, {"aiohttp", "rich", "sqlalchemy", "structlog", "typer"}),
}


def modules() -> list[Path]:
    return sorted(path.relative_to(HOME) for part in OURS for path in (HOME / part).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((HOME / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def law_for(path: Path) -> tuple[set[str], set[str]]:
    part = max((part for part in LAW if path.as_posix() == part or path.as_posix().startswith(f"{part}/")), key=len)
    return LAW[part]


def allowed(name: str, path: Path) -> bool:
    own, third_party = law_for(path)
    top = name.split(".")[0]
    if top in sys.stdlib_module_names:
        return True
    if top in OURS:
        return any(name == module or name.startswith(f"{module}.") for module in own)
    return top in third_party


@pytest.mark.parametrize("path", modules(), ids=str)
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    assert [name for name in imports(path) if not allowed(name, path)] == []


def test_no_authority_knows_another() -> None:
    for path in (HOME / "scrapers" / "authorities").glob("[a-z]*.py"):
        known = [name for name in imports(path.relative_to(HOME)) if name.startswith("scrapers.authorities")]
        assert known == [], path


def test_no_module_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "base", "misc", "manager", "core"}

    assert [path for path in modules() if path.stem in drawers] == []


def test_the_views_and_jobs_do_not_know_discord() -> None:
    for path in [path for path in modules() if path.parts[:2] in {("bot", "views"), ("bot", "jobs")}]:
        assert not [name for name in imports(path) if name.split(".")[0] == "discord"], path
