"""What the operative part of a deliberation takes, spares or only orders. Every text is written for the test."""

import pytest

from scrapers.adapter import Form
from tests.french import HEADING, account, deliberation, told

TWO = HEADING.replace("la société ALPHA", "les sociétés ALPHA et BETA")


def test_articles_after_the_last_of_several_fines_are_those_of_all() -> None:
    found = deliberation(
        "prononcer à l'encontre des sociétés ALPHA et BETA des amendes d'un montant respectif de 200 000 euros et de "
        "100 000 euros au regard du manquement à l'article 32 du RGPD",
        TWO,
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 200_000), ("fine", "BETA", 100_000)]
    assert {sanction.articles for sanction in found.sanctions} == {("GDPR 32",)}


def test_a_company_that_is_acquitted_by_name_is_not_missed() -> None:
    found = deliberation(
        "- dire n'y avoir lieu à sanction à l'encontre de la société BETA ;\n"
        "- prononcer à l'encontre de la société ALPHA une amende de 9 000 euros",
        TWO,
    )

    assert told(found.sanctions) == [("fine", "ALPHA", 9_000)]
    assert found.doubts == ()


@pytest.mark.parametrize(
    "clause",
    [
        "ordonner la réouverture des débats et renvoyer l'affaire à une séance ultérieure",
        "faire droit à la demande et retirer la publicité de la délibération du 3 mai 2019",
    ],
)
def test_an_order_of_the_procedure_is_no_measure(clause: str) -> None:
    assert deliberation(clause).nothing


def test_an_old_operative_part_may_begin_without_its_formula() -> None:
    title = "Délibération n° 2010-911 du 22 avril 2010 de la formation restreinte prononçant un avertissement"
    text = (
        f"{title}\nAprès en avoir délibéré, a adopté la décision suivante :\nLa société est un site de vente.\n"
        "En conséquence, la formation restreinte de la CNIL, après en avoir délibéré, décide de :\n"
        "- prononcer un avertissement à l'encontre de la société ALPHA ;\n- rendre public cet avertissement."
    )

    assert told(account(Form.DECISION_TEXT, title, text).sanctions) == [("warning", "ALPHA", None)]


def test_a_liquidation_claims_no_article_of_the_decision_before_it() -> None:
    found = deliberation(
        "liquider l'astreinte à hauteur de 9 000 euros",
        before="La formation restreinte avait prononcé une amende pour un manquement à l'article 32 du RGPD.",
    )

    assert [(s.kind.value, s.articles) for s in found.sanctions] == [("periodic_penalty", ())]


def test_evidence_of_a_long_clause_holds_its_sum() -> None:
    breaches = "pour avoir conservé sans limite les données de ses clients, " * 15
    found = deliberation(f"prononcer à l'encontre de la société ALPHA, {breaches}une amende de 9 000 euros")

    assert told(found.sanctions) == [("fine", "ALPHA", 9_000)]
    assert "9 000 euros" in found.sanctions[0].evidence.words


def test_evidence_is_as_printed_where_a_notice_is_quoted() -> None:
    found = deliberation(
        "enjoindre à la société ALPHA d'afficher le texte « la formation restreinte a condamné la société Alpha » "
        "pendant deux jours"
    )

    assert told(found.sanctions) == [("order", "ALPHA", None)]
    assert "a condamné la société Alpha" in found.sanctions[0].evidence.words


def test_lines_that_were_cut_at_a_margin_are_read_on() -> None:
    cut = (
        "prononcer à l'encontre\nde la société ALPHA\nCONSEIL une amende\nadministrative de 180 000 (cent\n"
        "quatre-vingt mille)\neuros pour manquement à\nl'article 32 du RGPD ;\n- rendre publique\nla délibération"
    )
    found = deliberation(cut)

    assert told(found.sanctions) == [("fine", "ALPHA CONSEIL", 180_000)]
    assert found.doubts == ()


def test_a_sum_that_begins_inside_a_glued_word_goes_to_a_person() -> None:
    found = deliberation("prononcer à l'encontre de la société ALPHA une amende de (centquatre-vingt mille) euros")

    assert any("differ" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", "La Présidente,\nEn conséquence, la société ALPHA est mise en demeure de cesser la collecte."),
        (
            "Délibération n° SAN-2024-911 du 2 mai 2024 relative à l'injonction prononcée à l'encontre de ALPHA",
            "La formation restreinte a prononcé une injonction le 3 mai 2023. […]",
        ),
    ],
)
def test_an_act_whose_end_or_title_is_missing_is_never_dropped(title: str, text: str) -> None:
    found = account(Form.DECISION_TEXT, title, text)

    assert found.nothing is None
