"""Coming in in one's own name: into the studio, and into a workshop that asks citizens who they are."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from rooms.permissions import Role
from tests.e2e.conftest import PHONE, Opened
from tests.e2e.judging import Findings
from tests.mail import MailServer, mail_server, words
from tests.planning import entrance
from tests.provider import OpenIdProvider, openid_provider
from tests.serving import Served, serving
from tests.stage import set_stage
from web.app import LOCALES
from web.languages import Catalogues
from web.settings import Settings

TEXTS = Catalogues(LOCALES, "common", "studio", "studio-doors", "pages", "identity", "floor")
FR, EN = TEXTS["fr"], TEXTS["en"]
CLAIRE, JEANNE = "claire@ville.test", "jeanne@exemple.test"


@dataclass(slots=True)
class City:
    served: Served
    mail: MailServer
    provider: OpenIdProvider

    async def code(self, address: str) -> str:
        found = re.search(r"\b\d{6}\b", words(await self.mail.to(address)))
        assert found
        return found[0]


@pytest_asyncio.fixture(loop_scope="session")
async def city(tmp_path: Path, migrated_sqlite: Path) -> AsyncIterator[City]:
    shutil.copy(migrated_sqlite, tmp_path / "palabre.sqlite3")
    async with mail_server() as mail, openid_provider() as provider:
        await provider.person(CLAIRE, CLAIRE)
        settings = Settings(
            data=tmp_path,
            database=f"sqlite:///{tmp_path / 'palabre.sqlite3'}",
            url="http://127.0.0.1",
            port=0,
            mail=mail.settings,
            openid=provider.settings,
        )
        async with serving(settings) as served:
            yield City(served, mail, provider)


async def is_in(page: Page) -> None:
    await expect(page.get_by_role("heading", level=1)).to_have_text(FR("nav-all"), timeout=30_000)


async def leave(city: City, page: Page) -> None:
    await page.get_by_role("button", name=FR("studio-quit")).click()
    await page.wait_for_url(f"{city.served.url}/")


async def test_a_colleague_is_invited_signs_in_and_is_shut_out(city: City, opened: Opened, browser: Browser) -> None:
    findings = Findings()
    admin = await (await opened()).new_page()
    await admin.goto(await entrance(city.served, "Awa"))
    await is_in(admin)
    await admin.get_by_role("link", name=FR("team")).click()
    colleagues = admin.get_by_role("region", name=FR("colleagues"))
    await colleagues.get_by_label(FR("colleague-name"), exact=True).fill("Claire")
    await colleagues.get_by_label(FR("sign-email")).fill(CLAIRE)
    await colleagues.get_by_role("button", name=FR("colleague-invite"), exact=True).click()
    await expect(colleagues.get_by_role("status")).to_contain_text(CLAIRE)
    await findings.judge("colleagues", admin)

    link = re.search(r"http\S+/studio/\S+", words(await city.mail.to(CLAIRE)))
    assert link
    page = await (await opened(**PHONE)).new_page()
    await page.goto(link[0])
    await page.get_by_role("button", name=FR("invited-accept")).click()
    await is_in(page)
    await leave(city, page)

    await page.goto(f"{city.served.url}/studio#workshop/w1")
    await page.get_by_label(FR("sign-email")).fill(CLAIRE)
    await findings.judge("the door", page)
    await page.get_by_label(FR("sign-email")).press("Enter")
    await expect(page.get_by_label(FR("sign-code"))).to_be_focused()
    await page.reload()
    await page.get_by_label(FR("sign-code")).fill(await city.code(CLAIRE))
    await findings.judge("the code", page)
    await page.get_by_label(FR("sign-code")).press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Atelier", timeout=30_000)
    await leave(city, page)

    # Not watched: the provider's own pages ask others for their looks, which nobody needs here.
    async with await browser.new_context(locale="fr-FR") as elsewhere:
        await elsewhere.route(lambda url: "127.0.0.1" not in url, lambda route: route.abort())
        page = await elsewhere.new_page()
        await page.goto(f"{city.served.url}/studio#workshop/w1")
        await page.get_by_role("button", name="Agora").click()
        await page.get_by_placeholder("sub").fill(CLAIRE)
        await page.get_by_role("button", name="Authorize").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Atelier", timeout=30_000)
        assert page.url == f"{city.served.url}/studio#workshop/w1"

        await admin.reload()
        await colleagues.get_by_role("button", name=FR("colleague-revoke")).click()
        await colleagues.get_by_role("alert").get_by_role("button", name=FR("colleague-revoke")).click()
        await expect(colleagues.get_by_text(CLAIRE)).to_have_count(0)
        await page.reload()
        await expect(page.get_by_label(FR("sign-email"))).to_be_visible()

    await admin.get_by_role("link", name=FR("log")).click()
    await expect(admin.get_by_text(FR("act-colleague-revoke"))).to_be_visible()
    await findings.judge("the log", admin)
    await admin.get_by_role("link", name=FR("status")).click()
    await expect(admin.get_by_text(FR("status-disk"))).to_be_visible()
    await findings.judge("the status", admin)
    assert findings.barriers == []
    assert findings.overflowing == []


async def test_a_citizen_comes_in_by_a_code_on_a_phone(city: City, opened: Opened) -> None:
    findings, stage = Findings(), await set_stage(city.served, "Place du marché")
    await stage.do("workshop.identity", identity="email")
    page = await (await opened(**PHONE)).new_page()
    await page.goto(stage.link(Role.PARTICIPANT))
    await page.get_by_label(FR("who-email")).fill(JEANNE)
    await findings.judge("the address", page)
    await page.get_by_label(FR("who-email")).press("Enter")
    await expect(page.get_by_label(FR("who-code"))).to_be_focused()
    code = await city.code(JEANNE)
    # Whoever reads their mail comes back to a page that the phone has thrown away.
    await page.reload()
    await expect(page.get_by_label(FR("who-code"))).to_be_focused()
    await page.get_by_role("link", name="English").click()
    await expect(page.get_by_label(EN("who-code"))).to_be_focused()
    await page.get_by_label(EN("who-code")).fill("no")
    await page.get_by_label(EN("who-code")).press("Enter")
    await expect(page.locator("#code-error")).to_be_visible()
    await findings.judge("the code", page)
    await page.get_by_label(EN("who-code")).fill(code)
    await page.get_by_label(EN("who-code")).press("Enter")
    await page.get_by_label(EN("join-name")).fill("Jeanne")
    await page.get_by_label(EN("join-name")).press("Enter")
    await expect(page.get_by_role("button", name=EN("hand-raise")).first).to_be_visible(timeout=30_000)
    assert city.mail.letters == [], "one letter was enough"

    # Known again on another phone, no name is asked.
    page = await (await opened(**PHONE)).new_page()
    await page.goto(stage.link(Role.PARTICIPANT))
    await page.get_by_label(FR("who-email")).fill(JEANNE)
    await page.get_by_label(FR("who-email")).press("Enter")
    await page.get_by_label(FR("who-code")).fill(await city.code(JEANNE))
    await page.get_by_label(FR("who-code")).press("Enter")
    await expect(page.get_by_role("button", name=FR("hand-raise")).first).to_be_visible(timeout=30_000)
    assert findings.barriers == []
    assert findings.overflowing == []
