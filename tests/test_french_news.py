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


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Vol d’un fichier : 9 000 euros d’amende",
            "Le tribunal a condamné un ancien salarié à 9 000 euros d’amende. La CNIL avait transmis le dossier.",
        ),
        (
            "Amende de 9 millions d’euros pour ALPHA",
            "L’autorité belge a infligé une amende de 9 millions d’euros à ALPHA. En France, la CNIL avait déjà agi.",
        ),
        ("ALPHA : 9 millions d’euros", "L’autorité lituanienne a infligé à ALPHA une amende de 9 millions d’euros."),
        ("ALPHA sanctionné de 9 millions d’euros en Italie", "Une amende de 9 millions d’euros a été infligée."),
        ("Un détective condamné à deux ans de prison et 9 000 euros d’amende", "La CNIL était partie civile."),
        (
            "Cookies : ALPHA fait appel de l’amende de la CNIL",
            "ALPHA conteste l’amende de 9 millions d’euros prononcée par la CNIL.",
        ),
        (
            "ALPHA paie son amende de 9 millions d’euros",
            "ALPHA s’est acquittée de l’amende que la CNIL lui avait infligée en 2019.",
        ),
        (
            "La CNIL demande 9 millions d’euros d’amende contre ALPHA",
            "Le rapporteur a proposé une amende de 9 millions d’euros à l’encontre de ALPHA.",
        ),
        ("9 millions d’euros d’amendes en Europe en 2025", "La première est l’amende prononcée contre ALPHA."),
    ],
)
def test_a_headline_with_a_sum_is_no_measure_where_the_text_tells_of_none_of_the_cnil(title: str, text: str) -> None:
    assert release(title, text).nothing


@pytest.mark.parametrize(
    "text",
    [
        "La présidente a rappelé que la CNIL a sanctionné ALPHA d’une amende de 9 millions d’euros.",
        "Ses contrôles peuvent aboutir à une amende, comme l’amende de 9 millions d’euros prononcée en 2025.",
        "Après l’amende de 9 millions d’euros infligée par la CNIL à ALPHA, ses clients réclament une indemnité.",
        "Le 4 mai 2023, la CNIL infligeait à ALPHA une amende de 9 millions d’euros.",
        "La CNIL s’apprête à sanctionner ALPHA d’une amende de 9 millions d’euros.",
        "Pourquoi la CNIL a-t-elle sanctionné ALPHA d’une amende de 9 millions d’euros ?",
    ],
)
def test_a_measure_that_is_known_reported_or_only_near_is_not_taken_now(text: str) -> None:
    assert release("Sécurité des données : que retenir", text).nothing


def test_a_measure_is_accepted_only_where_the_cnil_is_said_to_take_it() -> None:
    found = release("ALPHA : 50 000 euros d’amende", "La société ALPHA a été sanctionnée d’une amende de 50 000 euros.")

    assert any("it was the CNIL" in doubt for doubt in found.doubts)
    by_the_cnil = "La société ALPHA a été condamnée par la CNIL à une amende de 50 000 euros."
    assert release("ALPHA : 50 000 euros d’amende", by_the_cnil).doubts == ()


def test_an_act_without_its_end_is_no_news_that_announces_nothing() -> None:
    text = (
        "La Commission, réunie en sa formation restreinte composée de M. DUPONT, président ;\n"
        "A adopté la décision suivante :\n1. La rapporteure propose une amende."
    )
    found = release("Délibération SAN-2024-910 du 2 mai 2024 concernant la société ALPHA", text)

    assert found.nothing is None
    assert any("operative part" in doubt for doubt in found.doubts)


def test_one_sanction_of_the_simplified_procedure_is_no_digest() -> None:
    text = "Le président de la formation restreinte a prononcé une amende de 9 000 euros à l’encontre d’un restaurant."

    assert release("Caméras : sanction simplifiée de 9 000 euros", text).doubts == ()


def test_a_formal_notice_that_is_closed_is_none() -> None:
    text = "La présidente de la CNIL a clôturé la mise en demeure adressée le 4 mai 2024 à la société ALPHA."

    assert release("Fin de la mise en demeure de ALPHA", text).nothing
    assert release("ALPHA en règle", text).nothing


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Retour sur le démarchage : ALPHA sanctionnée", FINED),
        ("Bilan de compétences : la CNIL sanctionne ALPHA", FINED),
        ("Conseils en ligne : sanction d’un site", FINED),
        ("ALPHA épinglé", "La formation restreinte de la CNIL a en effet sanctionné l’opérateur pour une faille."),
        (
            "La CNIL frappe ALPHA",
            "La CNIL a annoncé jeudi deux amendes : 9 millions d’euros pour ALPHA et 8 pour BETA.",
        ),
        (
            "Le ministère de la Justice mis en demeure",
            "La présidente de la CNIL met en demeure le ministère de la Justice, alors qu’un procès suit son cours.",
        ),
    ],
)
def test_a_case_is_never_dropped_for_the_words_around_it(title: str, text: str) -> None:
    assert release(title, text).nothing is None
