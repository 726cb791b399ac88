"""One world for all tests of a file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.hidden.world import World, opened


@pytest_asyncio.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> AsyncIterator[World]:
    async with opened(tmp_path_factory.mktemp("world"), migrated_sqlite) as found:
        yield found
