"""How fast tracked names are found in a text, against a bare scan, and a party among many companies.

A ratio is measured in one run, both sides in turns, the best of several rounds; the milliseconds are processor time and
depend on the machine.
"""

import itertools
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import ahocorasick
from rich.console import Console
from rich.table import Table
from sqlmodel import Session, select

from storage.database import open_database, reading, transaction, upgrade
from storage.names.company_names import company_key
from storage.names.letters import fold_in_place
from storage.register import companies, tracking
from storage.register.directory import Company
from storage.register.resolving import Mention, resolve_all
from storage.register.watchlist import WatchList
from storage.tables import CompanyRow

ROUNDS = 7
ALIASES, TEXT, COMPANIES, TRACKED, ASKED = 10_000, 1_000_000, 50_000, 5_000, 40
SCAN_MS, PARTY_MS, TIMES_BARE = 100, 10, 4
SYLLABLES = ["ba", "co", "di", "fe", "gra", "ho", "li", "mon", "ne", "pra", "qui", "ro", "sal", "tel", "ver", "zan"]
GREEK = ["αγ", "βελ", "γρα", "δη", "θε", "κα", "λιο", "μαν", "νο", "πρα", "ρι", "στα", "τη", "φω", "χρη", "ψω"]
FORMS = ("S.p.A.", "SAS", "Ltd", "GmbH", "Α.Ε.", "Inc.", "S.L.", "B.V.")
NOW = datetime(2026, 1, 5, tzinfo=UTC)


def names(count: int, chance: random.Random) -> list[str]:
    """Made-up companies of one to three words in both alphabets, all different."""
    made: dict[str, None] = {}
    while len(made) < count:
        syllables = GREEK if chance.random() < 0.2 else SYLLABLES
        words = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(chance.randint(1, 3))]
        made[" ".join(words).title()] = None
    return list(made)


def text_with(some: list[str], chance: random.Random) -> str:
    """A million letters of both alphabets in which one word in thirty is a name."""
    words = ["".join(chance.choices(SYLLABLES + GREEK, k=chance.randint(1, 4))) for _ in range(5_000)]
    parts, length = [], 0
    while length < TEXT:
        parts.append(chance.choice(some) if chance.random() < 1 / 30 else chance.choice(words))
        length += len(parts[-1]) + 1
    return " ".join(parts)[:TEXT]


def best(*sides: Callable[[], object]) -> list[float]:
    """The least time of each side in milliseconds, after one round to warm up; the sides take turns."""
    times: list[list[float]] = []
    for _ in range(ROUNDS + 1):
        times.append([])
        for side in sides:
            start = time.process_time()
            side()
            times[-1].append(1000 * (time.process_time() - start))
    return [min(of_side) for of_side in zip(*times[1:], strict=True)]


def bare(aliases: list[str], text: str) -> Callable[[], int]:
    """Only the automaton over text that is folded already: no boundaries, no places, no choice of the longest."""
    automaton = ahocorasick.Automaton()
    for alias in aliases:
        automaton.add_word(fold_in_place(alias)[0], alias)
    automaton.make_automaton()
    folded = fold_in_place(text)[0]
    return lambda: sum(1 for _ in automaton.iter(folded))


def worst(ask: Callable[[str], object], asked: list[str]) -> float:
    """The slowest of many questions in milliseconds, each at its best of several rounds."""
    ask(asked[0])
    return max(itertools.chain.from_iterable(best(lambda name=name: ask(name)) for name in asked))  # type: ignore[misc]


def fill(db: Session, made: list[str]) -> None:
    rows = {company_key(name): CompanyRow(key=company_key(name), name=name, created_at=NOW) for name in made}
    db.add_all(rows.values())


def among_companies(folder: Path, chance: random.Random) -> list[tuple[str, float, float]]:
    """What it costs to look a party up among many companies, in milliseconds, and the one bare query."""
    engine = open_database(f"sqlite:///{folder / 'companies.db'}")
    upgrade(engine)
    made = names(COMPANIES, chance)
    with transaction(engine) as db:
        fill(db, made)
    spelled = [f"{name.upper()} {chance.choice(FORMS)}" for name in chance.sample(made, ASKED)]
    slips = [f"{name[:-2]}{name[-1]}x" for name in chance.sample(made, ASKED)]
    with reading(engine) as db:
        row = worst(
            lambda name: db.exec(select(CompanyRow.id).where(CompanyRow.key == company_key(name))).first(), spelled
        )
        found = worst(lambda name: companies.find(db, name), spelled)
        near = worst(lambda name: companies.near(db, name), slips)
    with transaction(engine) as db:
        new = [f"{name} nuova" for name in slips]
        resolved = usual_once(lambda name: resolve_all(db, [Mention(name)], NOW), new)
    return [
        ("find a party among 50,000 companies", found, row),
        ("names near to one that is not there", near, row),
        ("make a new company, look-alikes noted", resolved, row),
    ]


def usual_once(ask: Callable[[str], object], asked: list[str]) -> float:
    """The middle one of questions that change what is asked, so that each is asked but once, after the first."""
    times = []
    for name in asked:
        start = time.process_time()
        ask(name)
        times.append(1000 * (time.process_time() - start))
    return median(times[1:])


def main() -> None:
    chance = random.Random(4)  # noqa: S311 - made-up names
    aliases = names(ALIASES, chance)
    text = text_with(aliases, chance)
    watch_list = WatchList((alias, Company(at, alias)) for at, alias in enumerate(aliases))
    ours, alone = best(lambda: watch_list.hits(text), bare(aliases, text))
    tracked = tuple(Company(at, alias) for at, alias in enumerate(aliases[:TRACKED]))
    parties = [f"{name} {chance.choice(FORMS)}" for name in chance.sample(aliases, ASKED)]
    routed = worst(lambda name: tracking.concerned(tracked, name, None), parties)
    with tempfile.TemporaryDirectory() as folder:
        rows = among_companies(Path(folder), chance)
    times = ours / alone
    table = Table("figure", "measured", "beside", "goal", "holds")
    for figure, measured, beside, goal, holds in (
        ("10,000 aliases in a text of 1 MB", f"{ours:.0f} ms", f"bare scan {alone:.0f} ms", SCAN_MS, ours < SCAN_MS),
        ("the same / the bare scan", f"{times:.1f}", "", TIMES_BARE, times < TIMES_BARE),
        *((what, f"{took:.1f} ms", f"bare query {row:.1f} ms", PARTY_MS, took < PARTY_MS) for what, took, row in rows),
        ("whom of 5,000 tracked a party concerns", f"{routed:.1f} ms", "", PARTY_MS, routed < PARTY_MS),
    ):
        table.add_row(figure, measured, beside, f"under {goal}", "yes" if holds else "NO")
    print(f"{len(watch_list.hits(text))} names found in {len(text):,} letters; the slowest of {ASKED} parties each")
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
