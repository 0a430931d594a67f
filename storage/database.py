"""Open, upgrade and enter the database: SQLite by default, PostgreSQL by address. Knows no table.

One writer at a time on both: SQLite by BEGIN IMMEDIATE, PostgreSQL by an advisory lock, so that a read followed by a
write in one transaction means the same on both. Readers never wait for the writer.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlmodel import Session

import storage.finding.searchable
import storage.reckoning.sums  # noqa: F401  (both follow whatever a session writes)

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
WRITER_LOCK = 0x66696E65
"""Any number of our own: the advisory lock that stands for "the writer" in PostgreSQL."""

SQLITE_SETTINGS = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=30000", "foreign_keys=ON")


def open_database(url: str) -> Engine:
    """An engine for `sqlite:///…` (the folder is made) or `postgresql+psycopg://…`. Raises ValueError for others."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(url, address.database)
    if address.get_backend_name() == "postgresql":
        engine = create_engine(address.set(drivername="postgresql+psycopg"))
        event.listen(engine, "begin", _begin_postgresql)
        return engine
    raise ValueError(f"DATABASE_URL names {address.get_backend_name()}; sqlite and postgresql are known")


def _open_sqlite(url: str, path: str | None) -> Engine:
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: object, _record: object) -> None:
    # The driver's own transactions lose updates (3 processes x 300 increments: 656 of 900), so we say BEGIN ourselves.
    connection.isolation_level = None  # type: ignore[attr-defined]
    for setting in SQLITE_SETTINGS:
        connection.execute(f"PRAGMA {setting}")  # type: ignore[attr-defined]


def _begin_sqlite(connection: Connection) -> None:
    reads = bool(connection.get_execution_options().get("reads_only"))
    connection.exec_driver_sql(f"PRAGMA query_only={int(reads)}")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("reads_only"):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """Read and write as the only writer; commits at the end, rolls back when anything is raised."""
    with Session(engine, expire_on_commit=False) as db, db.begin():
        yield db


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """One consistent look; the database refuses a write."""
    with Session(engine.execution_options(reads_only=True), autoflush=False) as db:
        yield db


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest revision; two processes may call it at once."""
    with engine.begin() as connection:
        if _revision(connection) != newest_revision():
            _migrate(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def newest_revision() -> str:
    """The number of the last step in the migrations folder."""
    return max(file.stem for file in (MIGRATIONS / "versions").glob("[0-9]*.py")).partition("_")[0]


def _migrate(connection: Connection) -> None:
    from alembic import command  # 0.8 s to import, and only a new release needs it

    command.upgrade(steps(connection), "head")


def steps(connection: Connection) -> "Config":
    """The steps of the migrations folder for alembic's commands, on this connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
