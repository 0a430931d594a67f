"""News with several parties or sums, of other authorities, of old fines, translated. The sentences are ours."""

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.italian import read

Facts = list[tuple[str | None, str | None]]


def news(title: str, text: str = "", form: Form = Form.NEWS) -> Account:
    raw = RawDecision(key="9000003", url="", title=title, passages=())
    return read(raw, Passage(form, text, "it"))


def fines(account: Account) -> Facts:
    return [(one.party, str(one.money.amount) if one.money else None) for one in account.sanctions]


@pytest.mark.parametrize(
    "text",
    [
        "Il Garante ha inflitto sanzioni di 8mila e 5mila euro rispettivamente a Rete Blu e alla Regione Ombra.",
        "Rete Blu e Regione Ombra dovranno pagare al Garante multe rispettivamente di 8.000 euro e 5.000 euro.",
        "Il Garante sanziona Rete Blu per 8mila euro e la Regione Ombra per 5mila euro.",
        "Il Garante: multa di 8.000 euro a Rete Blu e multa di 5.000 euro alla Regione Ombra.",
        "Rete Blu è stata sanzionata dal Garante per 8mila euro, mentre Regione Ombra è stata multata per 5mila euro.",
        "Il Garante ha multato Rete Blu (8.000 euro) e Regione Ombra (5.000 euro).",
    ],
)
def test_each_sum_of_a_sentence_goes_to_its_party(text: str) -> None:
    account = news("Le decisioni del Garante privacy", text)

    assert fines(account) == [("Rete Blu", "8000.00"), ("Regione Ombra", "5000.00")]
    assert account.doubts == ()


def test_sums_that_no_rule_gives_to_a_party_are_nobodys() -> None:
    account = news("Il Garante sanziona cinque aziende", "Le sanzioni del Garante sono di 8mila e 5mila euro.")

    assert fines(account) == [(None, "8000.00"), (None, "5000.00")]
    assert "the release names no party" in account.doubts


def test_one_sum_of_two_parties_is_a_question() -> None:
    account = news("Volo", "Il Garante ha inflitto una multa di 9.000 euro a Volo Italia e a Volo Europa.")

    assert [(one.party, one.joint is not None) for one in account.sanctions] == [
        ("Volo Italia", True),
        ("Volo Europa", True),
    ]
    assert account.doubts == ("the release names several parties for one sum, not said whether together",)


def test_an_order_reaches_both_companies_that_it_names() -> None:
    account = news(
        "Stop a Bot", "Il Garante ha disposto la limitazione nei confronti di Bot Uno e di Bot Due, che lo offrono."
    )

    assert [one.party for one in account.sanctions] == ["Bot Uno", "Bot Due"]
    assert account.doubts == ()


def test_a_short_form_stands_for_the_name_that_explains_it() -> None:
    text = (
        "Credito Valle S.p.A. (la “Banca”) aveva avvisato. Il Garante ha inflitto alla Banca una multa di 600mila euro."
    )

    assert fines(news("Attacco informatico", text)) == [("Credito Valle S.p.A.", "600000.00")]


@pytest.mark.parametrize(
    "sum_", ["2.8 milioni di euro", "2,8 milioni di euro", "2,8 milioni", "2.8 milioni", "2,8 mln"]
)
def test_millions_are_read_with_point_or_comma_and_without_the_word_euro(sum_: str) -> None:
    account = news("Il Garante privacy multa Rete Blu", f"La sanzione di {sum_} tiene conto dei clienti coinvolti.")

    assert fines(account) == [("Rete Blu", "2800000.00")]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Volo, dall’Irlanda multa da 530 milioni", "L’autorità irlandese ha multato Volo per 530 milioni di euro."),
        (
            "Volo, multa record da 1,2 miliardi di euro",
            "La Data Protection Commission ha inflitto la multa. Il Garante italiano aveva sanzionato Volo nel 2019.",
        ),
        (
            "Nuova multa a Volo",
            "L’Autorità di controllo della Romania ha sanzionato Volo con una multa di 130.000 euro.",
        ),
        ("Multa a Volo", "L’Autorità Garante della Concorrenza ha irrogato a Volo una sanzione di 10 milioni di euro."),
        ("Volo annuncia ricorso contro la sanzione del Garante", "Farà ricorso contro la multa di 79 milioni di euro."),
        (
            "Volo, class action dopo la multa",
            "I clienti chiedono 500 euro dopo la sanzione di 800mila euro del Garante.",
        ),
        ("Quando le sanzioni sono nulle", "Il tribunale di Roma ha annullato una sanzione del Garante di 26 milioni."),
        ("Incassi del Garante: sanzioni per 8 milioni", "Il Garante ha incassato 5 milioni di euro nel 2014."),
        ("Intervista al presidente", "Il Garante ha appena multato Volo per 9.000 euro. Basta?"),
        ("Volo multata negli Usa", "La società pagherà 5 milioni di dollari di multa."),
        ("Avviata l’indagine del Garante", "Si rischia una sanzione fino a 10 milioni di euro."),
    ],
)
def test_what_others_imposed_and_what_was_imposed_long_ago_is_dropped(title: str, text: str) -> None:
    assert news(title, text).nothing == "news that tells of no sanction"


def test_a_headline_in_which_the_garante_itself_acts_is_never_dropped() -> None:
    account = news(
        "Dopo la Cnil anche il Garante privacy sanziona Volo", "La Cnil aveva multato Volo per 50 milioni di euro."
    )

    assert account.nothing is None
    assert account.doubts == ("the news does not say what was decided",)


def test_a_newspaper_must_say_whose_sanction_it_is() -> None:
    assert news("Multa di 5.000 euro a Volo").doubts == ("the news does not say which authority imposed it",)
    assert news("Multa di 5.000 euro a Volo", form=Form.PRESS_RELEASE).doubts == ()


def test_title_and_text_that_name_different_parties_are_a_question() -> None:
    account = news(
        "Il Garante privacy sanziona Volo", "Multato anche il fornitore: il Garante sanziona Rete Blu per 8.000 euro."
    )

    assert "the title and the text name different parties" in account.doubts


def test_the_earlier_measure_that_a_release_recalls_is_not_imposed_again() -> None:
    account = news(
        "Il Garante privacy sanziona Bot per 5 milioni di euro",
        "Il Garante ha comminato a Bot una sanzione di 5 milioni di euro. Nel 2023 aveva disposto il blocco di Bot.",
    )

    assert [one.kind.value for one in account.sanctions] == ["fine"]


def test_a_sum_that_is_no_fine_does_not_become_one() -> None:
    account = news(
        "Il Garante privacy sanziona Rete Blu",
        "Il Garante ha sanzionato Rete Blu per 9.000 euro, a fronte di un contratto di 2 milioni di euro.",
    )

    assert fines(account) == [("Rete Blu", "9000.00")]


def test_a_translated_release_is_a_question_never_nothing() -> None:
    account = news(
        "Italian authority fines Bot EUR 20 million",
        "The company has been fined after the investigation of the authority, which ordered the erasure of the data.",
        Form.PRESS_RELEASE,
    )

    assert (account.nothing, account.doubts) == (None, ("the text is not in Italian",))


def test_a_newsletter_is_never_judged_by_its_headline_alone() -> None:
    account = news(
        "NEWSLETTER del 3 aprile 2025 - Edpb: parere sui modelli di IA", "Il Garante sanziona Volo per 5mila euro."
    )

    assert (account.nothing, fines(account)) == (None, [("Volo", "5000.00")])


def test_turnover_and_appeals_after_a_comma_do_not_hide_the_fine() -> None:
    account = news(
        "Privacy",
        "Il Garante ha inflitto a Volo una multa di 9.000 euro, pari al 2% del fatturato. Volo farà ricorso.",
    )

    assert (fines(account), account.doubts) == ([("Volo", "9000.00")], ())


def test_a_sum_that_is_once_called_rounded_is_rounded() -> None:
    account = news(
        "Il Garante multa Volo per 2 milioni", "Il Garante ha inflitto a Volo oltre 2 milioni di euro di multa."
    )

    assert account.doubts == ("the release only rounds the sum",)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Dovrà pagare 9mila euro la Arredi Sud S.r.l., che aveva installato le telecamere.", "Arredi Sud S.r.l."),
        ("Il Comune di Bra dovrà invece pagare una multa di 9mila euro.", "Comune di Bra"),
        ("La società Kyma è stata poi multata per 9mila euro.", "Kyma"),
        ("È quanto affermato dal Garante nel sanzionare per 9mila euro Luce Viva srl, che vende gas.", "Luce Viva srl"),
        ("Una multa di 9mila euro è stata comminata, nelle scorse ore, a Kyma.", "Kyma"),
        (
            "Ammonito l’Istituto comprensivo “Pascoli” di Barga per i tabelloni.",
            "Istituto comprensivo “Pascoli” di Barga",
        ),
    ],
)
def test_newspapers_name_the_party_in_many_places(text: str, party: str) -> None:
    assert {one.party for one in news("Garante privacy, le novità", text).sanctions} == {party}


def test_nouns_without_party_and_authority_impose_nothing() -> None:
    account = news("Privacy e aziende", "Resta il divieto di schedature. Il Garante ha ricevuto le associazioni.")

    assert account.sanctions == ()


def test_a_headline_of_an_opinion_that_speaks_of_a_sanction_too_is_not_dropped() -> None:
    account = news("Parere e sanzione sulle telecamere", "Il Garante ha sanzionato Rete Blu per 9.000 euro.")

    assert fines(account) == [("Rete Blu", "9000.00")]


def test_a_headline_about_a_topic_does_not_hide_the_fine_of_somebody_unnamed() -> None:
    account = news("Concorsi pubblici: le regole", "Il Garante ha sanzionato un Comune per 9.000 euro.")

    assert (account.nothing, fines(account)) == (None, [(None, "9000.00")])


def test_a_foreign_company_does_not_make_the_authority_foreign() -> None:
    account = news("Privacy", "Il Garante ha sanzionato la società statunitense Bot Systems per 9.000 euro.")

    assert (fines(account), account.doubts) == ([("Bot Systems", "9000.00")], ())
