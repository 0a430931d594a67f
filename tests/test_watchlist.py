"""Tracked names in any text, and the tracked companies that a party concerns."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.names import letters
from storage.names.letters import fold_in_place
from storage.names.matching import compare
from storage.register import tracking
from storage.register.directory import Company
from storage.register.watchlist import WatchList

NAMES = (
    "ΔΕΗ Α.Ε.", "Free", "Free Mobile", "Muster AI, Inc.", "Société Modèle S.A.", "Muster Bank", "Παράδειγμα Α.Ε.",
    "Beispiel Group plc", "Vodafone Italia S.p.A.", "Organisation for Common Sense", "OCS", "Alfa Energia",
)  # fmt: skip
COMPANIES = tuple(Company(number, name) for number, name in enumerate(NAMES))
LIST = WatchList.of(COMPANIES)
PARTIES = (
    *NAMES, "PARADEIGMA SA", "Beispiel Ireland Ltd", "Vodafone GmbH", "Alfa Energie", "Bank", "Muster AICitizen",
    "la société FREE SAS (the controller)", "Nobody at all", "DEH", "MusterBank", "XX (data subject)Free (controller)",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Η ΑΔΕΗΣ δεν είναι η ΔΕΗ.", ["ΔΕΗ"]),
        ("FREE MOBILE, Free et Freedom", ["FREE MOBILE", "Free"]),
        ("Muster AI was fined", ["Muster AI"]),
        ("la SOCIÉTÉ MODE\u0300LE paie", ["SOCIÉTÉ MODE\u0300LE"]),
        ("une so\u00adciété modèle", ["so\u00adciété modèle"]),
        ("ΠΑΡΑΔΕΙΓΜΑ και Paradeigma", ["ΠΑΡΑΔΕΙΓΜΑ", "Paradeigma"]),
        ("Public Power Corporation", ["Public Power Corporation"]),
        ("Straße, dann Vodafone\nItalia", ["Vodafone\nItalia"]),
        ("", []),
    ],
)
def test_a_tracked_name_is_found_as_whole_words_and_given_back_as_it_stands(text: str, words: list[str]) -> None:
    hits = LIST.hits(text)

    assert [hit.words for hit in hits] == words
    assert [text[hit.start : hit.end] for hit in hits] == words


def test_the_longest_of_names_that_overlap_is_kept() -> None:
    listed = WatchList([("b c", COMPANIES[0]), ("a b c d", COMPANIES[1]), ("d e", COMPANIES[2]), ("d", COMPANIES[3])])

    assert [hit.words for hit in listed.hits("a b c d e")] == ["a b c d"]
    assert [hit.words for hit in listed.hits("b c d e")] == ["b c", "d e"]


def test_an_alias_of_two_companies_is_a_hit_of_both() -> None:
    listed = WatchList([("Muster", COMPANIES[0]), ("MUSTER", COMPANIES[1])])

    assert {hit.company for hit in listed.hits("Muster")} == set(COMPANIES[:2])


def test_an_empty_list_finds_nothing() -> None:
    assert WatchList([]).hits("Free") == []
    assert tracking.concerned([], "Free", 1) == set()


@pytest.mark.parametrize("party", PARTIES)
def test_the_index_misses_nobody_that_comparing_one_by_one_finds(party: str) -> None:
    near = {company for company in COMPANIES if compare(company.name, party).verdict != "different"}

    assert near <= tracking.concerned(COMPANIES, party, None)


@given(st.text(alphabet="abde οτε.-&()'", max_size=12), st.text(alphabet="abde οτε.-&()'", max_size=12))
def test_the_index_misses_no_name_that_is_near_to_any_other(one: str, other: str) -> None:
    if compare(one, other).verdict != "different":
        assert tracking.concerned([Company(1, one)], other, None) == {Company(1, one)}


def test_a_company_concerns_by_its_number_under_any_name() -> None:
    assert tracking.concerned(COMPANIES, "quite another name", 3) == {COMPANIES[3]}


@given(st.text())
def test_folding_is_done_once_and_every_letter_leads_back(text: str) -> None:
    folded, places = fold_in_place(text)

    assert len(folded) == len(places)
    assert fold_in_place(folded)[0] == folded
    assert all(folded[at] in fold_in_place(text[place])[0] for at, place in enumerate(places))


def test_the_examples_in_the_code_are_true() -> None:
    assert doctest.testmod(letters).failed == 0
