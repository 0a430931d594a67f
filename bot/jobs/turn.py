"""One row of a listing and all that it leads to, as one turn: settled together, or put off together."""

from dataclasses import dataclass, field

from bot.jobs.desk import Desk
from scrapers.adapter import Ref
from scrapers.harvest import Refused
from storage import refs, reviews
from storage.database import transaction

WEIGHT = ("accepted", "review", "dropped", "lead")


@dataclass(frozen=True)
class Outcome:
    """What became of one act: a word of `WEIGHT`, the decision's id, and what it adds to in the visit's counts.

    `keys` are the identities of the act.
    """

    word: str
    decision_id: int | None = None
    counts_as: str = ""
    keys: frozenset[str] = frozenset()


LEAD = Outcome("lead")


@dataclass
class Turn:
    """What is known so far of a row and of what it leads to, by key."""

    authority: str
    row: Ref
    read: dict[str, tuple[Ref, list[Outcome]]] = field(default_factory=dict)
    refused: dict[str, Refused] = field(default_factory=dict)

    def note(self, ref: Ref, outcome: Outcome) -> None:
        """One act, or that there is none, at this ref."""
        self.read.setdefault(ref.key, (ref, []))[1].append(outcome)

    def refuse(self, refused: Refused) -> None:
        """This ref could not be read."""
        self.refused[refused.ref.key] = refused

    @property
    def read_well(self) -> set[str]:
        """The keys of pages and acts that leave no question open."""
        outcomes = [outcome for _, told in self.read.values() for outcome in told]
        asked = {key for outcome in outcomes if outcome.word == "review" for key in outcome.keys}
        return {*self.read, *(key for outcome in outcomes for key in outcome.keys)} - asked


def end(desk: Desk, turn: Turn) -> None:
    """Settle what was read, and take back its questions; when a page of the turn could not be had, put off the way to
    it as well."""
    now = desk.now()
    with transaction(desk.engine) as db:
        reviews.withdraw(db, turn.authority, turn.read_well)
        for key, refused in turn.refused.items():
            refs.put_off(db, turn.authority, key, str(refused.error), now)
        for key, (ref, outcomes) in turn.read.items():
            if turn.refused:
                refs.put_off(db, turn.authority, key, f"not read yet: {', '.join(turn.refused)}", now)
            else:
                word = min((outcome.word for outcome in outcomes), key=WEIGHT.index)
                ids = [outcome.decision_id for outcome in outcomes if outcome.decision_id is not None]
                refs.settle(db, turn.authority, key, ref.stamp, word, ids, now)
