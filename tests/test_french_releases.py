"""How the press releases and news of the CNIL are read. Every text is written for the test."""

from datetime import date

import pytest

from scrapers.decision import Kind
from tests.french import headline, release, told


def test_a_release_tells_its_fine_several_times_and_it_is_counted_once() -> None:
    found = release(
        "Sécurité : sanction de 2 millions d’euros à l’encontre de la société ALPHA",
        "Le 3 janvier 2024, la CNIL a sanctionné la société ALPHA d’une amende de 2 millions d’euros.\n"
        "Le plafond est de 10 millions d'euros. La rapporteure proposait une amende de 4 millions d'euros.\n"
        "La CNIL avait déjà sanctionné la société d'une amende de 1 million d'euros.\n"
        "La formation restreinte a donc prononcé une amende de 2 000 000 euros.\n"
        "Elle a enjoint à la société de chiffrer ses données. À défaut, elle devra payer une astreinte de "
        "500 euros par jour.",
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 2_000_000), ("order", "ALPHA", None)]
    assert found.doubts == ()
    assert found.decided_on == date(2024, 1, 3)
    assert found.sanctions[1].daily is not None


TWO = (
    "Le 8 janvier 2024, la CNIL a prononcé des amendes de 16 et de 9 millions d’euros à l’encontre des "
    "sociétés ALPHA MOBILE "
    "et ALPHA.\nLes deux sociétés ont reçu une injonction."
)


TWO_TITLE = "Sanctions de 25 millions d’euros à l’encontre de ALPHA MOBILE et ALPHA"


@pytest.mark.parametrize(("company", "amount"), [("ALPHA MOBILE", 16_000_000), ("ALPHA", 9_000_000)])
@pytest.mark.parametrize("form", ["", " SAS"])
def test_of_two_decisions_in_one_release_each_has_its_own_fine(company: str, amount: int, form: str) -> None:
    found = release(TWO_TITLE, TWO, about=f"Délibération SAN-2024-002 concernant la société {company}{form}")

    assert told(found.sanctions) == [("fine", company, amount), ("order", company, None)]
    assert found.doubts == ()


def test_a_release_of_two_decisions_that_does_not_say_whose_is_whose_goes_to_a_person() -> None:
    found = release(TWO_TITLE, TWO, about="Délibération SAN-2024-002 du 8 janvier 2024")

    assert found.sanctions == ()
    assert found.doubts


def test_a_total_stands_aside_when_its_parts_are_told() -> None:
    found = release(
        "Cookies : ALPHA sanctionné d’une amende de 130 millions d’euros",
        "Le 1er septembre 2024, la CNIL a sanctionné ALPHA d’une amende de 130 millions d’euros.\n"
        "Elle a infligé deux amendes, l’une de 80 millions d’euros à l’encontre de la société ALPHA LLC et l’autre de "
        "50 millions d’euros à l’encontre de la société ALPHA IRELAND LIMITED.",
    )

    assert told(found.sanctions) == [("fine", "ALPHA LLC", 80_000_000), ("fine", "ALPHA IRELAND LIMITED", 50_000_000)]
    assert found.doubts == ()


def test_a_total_in_the_sentence_of_its_parts_stands_aside() -> None:
    found = release(
        "Cookies : la CNIL sanctionne ALPHA LLC et ALPHA IRELAND",
        "Le 7 décembre 2023, la CNIL a sanctionné les sociétés ALPHA LLC et ALPHA IRELAND d’un montant total de "
        "80 millions d’euros : 50 millions d’euros pour ALPHA LLC et 30 millions d’euros pour ALPHA IRELAND.",
    )

    assert told(found.sanctions) == [("fine", "ALPHA LLC", 50_000_000), ("fine", "ALPHA IRELAND", 30_000_000)]
    assert found.doubts == ()


def test_one_total_for_several_companies_goes_to_a_person() -> None:
    found = release(
        "Cookies : la CNIL sanctionne ALPHA LLC et ALPHA IRELAND",
        "Le 7 décembre 2023, la CNIL a sanctionné les sociétés ALPHA LLC et ALPHA IRELAND d’une amende d’un "
        "montant total "
        "de 100 millions d’euros.",
    )

    assert found.doubts


def test_a_title_and_a_text_that_disagree_go_to_a_person() -> None:
    found = release(
        "La CNIL sanctionne ALPHA d’une amende de 3 millions d’euros",
        "Le 3 janvier 2024, la CNIL a sanctionné la société ALPHA d’une amende de 30 millions d’euros.",
    )

    assert any("different amounts" in doubt for doubt in found.doubts)


def test_a_release_on_a_liquidation_does_not_count_the_earlier_fine() -> None:
    found = release(
        "La CNIL liquide l’astreinte prononcée à l’encontre de ALPHA",
        "Le 11 octobre 2022, la CNIL a prononcé à l’encontre de ALPHA une amende de 20 millions d’euros.\n"
        "Le 11 avril 2023, la formation restreinte a liquidé l’astreinte à hauteur de 4 400 000 euros à "
        "l’encontre de ALPHA.",
    )

    assert told(found.sanctions) == [("periodic_penalty", "ALPHA", 4_400_000)]


def test_an_earlier_fine_is_known_by_its_day() -> None:
    found = release(
        "Sanction de 2 millions d’euros à l’encontre de ALPHA",
        "Le 3 janvier 2024, la CNIL a sanctionné la société ALPHA d’une amende de 2 millions d’euros.\n"
        "Le 11 octobre 2022, elle a prononcé une amende de 1 million d’euros à l’encontre de la société ALPHA.\n"
        "En 2021, elle a sanctionné ALPHA d’une amende de 500 000 euros.",
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 2_000_000)]
    assert found.doubts == ()


def test_an_article_that_tells_of_a_fine_far_below_announces_none() -> None:
    text = "Les mots de passe protègent les comptes. " * 50
    found = release("Bien choisir un mot de passe", f"{text}La CNIL a sanctionné ALPHA d’une amende de 5 000 euros.")

    assert (found.sanctions, found.nothing is None) == ((), False)


def test_a_formal_notice_before_a_fine_is_history() -> None:
    found = release(
        "Sanction de 1 million d’euros à l’encontre de ALPHA",
        "La présidente a mis en demeure la société ALPHA de cesser.\n"
        "La formation restreinte a prononcé une amende de 1 million d’euros à l’encontre de la société ALPHA.",
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 1_000_000)]


def test_a_release_that_names_nobody_is_read_without_a_name() -> None:
    found = release(
        "Surveillance : sanction de 40 000 euros à l’encontre d’une entreprise du secteur immobilier",
        "Le 19 décembre 2024, la CNIL a sanctionné une société d’une amende de 40 000 euros.",
    )

    assert told(found.sanctions) == [("fine", None, 40_000)]


def test_a_ruling_told_on_top_of_an_old_release_is_a_doubt() -> None:
    found = release(
        "La CNIL sanctionne ALPHA d’une amende de 36 millions d’euros",
        "Le Conseil d’État a ramené le montant à 17 millions d’euros.\n"
        "Le 20 décembre 2023, la CNIL a sanctionné la société ALPHA d’une amende de 36 millions d’euros.",
    )

    assert any("Conseil d'État" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    "title",
    [
        "Clôture de l’injonction prononcée à l’encontre de la société ALPHA",
        "Le Conseil d’État confirme la sanction de 40 millions d’euros prononcée à l’encontre de ALPHA",
        "Transferts : l’autorité irlandaise inflige une amende de 1,2 milliard d’euros à ALPHA",
        "Sanctions : le bilan de l’année 2024",
        "Comment la CNIL instruit les plaintes",
        "La CNIL lance une consultation publique",
        "Un site plus simple",
    ],
)
def test_news_without_a_new_measure_is_no_sanction(title: str) -> None:
    body = "Selon la loi, la CNIL peut prononcer une amende pouvant atteindre 20 millions d’euros."

    assert headline(title).nothing
    assert release(title, body).nothing


def test_a_digest_of_the_simplified_procedure_goes_to_a_person() -> None:
    title = "Procédure simplifiée : la CNIL prononce neuf nouvelles sanctions"
    found = release(title, "Le montant total des amendes prononcées est de 83 000 euros.")

    assert (found.sanctions, found.nothing) == ((), None)
    assert found.doubts


def test_a_fine_told_without_its_article_has_those_that_no_other_fine_has() -> None:
    found = release(
        "ALPHA sanctionné par une amende de 350 000 euros",
        "Le 4 mai 2024, la CNIL a sanctionné la société ALPHA de deux amendes d’un montant total de 350 000 euros : "
        "250 000 euros au titre du RGPD et 100 000 euros au titre de l’article 82 de la loi Informatique et Libertés.\n"
        "Un manquement à la sécurité (article 32 du RGPD)\n"
        "Un manquement relatif aux cookies (article 82 de la loi Informatique et Libertés)",
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 250_000), ("fine", "ALPHA", 100_000)]
    assert [sanction.articles for sanction in found.sanctions] == [("GDPR 32",), ("FR LIL 82",)]


EQUAL = (
    "Le 4 février 2024, la CNIL a prononcé une amende de 50 000 euros à l’encontre de la société ALPHA.\n"
    "Elle a également prononcé une amende de 50 000 euros à l’encontre de la société BETA."
)


def test_two_companies_may_be_fined_the_same() -> None:
    found = release("La CNIL prononce deux amendes de 50 000 euros à l’encontre de ALPHA et BETA", EQUAL)

    assert told(found.sanctions) == [("fine", "ALPHA", 50_000), ("fine", "BETA", 50_000)]
    assert found.doubts == ()


def test_two_names_beside_one_sum_go_to_a_person() -> None:
    assert release("Cookies : la CNIL prononce des amendes", EQUAL).doubts


def test_a_release_whose_title_speaks_of_no_sanction_is_not_accepted() -> None:
    found = release("La CNIL échange avec les acteurs", "La CNIL a mis en demeure la société ALPHA.")

    assert (found.nothing, bool(found.doubts)) == (None, True)


def test_a_fine_that_is_only_an_example_is_not_announced() -> None:
    text = "Un contrôle peut donner lieu à une sanction, comme l’amende de 4 millions d’euros prononcée contre ALPHA."

    assert release("Les thèmes des contrôles de l’année", text).nothing


def test_a_name_in_the_title_that_the_text_does_not_give_is_a_doubt() -> None:
    found = release(
        "Sanction : le cas ALPHA", "Le 4 mai 2024, la CNIL a sanctionné l’éditeur d’une amende de 5 000 euros."
    )

    assert any("not clear whom" in doubt for doubt in found.doubts)


def test_the_day_of_a_measure_may_follow_a_heading_or_its_verb() -> None:
    for text in (
        "Cookies : le 4 mai 2024, la CNIL a sanctionné la société ALPHA d’une amende de 5 000 euros.",
        "La CNIL a sanctionné, le 4 mai 2024, la société ALPHA d’une amende de 5 000 euros.",
        "La CNIL a sanctionné la société ALPHA d’une amende de 5 000 euros le 4 mai 2024.",
        "La CNIL a, le 4 mai 2024, sanctionné la société ALPHA d’une amende de 5 000 euros.",
        "La CNIL a donc prononcé, par une délibération du 4 mai 2024, une amende de 5 000 euros contre ALPHA.",
    ):
        assert release("Sanction de 5 000 euros à l’encontre de ALPHA", text).decided_on == date(2024, 5, 4)


def test_a_list_that_a_measure_introduces_is_read_point_by_point() -> None:
    found = release(
        "Cookies : la CNIL sanctionne ALPHA à hauteur de 15 millions d’euros et BETA à hauteur de 6 millions d’euros",
        "Elle sanctionne BETA à hauteur de 6 millions d’euros et ALPHA à hauteur de 15 millions d’euros.\n"
        "La formation restreinte a prononcé :\n"
        "- deux amendes d’un montant total de 15 millions d’euros à l’encontre d’ALPHA (9 millions d’euros pour la "
        "société ALPHA LLC et 6 millions d’euros pour la société ALPHA IRELAND LIMITED) ;\n"
        "- une amende de 6 millions d’euros à l’encontre de la société BETA LIMITED.\n"
        "Elle leur a enjoint de modifier leur bandeau.",
    )

    assert sorted(told(found.sanctions)) == [
        ("fine", "ALPHA IRELAND LIMITED", 6_000_000),
        ("fine", "ALPHA LLC", 9_000_000),
        ("fine", "BETA", 6_000_000),
        ("order", "ALPHA IRELAND LIMITED", None),
        ("order", "ALPHA LLC", None),
        ("order", "BETA", None),
    ]
    assert found.doubts == ()


def test_what_a_formal_notice_demands_is_no_order() -> None:
    found = release(
        "La CNIL met en demeure ALPHA AI de cesser la collecte",
        "La présidente de la CNIL a mis en demeure la société ALPHA AI.\n"
        "La société dispose de deux mois pour respecter les injonctions formulées dans la mise en demeure, sinon une "
        "sanction pourra être prononcée.",
    )

    assert told(found.sanctions) == [("formal_notice", "ALPHA AI", None)]


def test_the_day_of_an_order_may_stand_in_a_later_sentence() -> None:
    found = release(
        "La CNIL rappelle à l’ordre le ministère de la Mer",
        "Le 4 mai 2024, la CNIL a rappelé à l’ordre le ministère de la Mer et lui a enjoint de corriger son fichier.\n"
        "Elle lui a donc enjoint de corriger le fichier avant le 31 octobre 2026.",
    )

    assert [s.due_on for s in found.sanctions if s.kind is Kind.ORDER] == [date(2026, 10, 31)]


def test_a_fine_of_the_same_day_that_the_title_leaves_out_is_of_another_act() -> None:
    found = release(
        "La CNIL sanctionne ALPHA d’une amende de 15 millions d’euros",
        "Le 4 mai 2024, la CNIL a sanctionné la société ALPHA d’une amende de 15 millions d’euros.\n"
        "Le même jour, la société BETA a été sanctionnée d’une amende de 9 millions d’euros.",
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 15_000_000)]
    assert found.doubts == ()


def test_a_fine_on_somebody_whom_a_title_without_sums_leaves_out_is_a_doubt() -> None:
    found = release(
        "Prospection : la CNIL sanctionne ALPHA",
        "Le 4 mai 2024, la CNIL a sanctionné la société ALPHA d’une amende de 15 000 euros.\n"
        "Le même jour, la société BETA a été sanctionnée d’une amende de 9 000 euros.",
    )

    assert any("does not name" in doubt for doubt in found.doubts)


def test_a_title_that_counts_more_measures_than_are_told_is_a_doubt() -> None:
    found = release(
        "Trois sanctions à l’encontre de courtiers en données",
        "Le 4 mai 2024, la CNIL a sanctionné la société ALPHA d’une amende de 15 000 euros.",
    )

    assert any("counts more" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    "words",
    [
        "Pour des envois sans consentement, la société ALPHA a été sanctionnée d’une amende de 9 000 euros.",
        "La société ALPHA, qui n’a pas répondu, a été sanctionnée d’une amende de 9 000 euros.",
        "Pour ne pas avoir répondu, la société ALPHA a reçu une amende de 9 000 euros.",
    ],
)
def test_what_was_not_done_does_not_deny_the_fine_for_it(words: str) -> None:
    assert told(release("Prospection : ALPHA sanctionnée", words).sanctions) == [("fine", "ALPHA", 9_000)]


def test_a_measure_that_was_not_taken_is_denied() -> None:
    found = release(
        "La CNIL rappelle à l’ordre la société ALPHA",
        "La formation restreinte a rappelé à l’ordre la société ALPHA, sans prononcer d’amende ni d’injonction.",
    )

    assert told(found.sanctions) == [("reprimand", "ALPHA", None)]
