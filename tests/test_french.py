"""How the French of the CNIL is read. Every sentence here is written for the test, in the manner of the genre."""

from datetime import date

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.french import read

HEADING = "Délibération de la formation restreinte n° SAN-2024-001 du 3 janvier 2024 concernant la société ALPHA"


def account(
    form: Form, title: str, text: str, *, about: str = "", listed_on: str | None = None, published: str | None = None
) -> Account:
    passage = Passage(form, text, "fr", "https://example.org/act")
    raw = RawDecision("key", passage.url, title, (passage,), about=about, listed_on=listed_on, published=published)
    return read(raw, passage)


def deliberation(operative: str, title: str = HEADING, before: str = "") -> Account:
    text = (
        f"{title}\nLa Commission, réunie en sa formation restreinte ;\n{before}\nPAR CES MOTIFS\n"
        f"La formation restreinte de la CNIL, après en avoir délibéré, décide de :\n{operative}\n"
        "Le président\nJean DUPONT\nCette décision est susceptible de faire l'objet d'un recours de 1 000 euros."
    )
    return account(Form.DECISION_TEXT, title, text)


def release(title: str, text: str, about: str = "") -> Account:
    return account(Form.PRESS_RELEASE, title, text, about=about)


def headline(title: str) -> Account:
    return account(Form.FEED_ITEM, title, title)


def told(sanctions: tuple[Sanction, ...]) -> list[tuple[str, str | None, int | None]]:
    """Kind, party and whole euros of each sanction."""
    return [(s.kind.value, s.party, s.money.minor // 100 if s.money else None) for s in sanctions]


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


def test_a_translated_release_with_more_than_a_plain_fine_goes_to_a_person() -> None:
    text = "On 11 April 2023 the CNIL imposed an overdue penalty payment of 4,400,000 euros on ALPHA AI."
    passage = Passage(Form.PRESS_RELEASE, text, "en")
    found = read(RawDecision("key", "", "ALPHA AI: overdue penalty of 4.4 million euros", (passage,)), passage)

    assert found.nothing is None
    assert found.doubts


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


@pytest.mark.parametrize("rest", ["sur les 45 000 euros atteints", "et non des 45 000 euros encourus"])
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

    assert any("title has a name" in doubt for doubt in found.doubts)


def test_the_day_of_a_measure_may_follow_a_heading_or_its_verb() -> None:
    for text in (
        "Cookies : le 4 mai 2024, la CNIL a sanctionné la société ALPHA d’une amende de 5 000 euros.",
        "La CNIL a sanctionné, le 4 mai 2024, la société ALPHA d’une amende de 5 000 euros.",
        "La CNIL a, le 4 mai 2024, sanctionné la société ALPHA d’une amende de 5 000 euros.",
        "La CNIL a donc prononcé, par une délibération du 4 mai 2024, une amende de 5 000 euros contre ALPHA.",
    ):
        assert release("Sanction de 5 000 euros à l’encontre de ALPHA", text).decided_on == date(2024, 5, 4)


def test_millions_need_not_name_their_currency_twice() -> None:
    found = headline("La CNIL inflige 20 millions d’euros d’amende à Alpha et 7 millions à Beta")

    assert told(found.sanctions) == [("fine", "Alpha", 20_000_000), ("fine", "Beta", 7_000_000)]
