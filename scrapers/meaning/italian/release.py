"""News about a measure: press releases, newsletters, titles of the feed. The measure itself has the last word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.articles import articles
from scrapers.meaning.italian.heading import in_news, released_on
from scrapers.meaning.italian.headline import party_in_news
from scrapers.meaning.money import Amount, amounts

_PREFIX = re.compile(r"^\s*(?:COMUNICATO(?:\s+STAMPA)?|NEWSLETTER|NEWS)\b[^-–]{0,40}[-–]\s*", re.IGNORECASE)
_SENTENCE = re.compile(r"\n+|(?<=[a-zàèéìòù0-9)”\"»]{2}[.!?])\s+(?=[A-ZÈ“\"«])|\s[-–]\s(?=[A-Z])|(?<=\w)\.\s(?=[A-Z][a-z]+\s[a-z])")
_FINE = re.compile(r"\bsanzion\w+|\bmult[aie]\b|\bmultat|\b(?:pagare|pagamento)\b", re.IGNORECASE)
_KINDS = (
    (Kind.REPRIMAND, re.compile(r"\bammoni(?:sce|to|ta|ment|re)", re.IGNORECASE)),
    (Kind.WARNING, re.compile(r"\bavvert(?:e\b|it[oaie]\b|iment)", re.IGNORECASE)),
    (
        Kind.ORDER,
        re.compile(
            r"\bviet(?:a|at[oaie])\b|\bdivieto\b|\bblocc(?:a|at[oaie]|o)\b|\bstop\b|\blimitazion|\bsospen(?:de|sione)|\bha\s+ingiunto"
            r"|\b(?:ordina|ordinat[oa]|impone|imposto|dispost[oa]|prescritt?[oa]|prescrive)\b.{0,60}\b(?:cancella|adegua|adotta|conforma|misur|di\s+\w+[aei]re)"
            r"|\bdovr(?:à|anno)\b.{0,40}\b(?:cancellare|adeguar|adottare|conformar|modificare|interrompere|informare|realizzare)",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
)
_NOT_IMPOSED = re.compile(
    r"\brischi|\bpotr(?:à|anno|ebbe)|\bpuò\b|\bpossono\b|\bpreved|\bfino\s+a\b|\bmassim|\bfatturat|\bprecedent|\bgià\s+(?:sanzionat|multat)"
    r"|\bin\s+passato|\briscoss|\bmetà\b|\bnel\s+corso\s+del|\bnessun\w*\s+sanzion|\bsenza\s+sanzion|\bevit|\bbozza|\bsistema\s+sanzionatorio"
    r"|\b(?:CNIL|AGCM|Antitrust|EDPB|Agcom|Commissione\s+europea|Autorità\s+(?:francese|irlandese|tedesca|spagnola|olandese|greca|norvegese))\b",
    re.IGNORECASE,
)
_ROUNDED = re.compile(r"\b(?:circa|oltre|quasi|più\s+di|superior[ei]\s+a|attorno\s+a|intorno\s+a)\s*$", re.IGNORECASE)
_NEUTRAL = re.compile(
    r"\bchied(?:e|ono)\s+(?:informazioni|chiariment)|\brichiest[ae]\s+di\s+informazioni|\b(?:avvi|apr)\w+\s+(?:un['a]\s*)?istruttori"
    r"|\bparer[ei]\b|\blinee[\s-]guida|\bconsultazion|\brelazione\s+annuale|\bconvegn|\baudizion|\baccord[oi]\b|\bprotocoll|\bg7\b|\bedpb\b"
    r"|\bgaranti\s+(?:privacy\s+)?europei|\bcomitato\s+europeo|\bseminari|\bgiornata|\bnomin|\bfaq\b|\bvademecum|\bsentenza|\btar\b|\btribunale"
    r"|\bincontr|\bcampagna|\bsottoscri|\bpresidente|\bindagine\s+conoscitiva|\bispezion|\bcodice\s+di\s+condotta|\bpodcast|\bconcors",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Said:
    """One sentence that tells a consequence."""

    kind: Kind
    party: str | None
    amount: Amount | None
    rounded: bool
    words: str


def read_release(raw: RawDecision, text: str, passage: Passage) -> Account:
    """What news says was imposed. A bare title, or a release that tells several acts, is left to a person."""
    title = _PREFIX.sub("", raw.title)
    told = [said for sentence in _sentences(title, text) for said in _said(sentence)]
    if not told:
        return _silent(title, text, passage.form)
    party = party_in_news(title) or next((said.party for said in told if said.party), None)
    kept = _kept(told)
    sanctions = tuple(_sanction(said, said.party or party, text, passage.url) for said in kept)
    return Account(
        sanctions=sanctions,
        doubts=tuple(_doubts(raw, kept, sanctions, passage.form)),
        published_on=released_on(raw, text),
        decided_on=in_news(text) if passage.form is not Form.FEED_ITEM else None,
    )


def _sentences(title: str, text: str) -> list[str]:
    pieces = [*_SENTENCE.split(title), *_SENTENCE.split(text)]
    return list(dict.fromkeys(" ".join(_PREFIX.sub("", piece).split()) for piece in pieces if piece and piece.strip()))


def _said(sentence: str) -> list[_Said]:
    if _NOT_IMPOSED.search(sentence):
        return []
    party = party_in_news(sentence)
    if _FINE.search(sentence):
        sums = amounts(sentence, "it", "EUR")
        fines = [_Said(Kind.FINE, party, sum_, bool(_ROUNDED.search(sentence[: sum_.start])), sentence) for sum_ in sums]
        if fines or re.search(r"\bsanziona(?:t[oaie])?\b|\bmult[aie]\b|\bsanzione\s+(?:pecuniaria|amministrativa)", sentence, re.IGNORECASE):
            return fines or [_Said(Kind.FINE, party, None, False, sentence)]
    return [_Said(kind, party, None, False, sentence) for kind, pattern in _KINDS if pattern.search(sentence)]


def _kept(told: Sequence[_Said]) -> list[_Said]:
    """Each consequence once: a sum repeated, rounded in the title and exact below, is one; a sum beats its absence."""
    fines: list[_Said] = []
    for said in (said for said in told if said.amount):
        same = next((one for one in fines if _same_sum(one, said)), None)
        if same is None:
            fines.append(said)
        else:
            better = said if _digits(said) > _digits(same) or (same.party is None and _digits(said) == _digits(same)) else same
            fines[fines.index(same)] = better
    fines = _without_total(fines)
    fines += [said for said in told if said.kind is Kind.FINE][:1] if not fines else []
    others = {said.kind: said for said in reversed(told) if said.kind is not Kind.FINE}
    return [*fines, *(others[kind] for kind, _ in _KINDS if kind in others)]


def _minor(said: _Said) -> int:
    return said.amount.money.minor if said.amount else 0


def _digits(said: _Said) -> int:
    return len(str(_minor(said)).rstrip("0"))


def _same_sum(one: _Said, other: _Said) -> bool:
    if one.party and other.party and one.party != other.party and _minor(one) != _minor(other):
        return False
    rounded, exact = sorted((one, other), key=_digits)
    unit = 10 ** (len(str(_minor(rounded))) - _digits(rounded))
    return _minor(one) == _minor(other) or (unit >= 10_000_00 and abs(_minor(one) - _minor(other)) < unit and _digits(exact) > 3)


def _without_total(fines: list[_Said]) -> list[_Said]:
    """A release that names several fines often names their sum too."""
    return [said for said in fines if len(fines) < 3 or 2 * _minor(said) != sum(_minor(one) for one in fines)]


def _sanction(said: _Said, party: str | None, text: str, url: str) -> Sanction:
    method = said.amount.method if said.amount else "words"
    place = text.find(said.words)
    return Sanction(
        party=party,
        kind=said.kind,
        money=said.amount.money if said.amount else None,
        articles=articles(text, "it"),
        evidence=Evidence(words=said.words[:300], document=url, start=place if place >= 0 else None, method=method),
    )


def _doubts(raw: RawDecision, kept: Sequence[_Said], sanctions: Sequence[Sanction], form: Form) -> list[str]:
    doubts = []
    fines = [said for said in kept if said.kind is Kind.FINE]
    if form is Form.FEED_ITEM:
        doubts.append("the title names a sanction; the amount stands in the decision")
    if re.match(r"\s*newsletter", raw.title, re.IGNORECASE) or len(fines) > 1 and len({s.party for s in sanctions}) < len(fines):
        doubts.append("the release tells of several acts")
    if any(said.rounded for said in fines):
        doubts.append("the release only rounds the sum")
    if any(said.amount and not said.amount.agrees for said in fines):
        doubts.append("digits and words of the sum differ")
    if any(sanction.party is None for sanction in sanctions):
        doubts.append("the release names no party")
    return doubts


def _silent(title: str, text: str, form: Form) -> Account:
    if _NEUTRAL.search(title) or (form is not Form.FEED_ITEM and not _FINE.search(text)):
        return Account(nothing="news that tells of no sanction")
    return Account(doubts=("the news does not say what was decided",))
