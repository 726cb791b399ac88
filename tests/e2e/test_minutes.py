"""Minutes on their way to the public, in the hands of those who take them there."""

from __future__ import annotations

import asyncio
import hashlib

import msgspec
from playwright.async_api import Page, expect

from persistence.minutes import Minutes
from rooms.ids import WorkshopId
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.evening import open_evening
from tests.serving import Served
from tests.stage import Stage

MAKING_MS = 60_000
"""A document in six formats, on a busy machine."""
LEAD = "Quarante personnes ont parlé de la place <script>alert(1)</script>."
ASKED = "Le groupe a aussi parlé des bancs."


def weeks_go_by(kept: Minutes, workshop: WorkshopId) -> None:
    kept.change(workshop, 1, lambda version, _: msgspec.structs.replace(version, amend_until=1))


async def open_minutes(page: Page, stage: Stage) -> None:
    await page.goto(f"{stage.url}/w/{stage.id}/minutes")
    await expect(page.get_by_role("heading", level=1, name="Compte rendu")).to_be_visible()


async def test_minutes_are_worded_amended_approved_published_and_checked(opened: Opened, served: Served) -> None:
    findings = Findings(in_the_dark=False)
    evening = await open_evening(served, "fr")
    stage = evening.stage
    desk = await stage.sit(await opened(**LAPTOP), evening.organizer)
    phone = await stage.sit(await opened(**PHONE), evening.people[0])
    async for _ in evening.moments():
        pass

    await open_minutes(desk, stage)
    await desk.get_by_role("button", name="Faire le compte rendu").click()
    await desk.get_by_role("button", name="Modifier les mots").click(timeout=MAKING_MS)
    await desk.get_by_label("Chapeau").fill(LEAD)
    await desk.get_by_label("Note de la rédaction").first.fill("L’ordre du jour a été tenu.")
    await findings.judge("organizer, wording", desk)
    await desk.get_by_role("button", name="Garder les mots").first.click()
    await expect(desk.get_by_text(LEAD)).to_be_visible()
    await desk.get_by_role("button", name="Ouvrir aux amendements").click()
    await expect(desk.get_by_text("Ouverte aux amendements")).to_be_visible()

    await open_minutes(phone, stage)
    await phone.get_by_role("button", name="Demander un amendement").first.click()
    await phone.get_by_label("Ce qui devrait être ajouté ici").fill(ASKED)
    await findings.judge("attendee, asking", phone)
    await phone.get_by_role("button", name="Envoyer").click()
    await expect(phone.get_by_text(ASKED)).to_be_visible()

    await desk.reload()
    await desk.get_by_role("button", name="Accepter").click()
    await expect(desk.get_by_text("Amendement accepté", exact=True)).to_be_visible()
    await expect(desk.get_by_text("Les amendements sont encore possibles")).to_be_visible()
    await asyncio.to_thread(weeks_go_by, Minutes(served.house.engine), stage.id)
    await desk.reload()
    await desk.get_by_role("button", name="Approuver").click()
    await desk.get_by_role("button", name="Publier").click()
    await expect(desk.get_by_role("link", name="Voir la page publique")).to_be_visible(timeout=MAKING_MS)
    await findings.judge("organizer, published", desk)
    address = await desk.get_by_role("link", name="Voir la page publique").get_attribute("href")
    assert address is not None

    stranger = await (await opened(**PHONE)).new_page()
    await stranger.goto(f"{served.url}{address}")
    await expect(stranger.get_by_text(LEAD)).to_be_visible()
    await expect(stranger.get_by_text(ASKED)).to_be_visible()
    await findings.judge("stranger", stranger)
    async with stranger.expect_download() as download:
        await stranger.get_by_role("link", name="PDF").click()
    body = await asyncio.to_thread((await (await download.value).path()).read_bytes)
    assert body.startswith(b"%PDF")
    await expect(stranger.get_by_text(hashlib.sha256(body).hexdigest())).to_be_visible()
    assert findings.barriers == []
    assert findings.overflowing == []
