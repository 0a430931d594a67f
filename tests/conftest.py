"""Fixtures and options that every test may use."""

import pytest

from tests.databases import engine, home, store_url, storied

__all__ = ["engine", "home", "store_url", "storied"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write expected.json anew, then fail: read the diff")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
