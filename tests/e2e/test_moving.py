"""A note is moved with a mouse, with a finger, or from a list: three ways to the same end."""

from __future__ import annotations

from playwright.async_api import Page, expect

from rooms.activities.board import Note
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.finger import Point, at, finger_on
from tests.e2e.people import Citizen, with_words
from tests.e2e.scene import set_scene, texts_in, write
from tests.serving import Served
from tests.stage import Stage
from web.doors import Entered


async def board_of_two(served: Served) -> tuple[Stage, Entered]:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    jeanne = await stage.enter("Jeanne")
    for text in ("Les tilleuls", "La fontaine"):
        await write(stage, jeanne, text)
    return stage, jeanne


async def drag(page: Page, start: Point, end: Point) -> None:
    await page.mouse.move(*start)
    await page.mouse.down()
    await page.mouse.move(*end, steps=8)
    await page.mouse.up()


async def test_a_mouse_drags_a_note_to_another_column(served: Served, opened: Opened) -> None:
    stage, jeanne = await board_of_two(served)
    page = await stage.sit(await opened(**LAPTOP), jeanne)
    note = page.get_by_role("article").filter(has_text="Les tilleuls")
    await expect(note).to_be_visible()
    await drag(page, await at(note), await at(page.locator("[data-column=c2]")))
    await expect(page.get_by_role("region", name="Changer").get_by_role("article")).to_contain_text("Les tilleuls")
    await served.until(lambda: texts_in(stage, 1) == ["Les tilleuls"])


async def test_a_mouse_lays_a_note_on_another(served: Served, opened: Opened) -> None:
    stage, jeanne = await board_of_two(served)
    page = await stage.sit(await opened(**LAPTOP), jeanne)
    notes = page.get_by_role("article")
    await expect(notes).to_have_count(2)
    await drag(page, await at(notes.nth(1)), await at(notes.nth(0)))
    await expect(page.get_by_text("post-its groupés")).to_be_visible()
    await served.until(lambda: len({note.stack for note in stage.every(Note)} - {None}) == 1)


async def test_a_finger_that_presses_and_holds_moves_a_note(served: Served, opened: Opened) -> None:
    stage, jeanne = await board_of_two(served)
    page = await stage.sit(await opened(**PHONE), jeanne)
    finger, notes = await finger_on(page), page.get_by_role("article")
    await expect(notes).to_have_count(2)
    start, end = await at(notes.nth(0), 0.3), await at(notes.nth(1), 0.95)
    await finger.hold(start, page.locator(".note.lifted"))
    await finger.slide(start, end)
    await finger.lift()
    await expect(notes.nth(0)).to_contain_text("La fontaine")
    await expect(page.locator(".note.lifted")).to_have_count(0)
    await served.until(lambda: texts_in(stage, 0) == ["La fontaine", "Les tilleuls"])


async def test_a_finger_carries_a_note_over_the_tab_of_another_column(served: Served, opened: Opened) -> None:
    stage, jeanne = await board_of_two(served)
    page = await stage.sit(await opened(**PHONE), jeanne)
    finger, tab = await finger_on(page), page.get_by_role("tab", name="Changer")
    start, over = await at(page.get_by_role("article").nth(0), 0.3), await at(tab)
    await finger.hold(start, page.locator(".note.lifted"))
    await finger.slide(start, over)
    await expect(tab).to_have_attribute("aria-selected", "true")
    await finger.slide(over, await at(page.locator("[data-column=c2]")))
    await finger.lift()
    await expect(page.get_by_role("article")).to_contain_text("Les tilleuls")
    await served.until(lambda: texts_in(stage, 1) == ["Les tilleuls"])


async def test_a_swipe_moves_no_note(served: Served, opened: Opened) -> None:
    stage, jeanne = await board_of_two(served)
    page = await stage.sit(await opened(**PHONE), jeanne)
    finger = await finger_on(page)
    note = page.get_by_role("article").nth(0)
    await expect(note).to_be_visible()
    start = await at(note, 0.3)
    await finger.touch("touchStart", start)
    await finger.slide(start, (start[0], start[1] - 200), steps=3)
    await expect(page.locator(".note.lifted")).to_have_count(0)
    await finger.lift()
    assert texts_in(stage, 0) == ["Les tilleuls", "La fontaine"]


async def test_the_list_of_places_moves_a_note_too(served: Served, opened: Opened) -> None:
    stage, jeanne = await board_of_two(served)
    page = await stage.sit(await opened(**PHONE), jeanne)
    citizen = Citizen(page, "Jeanne")
    await citizen.act_on("Les tilleuls", "Déplacer vers…")
    await page.get_by_role("button", name=with_words("Après « ", "La fontaine")).click()
    await expect(page.get_by_role("article").nth(1)).to_contain_text("Les tilleuls")
    await citizen.act_on("Les tilleuls", "Déplacer vers…")
    await page.get_by_role("group").filter(has_text="Changer").get_by_role("button", name="Au début").click()
    await expect(page.get_by_role("article")).to_contain_text("Les tilleuls")
    await served.until(lambda: texts_in(stage, 1) == ["Les tilleuls"])
