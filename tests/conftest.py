"""Fixtures and options that every test may use."""

import pytest
from hypothesis import settings

from tests.databases import engine, home, store_url, storied

__all__ = ["engine", "home", "store_url", "storied"]

settings.register_profile("everyday", max_examples=40, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)  # pytest --hypothesis-profile=long
settings.load_profile("everyday")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write expected.json anew, then fail: read the diff")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
