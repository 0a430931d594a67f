"""Settings: where they come from, and the one sentence for each that cannot be used."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refusal() -> str:
    with pytest.raises(SettingsError) as raised:
        load_settings()
    return str(raised.value)


def test_everything_has_a_default() -> None:
    settings = load_settings()

    assert settings.discord_token is None
    assert settings.beat == timedelta(minutes=15)
    assert settings.store_url == "sqlite:///data/finewatch.sqlite3"
    assert settings.track == settings.authorities == ()


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("FINEWATCH_POLL_MINUTES=3\nFINEWATCH_CONTACT=desk@example.org\n", encoding="utf-8")
    monkeypatch.setenv("FINEWATCH_POLL_MINUTES", "0.5")

    assert load_settings().beat == timedelta(seconds=30)
    assert load_settings().contact == "desk@example.org"


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINEWATCH_TRACK", "Clearview AI, ΔΕΗ Α.Ε. ,")
    monkeypatch.setenv("FINEWATCH_AUTHORITIES", "cnil,ico")

    assert load_settings().track == ("Clearview AI", "ΔΕΗ Α.Ε.")
    assert load_settings().authorities == ("CNIL", "ICO")


def test_the_database_may_be_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINEWATCH_DATA_DIR", "elsewhere")
    assert load_settings().store_url == "sqlite:///elsewhere/finewatch.sqlite3"

    monkeypatch.setenv("FINEWATCH_DATABASE_URL", "postgresql://db/finewatch")
    assert load_settings().store_url == "postgresql://db/finewatch"


def test_an_empty_value_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINEWATCH_DISCORD_TOKEN", "")

    assert load_settings().discord_token is None


def test_a_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINEWATCH_DISCORD_TOKEN", "very-secret")
    monkeypatch.setenv("FINEWATCH_POLL_MINUTES", "often")

    assert "very-secret" not in refusal()
    monkeypatch.delenv("FINEWATCH_POLL_MINUTES")
    assert "very-secret" not in repr(load_settings())


@pytest.mark.parametrize("by_file", [True, False])
def test_an_unknown_name_is_refused_with_the_nearest_known_one(monkeypatch: pytest.MonkeyPatch, by_file: bool) -> None:
    if by_file:
        Path(".env").write_text("FINEWATCH_POLL_MINUTE=3\n", encoding="utf-8")
    else:
        monkeypatch.setenv("FINEWATCH_POLL_MINUTE", "3")

    assert refusal() == "FINEWATCH_POLL_MINUTE is not a setting; did you mean FINEWATCH_POLL_MINUTES?"


def test_other_names_in_the_file_are_not_ours() -> None:
    Path(".env").write_text("COMPOSE_PROJECT_NAME=x\n", encoding="utf-8")

    assert isinstance(load_settings(), Settings)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("POLL_MINUTES", "0", "greater than 0"),
        ("POLL_MINUTES", "inf", "finite"),
        ("ALERT_CHANNEL_ID", "#news", "valid integer"),
        ("LOG_FORMAT", "xml", "'console' or 'json'"),
        ("HEALTH_PORT", "70000", "less than 65536"),
        ("CONTACT", "rédaction", "plain ASCII"),
        ("DISCORD_API_URL", "https://discord.example/api", "of this machine"),
        ("DISCORD_API_URL", "http://127.0.0.1.example/api", "of this machine"),
        ("DISCORD_GATEWAY_URL", "wss://gateway.example", "of this machine"),
        ("LOOPBACK_AUTHORITIES", "www.cnil.fr=http://10.0.0.1", "www.cnil.fr"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(f"FINEWATCH_{name}", value)

    said = refusal()
    assert said.startswith(f"FINEWATCH_{name}: ")
    assert words in said
    assert "\n" not in said


def test_a_channel_without_a_token_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINEWATCH_ALERT_CHANNEL_ID", "5")

    assert refusal() == "a channel is set, but not FINEWATCH_DISCORD_TOKEN"


def test_addresses_of_this_machine_are_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINEWATCH_DISCORD_API_URL", "http://127.0.0.1:8080/api/v10")
    monkeypatch.setenv("FINEWATCH_LOOPBACK_AUTHORITIES", "www.cnil.fr=http://127.0.0.1:1, ico.org.uk=http://[::1]:2")

    assert load_settings().loopback_authorities == {
        "www.cnil.fr": "http://127.0.0.1:1",
        "ico.org.uk": "http://[::1]:2",
    }
