"""Puts the parts together from the settings: the store, the clock, the log, the network, where messages go."""

import logging
import random
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.jobs.desk import Desk, Progress
from bot.jobs.lessons import lessons_in
from bot.jobs.rhythm import Beat
from bot.jobs.written import WrittenError
from bot.routing import TERMINAL, Destination, Destinations
from bot.settings import PREFIX, Settings, SettingsError
from scrapers.adapter import Adapter
from scrapers.fetch import Network
from scrapers.transport import Patience
from storage import decisions, history
from storage.database import open_database, transaction, upgrade
from storage.finding import searchable
from storage.names import known_companies
from storage.reckoning import sums
from storage.register import subscriptions


def now() -> datetime:
    """The clock, aware UTC: the only place that asks for it."""
    return datetime.now(UTC)  # noqa: TID251 - this is the composition root


def open_store(settings: Settings) -> Engine:
    """The database, upgraded; an empty one is given the known past and the names of FINEWATCH_TRACK.

    Raises SettingsError when it cannot be opened, and for an editors' file of companies that is not whole.
    """
    editors_companies(settings)
    try:
        engine = open_database(settings.store_url)
        upgrade(engine)
        with transaction(engine) as db:
            sums.build_if_missing(db)
            searchable.build_if_missing(db)
            is_empty = not decisions.latest(db, 1)
            if is_empty:
                history.load(db, now=now())
    except (SQLAlchemyError, OSError, ValueError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise SettingsError(f"the database of {PREFIX}DATABASE_URL cannot be used: {reason}") from error
    if is_empty:
        track(engine, settings)
    return engine


def editors_companies(settings: Settings) -> None:
    """Read `companies.toml` of the data folder beside the companies that ship. Raises SettingsError for a wrong one."""
    try:
        known_companies.use(settings.data_dir / "companies.toml")
    except known_companies.CompaniesError as error:
        raise SettingsError(str(error)) from error


def track(engine: Engine, settings: Settings) -> None:
    """Put the names of FINEWATCH_TRACK on the watch-list. Raises SettingsError for one that names nobody."""
    with transaction(engine) as db:
        for name in settings.track:
            try:
                subscriptions.track(db, name, now())
            except ValueError as error:
                raise SettingsError(f"{PREFIX}TRACK: {error}") from error


def authorities(settings: Settings) -> tuple[Adapter, ...]:
    """The authorities to watch, with what editors taught. Raises SettingsError for a code that there is none of, and
    for lessons in the data folder that are not whole."""
    from scrapers.lessons import taught
    from scrapers.registry import adapters

    known = adapters()
    unknown = [code for code in settings.authorities if code not in known]
    if unknown:
        raise SettingsError(f"{PREFIX}AUTHORITIES: no authority {unknown[0]}; known are {', '.join(known)}")
    try:
        lessons = lessons_in(settings.data_dir)
    except WrittenError as error:
        raise SettingsError(f"the lessons of {PREFIX}DATA_DIR cannot be read: {error}") from error
    wanted = settings.authorities or tuple(known)
    return tuple(taught(adapter, lessons) for code, adapter in known.items() if code in wanted)


def read_scans(settings: Settings, adapters: tuple[Adapter, ...]) -> None:
    """Have scanned PDFs read where FINEWATCH_OCR_DATA says with what. Raises SettingsError when that cannot be done."""
    from scrapers.documents import ocr, pdf_process

    wanted = tuple(dict.fromkeys(adapter.language for adapter in adapters))
    refusal = ocr.refusal(settings.ocr_data, wanted) if settings.ocr_data else None
    if refusal:
        raise SettingsError(f"{PREFIX}OCR_DATA: {refusal}")
    pdf_process.DESK.read_scans(settings.ocr_data)


def network(settings: Settings, adapters: tuple[Adapter, ...]) -> Network:
    """The way to the authorities' hosts, and how scans are read; a server on this machine that stands for them needs no
    pauses. Raises SettingsError when scans cannot be read as set."""
    read_scans(settings, adapters)
    if settings.loopback_authorities:
        return Network(
            adapters,
            contact=settings.contact,
            cache_dir=settings.data_dir,
            loopback=settings.loopback_authorities,
            pace=lambda _: 0.0,
            patience=Patience(pause=0.01),
        )
    return Network(adapters, contact=settings.contact, cache_dir=settings.data_dir)


def bank(settings: Settings) -> Network:
    """The way to the European Central Bank's rates, and to no other host."""
    from bot.jobs.rates import BANK

    folder, loopback = settings.data_dir / "rates", settings.loopback_authorities or None
    return Network((BANK,), contact=settings.contact, cache_dir=folder, loopback=loopback)


def destinations(settings: Settings) -> Destinations:
    """Where alerts and notices go: the channels that are set, else the terminal."""
    alerts, ops = settings.alert_channel_id, settings.ops_channel_id
    return Destinations(
        alerts=(Destination(f"discord:{alerts}" if alerts else TERMINAL),),
        ops=f"discord:{ops}" if ops else TERMINAL,
    )


def desk(settings: Settings, engine: Engine, report: Callable[[Progress], None]) -> Desk:
    """What the jobs are given."""
    return Desk(engine, destinations(settings), now, Beat(settings.beat, random.random), report)


def set_up_log(settings: Settings) -> None:
    """Structured lines on stderr, the libraries' own warnings in the same form; nothing but ASCII is escaped."""
    render: structlog.typing.Processor = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    if settings.log_format == "json":
        render = structlog.processors.JSONRenderer(ensure_ascii=False)
    before: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    handler = logging.StreamHandler(sys.stderr)
    only_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processors=[only_meta, render], foreign_pre_chain=before))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    for name in ("bot", "scrapers", "storage"):
        logging.getLogger(name).setLevel(logging.INFO)
