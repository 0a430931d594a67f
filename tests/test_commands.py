"""The command line as a process, as a user and a script meet it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

QUESTION = {
    "id": "one",
    "authority": "CNIL",
    "language": "fr",
    "text_kind": "press_release",
    "title": "Une sanction",
    "text": "Le 3 mars 2025, la CNIL a prononcé une amende de 12 000 euros à l'encontre de la société ALPHATEL.",
}


def finewatch(*words: str, given: str = "", folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", *words]
    environment = {"PYTHONPATH": str(Path(__file__).parent.parent), "PATH": "", "COLUMNS": "120"}
    return subprocess.run(
        command, input=given, capture_output=True, text=True, check=False, cwd=folder, env=environment, timeout=50
    )


def test_read_answers_each_line_by_the_contract() -> None:
    run = finewatch("read", given=json.dumps(QUESTION) + "\n\n" + json.dumps({**QUESTION, "id": "two"}) + "\n")
    first, second = map(json.loads, run.stdout.splitlines())

    assert run.returncode == 0
    assert (first["id"], second["id"], first["outcome"], first["reasons"]) == ("one", "two", "sanction", [])
    assert list(first["decision"]) == [
        "authority", "reference", "decided_on", "published_on", "title", "language", "sanctions",
    ]  # fmt: skip
    assert first["decision"]["decided_on"] == "2025-03-03"
    sanction = first["decision"]["sanctions"][0]
    assert (sanction["party"], sanction["kind"], sanction["amount"], sanction["currency"]) == (
        "ALPHATEL", "fine", "12000.00", "EUR",
    )  # fmt: skip
    assert set(sanction) == {
        "party", "kind", "amount", "currency", "daily_amount", "due_on", "articles", "evidence",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("no json", "line 1: the line: Invalid JSON"),
        ('{"id": "x"}', "line 1: authority: Field required"),
        (json.dumps({**QUESTION, "authority": "XYZ"}), "line 1: no authority 'XYZ'; known: "),
        (json.dumps({**QUESTION, "text_kind": "tweet"}), "line 1: text_kind: Input should be "),
    ],
)
def test_read_says_what_is_wrong_with_a_line_and_answers_the_others(line: str, says: str) -> None:
    run = finewatch("read", given=f"{line}\n{json.dumps(QUESTION)}\n")

    assert run.returncode == 2
    assert run.stderr.startswith(says)
    assert [json.loads(answer)["id"] for answer in run.stdout.splitlines()] == ["one"]


def test_an_unknown_setting_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    tmp_path.joinpath(".env").write_text("FINEWATCH_POLL_MINUTE=5\n", encoding="utf-8")
    run = finewatch("sources", folder=tmp_path)

    assert run.returncode == 2
    assert run.stderr == "finewatch: FINEWATCH_POLL_MINUTE is not a setting; did you mean FINEWATCH_POLL_MINUTES?\n"


def test_the_demo_announces_four_sanctions_once_corrects_one_and_ends_with_sums(tmp_path: Path) -> None:
    run = finewatch("demo", folder=tmp_path)
    first, later, again, corrected, total, digest = run.stdout.split("\n— ")[1:]

    assert run.returncode == 0, run.stderr
    assert "0 messages sent." in first
    assert sorted(re.findall(r"^(\S.*) fines .* [€£]([\d,]+)$", later, re.MULTILINE)) == [
        ("CNIL", "5,000,000"), ("Garante", "1,715,600"), ("HDPA", "30,000"), ("ICO", "14,470,000"),
    ]  # fmt: skip
    assert "0 messages sent." in again
    assert "GBP 14,472,500, not GBP 14,470,000" in corrected
    assert "1 messages sent." in corrected
    assert "EUR 60,000,000 + GBP 7,552,800" in total
    assert "under challenge: 1, GBP 7,552,800" in total
    assert "EUR 5,200,000" in total
    assert "4 new decisions and 1 change" in digest
    assert "€6,745,600 + £14,472,500 in 4 fines" in digest
    assert "not visited from Mon 13 Jul 00:00 to Fri 17 Jul 11:00" in digest
    assert list(tmp_path.iterdir()) == []


def test_totals_know_the_history_in_the_first_minute(tmp_path: Path) -> None:
    run = finewatch("totals", "Clearview AI", "--json", folder=tmp_path)
    row = json.loads(run.stdout)["rows"][0]

    assert row["native"] == {"EUR": "60000000.00", "GBP": "7552800.00"}
    assert row["under_challenge"] == {"sanctions": 1, "native": {"GBP": "7552800.00"}}
    assert row["periodic_penalties"] == {"EUR": "5200000.00"}


def test_a_dossier_is_printed_and_drawn(home: Path) -> None:
    run = finewatch("dossier", "clearview ai inc.", "--chart", "fines.png", folder=home)

    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("Dossier: CLEARVIEW AI: €60,000,000 + £7,552,800 in 4 fines in force")
    assert "52 days of its daily rate (our link)" in run.stdout
    assert home.joinpath("fines.png").read_bytes().startswith(b"\x89PNG")
    assert "18 May 2022 ICO £7,552,800, remitted, under challenge" in run.stderr


def test_a_dossier_of_a_past_day_as_json(home: Path) -> None:
    found = json.loads(finewatch("dossier", "Clearview AI", "--as-of", "2024-06-01", "--json", folder=home).stdout)

    assert list(found) == [
        "company", "group", "as_of", "other_names", "parents", "subsidiaries", "story", "daily_rates", "totals",
    ]  # fmt: skip
    assert [(entry["on"], entry["happened"]) for entry in found["story"]][-1] == ("2023-10-17", "changed")
    assert found["totals"]["rows"][0]["native"] == {"EUR": "60000000.00"}


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("dossier", "Clearwiew"), 1, "no sanction of “Clearwiew” is known; near are CLEARVIEW AI"),
        (("dossier", "Clearview AI", "--chart", "no/folder.png"), 2, "name another file"),
        (("digest", "--week", "2025-W53"), 2, "“2025-W53” is no week of the calendar; write it as 2026-W47"),
        (("digest", "--week", "2999-W01"), 2, "week 2999-W01 has not begun in Europe/Paris"),
        (("digest", "--zone", "Europe/Nowhere"), 2, "no time zone is called “Europe/Nowhere”"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(words: tuple[str, ...], code: int, says: str, home: Path) -> None:
    run = finewatch(*words, folder=home)

    assert run.returncode == code
    assert says in run.stderr
    assert "Traceback" not in run.stderr


def test_a_digest_of_a_week_in_which_nothing_was_read_says_so_in_one_line(home: Path) -> None:
    run = finewatch("digest", "--week", "2026-W20", folder=home)

    assert run.returncode == 0, run.stderr
    assert run.stdout == (
        "Week 2026-W20, 11 May to 17 May 2026: nothing new and nothing changed."
        " No source was read by then, so nothing could be seen.\n"
    )


def test_a_digest_as_json_has_the_sums_of_the_year(home: Path) -> None:
    found = json.loads(finewatch("digest", "--week", "2026-W20", "--json", folder=home).stdout)

    assert (found["week"], found["new"], found["year"][0]["as_of"]) == ("2026-W20", [], "2026-05-17")
    assert {row["key"] for row in found["year"][0]["rows"]} >= {"CNIL", "ICO"}
