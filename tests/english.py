"""The English texts of the tests: one of each sort, with what a test is about put in. Written for the tests."""

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Sanction
from scrapers.meaning.english import read

HEAD = "DATA PROTECTION ACT 2018 (PART 6, SECTION 155)\nPENALTY NOTICE\nTo: Acme Data Ltd\nOf: 1 Main Street\n"
PECR_HEAD = "DATA PROTECTION ACT 1998\nMONETARY PENAL TY NOTICE\nTo: Acme Calls Ltd\nOf: 1 Main Street\n"
NOTICE_PAGE = "Acme Data Ltd\nDate\n{day}\nType\n{types}\nSector\nMarketing\n{prose}"


def told(
    text: str,
    form: Form = Form.DECISION_TEXT,
    *,
    title: str = "Acme",
    category: str | None = None,
    home: str = "GBP",
) -> Account:
    passage = Passage(form, text, "en", "https://ico.org.uk/x")
    return read(RawDecision("1", "https://ico.org.uk/x", title, (passage,), category=category), passage, home)


def page(prose: str, types: str = "Monetary penalties", day: str = "7 May 2026") -> Account:
    return told(NOTICE_PAGE.format(day=day, types=types, prose=prose), Form.DECISION_PAGE)


def news(title: str, text: str, form: Form = Form.NEWS, home: str = "GBP") -> Account:
    return told(text, form, title=title, home=home)


def facts(account: Account) -> list[tuple[str | None, str, str | None]]:
    return [(one.party, one.kind.value, _sum(one)) for one in account.sanctions]


def _sum(sanction: Sanction) -> str | None:
    return f"{sanction.money.amount} {sanction.money.currency}" if sanction.money else None
