"""The French texts of the tests: one of each sort, with what a test is about put in. Written for the tests."""

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Sanction
from scrapers.meaning.french import read

HEADING = "Délibération de la formation restreinte n° SAN-2024-001 du 3 janvier 2024 concernant la société ALPHA"


def account(
    form: Form, title: str, text: str, *, about: str = "", listed_on: str | None = None, published: str | None = None
) -> Account:
    passage = Passage(form, text, "fr", "https://example.org/act")
    raw = RawDecision("key", passage.url, title, (passage,), about=about, listed_on=listed_on, published=published)
    return read(raw, passage)


def deliberation(operative: str, title: str = HEADING, before: str = "") -> Account:
    text = (
        f"{title}\nLa Commission, réunie en sa formation restreinte ;\n{before}\nPAR CES MOTIFS\n"
        f"La formation restreinte de la CNIL, après en avoir délibéré, décide de :\n{operative}\n"
        "Le président\nJean DUPONT\nCette décision est susceptible de faire l'objet d'un recours de 1 000 euros."
    )
    return account(Form.DECISION_TEXT, title, text)


def release(title: str, text: str, about: str = "") -> Account:
    return account(Form.PRESS_RELEASE, title, text, about=about)


def headline(title: str) -> Account:
    return account(Form.FEED_ITEM, title, title)


def told(sanctions: tuple[Sanction, ...]) -> list[tuple[str, str | None, int | None]]:
    """Kind, party and whole euros of each sanction."""
    return [(s.kind.value, s.party, s.money.minor // 100 if s.money else None) for s in sanctions]
