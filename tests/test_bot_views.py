"""Alerts and notices as text and as cards: exact words, hostile words, and Discord's limits."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views import alert, notices, words
from bot.views.message import TITLE, VALUE, WHOLE, Field, Message, card
from bot.views.sources import sentence, to_json, whole
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage.visits import Health
from tests.newsroom import Newsroom, newsroom_in


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    room = newsroom_in(tmp_path)
    room.time = datetime(2022, 10, 20, 12, 3, tzinfo=UTC)
    yield room
    room.engine.dispose()


def sanction(kind: Kind = Kind.FINE, party: str | None = "CLEARVIEW AI", amount: str = "", **more: object) -> Sanction:
    money = Money.of(amount, "EUR") if amount else None
    facts = {"party": party, "kind": kind, "money": money, "evidence": Evidence(words=""), **more}
    return Sanction.model_validate(facts)


def decision(*sanctions: Sanction) -> Decision:
    return Decision(
        authority="CNIL",
        key="SAN-2022-019",
        reference="SAN-2022-019",
        url="https://www.cnil.fr/fr/clearview",
        title="Reconnaissance faciale",
        language="fr",
        decided_on=date(2022, 10, 17),
        published_on=date(2022, 10, 20),
        sanctions=sanctions,
    )


CLEARVIEW = decision(
    sanction(
        amount="20000000",
        articles=("GDPR 6", "GDPR 12"),
        evidence=Evidence(words="une amende administrative d’un montant de\n20 000 000 d’euros"),
    ),
    sanction(Kind.ORDER, daily=Money.of("100000", "EUR"), due_on=date(2022, 12, 19), articles=("GDPR 6",)),
)

CLEARVIEW_IN_TEXT = """\
CNIL fines CLEARVIEW AI €20,000,000
  Kind        fine, order
  Dates       decided 17 October 2022, made public 20 October 2022, first seen 2022-10-20 12:03 UTC
  Reference   SAN-2022-019
  Title       Reconnaissance faciale
  Order       comply by 19 December 2022, then €100,000 a day
  Articles    GDPR 6, GDPR 12
  State       imposed
  Words (fr)  “une amende administrative d’un montant de 20 000 000 d’euros”
  https://www.cnil.fr/fr/clearview"""


def test_an_alert_says_first_who_whom_and_how_much(room: Newsroom) -> None:
    assert alert.alert(room.store(CLEARVIEW)).text == CLEARVIEW_IN_TEXT


def test_an_alert_as_a_card_carries_the_same_and_links_the_authoritys_own_page(room: Newsroom) -> None:
    shown = card(alert.alert(room.store(CLEARVIEW)))

    assert shown.title == "CNIL fines CLEARVIEW AI €20,000,000"
    assert shown.url == "https://www.cnil.fr/fr/clearview"
    assert [field.name for field in shown.fields][:3] == ["Kind", "Dates", "Reference"]


@pytest.mark.parametrize(
    ("sanctions", "headline"),
    [
        ([sanction(amount="1250.50")], "CNIL fines CLEARVIEW AI €1,250.50"),
        ([sanction()], "CNIL fines CLEARVIEW AI"),
        ([sanction(party=None, amount="5000")], "CNIL fines an unnamed party €5,000"),
        ([sanction(party="A", amount="1"), sanction(party="B", amount="2")], "CNIL fines A €1 and B €2"),
        (
            [sanction(party=party, amount="9", joint="1") for party in ("A", "B")],
            "CNIL fines A and B €9 jointly",
        ),
        ([sanction(amount="1"), sanction(amount="2")], "CNIL fines CLEARVIEW AI €1 + €2"),
        (
            [sanction(party=party, amount="1") for party in "ABCDE"],
            "CNIL fines A €1, B €1, C €1 and 2 more",
        ),
        ([sanction(Kind.ORDER)], "CNIL orders CLEARVIEW AI to comply"),
        ([sanction(Kind.REPRIMAND)], "CNIL reprimands CLEARVIEW AI"),
        ([sanction(Kind.WARNING)], "CNIL warns CLEARVIEW AI"),
        ([sanction(Kind.FORMAL_NOTICE)], "CNIL gives formal notice to CLEARVIEW AI"),
        (
            [sanction(Kind.PERIODIC_PENALTY, amount="5200000")],
            "CNIL collects a periodic penalty from CLEARVIEW AI €5,200,000",
        ),
        (
            [sanction(Kind.NOTICE_OF_INTENT, amount="17000000")],
            "CNIL intends to fine CLEARVIEW AI €17,000,000 (provisional)",
        ),
    ],
)
def test_the_headline_names_the_weightiest_consequence(
    room: Newsroom, sanctions: list[Sanction], headline: str
) -> None:
    assert alert.headline(room.store(decision(*sanctions))) == headline


def test_every_kind_has_words() -> None:
    assert set(words.VERBS) == set(Kind)


def test_a_fine_whose_amount_is_not_stated_says_so(room: Newsroom) -> None:
    assert "fine (amount not stated)" in alert.alert(room.store(decision(sanction()))).text


def test_a_change_names_what_changed_and_the_decision(room: Newsroom) -> None:
    message = alert.change(room.store(CLEARVIEW), "the amount was €20 million, and is €19,500,000")

    assert message.headline == "Changed: the amount was €20 million, and is €19,500,000"
    assert "SAN-2022-019: CNIL fines CLEARVIEW AI" in message.text


HOSTILE = "@everyone <@&12> **bold** [a link](https://evil.example) `x`\x1b[31m\u202e\r\n# heading"


def test_hostile_words_neither_ping_nor_format_nor_break_the_line(room: Newsroom) -> None:
    message = alert.alert(room.store(decision(sanction(party=HOSTILE, amount="1"))))
    shown = card(message)

    assert "@everyone" not in shown.title
    assert "<@" not in shown.title
    assert r"\[a link\](" in shown.title
    assert len(message.text.splitlines()) == len(message.fields) + 2
    assert not set(message.text) & {"\x1b", "\u202e", "\r"}


def test_a_heading_sign_at_the_beginning_of_a_line_is_only_a_sign() -> None:
    assert words.plain("# news", 20) == r"\# news"


@given(st.text(), st.integers(min_value=1, max_value=300))
def test_harmless_words_keep_their_limit(text: str, limit: int) -> None:
    assert len(words.line(text, limit)) <= limit
    assert len(words.plain(text, max(limit, 3))) <= max(limit, 3)


@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1, max_size=3000)), max_size=30), st.text())
def test_a_card_keeps_discords_limits(fields: list[tuple[str, str]], headline: str) -> None:
    shown = card(Message(headline, tuple(Field(name, value) for name, value in fields), "https://authority.example"))

    assert len(shown.title) <= TITLE
    assert len(shown.fields) <= 25
    assert all(len(field.value) <= VALUE for field in shown.fields)
    assert len(shown.title) + sum(len(field.name) + len(field.value) for field in shown.fields) <= WHOLE


def test_a_letter_is_not_cut_from_its_accent() -> None:
    assert words.line("abcde\u0301fgh", 6) == "abcd…"


def test_an_address_that_is_not_https_is_no_link() -> None:
    assert card(Message("x", (Field("a", "b"),), "javascript:alert(1)")).url is None


def test_a_field_leads_to_where_it_says_so_however_long_it_is() -> None:
    shown = card(Message("x", (Field("a", "word " * 400, "https://www.cnil.fr/fr/a_b"), Field("c", "d", "not a link"))))

    assert shown.fields[0].value.endswith("…\n[Source](<https://www.cnil.fr/fr/a_b>)")
    assert len(shown.fields[0].value) <= 1024
    assert shown.fields[1].value == "d"


def test_a_question_is_a_headline_its_reasons_and_the_address() -> None:
    text = notices.question(3, "GARANTE", "Titolo\nlungo", ["no amount", "two dates"], "https://www.garante.example/1")
    message = notices.notice(text)

    assert message.headline == "Question 3 (Garante): “Titolo lungo”"
    assert message.fields == (Field("Why", "no amount; two dates (finewatch reviews show 3)"),)
    assert message.url == "https://www.garante.example/1"


HEALTH = Health(
    authority="HDPA",
    source="latest",
    state="failing",
    last_success=datetime(2026, 3, 1, 8, 0, tzinfo=UTC),
    last_new=None,
    items_seen=12,
    consecutive_failures=4,
    next_visit=datetime(2026, 3, 2, 8, 0, tzinfo=UTC),
    reason="the host answers with status 503",
)


def test_a_source_is_a_line_for_people_and_an_object_for_programs() -> None:
    assert sentence(HEALTH) == (
        "HDPA latest: failing; last read 2026-03-01 08:00 UTC, 12 rows, last news never; "
        "4 failures in a row: the host answers with status 503"
    )
    assert to_json(HEALTH) == {
        "authority": "HDPA",
        "source": "latest",
        "state": "failing",
        "last_success": "2026-03-01T08:00:00+00:00",
        "last_new": None,
        "items_seen": 12,
        "consecutive_failures": 4,
        "next_visit": "2026-03-02T08:00:00+00:00",
        "reason": "the host answers with status 503",
    }


def test_the_whole_is_as_bad_as_its_worst_source() -> None:
    assert whole([HEALTH])["state"] == "failing"
    assert whole([]) == {"state": "ok", "sources": []}
