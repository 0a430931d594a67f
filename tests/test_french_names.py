"""Where French words name a party, and where only a clause stands in the place of a name; which articles they cite."""

import pytest

from scrapers.meaning.french.breaches import concluded, read_articles
from scrapers.meaning.french.names import mentions, read_names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "de la société ALPHA IRELAND LIMITED parce que les internautes résidant en France",
            ("ALPHA IRELAND LIMITED",),
        ),
        ("la société ALPHA de deux amendes d'un montant total", ("ALPHA",)),
        ("la société ALPHA concernant son projet de traitement", ("ALPHA",)),
        ("de la société par actions simplifiée ALPHA CONSEIL, dont le siège est à Lyon", ("ALPHA CONSEIL",)),
        ("de GROUPE ALPHA+ une amende", ("GROUPE ALPHA+",)),
        ("de LES ÉDITIONS ALPHA une amende", ("LES ÉDITIONS ALPHA",)),
        ("de la SOCIÉTÉ NOUVELLE DE L'ALMANACH une amende", ("SOCIÉTÉ NOUVELLE DE L'ALMANACH",)),
        ("de ALPHA HABITAT et de la société BETA", ("ALPHA HABITAT", "BETA")),
        ("des sociétés ALPHA SA, BETA SAS et GAMMA SARL une amende", ("ALPHA SA", "BETA SAS", "GAMMA SARL")),
        ("de chacune des sociétés ALPHA et BETA une amende", ("ALPHA", "BETA")),
        ("au ministère de la mer et au ministère du budget de cesser", ("ministère de la mer", "ministère du budget")),
        (
            "le ministère de la mer, de la pêche et du littoral de cesser",
            ("ministère de la mer, de la pêche et du littoral",),
        ),
        ("du ministère de la Mer et rendu cette décision publique", ("ministère de la Mer",)),
        (
            "le ministère de la Mer et des Outre-mer et le ministère du Budget de cesser",
            ("ministère de la Mer et des Outre-mer", "ministère du Budget"),
        ),
        ("de la commune de X une amende", (None,)),
        ("du syndicat des copropriétaires de la résidence Z une amende", (None,)),
        ("du syndicat des copropriétaires « LES ALPHAS » une amende", ("syndicat des copropriétaires « LES ALPHAS »",)),
        ("des sociétés ALPHA LIMITED (ALPHA) et BETA LIMITED (BETA).", ("ALPHA LIMITED", "BETA LIMITED")),
        ("de sa filiale BETA SERVICES une amende", ("BETA SERVICES",)),
        ("de la commune de BOURG-NEUF une amende", ("commune de BOURG-NEUF",)),
        ("deux ministères pour leur mauvaise gestion", ()),
        ("40 organismes de cesser", ()),
        ("la société ALPHA du 3 mai 2024", ("ALPHA",)),
        ("l'association ALPHA et sa présidente l'a dit", ("association ALPHA",)),
        ("le centre qui gère depuis des années avec soin les fichiers de tous les agents de la ville et du pays", ()),
        ("du centre chargé de la gestion des fichiers de tous les agents de la ville et du pays de la côte", ()),
    ],
)
def test_a_name_ends_where_a_clause_begins(words: str, names: tuple[str | None, ...]) -> None:
    assert read_names(words) == names


@pytest.mark.parametrize(
    "words",
    [
        "Cette mise en demeure n'est pas une sanction.",
        "Elle rappelle que la mise en demeure de février reste applicable.",
        "Les sociétés mises en demeure ont répondu.",
        "La CNIL met en demeure un gestionnaire de site.",
    ],
)
def test_a_clause_is_no_name(words: str) -> None:
    assert not any(any(mention.names) for mention in mentions(words))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Mise en demeure de la société ALPHA.AERO", ("ALPHA.AERO",)),
        ("La présidente met publiquement en demeure la société ALPHA de cesser", ("ALPHA",)),
        ("Elle a décidé d'adresser un avertissement public à la société ALPHA en raison de", ("ALPHA",)),
        ("ALPHA condamnée à payer une amende", ("ALPHA",)),
        ("La société ALPHA a été sanctionnée d'une amende", ("ALPHA",)),
        ("Le 4 mai 2026, ALPHA BETA a été sanctionnée d'une amende", ("ALPHA BETA",)),
        ("La CNIL sanctionne DE MAIN EN MAIN d'une amende", ("DE MAIN EN MAIN",)),
        ("La CNIL avertit la région Grande-Côte", ("région Grande-Côte",)),
        ("Cookies : sanction d'ALPHA DISTRIBUTION", ("ALPHA DISTRIBUTION",)),
        ("le ministère de la Mer rappelé à l'ordre", ("ministère de la Mer",)),
    ],
)
def test_a_party_is_named_before_or_after_the_measure(words: str, names: tuple[str, ...]) -> None:
    assert [mention.names for mention in mentions(words)] == [names]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("article 5-1-e du RGPD", ("GDPR 5(1)(e)",)),
        ("articles 5.1.c, 5.1.e) et 12 du RGPD", ("GDPR 5(1)(c)", "GDPR 5(1)(e)", "GDPR 12")),
        ("articles 5, paragraphe 1, sous c) et e), et 13 du RGPD", ("GDPR 5(1)(c)", "GDPR 5(1)(e)", "GDPR 13")),
        ("articles 44 et suivants du RGPD", ("GDPR 44",)),
        ("article 32, 1° du RGPD", ("GDPR 32",)),
        ("articles 4-11 et 7 du RGPD", ("GDPR 7",)),
        (
            "articles L. 34-5 du code des postes et des communications électroniques et 12 et 14 du RGPD",
            ("FR CPCE L34-5", "GDPR 12", "GDPR 14"),
        ),
        ("articles 82 de la loi n° 78-17 du 6 janvier 1978 modifiée et 6 du RGPD", ("FR LIL 82", "GDPR 6")),
    ],
)
def test_an_article_is_read_however_it_is_cited(words: str, named: tuple[str, ...]) -> None:
    assert read_articles(words) == named


def test_a_sum_that_is_at_most_due_names_nobody() -> None:
    assert mentions("Il prononce une amende de 20 000 euros au plus.") == ()


def test_a_reasoned_text_names_what_was_found_and_not_what_was_only_held_against() -> None:
    text = (
        "La rapporteure considère qu'un manquement à l'article 27 du RGPD est constitué.\n"
        "La formation restreinte considère qu'un manquement à l'article 6 du RGPD est constitué.\n"
        "Elle considère que le manquement à l'article 9 du RGPD n'est pas constitué.\n"
        "La société a méconnu l'article 17 du RGPD."
    )

    assert concluded(text) == ("GDPR 6", "GDPR 17")


def test_paragraphs_that_are_glued_together_are_sentences_of_their_own() -> None:
    text = (
        "40. Le manquement à l'article 6 du RGPD est constitué.41. La société conteste.42. Le manquement à l'article 9 "
        "du RGPD n'est pas constitué.PAR CES MOTIFS"
    )

    assert concluded(text) == ("GDPR 6",)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("La présidente a mis en demeure vendredi la société ALPHA de cesser", "ALPHA"),
        ("L'éditeur de jeux ALPHA s'est vu infliger une amende", "ALPHA"),
        ("40 millions d'euros d'amende pour le français Alpha", "Alpha"),
        ("La CNIL met en demeure le site Alpha", "Alpha"),
        ("La CNIL sanctionne une nouvelle fois Alpha", "Alpha"),
        ("L'opérateur ALPHA a écopé d'une amende", "ALPHA"),
        ("La CNIL a annoncé avoir sanctionné, le 4 mai 2024, la société ALPHA d'une amende", "ALPHA"),
        ("Elle a infligé mardi 3 juin à ALPHA une amende", "ALPHA"),
    ],
)
def test_news_put_a_day_or_a_description_before_the_name(words: str, name: str) -> None:
    assert (name,) in [mention.names for mention in mentions(words)]
