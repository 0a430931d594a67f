"""Reading as a whole: nothing in any text makes a reader raise, hang, or accept what is not there."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers import question
from scrapers.adapter import Form, Passage, RawDecision
from scrapers.normalise import Accepted, Dropped, normalise
from scrapers.registry import adapters

WORDS = st.sampled_from(
    [
        "PAR CES MOTIFS", "prononcer à l'encontre de la société", "une amende d'un montant de", "SAN-2026-001",
        "TUTTO CIÒ PREMESSO", "ORDINA", "INGIUNGE", "di pagare la somma di euro", "a titolo di sanzione amministrativa",
        "ΓΙΑ ΤΟΥΣ ΛΟΓΟΥΣ ΑΥΤΟΥΣ", "η Αρχή επιβάλλει", "πρόστιμο ύψους", "χιλιάδων", "(30.000)", "ευρώ", "στην «",
        "MONETARY PENALTY NOTICE", "To:", "to pay a penalty of", "£14,472,500", "has decided to issue", "Article 6",
        "20 000 000", "€", "euros", "1,7 milioni", "(duemila/00)", "2.000/00", "\n", "\u00a0", "»", ",", ".",
        "Ltd", "29 gennaio 2026", "11-02-2026", "8 janvier 2026", "23 February 2026", "…", "([", "\x00", "\ufffe",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=60).map(" ".join))
HOSTILE = {
    "one word": "amende " * 15_000,
    "digits": "1 000 " * 20_000,
    "brackets": "(" * 100_000,
    "blanks": " " * 100_000 + "euros",
    "sentences": "The ICO fined Acme Ltd £5. La CNIL a prononcé une amende de 5 euros à l'encontre de la société X. "
    * 1_000,
    "greek": "η Αρχή επιβάλλει στην εταιρεία «Χ» πρόστιμο ύψους χιλίων (1.000) ευρώ. " * 1_250,
    "italian": "ORDINA a Rossi S.r.l. di pagare la somma di euro 1.000 (mille) INGIUNGE " * 1_250,
}


def understood(code: str, form: Form, title: str, text: str) -> Any:
    adapter = adapters()[code]
    passage = Passage(form, text, adapter.language)
    return normalise(RawDecision("key", "https://example.org", title, (passage,)), adapter)


@pytest.mark.parametrize("code", adapters())
@given(title=TEXTS, text=TEXTS, form=st.sampled_from(Form))
def test_no_text_makes_a_reader_raise(code: str, title: str, text: str, form: Form) -> None:
    outcome = understood(code, form, title, text)

    if isinstance(outcome, Accepted):
        assert all(sanction.evidence.words for sanction in outcome.decision.sanctions)
    if isinstance(outcome, Dropped):
        assert outcome.reason


def test_what_was_checked_is_told_with_the_answer_when_asked_for() -> None:
    line = {"id": "1", "authority": "CNIL", "language": "fr", "text_kind": "press_release", "title": "Une amende"}
    text = "Le 8 janvier 2026, la CNIL a prononcé une amende de 5 000 euros à l'encontre de la société ACME."
    said = question.answer(json.dumps(line | {"text": text}), with_checks=True)

    assert said["outcome"] == "sanction"
    assert all(each["passed"] for each in said["checks"])
    assert "the words hold the amount" in {each["name"] for each in said["checks"]}
    assert "checks" not in question.answer(json.dumps(line | {"text": text}))


@pytest.mark.timeout(40)
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("code", adapters())
def test_no_text_makes_a_reader_hang(code: str, name: str) -> None:
    """Five times a long decision; what is quadratic does not end in time."""
    for form in (Form.DECISION_TEXT, Form.PRESS_RELEASE):
        assert understood(code, form, "", HOSTILE[name]) is not None


def test_a_reader_that_fails_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(question, "normalise", fails)
    line = {"id": "1", "authority": "ICO", "language": "en", "text_kind": "news", "title": "", "text": ""}

    assert question.answer(json.dumps(line)) == {
        "id": "1",
        "outcome": "review",
        "reasons": ["a bug in the reader (KeyError: 'x')"],
        "decision": None,
    }
