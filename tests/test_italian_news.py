"""What the Italian reader understands of press releases, newsletters and titles of the feed. The sentences are ours."""

from datetime import date

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.italian import read


def release(title: str, text: str, form: Form = Form.PRESS_RELEASE) -> Account:
    raw = RawDecision(key="9000002", url="", title=title, passages=())
    return read(raw, Passage(form, text, "it"))


def facts(told: Account) -> list[tuple[str | None, str, str | None]]:
    return [(one.party, one.kind.value, str(one.money.amount) if one.money else None) for one in told.sanctions]


def test_a_release_gives_party_and_exact_sum() -> None:
    told = release(
        "Telemarketing, il Garante privacy sanziona Rete Blu per 4,5 milioni di euro",
        "Il Garante ha ordinato a Rete Blu S.p.A. il pagamento di una sanzione di 4.501.868 euro. "
        "La società dovrà inoltre adottare misure tecniche. Il massimo è il 4% del fatturato. Roma, 2 aprile 2021",
    )

    assert facts(told) == [("Rete Blu S.p.A.", "fine", "4501868.00"), ("Rete Blu S.p.A.", "order", None)]
    assert (told.doubts, told.published_on) == ((), date(2021, 4, 2))


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Sanzione di 80mila euro a Posta Viva", "", ("Posta Viva", "fine", "80000.00")),
        (
            "Il Garante blocca Bot",
            "Disposta la limitazione provvisoria nei confronti di Bot Inc. Ora rischia fino a 20 milioni di euro.",
            ("Bot Inc.", "order", None),
        ),
        (
            "Lavoro",
            "Il Garante ha comminato all’Azienda sanitaria di Borgo una multa da 50mila euro.",
            ("Azienda sanitaria di Borgo", "fine", "50000.00"),
        ),
        ("Bot dovrà pagare una sanzione di 15 milioni di euro", "", ("Bot", "fine", "15000000.00")),
        ("Il Garante privacy vieta a Rete Blu la profilazione", "", ("Rete Blu", "order", None)),
        ("Il Garante privacy avverte Rete Blu", "", ("Rete Blu", "warning", None)),
    ],
)
def test_news_of_one_sanction_is_read(title: str, text: str, told: tuple[str, str, str | None]) -> None:
    assert facts(release(title, text)) == [told]
    assert release(title, text).doubts == ()


@pytest.mark.parametrize(
    ("title", "text", "doubt"),
    [
        ("Sanzione di oltre 79 milioni di euro a Luce Viva", "", "the release only rounds the sum"),
        ("Lavoro: il Garante privacy, sanzione di 50mila euro", "", "the release names no party"),
        (
            "Sanzioni",
            "Il Garante ha sanzionato Uno S.r.l. per 5mila euro e altri due per 8mila euro.",
            "the release tells of several acts",
        ),
        (
            "NEWSLETTER del 16 luglio 2026 - Il Garante privacy sanziona Uno per 2 milioni di euro",
            "",
            "the release tells of several acts",
        ),
    ],
)
def test_news_that_leaves_something_open_is_a_question(title: str, text: str, doubt: str) -> None:
    assert doubt in release(title, text).doubts


@pytest.mark.parametrize(
    "title",
    [
        "Il Garante privacy avvia un’istruttoria su Foto App",
        "Il Garante privacy presenta la Relazione annuale: sanzioni per oltre 24 milioni di euro riscosse",
        "Garante privacy: parere favorevole sul decreto",
        "Cookie, la CNIL sanziona Motore per 150 milioni di euro",
    ],
)
def test_news_of_something_else_is_no_sanction(title: str) -> None:
    assert release(title, "").nothing == "news that tells of no sanction"


def test_a_bare_title_is_never_the_last_word() -> None:
    told = release("COMUNICATO STAMPA - Il Garante privacy sanziona Character Bot", "", Form.FEED_ITEM)
    unclear = release("Garante a Luce Viva: il cliente può avere la registrazione", "", Form.FEED_ITEM)

    assert facts(told) == [("Character Bot", "fine", None)]
    assert told.doubts == ("the title names a sanction; the amount stands in the decision",)
    assert unclear.doubts == ("the news does not say what was decided",)
