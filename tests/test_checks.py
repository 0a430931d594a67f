"""The second look at what was read: each check passes on a right reading and fails on one kind of wrong one."""

from dataclasses import replace
from datetime import date

import pytest

from scrapers.adapter import Account, Adapter, Form, Passage, RawDecision
from scrapers.checks import Check, checks_of
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from scrapers.normalise import Accepted, Doubtful, normalise
from scrapers.registry import adapter_of

TITLE = "La CNIL sanctionne ACME"
TEXT = "Le 8 janvier 2026, la CNIL a sanctionné ACME d’une amende de 5 000 euros. La société a coopéré."
WORDS = "la CNIL a sanctionné ACME d'une amende de 5 000 euros"


def fine(words: str = WORDS, amount: str = "5000", party: str | None = "ACME", **facts: object) -> Sanction:
    evidence = Evidence(words=words, start=0, method=str(facts.pop("method", "digits")))
    known = {"party": party, "kind": Kind.FINE, "money": Money.of(amount, "EUR"), "evidence": evidence}
    return Sanction.model_validate(known | facts)


def act(*sanctions: Sanction, decided: date | None = date(2026, 1, 8), published: date | None = None) -> Decision:
    return Decision(
        authority="CNIL", key="1", reference=None, url="", title="", language="fr", decided_on=decided,
        published_on=published, sanctions=sanctions or (fine(),),
    )  # fmt: skip


def page(
    title: str = TITLE, text: str = TEXT, form: Form = Form.PRESS_RELEASE, listed_on: str | None = None, about: str = ""
) -> RawDecision:
    return RawDecision("1", "", title, (Passage(form, text, "fr"),), listed_on=listed_on, about=about)


def failed(decision: Decision, raw: RawDecision | None = None) -> dict[str, str]:
    """The checks that failed, with their words."""
    made = checks_of(decision, raw or page(), adapter_of("CNIL"))
    return {each.name: each.words for each in made if not each.passed}


def test_a_right_reading_passes_every_check_and_each_says_what_was_looked_at() -> None:
    made = checks_of(act(published=date(2026, 1, 9)), page(listed_on="9 janvier 2026"), adapter_of("CNIL"))

    assert {each.name for each in made if each.passed} == {
        "an amount is stated", "the currency is the authority's own", "the amount is not zero", "the amount is imposed",
        "the words hold the amount", "the words stand in the document", "the authority itself decides",
        "the party is a name", "the headline agrees", "the headline is about it", "the date is possible",
        "decided before made public", "the list does not say an earlier day",
    }  # fmt: skip
    assert all(each.passed and each.words for each in made)


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("une amende de 50 (cinquante) millions d'euros", "50000000"),
        ("une sanction de 2 millions d'euros et de 600 000 euros", "2600000"),
        ("100 millions d'euros pour A et 35 millions pour B", "35000000"),
        ("deux mille euros", "2000"),
    ],
)
def test_the_amount_is_found_again_however_it_is_written(words: str, amount: str) -> None:
    assert "the words hold the amount" not in failed(act(fine(words, amount)))


def test_an_amount_that_its_own_words_do_not_hold_goes_to_a_person() -> None:
    assert failed(act(fine(amount="7000")))["the words hold the amount"].startswith("EUR 7,000.00 is not in “la CNIL")


def test_words_that_do_not_stand_in_the_document_go_to_a_person() -> None:
    assert "the words stand in the document" in failed(act(fine(WORDS.replace("ACME", "BOLT"))))


def test_words_that_are_put_together_are_not_looked_for() -> None:
    made = fine().model_copy(update={"evidence": Evidence(words="amende … 5 000 euros")})

    assert failed(act(made)) == {}


def test_what_a_person_put_right_needs_no_words() -> None:
    assert failed(act(fine("", method="person"))) == {}


@pytest.mark.parametrize(
    "words",
    [
        "The ICO intends to fine ACME 5 000 euros", "elle envisage de prononcer une amende de 5 000 euros",
        "une amende pouvant aller jusqu'à 5 000 euros", "una sanzione da mille a 5 000 euro",
    ],
)  # fmt: skip
def test_a_sum_that_is_not_imposed_goes_to_a_person(words: str) -> None:
    assert "the amount is imposed" in failed(act(fine(words)), page(text=words))


@pytest.mark.parametrize(
    "words",
    [
        "Le Tribunal a annulé l'amende de 5 000 euros", "La Corte di Cassazione ha confermato la multa di 5 000 euro",
        "The Financial Conduct Authority fined ACME 5 000 euros", "La Data Protection Commission ha multato ACME",
        "l'autorité de protection irlandaise a infligé 5 000 euros",
    ],
)  # fmt: skip
def test_news_of_what_somebody_else_did_goes_to_a_person(words: str) -> None:
    assert "the authority itself decides" in failed(act(fine(words)), page(text=words))
    assert "the authority itself decides" not in failed(act(fine(words)), page(text=words, form=Form.DECISION_TEXT))


@pytest.mark.parametrize(
    ("title", "is_about"),
    [
        ("Cybersécurité : cinq réflexes", False), ("Cybersécurité : ACME", True), ("Cookies : une amende", True),
        ("Cookies : 5 000 euros", True),
    ],
)  # fmt: skip
def test_news_of_something_else_that_mentions_a_fine_goes_to_a_person(title: str, is_about: bool) -> None:
    text = f"La sécurité est une obligation. {TEXT}"
    later = fine().model_copy(update={"evidence": Evidence(words=WORDS, start=text.index("la CNIL"))})

    assert ("the headline is about it" not in failed(act(later), page(title, text))) is is_about
    assert "the headline is about it" not in failed(act(fine()), page(title))


@pytest.mark.parametrize(
    ("title", "agrees"),
    [
        ("Acme fined nearly €1m", True),
        ("ACME sanctionnée de plus de 900 000 euros", True),
        ("Multa di quasi 1 milione di euro ad ACME", True),
        ("Πρόστιμο σχεδόν 1.000.000 ευρώ στην ACME", True),
        ("Acme fined €1m", False),
        ("Acme fined nearly €2m", False),
    ],
)
def test_a_headline_that_tells_a_sum_roughly_agrees_with_one_a_tenth_away(title: str, agrees: bool) -> None:
    exact = fine("une amende de 963 900 euros", "963900")

    assert ("the headline agrees" not in failed(act(exact), page(title))) is agrees


@pytest.mark.parametrize(
    ("title", "agrees"),
    [
        ("ICO imposes fines of €5,000 and €60,000".replace(",", " "), False),
        ("Deux amendes pour 12 000 euros", True),
        ("Amende de 7 000 euros et astreinte de 100 euros par jour", True),
    ],
)
def test_an_amount_of_the_headline_that_was_not_read_goes_to_a_person(title: str, agrees: bool) -> None:
    daily = fine(daily=Money.of("100", "EUR"))
    seven = fine("une amende de 7 000 euros", "7000", "BOLT")

    assert ("the headline agrees" not in failed(act(daily, seven), page(title))) is agrees
    assert "the headline agrees" not in failed(act(daily, seven), page(title, about="concernant ACME"))


@pytest.mark.parametrize(
    ("party", "why"),
    [
        ("la société", "it names nobody in particular"), ("Elle rappelle que la", "it is speech"),
        ("to Acme Ltd", "it is speech"), ("ACME et", "it is cut off"), ("ACME\nType", "it is too long for a name"),
        ("η εταιρεία", "it names nobody in particular"), ("the data controller", "it names nobody in particular"),
        ("a " * 15, "it is too long for a name"),
    ],
)  # fmt: skip
def test_a_party_that_is_no_name_goes_to_a_person(party: str, why: str) -> None:
    assert failed(act(fine(party=party)))["the party is a name"].endswith(why)


@pytest.mark.parametrize("party", ["X", "[…]", "M. X", "ministère de l'intérieur", "Ο Δήμος Χ", "We Buy Any Car", None])
def test_a_name_and_a_letter_for_one_are_parties(party: str | None) -> None:
    assert "the party is a name" not in failed(act(fine(party=party)))


@pytest.mark.parametrize(
    ("decided", "listed", "name"),
    [
        (date(1926, 1, 8), None, "the date is possible"),
        (date(2026, 1, 8), "2 janvier 2026", "the list does not say an earlier day"),
    ],
)
def test_a_day_that_cannot_be_goes_to_a_person(decided: date, listed: str | None, name: str) -> None:
    assert name in failed(act(decided=decided), page(listed_on=listed))


def told(**facts: object) -> Adapter:
    account = Account(sanctions=(fine(**facts),), decided_on=date(2026, 1, 8))  # type: ignore[arg-type]
    return replace(adapter_of("CNIL"), read=lambda *_: account)


def test_the_checks_ride_with_what_is_accepted_and_the_failed_ones_are_the_reasons() -> None:
    right, wrong = normalise(page(), told()), normalise(page(), told(amount="7000", party="la société"))

    assert isinstance(right, Accepted)
    assert Check("the text says what was decided", True, "the reader was left with no doubt") in right.checks
    assert isinstance(wrong, Doubtful)
    assert wrong.reasons == tuple(each.words for each in wrong.checks if not each.passed)
    assert len(wrong.reasons) == 2
