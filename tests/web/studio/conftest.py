"""Somebody in the studio, for each test."""

import pytest_asyncio

from tests.web.site import Site
from tests.web.studio.office import Office, come_in


@pytest_asyncio.fixture
async def office(site: Site) -> Office:
    return await come_in(site)
