"""What a person and a program get to see: sums in words and as JSON, and the commands that ask the store."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import discover
from bot.views import totals as view
from storage.reckoning.adding import LeftOut, Row
from storage.reckoning.totals import Totals

MILLION = 100_000_000
ROW = Row(
    key="ACME",
    native={"EUR": 60 * MILLION, "GBP": 755_280_000},
    eur=6_892_027_873,
    periodic_penalties={"EUR": 520_000_000},
    sanctions=5,
    decisions=4,
    challenged_sanctions=1,
    challenged={"GBP": 755_280_000},
    undisclosed=1,
    authorities=("CNIL", "HDPA"),
)
ANSWER = Totals(
    definition="in-force",
    date_basis="decided_on",
    as_of=date(2026, 1, 30),
    subject="ACME",
    group=False,
    rows=(ROW,),
    left_out=(LeftOut("annulled", 2, {"EUR": 150}),),
    sources=(("CNIL", datetime(2026, 1, 30, 7, 5, tzinfo=UTC)), ("ICO", None)),
)


def test_the_json_is_that_of_the_contract() -> None:
    assert view.to_json(ANSWER) == {
        "definition": "in-force",
        "date_basis": "decided_on",
        "as_of": "2026-01-30",
        "rows": [
            {
                "key": "ACME",
                "native": {"EUR": "60000000.00", "GBP": "7552800.00"},
                "eur": "68920278.73",
                "periodic_penalties": {"EUR": "5200000.00"},
                "sanctions": 5,
                "decisions": 4,
                "under_challenge": {"sanctions": 1, "native": {"GBP": "7552800.00"}},
                "undisclosed": 1,
            }
        ],
        "left_out": [{"reason": "annulled", "sanctions": 2, "native": {"EUR": "1.50"}}],
        "sources": [
            {"authority": "CNIL", "last_success": "2026-01-30T07:05:00+00:00"},
            {"authority": "ICO", "last_success": None},
        ],
    }


def test_a_number_is_never_without_what_must_stand_beside_it() -> None:
    text = "\n".join([*view.sentences(ANSWER), *view.footnotes(ANSWER)])

    for words in (
        "EUR 60,000,000 + GBP 7,552,800 in fines (≈ EUR 68,920,279)",
        "5 sanctions in 4 decisions",
        "under challenge: 1, GBP 7,552,800",
        "undisclosed amount, in no sum: 1",
        "periodic penalties: EUR 5,200,000",
        "Definition: fines in force",
        "As of 2026-01-30",
        "the day it was decided",
        "European Central Bank",
        "Left out, annulled: 2 sanctions, EUR 1.50.",
        "CNIL 2026-01-30 07:05 UTC; ICO never",
    ):
        assert words in text


def test_that_nothing_is_left_out_is_said_too() -> None:
    assert "Left out: nothing." in view.footnotes(replace(ANSWER, left_out=()))
    assert "Left out: nothing." not in view.footnotes(ANSWER)


def test_the_table_says_what_the_sentences_say() -> None:
    cells = dict(zip(view.HEADINGS, view.cells(ROW), strict=True))

    assert cells["fines"] == "EUR 60,000,000\nGBP 7,552,800"
    assert cells["≈ EUR"] == "68,920,279"
    assert cells["under challenge"] == "GBP 7,552,800"
    assert cells["undisclosed"] == "1"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FINEWATCH_DATA_DIR", str(tmp_path / "store"))


def finewatch(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(discover(), arguments, input=given)


@pytest.mark.usefixtures("store")
def test_a_past_day_can_be_asked_about() -> None:
    answer = json.loads(finewatch("totals", "clearview ai", "--as-of", "2024-06-01", "--json").stdout)

    assert answer["rows"][0]["native"] == {"EUR": "60000000.00"}
    assert answer["left_out"] == [{"reason": "annulled", "sanctions": 1, "native": {"GBP": "7552800.00"}}]


@pytest.mark.usefixtures("store")
def test_off_a_terminal_the_sums_are_sentences() -> None:
    result = finewatch("totals", "Clearview AI")

    assert result.exit_code == 0
    assert "EUR 60,000,000 + GBP 7,552,800 in fines" in result.stdout
    assert "Definition" in result.stdout


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["totals", "Clearwiew"], 1, "no sanction of “Clearwiew” is known; near are"),
        (["totals", "--by", "day"], 2, "day"),
        (["totals", "--definition", "paid"], 2, "paid"),
        (["totals", "--authority", "AEPD"], 2, "AEPD"),
        (["totals", "--as-of", "yesterday"], 2, "yesterday"),
        (["untrack", "Free Mobile"], 1, "not on the watch-list"),
        (["track", "X"], 2, "names no company"),
        (["match", "one"], 2, "two names"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence_and_a_code(arguments: list[str], code: int, words: str) -> None:
    result = finewatch(*arguments)

    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("store")
def test_the_watch_list_is_kept() -> None:
    assert "Every company" in finewatch("tracked").stdout

    finewatch("track", "FREE MOBILE")
    assert json.loads(finewatch("tracked", "--json").stdout) == ["Free Mobile"]

    finewatch("untrack", "la société FREE MOBILE")
    assert json.loads(finewatch("tracked", "--json").stdout) == []


def test_two_names_are_matched_without_a_database() -> None:
    assert json.loads(finewatch("match", "Muster GmbH", "MUSTER", "--json").stdout)["verdict"] == "same"
    assert finewatch("match", "Muster", "Beispiel").stdout.startswith("different: ")


def test_pairs_are_matched_line_by_line_and_a_bad_line_is_named() -> None:
    given = '{"id": 1, "a": "Muster", "b": "MUSTER"}\nnonsense\n\n{"id": "x", "a": "Muster", "b": "Muster Bank"}\n'

    result = finewatch("match", "--jsonl", given=given)

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(answer["id"], answer["verdict"]) for answer in answers] == [(1, "same"), ("x", "unsure")]
    assert "line 2" in result.stderr
    assert result.exit_code == 2
