"""How a row of the official table, and a teaser of the feed, are read. Every text is written for the test."""

from datetime import date

import pytest

from scrapers.adapter import Account, Form
from tests.french import account, told


def row(outcome: str) -> Account:
    text = f"05/12/2025\nSOCIÉTÉ DE TRANSPORT (procédure simplifiée)\nDroit d’accès\n{outcome}"
    return account(Form.DECISION_PAGE, "SOCIÉTÉ DE TRANSPORT", text)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("Amende administrative de 5 000 euros", [("fine", None, 5_000)]),
        ("Amendes administratives de 5 000 et 5 000 euros", [("fine", None, 5_000), ("fine", None, 5_000)]),
        ("Amende de 9 000 euros et injonction sous astreinte", [("fine", None, 9_000), ("order", None, None)]),
        ("Rappel à l’ordre", [("reprimand", None, None)]),
        ("Liquidation astreinte de 4 500 euros", [("periodic_penalty", None, 4_500)]),
    ],
)
def test_the_outcome_of_a_row_needs_no_verb(outcome: str, expected: list[tuple[str, str | None, int | None]]) -> None:
    found = row(outcome)

    assert told(found.sanctions) == expected
    assert (found.decided_on, found.doubts) == (date(2025, 12, 5), ())


def test_an_acquittal_in_a_row_is_no_sanction() -> None:
    assert row("Non-lieu à sanctionner").nothing


def test_a_teaser_tells_what_its_title_leaves_open() -> None:
    title = "Sécurité : sanction de 5 millions d’euros"
    teaser = "Le 4 mai 2024, la CNIL a sanctionné ALPHA d’une amende de 5 millions d’euros."

    assert account(Form.FEED_ITEM, title, title).doubts
    assert told(account(Form.FEED_ITEM, title, f"{title}\n{teaser}").sanctions) == [("fine", "ALPHA", 5_000_000)]
