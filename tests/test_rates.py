"""The bank's daily rates: read strictly, kept when they can be right, used, and their age told."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot.jobs.desk import Desk
from bot.jobs.rates import BANK, look_at_rates
from bot.jobs.rhythm import Beat
from bot.routing import Destinations
from bot.views import totals as view
from scrapers.adapter import Page
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from scrapers.documents.ecb import HOST, LAST_DAYS, fixings
from scrapers.errors import LayoutChangedError, PageError
from scrapers.fetch import Network
from storage import decisions
from storage.database import reading, transaction
from storage.reckoning import fixings as kept_fixings
from storage.reckoning import rates, sums, totals
from storage.reckoning.fixings import ImplausibleRatesError
from tests.loopback.authority import Authority, Fault, authority

END = rates.archive_end()
MONDAY = END + timedelta(days=7 + (7 - END.weekday()) % 7)
NOW = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 18, tzinfo=UTC) + timedelta(days=4)


def per_euro(currency: str) -> Decimal:
    """What the archive last knew."""
    rate = rates.look_up(currency, END)
    assert rate is not None
    return round(1 / rate.rate, 4)


def file(*days: tuple[date, str]) -> bytes:
    """The bank's file: a day, and the cells of its currencies."""
    cubes = "".join(f'<Cube time="{day}">{cells}</Cube>' for day, cells in days)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" '
        'xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><gesmes:subject>Reference rates</gesmes:subject>'
        f"<Cube>{cubes}</Cube></gesmes:Envelope>"
    ).encode()


def cells(**rate: Decimal | str) -> str:
    usual = {"USD": per_euro("USD"), "GBP": per_euro("GBP")}
    return "".join(f'<Cube currency="{name}" rate="{value}"/>' for name, value in {**usual, **rate}.items())


def read(body: bytes) -> dict[date, dict[str, Decimal]]:
    return {one.day: one.per_euro for one in fixings(Page(LAST_DAYS, LAST_DAYS.url, body))}


def store(db: Session, day: date, currency: str = "GBP") -> None:
    fine = Sanction(party="ACME", kind=Kind.FINE, money=Money.of("1000", currency), evidence=Evidence(words="…"))
    act = Decision(
        authority="ICO", key=f"{currency} {day}", reference=None, url="https://ico.example", title="…", language="en",
        decided_on=day, sanctions=(fine,),
    )  # fmt: skip
    decisions.save(db, act, (), now=NOW, origin="poll")


def euros(db: Session) -> int | None:
    return totals.totals(db, today=NOW.date()).rows[0].eur


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    with transaction(engine) as session:
        yield session


@pytest.fixture
def desk(engine: Engine) -> Desk:
    return Desk(engine, Destinations((), "terminal"), lambda: NOW, Beat(timedelta(minutes=15), lambda: 0.5))


@pytest.fixture
async def bank() -> AsyncIterator[Authority]:
    body = file((MONDAY, cells(GBP=per_euro("GBP") + Decimal("0.05"))))
    async with authority(lambda _: ("text/xml", body)) as server:
        yield server


@pytest.fixture
async def web(bank: Authority, tmp_path: Path) -> AsyncIterator[Network]:
    async with Network(
        (BANK,), contact="", cache_dir=tmp_path, loopback={HOST: bank.address}, pace=lambda _: 0
    ) as opened:
        yield opened


def test_each_day_of_the_file_is_read() -> None:
    body = file((MONDAY, cells(GBP="0.85")), (MONDAY - timedelta(days=3), cells(GBP="0.86")))

    assert [rate["GBP"] for _, rate in sorted(read(body).items())] == [Decimal("0.86"), Decimal("0.85")]


@pytest.mark.parametrize(
    "body",
    [
        file(),
        file((MONDAY, "")),
        file((MONDAY, cells()), (MONDAY, cells())),
        file((MONDAY, cells() + '<Cube currency="USD" rate="1.1"/>')),
        file((MONDAY, cells(GBP="0"))),
        file((MONDAY, cells(GBP="-0.85"))),
        file((MONDAY, cells(GBP="0,85"))),
        file((MONDAY, cells(pounds="0.85"))),
        file((MONDAY, cells())).replace(MONDAY.isoformat().encode(), b"yesterday"),
        b"<html>we moved</html>",
        file((MONDAY, cells()))[:-40],
        b"",
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused_whole(body: bytes) -> None:
    with pytest.raises(PageError):
        read(body)


def test_a_wrong_layout_says_what_was_found() -> None:
    with pytest.raises(LayoutChangedError, match="expected a rate, found “0,85”"):
        read(file((MONDAY, cells(GBP="0,85"))))


def test_a_new_rate_is_used_from_its_day_on(db: Session) -> None:
    better = per_euro("GBP") + Decimal("0.05")
    kept = kept_fixings.keep(db, read(file((MONDAY, cells(GBP=better)))), NOW.date())
    store(db, MONDAY)
    store(db, MONDAY + timedelta(days=1), "USD")

    noted = rates.known(db)
    assert (kept.days, kept.newest, kept.doubts) == (1, MONDAY, ())
    assert noted["GBP", MONDAY] == rates.Rate(1 / better, MONDAY)
    assert noted["USD", MONDAY + timedelta(days=1)].rate_on == MONDAY


def test_a_decision_reckoned_before_the_rate_was_published_is_reckoned_anew(db: Session) -> None:
    store(db, MONDAY)
    before, better = euros(db), per_euro("GBP") / 2 * Decimal("1.8")
    kept = kept_fixings.keep(db, read(file((MONDAY, cells(GBP=better)))), NOW.date())

    assert kept.put_right == 1
    assert euros(db) == round(100_000 / better)
    assert before != euros(db)
    assert sums.differing(db) == 0


def test_the_same_file_twice_changes_nothing(db: Session) -> None:
    published = read(file((MONDAY, cells())))
    kept_fixings.keep(db, published, NOW.date())

    assert kept_fixings.keep(db, published, NOW.date()).days == 0


def test_the_days_of_the_archive_are_left_to_it(db: Session) -> None:
    assert kept_fixings.keep(db, read(file((END, cells(GBP="9.9")))), NOW.date()).newest == END


@pytest.mark.parametrize(
    ("rate", "why"), [({"GBP": "1.5"}, "more than 20% apart"), ({"XAU": "0.0003"}, "no earlier rate of it is known")]
)
def test_a_rate_that_can_hardly_be_right_is_not_taken(db: Session, rate: dict[str, str], why: str) -> None:
    kept = kept_fixings.keep(db, read(file((MONDAY, cells(**rate)))), NOW.date())

    (doubt,) = kept.doubts
    assert why in doubt
    found = rates.find(db, next(iter(rate)), MONDAY)
    assert found is None or found.rate_on == END


def test_a_rate_that_is_not_what_was_published_first_is_told_and_not_taken(db: Session) -> None:
    first, then = per_euro("GBP"), per_euro("GBP") + Decimal("0.01")
    kept_fixings.keep(db, read(file((MONDAY, cells(GBP=first)))), NOW.date())
    kept = kept_fixings.keep(db, read(file((MONDAY, cells(GBP=then)))), NOW.date())

    assert f"{first} was published first" in kept.doubts[0]
    assert rates.find(db, "GBP", MONDAY) == rates.Rate(1 / first, MONDAY)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (NOW.date() + timedelta(days=10), cells()),
        (MONDAY - timedelta(days=1), cells()),
        (MONDAY, '<Cube currency="USD" rate="1.1"/>'),
    ],
)
def test_a_file_that_cannot_be_the_bank_s_is_refused(db: Session, day: date, said: str) -> None:
    with pytest.raises(ImplausibleRatesError):
        kept_fixings.keep(db, read(file((day, said))), NOW.date())


async def test_the_daily_look_fetches_the_file_and_keeps_it(
    engine: Engine, desk: Desk, web: Network, bank: Authority
) -> None:
    said = await look_at_rates(desk, web)

    assert said == f"Reference rates: the newest are of {MONDAY}; days new to us: 1."
    assert [asked.url for asked in bank.seen] == [LAST_DAYS.url]
    with reading(engine) as db:
        assert rates.newest(db) == MONDAY


@pytest.mark.parametrize("fault", [Fault(status=404), Fault(body=b"<html>maintenance</html>"), Fault(status=403)])
async def test_a_failed_look_keeps_what_is_known_and_says_what_is_wrong(
    engine: Engine, desk: Desk, web: Network, bank: Authority, fault: Fault
) -> None:
    bank.order(LAST_DAYS.url, fault, ever=True)

    said = await look_at_rates(desk, web)

    assert said.startswith("Reference rates: nothing new is kept.")
    with reading(engine) as db:
        assert rates.newest(db) == END


def test_an_answer_in_another_currency_says_how_old_the_newest_rate_is(db: Session) -> None:
    store(db, date(2025, 3, 3))
    unneeded = "\n".join(view.footnotes(totals.totals(db, today=MONDAY)))
    store(db, MONDAY)

    old = "\n".join(view.footnotes(totals.totals(db, today=MONDAY)))
    kept_fixings.keep(db, read(file((MONDAY, cells()))), NOW.date())
    new = "\n".join(view.footnotes(totals.totals(db, today=MONDAY)))

    assert f"newest rate that we have is of {END}, {(MONDAY - END).days} days before" in old
    assert "newest rate" not in unneeded + new
