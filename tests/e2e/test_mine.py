"""On a phone and by keyboard: see what one wrote, keep a way back, be forgotten."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from rooms.activities.board import Note
from rooms.people import Participant
from tests.e2e.conftest import PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.test_keyboard import Keys
from tests.serving import Served
from tests.stage import Stage, set_stage

BOARD = {"kind": "board", "title": "Quoi ?", "columns": [{"id": "keep", "title": "Garder"}], "hidden": False}
TEXT = "Un banc à l'ombre <b>tout de suite</b>"


async def set_scene(served: Served) -> Stage:
    """Amina has written a note in a workshop that is over."""
    stage = await set_stage(served)
    await stage.add_step("Idées", plenary=BOARD)
    await stage.go_to("Idées")
    amina = await stage.enter("Amina")
    (board,) = stage.state.shelf("kind", "board")
    await stage.do("note.write", amina, activity=board.id, column="keep", text=TEXT)
    await stage.do("workshop.close")
    return stage


async def open_page(stage: Stage, opened: Opened, language: str) -> Page:
    """From the room, which is over."""
    page = await stage.sit(await opened(language, **PHONE), stage.people["Amina"])
    await page.get_by_role("main").get_by_role("link").click()
    await expect(page.get_by_text(TEXT)).to_be_visible()
    return page


async def test_one_reads_comes_back_elsewhere_and_is_forgotten_with_keys(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    page = await open_page(stage, opened, "fr-FR")
    keys = Keys(page)
    await keys.press_button("Montrer mon lien")
    await expect(page.locator("[data-qr]")).to_be_visible()
    url = await page.locator("[data-url]").inner_text()

    elsewhere = await (await opened(**PHONE)).new_page()
    await elsewhere.goto(url)
    await Keys(elsewhere).press_button("Continuer comme")
    await expect(elsewhere.get_by_text(TEXT)).to_be_visible()

    async with page.expect_download() as download:
        await keys.press_button("Télécharger")
    assert (await download.value).suggested_filename.endswith(".zip")

    await keys.reach(page.get_by_role("radio").first)
    await page.keyboard.press("ArrowDown")
    await keys.press(page.get_by_role("checkbox"), "Space")
    await keys.press_button("Effacer")
    await expect(page.get_by_role("heading", name="C’est effacé")).to_be_visible()
    assert stage.one(Participant, id=stage.people["Amina"].participant).name == ""
    assert stage.one(Note).text == ""

    await elsewhere.reload()
    await expect(elsewhere.get_by_text("Ce navigateur ne sait pas qui vous êtes")).to_be_visible()
    await elsewhere.goto(url)
    await expect(elsewhere.get_by_role("heading", name="Ce lien a été retiré")).to_be_visible()


@pytest.mark.parametrize("language", ["fr-FR", "ar"])
async def test_the_page_is_for_everybody(served: Served, opened: Opened, language: str) -> None:
    page = await open_page(await set_scene(served), opened, language)
    findings = Findings()
    await page.locator(".retention > summary").click()
    await page.locator("[data-make]").click()
    await expect(page.locator("[data-qr]")).to_be_visible()
    await findings.judge(language, page)
    assert findings.barriers == []
    assert findings.overflowing == []


async def test_a_browser_that_was_not_there_is_told_what_to_do(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    page = await (await opened(**PHONE)).new_page()
    await page.goto(f"{stage.url}/w/{stage.id}/mine")
    await expect(page.get_by_text("Ce navigateur ne sait pas qui vous êtes")).to_be_visible()
