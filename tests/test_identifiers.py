"""Numbers that registers give to companies: found, checked, and whose they are."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.names import identifiers
from storage.names.identifiers import apart, found, of_party
from storage.names.matching import compare


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Société EXEMPLE (SIREN 732 829 320)", "siren 732829320"),
        ("SIRET : 732 829 320 00074", "siren 732829320"),
        ("immatriculée au RCS de Nanterre sous le numéro 732 829 320", "siren 732829320"),
        ("P. IVA IT00743110157", "it_vat 00743110157"),
        ("codice fiscale 00743110157", "it_tax 00743110157"),
        ("company number 00445790", "gb 00445790"),
        ("Company No. SC095237", "gb SC095237"),
        ("registered in Ireland with number 462932", "ie 462932"),
        ("Α.Φ.Μ.: 094014201", "gr_afm 094014201"),
        ("αριθμός ΓΕΜΗ 1037501000", "gr_gemi 001037501000"),
        ("LEI 5493006MHB84DD0ZWV18", "lei 5493006MHB84DD0ZWV18"),
    ],
)
def test_a_number_is_found_however_it_is_announced(text: str, number: str) -> None:
    assert [str(identifier) for identifier in found(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "SIREN 732 829 321",
        "P. IVA 00743110158",
        "ΑΦΜ 094014202",
        "LEI 5493006MHB84DD0ZWV19",
        "partita IVA Gruppo Esempio 00743110157",
        "732 829 320",
        "une amende de 732 829 320 euros",
    ],
)
def test_a_wrong_check_digit_a_shared_number_and_a_bare_one_are_none(text: str) -> None:
    assert found(text) == frozenset()


def test_a_number_belongs_to_the_party_that_is_named_last_before_it() -> None:
    text = "la société ALPHA (SIREN 732 829 320) et la société BETA (SIREN 542 065 479)"

    assert {str(number) for number in of_party("ALPHA", text, ["BETA"])} == {"siren 732829320"}
    assert {str(number) for number in of_party("BETA", text, ["ALPHA"])} == {"siren 542065479"}
    assert of_party("GAMMA", text) == frozenset()


def test_a_number_far_behind_a_name_is_not_taken_for_its_own() -> None:
    assert of_party("ALPHA", "ALPHA" + " et" * 100 + " SIREN 732 829 320") == frozenset()


def test_two_numbers_of_one_register_are_two_companies_and_of_two_registers_say_nothing() -> None:
    one, other, elsewhere = found("SIREN 732829320"), found("SIREN 542065479"), found("P. IVA 00743110157")

    assert apart(one, other)
    assert not apart(one, one | other)
    assert not apart(one, elsewhere)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("EXEMPLE (SIREN 732 829 320)", "AUTRE NOM (SIRET 732 829 320 00074)", "same"),
        ("EXEMPLE (SIREN 732 829 320)", "EXEMPLE (SIREN 542 065 479)", "different"),
        ("Vodafone GmbH (SIREN 732 829 320)", "Vodafone (SIREN 542 065 479)", "group"),
    ],
)
def test_a_number_in_the_names_decides_before_the_names_do(one: str, other: str, verdict: str) -> None:
    assert compare(one, other).verdict == compare(other, one).verdict == verdict


@given(st.integers(0, 10**8 - 1))
def test_one_wrong_digit_is_always_noticed(base: int) -> None:
    digits = next(f"{base:08}{check}" for check in range(10) if identifiers.luhn(f"{base:08}{check}"))
    wrong = str((int(digits[0]) + 1) % 10) + digits[1:]

    assert not identifiers.luhn(wrong)


@given(st.text())
def test_no_text_makes_the_search_for_numbers_raise(text: str) -> None:
    assert of_party(text[:5], text) >= frozenset()


def test_the_examples_in_the_code_are_true() -> None:
    assert doctest.testmod(identifiers).failed == 0
