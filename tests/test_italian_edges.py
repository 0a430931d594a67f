"""Where the Italian reader must not be led astray: reminders, seats, earlier acts, absurd names, hostile texts."""

import time
from datetime import date

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.italian import read

TITLE = "Provvedimento del 3 aprile 2025 [9000001]"
HEAD = "[doc. web n. 9000001]\nRegistro dei provvedimenti\nn. 12 del 3 aprile 2025\nNELLA riunione odierna;\n"
PAYS = "ORDINA a Rete Blu S.p.A., con sede in Pisa, di pagare la somma di euro 900 (novecento);"
FINE = ("Rete Blu S.p.A.", "fine", "900.00")
Facts = list[tuple[str | None, str, str | None]]


def told(text: str, form: Form = Form.DECISION_TEXT, title: str = TITLE) -> Account:
    return read(RawDecision(key="9000001", url="", title=title, passages=()), Passage(form, text, "it"))


def measure(operative: str, title: str = TITLE, before: str = "") -> Account:
    return told(f"{HEAD}{before}TUTTO CIÒ PREMESSO IL GARANTE\n{operative}\nRoma, 3 aprile 2025", title=title)


def news(title: str, text: str = "", form: Form = Form.PRESS_RELEASE) -> Account:
    return told(text, form, title)


def facts(account: Account) -> Facts:
    return [(one.party, one.kind.value, str(one.money.amount) if one.money else None) for one in account.sanctions]


@pytest.mark.parametrize(
    "reminder",
    [
        "Si ricorda che chi non osserva il divieto è punito con la sanzione del pagamento di una somma da diecimila a "
        "centoventimila euro.",
        "Chiunque, essendovi tenuto, non lo osserva paga una sanzione di euro 50.000.",
    ],
)
def test_what_the_law_threatens_after_an_order_is_no_fine(reminder: str) -> None:
    assert facts(measure(f"dispone nei confronti di Rete Blu S.p.A. il blocco dei dati.\n{reminder}")) == [
        ("Rete Blu S.p.A.", "order", None)
    ]


@pytest.mark.parametrize(
    "seat", ["con sede in Piazza Roma, 1 – 56100 Pisa", "con sede legale in Napoli, alla Riviera di Chiaia n. 5"]
)
def test_a_seat_neither_ends_the_operative_part_nor_is_another_party(seat: str) -> None:
    account = measure(f"ORDINA a Rete Blu S.p.A., {seat}, di pagare la somma di euro 900 (novecento);")

    assert (facts(account), account.doubts) == ([FINE], ())


@pytest.mark.parametrize(
    ("operative", "told_of"),
    [
        ("DISPONE la revoca dell’ordinanza con cui era stato ordinato a Rete Blu di pagare la somma di euro 900;", []),
        (f"{PAYS} pari ai due quinti dell’importo di euro 2.250 previsto quale minimo;", [FINE]),
        (f"dispone la revoca dell’ordinanza di pagare la somma di euro 5.000;\n{PAYS}", [FINE]),
    ],
)
def test_the_sum_of_an_earlier_act_or_of_the_law_is_not_ordered(operative: str, told_of: Facts) -> None:
    assert facts(measure(operative)) == told_of


@pytest.mark.parametrize(
    ("operative", "parties"),
    [
        ("ammonisce il Comune di Asti, la Regione Ombra e l’Ente Lago per aver violato l’art. 5;", 3),
        ("AMMONISCE\n- il Comune di Asti, con sede in Asti;\n- la Regione Ombra, con sede in Borgo;", 2),
        ("ammonisce il titolare del trattamento, Comune di Asti, per la violazione dell’art. 5;", 1),
        ("dichiara illecita la condotta del Comune di Asti, descritta sopra; ammonisce il medesimo Comune;", 1),
    ],
)
def test_a_reprimand_reaches_everyone_it_names(operative: str, parties: int) -> None:
    account = measure(operative)

    assert [one.party for one in account.sanctions] == ["Comune di Asti", "Regione Ombra", "Ente Lago"][:parties]
    assert account.doubts == ()


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("ordina a Motore LLC la cancellazione dei dati;", "Motore LLC"),
        (
            "ordina alla società agricola Fattoria Bassa s.s. di cancellare i dati;",
            "società agricola Fattoria Bassa s.s.",
        ),
        ("ammonisce Farmacia Dott. Neri s.n.c. per la violazione;", "Farmacia Dott. Neri s.n.c."),
        ("ammonisce [OMISSIS] per la violazione;", None),
    ],
)
def test_a_name_ends_where_something_is_done_to_it(words: str, party: str | None) -> None:
    account = measure(words)

    assert [one.party for one in account.sanctions] == [party]
    assert account.doubts == ()


def test_a_party_that_can_be_no_name_is_a_question() -> None:
    long = " ".join(f"Alfa{n}" for n in range(16))

    assert "could not be made out" in measure(f"ammonisce {long};").doubts[0]


def test_turning_down_one_point_does_not_close_an_act_that_finds_a_breach() -> None:
    account = measure("dichiara infondato il reclamo sul primo punto; dichiara illecito il trattamento di Volo S.r.l.;")

    assert account.nothing is None
    assert account.doubts == ("no consequence could be read from the operative part",)


def test_of_two_dates_in_a_title_the_one_that_the_register_confirms_counts() -> None:
    account = measure(PAYS, "Provvedimento sul decreto del 1° marzo 2025 - 3 aprile 2025")

    assert (account.decided_on, account.doubts) == (date(2025, 4, 3), ())


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        (
            "Rider",
            "Il Garante ha inflitto a Volo una multa di 2 milioni e 600 mila euro.",
            ("Volo", "fine", "2600000.00"),
        ),
        (
            "Sanità",
            "Il Garante ha sanzionato per 75.000 euro l’Asl Valle Alta.",
            ("Asl Valle Alta", "fine", "75000.00"),
        ),
        ("Stop al chatbot “Replico”", "", ("Replico", "order", None)),
        ("Il Garante avverte Mondo Coin: il progetto può violare le regole", "", ("Mondo Coin", "warning", None)),
        (
            "Volo dovrà pagare una sanzione di 7 milioni e 631mila euro",
            "Il Garante ha ordinato a Volo il pagamento di 7.631.175 euro.",
            ("Volo", "fine", "7631175.00"),
        ),
    ],
)
def test_newspapers_ways_of_telling_a_sanction(title: str, text: str, found: tuple[str, str, str | None]) -> None:
    account = news(title, text)

    assert (facts(account), account.doubts) == ([found], ())


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Il Tribunale di Roma annulla la sanzione di 15 milioni a Volo", ""),
        (
            "Volo, l’autorità irlandese infligge una multa",
            "La commissione irlandese ha multato Volo per 251 milioni di euro.",
        ),
        ("Il piano ispettivo del Garante", "Nei primi sei mesi contestate sanzioni per 8 milioni di euro."),
        ("Il Garante apre un’istruttoria su Volo", "In caso di silenzio è prevista una sanzione amministrativa."),
        ("Autovelox, le regole", "Le foto non si allegano al verbale di multa."),
    ],
)
def test_courts_other_authorities_and_talk_of_fines_are_no_sanction(title: str, text: str) -> None:
    assert news(title, text).nothing == "news that tells of no sanction"


def test_a_second_fine_of_the_same_sum_is_another_one() -> None:
    account = news("Sanità", "Il Garante ha sanzionato Uno per 40.000 euro. Sanzionata per 40.000 euro anche Due.")

    assert "the release tells of several acts" in account.doubts


def test_news_of_a_breach_that_no_rule_reads_is_a_question_not_nothing() -> None:
    assert news("Il caso Volo", "Il trattamento è illecito, dice il Garante.").doubts == (
        "the news does not say what was decided",
    )


def test_a_row_of_the_list_says_whom_and_when_but_not_what() -> None:
    account = news("Ordinanza ingiunzione nei confronti di Volo S.r.l. - 3 aprile 2025 [9000001]", "", Form.FEED_ITEM)

    assert facts(account) == [("Volo S.r.l.", "fine", None)]
    assert (account.decided_on, account.reference) == (date(2025, 4, 3), "9000001")
    assert account.doubts == ("the list only names the measure; what it decides stands in its text",)


@pytest.mark.parametrize(
    "piece", ["\n", " ", "; ai sensi ", "ORDINA a Volo di pagare euro 900; ", "nei confronti di Volo "]
)
@pytest.mark.parametrize("form", [Form.DECISION_TEXT, Form.PRESS_RELEASE])
def test_time_grows_with_the_length_of_a_hostile_text_and_no_faster(piece: str, form: Form) -> None:
    def seconds(length: int) -> float:
        start = time.perf_counter()
        told(f"{HEAD}TUTTO CIÒ PREMESSO IL GARANTE ORDINA {piece * (length // len(piece))}", form)
        return time.perf_counter() - start

    seconds(1000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.02)


def test_an_operative_part_without_end_is_a_question() -> None:
    assert "its end was not read" in measure(PAYS + " parola" * 10_000).doubts[0]
