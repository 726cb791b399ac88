"""Everything can be done without a pointer."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, Page, expect

from rooms.activities.board import Board
from rooms.agenda import Room
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, Opened
from tests.e2e.people import Citizen, with_words
from tests.e2e.scene import QUESTION, open_poll, plenary_board, set_scene, texts_in, write
from tests.serving import Served

TABS_MAX = 80


class Keys:
    """Hands that touch nothing but the keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def reach(self, target: Locator) -> None:
        """By Tab alone."""
        await expect(target).to_be_visible()
        for _ in range(TABS_MAX):
            if await target.evaluate("(element) => element === document.activeElement"):
                return
            await self.page.keyboard.press("Tab")
        pytest.fail(f"Tab does not lead to {target}")

    async def press(self, target: Locator, key: str = "Enter") -> None:
        await self.reach(target)
        await self.page.keyboard.press(key)

    async def press_button(self, name: str | re.Pattern[str]) -> None:
        await self.press(self.page.get_by_role("button", name=name).first)

    async def type(self, text: str) -> None:
        """Into what has the focus."""
        await expect(self.page.locator("textarea:focus, input:focus")).to_have_count(1)
        await self.page.keyboard.type(text)

    async def choose(self, item: str) -> None:
        """From the menu that is open."""
        wanted = self.page.get_by_role("menuitem", name=item)
        await expect(wanted).to_be_visible()
        for _ in range(10):
            if await wanted.evaluate("(element) => element === document.activeElement"):
                break
            await self.page.keyboard.press("ArrowDown")
        await self.page.keyboard.press("Enter")


async def test_a_citizen_joins_writes_moves_comments_and_votes_with_keys(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    karim = await stage.enter("Karim")
    await write(stage, karim, "Le marché du samedi")
    page = await (await opened(**LAPTOP)).new_page()
    keys, jeanne = Keys(page), Citizen(page, "Jeanne")

    await page.goto(stage.link(Role.PARTICIPANT))
    await keys.reach(page.get_by_label("Votre nom"))
    await keys.type("Jeanne")
    await page.keyboard.press("Enter")
    await keys.press_button("Lire et écrire")
    await expect(jeanne.question(QUESTION)).to_be_visible()

    await keys.press_button("Ajouter ici")
    await keys.type("Des bancs")
    await keys.press_button("Ajouter le post-it")
    await expect(jeanne.note("Des bancs")).to_have_count(1)
    assert texts_in(stage, 0) == ["Le marché du samedi", "Des bancs"]

    await keys.reach(jeanne.note("Le marché du samedi"))
    await page.keyboard.press("ArrowDown")
    await expect(jeanne.note("Des bancs")).to_be_focused()
    for key in ("Space", "ArrowUp", "Space"):
        await page.keyboard.press(key)
    await expect(page.get_by_role("article").first).to_contain_text("Des bancs")
    await expect(jeanne.note("Des bancs")).to_be_focused()
    for key in ("Space", "ArrowRight", "Space"):
        await page.keyboard.press(key)
    await expect(page.get_by_role("region", name="Changer").get_by_role("article")).to_contain_text("Des bancs")
    await served.until(lambda: texts_in(stage, 1) == ["Des bancs"])

    await keys.press(jeanne.note("Le marché du samedi").get_by_role("button", name="Commentaires"))
    await keys.reach(page.get_by_role("dialog").get_by_role("textbox"))
    await keys.type("Et celui du mercredi ?")
    await keys.press(page.get_by_role("dialog").get_by_role("button", name="Envoyer"))
    await expect(page.get_by_role("dialog").get_by_text("Et celui du mercredi ?")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)

    await stage.go_to("Priorités")
    poll = await open_poll(stage)
    await keys.press(page.get_by_label("Les arbres"), "Space")
    await keys.press_button("Voter")
    await expect(page.get_by_text("Votre vote est pris en compte.")).to_be_visible()
    assert stage.one(type(poll)).turnout == 1


async def test_a_note_that_is_lifted_can_be_put_back_with_escape(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    jeanne = await stage.enter("Jeanne")
    for text in ("Un", "Deux"):
        await write(stage, jeanne, text)
    page = await stage.sit(await opened(**LAPTOP), jeanne)
    await Keys(page).reach(page.get_by_role("article").filter(has_text="Un"))
    for key in ("Space", "ArrowDown", "Escape"):
        await page.keyboard.press(key)
    await expect(page.get_by_role("article").first).to_contain_text("Un")
    await expect(page.get_by_text("Déplacement annulé.")).to_be_attached()
    assert texts_in(stage, 0) == ["Un", "Deux"]


async def test_a_facilitator_leads_with_keys(served: Served, opened: Opened) -> None:
    stage = await set_scene(served, hidden=True)
    for name in ("Jeanne", "Karim"):
        await stage.enter(name)
    page = await stage.sit(await opened(**LAPTOP), await stage.enter("Samira", Role.FACILITATOR))
    keys = Keys(page)

    begin = page.get_by_role("button", name=with_words("Commencer par ", "Idées"))
    await expect(begin).to_be_visible()
    await page.keyboard.press("g")
    await expect(begin).to_be_focused()
    await page.keyboard.press("Enter")
    await keys.press_button("Dévoiler les post-its")
    await expect(page.get_by_role("button", name="Cacher de nouveau")).to_be_visible()
    assert plenary_board(stage).revealed

    await keys.press_button(re.compile("^Ouvrir les groupes"))
    await keys.press(page.get_by_role("dialog").get_by_role("button", name="Envoyer chacun dans son groupe"))
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert sorted(room.people for room in stage.state.all(Room)) == [0, 0, 1, 1]

    jeanne = page.get_by_role("listitem").filter(has_text="Jeanne")
    await keys.press(jeanne.get_by_role("button", name=re.compile("^Déplacer")))
    await keys.press(page.get_by_role("dialog").get_by_role("button", name="Plénière"))
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await served.until(lambda: stage.room_of(stage.people["Jeanne"]).name == "Plénière")


async def test_the_focus_comes_back_from_a_menu_and_its_dialog(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    jeanne = await stage.enter("Jeanne")
    await write(stage, jeanne, "Des bancs")
    page = await stage.sit(await opened(**LAPTOP), jeanne)
    keys, note = Keys(page), page.get_by_role("article").filter(has_text="Des bancs")
    await keys.press(note.get_by_role("button", name="Autres actions"))
    await keys.choose("Déplacer vers…")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(note.get_by_role("button", name="Autres actions")).to_be_focused()
    assert isinstance(plenary_board(stage), Board)
