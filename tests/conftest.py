"""What all tests may ask for, and in which order they run."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import settings

HERE = Path(__file__).parent
pytest_plugins = ["tests.postgres", "tests.serving"]

# How long an example takes says how busy the machine is.
settings.register_profile("whenever", deadline=None)
settings.load_profile("whenever")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that wait for browsers are spread among those that compute: processes side by side fill gaps.

    The rules come last. Their files are short, so that no process waits long for the other at the end.
    """
    files = [list(tests) for _, tests in groupby(items, key=lambda test: test.path)]
    browsers = [tests for tests in files if is_in(tests[0], "e2e")]
    rules = [tests for tests in files if is_in(tests[0], "rooms", "facilitation")]
    others = [tests for tests in files if tests not in browsers and tests not in rules]
    places = [((place + 0.5) / len(some), tests) for some in (browsers, others) for place, tests in enumerate(some)]
    spread = [tests for _, tests in sorted(places, key=lambda placed: placed[0])]
    items[:] = [test for tests in (*spread, *rules) for test in tests]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--two-processes",
        action="store_true",
        help="`palabre` is two web processes behind nginx, with PostgreSQL and Redis: for tests/e2e/test_story.py",
    )


def is_in(item: pytest.Item, *folders: str) -> bool:
    return item.path.relative_to(HERE).parts[0] in folders
