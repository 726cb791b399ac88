"""Somebody in the studio, for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.web.site import Site
from tests.web.studio.office import Office, come_in
from tests.web.studio.town_hall import TownHall, town_hall
from web.settings import Settings


@pytest_asyncio.fixture
async def office(site: Site) -> Office:
    return await come_in(site)


@pytest_asyncio.fixture
async def hall(settings: Settings, static: Path) -> AsyncIterator[TownHall]:
    async with town_hall(settings, static) as opened:
        yield opened
