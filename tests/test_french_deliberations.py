"""How the deliberations and formal notices of the CNIL are read. Every text is written for the test."""

from datetime import date

import pytest

from scrapers.adapter import Form
from scrapers.decision import Kind
from tests.french import HEADING, account, deliberation, told


@pytest.mark.parametrize(
    "amount",
    [
        "1 850 000 (un million huit cent cinquante mille) euros",
        "un million huit cent cinquante mille euros (1 850 000 euros)",
        "1 850 000 €",
        "1.850.000 euros",
        "1,85 million d’euros",
        "un million huit-cent-cinquante-mille euros",
    ],
)
def test_a_fine_is_read_however_its_amount_is_written(amount: str) -> None:
    found = deliberation(f"- prononcer à l’encontre de la société ALPHA une amende d’un montant de {amount} ;")

    assert told(found.sanctions) == [("fine", "ALPHA", 1_850_000)]
    assert found.doubts == ()


def test_words_may_stand_between_the_digits_and_their_unit() -> None:
    found = deliberation("prononcer à l'encontre de la société ALPHA une amende de 70 (soixante-dix) millions d’euros")

    assert told(found.sanctions) == [("fine", "ALPHA", 70_000_000)]
    assert found.doubts == ()


def test_a_total_of_the_operative_part_is_not_counted_beside_its_parts() -> None:
    found = deliberation(
        "prononcer à l'encontre de la société ALPHA une amende d'un montant total de 500 000 euros, qui se décompose "
        "ainsi : 300 000 euros pour les manquements au RGPD et 200 000 euros pour le manquement à la loi"
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 300_000), ("fine", "ALPHA", 200_000)]


def test_words_that_contradict_the_digits_go_to_a_person() -> None:
    found = deliberation("prononcer à l'encontre de la société ALPHA une amende de 50 000 (cinq cent mille) euros")

    assert any("differ" in doubt for doubt in found.doubts)


def test_only_the_operative_part_counts() -> None:
    before = (
        "Le rapporteur a proposé une amende de 900 000 euros. Le chiffre d'affaires est de 3 milliards d'euros.\n"
        "PAR CES MOTIFS, avait dit la délibération de 2019, prononcer une amende de 70 000 euros."
    )
    found = deliberation("prononcer à l'encontre de la société ALPHA une amende de 5 000 euros", before=before)

    assert told(found.sanctions) == [("fine", "ALPHA", 5_000)]


def test_text_that_is_glued_together_is_cut_at_its_verbs() -> None:
    glued = (
        f"{HEADING}La CommissionPAR CES MOTIFSLa formation restreinte décide de :· prononcer à l'encontre de "
        "la société "
        "ALPHA une amende de 8 000 euros ;· prononcer à l'encontre de la société ALPHA une injonction d'effacer les "
        "données ;· assortir l'injonction d'une astreinte de 200 euros par jour de retard ;· rendre publique sa "
        "délibération.Le présidentJean DUPONT"
    )
    found = account(Form.DECISION_TEXT, HEADING, glued)

    assert told(found.sanctions) == [("fine", "ALPHA", 8_000), ("order", "ALPHA", None)]
    assert found.sanctions[1].daily is not None
    assert found.sanctions[1].daily.minor == 20_000


def test_a_daily_rate_is_never_the_fine() -> None:
    found = deliberation(
        "prononcer une injonction de mise en conformité, assortie d'une astreinte de 100 000 euros par jour de retard"
    )

    assert told(found.sanctions) == [("order", "ALPHA", None)]
    assert found.sanctions[0].daily is not None


def test_the_company_of_the_clause_is_that_of_the_heading() -> None:
    assert told(deliberation("prononcer à l'encontre de la société une amende de 9 000 euros").sanctions) == [
        ("fine", "ALPHA", 9_000)
    ]


@pytest.mark.parametrize("hidden", ["la société X", "M. [...]", "la société […]"])
def test_a_hidden_party_is_nobody(hidden: str) -> None:
    title = HEADING.replace("la société ALPHA", hidden)
    found = deliberation(f"prononcer à l'encontre de {hidden} une amende de 6 500 euros", title)

    assert told(found.sanctions) == [("fine", None, 6_500)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "prononcer à l'encontre de la société ALPHA une amende de 60 000 euros et à l'encontre de la société "
            "BETA une "
            "amende de 40 000 euros",
            [("fine", "ALPHA", 60_000), ("fine", "BETA", 40_000)],
        ),
        (
            "prononcer une amende de 60 000 euros à l'encontre de la société ALPHA et une amende de 40 000 euros à "
            "l'encontre de la société BETA",
            [("fine", "ALPHA", 60_000), ("fine", "BETA", 40_000)],
        ),
        (
            "prononcer à l'encontre des sociétés ALPHA et BETA des amendes de 60 000 et 40 000 euros respectivement",
            [("fine", "ALPHA", 60_000), ("fine", "BETA", 40_000)],
        ),
        (
            "prononcer à l'encontre des sociétés ALPHA et BETA une amende de 5 000 euros chacune",
            [("fine", "ALPHA", 5_000), ("fine", "BETA", 5_000)],
        ),
    ],
)
def test_each_company_has_its_own_fine(clause: str, expected: list[tuple[str, str | None, int | None]]) -> None:
    found = deliberation(clause)

    assert told(found.sanctions) == expected
    assert {sanction.joint for sanction in found.sanctions} == {None}


def test_one_fine_on_two_companies_is_owed_together() -> None:
    found = deliberation("prononcer à l'encontre des sociétés ALPHA UK LIMITED et ALPHA B.V. une amende de 5 000 euros")

    assert told(found.sanctions) == [("fine", "ALPHA UK LIMITED", 5_000), ("fine", "ALPHA B.V.", 5_000)]
    assert found.sanctions[0].joint == found.sanctions[1].joint is not None


def test_two_fines_on_one_company_are_two_with_their_own_articles() -> None:
    found = deliberation(
        "prononcer à l'encontre de la société ALPHA une amende de 300 000 euros pour les manquements aux "
        "articles 12 et 15 "
        "du RGPD et une amende de 100 000 euros pour le manquement à l'article 82 de la loi Informatique et Libertés"
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 300_000), ("fine", "ALPHA", 100_000)]
    assert [sanction.articles for sanction in found.sanctions] == [("GDPR 12", "GDPR 15"), ("FR LIL 82",)]


def test_a_liquidation_is_a_periodic_penalty_and_no_fine() -> None:
    found = deliberation(
        "procéder à la liquidation de l'astreinte prononcée à l'encontre de la société ALPHA pour un montant de "
        "65 000 euros (soixante-cinq mille euros)"
    )

    assert told(found.sanctions) == [("periodic_penalty", "ALPHA", 65_000)]


def test_a_liquidation_takes_no_order_and_no_fine_from_the_words_on_where_it_comes_from() -> None:
    found = deliberation(
        "liquider, à la suite d'une injonction prononcée avec une amende, l'astreinte à hauteur de 3 900 euros"
    )

    assert told(found.sanctions) == [("periodic_penalty", "ALPHA", 3_900)]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("prononcer un rappel à l'ordre à l'encontre de la société ALPHA", Kind.REPRIMAND),
        ("prononcer un avertissement public à l'encontre de la société ALPHA", Kind.WARNING),
        ("prononcer à l'encontre de la société ALPHA une limitation temporaire du traitement", Kind.ORDER),
        ("enjoindre à la société ALPHA d'effacer les données", Kind.ORDER),
    ],
)
def test_measures_without_money_have_their_kind(clause: str, kind: Kind) -> None:
    assert [(s.kind, s.party, s.money) for s in deliberation(clause).sanctions] == [(kind, "ALPHA", None)]


@pytest.mark.parametrize(
    "clause",
    [
        "dire qu'il n'y a pas lieu de prononcer de sanction à l'encontre de la société ALPHA",
        "qu'il n'y a pas lieu à liquidation d'astreinte",
        "ne pas liquider l'astreinte",
        "prononcer un non-lieu",
        "relaxer la société ALPHA",
        "prononcer la clôture de l'injonction",
    ],
)
def test_a_decision_that_takes_no_measure_is_no_sanction(clause: str) -> None:
    found = deliberation(clause)

    assert found.sanctions == ()
    assert found.nothing


def test_a_sum_that_no_rule_understands_is_never_dropped() -> None:
    found = deliberation("dire qu'il n'y a pas lieu à publicité ; laisser à la charge d'ALPHA la somme de 5 000 euros")

    assert found.nothing is None
    assert found.doubts


def test_a_formal_notice_of_the_president_needs_no_operative_part() -> None:
    title = "Décision n° MED-2024-010 du 5 mars 2024 mettant en demeure la société ALPHA AI"
    text = (
        f"{title}\nCes faits constituent un manquement à l'article 6 du RGPD.\nEn conséquence, la société "
        "ALPHA AI, sise à "
        "Paris, est mise en demeure sous un délai de deux mois de cesser la collecte. Une amende de 20 "
        "millions d'euros "
        "pourra être prononcée."
    )
    found = account(Form.DECISION_TEXT, title, text)

    assert told(found.sanctions) == [("formal_notice", "ALPHA AI", None)]
    assert (found.reference, found.decided_on) == ("MED-2024-010", date(2024, 3, 5))
    assert found.sanctions[0].articles == ("GDPR 6",)


@pytest.mark.parametrize(
    "title",
    [
        "Décision DR-2024-100 du 2 mai 2024 autorisant la société ALPHA à mettre en œuvre un traitement",
        "Délibération n° 2024-020 du 9 mars 2024 portant avis sur un projet de décret",
        "Délibération n° 2024-021 du 9 mars 2024 portant adoption d'une recommandation",
        "Décision n° MED-2023-001 du 5 mars 2024 clôturant la mise en demeure de la société ALPHA",
    ],
)
def test_other_acts_are_no_sanctions(title: str) -> None:
    found = account(Form.DECISION_TEXT, title, f"{title}\nUne amende de 1 500 euros est prévue par la loi.")

    assert found.sanctions == ()
    assert found.nothing


def test_a_decision_without_its_text_goes_to_a_person() -> None:
    found = account(Form.DECISION_TEXT, HEADING, HEADING)

    assert (found.sanctions, found.nothing) == ((), None)
    assert found.doubts


def test_a_day_in_the_record_that_is_not_that_of_the_heading_is_a_doubt() -> None:
    text = f"{HEADING}\nPAR CES MOTIFS\nprononcer à l'encontre de la société ALPHA une amende de 5 000 euros"
    found = account(Form.DECISION_TEXT, HEADING, text, listed_on="2024-02-03")

    assert any("2024-02-03" in doubt for doubt in found.doubts)


def test_a_placeholder_is_no_day_of_publication() -> None:
    assert account(Form.DECISION_TEXT, HEADING, HEADING, published="2999-01-01").published_on is None


def test_evidence_is_the_clause_and_where_it_stands() -> None:
    found = deliberation("- prononcer à l'encontre de la société ALPHA une amende de 5 000 euros ;\n- rendre publique")
    evidence = found.sanctions[0].evidence

    assert evidence.words == "prononcer à l'encontre de la société ALPHA une amende de 5 000 euros"
    assert evidence.document == "https://example.org/act"
    assert evidence.start is not None


@pytest.mark.parametrize("order", ["ordonner à la société de publier", "faire paraître dans la presse"])
def test_a_notice_that_must_be_published_takes_no_measure(order: str) -> None:
    found = deliberation(
        "- prononcer une sanction pécuniaire de 9 000 euros à l'encontre de la société ALPHA ;\n"
        f"- {order} le texte suivant : « Communiqué : la formation restreinte a condamné la société Alpha à "
        "9 000 euros d'amende » ;"
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 9_000)]


def test_each_of_several_companies_meets_its_own_measure() -> None:
    title = HEADING.replace("la société ALPHA", "les sociétés ALPHA et BETA")
    found = deliberation(
        "- prononcer à l'encontre de la société ALPHA une amende de 9 000 euros ;\n"
        "- prononcer à l'encontre de la société BETA un rappel à l'ordre ;",
        title,
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 9_000), ("reprimand", "BETA", None)]
    assert found.doubts == ()


def test_a_company_of_the_heading_that_meets_no_measure_is_a_doubt() -> None:
    title = HEADING.replace("la société ALPHA", "les sociétés ALPHA et BETA")

    assert deliberation("prononcer à l'encontre de la société ALPHA une amende de 9 000 euros", title).doubts


def test_sums_for_breaches_of_their_own_are_not_shared_out_among_the_parties() -> None:
    title = HEADING.replace("la société ALPHA", "les sociétés ALPHA et BETA")
    found = deliberation(
        "prononcer à l'encontre des sociétés ALPHA et BETA une amende de 9 000 euros pour les manquements au RGPD "
        "et de 3 000 euros pour le manquement à l'article 82 de la loi Informatique et Libertés",
        title,
    )

    assert [(s.party, s.money and s.money.minor) for s in found.sanctions] == [
        ("ALPHA", 900_000),
        ("BETA", 900_000),
        ("ALPHA", 300_000),
        ("BETA", 300_000),
    ]
    assert len({s.joint for s in found.sanctions}) == 2


@pytest.mark.parametrize(
    "rest", ["sur les 45 000 euros atteints", "soit 6 jours à 5 000 euros", "et non des 45 000 euros encourus"]
)
def test_of_a_liquidation_only_what_is_due_counts(rest: str) -> None:
    found = deliberation(f"procéder à la liquidation partielle de l'astreinte à hauteur de 30 000 euros {rest}")

    assert told(found.sanctions) == [("periodic_penalty", "ALPHA", 30_000)]


@pytest.mark.parametrize(
    "clause",
    [
        "qu'aucun manquement n'est constitué et qu'il n'y a lieu de prononcer aucune sanction",
        "ordonner la clôture de la procédure d'injonction",
        "informer la société ALPHA qu'elle envisage de liquider l'astreinte pour un montant de 4 000 euros",
        "rectifier l'erreur matérielle de la délibération du 7 décembre 2023",
    ],
)
def test_a_step_of_the_procedure_is_no_sanction(clause: str) -> None:
    found = deliberation(clause)

    assert found.sanctions == ()
    assert found.nothing


def test_an_act_of_another_series_is_no_sanction() -> None:
    title = "Délibération n° 2024-911 du 9 mars 2024 relative au fonctionnement des services"

    assert account(Form.DECISION_TEXT, title, f"{title}\nArticle 1er. Les agents sont désignés.").nothing


def test_a_decision_to_publish_a_formal_notice_has_a_number_of_its_own() -> None:
    title = (
        "Délibération n° 2018-911 du 5 juillet 2018 décidant de rendre publique la mise en demeure n° MED-2018-912 du "
        "25 juin 2018 prise à l'encontre de la société ALPHA"
    )
    found = account(Form.DECISION_TEXT, title, f"{title}\nPar décision du 25 juin 2018, elle a mis en demeure ALPHA.")

    assert told(found.sanctions) == [("formal_notice", "ALPHA", None)]
    assert (found.reference, found.decided_on) == ("2018-911", date(2018, 7, 5))
