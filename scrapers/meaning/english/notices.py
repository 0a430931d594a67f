"""The ICO's notices as texts: penalties, enforcement notices, reprimands, notices of intent (source-ico.md §3.4)."""

import re

from scrapers.adapter import Account, Passage, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.english.addressee import addressees
from scrapers.meaning.english.consequences import about_parties, shared
from scrapers.meaning.english.dating import dated
from scrapers.meaning.english.genres import Genre
from scrapers.meaning.english.infringed import infringed, infringed_by
from scrapers.meaning.english.names import titled
from scrapers.meaning.english.parties import apart, fuller, respaced
from scrapers.meaning.english.penalties import Fine, stated_fines
from scrapers.meaning.english.prose import evidence, mend, sentences

KINDS = {Genre.ENFORCEMENT: Kind.ORDER, Genre.REPRIMAND: Kind.REPRIMAND, Genre.INTENT: Kind.NOTICE_OF_INTENT}
ISSUES = {
    Genre.ENFORCEMENT: re.compile(
        r"\b(?:issue|serve|give)[sd]?\b.{1,300}?\benforcement notice\b"
        r"|\bin exercise of (?:his|her|its|the Commissioner's) powers\b.{1,200}?\brequires?\b",
        re.IGNORECASE,
    ),
    Genre.REPRIMAND: re.compile(r"\bissu(?:e|es|ed|ing)\b.{0,300}?\breprimand\b", re.IGNORECASE),
    Genre.INTENT: re.compile(r"\b(?:propos|intend|intent)\w*\b", re.IGNORECASE),
}
CASE_REFERENCE = re.compile(
    r"\b(?:(?:Case|Our|Investigation|ICO)\s+(?:number|no)|(?:Case\s+|Our\s+)?ref(?:erence)?)\b\.?(?:\s+(?:number|no)\.?)?\s*[:.]?\s*"
    r"(?P<number>(?:COM|ENF|INV|IC|CRM|RFA|REF|PCB|CA)[/-]?\d[\w/-]{3,20})"
    r"|\b(?P<bare>INV/\d{4}/\d{4})\b",
    re.IGNORECASE,
)
HEAD = 8000


def read_notice(genre: Genre, raw: RawDecision, passage: Passage) -> Account:
    """A notice's sanctions, its day and case reference. A text of the genre without its formula is a doubt."""
    text = mend(passage.text)
    day, doubts = dated(text)
    parties = addressees(text) or apart(titled(raw.title) or "")
    reference = CASE_REFERENCE.search(text[:HEAD])
    read = _penalty if genre is Genre.PENALTY else _without_money
    found, more = read(genre, text, parties, passage)
    sanctions = tuple(one.model_copy(update={"party": one.party and respaced(one.party, raw.title)}) for one in found)
    return Account(
        sanctions,
        doubts=(*doubts, *more, *about_parties(sanctions)),
        decided_on=day,
        reference=(reference["number"] or reference["bare"]) if reference else None,
    )


def _penalty(
    genre: Genre, text: str, parties: tuple[str, ...], passage: Passage
) -> tuple[tuple[Sanction, ...], tuple[str, ...]]:
    fines, doubts = stated_fines(text)
    articles = infringed(text)
    if not fines:
        words = next((one for one in sentences(text) if genre.value in one.lower()), genre.value)
        return tuple(shared(Kind.FINE, None, parties, articles, evidence(passage, words))), doubts
    made: list[Sanction] = []
    for fine in fines:
        payers = _payers(fine, parties) if len(fines) == 1 else fine.payers
        others = [name for other in fines if other is not fine for name in other.payers]
        own = infringed_by(text, payers[0], others) if others and payers else articles
        made += shared(Kind.FINE, fine.amount.money, payers, own, evidence(passage, fine.words, fine.amount.method))
    return tuple(made), doubts


def _payers(fine: Fine, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Who pays a single sum: the operative words, in the fuller spelling of the address."""
    if len(fine.payers) == len(parties) == 1:
        return tuple(name for name in [fuller(fine.payers[0], parties[0])] if name)
    return max(parties, fine.payers, key=len)


def _without_money(
    genre: Genre, text: str, parties: tuple[str, ...], passage: Passage
) -> tuple[tuple[Sanction, ...], tuple[str, ...]]:
    said = next((one for one in sentences(text) if ISSUES[genre].search(one)), None)
    doubts = () if said else (f"headed “{genre.value}”, but no words issue one",)
    shown = evidence(passage, said or genre.value)
    return tuple(shared(KINDS[genre], None, parties, infringed(text), shown)), doubts
