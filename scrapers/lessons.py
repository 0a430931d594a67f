"""What the editors of one newsroom taught: facts put right and words that mean a kind, as TOML. Pure.

The file has the form of `data/overrides.toml`, and `[[kind_word]]` besides. A lesson is for what pages still to come
will say; a rule that every newsroom needs belongs to the reader and its tests.
"""

import re
import tomllib
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Literal

from pydantic import Field

from scrapers.adapter import Account, Adapter, Page, Passage, RawDecision, Ref
from scrapers.decision import Decision, Evidence, Kind, Sanction, Value
from scrapers.meaning.text import clean
from scrapers.overrides import Override, Overrides, by_act, corrected

NO_SANCTION = "nothing"
OWN_WORDS: dict[str, dict[Kind, str]] = {
    "fr": {
        Kind.FINE: "amende administrative", Kind.ORDER: "injonction", Kind.REPRIMAND: "rappel à l'ordre",
        Kind.WARNING: "avertissement", Kind.FORMAL_NOTICE: "mise en demeure",
    },
    "it": {
        Kind.FINE: "sanzione amministrativa pecuniaria", Kind.ORDER: "prescrizione", Kind.REPRIMAND: "ammonimento",
        Kind.WARNING: "avvertimento",
    },
    "el": {
        Kind.FINE: "διοικητικό πρόστιμο", Kind.ORDER: "εντολή", Kind.REPRIMAND: "επίπληξη",
        Kind.WARNING: "προειδοποίηση",
    },
    "en": {
        Kind.FINE: "monetary penalty", Kind.ORDER: "enforcement notice", Kind.REPRIMAND: "reprimand",
        Kind.WARNING: "warning",
    },
}  # fmt: skip
"""The authorities' own word for a kind, by language: a taught word is read as if this one stood in its place."""


class KindWord(Value):
    """A word or phrase of an authority's texts, and the kind that it means, or "nothing": it is no sanction.

    `author`, `on` and `why` say who taught it, when and for what reason; `source` is the address that shows it.
    """

    authority: str
    word: str = Field(min_length=3)
    means: Kind | Literal["nothing"]
    author: str = Field(min_length=1)
    on: date
    why: str = Field(min_length=1)
    source: str = Field(pattern="^https://")

    def found(self, text: str) -> str | None:
        """The word as it stands in the text, in whatever case and with an ending; None where it does not."""
        match = self.pattern.search(text)
        return match[0] if match else None

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a cleaned text."""
        words = r"\s+".join(map(re.escape, clean(self.word).split()))
        return re.compile(rf"(?<!\w){words}\w{{0,2}}(?!\w)", re.IGNORECASE)


class Lessons(Value):
    """All of one file."""

    override: tuple[Override, ...] = ()
    kind_word: tuple[KindWord, ...] = ()


def read_lessons(text: str) -> Lessons:
    """The lessons of a TOML text. Raises ValueError for one that is not whole, or a table that is none of them."""
    return Lessons.model_validate(tomllib.loads(text))


def taught(adapter: Adapter, lessons: Lessons) -> Adapter:
    """The authority as this newsroom reads it. A word counts only where the reader itself knows no answer."""
    overrides = by_act(each for each in lessons.override if each.authority == adapter.code)
    words = tuple(each for each in lessons.kind_word if each.authority == adapter.code)
    if not overrides and not words:
        return adapter
    parse, read = partial(_parse, adapter, overrides), partial(_read, adapter, overrides, words)
    return replace(adapter, parse_decision=parse, read=read)


def _parse(adapter: Adapter, overrides: Overrides, page: Page) -> tuple[RawDecision | Ref, ...]:
    return tuple(_numbered(adapter, overrides, said) for said in adapter.parse_decision(page))


def _numbered(adapter: Adapter, overrides: Overrides, said: RawDecision | Ref) -> RawDecision | Ref:
    known = overrides.get((adapter.code, said.key), ()) if isinstance(said, RawDecision) else ()
    numbers = [each.value for each in known if each.field == "reference"]
    return replace(said, reference=numbers[-1]) if isinstance(said, RawDecision) and numbers else said


def _read(
    adapter: Adapter, overrides: Overrides, words: tuple[KindWord, ...], raw: RawDecision, passage: Passage
) -> Account:
    account = adapter.read(raw, passage)
    if not account.sanctions and account.nothing is None:
        account = next((_by_word(adapter, each, raw, passage) for each in words if _says(each, raw, passage)), account)
    is_known = account.sanctions and (adapter.code, raw.key) in overrides
    return _put_right(account, adapter, raw, overrides) if is_known else account


def _says(word: KindWord, raw: RawDecision, passage: Passage) -> bool:
    return any(word.found(clean(text)) for text in (raw.category or "", raw.title, passage.text))


def _by_word(adapter: Adapter, word: KindWord, raw: RawDecision, passage: Passage) -> Account:
    """What the reader makes of the passage with the authority's own word in the place of the taught one."""
    if not isinstance(word.means, Kind):
        return Account(nothing=f"“{word.word}” is no sanction, says {word.author}")
    told = f"“{word.word}” means {word.means.value.replace('_', ' ')}, says {word.author}"
    own = OWN_WORDS[passage.language if passage.language in OWN_WORDS else adapter.language].get(word.means)
    if own is None or own in clean(passage.text):
        return Account(doubts=(f"{told}; write the decision down with `finewatch reviews edit`",))
    put = partial(_replaced, word, own)
    read_as = replace(raw, title=put(raw.title), category=raw.category and put(raw.category))
    account = adapter.read(read_as, replace(passage, text=put(passage.text)))
    back = tuple(_as_printed(sanction, own, word, passage) for sanction in account.sanctions)
    return (
        replace(account, sanctions=back) if back else Account(doubts=(*account.doubts, f"{told}; the rest is unclear"))
    )


def _replaced(word: KindWord, own: str, text: str) -> str:
    return word.pattern.sub(lambda _: own, clean(text))


def _as_printed(sanction: Sanction, own: str, word: KindWord, passage: Passage) -> Sanction:
    """The sanction with the words that stand on the page; that they mean the kind is a person's word."""
    printed = word.found(clean(passage.text)) or word.word
    words = sanction.evidence.words.replace(own, printed)
    return sanction.model_copy(update={"evidence": Evidence(words=words, document=passage.url, method="person")})


def _put_right(account: Account, adapter: Adapter, raw: RawDecision, overrides: Overrides) -> Account:
    facts = {name: getattr(account, name) for name in ("reference", "decided_on", "published_on", "sanctions")}
    read = Decision(authority=adapter.code, key=raw.key, url=raw.url, title="", language="", **facts)
    right = corrected(read, overrides)
    return replace(account, **{name: getattr(right, name) for name in facts})
