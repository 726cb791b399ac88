"""What all tests may ask for, and in which order they run."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import settings

pytest_plugins = ["tests.postgres", "tests.serving"]

# How long an example takes says how busy the machine is.
settings.register_profile("whenever", deadline=None)
settings.load_profile("whenever")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that wait for browsers are spread among those that compute: processes side by side fill gaps."""
    files = [list(tests) for _, tests in groupby(items, key=lambda test: test.path)]
    places: list[tuple[float, list[pytest.Item]]] = []
    for browsers in (True, False):
        some = [tests for tests in files if plays_in_browsers(tests[0]) is browsers]
        places += [((place + 0.5) / len(some), tests) for place, tests in enumerate(some)]
    items[:] = [test for _, tests in sorted(places, key=lambda placed: placed[0]) for test in tests]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--two-processes",
        action="store_true",
        help="`palabre` is two web processes behind nginx, with PostgreSQL and Redis: for tests/e2e/test_story.py",
    )


def plays_in_browsers(item: pytest.Item) -> bool:
    return "e2e" in item.path.parts
