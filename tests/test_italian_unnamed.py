"""Releases that describe the party ("un Comune") or tell of several; news of what is known. The sentences are ours."""

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.italian import read

Facts = list[tuple[str | None, str | None]]


def told(title: str, text: str = "", form: Form = Form.PRESS_RELEASE) -> Account:
    raw = RawDecision(key="9000004", url="", title=title, passages=())
    return read(raw, Passage(form, text, "it"))


def fines(account: Account) -> Facts:
    return [(one.party, str(one.money.amount) if one.money else None) for one in account.sanctions if one.money]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Telecamere: Garante privacy, sanzione di 9mila euro a un Comune", "Il Comune dovrà anche informare."),
        ("Sanità: dati al paziente sbagliato", "Una Azienda sanitaria locale dovrà pagare una sanzione di 9mila euro."),
        ("Email: no alla lettura", "Il Garante ha inflitto una sanzione di 9mila euro a un albergo che le conservava."),
        ("Scuola", "Un istituto scolastico di Torino dovrà pagare al Garante una sanzione di 9mila euro."),
        ("Lavoro", "Lo ha ribadito il Garante nel sanzionare per 9mila euro un’azienda che seguiva i dipendenti."),
    ],
)
def test_one_fine_of_somebody_who_is_only_described_is_read_without_a_name(title: str, text: str) -> None:
    account = told(title, text)

    assert (fines(account), account.doubts) == ([(None, "9000.00")], ())


@pytest.mark.parametrize("named", ["Il Comune di Bra si è scusato.", "Si tratta di Rete Blu S.r.l., che ricorrerà."])
def test_a_described_party_whose_name_may_stand_elsewhere_is_a_question(named: str) -> None:
    account = told("Il Garante privacy sanziona un Comune per 9mila euro", f"La decisione è di ieri. {named}")

    assert "the release names no party" in account.doubts


def test_as_many_sums_as_nameless_parties_are_counted_as_theirs() -> None:
    title, sums = "Volti schedati: il Garante privacy sanziona tre società", "Le sanzioni sono di 7mila, 6mila e 5mila"

    assert told(title, f"{sums} euro.").doubts == ()
    assert "the release tells of several acts" in told(title.replace("tre", "quattro"), f"{sums} euro.").doubts


def test_two_equal_sums_of_one_sentence_are_two_fines() -> None:
    account = told("Garante privacy", "Sanzione di 9mila euro a un ospedale e di 9mila euro alla società informatica.")

    assert fines(account) == [(None, "9000.00"), (None, "9000.00")]
    assert "the release tells of several acts" in account.doubts


def test_a_second_party_that_is_named_further_down_is_the_one_of_the_subtitle() -> None:
    account = told(
        "Garante privacy, sanzione di 2,8 milioni a Volo",
        "Sanzionata anche la società dei controlli per 800mila euro\n\n"
        "L’Autorità ha inoltre sanzionato Rete Blu Italia, che eseguiva i controlli, per 800mila euro.",
    )

    assert (fines(account), account.doubts) == ([("Volo", "2800000.00"), ("Rete Blu Italia", "800000.00")], ())


def test_a_company_and_what_it_offers_are_not_fined_twice() -> None:
    title, text = "Il Garante privacy multa Amico Bot per 5 milioni", "Il Garante ha multato Rete Blu per 5 milioni"

    assert told(title, f"{text}.").doubts == ("the title and the text name different parties",)
    assert "the release tells of several acts" in told(f"{title} di euro", f"{text} di euro.").doubts


def test_another_fine_that_is_only_recalled_is_not_a_second_one() -> None:
    account = told("Rider", "Sanzione di 9mila euro a Volo S.r.l. Un caso simile è Aria, sanzionata per 8mila euro.")

    assert "the release tells of several acts" in account.doubts


def test_a_title_that_names_somebody_beside_the_party_of_the_only_sum_is_a_question() -> None:
    account = told("Il Garante privacy sanziona Volo e il gestore di un sito", "60mila euro di sanzione al titolare.")

    assert "the title names a second party" in account.doubts


def test_a_total_is_not_one_fine_more() -> None:
    account = told(
        "Maxi multa del Garante privacy",
        "Il Garante ha inflitto sanzioni per 12,5 milioni di euro: 6.624.000 euro a Volo e 5.877.000 euro a Rete Blu.",
    )

    assert fines(account) == [("Volo", "6624000.00"), ("Rete Blu", "5877000.00")]


def test_sums_before_and_names_after_respectively() -> None:
    account = told(
        "Attacco informatico",
        "Tre sanzioni, di 27mila, 12mila e 1.000 euro, sono state comminate dal Garante rispettivamente a ReteCrea "
        "(che gestisce i sistemi), Regione Ombra e Asl Valle 3, a seguito dell’attacco.",
    )

    assert fines(account) == [("ReteCrea", "27000.00"), ("Regione Ombra", "12000.00"), ("Asl Valle 3", "1000.00")]


@pytest.mark.parametrize(
    ("title", "text", "party"),
    [
        ("Rider", "Volo, società del gruppo Aria, dovrà pagare una sanzione di 9mila euro.", "Volo"),
        ("Volo, il Garante privacy sanziona la società per 9mila euro", "", "Volo"),
        ("Volo, dal Garante sanzione di 9mila euro per il passaggio a Volo Bank", "", None),
        ("Il Garante privacy sanziona Roma Capitale per 9mila euro", "", "Roma Capitale"),
        ("Sanità, sanzionata una Asl per 9mila euro", "", None),
        ("Scuola", "Un istituto scolastico di Torino dovrà pagare al Garante 9mila euro di multa.", None),
        ("Garante: sanzione di 9mila euro ad Aria per l’Italia", "", "Aria per l'Italia"),
    ],
)
def test_the_party_is_whoever_is_fined_not_who_stands_nearby(title: str, text: str, party: str | None) -> None:
    assert [one.party for one in told(title, text).sanctions] == [party]


def test_a_sentence_with_an_addressee_of_its_own_does_not_take_the_name_of_another() -> None:
    account = told("Il Garante multa Volo per 9mila euro", "Alla Provincia autonoma è stato rivolto un ammonimento.")

    assert [one.party for one in account.sanctions] == ["Volo", None]
    assert account.doubts == ("the release names no party",)


def test_an_order_takes_the_name_of_the_sentence_that_imposes_it() -> None:
    account = told("Stop a Bot", "Il Garante ha disposto la limitazione nei confronti di Rete Blu, che gestisce Bot.")

    assert [one.party for one in account.sanctions] == ["Rete Blu"]


def test_a_whole_newsletter_in_which_everybody_is_named_is_no_question() -> None:
    account = told(
        "NEWSLETTER del 21 dicembre 2023 - Dossier per tutti - Videocamere, via libera",
        "Il Garante ha sanzionato per 9mila euro la Asl Valle 3.\nL’Autorità ha dato parere favorevole.",
    )

    assert (fines(account), account.doubts) == ([("Asl Valle 3", "9000.00")], ())


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Il caso Volo e la multa da 44 milioni mai arrivata", "Il Garante avrebbe ridotto la sanzione a Volo."),
        ("Volo apre a Milano", "Arriva a un anno dalla multa da 9mila euro che le ha inflitto il Garante privacy."),
        ("Codice di condotta", "Negli ultimi tre anni il Garante ha comminato sanzioni per 90 milioni di euro."),
        ("Parere sull’app. Nel 2021 il blocco", "Il Garante aveva ordinato a Volo il blocco provvisorio."),
        ("Volo vince contro il Garante: annullata la multa da 9mila euro", "Il Garante aveva inflitto la sanzione."),
        ("Volo, i dipendenti al Garante", "Chiedono di rispettare il provvedimento del 2024, costato 9mila euro."),
        ("Garante, si dimette il segretario", "La tensione resta alta dopo le inchieste sulla sanzione a Volo."),
        ("Tribunale: illegittima la sanzione a Volo", "La sanzione da 9mila euro è stata inflitta tardi dal Garante."),
        ("Così funziona il chatbot multato dal Garante privacy", "Abbiamo provato l’app."),
        ("Bot torna negli app store", "L’applicazione era sparita dopo il blocco del Garante privacy."),
        ("Superate le criticità", "Nel novembre 2018 il Garante privacy aveva rivolto un avvertimento a Volo."),
        ("Norme di Motore", "In Francia Motore è stata multata per 9mila euro. Il Garante privacy indaga."),
        ("Bot torna", "Dopo un mese di stop deciso dal Garante privacy, Rete Blu ha riattivato il servizio."),
        ("Truffa del finto Garante", "Messaggi intimano di pagare una multa di 250 euro al Garante privacy."),
        ("Le multe del Garante", "La sanzione più alta inflitta dal Garante resta quella a Volo, 79 milioni di euro."),
    ],
)
def test_a_fine_that_is_only_recalled_is_not_told(title: str, text: str) -> None:
    assert told(title, text, Form.NEWS).nothing == "news that tells of no sanction"


def test_news_that_speaks_of_the_fine_as_known_is_a_question() -> None:
    account = told("Il Garante privacy e la sanzione da 9mila euro a Volo: la replica", "", Form.NEWS)

    assert account.doubts == ("the news speaks of a sanction as known already",)


def test_news_with_a_court_in_its_headline_is_never_believed_alone() -> None:
    account = told(
        "Il Garante sanziona Volo, ora tocca al giudice", "Il Garante ha multato Volo per 9mila euro.", Form.NEWS
    )

    assert "the news speaks of a court" in account.doubts


def test_news_of_somebody_who_will_pay_is_not_dropped() -> None:
    account = told("Privacy, il Comune di Bra pagherà 5mila euro", "«Pagheremo la multa del Garante».", Form.NEWS)

    assert account.doubts == ("the news does not say what was decided",)


def test_a_fine_that_was_not_imposed_is_none() -> None:
    account = told("Il Garante ammonisce Volo", "Per questo non è stata applicata una sanzione pecuniaria.")

    assert [one.kind.value for one in account.sanctions] == ["reprimand"]
