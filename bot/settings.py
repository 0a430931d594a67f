"""The settings, and the only reader of the environment and of `.env`. Knows nothing of what is done with them."""

import difflib
import os
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, NoDecode, SettingsConfigDict

PREFIX = "FINEWATCH_"


class SettingsError(Exception):
    """A setting is unknown or cannot be used: nothing was started (exit 2). `str()` is one clear sentence."""


class Settings(BaseSettings):
    """Every setting with its default; the names are those of the environment, without the prefix, in lower case.

    `poll_minutes` is the beat: the fastest visit, in minutes, fractions allowed. `authorities` narrows the run to some
    codes (none given: every authority). `loopback_authorities` sends what is meant for a real host to a server on this
    machine. `ocr_data` is the folder of Tesseract's languages: scanned PDFs are read only where it is set.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    discord_token: SecretStr | None = None
    alert_channel_id: int | None = Field(None, gt=0)
    ops_channel_id: int | None = Field(None, gt=0)
    track: Annotated[tuple[str, ...], NoDecode] = ()
    authorities: Annotated[tuple[str, ...], NoDecode] = ()
    editors_guild_id: int | None = Field(None, gt=0)
    time_zone: str = "UTC"
    poll_minutes: float = Field(15.0, gt=0, allow_inf_nan=False)
    contact: str = ""
    data_dir: Path = Path("data")
    database_url: str = ""
    log_format: Literal["console", "json"] = "console"
    ocr_data: Path | None = None
    health_port: int | None = Field(None, gt=0, lt=65536)
    discord_api_url: str | None = None
    discord_gateway_url: str | None = None
    loopback_authorities: Annotated[dict[str, str], NoDecode] = {}

    @field_validator("track", "authorities", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return _parts(value) if isinstance(value, str) else value

    @field_validator("authorities")
    @classmethod
    def _upper(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code.upper() for code in codes)

    @field_validator("loopback_authorities", mode="before")
    @classmethod
    def _pairs(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = [part.partition("=") for part in _parts(value)]
        return {host.strip(): url.strip() for host, _, url in pairs}

    @field_validator("time_zone")
    @classmethod
    def _is_on_the_map(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError(f"no time zone is called “{name}”; write it as Europe/Paris")
        return name

    @field_validator("contact")
    @classmethod
    def _fits_a_header(cls, contact: str) -> str:
        if not contact.isascii() or not contact.isprintable():
            raise ValueError("an address in plain ASCII is needed, it stands in the User-Agent")
        return contact

    @field_validator("discord_api_url", "discord_gateway_url")
    @classmethod
    def _stays_here(cls, url: str | None) -> str | None:
        if url is not None and not _is_loopback(url):
            raise ValueError("only an address of this machine is accepted (a token is never sent elsewhere)")
        return url

    @field_validator("loopback_authorities")
    @classmethod
    def _stand_ins_stay_here(cls, pairs: dict[str, str]) -> dict[str, str]:
        wrong = [host for host, url in pairs.items() if not _is_loopback(url)]
        if wrong:
            raise ValueError(f"only host=address of this machine is accepted, see {', '.join(wrong)}")
        return pairs

    @model_validator(mode="after")
    def _channels_need_a_token(self) -> Self:
        if self.discord_token is None and (self.alert_channel_id or self.ops_channel_id):
            raise ValueError(f"a channel is set, but not {PREFIX}DISCORD_TOKEN")
        return self

    @property
    def store_url(self) -> str:
        """The database's address: as set, or a SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'finewatch.sqlite3'}"

    @property
    def beat(self) -> timedelta:
        """The time between two visits of the fastest source."""
        return timedelta(minutes=self.poll_minutes)


def load_settings() -> Settings:
    """The settings of this process, from the environment and `.env` in the working folder; the environment wins.

    Raises SettingsError with one sentence: an unknown name (and the nearest known one), or a value that cannot be used.
    """
    named = [*os.environ, *DotEnvSettingsSource(Settings).env_vars]  # noqa: TID251 - the one reader
    unknown = [name for name in named if name.upper().startswith(PREFIX) and not _is_known(name)]
    if unknown:
        raise SettingsError(_unknown(unknown[0].upper()))
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("; ".join(_sentence(each["loc"], each["msg"]) for each in error.errors())) from None


def _is_known(name: str) -> bool:
    return name.upper().removeprefix(PREFIX).lower() in Settings.model_fields


def _unknown(name: str) -> str:
    known = [PREFIX + field.upper() for field in Settings.model_fields]
    nearest = difflib.get_close_matches(name, known, n=1, cutoff=0)[0]
    return f"{name} is not a setting; did you mean {nearest}?"


def _sentence(place: tuple[int | str, ...], message: str) -> str:
    words = message.removeprefix("Value error, ")
    return f"{PREFIX}{str(place[0]).upper()}: {words}" if place else words


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
