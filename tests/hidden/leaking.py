"""A plugin of pytest that breaks the product before the tests: `LEAK=3 pytest -p tests.hidden.leaking tests/hidden`."""

from __future__ import annotations

import os

LEAK = "LEAK"


def pytest_collection_finish() -> None:
    # Once pytest has set itself up: it wants to import its own plugins before anybody else does.
    from tests.hidden.broken import LEAKS

    leak, _ = LEAKS[int(os.environ[LEAK])]
    leak()
