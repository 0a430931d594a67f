"""Overrides: each of the file is whole, and one put right is what is read from then on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from scrapers import overrides
from scrapers.adapter import Form, Passage, RawDecision
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from scrapers.normalise import Accepted, Doubtful, normalise
from scrapers.overrides import FILE, corrected, read_overrides
from scrapers.registry import adapters
from tests.newsroom import adapter

WHO = 'author = "Ana"\non = 2026-02-01\nwhy = "a misprint"\nsource = "https://authority.example/1"\n'


def override(field: str, value: str, sanction: int | None = None, key: str = "A-1") -> str:
    which = f"sanction = {sanction}\n" if sanction else ""
    return f'[[override]]\nauthority = "TOY"\nkey = "{key}"\nfield = "{field}"\nvalue = {value}\n{which}{WHO}'


def act() -> Decision:
    sanctions = tuple(
        Sanction(party=party, kind=Kind.FINE, money=Money.of("5", "EUR"), evidence=Evidence(words="five", start=1))
        for party in "AB"
    )
    return Decision(
        authority="TOY", key="A-1", reference=None, url="", title="", language="en", decided_on=date(2026, 1, 1),
        sanctions=sanctions,
    )  # fmt: skip


def test_every_override_of_the_file_is_whole_and_of_a_known_authority() -> None:
    known = read_overrides(FILE.read_text(encoding="utf-8"))

    assert {authority for authority, _ in known} <= set(adapters())
    assert all(each.applied(act()) for found in known.values() for each in found)


def test_the_example_in_the_file_is_an_override() -> None:
    lines = [line.removeprefix("# ") for line in FILE.read_text(encoding="utf-8").splitlines()]
    example = "\n".join(lines[lines.index("[[override]]") :]).replace('field = "decided_on"', 'field = "due_on"')

    assert len(read_overrides(example)) == 1


@pytest.mark.parametrize(
    ("field", "value", "sanction", "now"),
    [
        ("decided_on", '"2026-01-30"', None, date(2026, 1, 30)),
        ("reference", '"12/2026"', None, "12/2026"),
        ("money", '"EUR 1250.50"', 2, Money.of("1250.50", "EUR")),
        ("party", '"ACME"', 2, "ACME"),
        ("kind", '"order"', 2, Kind.ORDER),
        ("articles", '["GDPR 5"]', 2, ("GDPR 5",)),
    ],
)
def test_a_fact_is_put_right_and_the_others_stay(field: str, value: str, sanction: int | None, now: object) -> None:
    right = corrected(act(), read_overrides(override(field, value, sanction)))
    place = right if sanction is None else right.sanctions[1]

    assert getattr(place, field) == now
    assert right.sanctions[0] == act().sanctions[0]
    assert (right.sanctions[1].evidence.method == "person") is (sanction is not None)


def test_an_override_of_another_act_or_of_a_sanction_that_is_not_there_changes_nothing() -> None:
    text = override("party", '"ACME"', 3) + override("party", '"ACME"', 1, key="A-2")

    assert corrected(act(), read_overrides(text)) == act()


@pytest.mark.parametrize(
    "broken",
    [
        override("title", '"x"'),
        override("party", '"x"'),
        override("decided_on", '"2026-01-30"', 1),
        override("party", '"x"', 1).replace('why = "a misprint"\n', ""),
        override("party", '"x"', 1).replace("a misprint", ""),
        override("party", '"x"', 1).replace("on = 2026-02-01", 'on = "soon"'),
        override("party", '"x"', 1).replace("https://", "http://"),
    ],
)
def test_an_override_that_is_not_whole_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="validation error"):
        read_overrides(broken)


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Another file of overrides in the place of the project's."""
    monkeypatch.setattr(overrides, "FILE", tmp_path / "overrides.toml")
    overrides._of_the_file.cache_clear()
    yield tmp_path / "overrides.toml"
    overrides._of_the_file.cache_clear()


def test_what_is_put_right_settles_the_doubt_that_the_page_leaves(file: Path) -> None:
    file.write_text(override("money", '"EUR 700.00"', 1, key="A-2"), encoding="utf-8")
    passage = Passage(Form.DECISION_PAGE, "ACME|fine|", "en", "https://authority.example/A-1")
    wrong, right = (RawDecision(key, passage.url, "An act", (passage,)) for key in ("A-1", "A-2"))
    outcome = normalise(right, adapter())

    assert isinstance(normalise(wrong, adapter()), Doubtful)
    assert isinstance(outcome, Accepted)
    assert outcome.decision.sanctions[0].money == Money.of("700", "EUR")
