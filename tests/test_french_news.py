"""Which news of the CNIL announces a measure of its own, and which only speaks of one. Written for the test."""

import pytest

from tests.french import headline, release, told

FINED = "Le 4 mai 2024, la CNIL a sanctionné la société ALPHA d’une amende de 50 000 euros."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Contrôles et sanctions : un nouveau règlement intérieur",
            "Le règlement précise quand le président prononce seul une amende de 20 000 euros au plus.",
        ),
        (
            "Données ouvertes : la CNIL publie le détail de ses sanctions",
            "La CNIL met en ligne la liste des amendes prononcées, dont 9 millions d’euros à l’encontre de ALPHA.",
        ),
        (
            "La présidente entendue sur les sanctions",
            "Elle a rappelé ses missions. Elle a notamment sanctionné ALPHA d’une amende de 9 millions d’euros.",
        ),
        (
            "Attention aux faux courriels d’amende",
            "Des courriels prétendent que la CNIL a prononcé une amende de 900 euros à votre encontre.",
        ),
        (
            "La CNIL lance une consultation sur le montant des amendes",
            "Exemple : une entreprise est sanctionnée d’une amende de 3 000 euros.",
        ),
        ("Les grandes sanctions de 2025", FINED),
        (
            "Prospection : ce que disent les sanctions",
            "La société ALPHA a été sanctionnée d’une amende de 9 000 euros.",
        ),
        (
            "Plan d’action : 94 % de sites conformes",
            "La CNIL a adressé 90 mises en demeure et infligé plusieurs sanctions, dont 6 millions d’euros à ALPHA.",
        ),
        ("De nouveaux pouvoirs de sanction pour la CNIL", "La CNIL prononce déjà des amendes."),
        (
            "Élections à la formation restreinte",
            "La formation restreinte est l’organe chargé de prononcer les sanctions et les amendes.",
        ),
    ],
)
def test_news_that_only_speaks_of_sanctions_is_none(title: str, text: str) -> None:
    assert release(title, text).nothing


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Autorité de contrôle irlandaise : amende de 9 millions d’euros à l’encontre de ALPHA",
            "L’autorité irlandaise a infligé une amende de 9 millions d’euros à ALPHA IRELAND.",
        ),
        (
            "Fraude : un salarié condamné",
            "Le tribunal judiciaire a condamné un salarié à 9 000 euros d’amende.",
        ),
        ("ALPHA : la Data Protection Commission prononce une amende de 9 millions d’euros", "La CNIL a coopéré."),
        ("Vol de données : deux hommes condamnés par le tribunal", "Ils paieront une amende de 9 000 euros."),
    ],
)
def test_a_measure_of_a_court_or_of_another_authority_is_none_of_the_cnil(title: str, text: str) -> None:
    assert release(title, text).nothing


def test_an_authority_that_only_helped_does_not_take_the_measure() -> None:
    found = release(
        "Prospection : la CNIL sanctionne ALPHA d’une amende de 50 000 euros",
        "Saisie par l’autorité polonaise, la CNIL a sanctionné ALPHA d’une amende de 50 000 euros.",
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 50_000)]
    assert found.doubts == ()


def test_a_sanction_whose_sentences_name_others_is_never_dropped() -> None:
    found = release("La CNIL sanctionne ALPHA", "Le tribunal avait condamné ALPHA à une amende de 9 000 euros.")

    assert found.nothing is None
    assert found.doubts


@pytest.mark.parametrize(
    "title",
    [
        "Injonction à l’encontre de ALPHA : la CNIL constate la mise en conformité",
        "Cookies : ALPHA s’est mise en conformité",
    ],
)
def test_an_order_that_was_met_is_closed(title: str) -> None:
    text = (
        "ALPHA, sanctionnée de 9 millions d’euros en 2024, a modifié son site. La CNIL a décidé de clore la procédure."
    )

    assert release(title, text).nothing


def test_recently_is_now_where_the_title_announces_it() -> None:
    text = "La formation restreinte a récemment sanctionné de 9 000 euros et 7 000 euros un éditeur et son prestataire."
    found = release("La CNIL sanctionne un éditeur et son prestataire", text)

    assert [amount for _, _, amount in told(found.sanctions)] == [9_000, 7_000]
    assert release("Comprendre les mots de passe", text).nothing


@pytest.mark.parametrize(
    "title",
    [
        "Sanction publique : défaut de coopération",
        "La société ALPHA doit payer 50 000 euros",
        "Prospection : sanction de ALPHA",
        "ALPHA écope de 50 000 euros d’amende",
        "ALPHA : mise en garde ? Non, sanction pour prospection sans accord",
    ],
)
def test_a_title_announces_a_sanction_in_many_words(title: str) -> None:
    found = release(title, FINED)

    assert told(found.sanctions) == [("fine", "ALPHA", 50_000)]
    assert found.doubts == ()


@pytest.mark.parametrize("title", ["La CNIL agit", "Sanction", ""])
def test_what_the_cnil_says_first_is_never_dropped_for_its_title(title: str) -> None:
    for opening in ("", "04 mai 2024\nN’ayant reçu aucune réponse, "):
        found = release(title, opening + FINED.replace("Le 4 mai 2024, ", ""))

        assert found.nothing is None
        assert told(found.sanctions) == [("fine", "ALPHA", 50_000)] or found.doubts


def test_the_committee_of_the_cnil_is_no_other_authority() -> None:
    title = "Prospection : la formation restreinte prononce une amende de 50 000 euros à l’encontre de ALPHA"

    assert told(release(title, FINED).sanctions) == [("fine", "ALPHA", 50_000)]


def test_a_year_is_no_amount() -> None:
    assert headline("La CNIL publie les sanctions de 2025").sanctions == ()
