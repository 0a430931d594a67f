"""How the bare titles of the feed of the CNIL are read. Every text is written for the test."""

import pytest

from tests.french import headline, told


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Prospection : sanction de 900 000 euros à l’encontre d’ALPHA MARKETING",
            ("fine", "ALPHA MARKETING", 900_000),
        ),
        ("La CNIL inflige une amende de 3 millions d’euros à la société ALPHA", ("fine", "ALPHA", 3_000_000)),
        ("ALPHA : sanction d’un million d’euros pour un défaut de sécurité", ("fine", "ALPHA", 1_000_000)),
        ("La CNIL rappelle à l’ordre le ministère de la Mer", ("reprimand", "ministère de la Mer", None)),
        ("La CNIL met en demeure ALPHA AI de supprimer des photographies", ("formal_notice", "ALPHA AI", None)),
    ],
)
def test_a_title_may_tell_all(title: str, expected: tuple[str, str | None, int | None]) -> None:
    found = headline(title)

    assert told(found.sanctions) == [expected]
    assert found.doubts == ()


@pytest.mark.parametrize(
    "title",
    [
        "Sanctions de 25 millions d’euros à l’encontre de ALPHA MOBILE et ALPHA",
        "La CNIL sanctionne ALPHA MOBILE et ALPHA d’une amende de 25 millions d’euros",
        "La CNIL prononce une amende à l’encontre de ALPHA",
        "Amende de 500 000 euros pour un hôpital",
        "Près de 9 millions d’euros d’amende à l’encontre de ALPHA",
        "ALPHA : la CNIL lui adresse un rappel à ses obligations légales",
        "Cybersécurité : de nouvelles sanctions",
    ],
)
def test_a_title_that_is_not_enough_goes_to_a_person(title: str) -> None:
    found = headline(title)

    assert found.nothing is None
    assert found.doubts


def test_millions_need_not_name_their_currency_twice() -> None:
    found = headline("La CNIL inflige 20 millions d’euros d’amende à Alpha et 7 millions à Beta")

    assert told(found.sanctions) == [("fine", "Alpha", 20_000_000), ("fine", "Beta", 7_000_000)]


@pytest.mark.parametrize(
    "title",
    [
        "Espagne : 9 millions d’euros d’amende pour ALPHA",
        "La présidente de la CNIL défend l’amende de 9 millions d’euros contre ALPHA",
        "Comment la CNIL a sanctionné ALPHA de 9 millions d’euros",
        "ALPHA paie son amende de 9 millions d’euros",
        "Amende de 9 millions d’euros contre ALPHA : deux ans après, rien n’a été payé",
        "La CNIL demande 9 millions d’euros d’amende contre ALPHA",
    ],
)
def test_a_title_that_does_not_say_who_acted_now_is_never_taken_at_its_word(title: str) -> None:
    found = headline(title)

    assert found.nothing or found.doubts
