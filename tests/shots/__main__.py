"""python -m tests.shots [fr en ar]: tells an evening in each language and pictures its pages into shots/."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright, expect

from persistence import migrate
from rooms.permissions import Role
from tests.e2e.chromium import ARGUMENTS, chromium
from tests.evening import Evening, Moment, open_evening
from tests.planning import open_planning
from tests.serving import Served, serving
from tests.shots.public import picture_after, picture_public, publish_minutes, publish_process
from tests.stranger import Stranger
from web.languages import LANGUAGES
from web.settings import Settings

FOLDER = Path("shots")
LOCALES = {"fr": "fr-FR", "en": "en-GB", "ar": "ar-MA"}
WIDTHS: dict[str, dict[str, Any]] = {
    "390": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "1440": {"viewport": {"width": 1440, "height": 900}},
}
EVENING = 19
DARK = ("revealed", "published")


@dataclass(slots=True)
class Camera:
    """The room of one citizen and the desk, each at each width."""

    evening: Evening
    folder: Path
    pages: dict[str, Page]

    async def take(self, page: Page, name: str) -> None:
        await page.evaluate("document.fonts.ready")
        await page.screenshot(path=self.folder / f"{name}.png", animations="disabled", caret="hide")
        print(".", end="", flush=True)

    async def take_page(self, page: Page, name: str) -> None:
        """Without the marks of what the camera itself has pressed."""
        await page.mouse.move(0, 0)
        await page.evaluate("document.activeElement?.blur()")
        await self.take(page, name)

    async def take_moment(self, moment: Moment) -> None:
        for place, page in reversed(self.pages.items()):
            # A phone shows only a part of the desk; it follows no later than the wide one.
            if place != "desk-390":
                await follow(page, moment.in_room if place.startswith("room") else moment.at_desk)
            await self.take_page(page, f"{moment.name}-{place}")
            if moment.name in DARK:
                await page.emulate_media(color_scheme="dark")
                await self.take(page, f"{moment.name}-{place}-dark")
                await page.emulate_media(color_scheme="light")
        await self.take_opened(moment.name)

    async def take_opened(self, moment: str) -> None:
        """The dialogs of this moment."""
        say = self.evening.texts
        match moment:
            case "welcome":
                await self.take_dialog("desk", "plan", say("controls"), say("controls-edit"))
                await self.take_dialog("desk", "share", say("share-button"))
                await self.take_dialog("desk", "exports", say("desk-menu"), say("exports"))
                await self.take_dialog("desk", "keys", say("desk-menu"), say("settings"))
            case "hidden":
                await self.take_dialog("room", "write", say("note-write"), say("note-add-here"))
            case "revealed":
                await self.take_dialog("room", "move", say("more-actions"), say("note-move"))
                await self.take_dialog("room", "comments", say("note-comments", count=3))
                people = say("people-count", count=len(self.evening.people))
                panels = {"messages": say("messages"), "people": people, "more": say("more")}
                for panel, button in panels.items():
                    await self.take_dialog("room", panel, button, widths=("390",))
                await self.take_dialog("room", "hand", say("hand-raise"))
                await self.take_dialog("room", "help", say("hand-raise"), say("help"), widths=("390",))
                await self.take_dialog("desk", "floor", say("floor-rules"))
                await self.take_dialog("desk", "plan-board", say("controls"), say("controls-edit"))
                await self.take_dialog("desk", "message", say("message-write"))
                await self.take_panels()
                for width in WIDTHS:
                    await self.pages[f"room-{width}"].get_by_role("button", name=say("announcement-read")).click()
            case "choosing":
                await self.take_dialog("desk", "open-groups", say("groups-open-all"))

    async def take_panels(self) -> None:
        """What a phone shows of the desk one at a time."""
        page, say = self.pages["desk-390"], self.evening.texts
        tabs = page.get_by_role("navigation")
        for panel in ("screen", "groups", "people"):
            name = say("people-title") if panel == "people" else say(f"panel-{panel}")
            await tabs.get_by_role("button", name=name).first.click()
            await self.take(page, f"panel-{panel}-desk-390")
        await tabs.get_by_role("button", name=say("agenda")).first.click()

    async def take_dialog(self, entry: str, name: str, *buttons: str, widths: tuple[str, ...] = tuple(WIDTHS)) -> None:
        """What pressing these buttons opens; one that is not there at this width is passed over."""
        for width in widths:
            page = self.pages[f"{entry}-{width}"]
            for button in buttons:
                if await pressed(page, button).count():
                    await pressed(page, button).first.click()
            dialog = page.get_by_role("dialog")
            if await dialog.count():
                await self.take(page, f"dialog-{name}-{width}")
                await page.keyboard.press("Escape")
                await expect(dialog).to_have_count(0)


def evening_zone() -> str:
    """Where it is evening now, so that pictures taken by night show no odd hours."""
    ahead = (EVENING - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}"


def pressed(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name).or_(page.get_by_role("menuitem", name=name)).filter(visible=True)


async def follow(page: Page, words: str) -> None:
    """Wait until a page shows what tells that it has followed."""
    said = page.get_by_text(words).or_(page.get_by_role("button", name=words))
    await expect(said.filter(visible=True).first).to_be_visible()


@asynccontextmanager
async def here(evening: Evening) -> AsyncIterator[None]:
    """Most people are connected; two have lost their way for now."""
    async with AsyncExitStack() as stack:
        for entered in evening.people[1:-2]:
            stranger = Stranger(evening.stage.link(Role.PARTICIPANT), entered.name)
            stranger.session = entered.session
            await stranger.connect()
            stack.push_async_callback(stranger.disconnect)
        yield


async def picture(served: Served, browser: Browser, language: str) -> None:
    evening = await open_evening(served, language)
    folder = FOLDER / language
    folder.mkdir(parents=True, exist_ok=True)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(here(evening))
        pages: dict[str, Page] = {}
        for width, device in WIDTHS.items():
            settings: dict[str, Any] = {
                "locale": LOCALES[language],
                "timezone_id": evening_zone(),
                "reduced_motion": "reduce",
            }
            context = await browser.new_context(**settings, **device)
            stack.push_async_callback(context.close)
            await picture_doors(evening, await context.new_page(), folder, width)
            await picture_coming(evening, context, folder, width)
            pages[f"room-{width}"] = await evening.stage.sit(context, evening.people[0])
            pages[f"desk-{width}"] = await evening.stage.sit(context, evening.facilitator)
        camera = Camera(evening, folder, pages)
        async for moment in evening.moments():
            await camera.take_moment(moment)
        await camera.take(await evening.stage.sit(context, evening.facilitator, "share"), "share-1440")
        await publish_minutes(evening)
        for width in WIDTHS:
            await picture_after(evening, pages[f"room-{width}"].context, folder, width)


async def picture_doors(evening: Evening, page: Page, folder: Path, width: str) -> None:
    stage = evening.stage
    doors: dict[str, Any] = {
        "home": stage.url,
        "join": stage.link(Role.PARTICIPANT),
        "refused": f"{stage.url}/j/nonsense",
        "missing": f"{stage.url}/nowhere",
        "unknown": f"{stage.url}/w/{stage.id}/room",
    }
    for name, address in doors.items():
        await page.goto(address)
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await page.screenshot(path=folder / f"door-{name}-{width}.png")
    await page.close()


async def picture_coming(evening: Evening, context: BrowserContext, folder: Path, width: str) -> None:
    """The question how one comes, and the page of whoever reads and writes."""
    page = await evening.stage.sit(context, evening.people[0])
    await page.evaluate(f"sessionStorage.removeItem('palabre.asked.{evening.stage.id}')")
    await page.reload()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.screenshot(path=folder / f"coming-{width}.png")
    await page.close()


async def picture_studio(served: Served, browser: Browser, language: str) -> None:
    """What organizers plan: the process with its phases and its workshop, and the forms by which they do."""
    planning = await open_planning(served, language)
    say, folder = planning.texts, FOLDER / language
    process = f"#process/{planning.process}"
    for width, device in WIDTHS.items():
        context = await browser.new_context(
            locale=LOCALES[language], timezone_id="Europe/Paris", reduced_motion="reduce", **device
        )
        page = await context.new_page()
        await page.goto(planning.entrance)
        for name, where, shown in (
            ("home", "#", say("home-empty")),
            ("workshop", planning.at_workshop, planning.words["workshop"]["vote"]),
            ("phase", f"{process}/phases/{planning.phases[2]}", say("contributions")),
            ("about", f"{process}/about", say("process-promises")),
            ("documents", f"{process}/documents", say("documents-none")),
            ("branding", "#branding", say("branding-colour")),
            ("team", "#team", say("team-links")),
        ):
            await page.evaluate("where => location.hash = where", where)
            await expect(
                page.get_by_text(planning.words["process"]["title"] if name == "home" else shown).first
            ).to_be_visible()
            await page.screenshot(path=folder / f"studio-{name}-{width}.png", full_page=True, animations="disabled")
        await page.evaluate("where => location.hash = where", planning.at_workshop)
        for name, button in (("phase-edit", "phase-edit"), ("repeat", "workshop-repeat"), ("links", "workshop-links")):
            await pressed(page, say(button)).first.click()
            await expect(page.get_by_role("dialog")).to_be_visible()
            await page.screenshot(path=folder / f"studio-dialog-{name}-{width}.png", animations="disabled")
            await page.keyboard.press("Escape")
        await context.close()
    address = await publish_process(planning)
    for width, device in WIDTHS.items():
        context = await browser.new_context(locale=LOCALES[language], reduced_motion="reduce", **device)
        await picture_public(planning, address, context, folder, width)
        await context.close()


async def main(languages: list[str]) -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        settings = Settings(data=data, database=f"sqlite:///{data / 'palabre.sqlite3'}", url="http://127.0.0.1", port=0)
        migrate(settings.database)
        async with serving(settings) as served, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
            for language in languages:
                await picture(served, browser, language)
                await picture_studio(served, browser, language)
                print(f" {language}")
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:] or list(LANGUAGES)))
    print(f"{len(list(FOLDER.rglob('*.png')))} pictures in {FOLDER}/")
