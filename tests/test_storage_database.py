"""The database itself: migrations, transactions, moments, on SQLite and PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlmodel import SQLModel, select

import storage.newsroom_tables
import storage.work_tables  # noqa: F401
from storage.database import open_database, reading, steps, transaction, upgrade
from storage.register import subscriptions
from storage.tables import CompanyRow
from storage.work_tables import SourceRow

NOON = datetime(2026, 1, 30, 12, tzinfo=UTC)


def test_the_migrations_make_exactly_the_tables(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)

        assert compare_metadata(context, SQLModel.metadata) == []


def test_every_step_can_be_gone_back_and_a_watch_list_stays(engine: Engine) -> None:
    with transaction(engine) as db:
        subscriptions.track(db, "ACME", NOON)
    with engine.begin() as connection:
        command.downgrade(steps(connection), "0001")
        assert connection.execute(text("SELECT count(*) FROM tracked_companies")).scalar() == 1
    upgrade(engine)

    with reading(engine) as db:
        assert [company.name for company in subscriptions.tracked(db)] == ["ACME"]
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_an_upgrade_can_be_repeated(engine: Engine) -> None:
    upgrade(engine)

    assert inspect(engine).has_table("decisions")


def test_a_moment_comes_back_in_utc(engine: Engine) -> None:
    in_athens = NOON.astimezone(timezone(timedelta(hours=2)))
    with transaction(engine) as db:
        db.add(CompanyRow(key="acme", name="ACME", created_at=in_athens))

    with reading(engine) as db:
        moment = db.exec(select(CompanyRow)).one().created_at

    assert moment == NOON
    assert moment.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(engine: Engine) -> None:
    naive = NOON.replace(tzinfo=None)

    with pytest.raises(StatementError, match="without a time zone"), transaction(engine) as db:
        db.add(CompanyRow(key="acme", name="ACME", created_at=naive))


def test_a_transaction_that_fails_leaves_nothing(engine: Engine) -> None:
    def give_up() -> None:
        with transaction(engine) as db:
            db.add(CompanyRow(key="acme", name="ACME", created_at=NOON))
            db.flush()
            raise RuntimeError("the caller gave up")

    with pytest.raises(RuntimeError):
        give_up()

    with reading(engine) as db:
        assert db.exec(select(CompanyRow)).all() == []


def test_a_reader_cannot_write(engine: Engine) -> None:
    with pytest.raises(DBAPIError), reading(engine) as db:
        db.execute(text("DELETE FROM companies"))


def test_a_reader_does_not_wait_for_the_writer(engine: Engine) -> None:
    with transaction(engine) as writer:
        writer.add(CompanyRow(key="acme", name="ACME", created_at=NOON))
        writer.flush()

        with reading(engine) as db:
            assert db.exec(select(CompanyRow)).all() == []


def count_up(url: str, times: int) -> None:
    engine = open_database(url)
    for _ in range(times):
        with transaction(engine) as db:
            db.get_one(SourceRow, ("CNIL", "news")).items_seen += 1
    engine.dispose()


def test_writers_that_read_first_lose_nothing(engine: Engine, store_url: str) -> None:
    with transaction(engine) as db:
        db.add(SourceRow(authority="CNIL", source="news"))

    with ThreadPoolExecutor(max_workers=3) as writers:
        done = [writers.submit(count_up, store_url, 30) for _ in range(3)]
    assert [future.result() for future in done] == [None] * 3

    with reading(engine) as db:
        assert db.get_one(SourceRow, ("CNIL", "news")).items_seen == 90


def test_another_kind_of_database_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="mysql"):
        open_database("mysql://somewhere/finewatch")
