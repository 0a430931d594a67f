"""Every authority on its recorded pages: from the listing to the decision, compared with what was read and reviewed."""

import json
from collections import Counter
from pathlib import Path

import pytest

from scrapers.registry import adapters
from tests.golden import cases, told

CASES = list(cases())


@pytest.mark.parametrize(("code", "folder"), CASES, ids=[f"{code}-{folder.name}" for code, folder in CASES])
async def test_a_recorded_visit_says_what_was_reviewed(code: str, folder: Path, update_golden: bool) -> None:
    said = await told(adapters()[code.upper()], folder)
    expected = folder / "expected.json"
    if update_golden:
        expected.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert expected.exists(), "no expected.json: run `make golden`, then read it before you commit it"

    assert said == json.loads(expected.read_text(encoding="utf-8"))


def test_every_authority_has_at_least_five_cases_and_every_case_an_authority() -> None:
    counted = Counter(code.upper() for code, _ in CASES)

    assert set(counted) == set(adapters())
    assert {code: count for code, count in counted.items() if count < 5} == {}


@pytest.mark.parametrize("code", adapters())
def test_the_cases_of_an_authority_show_a_fine_no_money_no_sanction_and_a_refusal(code: str) -> None:
    texts = [(folder / "expected.json").read_text(encoding="utf-8") for name, folder in CASES if name == code.lower()]
    together = "\n".join(texts)

    assert '"accepted"' in together
    assert '"kind": "fine"' in together
    assert '"not_a_sanction"' in together or '"no act of its own"' in together
    assert '"visit_failed"' in together or '"refused"' in together


@pytest.mark.parametrize("code", adapters())
def test_an_authority_states_its_facts(code: str) -> None:
    adapter = adapters()[code]

    assert adapter.code == code == code.upper()
    assert adapter.hosts
    assert all("/" not in host for host in adapter.hosts)
    assert len({source.name for source in adapter.sources}) == len(adapter.sources) > 0
    assert adapter.name
    assert adapter.country
    assert adapter.terms
    assert adapter.home.startswith("https://")
