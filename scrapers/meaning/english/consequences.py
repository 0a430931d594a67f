"""Sanctions made of what English texts announce: fines with their payers, reprimands and orders with theirs."""

from collections.abc import Sequence

from scrapers.adapter import Passage
from scrapers.decision import Evidence, Kind, Money, Sanction
from scrapers.meaning.english.acts import addressed, announces
from scrapers.meaning.english.names import may_be_a_person
from scrapers.meaning.english.parties import apart, protagonist
from scrapers.meaning.english.prose import evidence
from scrapers.meaning.english.rounding import unexplained
from scrapers.meaning.english.sums import Sum, daily_sum

JOINTLY = "jointly"
"""One amount that the parties of one act owe together."""
WITHOUT_MONEY = (Kind.REPRIMAND, Kind.ORDER)


def fines(
    sums: Sequence[Sum], parties: Sequence[str], articles: tuple[str, ...], passage: Passage
) -> tuple[Sanction, ...]:
    """One sanction a payer and sum; `parties` are used where the sum's own words name nobody."""
    made: list[Sanction] = []
    for one in sums:
        shown = evidence(passage, one.words, one.amount.method)
        made += shared(one.kind, one.amount.money, apart(one.party or "") or parties, articles, shown)
    return tuple(made)


def shared(
    kind: Kind, money: Money | None, parties: Sequence[str], articles: tuple[str, ...], shown: Evidence
) -> list[Sanction]:
    """One consequence for each of `parties` (none named: one for nobody); a sum for several is owed jointly."""
    joint = JOINTLY if money and len(parties) > 1 else None
    return [
        Sanction(party=party, kind=kind, money=money, articles=articles, joint=joint, evidence=shown)
        for party in (parties or (None,))
    ]


def acts(
    told: Sequence[str], parties: Sequence[str], articles: tuple[str, ...], passage: Passage, home: str
) -> tuple[Sanction, ...]:
    """Reprimands and orders that the sentences announce, each once; an order with its daily penalty."""
    made: list[Sanction] = []
    for kind in WITHOUT_MONEY:
        announcing = [sentence for sentence in told if announces(kind, sentence, home)]
        if announcing:
            called = (apart(name) for one in announcing if (name := addressed(kind, one)))
            names = parties or max(called, key=len, default=()) or protagonist(told)
            one = shared(kind, None, names, articles, evidence(passage, announcing[0]))
            daily = _daily(told, home) if kind is Kind.ORDER else None
            made += [sanction.model_copy(update={"daily": daily}) for sanction in one]
    return tuple(made)


def _daily(told: Sequence[str], home: str) -> Money | None:
    return next((found.money for one in told if (found := daily_sum(one, home))), None)


def about_parties(sanctions: Sequence[Sanction]) -> tuple[str, ...]:
    """Doubts of a notice about whom it names: nobody, or perhaps a natural person."""
    if any(sanction.party is None for sanction in sanctions):
        return ("the text does not name its addressee in words that could be read",)
    if any(may_be_a_person(sanction.party or "") for sanction in sanctions):
        return ("the addressee may be a natural person, whom no alert names",)
    return ()


def of_other_fines(sanctions: Sequence[Sanction], spoken: Sequence[Sequence[Sum]]) -> tuple[str, ...]:
    """A doubt where sentences tell of a fine that is none of the sanctions', nor their total."""
    each_once = {(one.joint or index): one.money for index, one in enumerate(sanctions)}
    others = unexplained([money for money in each_once.values() if money], spoken)
    return tuple(f"the text also tells of a fine of {one.amount.words}" for one in others[:1])
