"""The Greek texts of the tests: one of each sort, with what a test is about put in. Written for the tests."""

from dataclasses import replace

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Sanction
from scrapers.meaning.greek import read

HEAD = "Αθήνα, 14-03-2023 Αριθ. Πρωτ.: 640\nΑΠΟΦΑΣΗ 8/2023\nΗ Αρχή Προστασίας Δεδομένων συνήλθε την 02-11-2021.\n"
REASONS = "ΓΙΑ ΤΟΥΣ ΛΟΓΟΥΣ ΑΥΤΟΥΣ Η Αρχή "


ROW = RawDecision("slug", "", "", (), category="Απόφαση", number="12", listed_on="05/05/2021")
NO_ROW = RawDecision("slug", "", "", ())

Brief = tuple[str | None, str, str | None]


def told(text: str, form: Form, raw: RawDecision = NO_ROW) -> Account:
    return read(raw, Passage(form, text, "el"))


def decided(operative: str, *, facts: str = "", title: str = "") -> Account:
    return told(HEAD + facts + REASONS + operative, Form.DECISION_TEXT, replace(NO_ROW, title=title))


def titled(title: str) -> Account:
    return told(title, Form.FEED_ITEM, ROW)


def brief(account: Account) -> list[Brief]:
    return [(one.party, one.kind.value, str(one.money.amount) if one.money else None) for one in account.sanctions]


def only(account: Account) -> Sanction:
    (sanction,) = account.sanctions
    return sanction


def report(text: str, title: str = "", form: Form = Form.PRESS_RELEASE) -> Account:
    return told(text, form, replace(NO_ROW, title=title))
