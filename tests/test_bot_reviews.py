"""`finewatch reviews`: a person's answers from the question to the alert, and what a page may still say afterwards."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import date
from pathlib import Path

import pytest

from bot.jobs import answer
from bot.jobs.answer import AnswerError, Author, read_so_far
from bot.jobs.correction import Correction, corrected
from bot.jobs.written import WrittenError, from_json, to_json
from bot.views import reviews as view
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, reviews
from storage.database import reading
from storage.reviews import Review
from tests.newsroom import HOST, LIST, Newsroom, newsroom_in

HOME = Path(__file__).parent.parent
ANA = Author("Ana", "read it in the PDF")
NO_AMOUNT = "ACME S.p.A.|fine|"
FINE = "ACME S.p.A.|fine|50000"
ALERT = ("discord:1", "TOY fines ACME S.p.A. €50,000")


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """A newsroom with one open question, asked after the first visit."""
    room = newsroom_in(tmp_path)
    room.pages.publish("A-1", FINE)
    await room.poll()
    room.pages.publish("A-2", NO_AMOUNT)
    await room.beat()
    room.sent.clear()
    yield room
    room.engine.dispose()


def question(room: Newsroom, number: int = 1) -> Review:
    with reading(room.engine) as db:
        return reviews.get(db, number)


def stored(room: Newsroom, key: str) -> Decision:
    with reading(room.engine) as db:
        found = decisions.find(db, "TOY", key)
        assert found is not None
        return found.decision


def put_right(correction: Correction) -> Callable[[Review], Decision]:
    def change(review: Review) -> Decision:
        read = read_so_far(review)
        assert read is not None
        return corrected(read, correction)

    return change


FIFTY = put_right(Correction(amount="EUR 50000"))


async def test_what_was_read_is_stored_as_it_stands_and_announced_once(room: Newsroom) -> None:
    answered = answer.accept(room.desk, 1, ANA)

    assert (answered.messages, answered.review.state, answered.review.author) == (1, "accepted", "Ana")
    assert answered.review.answered_at == room.time
    assert stored(room, "A-2").sanctions[0].money is None
    assert await room.deliver() == [("discord:1", "TOY fines ACME S.p.A.")]
    assert await room.beat() == []


async def test_the_same_answer_twice_changes_nothing(room: Newsroom) -> None:
    answer.edit(room.desk, 1, FIFTY, ANA)
    again = answer.edit(room.desk, 1, FIFTY, Author("Ben"))
    accepted = answer.accept(room.desk, 1, Author("Ben"))

    assert (again.is_new, accepted.is_new) == (False, False)
    assert question(room).author == "Ana"
    assert await room.deliver() == [ALERT]


async def test_a_correction_is_stored_as_a_persons_word_and_announced(room: Newsroom) -> None:
    answer.edit(room.desk, 1, FIFTY, ANA)

    sanction = stored(room, "A-2").sanctions[0]
    assert (sanction.money, sanction.evidence.method) == (Money.of("50000", "EUR"), "person")
    assert await room.deliver() == [ALERT]


async def test_a_correction_of_a_correction_is_told_as_a_change(room: Newsroom) -> None:
    answer.edit(room.desk, 1, FIFTY, ANA)
    await room.deliver()
    answer.edit(room.desk, 1, put_right(Correction(amount="EUR 51000")), Author("Ben"))

    assert await room.deliver() == [("discord:1", "Changed: the amount is EUR 51,000, not EUR 50,000")]
    assert question(room).author == "Ben"


async def test_an_answer_to_a_question_of_the_first_visit_tells_nobody(tmp_path: Path) -> None:
    room = newsroom_in(tmp_path)
    room.pages.publish("A-1", NO_AMOUNT)
    await room.poll()
    answered = answer.accept(room.desk, 1, ANA)

    assert answered.messages == 0
    assert view.answered(answered.review, 0, is_new=True).endswith("it is history, nobody is told.")
    assert await room.deliver() == []
    assert room.titles() == ["A-1"]
    room.engine.dispose()


async def test_a_no_stores_nothing_and_its_reason_is_kept(room: Newsroom) -> None:
    answer.reject(room.desk, 1, Author("Ana", "an opinion"))

    assert (question(room).state, question(room).note) == ("rejected", "an opinion")
    assert room.titles() == ["A-1"]
    assert await room.deliver() == []
    assert not answer.reject(room.desk, 1, ANA).is_new


async def test_a_stored_decision_is_not_taken_back_by_a_no(room: Newsroom) -> None:
    answer.accept(room.desk, 1, ANA)

    with pytest.raises(AnswerError, match="question 1 was accepted by Ana and its decision is stored; `edit 1`"):
        answer.reject(room.desk, 1, ANA)


async def test_where_nothing_was_read_there_is_nothing_to_accept(room: Newsroom) -> None:
    room.pages.publish("A-3", "doubt: a scanned page")
    await room.poll()

    with pytest.raises(AnswerError, match="of question 2 nothing was read; `edit 2 --json -`"):
        answer.accept(room.desk, 2, ANA)


async def test_the_same_page_read_again_neither_asks_nor_changes_the_answer(room: Newsroom) -> None:
    answer.edit(room.desk, 1, FIFTY, ANA)
    await room.deliver()

    assert await room.reread("A-2", NO_AMOUNT) == []
    assert await room.reread("A-2", FINE) == []
    assert stored(room, "A-2").sanctions[0].money == Money.of("50000", "EUR")
    assert question(room).state == "edited"


async def test_a_page_that_contradicts_the_answer_is_a_new_question_once(room: Newsroom) -> None:
    answer.edit(room.desk, 1, FIFTY, ANA)
    await room.deliver()

    assert [to for to, _ in await room.reread("A-2", "ACME S.p.A.|fine|70000")] == ["discord:9"]
    assert question(room, 2).reasons == (
        "Ana edited question 1 on 2026-03-02, and this reading contradicts it",
        "the amount is EUR 70,000, not EUR 50,000",
    )
    assert stored(room, "A-2").sanctions[0].money == Money.of("50000", "EUR")
    answer.reject(room.desk, 2, Author("Ana", "a misprint"))
    assert await room.reread("A-2", "ACME S.p.A.|fine|70000") == []


async def test_the_new_reading_can_be_accepted_in_the_place_of_the_old_answer(room: Newsroom) -> None:
    answer.edit(room.desk, 1, FIFTY, ANA)
    await room.reread("A-2", "ACME S.p.A.|fine|70000")
    room.sent.clear()
    answer.accept(room.desk, 2, ANA)

    assert await room.deliver() == [("discord:1", "Changed: the amount is EUR 70,000, not EUR 50,000")]
    assert await room.reread("A-2", "ACME S.p.A.|fine|70000") == []


async def test_a_page_that_reads_well_after_a_no_asks_and_announces_nothing(room: Newsroom) -> None:
    answer.reject(room.desk, 1, Author("Ana", "an opinion"))

    assert [to for to, _ in await room.reread("A-2", FINE)] == ["discord:9"]
    assert room.titles() == ["A-1"]
    assert await room.reread("A-2", FINE) == []


async def test_a_page_that_reads_well_by_now_withdraws_its_question(room: Newsroom) -> None:
    assert await room.reread("A-2", FINE) == [ALERT]
    assert question(room).state == "withdrawn"


async def test_a_page_that_is_no_sanction_by_now_withdraws_its_question(room: Newsroom) -> None:
    assert await room.reread("A-2", "nothing") == []
    assert question(room).state == "withdrawn"


async def test_a_question_stays_open_when_another_act_reads_well(room: Newsroom) -> None:
    room.pages.publish("A-3", FINE)
    await room.poll()

    assert question(room).state == "waiting"


WRITTEN = {
    "authority": "TOY", "reference": "12/2026", "decided_on": "2026-02-20", "published_on": None, "title": "A scan",
    "language": "en", "sanctions": [
        {"party": "ACME S.p.A.", "kind": "fine", "amount": "50000.00", "currency": "EUR", "evidence": "page 4"},
        {"party": "ACME S.p.A.", "kind": "order", "daily_amount": "100", "currency": "EUR", "due_on": "2026-05-01"},
    ],
}  # fmt: skip


async def test_a_whole_decision_can_be_written_where_nothing_was_read(room: Newsroom) -> None:
    room.pages.publish("A-3", "<html>a scan</html>", title="A scan")
    room.pages.publish("A-4", "doubt: a scanned page", title="A scan")
    await room.beat()
    answer.edit(room.desk, 2, lambda review: from_json(json.dumps(WRITTEN), review, None), ANA)

    now = stored(room, "A-4")
    assert (now.reference, now.decided_on, now.url) == ("12/2026", date(2026, 2, 20), f"{HOST}/A-4")
    assert [(s.kind, s.money, s.daily) for s in now.sanctions] == [
        (Kind.FINE, Money.of("50000", "EUR"), None), (Kind.ORDER, None, Money.of("100", "EUR")),
    ]  # fmt: skip
    assert {s.evidence.method for s in now.sanctions} == {"person"}
    assert ALERT in await room.deliver()


async def test_what_is_shown_as_json_can_be_given_back(room: Newsroom) -> None:
    answer.edit(room.desk, 1, FIFTY, ANA)
    read = read_so_far(question(room))
    assert read is not None

    assert to_json(from_json(json.dumps(to_json(read)), question(room), read)) == to_json(read)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sanctions": []}, "sanctions: Tuple should have at least 1 item"),
        ({"fine": 5}, "fine: Extra inputs are not permitted"),
        ({"decided_on": "soon"}, "decided_on: Input should be a valid date"),
        ({"authority": "ICO"}, "the question is about an act of the TOY, not of the ICO"),
        ({"sanctions": [{"kind": "closure"}]}, "closure is an event on an earlier decision, not a sanction"),
        ({"sanctions": [{"kind": "fine", "amount": "5"}]}, "the amount 5 has no currency"),
        ({"sanctions": [{"kind": "fine", "amount": "5.123", "currency": "EUR"}]}, "“EUR 5.123” is no amount"),
        ({"sanctions": [{"kind": "order", "amount": "5", "currency": "EUR"}]}, "kind order has no amount"),
    ],
)
async def test_what_is_no_decision_is_refused_in_one_line(
    room: Newsroom, change: dict[str, object], words: str
) -> None:
    with pytest.raises(WrittenError) as caught:
        from_json(json.dumps(WRITTEN | change), question(room), None)

    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def act(*sanctions: Sanction) -> Decision:
    return Decision(
        authority="TOY", key="1", reference=None, url="", title="", language="en", decided_on=None, sanctions=sanctions
    )


def fine(party: str, joint: str | None = None) -> Sanction:
    money = Money.of("5", "EUR")
    return Sanction(party=party, kind=Kind.FINE, money=money, joint=joint, evidence=Evidence(words="five", start=3))


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        (Correction(amount="50000"), "“50000 ” is no amount; write it as EUR 1250.50"),
        (Correction(amount="EUR 5,000"), "“EUR 5,000” is no amount"),
        (Correction(kind="penalty"), "no kind is called “penalty”; known are fine, "),
        (Correction(decided="20/02/2026"), "“20/02/2026” is no day; write it as 2026-01-30"),
        (Correction(party="X", sanction=2), "there is no sanction 2, only 1 to 1"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_with_what_to_write(correction: Correction, words: str) -> None:
    with pytest.raises(WrittenError) as caught:
        corrected(act(fine("A")), correction)

    assert words in str(caught.value)


def test_of_several_sanctions_one_must_be_named() -> None:
    two = act(fine("A"), fine("B"))

    with pytest.raises(WrittenError, match="there are 2 sanctions; say which with --sanction 1 to 2"):
        corrected(two, Correction(party="C"))
    assert [s.party for s in corrected(two, Correction(party="C", sanction=2)).sanctions] == ["A", "C"]
    assert corrected(two, Correction(reference="9")).reference == "9"


def test_an_amount_owed_together_is_put_right_for_all_who_owe_it() -> None:
    three = corrected(act(fine("A", "1"), fine("B", "1"), fine("C")), Correction(amount="EUR 7", sanction=1))

    assert [s.money and s.money.minor for s in three.sanctions] == [700, 700, 500]


def test_a_sanction_that_is_no_fine_after_all_has_no_amount() -> None:
    assert corrected(act(fine("A")), Correction(kind="order")).sanctions[0].money is None


async def test_a_question_is_shown_with_its_answer(room: Newsroom) -> None:
    answer.edit(room.desk, 1, FIFTY, ANA)

    shown = view.whole(question(room))
    assert shown.startswith("Question 1, edited, asked 2026-03-02")
    assert "edited by Ana, 2026-03-02 09:30 UTC: read it in the PDF" in shown
    assert "1. fine: ACME S.p.A., €50,000: “ACME S.p.A.|fine|”" in shown
    assert LIST not in shown


async def test_a_question_shows_what_was_checked_and_how_it_went(room: Newsroom) -> None:
    shown = view.whole(question(room)).splitlines()

    assert "  FAILED  an amount is stated: no amount could be read for the fine" in shown
    assert "  passed  the party is a name: ACME S.p.A." in shown
    assert question(room).reasons == tuple(each.words for each in question(room).checks if not each.passed)


def folder_of(room: Newsroom) -> Path:
    """Where the newsroom's files are."""
    return Path(room.engine.url.database or "").parent


def finewatch(room: Newsroom, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """The command as a process, on the newsroom's database."""
    environment = {"PYTHONPATH": str(HOME), "FINEWATCH_DATABASE_URL": str(room.engine.url), "COLUMNS": "120",
                   "FINEWATCH_DATA_DIR": str(folder_of(room))}  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "bot", "reviews", *words],
        input=given, capture_output=True, text=True, check=False, cwd=HOME / "tests", env=environment, timeout=50,
    )  # fmt: skip


async def test_from_the_list_to_the_answer_on_the_command_line(room: Newsroom) -> None:
    listed = finewatch(room)
    written = json.loads(finewatch(room, "show", "1", "--json").stdout)
    written["sanctions"][0] |= {"amount": "50000", "currency": "EUR"}
    edited = finewatch(room, "edit", "1", "--by", "Ana", "--json", "-", given=json.dumps(written))
    again = finewatch(room, "accept", "1", "--by", "Ben")

    assert listed.stdout.startswith("   1  TOY  2026-03-02  An act: no amount could be read for the fine")
    assert edited.stdout == "Question 1 is edited by Ana; stored as decision 2, messages promised: 1.\n"
    assert again.stdout.startswith("Question 1 was edited by Ana on ")
    assert again.stdout.endswith("; nothing changes.\n")
    assert [run.returncode for run in (listed, edited, again)] == [0, 0, 0]
    assert finewatch(room, "list").stdout == "No question waits.\n"


async def test_what_a_question_showed_is_taught_on_the_command_line(room: Newsroom) -> None:
    who = ("--by", "Ana", "--note", "asked them")
    word = finewatch(room, "teach", "1", *who, "--word", "censure=reprimand")
    alias = finewatch(room, "teach", "1", *who, "--alias", "ACME Italia=ACME")
    nothing = finewatch(room, "teach", "1", *who)

    assert [run.returncode for run in (word, alias, nothing)] == [0, 0, 2]
    assert '[[kind_word]]\nauthority = "TOY"\nword = "censure"\nmeans = "reprimand"\nauthor = "Ana"\n' in word.stdout
    assert (
        (folder_of(room) / "overrides.toml").read_text(encoding="utf-8").endswith(word.stdout.split("\n\n", 1)[1][:-1])
    )
    assert alias.stdout == "From now on one company: ACME Italia is ACME.\n"
    assert nothing.stderr == "finewatch reviews: give what to teach: --alias, --word or --facts\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["accept", "7", "--by", "Ana"], 2, "there is no question 7"),
        (["show", "7"], 2, "there is no question 7"),
        (["edit", "1", "--by", "Ana"], 2, "give either corrections (see --help) or a whole decision with --json"),
        (["edit", "1", "--by", "Ana", "--json", "-"], 2, "the decision: Invalid JSON"),
        (["edit", "1", "--by", "Ana", "--amount", "5"], 2, "“5 ” is no amount"),
        (["edit", "2", "--by", "Ana", "--party", "X"], 2, "of question 2 nothing was read; --json - takes"),
        (["accept", "2", "--by", "Ana"], 1, "of question 2 nothing was read; `edit 2 --json -` takes"),
    ],
)
async def test_what_cannot_be_answered_is_one_sentence(room: Newsroom, words: list[str], code: int, said: str) -> None:
    room.pages.publish("A-3", "doubt: a scanned page")
    await room.poll()
    run = finewatch(room, *words)

    assert (run.returncode, run.stdout) == (code, "")
    assert run.stderr.startswith(f"finewatch reviews: {said}")
    assert len(run.stderr.splitlines()) == 1


async def test_an_answer_needs_a_name(room: Newsroom) -> None:
    assert finewatch(room, "accept", "1").returncode == 2
    assert finewatch(room, "reject", "1", "--by", "Ana").returncode == 2
    assert question(room).state == "waiting"
