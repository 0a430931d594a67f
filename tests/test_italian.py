"""What the Italian reader understands of measures of the Garante. The sentences are ours, the formulas theirs."""

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.italian import read
from scrapers.meaning.italian.operative import commands, operative_part

HEAD = (
    "[doc. web n. 9000001]\nProvvedimento del 3 aprile 2025\nRegistro dei provvedimenti\nn. 12 del 3 aprile 2025\n"
    "IL GARANTE PER LA PROTEZIONE DEI DATI PERSONALI\nNELLA riunione odierna, presenti i componenti;\n"
    "PREMESSO che la sanzione può arrivare fino a euro 20.000.000 (ventimilioni/00);\n"
)
MARK = "TUTTO CIÒ PREMESSO IL GARANTE\n"
FOOT = (
    "\nAi sensi degli artt. 78 del Regolamento e 152 del Codice, avverso il presente provvedimento è ammesso ricorso."
)
TITLE = "Provvedimento del 3 aprile 2025 [9000001]"
PAYS = "ORDINA a Rete Blu S.p.A., in persona del legale rappresentante, con sede legale in Pisa, di pagare la somma di "
Facts = list[tuple[str | None, str, str | None]]


def account(text: str, title: str = TITLE) -> Account:
    raw = RawDecision(key="9000001", url="", title=title, passages=())
    return read(raw, Passage(Form.DECISION_TEXT, text, "it"))


def measure(operative: str, title: str = TITLE, mark: str = MARK) -> Account:
    return account(HEAD + mark + operative + FOOT, title)


def facts(told: Account) -> Facts:
    return [(one.party, one.kind.value, str(one.money.amount) if one.money else None) for one in told.sanctions]


@pytest.mark.parametrize(
    "sum_",
    [
        "euro 24.000,00 (ventiquattromila)",
        "euro 24.000/00 (ventiquattromila/00)",
        "€ 24.000 (ventiquattromila)",
        "Euro 24.000,00= (ventiquattromila/00)",
        "euro ventiquattromila",
        "24.000 euro",
    ],
)
def test_the_fine_is_the_sum_after_ordina_in_every_spelling(sum_: str) -> None:
    told = measure(
        f"{PAYS}{sum_} a titolo di sanzione amministrativa pecuniaria; "
        f"INGIUNGE alla predetta Società di pagare la somma di {sum_};"
    )

    assert facts(told) == [("Rete Blu S.p.A.", "fine", "24000.00")]
    assert told.doubts == ()


@pytest.mark.parametrize(
    "mark",
    [
        "TUTTO CIÒ PREMESSO IL GARANTE\n",
        "TUTTO CIO’ PREMESSO, IL GARANTE:\n",
        "TUTTO CIO´ PREMESSO IL GARANTE ",
        "CIÒ PREMESSO IL GARANTE\n",
        "Tutto ciò premesso il Garante\n",
        "PER QUESTI MOTIVI IL GARANTE\n",
        "",
    ],
)
def test_the_operative_part_begins_after_the_mark_however_it_is_spelt(mark: str) -> None:
    assert facts(measure(f"{PAYS}euro 900 (novecento);", mark=mark)) == [("Rete Blu S.p.A.", "fine", "900.00")]


def test_the_last_mark_counts_and_a_heading_that_begins_like_ordina_is_no_command() -> None:
    text = (
        f"{HEAD}TUTTO CIÒ PREMESSO, nel 2019 il Garante ORDINA a Volo S.r.l. di pagare la somma di euro 70.000.\n"
        f"ORDINANZA-INGIUNZIONE PER L’APPLICAZIONE DELLA SANZIONE\n{MARK}{PAYS}euro 5.000 (cinquemila);{FOOT}"
    )

    assert facts(account(text)) == [("Rete Blu S.p.A.", "fine", "5000.00")]


@pytest.mark.parametrize(
    "noise",
    [
        " Il contravventore può definire la controversia pagando la metà della sanzione, pari a euro 15.000;",
        ", in dieci rate mensili da euro 3.000;",
        ", di cui euro 20.000 per la violazione dell’art. 5 ed euro 10.000 per la violazione dell’art. 32;",
        ", anziché la somma di euro 60.000;",
        "; in caso di inosservanza si applica la sanzione fino a euro 20.000.000;",
    ],
)
def test_halves_rates_parts_and_ceilings_are_never_the_fine(noise: str) -> None:
    assert facts(measure(f"{PAYS}euro 30.000 (trentamila){noise}")) == [("Rete Blu S.p.A.", "fine", "30000.00")]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        (
            "ai sensi degli artt. 58, par. 2, e 83 del Regolamento, all’Istituto “Alfa” di Lodi, con sede in Lodi,",
            "Istituto “Alfa” di Lodi",
        ),
        ("al Comune di Valverde, in persona del Sindaco pro-tempore, C.F. 800,", "Comune di Valverde"),
        ("alla dott.ssa XX, nata a XX,", None),
        ("alla ditta individuale Neri Aldo, P. IVA 01,", "Neri Aldo"),
        (
            "alla Camera di commercio, industria e artigianato di Asti, con sede in Asti,",
            "Camera di commercio, industria e artigianato di Asti",
        ),
        ("a Volo S.r.l. (di seguito “Volo”)", "Volo S.r.l."),
        ("a Roma Capitale, con sede in Roma,", "Roma Capitale"),
        ("al dott. Massimo Neri,", "Massimo Neri"),
        ("all’Agenzia per l’Italia digitale, in persona del direttore,", "Agenzia per l'Italia digitale"),
        ("a Alba S.p.A., capitale sociale euro 500.000, C.F. 01,", "Alba S.p.A."),
        ("agli Ospedali Riuniti di Borgo – C.F. 012 –", "Ospedali Riuniti di Borgo"),
    ],
)
def test_the_party_is_whom_the_command_names(words: str, party: str | None) -> None:
    told = measure(f"ORDINA {words} di pagare la somma di euro 2.000,00 (duemila);")

    assert facts(told) == [(party, "fine", "2000.00")]
    assert told.doubts == ()


def test_the_said_company_is_the_one_that_acted_unlawfully_or_that_the_title_names() -> None:
    pays = "ORDINA alla predetta Società di pagare la somma di euro 6.000 (seimila);"
    found = (
        "dichiara illecito il trattamento effettuato da Volo S.r.l., con sede in Asti, per la violazione accertata; "
    )

    assert facts(measure(found + pays)) == [("Volo S.r.l.", "fine", "6000.00")]
    assert facts(measure(pays, "Ordinanza ingiunzione nei confronti di Volo S.r.l. - 3 aprile 2025")) == [
        ("Volo S.r.l.", "fine", "6000.00")
    ]
    assert "no party is named in the operative part" in measure(pays).doubts


def test_each_numbered_company_has_its_own_fine() -> None:
    told = measure(
        "ORDINA\n1) a Uno s.r.l., con sede in Asti, di pagare la somma di Euro 500.000,00 (cinquecentomila/00);\n"
        "2) a Due soc. coop., con sede in Lodi, di pagare la somma di Euro 8.000,00 (ottomila/00);\n"
        "INGIUNGE alle predette società di pagare le somme sopra indicate;"
    )

    assert facts(told) == [("Uno s.r.l.", "fine", "500000.00"), ("Due soc. coop.", "fine", "8000.00")]
    assert told.doubts == ()


def test_one_sum_of_several_companies_is_joint_or_each_ones_or_a_question() -> None:
    parties = "ORDINA a Uno S.p.A., con sede in Asti, e a Due S.r.l., con sede in Lodi,"
    joint = measure(f"{parties} in solido tra loro, di pagare la somma di euro 90.000 (novantamila);")
    each = measure(f"{parties} di pagare ciascuna la somma di euro 90.000 (novantamila);")
    unsaid = measure(f"{parties} di pagare la somma di euro 90.000 (novantamila);")

    assert len({sanction.joint for sanction in joint.sanctions}) == 1
    assert joint.sanctions[0].joint is not None
    assert [sanction.joint for sanction in each.sanctions] == [None, None]
    assert (joint.doubts, each.doubts) == ((), ())
    assert unsaid.doubts == ("several parties for one sum, not said whether together: Uno S.p.A., Due S.r.l.",)


def test_a_second_sum_without_a_party_is_another_fine_of_the_same_party() -> None:
    told = measure(
        f"{PAYS}euro 10.000 (diecimila) per la violazione dell’art. 13 e la somma di euro 5.000 "
        "(cinquemila) per la violazione dell’art. 32; INGIUNGE alla predetta società di pagare la somma di euro 15.000;"
    )

    assert facts(told) == [("Rete Blu S.p.A.", "fine", "10000.00"), ("Rete Blu S.p.A.", "fine", "5000.00")]
    assert told.doubts == ()


@pytest.mark.parametrize(
    ("operative", "doubt"),
    [
        (f"{PAYS}euro 30.000 (tremila);", "digits and words differ in “euro 30.000 (tremila)”"),
        (
            f"{PAYS}euro 30.000 (trentamila); INGIUNGE a Rete Blu S.p.A. di pagare la somma di euro 40.000;",
            "ORDINA and INGIUNGE state different sums",
        ),
    ],
)
def test_sums_that_contradict_each_other_are_a_question(operative: str, doubt: str) -> None:
    assert measure(operative).doubts == (doubt,)


def test_the_sum_of_the_reasoning_must_be_the_ordered_one() -> None:
    fixed = "si ritiene di determinare l’ammontare della sanzione pecuniaria nella misura di euro 20.000 (ventimila).\n"
    parts = (
        "si ritiene di determinare l’importo della sanzione nella misura di euro 6.000 e 24.000, cioè euro 30.000.\n"
    )

    assert measure(f"{PAYS}euro 30.000 (trentamila);", mark=fixed + MARK).doubts == (
        "the reasoning fixes another sum than the operative part orders",
    )
    assert measure(f"{PAYS}euro 30.000 (trentamila);", mark=parts + MARK).doubts == ()


def test_the_parts_of_a_whole_are_no_further_fines() -> None:
    told = measure(
        "ORDINA a Rete Blu S.p.A. di pagare la somma complessiva di euro 30.000 (trentamila), così ripartita: "
        "la somma di euro 20.000 per la prima violazione e la somma di euro 10.000 per la seconda;"
    )

    assert facts(told) == [("Rete Blu S.p.A.", "fine", "30000.00")]


def test_a_fine_without_a_sum_has_no_money() -> None:
    told = measure("ORDINA a Rete Blu S.p.A. di pagare la somma indicata in motivazione a titolo di sanzione;")

    assert facts(told) == [("Rete Blu S.p.A.", "fine", None)]


@pytest.mark.parametrize(
    ("operative", "kind"),
    [
        ("rivolge a Volo S.r.l. un ammonimento per la violazione dell’art. 6 del Regolamento;", "reprimand"),
        (
            "AMMONISCE\nai sensi dell’art. 58, par. 2, lett. b), del Regolamento, Volo S.r.l., con sede in Asti,",
            "reprimand",
        ),
        ("dispone nei confronti di Volo S.r.l. la misura dell’ammonimento;", "reprimand"),
        (
            "ai sensi dell’art. 58, par. 2, lett. a), del Regolamento, avverte Volo S.r.l. che può violarlo;",
            "warning",
        ),
        ("rivolge a Volo S.r.l. un avvertimento;", "warning"),
        (
            "ai sensi dell’art. 58, par. 2, lett. d), del Regolamento, prescrive a Volo S.r.l. di adottare misure;",
            "order",
        ),
        (
            "ai sensi dell’art. 58 del Regolamento dispone nei confronti di Volo S.r.l. la limitazione dei dati;",
            "order",
        ),
        ("impone a Volo S.r.l. il divieto del trattamento;", "order"),
        ("ingiunge a Volo S.r.l., entro 30 giorni dalla notifica, di nominare un responsabile;", "order"),
        ("vieta a Volo S.r.l. l’ulteriore trattamento dei dati;", "order"),
        ("Ingiunge a Volo S.r.l.:\n- di adottare misure\n- di comunicarle", "order"),
        ("accoglie il reclamo e, per l’effetto, ingiunge a Volo S.r.l. di rimuovere gli indirizzi;", "order"),
        ("ai sensi dell’art. 58, par. 2, lett. c), ordina a Volo S.r.l. di fornire riscontro alla richiesta;", "order"),
    ],
)
def test_consequences_without_money_have_their_kind_and_party(operative: str, kind: str) -> None:
    told = measure(operative)

    assert facts(told) == [("Volo S.r.l.", kind, None)]
    assert told.doubts == ()


def test_a_fine_and_an_order_are_two_sanctions_and_accessory_acts_are_none() -> None:
    told = measure(
        "INGIUNGE, ai sensi dell’art. 58, par. 2, lett. d), del Regolamento, alla Regione Ombra di adottare misure;\n"
        "ORDINA\nalla Regione Ombra, con sede in Borgo, di pagare la somma di € 75.000 (settantacinquemila);\n"
        "INGIUNGE\nalla predetta Regione di pagare la somma di € 75.000 (settantacinquemila);\n"
        "DISPONE\nla confisca degli elenchi, la pubblicazione e l’annotazione dell’ammonimento nel registro interno;\n"
        "RICHIEDE alla Regione, ai sensi dell’art. 157 del Codice, di comunicare quali iniziative siano state prese."
    )
    report = measure(
        "ammonisce Volo S.r.l.; ingiunge alla stessa, ai sensi dell’art. 157 del Codice, di comunicare l’esito;"
    )

    assert facts(told) == [("Regione Ombra", "fine", "75000.00"), ("Regione Ombra", "order", None)]
    assert facts(report) == [("Volo S.r.l.", "reprimand", None)]


@pytest.mark.parametrize(
    ("operative", "reason"),
    [
        (
            "esprime parere favorevole sullo schema, a condizione che sia previsto il divieto di riuso;",
            "an opinion, not a sanction",
        ),
        ("dispone l’archiviazione del procedimento nei confronti di Volo S.r.l.", "the proceedings were closed"),
        ("dichiara il non luogo a provvedere in ordine al reclamo.", "the proceedings were closed"),
        ("RIGETTA il reclamo.", "the complaint was turned down"),
        ("dichiara infondato il reclamo nei confronti di Volo S.r.l.", "the complaint was turned down"),
        (
            "approva il codice di condotta e ne dispone la pubblicazione.",
            "an approval or authorisation, not a sanction",
        ),
        (
            "REVOCA l’ordinanza con cui era stato ordinato a Volo S.r.l. di pagare la somma di euro 10.000.",
            "an earlier measure was withdrawn",
        ),
        (
            "prescrive ai titolari del trattamento che usano droni di adottare le misure indicate.",
            "a general measure, addressed to nobody in particular",
        ),
    ],
)
def test_what_is_certainly_no_sanction_is_dropped_with_its_reason(operative: str, reason: str) -> None:
    told = measure(operative)

    assert (told.nothing, told.sanctions, told.doubts) == (reason, (), ())


def test_a_title_of_guidelines_drops_orders_but_never_a_fine() -> None:
    title = "Provvedimento del 3 aprile 2025 - Linee guida in materia di posta elettronica [9000001]"

    assert measure("dispone il divieto di conservare i messaggi;", title).nothing == "guidelines, not a sanction"
    assert facts(measure(f"{PAYS}euro 900 (novecento);", title)) == [("Rete Blu S.p.A.", "fine", "900.00")]


def test_an_operative_part_without_any_known_consequence_is_a_question() -> None:
    told = measure(
        "dichiara illecito il trattamento effettuato da Volo S.r.l. per la violazione dell’art. 5 del Regolamento;"
    )

    assert told.nothing is None
    assert told.doubts == ("no consequence could be read from the operative part",)


def test_a_title_of_a_fine_without_a_readable_fine_is_a_question() -> None:
    told = measure("ammonisce Volo S.r.l.;", "Ordinanza ingiunzione nei confronti di Volo S.r.l. - 3 aprile 2025")

    assert told.doubts == ("the title is that of a fine, no sum could be read",)


def test_the_notice_of_removal_is_no_sanction() -> None:
    told = account(
        "Il provvedimento n. 7 del 3 aprile 2025 è stato rimosso dal sito a seguito di sentenza definitiva sfavorevole."
    )

    assert told.nothing == "the measure was taken off the site after a final judgment"


def test_the_articles_are_those_infringed_not_those_that_empower() -> None:
    told = measure(
        "dichiara, ai sensi degli artt. 57, par. 1, lett. f), e 83 del Regolamento, illecito il trattamento, "
        f"per la violazione degli artt. 5, par. 1, lett. a), 6 e 13 del Regolamento;\n{PAYS}euro 900 (novecento);\n"
        "c) ai sensi dell’art. 17 del Regolamento del Garante n. 1/2019, dispone l’annotazione."
    )

    assert told.sanctions[0].articles == ("GDPR 5(1)(a)", "GDPR 6", "GDPR 13")


def test_evidence_stands_where_it_says() -> None:
    text = HEAD + MARK + f"{PAYS}euro 900 (novecento);" + FOOT
    evidence = account(text).sanctions[0].evidence

    assert evidence.start is not None
    assert text[evidence.start :].startswith(evidence.words)
    assert evidence.words == "pagare la somma di euro 900 (novecento)"


def test_a_small_verb_within_a_sentence_is_no_command() -> None:
    part = operative_part(
        f"{MARK}dichiara che la norma dispone così quando il titolare ordina gli elenchi; ammonisce Volo S.r.l."
    )

    assert part is not None
    assert [command.verb for command in commands(part)] == ["dichiara", "ammonisce"]
