"""What a proxy and Prometheus ask of a server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest_asyncio

from facilitation.workshop import decode
from rooms.deciding import SYSTEM
from tests.web.site import WORKSHOP, Site, opened
from web.settings import Settings

TOKEN = "a secret of Prometheus"
SHOWN = {"authorization": f"Bearer {TOKEN}"}


@pytest_asyncio.fixture
async def site(settings: Settings, static: Path) -> AsyncIterator[Site]:
    async with opened(replace(settings, metrics_token=TOKEN), static) as site:
        yield site


async def test_a_server_lives_and_takes_people_until_it_drains(site: Site) -> None:
    assert (await site.http.get("/healthz")).json() == {"ok": True}
    assert (await site.http.get("/readyz")).json() == {"ready": True}
    await site.app.state.realtime.drain()
    ready = await site.http.get("/readyz")
    assert ready.status_code == 503
    assert ready.json() == {"ready": False, "reason": "draining"}
    assert (await site.http.get("/healthz")).status_code == 200


async def test_figures_count_every_command_by_its_answer(site: Site) -> None:
    for command in ({"type": "room.add", "name": "Nord"}, {"type": "step.drop", "step": "none"}):
        await site.house.gateway.do(WORKSHOP, SYSTEM, decode(command))
    told = (await site.http.get("/metrics", headers=SHOWN)).text
    assert 'palabre_commands_total{answer="accepted",type="room.add"} 1.0' in told
    assert 'palabre_commands_total{answer="unknown",type="step.drop"} 1.0' in told
    assert "palabre_workshops 1.0" in told
    assert "Nord" not in told


async def test_figures_are_for_who_shows_the_token(site: Site) -> None:
    assert (await site.http.get("/metrics")).status_code == 401
    assert (await site.http.get("/metrics", headers={"authorization": "Bearer else"})).status_code == 401


async def test_without_a_token_there_are_no_figures(settings: Settings, static: Path) -> None:
    async with opened(settings, static) as site:
        assert (await site.http.get("/metrics", headers={"authorization": "Bearer "})).status_code == 404
