"""A site for each test, with a front end that looks built."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.web.site import MANIFEST, Site, opened
from web.settings import Settings


@pytest.fixture
def static(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    (folder / ".vite").mkdir(parents=True)
    (folder / ".vite" / "manifest.json").write_text(json.dumps(MANIFEST))
    (folder / "assets").mkdir()
    (folder / "assets" / "page-1a.js").write_text("export const palabre = 1;\n" * 50)
    (folder / "readme.txt").write_text("not hashed")
    return folder


@pytest_asyncio.fixture
async def site(settings: Settings, static: Path) -> AsyncIterator[Site]:
    async with opened(settings, static) as site:
        yield site
