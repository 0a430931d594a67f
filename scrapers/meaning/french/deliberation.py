"""The text of a deliberation: its operative part, clause by clause. Pure.

What counts stands after the last “PAR CES MOTIFS” (rules.md, “Amounts”); all before may quote earlier decisions, the
rapporteur's proposal, ceilings and turnover.
"""

import re

from scrapers.adapter import Account, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.dates import dates
from scrapers.meaning.french.breaches import concluded
from scrapers.meaning.french.heading import Heading, read_heading
from scrapers.meaning.french.measures import Clause, Reading, read_clause, together
from scrapers.meaning.french.other_acts import NO_MEASURE, is_closure, no_measure
from scrapers.meaning.french.sums import daily
from scrapers.meaning.french.words import plain, sentences

OPERATIVE = re.compile(r"par ces motifs")
DECIDES = re.compile(r"apres en avoir delibere,? ?(?:la formation restreinte (?:de la cnil)?,? ?)?decide\b")
"""How an operative part begins without “PAR CES MOTIFS”, as before 2011."""

SIGNATURE = re.compile(
    r"\b(?:[Ll]e|[Ll]a|[Pp]our l[ea]) [Pp]résidente?\s*(?=[A-ZÀ-Þ][a-zà-þA-ZÀ-Þ-]|$|\n)"
    r"|(?:Cette|La présente) décision (?:est susceptible|peut)|Conformément à l'article R\.? ?421"
)
VERB = (
    r"(?:prononc|assorti|proced|rend(?:re)? publi|publi|adress|enjoi|ordonn|inflig|met(?:tre)? en|liquid|rappel|averti"
    r"|di(?:re|t) |constat|il n'y a|n'y avoir|clo(?:re|tur|t )|ne pas|interdi|suspend|retir|condamn|rejet|notifi)"
)
CLAUSE = re.compile(rf"(?:^|[:;,·•▪●\n-]|[\s\w][-–—]|\bo\b|\bet\b|\bdecid\w*)\s*(?:de |d'|que |qu')?(?={VERB})")
QUOTED = re.compile(r"«[^«»]{20,2000}»")
TOLD = re.compile(r"\ba (?:\w+ ){0,2}(?:condamn|sanctionn|prononc|inflig|enjoi|mis en demeure)")
ASIDE = re.compile(
    r"rend|publi|notifi|constat|retir|adresser (?:cette|la presente|une copie|copie)"
    r"|ordonn\w+ [^;]{0,100}\b(?:publi|inser|diffus)"
)
"""Beginnings of clauses that take no measure, as the order to publish the decision."""

NOTICE = re.compile(r"\bmet(?:s|tant|tent|tre)? en demeure\b|\bmises? en demeure\b")
GIVEN = re.compile(r"\b(?:est|sont|a|ont)\b[^.;]{0,200}\bmise?s? en demeure|\bmet en demeure")


def read_deliberation(raw: RawDecision, title: str, text: str) -> Account:
    """What a deliberation decides; `title` and `text` are cleaned, evidence counts from the beginning of `text`."""
    heading = read_heading(title, text)
    reading = _operative(text, heading.parties)
    if not reading.sanctions:
        notice = _notice(title, text, heading)
        why = None if notice.sanctions else no_measure(f"{title} {raw.category or ''}", text, operative_part(text))
        reading = reading if why else together((reading, notice))
        return _account(raw, heading, text, reading, why)
    return _account(raw, heading, text, reading, None)


def _account(raw: RawDecision, heading: Heading, text: str, reading: Reading, why: str | None) -> Account:
    silent = not reading.sanctions and not why
    doubts = ("the text does not hold the operative part of a decision",) if silent else ()
    return Account(
        sanctions=_with_articles(reading.sanctions, text),
        nothing=why,
        doubts=(
            *reading.doubts,
            *doubts,
            *_dates_that_differ(raw, heading),
            *_left_out(reading, heading, operative_part(text)),
        ),
        decided_on=heading.decided_on,
        published_on=heading.published_on,
        reference=heading.reference,
    )


def _left_out(reading: Reading, heading: Heading, part: Clause | None) -> tuple[str, ...]:
    """A heading of several parties of which some meet no measure, and are not acquitted in so many words."""
    met = {sanction.party for sanction in reading.sanctions}
    spared = [clause.text for clause in clauses(part) if NO_MEASURE.search(plain(clause.text))] if part else []
    parties = {party for party in heading.parties if not any(party and party in words for words in spared)}
    is_missing = len(heading.parties) > 1 and met and len(met) < len(parties)
    return ("the heading concerns more parties than the measures",) if is_missing else ()


def _dates_that_differ(raw: RawDecision, heading: Heading) -> tuple[str, ...]:
    listed = {day for day, _ in dates(raw.listed_on or "", "fr")}
    if heading.decided_on is None or not listed or heading.decided_on in listed:
        return ()
    return (f"the heading says decided on {heading.decided_on}, the record {min(listed)}",)


def operative_part(text: str) -> Clause | None:
    """What follows the last “PAR CES MOTIFS”, up to the signature; None where the text does not hold it.

    >>> operative_part("Vu. PAR CES MOTIFSLa CNIL décide de :- prononcer une amende.Le présidentJean Dupont").text
    'La CNIL décide de :- prononcer une amende.'
    """
    words = plain(text)
    starts = [match.end() for match in OPERATIVE.finditer(words)] or [m.end() for m in DECIDES.finditer(words)]
    if not starts:
        return None
    part = text[starts[-1] :]
    end = SIGNATURE.search(part)
    return Clause(starts[-1], _without_notices(part[: end.start()] if end else part))


def _without_notices(part: str) -> str:
    """With blanks for what is quoted to be published (“Notice: the committee has fined …”): it decides nothing."""
    return QUOTED.sub(lambda quote: " " * len(quote[0]) if TOLD.search(plain(quote[0])) else quote[0], part)


def clauses(part: Clause) -> tuple[Clause, ...]:
    """The operative part cut where a new verb of decision begins; lists inside a clause stay with it."""
    starts = [0, *(match.end() for match in CLAUSE.finditer(plain(part.text)))]
    ends = [*starts[1:], len(part.text)]
    return tuple(Clause(part.start + start, part.text[start:end]) for start, end in zip(starts, ends, strict=True))


def _operative(text: str, known: tuple[str | None, ...]) -> Reading:
    part = operative_part(text)
    if part is None:
        return Reading()
    found: tuple[Sanction, ...] = ()
    doubts: list[str] = []
    for clause in clauses(part):
        words = plain(clause.text)
        if words.startswith("assorti"):
            found = _with_rate(found, clause)
        elif not ASIDE.match(words):
            reading = read_clause(clause, known)
            found, doubts = (*found, *reading.sanctions), [*doubts, *reading.doubts]
    return Reading(tuple(_as_printed(sanction, text) for sanction in _merge_orders(found)), tuple(doubts))


def _as_printed(sanction: Sanction, text: str) -> Sanction:
    """With its words as they stand in the text, what they quote included."""
    start, length = sanction.evidence.start or 0, len(sanction.evidence.words)
    evidence = sanction.evidence.model_copy(update={"words": text[start : start + length]})
    return sanction.model_copy(update={"evidence": evidence})


def _with_rate(found: tuple[Sanction, ...], clause: Clause) -> tuple[Sanction, ...]:
    """The daily rate of a clause of its own belongs to the orders before it."""
    rate = daily(clause.text)
    if rate is None:
        return found
    return tuple(
        sanction.model_copy(update={"daily": rate.money})
        if sanction.kind is Kind.ORDER and sanction.daily is None
        else sanction
        for sanction in found
    )


def _merge_orders(found: tuple[Sanction, ...]) -> tuple[Sanction, ...]:
    """Orders to one party under one rate are one order with several points."""
    kept: dict[object, Sanction] = {}
    for sanction in found:
        same = (sanction.party, sanction.daily, sanction.due_on) if sanction.kind is Kind.ORDER else len(kept)
        kept.setdefault((sanction.kind, same), sanction)
    return tuple(kept.values())


def _notice(title: str, text: str, heading: Heading) -> Reading:
    """A formal notice of the President: it has no “PAR CES MOTIFS”, its title says what it is."""
    if not NOTICE.search(plain(title)) or is_closure(title):
        return Reading()
    telling = [(at, words) for at, words in sentences(text) if GIVEN.search(plain(words))]
    said = next(iter(telling), (0, title))
    sanctions = read_clause(Clause(said[0], f"met en demeure {said[1]}"), heading.parties).sanctions
    evidence = [sanction.evidence.model_copy(update={"words": said[1][:600]}) for sanction in sanctions]
    parties = heading.parties or tuple(sanction.party for sanction in sanctions)
    return Reading(
        tuple(
            sanctions[0].model_copy(update={"kind": Kind.FORMAL_NOTICE, "party": party, "evidence": evidence[0]})
            for party in parties
        )
    )


def _with_articles(found: tuple[Sanction, ...], text: str) -> tuple[Sanction, ...]:
    """Where the operative part names no article, the last sentence that concludes from breaches names them."""
    if not found or any(sanction.articles for sanction in found):
        return found
    named = concluded(text)
    return tuple(
        # A liquidation is for the delay; its grounds cite the breaches of the earlier decision.
        sanction if sanction.kind is Kind.PERIODIC_PENALTY else sanction.model_copy(update={"articles": named})
        for sanction in found
    )
