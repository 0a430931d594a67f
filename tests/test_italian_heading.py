"""Head and foot of a measure of the Garante: its day, its announcement, its docweb number. The sentences are ours."""

from datetime import date

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.italian import read

HEAD = (
    "[doc. web n. 9000001]\nProvvedimento del 3 aprile 2025\nRegistro dei provvedimenti\nn. 12 del 3 aprile 2025\n"
    "IL GARANTE PER LA PROTEZIONE DEI DATI PERSONALI\nNELLA riunione odierna, presenti i componenti;\n"
)
MARK = "TUTTO CIÒ PREMESSO IL GARANTE\n"
TITLE = "Provvedimento del 3 aprile 2025 [9000001]"
PAYS = "ORDINA a Rete Blu S.p.A., con sede legale in Pisa, di pagare la somma di "


def account(text: str, title: str = TITLE, listed_on: str | None = None) -> Account:
    raw = RawDecision(key="9000001", url="", title=title, passages=(), listed_on=listed_on)
    return read(raw, Passage(Form.DECISION_TEXT, text, "it"))


@pytest.mark.parametrize(
    ("listed_on", "title", "register", "day", "asked"),
    [
        ("29/01/2026", "Provvedimento del 29 gennaio 2026", "29 gennaio 2025", date(2026, 1, 29), False),
        (None, "Provvedimento del 29 gennaio 2026", "29 gennaio 2025", date(2026, 1, 29), False),
        ("29/01/26", "Ordinanza ingiunzione", "29 gennaio 2026", date(2026, 1, 29), False),
        ("11/09/97", "Provvedimento", "11 settembre 1997", date(1997, 9, 11), False),
        (None, "Provvedimento", "dell'11 marzo 2021", date(2021, 3, 11), False),
        ("05/08/2022", "Provvedimento del 6 ottobre 2022", "6 ottobre 2022", date(2022, 8, 5), True),
    ],
)
def test_the_card_then_the_title_then_the_register_give_the_day(
    listed_on: str | None, title: str, register: str, day: date, asked: bool
) -> None:
    of = register if register.startswith("dell") else f"del {register}"
    told = account(f"Registro dei provvedimenti\nn. 41 {of}\n{MARK}{PAYS}euro 900;", title, listed_on=listed_on)

    assert told.decided_on == day
    assert any("dates contradict" in doubt for doubt in told.doubts) is asked


def test_the_announcement_is_the_first_release_not_older_than_the_measure() -> None:
    see = (
        "VEDI ANCHE: - Comunicato stampa del 10 marzo 2025\n- Newsletter del 1° maggio 2025\nNEWSLETTER DEL 9/5/2025\n"
    )

    assert account(see + HEAD + MARK + f"{PAYS}euro 900;").published_on == date(2025, 5, 1)
    assert account(HEAD + MARK + f"{PAYS}euro 900;").published_on is None


def test_the_reference_is_the_docweb_number_of_the_measure_not_one_it_quotes() -> None:
    quoted = f"già destinataria di un provvedimento (doc. web 9718112).\n{MARK}{PAYS}euro 900;"

    assert account(quoted, "Ordinanza ingiunzione - 3 aprile 2025").reference is None
    assert account(quoted, TITLE).reference == "9000001"
    assert account(HEAD + quoted, "Ordinanza ingiunzione").reference == "9000001"
