"""Whom the operative part of a measure reaches: who stands in a row, who is only pointed at. The sentences are ours."""

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.italian import read

HEAD = "[doc. web n. 9000004]\nRegistro dei provvedimenti\nn. 12 del 3 aprile 2025\nNELLA riunione odierna;\n"


def measure(operative: str) -> Account:
    raw = RawDecision(key="9000004", url="", title="Provvedimento del 3 aprile 2025 [9000004]", passages=())
    text = f"{HEAD}TUTTO CIÒ PREMESSO IL GARANTE\n{operative}\nRoma, 3 aprile 2025"
    return read(raw, Passage(Form.DECISION_TEXT, text, "it"))


def parties(account: Account) -> list[str | None]:
    return [one.party for one in account.sanctions]


def test_companies_in_a_row_are_all_reached() -> None:
    account = measure(
        "avverte Uno S.p.A., Due News S.p.A., Tre Digital S.r.l. e Quattro S.r.l. che i trattamenti possono violare;"
    )

    assert parties(account) == ["Uno S.p.A.", "Due News S.p.A.", "Tre Digital S.r.l.", "Quattro S.r.l."]
    assert account.doubts == ()


def test_an_order_to_two_companies_with_their_seats_reaches_both() -> None:
    account = measure(
        "ingiunge a Uno Limited, con sede in Dublino, e a Due Limited, con sede in Cork, di adottare misure;"
    )

    assert parties(account) == ["Uno Limited", "Due Limited"]


@pytest.mark.parametrize(
    "operative",
    [
        "dichiara il reclamo infondato nei confronti di Motore LLC; dichiara il reclamo fondato nei confronti di "
        "Cerca Oy e, per l’effetto, ingiunge alla medesima di rimuovere gli URL indicati;",
        "dichiara l’illiceità del trattamento effettuato da Cerca Oy, con sede in Asti; ingiunge alla medesima "
        "di conformare al Capo V del Regolamento il trattamento;",
    ],
)
def test_the_same_company_is_the_one_just_named_never_a_thing(operative: str) -> None:
    account = measure(operative)

    assert parties(account) == ["Cerca Oy"]
    assert account.doubts == ()


def test_a_fine_that_is_inflicted_and_then_ordered_is_one() -> None:
    account = measure(
        "dispone l’applicazione nei confronti di Volo S.r.l. della sanzione pecuniaria di euro 900 (novecento); "
        "ordina alla predetta Società di pagare la somma di euro 900 (novecento);"
    )

    assert [str(one.money.amount) for one in account.sanctions if one.money] == ["900.00"]
    assert parties(account) == ["Volo S.r.l."]


def test_two_hidden_persons_who_each_pay_are_two() -> None:
    account = measure(
        "ORDINA al dott. XX e al dott. YY, quali contitolari, di pagare ciascuno la somma di euro 900 (novecento);"
    )

    assert parties(account) == [None, None]


def test_each_of_several_parties_of_whom_one_is_read_is_a_question() -> None:
    account = measure(
        "ORDINA a Volo S.r.l. e agli altri contitolari di pagare ciascuno la somma di euro 900 (novecento);"
    )

    assert "each of several parties must pay, only one of them could be read" in account.doubts


def test_an_urgent_order_that_is_confirmed_is_an_order() -> None:
    account = measure("conferma nei confronti di Volo Ltd la limitazione provvisoria del trattamento;")

    assert [(one.party, one.kind.value) for one in account.sanctions] == [("Volo Ltd", "order")]


def test_an_instalment_plan_is_no_sanction_and_a_breach_found_is_never_closed() -> None:
    spread = measure("accoglie l’istanza di rateizzazione della somma di euro 5.000 di cui all’ordinanza n. 12;")
    found = measure("rilevata l’illiceità della condotta di Volo S.r.l., dispone l’archiviazione del resto.")

    assert spread.nothing == "the payment of an earlier fine is spread out"
    assert (found.nothing, found.doubts) == (None, ("no consequence could be read from the operative part",))


def test_an_order_that_names_nobody_reaches_whoever_does_what_it_stops() -> None:
    account = measure(
        "dispone il blocco del trattamento dei dati effettuato da Fax Promo di Ivo Neri, con sede in Prato;"
    )

    assert [(one.party, one.kind.value) for one in account.sanctions] == [("Fax Promo di Ivo Neri", "order")]


def test_a_pronoun_before_the_verb_is_no_obstacle() -> None:
    account = measure(
        "rileva l’illiceità del trattamento effettuato da Ente Sardo e, per l’effetto, lo ammonisce per la violazione;"
    )

    assert [(one.party, one.kind.value) for one in account.sanctions] == [("Ente Sardo", "reprimand")]


@pytest.mark.parametrize(
    "operative",
    [
        "dispone la chiusura dell’istruttoria avviata nei confronti di Volo S.r.l.",
        "delibera di avviare una consultazione pubblica sul termine di conservazione.",
    ],
)
def test_closing_an_inquiry_or_asking_the_public_is_no_sanction(operative: str) -> None:
    assert measure(operative).nothing is not None


@pytest.mark.parametrize(
    "operative",
    [
        "dispone la cessazione degli effetti del provvedimento di limitazione adottato nei confronti di Volo S.r.l.",
        "dispone la revoca del divieto di trattamento imposto a Volo S.r.l. con il provvedimento n. 12.",
    ],
)
def test_lifting_an_earlier_order_is_no_order(operative: str) -> None:
    assert measure(operative).nothing == "an earlier measure was withdrawn"


def test_a_name_ends_where_the_next_command_begins() -> None:
    account = measure(
        "dichiara fondato il reclamo nei confronti di Volo S.r.l. e dispone il divieto di ogni diffusione;"
    )

    assert [(one.party, one.kind.value) for one in account.sanctions] == [("Volo S.r.l.", "order")]


def test_a_whole_operative_part_without_any_word_of_imposing_is_no_sanction() -> None:
    silent = "prende atto degli impegni assunti da Volo S.r.l. e dichiara concluso il procedimento"

    assert measure(f"{silent}.").nothing == "the operative part imposes nothing"
    assert measure(f"{silent} […].").nothing is None
    assert measure(f"{silent}, richiamando la sanzione applicata.").nothing is None
