"""Hands, turns and the microphone that follows them, also before a stage; a turn that is typed and read meanwhile."""

from __future__ import annotations

import asyncio
import logging
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from media.host import Worker, WorkerArguments
from rooms.activities.discussion import Message
from rooms.agenda import Room, RoomKind
from rooms.floor import FloorTurn
from rooms.permissions import Role
from tests.e2e.chromium import CALLING, chromium
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.people import arrive, come_with, sentence, with_words
from tests.e2e.scene import set_scene
from tests.serving import Served, serving
from web.settings import Settings

SOON_MS = 20_000
log = logging.getLogger(__name__)
# When these words were there, by the clock that all pages of a machine share.
SEEN_AT = """(words) => new Promise((resolve) => {
  const look = () => document.body.innerText.includes(words) ? resolve(Date.now()) : requestAnimationFrame(look);
  look();
})"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """With a microphone, which beeps once a second."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=CALLING)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def served(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> AsyncIterator[Served]:
    data = tmp_path_factory.mktemp("data")
    shutil.copy(migrated_sqlite, data / "palabre.sqlite3")
    settings = Settings(data=data, database=f"sqlite:///{data / 'palabre.sqlite3'}", url="http://127.0.0.1", port=0)
    async with serving(settings, media=Worker(WorkerArguments())) as running:
        yield running


async def raise_hand(page: Page, *also: str) -> None:
    await page.get_by_role("button", name="Lever la main").click()
    sheet = page.get_by_role("dialog")
    for label in also:
        await sheet.get_by_label(label).check()
    await sheet.get_by_role("button", name="Lever la main").click()
    await expect(sheet).to_have_count(0)


def row(desk: Page, name: str) -> Locator:
    return desk.get_by_role("region", name="Mains levées").get_by_role("listitem").filter(has_text=name)


async def test_the_microphone_follows_the_floor_and_a_typed_turn_is_read_as_it_is_typed(
    served: Served, opened: Opened
) -> None:
    stage = await set_scene(served)
    plenary = stage.one(Room, room_kind=RoomKind.PLENARY).id
    await stage.go_to("Idées")
    await stage.do("room.stage", room=plenary, stage="speakers")
    jeanne = await (await opened(**PHONE)).new_page()
    await jeanne.goto(stage.link(Role.PARTICIPANT))
    await arrive(jeanne, "Jeanne")
    await come_with(jeanne, "Avec micro et caméra")
    karim = await stage.sit(await opened(**PHONE), await stage.enter("Karim"))
    desk = await stage.sit(await opened(**LAPTOP), await stage.enter("Samira", Role.FACILITATOR))

    await raise_hand(jeanne)
    await expect(jeanne.get_by_text("Vous êtes en tête")).to_be_visible()
    await karim.keyboard.press("h")
    await karim.get_by_role("dialog").get_by_label("Écrire plutôt que parler").check()
    await karim.get_by_role("dialog").get_by_role("button", name="Lever la main").click()
    await expect(karim.get_by_text(sentence("Vous êtes 2e"))).to_be_visible()

    await row(desk, "Karim").get_by_role("button", name=re.compile("Déplacer")).press("ArrowUp")
    await expect(jeanne.get_by_text(sentence("Vous êtes 2e"))).to_be_visible()
    await row(desk, "Jeanne").get_by_role("button", name=re.compile("Actions")).click()
    await desk.get_by_role("menuitem", name="À son tour").click()
    await expect(jeanne.get_by_role("heading", name="C’est votre tour")).to_be_visible()
    await jeanne.get_by_role("button", name="Micro coupé", exact=True).click()
    await expect(desk.get_by_role("region", name="Mains levées").get_by_role("timer")).to_be_visible()
    await desk.get_by_role("button", name="Écouter cette salle").click()
    await expect(desk.get_by_text(with_words("", "Jeanne parle")).first).to_be_visible(timeout=SOON_MS)

    await desk.keyboard.press("h")
    await expect(jeanne.get_by_role("button", name="Micro réservé", exact=True)).to_be_visible()
    field = karim.get_by_label("Votre texte")
    await field.press_sequentially("Des bancs à l’ombre. Et de l’", delay=40)
    seen = asyncio.create_task(jeanne.evaluate(SEEN_AT, "de l’eau"))
    await field.press_sequentially("eau")
    typed_at = await karim.evaluate("Date.now()")
    log.info("words were seen %d ms after they were typed", await seen - typed_at)
    await expect(jeanne.get_by_role("region", name=re.compile("Karim.*écrit à son tour"))).to_contain_text("Des bancs")

    # Half under the bar a button is smaller than it is.
    await jeanne.get_by_role("button", name="J’ai fini").evaluate("button => button.scrollIntoView({block: 'center'})")
    findings = Findings()
    for name, page in (("reading", jeanne), ("typing", karim), ("hands", desk)):
        await findings.judge(name, page)
    assert not findings.barriers, "\n".join(findings.barriers)
    await karim.reload()
    await expect(karim.get_by_label("Votre texte")).to_have_value("Des bancs à l’ombre. Et de l’eau")
    await karim.get_by_role("button", name="Parler plutôt qu’écrire").click()
    await served.until(lambda: bool(stage.every(Message, text="Des bancs à l’ombre. Et de l’eau")))
    await karim.get_by_role("button", name="Écrire plutôt que parler").click()
    await expect(karim.get_by_label("Votre texte")).to_have_value("Des bancs à l’ombre. Et de l’eau")
    await karim.get_by_role("button", name="Terminer mon tour").click()
    await expect(jeanne.get_by_role("region", name=re.compile("écrit à son tour"))).to_have_count(0)
    await expect(karim.get_by_role("button", name="Lever la main")).to_be_visible()
    said = stage.one(Message, text="Des bancs à l’ombre. Et de l’eau")
    assert stage.one(FloorTurn, id=said.said_in).ended_at


async def test_a_fishbowl_fills_its_chairs_and_who_watches_a_plenary_comes_on_stage_when_given_the_floor(
    served: Served, opened: Opened
) -> None:
    stage = await set_scene(served)
    plenary = stage.one(Room, room_kind=RoomKind.PLENARY).id
    await stage.go_to("Idées")
    await stage.do("floor.set", room=plenary, policy="first_come", seats=1)
    await stage.do("workshop.media", media="video", plenary_most=1)
    desk = await stage.sit(await opened(**LAPTOP), await stage.enter("Samira", Role.FACILITATOR))
    karim = await stage.sit(await opened(**PHONE), await stage.enter("Karim"))
    jeanne = await (await opened(**PHONE)).new_page()

    # Two people are more than this plenary holds: the desk proposes to have it watched.
    await stage.enter("Lina")
    alerts = desk.get_by_role("region", name=re.compile("À traiter"))
    await alerts.get_by_role("button", name="Faire suivre en direct").click()
    await expect(desk.get_by_text("Suivie en direct").first).to_be_visible(timeout=SOON_MS)
    await jeanne.goto(stage.link(Role.PARTICIPANT))
    await arrive(jeanne, "Jeanne")
    reserved = jeanne.get_by_role("button", name="Micro réservé", exact=True)
    await expect(reserved).to_be_visible(timeout=SOON_MS)
    await expect(jeanne.get_by_role("dialog")).to_have_count(0)
    await raise_hand(jeanne)
    await expect(row(desk, "Jeanne")).to_be_visible(timeout=SOON_MS)
    await desk.keyboard.press("h")
    await expect(jeanne.get_by_role("heading", name="C’est votre tour")).to_be_visible(timeout=SOON_MS)
    await jeanne.get_by_role("main").get_by_role("button", name="Parler", exact=True).click()
    await come_with(jeanne, "Avec micro et caméra", is_muted=False)
    await desk.get_by_role("button", name="Écouter cette salle").click()
    await expect(desk.get_by_text(with_words("", "Jeanne parle")).first).to_be_visible(timeout=SOON_MS)
    await jeanne.get_by_role("button", name="Terminer mon tour").click()
    await expect(reserved).to_be_visible(timeout=SOON_MS)

    await stage.do("room.stage", room=plenary, stage="fishbowl")
    await raise_hand(karim)
    await expect(karim.get_by_role("heading", name="Vous êtes au centre")).to_be_visible(timeout=SOON_MS)
    await raise_hand(jeanne)
    await expect(jeanne.get_by_role("region", name="Tour de parole").get_by_text("Vous êtes en tête")).to_be_visible(
        timeout=SOON_MS
    )
    await karim.get_by_role("button", name="Quitter ma chaise").click()
    await expect(jeanne.get_by_role("heading", name="Vous êtes au centre")).to_be_visible(timeout=SOON_MS)
