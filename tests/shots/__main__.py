"""python -m tests.shots [fr en ar] [evening hands studio identity]: pictures into shots/, by language and part."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from persistence import migrate
from rooms.permissions import Role
from tests.e2e.chromium import ARGUMENTS, chromium
from tests.evening import Evening, open_evening
from tests.mail import MailServer, mail_server
from tests.planning import open_planning
from tests.provider import openid_provider
from tests.serving import Served, serving
from tests.shots.camera import LOCALES, WIDTHS, Camera, pressed, seated, settings
from tests.shots.hands import picture_hands
from tests.shots.identity import picture_identity
from tests.shots.public import picture_after, picture_public, publish_minutes, publish_process
from tests.stranger import Stranger
from web.languages import LANGUAGES
from web.settings import Settings

FOLDER = Path("shots")
DARK = ("revealed", "published")


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


async def take_opened(camera: Camera, moment: str) -> None:
    """The dialogs of this moment."""
    say = camera.evening.texts
    match moment:
        case "welcome":
            await camera.take_dialog("desk", "plan", say("controls"), say("controls-edit"))
            await camera.take_dialog("desk", "share", say("share-button"))
            await camera.take_dialog("desk", "exports", say("desk-menu"), say("exports"))
            await camera.take_dialog("desk", "keys", say("desk-menu"), say("settings"))
        case "hidden":
            await camera.take_dialog("room", "write", say("note-write"), say("note-add-here"))
        case "revealed":
            await camera.take_dialog("room", "move", say("more-actions"), say("note-move"))
            await camera.take_dialog("room", "comments", say("note-comments", count=3))
            people = say("people-count", count=len(camera.evening.people))
            panels = {"messages": say("messages"), "people": people, "more": say("more")}
            for panel, button in panels.items():
                await camera.take_dialog("room", panel, button, widths=("390",))
            await camera.take_dialog("room", "hand", say("hand-raise"))
            await camera.take_dialog("room", "help", say("hand-raise"), say("help"), widths=("390",))
            await camera.take_dialog("desk", "floor", say("floor-rules"))
            await camera.take_dialog("desk", "plan-board", say("controls"), say("controls-edit"))
            await camera.take_dialog("desk", "message", say("message-write"))
            await camera.take_panels()
            for width in WIDTHS:
                await camera.pages[f"room-{width}"].get_by_role("button", name=say("announcement-read")).click()
        case "choosing":
            await camera.take_dialog("desk", "open-groups", say("groups-open-all"))


async def picture(served: Served, browser: Browser, language: str, folder: Path) -> None:
    evening = await open_evening(served, language)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(here(evening))
        contexts: dict[str, BrowserContext] = {}
        for width in WIDTHS:
            contexts[width] = context = await browser.new_context(**settings(language, width))
            stack.push_async_callback(context.close)
            await picture_doors(evening, await context.new_page(), folder, width)
            await picture_coming(evening, context, folder, width)
        camera = Camera(evening, folder, await seated(evening, contexts))
        async for moment in evening.moments():
            await camera.take_moment(moment, dark=moment.name in DARK)
            await take_opened(camera, moment.name)
        await camera.take(await evening.stage.sit(context, evening.facilitator, "share"), "share-1440")
        await publish_minutes(evening)
        for width in WIDTHS:
            await picture_after(evening, contexts[width], folder, width)


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


async def picture_studio(served: Served, browser: Browser, language: str, folder: Path) -> None:
    """What organizers plan: the process with its phases and its workshop, and the forms by which they do."""
    planning = await open_planning(served, language)
    say = planning.texts
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


PARTS = {"evening": picture, "hands": picture_hands, "studio": picture_studio}


@asynccontextmanager
async def town(data: Path) -> AsyncIterator[tuple[Served, MailServer]]:
    """A server that sends letters and knows a provider."""
    async with mail_server() as mail, openid_provider() as provider:
        with_mail = Settings(
            data=data,
            database=f"sqlite:///{data / 'palabre.sqlite3'}",
            url="http://127.0.0.1",
            port=0,
            mail=mail.settings,
            openid=provider.settings,
        )
        migrate(with_mail.database)
        async with serving(with_mail) as served:
            yield served, mail


async def main(languages: list[str], parts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with town(Path(folder)) as (served, mail), async_playwright() as playwright:
            pictured = PARTS | {"identity": partial(picture_identity, mail)}
            browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
            for language in languages:
                for part in parts:
                    into = FOLDER / language / part
                    shutil.rmtree(into, ignore_errors=True)
                    into.mkdir(parents=True)
                    await pictured[part](served, browser, language, into)
                print(f" {language}")
            await browser.close()


def chosen(words: Iterable[str]) -> list[str]:
    """Those that are asked for, or all."""
    known = list(words)
    return [word for word in known if word in sys.argv[1:]] or known


if __name__ == "__main__":
    asyncio.run(main(chosen(LANGUAGES), chosen([*PARTS, "identity"])))
    print(f"{len(list(FOLDER.rglob('*.png')))} pictures in {FOLDER}/")
