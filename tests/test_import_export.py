"""Import and export: known sanctions come in as history, all sanctions go out, and nothing is guessed or lost."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from scrapers.registry import adapters
from storage import decisions, events, outbox
from storage.database import reading, transaction
from storage.decisions import Stored
from storage.events import Event
from storage.exchange import exporting, foreign_rows, importing, sheets
from storage.exchange.entries import Refused
from storage.exchange.foreign_rows import authority_code
from storage.exchange.importing import Report, UnknownTableError
from storage.reckoning.totals import Totals, totals
from storage.tables import DecisionRow

HOME = Path(__file__).parent.parent
LOAD = HOME.parent / "shared" / "load"
NOW = datetime(2026, 2, 10, 9, tzinfo=UTC)
ROW = {
    "source": "tracker", "source_row": "1", "country": "Greece", "authority": "HDPA (Greece)", "company": "ACME AE",
    "amount": "12500.50", "currency": "EUR", "amount_raw": "12.500,50 EUR", "date": "2024-03-05",
    "date_kind": "decision", "articles": "Art. 5 (1) f) GDPR, Art. 32 GDPR", "decision": "fine", "dup_key": "",
}  # fmt: skip


def table(*rows: dict[str, str]) -> str:
    """A CSV file of rows that differ from ROW in what is given, numbered from 1 where they give no number."""
    out = StringIO()
    writer = csv.DictWriter(out, ROW)
    writer.writeheader()
    writer.writerows({**ROW, "source_row": str(number), **row} for number, row in enumerate(rows, start=1))
    return out.getvalue()


def load(engine: Engine, text: str, refused: list[Refused] | None = None) -> Report:
    kept = [] if refused is None else refused
    sheet = sheets.read(StringIO(text, newline=""))
    return importing.load(engine, sheet, name="fines.csv", now=NOW, tell=lambda _: None, refuse=kept.append)


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.rows, report.stored, report.known, report.refused.total()


def only(engine: Engine) -> Stored:
    with reading(engine) as db:
        (found,) = decisions.latest(db, 2)
        return found


def export(engine: Engine, form: str) -> str:
    with reading(engine) as db:
        records = list(exporting.records(db))
    if form == "jsonl":
        return "".join(map(sheets.json_line, records))
    return "".join(map(sheets.csv_line, [exporting.COLUMNS, *(record.values() for record in records)]))


def sums(engine: Engine, **question: object) -> Totals:
    with reading(engine) as db:
        return totals(db, **question, today=NOW.date())  # type: ignore[arg-type]


def test_a_row_becomes_a_sanction_with_the_words_and_the_place_it_was_read_from(engine: Engine) -> None:
    report = load(engine, table({}))
    stored = only(engine)

    assert counts(report) == (1, 1, 0, 0)
    assert (stored.origin, stored.decision.authority, stored.decision.key) == ("import", "HDPA", "tracker:1")
    assert stored.decision.decided_on == date(2024, 3, 5)
    assert stored.decision.sanctions == (
        Sanction(
            party="ACME AE", kind=Kind.FINE, money=Money.of("12500.50", "EUR"), articles=("GDPR 5(1)(f)", "GDPR 32"),
            evidence=Evidence(words="12.500,50 EUR", document="fines.csv, line 2", method="field"),
        ),
    )  # fmt: skip


def test_nobody_is_told_of_what_is_imported(engine: Engine) -> None:
    load(engine, table({}))

    with reading(engine) as db:
        assert outbox.due(db, NOW) == []


def test_a_second_import_stores_nothing(engine: Engine) -> None:
    text = table({}, {"company": "BETA"}, {"amount": "x"})

    assert counts(load(engine, text)) == (3, 2, 0, 1)
    assert counts(load(engine, text)) == (3, 0, 2, 1)


def test_two_rows_of_one_source_are_two_acts_even_when_they_say_the_same(engine: Engine) -> None:
    assert counts(load(engine, table({}, {}))) == (2, 2, 0, 0)


def test_two_rows_with_one_number_are_one_row(engine: Engine) -> None:
    assert counts(load(engine, table({"source_row": "7"}, {"source_row": "7"}))) == (2, 1, 1, 0)


def test_an_act_that_another_source_told_of_is_counted_once(engine: Engine) -> None:
    text = table({}, *({"source": "other", "company": "Acme"} for _ in range(3)), {})
    report = load(engine, text)

    assert (*counts(report), report.repeated) == (5, 3, 2, 0, 2)
    assert sums(engine).rows[0].native == {"EUR": 3 * 1250050}
    assert counts(load(engine, text)) == (5, 0, 5, 0)


def test_rows_of_one_source_are_two_acts_in_two_files_as_well(engine: Engine) -> None:
    first, second = {"source_row": "1"}, {"source_row": "2"}

    assert [load(engine, table(row)).stored for row in (first, second)] == [1, 1]
    assert [load(engine, table(row | {"source": "other"})).stored for row in (first, second)] == [0, 0]
    assert load(engine, table({"source": "other", "source_row": "3"})).stored == 1


@pytest.mark.parametrize(
    "other",
    [{"date": "2024-03-06"}, {"amount": "12500", "amount_raw": ""}, {"company": "Beta"}, {"authority": "Other"}],
)
def test_what_differs_in_one_fact_is_another_act(engine: Engine, other: dict[str, str]) -> None:
    assert counts(load(engine, table({}, {"source": "other", **other}))) == (2, 2, 0, 0)


@pytest.mark.parametrize(
    ("first", "second"), [("", ""), ("ACME AE", ""), ("", "ACME AE"), ("Clearview AI", "Clearview Al")]
)
def test_what_may_be_an_act_stored_from_elsewhere_is_refused(engine: Engine, first: str, second: str) -> None:
    refused: list[Refused] = []
    report = load(engine, table({"company": first}, {"company": second, "source": "other"}), refused)

    assert counts(report) == (2, 1, 0, 1)
    assert refused[0].reason == "perhaps an act that is stored already"
    assert refused[0].words in ("HDPA tracker:1", "HDPA other:2")


def test_two_companies_of_one_group_are_two_acts(engine: Engine) -> None:
    text = table({"company": "Vodafone Italia S.p.A."}, {"company": "Vodafone Ono SAU", "source": "other"})

    assert counts(load(engine, text)) == (2, 2, 0, 0)


@pytest.mark.parametrize(
    ("date_kind", "day", "stored"),
    [
        ("decision", "2023-04-17", 0),
        ("decision", "2023-05-10", 1),
        ("decision_or_publication", "2023-04-17", 0),
        ("decision_or_publication", "2023-05-10", 0),
        ("publication", "2023-04-17", 1),
        ("publication", "2023-05-10", 0),
    ],
)
def test_a_table_calls_a_periodic_penalty_a_fine_and_dates_it_either_way(
    storied: Engine, date_kind: str, day: str, stored: int
) -> None:
    row = {"authority": "CNIL", "country": "", "company": "Clearview AI", "amount": "5200000", "amount_raw": "",
           "date_kind": date_kind, "date": day}  # fmt: skip

    assert counts(load(storied, table(row))) == (1, stored, 1 - stored, 0)


def test_the_parts_of_one_known_act_are_known_each(engine: Engine) -> None:
    known = act("one", fine("ACME", "60"), fine("Beta", "40"))
    with transaction(engine) as db:
        decisions.save(db, known, (), now=NOW, origin="poll")
    row = {"authority": "ICO", "country": "", "currency": "GBP", "amount_raw": "", "date": "2024-05-01"}
    first = table({**row, "company": "Acme Ltd", "amount": "60"})
    both = table({**row, "company": "Acme Ltd", "amount": "60"}, {**row, "company": "Beta", "amount": "40"})

    assert counts(load(engine, first)) == (1, 0, 1, 0)
    assert counts(load(engine, both)) == (2, 0, 2, 0)
    assert sums(engine).rows[0].native == {"GBP": 10000}


def test_a_known_decision_is_not_doubled_by_a_table_that_has_it(storied: Engine) -> None:
    before = sums(storied, company="Clearview AI")
    row = {"company": "Clearview AI Inc.", "amount": "20000000", "amount_raw": "", "date": "2022-07-13"}
    report = load(storied, table(row))

    assert counts(report) == (1, 0, 1, 0)
    assert sums(storied, company="Clearview AI") == before


def test_a_decision_polled_later_meets_the_imported_one(engine: Engine) -> None:
    load(engine, table({}))
    imported = only(engine).decision
    polled = imported.model_copy(update={"key": "7/2024", "reference": "7/2024", "url": "https://hdpa.example/7"})
    with transaction(engine) as db:
        saved = decisions.save(db, polled, (), now=NOW, origin="poll")

    assert not saved.is_new
    assert only(engine).decision.aliases == ("7/2024",)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"source": ""}, "no source or source_row"),
        ({"source_row": " "}, "no source or source_row"),
        ({"authority": ""}, "no authority"),
        ({"authority": "()"}, "no authority"),
        ({"decision": ""}, "no outcome"),
        ({"decision": "perhaps"}, "unknown outcome"),
        ({"decision": "Rejected"}, "no sanction stated"),
        ({"decision": "Upheld", "amount": ""}, "no sanction stated"),
        ({"decision": "reprimand"}, "an amount beside an outcome without money"),
        ({"amount": ""}, "no amount"),
        ({"amount": "", "amount_raw": "between 300 and 400"}, "no amount"),
        ({"amount": "12.500"}, "unreadable amount"),
        ({"amount": "-5"}, "unreadable amount"),
        ({"amount": "1e6"}, "unreadable amount"),
        ({"amount": "NaN"}, "unreadable amount"),
        ({"amount": "١٢"}, "unreadable amount"),
        ({"amount": "9" * 16}, "unreadable amount"),
        ({"amount": "0"}, "an amount of zero"),
        ({"amount": "12.50", "amount_raw": "12.500"}, "the amount is not that of amount_raw"),
        ({"amount": "100", "amount_raw": "100 GBP"}, "the amount is not that of amount_raw"),
        ({"amount": "300", "amount_raw": "between 300 and 400"}, "the amount is not that of amount_raw"),
        ({"currency": ""}, "no currency"),
        ({"currency": "XXX", "amount_raw": ""}, "unknown currency"),
        ({"currency": "GBP", "amount_raw": ""}, "not the authority's currency"),
        ({"date": ""}, "no date"),
        ({"date": "2024-03"}, "no full date"),
        ({"date": "05/03/2024"}, "no full date"),
        ({"date": "2024-02-30"}, "impossible date"),
        ({"date": "0024-02-01"}, "impossible date"),
        ({"date": "2036-07-16"}, "future date"),
        ({"date_kind": "rumour"}, "unknown kind of date"),
        ({"company": "A\0B"}, "unreadable row"),
        ({"company": "A\ufffdB"}, "unreadable row"),
        ({"company": "A" * 301}, "a name or key that is too long"),
    ],
)
def test_what_a_row_does_not_say_for_certain_is_refused(engine: Engine, cells: dict[str, str], reason: str) -> None:
    refused: list[Refused] = []
    report = load(engine, table({"company": "Good"}, cells), refused)

    assert counts(report) == (2, 1, 0, 1)
    assert [(row.row.line, row.reason) for row in refused] == [(3, reason)]
    assert report.refused == {reason: 1}


def test_the_decision_may_be_of_today_but_not_of_tomorrow(engine: Engine) -> None:
    report = load(engine, table({"date": "2026-02-10"}, {"date": "2026-02-11"}))

    assert (report.stored, dict(report.refused)) == (1, {"future date": 1})


def test_a_line_with_too_few_cells_is_refused_and_the_next_is_read(engine: Engine) -> None:
    first, second = table({"company": "Two\nlines"}, {}).split("\r\ntracker,2")
    refused: list[Refused] = []

    assert counts(load(engine, f"{first}\r\nshort,line\r\n\r\ntracker,2{second}", refused)) == (3, 2, 0, 1)
    assert [(row.row.line, row.words) for row in refused] == [(4, "2 cells under 13 columns")]


def test_a_quote_that_is_never_closed_is_no_row(engine: Engine) -> None:
    refused: list[Refused] = []
    report = load(engine, table({}) + 'tracker,2,"Greece,' + table({}), refused)

    assert counts(report) == (2, 1, 0, 1)
    assert [(row.row.line, row.reason) for row in refused] == [(3, "unreadable row")]


def test_a_table_without_the_columns_is_refused_whole(engine: Engine) -> None:
    with pytest.raises(UnknownTableError) as error:
        load(engine, table({}).replace("currency", "coin"))

    assert error.value.lacking == ["currency"]
    with pytest.raises(UnknownTableError) as error:
        load(engine, table({}).replace("amount_raw", "amount"))
    assert error.value.doubled == ["amount"]


def test_the_kind_follows_from_the_outcome(engine: Engine) -> None:
    without = {"amount": "", "amount_raw": "", "currency": ""}
    report = load(engine, table({**without, "decision": "Warning"}, {"decision": "Violation Found"}))

    assert report.stored == 2
    with reading(engine) as db:
        assert [stored.decision.sanctions[0].kind for stored in decisions.latest(db, 2)] == [Kind.FINE, Kind.WARNING]


def test_the_kind_of_date_says_which_day_it_is(engine: Engine) -> None:
    report = load(engine, table(*({"date_kind": k} for k in ("publication", "decision", "decision_or_publication"))))
    with reading(engine) as db:
        days = [(s.decision.decided_on, s.decision.published_on) for s in reversed(decisions.latest(db, 3))]
    day = date(2024, 3, 5)

    assert days == [(None, day), (day, None), (day, None)]
    assert report.either_days == 1


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [
        ("ICO (UK)", "United Kingdom", "ICO"),
        ("information  commissioner (ico)", "united kingdom", "ICO"),
        ("Information Commissioner", "Slovenia", "INFORMATION-COMMISSIONER-SLOVENIA"),
        ("Information Commissioner", "", "INFORMATION-COMMISSIONER"),
        ("CNIL", "Luxembourg", "CNIL-LUXEMBOURG"),
        ("(CNIL)", "", "CNIL-OTHER"),
        ("Garante per la protezione dei dati personali", "", "GARANTE"),
        ("Persónuvernd (Iceland)", "Iceland", "PERSONUVERND-ICELAND"),
    ],
)
def test_a_name_is_one_of_ours_only_when_it_is_certain(name: str, country: str, code: str) -> None:
    assert authority_code(name, country) == code


def test_the_table_of_names_agrees_with_the_authorities_that_we_read() -> None:
    ours = {code: adapter.currency for code, adapter in adapters().items()}

    assert {authority.code: authority.currency for authority in foreign_rows.words().authorities} == ours


def test_a_name_that_stands_for_nobody_is_no_company(engine: Engine) -> None:
    load(engine, table({"company": "Private  Individual"}))

    assert only(engine).decision.sanctions[0].party is None


def test_a_name_written_twice_is_one_name(engine: Engine) -> None:
    load(engine, table({"company": "ACME AEACME AE"}))

    assert only(engine).decision.sanctions[0].party == "ACME AE"


def test_a_failure_half_way_loses_nothing_and_the_file_can_be_imported_again(engine: Engine) -> None:
    text = table(*({} for _ in range(importing.BATCH + 200)))
    whole = sheets.read(StringIO(text, newline=""))

    def breaking(rows: Iterator[sheets.Row]) -> Iterator[sheets.Row]:
        for number, row in enumerate(rows, start=1):
            if number > importing.BATCH + 100:
                raise OSError("the disk is gone")
            yield row

    with pytest.raises(OSError, match="the disk is gone"):
        importing.load(engine, replace(whole, rows=breaking(whole.rows)), name="fines.csv", now=NOW,
                       tell=lambda _: None, refuse=lambda _: None)  # fmt: skip

    assert counts(load(engine, text)) == (importing.BATCH + 200, 200, importing.BATCH, 0)


def fine(party: str | None, amount: str | None, **facts: object) -> Sanction:
    money = None if amount is None else Money.of(amount, "GBP")
    proof = Evidence(words="a fine\r\nof; money", document="https://ico.example/mpn", start=12, method="digits")
    return Sanction.model_validate({"party": party, "kind": Kind.FINE, "money": money, "evidence": proof} | facts)


def act(key: str, *sanctions: Sanction, **facts: object) -> Decision:
    known: dict[str, object] = {
        "authority": "ICO", "key": key, "reference": None, "url": "https://ico.example/a", "title": f"Notice “{key}”",
        "language": "en", "decided_on": date(2024, 5, 1), "sanctions": sanctions,
    }  # fmt: skip
    return Decision.model_validate(known | facts)


def legal(state: str, day: date, amount: str | None = None, sanction_id: int | None = None) -> Event:
    money = None if amount is None else Money.of(amount, "GBP")
    return Event("legal", state, day, "https://court.example/ruling", "a note", sanction_id, money)


@pytest.fixture
def full(engine: Engine) -> Engine:
    """A store with every sort of sanction, and stories that change over time."""
    order = Sanction(party="=ACME()", kind=Kind.ORDER, daily=Money.of("100", "GBP"), due_on=date(2030, 1, 1),
                     articles=("GDPR 6", "PECR 21"), evidence=Evidence(words=""))  # fmt: skip
    acts = (
        act("one", fine("=ACME()", "5000000"), order, fine(None, None), published_on=date(2024, 5, 9)),
        act("two", fine("'=BETA", "700", joint="a"), fine("@Gamma", "700", joint="a"), aliases=("zwei", "deux")),
        act("three", fine("Δέλτα ΑΕ", "1000.50"), decided_on=None, provisional=True),
        act("four", fine("Echo", "90", kind=Kind.NOTICE_OF_INTENT), authority="OTHER", reference="4/2024"),
    )
    with transaction(engine) as db:
        ids = [decisions.save(db, one, (), now=NOW, origin="poll").id for one in acts]
        first = decisions.get(db, ids[0]).sanction_ids[0]
        events.record(db, ids[0], legal("reduced", date(2024, 9, 1), "4000000", first), now=NOW)
        events.record(db, ids[1], legal("annulled", date(2024, 9, 1)), now=NOW)
        events.record(db, ids[1], legal("remitted", date(2025, 9, 1)), now=NOW)
    return engine


def emptied(engine: Engine) -> None:
    with transaction(engine) as db:
        for table_ in reversed(DecisionRow.metadata.sorted_tables):
            db.execute(table_.delete())


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_an_export_brings_the_same_totals_to_an_empty_store(full: Engine, form: str) -> None:
    questions: list[dict[str, object]] = [
        {"by": by, "definition": definition, "as_of": day}
        for by in ("company", "authority", "year", "kind")
        for definition in ("in-force", "imposed")
        for day in (None, date(2024, 6, 1), date(2025, 1, 1))
    ]
    before = [sums(full, **question) for question in questions]
    text = export(full, form)
    emptied(full)
    refused: list[Refused] = []
    report = load(full, text, refused)

    assert (refused, counts(report)) == ([], (7, 7, 0, 0))
    assert [sums(full, **question) for question in questions] == before
    assert export(full, form) == text.replace("poll", "import")


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_an_export_adds_nothing_to_its_own_store(full: Engine, form: str) -> None:
    assert counts(load(full, export(full, form))) == (7, 0, 7, 0)


def test_an_export_says_what_was_imposed_and_what_holds(full: Engine) -> None:
    first, second = map(json.loads, export(full, "jsonl").splitlines()[:2])

    assert list(first) == list(exporting.COLUMNS)
    assert (first["amount"], first["current_amount"], first["currency"]) == ("5000000.00", "4000000.00", "GBP")
    assert first["legal_state"] == "reduced"
    assert (second["daily_amount"], second["daily_currency"], second["due_on"]) == ("100.00", "GBP", "2030-01-01")
    assert first["legal_history"] == ["2024-09-01 reduced 4000000.00 GBP https://court.example/ruling"]
    assert (first["party"], first["evidence"], first["origin"]) == ("=ACME()", "a fine\r\nof; money", "poll")


def test_no_cell_of_an_export_is_a_formula(full: Engine) -> None:
    cells = [cell for row in csv.reader(StringIO(export(full, "csv"), newline="")) for cell in row]

    assert {"'=ACME()", "''=BETA", "'@Gamma"} <= set(cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''=1", "'x", "x=1", "", "'"])
def test_a_neutralised_cell_comes_back_as_it_was(text: str) -> None:
    guarded = sheets.guarded(text)

    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert sheets.unguarded(guarded) == text


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"kind": "donation"}, "unknown kind"),
        ({"kind": "closure"}, "no sanction stated"),
        ({"amount": "5.000.000"}, "unreadable amount"),
        ({"current_amount": "1.00"}, "legal_state or current_amount does not follow from legal_history"),
        ({"legal_state": "annulled"}, "legal_state or current_amount does not follow from legal_history"),
        ({"legal_history": ["yesterday annulled"]}, "no full date"),
        ({"legal_history": ["2024-09-01 forgotten"]}, "unreadable legal event"),
        ({"first_seen_at": "2026-02-10T09:00:00"}, "impossible moment"),
        ({"first_seen_at": "2027-02-10T09:00:00+00:00"}, "impossible moment"),
        ({"first_seen_at": ""}, "unreadable moment"),
        ({"decided_on": "2030-01-01"}, "future date"),
        ({"provisional": "yes"}, "neither true nor false"),
        ({"evidence_start": "x"}, "unreadable number"),
        ({"key": ""}, "no key"),
        ({"sanctions": 4}, "the rows of this decision do not stand together"),
    ],
)
def test_an_act_of_an_export_is_taken_whole_or_not(full: Engine, cells: dict[str, object], reason: str) -> None:
    records = [json.loads(line) for line in export(full, "jsonl").splitlines()]
    for record in records[: 3 if "key" in cells else 1]:
        record.update(cells)
    emptied(full)
    refused: list[Refused] = []
    report = load(full, "".join(map(sheets.json_line, records)), refused)

    assert report.rows == 7
    assert refused[0].reason == reason
    assert {row.row.line for row in refused} == {1, 2, 3}
    with reading(full) as db:
        assert decisions.find(db, "ICO", "one") is None
        assert decisions.find(db, "ICO", "two") is not None


def test_a_broken_line_of_an_export_is_refused(full: Engine) -> None:
    first, *lines = export(full, "jsonl").splitlines()
    emptied(full)
    refused: list[Refused] = []
    load(full, "\n".join([first, lines[0], lines[1], "{", '{"a": 1}', '{"a": {}}', "[1]", *lines[2:]]), refused)

    assert [row.row.line for row in refused] == [4, 5, 6, 7]


def test_an_export_streams_in_pages_and_keeps_to_an_authority(full: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = export(full, "jsonl")
    monkeypatch.setattr(exporting, "PAGE", 1)

    assert export(full, "jsonl") == whole
    with reading(full) as db:
        assert [record["key"] for record in exporting.records(db, "OTHER")] == ["four"]


def finewatch(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(HOME), "PATH": "", "COLUMNS": "120"}
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=environment, timeout=50)


def test_the_commands_import_report_and_export(home: Path) -> None:
    home.joinpath("fines.csv").write_text("\ufeff" + table({}, {"date": "2036-07-16"}), encoding="utf-8", newline="")
    first = finewatch("import", "fines.csv", "--refused", "refused.csv", folder=home)
    again = finewatch("import", "fines.csv", folder=home)
    out = finewatch("export", "--authority", "hdpa", "--output", "hdpa.csv", folder=home)
    with home.joinpath("refused.csv").open(encoding="utf-8", newline="") as file:
        (refused,) = csv.DictReader(file)
    with home.joinpath("hdpa.csv").open(encoding="utf-8", newline="") as file:
        keys = [row["key"] for row in csv.DictReader(file)]

    assert (first.returncode, again.returncode, out.returncode) == (0, 0, 0)
    assert "1 stored, 0 known already, 1 refused" in first.stdout
    assert "       1  future date" in first.stdout
    assert "0 stored, 1 known already, 1 refused" in again.stdout
    assert (refused["line"], refused["reason"], refused["words"]) == ("3", "future date", "2036-07-16")
    assert refused["company"] == "ACME AE"
    assert "tracker:1" in keys
    assert sorted(path.name for path in home.iterdir()) == ["data", "fines.csv", "hdpa.csv", "refused.csv"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("import", "wrong.csv"), "no table of fines: there is no column "),
        (("import", "missing.csv"), "'missing.csv' does not exist"),
        (("import", "wrong.csv", "--refused", "wrong.csv"), "would overwrite the table"),
        (("export", "--format", "xls"), "'xls'"),
        (("export", "--authority", "icco"), "no decision of 'icco'; near are ICO"),
    ],
)
def test_bad_usage_is_exit_2_and_says_what_is_wrong(home: Path, words: tuple[str, ...], says: str) -> None:
    home.joinpath("wrong.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    run = finewatch(*words, folder=home)

    assert run.returncode == 2
    assert says in run.stderr


def mixed() -> str:
    """A table in which most is wrong, as it is in real ones."""
    wrong: list[dict[str, str]] = [{"authority": ""}, {"amount": ""}, {"date": "2036-07-16"}, {"decision": "n/a"}]
    return table(*(row for amount in range(1, 81) for row in [{"amount": str(amount), "amount_raw": ""}, *wrong]))


def sample(file: Path) -> str:
    """Some three hundred rows of a file, from all parts of it."""
    with file.open(encoding="utf-8", newline="") as lines:
        return "".join(line for number, line in enumerate(lines) if number == 0 or number % 32 == 1)


TABLES = {"written here": mixed()} | {file.name: sample(file) for file in sorted(LOAD.glob("*.csv"))}


@pytest.mark.parametrize("text", TABLES.values(), ids=list(TABLES))
def test_the_rows_of_a_table_are_stored_known_or_refused_and_none_is_lost(engine: Engine, text: str) -> None:
    refused: list[Refused] = []
    report = load(engine, text, refused)

    assert report.rows == len(list(csv.reader(StringIO(text, newline="")))) - 1
    assert report.rows == report.stored + report.known + report.refused.total()
    assert report.refused.total() == len(refused) > 0
    with reading(engine) as db:
        assert len(db.exec(select(DecisionRow.id)).all()) == report.stored > 50
