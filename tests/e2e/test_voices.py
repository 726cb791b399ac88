"""How people come, with a microphone or without, and what they then see and hear of each other."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright, expect

from media.host import Worker, WorkerArguments
from rooms.agenda import Media, Room, RoomKind
from rooms.people import Participant
from rooms.permissions import Role
from tests.e2e.chromium import CALLING, chromium
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.people import arrive, come_with, read_and_write, with_words
from tests.e2e.scene import set_scene
from tests.e2e.test_keyboard import Keys
from tests.serving import Served, serving
from tests.stage import Stage
from web.settings import Settings

ASKED = "Comment venez-vous ?"
ALONE = "Personne d’autre n’est venu"
SOON_MS = 20_000
COUNT_ASKING = """(() => {
  window.asked = { devices: 0, connections: 0 };
  const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
  if (ask) navigator.mediaDevices.getUserMedia = (wanted) => { window.asked.devices += 1; return ask(wanted); };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...given) { super(...given); window.asked.connections += 1; }
  };
})()"""
# How often a picture that was there goes away, whatever is said of its person meanwhile.
COUNT_DARK = """() => {
  window.dark = 0;
  const count = (video) => () => (window.dark += video.hasAttribute("data-live") ? 0 : 1);
  for (const video of document.querySelectorAll("video[data-live]")) {
    new MutationObserver(count(video)).observe(video, { attributes: true, attributeFilter: ["data-live"] });
  }
}"""
REFUSE = """(() => {
  if (!navigator.mediaDevices) return;
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
})()"""

OPEN_SLOWLY = """(() => {
  const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
  if (ask) navigator.mediaDevices.getUserMedia = async (wanted) => {
    await new Promise((resolve) => (window.agree = resolve));
    return ask(wanted);
  };
})()"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """With a camera and a microphone, which beeps once a second."""
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


async def come(context: BrowserContext, stage: Stage, name: str, role: Role = Role.PARTICIPANT) -> Page:
    """Up to the question how one comes."""
    page = await context.new_page()
    await page.goto(stage.link(role))
    await arrive(page, name)
    return page


def faces(page: Page) -> Locator:
    """On a wide screen beside what people do, and above it, large."""
    here = re.compile("Dans la salle|En grand")
    return page.get_by_role("region", name=here).or_(page.get_by_role("complementary", name=here))


def plenary(stage: Stage) -> Room:
    return stage.one(Room, room_kind=RoomKind.PLENARY)


async def test_three_ways_are_equally_large_and_nothing_is_asked_before_one_is_chosen(
    served: Served, opened: Opened
) -> None:
    stage = await set_scene(served)
    context = await opened(**PHONE)
    await context.add_init_script(COUNT_ASKING)
    page = await come(context, stage, "Jeanne")
    await expect(page.get_by_role("heading", name=ASKED)).to_be_focused()
    boxes = [await each.bounding_box() for each in await page.get_by_role("dialog").get_by_role("button").all()]
    assert len(boxes) == 3
    assert len({(round(box["width"]), round(box["height"])) for box in boxes if box}) == 1
    await read_and_write(page)
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert await page.evaluate("window.asked") == {"devices": 0, "connections": 0}


async def test_the_answer_holds_over_a_reload_and_can_be_changed(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    page = await come(await opened(**PHONE), stage, "Jeanne")
    await read_and_write(page)
    await page.reload()
    await expect(page.get_by_text("Vous lisez et écrivez.")).to_be_visible()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.get_by_role("button", name="Parler").click()
    await expect(page.get_by_role("heading", name=ASKED)).to_be_visible()
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Plus").click()
    await page.get_by_role("button", name="Changer ma façon de participer").click()
    await expect(page.get_by_role("heading", name=ASKED)).to_be_visible()


async def test_one_comes_with_a_microphone_by_keys_alone(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    page = await come(await opened(**LAPTOP), stage, "Jeanne")
    keys = Keys(page)
    await keys.press_button(re.compile("^Avec micro On"))
    await expect(page.get_by_role("heading", name="Votre son")).to_be_focused()
    await expect(page.get_by_text("On vous entend bien.")).to_be_visible(timeout=SOON_MS)
    await keys.press_button("Entrer dans la salle")
    await expect(page.get_by_role("button", name="Micro coupé", exact=True)).to_be_visible(timeout=SOON_MS)
    await page.keyboard.press("v")
    await expect(page.get_by_role("button", name="Micro ouvert", exact=True)).to_be_visible()
    await page.keyboard.press("v")
    await expect(page.get_by_text(ALONE)).to_be_visible(timeout=SOON_MS)
    await page.keyboard.down("Space")
    await expect(page.get_by_text("On vous entend", exact=True)).to_be_visible()
    await page.keyboard.up("Space")
    await expect(page.get_by_role("button", name="Micro coupé", exact=True)).to_be_visible()


async def test_a_browser_that_refuses_is_explained_and_one_enters_all_the_same(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    context = await opened(**PHONE)
    await context.add_init_script(REFUSE)
    page = await come(context, stage, "Jeanne")
    await page.get_by_role("button", name="Avec micro et caméra").click()
    refused = page.get_by_role("alert").filter(has_text="Le navigateur refuse le micro et la caméra.")
    await expect(refused).to_be_visible()
    await page.get_by_role("button", name="Retour").click()
    await read_and_write(page)
    await expect(page.get_by_text("Vous lisez et écrivez.")).to_be_visible()


async def test_only_what_the_workshop_has_switched_on_is_asked(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.do("workshop.media", media=Media.AUDIO)
    page = await come(await opened(**PHONE), stage, "Jeanne")
    await expect(page.get_by_role("dialog").get_by_role("button")).to_have_count(2)
    await read_and_write(page)
    await expect(page.get_by_role("button", name="Caméra")).to_have_count(0)
    await stage.do("workshop.media", media=Media.TEXT)
    await expect(page.get_by_role("button", name="Parler")).to_have_count(0)
    other = await come(await opened(**PHONE), stage, "Karim")
    await expect(other.get_by_text("L’atelier n’a pas encore commencé")).to_be_visible()
    await expect(other.get_by_role("dialog")).to_have_count(0)


async def test_people_see_and_hear_each_other_and_staff_keep_order(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    jeanne = await come(await opened(**PHONE), stage, "Jeanne")
    await come_with(jeanne, "Avec micro et caméra")
    karim = await come(await opened(**LAPTOP), stage, "Karim")
    await come_with(karim, "Avec micro et caméra", is_muted=False)
    await expect(faces(karim).locator("button").filter(has_text="Jeanne").first).to_be_visible(timeout=SOON_MS)
    await expect(faces(karim).locator("button video[data-live]").first).to_be_visible(timeout=SOON_MS)
    await karim.evaluate(COUNT_DARK)
    await expect(faces(jeanne).get_by_text("parle", exact=True).first).to_be_visible(timeout=SOON_MS)
    await expect(jeanne.get_by_role("button", name="Micro coupé", exact=True)).to_be_visible()

    desk = await stage.sit(await opened(**LAPTOP), await stage.enter("Samira", Role.FACILITATOR))
    await expect(desk.get_by_text("caméra allumée").first).to_be_attached(timeout=SOON_MS)
    await desk.get_by_role("button", name="Écouter cette salle").click()
    await expect(faces(desk).locator("button").filter(has_text="Karim")).to_be_visible(timeout=SOON_MS)
    await desk.get_by_role("button", name=with_words("Actions pour ", "Karim")).click()
    await desk.get_by_role("menuitem", name="Couper le micro").click()
    await expect(karim.get_by_text("L’équipe a coupé votre micro.")).to_be_visible()
    await karim.get_by_role("button", name="Micro coupé", exact=True).click()
    await expect(karim.get_by_role("button", name="Micro ouvert", exact=True)).to_be_visible()
    assert not stage.one(Participant, name="Karim").muted

    await stage.do("room.stage", room=plenary(stage).id, stage="speakers")
    await jeanne.get_by_role("button", name="Micro réservé", exact=True).click(force=True)
    await expect(jeanne.get_by_text("Seules les personnes qui ont la parole sont entendues").last).to_be_visible()
    await stage.do("floor.give", person=stage.one(Participant, name="Jeanne").id)
    await expect(jeanne.get_by_text("Vous avez la parole.")).to_be_visible()
    await jeanne.get_by_role("button", name="Micro coupé", exact=True).click()
    await expect(jeanne.get_by_role("button", name="Micro ouvert", exact=True)).to_be_visible()
    assert await karim.evaluate("window.dark") == 0


async def test_another_tab_takes_the_call_over_and_gives_it_back(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    context = await opened(**PHONE)
    jeanne = await stage.enter("Jeanne")
    tabs = [await stage.sit(context, jeanne) for _ in range(2)]
    for tab in tabs:
        await tab.get_by_role("button", name="Écouter et voir").click()
        await expect(tab.get_by_text(ALONE)).to_be_visible(timeout=SOON_MS)
    first, second = tabs
    await expect(first.get_by_text("Le son est passé sur un autre onglet ou appareil.")).to_be_visible()
    await first.get_by_role("button", name="Continuer ici").click()
    await expect(second.get_by_text("Le son est passé sur un autre onglet ou appareil.")).to_be_visible(timeout=SOON_MS)


async def test_viewers_listen_with_one_press_and_are_asked_nothing(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    context = await opened(**PHONE)
    await context.add_init_script(COUNT_ASKING)
    page = await come(context, stage, "Une voisine", Role.VIEWER)
    await page.get_by_role("button", name="Écouter et voir").click()
    await expect(page.get_by_text(ALONE)).to_be_visible(timeout=SOON_MS)
    assert (await page.evaluate("window.asked"))["devices"] == 0


@pytest.mark.parametrize("language", ["fr", "ar"])
async def test_coming_has_no_barriers_and_fits(served: Served, opened: Opened, language: str) -> None:
    stage = await set_scene(served)
    found = Findings()
    for device in (PHONE, LAPTOP):
        context = await opened({"fr": "fr-FR", "ar": "ar-MA"}[language], **device)
        page = await stage.sit(context, await stage.enter(f"Jeanne {len(stage.people)}"))
        await page.evaluate("sessionStorage.removeItem(`palabre.asked.${location.pathname.split('/')[2]}`)")
        await page.reload()
        await expect(page.get_by_role("dialog")).to_be_visible()
        await found.judge("ways", page)
        await page.get_by_role("dialog").get_by_role("button").first.click()
        await expect(page.locator("video[data-live]")).to_be_visible(timeout=SOON_MS)
        await found.judge("check", page)
        await page.get_by_role("dialog").locator("button:not([type=button])").click()
        await expect(page.get_by_role("dialog")).to_have_count(0)
        await expect(page.locator("video[data-live]").first).to_be_visible(timeout=SOON_MS)
        await found.judge("in the call", page)
    assert not found.barriers, "\n".join(found.barriers)
    assert not found.overflowing, "\n".join(found.overflowing)


async def test_who_enters_muted_while_devices_still_open_is_muted_and_not_left_in_the_preview(
    served: Served, opened: Opened
) -> None:
    stage = await set_scene(served)
    context = await opened(**PHONE)
    await context.add_init_script(OPEN_SLOWLY)
    jeanne = await come(context, stage, "Jeanne")
    await come_with(jeanne, "Avec micro et caméra")
    await jeanne.wait_for_function("window.agree !== undefined")
    await jeanne.evaluate("agree()")
    karim = await come(await opened(**LAPTOP), stage, "Karim")
    await come_with(karim, "Avec micro et caméra")
    await expect(faces(karim).locator("button video[data-live]").first).to_be_visible(timeout=SOON_MS)
    await expect(jeanne.get_by_role("button", name="Micro coupé", exact=True)).to_be_visible()
    await jeanne.get_by_role("button", name="Micro coupé", exact=True).click()
    await expect(faces(karim).get_by_text("parle", exact=True).first).to_be_visible(timeout=SOON_MS)
