"""What anybody reads, and what is left to each person when a workshop is over."""

from __future__ import annotations

from pathlib import Path

import httpx2
from playwright.async_api import BrowserContext, Page, expect

from rooms.people import Participant
from tests.evening import Evening
from tests.planning import Planning

HELD = ("privacy", "accessibility", "browsers", "rules")
MAKING_S = 120


async def publish_minutes(evening: Evening) -> None:
    """Of an evening that is over."""
    headers = {"Authorization": f"Bearer {evening.organizer.session}"}
    async with httpx2.AsyncClient(base_url=evening.stage.url, headers=headers, timeout=MAKING_S) as http:
        for path in ("", "/1/approve", "/1/publish"):
            answer = await http.post(f"/api/minutes{path}", json={})
            assert answer.is_success, answer.text


async def picture_after(evening: Evening, context: BrowserContext, folder: Path, width: str) -> None:
    stage = evening.stage
    group = evening.groups[0].id
    *_, writer = (who for who in evening.people if stage.one(Participant, id=who.participant).group == group)
    mine = await stage.sit(context, writer, "mine")
    await expect(mine.locator("[data-make]")).to_be_visible()
    await picture(mine, folder / f"after-mine-{width}.png")
    await mine.goto(f"{stage.url}/minutes/{stage.id}")
    await picture(mine, folder / f"after-minutes-{width}.png")
    await mine.close()
    door = await stage.sit(context, writer)
    await picture(door, folder / f"after-room-{width}.png")
    await door.close()


async def publish_process(planning: Planning) -> str:
    """The address of the process's page."""
    shown = await planning.ask("GET", f"/processes/{planning.process}")
    await planning.ask("POST", f"/processes/{planning.process}/publish", {"seen": shown["process"]["version"]})
    slug: str = shown["process"]["face"]["slug"]
    return f"/p/{slug}"


async def picture_public(planning: Planning, address: str, context: BrowserContext, folder: Path, width: str) -> None:
    page = await context.new_page()
    pages = {"home": "/", "process": address, "phase": f"{address}/phases/{planning.phases[1]}"}
    for name, path in (pages | {name: f"/{name}" for name in HELD}).items():
        await page.goto(planning.served.url + path)
        await picture(page, folder / f"public-{name}-{width}.png")
    await page.close()


async def picture(page: Page, path: Path) -> None:
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await page.evaluate("document.fonts.ready")
    await page.screenshot(path=path, full_page=True, animations="disabled")
