"""How people say who they are: citizens at the door of a workshop that asks, and colleagues at that of the studio."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, expect

from rooms.permissions import Role
from tests.evening import LOCALES as CATALOGUES
from tests.mail import MailServer, words
from tests.planning import Planning, open_planning
from tests.serving import Served
from tests.shots.camera import WIDTHS, settings
from tests.shots.public import picture
from tests.stage import Stage, set_stage
from web.languages import Catalogues, Texts

TEXTS = Catalogues(CATALOGUES, "common", "pages", "identity", "studio", "studio-doors")


async def picture_identity(mail: MailServer, served: Served, browser: Browser, language: str, folder: Path) -> None:
    say, planning = TEXTS[language], await open_planning(served, language)
    stage = await set_stage(served, planning.words["workshop"]["title"], language)
    for width in WIDTHS:
        async with await browser.new_context(**settings(language, width)) as context:
            await stage.do("workshop.identity", identity="email")
            await by_code(stage, context, say, folder, width, mail)
        async with await browser.new_context(**settings(language, width)) as context:
            await stage.do("workshop.identity", identity="openid")
            page = await context.new_page()
            await page.goto(stage.link(Role.PARTICIPANT))
            await picture(page, folder / f"who-provider-{width}.png")
            await page.goto(f"{stage.url}/openid")
            await picture(page, folder / f"who-over-{width}.png")
        async with await browser.new_context(**settings(language, width)) as context:
            await into_studio(planning, context, say, folder, width, mail)


async def by_code(
    stage: Stage, context: BrowserContext, say: Texts, folder: Path, width: str, mail: MailServer
) -> None:
    page, address = await context.new_page(), f"jeanne-{width}@exemple.test"
    await page.goto(stage.link(Role.PARTICIPANT))
    await picture(page, folder / f"who-email-{width}.png")
    await page.emulate_media(color_scheme="dark")
    await picture(page, folder / f"who-email-dark-{width}.png")
    await page.emulate_media(color_scheme="light")
    await page.get_by_label(say("who-email")).fill(address)
    await page.get_by_role("button", name=say("who-send")).click()
    await picture(page, folder / f"who-code-{width}.png")
    await page.get_by_label(say("who-code")).fill("000000")
    await page.get_by_role("button", name=say("who-go-on")).click()
    await expect(page.locator("#code-error")).to_be_visible()
    await picture(page, folder / f"who-code-wrong-{width}.png")
    await page.get_by_label(say("who-code")).fill(await code(mail, address))
    await page.get_by_role("button", name=say("who-go-on")).click()
    await expect(page.get_by_label(say("join-name"))).to_be_visible()
    await picture(page, folder / f"who-name-{width}.png")


async def into_studio(
    planning: Planning, context: BrowserContext, say: Texts, folder: Path, width: str, mail: MailServer
) -> None:
    address = f"claire-{width}@ville.test"
    page = await context.new_page()
    await page.goto(f"{planning.served.url}/studio")
    await picture(page, folder / f"studio-door-{width}.png")
    await page.get_by_label(say("sign-email")).fill("personne@ville.test")
    await page.get_by_role("button", name=say("sign-ask")).click()
    await page.get_by_label(say("sign-code")).fill("000000")
    await page.get_by_role("button", name=say("sign-enter")).click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await picture(page, folder / f"studio-code-wrong-{width}.png")

    wish = {"name": planning.words["colleague"], "email": address, "role": "facilitator", "language": say.language}
    await planning.ask("POST", "/colleagues", wish)
    link = re.search(r"http\S+/studio/\S+", words(await mail.to(address)))
    assert link
    await page.goto(link[0])
    await picture(page, folder / f"studio-invited-{width}.png")
    await page.goto(planning.entrance)
    for name in ("team", "log", "status"):
        await page.evaluate("where => location.hash = where", name)
        await shown(page, say(name))
        await picture(page, folder / f"studio-{name}-{width}.png")
        if name == "team":
            await page.get_by_role("button", name=say("colleague-revoke")).first.click()
            await picture(page, folder / f"studio-team-revoking-{width}.png")


async def shown(page: Page, title: str) -> None:
    await expect(page.get_by_role("heading", level=1)).to_have_text(title)
    await expect(page.get_by_text("…", exact=True)).to_have_count(0)


async def code(mail: MailServer, address: str) -> str:
    found = re.search(r"\b\d{6}\b", words(await mail.to(address)))
    assert found
    return found[0]
