"""The daily look at the European Central Bank's reference rates. A failure leaves them as they are, and is told."""

import asyncio

import structlog

from bot.jobs.desk import Desk
from scrapers.adapter import Account, Adapter
from scrapers.documents.ecb import HOST, LAST_DAYS, Fixing, fixings
from scrapers.errors import ScraperError
from scrapers.harvest import Fetcher
from storage.database import transaction
from storage.reckoning import fixings as kept_fixings
from storage.reckoning.fixings import ImplausibleRatesError, Kept

log = structlog.get_logger(__name__)

BANK = Adapter(
    code="ECB",
    name="European Central Bank",
    country="DE",
    language="en",
    currency="EUR",
    timezone="Europe/Berlin",
    hosts=(HOST,),
    sources=(),
    parse_decision=lambda _: (),
    read=lambda _, __: Account(),
    terms="free reuse with the source named",
    home=f"https://{HOST}/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html",
)
"""The bank is no authority: it has no sources and is in no list, only a host that may be asked for this file."""


async def look_at_rates(desk: Desk, fetcher: Fetcher) -> str:
    """Fetch the rates of the last ninety days and keep the new ones. One sentence on what came of it, for a log.

    Raises nothing that the bank or the wire can cause: then the sentence says what is wrong and what to do, and every
    answer that needs a newer rate goes on saying how old the newest is.
    """
    try:
        page = await fetcher.fetch(LAST_DAYS)
        kept = await asyncio.to_thread(_keep, desk, fixings(page))
    except (ScraperError, ImplausibleRatesError) as error:
        log.warning("no new reference rates", reason=str(error))
        return f"Reference rates: nothing new is kept. {error}. Please compare with {BANK.home}."
    log.info("reference rates", days=kept.days, put_right=kept.put_right, newest=kept.newest.isoformat())
    said = f"Reference rates: the newest are of {kept.newest}; days new to us: {kept.days}."
    if not kept.doubts:
        return said
    log.warning("reference rates not taken", doubts=kept.doubts)
    return f"{said} Not taken: {'; '.join(kept.doubts)}. Please compare with {BANK.home}."


def _keep(desk: Desk, published: tuple[Fixing, ...]) -> Kept:
    with transaction(desk.engine) as db:
        days = {fixing.day: fixing.per_euro for fixing in published}
        return kept_fixings.keep(db, days, desk.now().date())
