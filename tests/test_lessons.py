"""What editors teach: kept once, with author and day, and read by every reading after the next start."""

import tomllib
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from bot.deps import authorities
from bot.jobs import answer
from bot.jobs.answer import Author, read_so_far
from bot.jobs.correction import Correction, corrected
from bot.jobs.lessons import FILE, Lesson, lessons_in, teach
from bot.jobs.written import WrittenError
from bot.settings import Settings, SettingsError
from scrapers.adapter import Adapter, Form, Passage, RawDecision
from scrapers.decision import Decision, Kind, Money
from scrapers.lessons import OWN_WORDS, Lessons, read_lessons, taught
from scrapers.normalise import Accepted, Doubtful, Dropped, Outcome, normalise
from scrapers.overrides import FILE as SHIPPED
from scrapers.registry import adapter_of, adapters
from storage import decisions
from storage.database import reading, transaction
from storage.reckoning.totals import totals
from storage.register import companies
from storage.reviews import Review
from storage.tables import CompanyAliasRow
from storage.work_tables import TrackedRow
from tests.newsroom import HOST, Newsroom, newsroom_in

ANA = Author("Ana", "asked their press office")
WHO = 'author = "Ana"\non = 2026-03-02\nwhy = "asked"\nsource = "https://ico.example/1"\n'
REGISTER = (
    "Acme Ltd\nDate 14 June 2026\nType Censures\nSector Marketing\nThe Commissioner issued a censure to Acme Ltd."
)


def kind_word(means: str, word: str = "censure", authority: str = "ICO") -> Lessons:
    entry = f'[[kind_word]]\nauthority = "{authority}"\nword = "{word}"\nmeans = "{means}"\n'
    return read_lessons(entry + WHO)


def of_the_register(adapter: Adapter, text: str = REGISTER) -> Outcome:
    passage = Passage(Form.DECISION_PAGE, text, "en", "https://ico.example/1")
    return normalise(RawDecision("acme", passage.url, "Acme Ltd", (passage,)), adapter)


def test_a_word_that_no_rule_knows_is_asked_about_until_it_is_taught() -> None:
    before, after = (
        of_the_register(adapter_of("ICO")),
        of_the_register(taught(adapter_of("ICO"), kind_word("reprimand"))),
    )

    assert isinstance(before, Doubtful)
    assert "censures" in before.reasons[0]
    assert isinstance(after, Accepted)
    sanction = after.decision.sanctions[0]
    assert (sanction.kind, sanction.party, sanction.evidence.method) == (Kind.REPRIMAND, "Acme Ltd", "person")
    assert "censure" in sanction.evidence.words.lower()
    assert "reprimand" not in sanction.evidence.words.lower()


def test_a_word_that_means_no_sanction_drops_the_text_and_says_who_says_so() -> None:
    assert of_the_register(taught(adapter_of("ICO"), kind_word("nothing"))) == Dropped(
        "“censure” is no sanction, says Ana"
    )


@pytest.mark.parametrize("lessons", [kind_word("nothing", "Marketing"), kind_word("fine", "issued")])
def test_a_word_is_not_asked_where_the_reader_knows_an_answer(lessons: Lessons) -> None:
    known = REGISTER.replace("Censures", "Reprimands").replace("censure", "reprimand")

    assert of_the_register(taught(adapter_of("ICO"), lessons), known) == of_the_register(adapter_of("ICO"), known)


@pytest.mark.parametrize("means", ["formal_notice", "fine"])
def test_a_word_that_does_not_settle_the_rest_leaves_the_question_open(means: str) -> None:
    told = of_the_register(taught(adapter_of("ICO"), kind_word(means)))

    assert isinstance(told, Doubtful)
    assert told.reasons


def test_a_page_that_has_the_authoritys_own_word_too_is_left_to_a_person() -> None:
    both = REGISTER.replace("issued a censure", "issued a censure and no reprimand")
    told = of_the_register(taught(adapter_of("ICO"), kind_word("reprimand")), both)

    assert isinstance(told, Doubtful)
    assert told.decision is None
    assert told.reasons == (
        "“censure” means reprimand, says Ana; write the decision down with `finewatch reviews edit`",
    )


def test_a_lesson_for_another_authority_changes_nothing() -> None:
    assert taught(adapter_of("CNIL"), kind_word("nothing")) is adapter_of("CNIL")


def test_every_language_has_words_for_the_kinds() -> None:
    assert {adapter.language for adapter in adapters().values()} <= set(OWN_WORDS)


def test_the_shipped_file_has_the_form_of_a_local_one() -> None:
    assert read_lessons(SHIPPED.read_text(encoding="utf-8")).kind_word == ()


@pytest.mark.parametrize(
    "broken",
    ["[[alias]]\nname = 'x'\n", "[[kind_word]]\nword = 'x'\n", kind_word("fine").kind_word[0].word, "[[override]]\n"],
)
def test_a_file_that_is_not_whole_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_lessons(broken)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """A newsroom with one open question."""
    room = newsroom_in(tmp_path)
    room.pages.publish("A-1", "ACME S.p.A.|fine|100")
    await room.poll()
    room.pages.publish("A-2", "ACME Italia|fine|")
    await room.beat()
    yield room
    room.engine.dispose()


def put_right(correction: Correction) -> Callable[[Review], Decision]:
    def change(review: Review) -> Decision:
        read = read_so_far(review)
        assert read is not None
        return corrected(read, correction)

    return change


async def test_facts_that_an_answer_put_right_are_read_right_in_another_database_too(
    room: Newsroom, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    answer.edit(room.desk, 1, put_right(Correction(amount="EUR 700", decided="2026-02-01", reference="9/2026")), ANA)
    written = teach(room.desk, 1, Lesson(facts=True), ANA, tmp_path)
    elsewhere = newsroom_in(tmp_path_factory.mktemp("elsewhere"))
    elsewhere.adapter, elsewhere.pages = taught(room.adapter, lessons_in(tmp_path)), room.pages
    await elsewhere.poll()

    with reading(elsewhere.engine) as db:
        found = decisions.find(db, "TOY", "A-2")
    elsewhere.engine.dispose()
    assert found is not None
    act = found.decision
    assert (act.sanctions[0].money, act.decided_on, act.reference) == (
        Money.of("700", "EUR"), date(2026, 2, 1), "9/2026",
    )  # fmt: skip
    assert {entry["author"] for entry in tomllib.loads(written)["override"]} == {"Ana"}
    assert read_lessons(written).override[0].on == room.time.date()


async def test_a_word_is_appended_and_what_stood_there_stays(room: Newsroom, tmp_path: Path) -> None:
    teach(room.desk, 1, Lesson(word="censure=reprimand"), ANA, tmp_path)
    teach(room.desk, 1, Lesson(word="Note = nothing"), Author("Ben", "“quoted”\nand long"), tmp_path)

    known = lessons_in(tmp_path).kind_word
    assert [(each.authority, each.word, each.means, each.author) for each in known] == [
        ("TOY", "censure", "reprimand", "Ana"), ("TOY", "Note", "nothing", "Ben"),
    ]  # fmt: skip
    assert {each.source for each in known} == {f"{HOST}/A-2"}


async def test_another_name_of_a_company_counts_for_what_is_stored_and_what_comes(
    room: Newsroom, tmp_path: Path
) -> None:
    answer.edit(room.desk, 1, put_right(Correction(amount="EUR 700")), ANA)
    teach(room.desk, 1, Lesson(alias="ACME Italia=ACME"), ANA, tmp_path)
    room.pages.publish("A-3", "Acme Italia|fine|5")
    await room.beat()

    with reading(room.engine) as db:
        rows = db.exec(select(CompanyAliasRow).where(CompanyAliasRow.name == "ACME Italia")).all()
        company = companies.find(db, "ACME S.p.A.")
        assert company is not None
        assert [(row.company_id, row.source) for row in rows] == [(company.id, "editor Ana, 2026-03-02")]
        assert companies.find(db, "acme italia") == company
        names = {decision.decision.key for decision in decisions.latest(db, 9)}
    assert names == {"A-1", "A-2", "A-3"}
    assert not (tmp_path / FILE).exists()
    teach(room.desk, 1, Lesson(alias="ACME Italia=ACME"), ANA, tmp_path)


async def test_what_stood_under_the_other_name_goes_along_and_totals_stay_right(room: Newsroom, tmp_path: Path) -> None:
    answer.edit(room.desk, 1, put_right(Correction(amount="EUR 700")), ANA)
    with transaction(room.engine) as db:
        own = companies.find(db, "ACME Italia")
        assert own is not None
        db.add(TrackedRow(company_id=own.id, since=room.time))
    teach(room.desk, 1, Lesson(alias="ACME Italia=ACME"), ANA, tmp_path)

    with reading(room.engine) as db:
        company = companies.known(db, "ACME")
        assert [row.company_id for row in db.exec(select(TrackedRow))] == [company.id]
        told = totals(db, company="ACME", as_of=room.time.date(), today=room.time.date())
    assert told.rows[0].native == {"EUR": 80_000}


async def test_another_name_of_one_company_is_not_taken_for_a_second_one(room: Newsroom, tmp_path: Path) -> None:
    room.pages.publish("A-3", "Bolt|fine|5")
    await room.beat()
    teach(room.desk, 1, Lesson(alias="ACME Italia=ACME"), ANA, tmp_path)

    with pytest.raises(WrittenError, match=r"“ACME Italia” is another name of “ACME S.p.A.” already"):
        teach(room.desk, 1, Lesson(alias="ACME Italia=Bolt"), ANA, tmp_path)


def test_a_start_reads_the_lessons_of_the_data_folder_and_names_a_file_that_is_not_whole(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path)
    (tmp_path / FILE).write_text(f'[[kind_word]]\nauthority = "ICO"\nword = "censure"\nmeans = "reprimand"\n{WHO}')
    known = {adapter.code: adapter for adapter in authorities(settings)}

    assert isinstance(of_the_register(known["ICO"]), Accepted)
    assert known["CNIL"] is adapter_of("CNIL")
    (tmp_path / FILE).write_text("[[kind_word]]\n")
    with pytest.raises(SettingsError, match=r"the lessons of FINEWATCH_DATA_DIR cannot be read: .*kind_word\.0"):
        authorities(settings)


@pytest.mark.parametrize(
    ("lesson", "words"),
    [
        (Lesson(), "give what to teach"),
        (Lesson(word="censure"), "“censure” is not a word and its kind, as censure=reprimand"),
        (Lesson(word="censure=blame"), "kind_word.0.means"),
        (Lesson(alias="ACME"), "“ACME” is not two names"),
        (Lesson(alias="ACME Italia=Bolt"), "no sanction of “Bolt” is known"),
        (Lesson(alias="X=ACME"), "“X” names nobody"),
        (Lesson(facts=True), "question 1 has no reading that an answer put right; answer it first"),
    ],
)
async def test_what_cannot_be_taught_is_one_sentence_and_nothing_is_kept(
    room: Newsroom, tmp_path: Path, lesson: Lesson, words: str
) -> None:
    with pytest.raises(WrittenError) as caught:
        teach(room.desk, 1, lesson, ANA, tmp_path)

    assert words in str(caught.value)
    assert lessons_in(tmp_path) == Lessons()


async def test_an_answer_that_put_nothing_right_teaches_no_fact(room: Newsroom, tmp_path: Path) -> None:
    answer.accept(room.desk, 1, ANA)
    with pytest.raises(WrittenError, match="put no fact right"):
        teach(room.desk, 1, Lesson(facts=True), ANA, tmp_path)


async def test_a_broken_file_is_named_and_left_as_it_is(room: Newsroom, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[[override]\n", encoding="utf-8")
    with pytest.raises(WrittenError, match=FILE):
        teach(room.desk, 1, Lesson(word="censure=reprimand"), ANA, tmp_path)

    assert (tmp_path / FILE).read_text(encoding="utf-8") == "[[override]\n"


async def test_an_act_that_was_read_before_is_read_as_taught_when_its_page_changes(
    room: Newsroom, tmp_path: Path
) -> None:
    room.pages.publish("A-3", "doubt: censure")
    await room.beat()
    teach(room.desk, 2, Lesson(word="censure=nothing"), ANA, tmp_path)
    room.adapter = replace(taught(room.adapter, lessons_in(tmp_path)))
    await room.reread("A-3", "doubt: a censure")

    with reading(room.engine) as db:
        from storage import reviews

        assert reviews.get(db, 2).state == "withdrawn"
