"""The agenda in the facilitator's hands: paused, let go on alone, recalled, and caught up when it is late."""

from __future__ import annotations

import re

from playwright.async_api import Page, expect

from rooms.agenda import Room, Step
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.evening import board
from tests.serving import Served
from tests.stage import Stage, set_stage
from web.doors import Entered

IDEAS, CHOICE, WORDS, END = "Idées", "Choix", "Mots", "Ensemble"
READY = re.compile("J’ai fini")


async def set_scene(served: Served) -> tuple[Stage, list[Entered]]:
    """Two groups of one, in the first of three steps for them; a fourth is for all."""
    stage = await set_stage(served, "Réinventer la place")
    for name in ("Mobilités", "Végétal"):
        await stage.do("room.add", name=name)
    for title in (IDEAS, CHOICE, WORDS):
        await stage.add_step(title, groups=board(f"{title} ?", "", ["Ici"], hidden=False), minutes=10)
    await stage.add_step(END, plenary={"kind": "discussion"}, minutes=10)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    await stage.do("groups.open", filling="choose")
    for person, name in zip(people, ("Mobilités", "Végétal"), strict=True):
        await stage.do("group.choose", person, room=stage.one(Room, name=name).id)
    await stage.do("groups.open")
    await stage.go_to(IDEAS)
    return stage, people


async def is_at(page: Page, title: str) -> None:
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"{title} ?")


async def test_a_facilitator_pauses_lets_rooms_go_on_recalls_them_and_catches_up(
    served: Served, opened: Opened
) -> None:
    stage, (jeanne, karim) = await set_scene(served)
    farid = await stage.enter("Farid", Role.FACILITATOR)
    desk = await stage.sit(await opened(**LAPTOP), farid)
    one = await stage.sit(await opened(**PHONE), jeanne)
    other = await stage.sit(await opened(**PHONE), karim)
    found = Findings()

    def ideas() -> Step:
        return stage.one(Step, title=IDEAS)

    await desk.get_by_role("button", name="Mettre en pause").click()
    await expect(one.get_by_role("timer")).to_contain_text("En pause")
    await desk.keyboard.press("p")
    await expect(one.get_by_role("timer")).not_to_contain_text("En pause")
    await expect(desk.get_by_role("button", name="Mettre en pause")).to_be_visible()
    before = ideas().ends_at or 0
    await desk.keyboard.press("-")
    await served.until(lambda: (ideas().ends_at or 0) == before - 60_000)

    await desk.get_by_role("button", name="Laisser avancer seules").click()
    form = desk.get_by_role("dialog")
    await form.get_by_role("checkbox", name="Végétal").uncheck()
    await form.get_by_label("Jusqu’à").select_option(CHOICE)
    await found.judge("releasing rooms", desk)
    await form.get_by_role("button", name="Laisser avancer").click()
    await expect(one.get_by_text("Lire la consigne à voix haute")).to_be_visible()
    await expect(desk.get_by_text("À son rythme", exact=True)).to_be_visible()
    await other.get_by_role("button", name=READY).click()
    await expect(desk.get_by_text("1/1")).to_be_visible()
    await is_at(other, IDEAS)

    await one.get_by_role("button", name=READY).click()
    await is_at(one, CHOICE)
    await is_at(other, IDEAS)
    await found.judge("a released room, phone", one)
    await one.reload()
    await is_at(one, CHOICE)
    await one.get_by_role("button", name=READY).focus()
    await one.keyboard.press("Enter")
    await expect(one.get_by_text("Votre groupe a terminé.")).to_be_visible()
    await expect(desk.get_by_text("A terminé, attend les autres")).to_be_visible()
    await found.judge("the desk with a released room", desk)

    await desk.get_by_role("button", name="Rappeler la salle à la plénière").click()
    await is_at(one, IDEAS)
    await expect(one.get_by_text("Lire la consigne à voix haute")).to_be_hidden()

    step = ideas()
    await stage.do("step.extend", step=step.id, ends_at=(step.ends_at or 0) + 12 * 60_000)
    await expect(desk.get_by_text("min de retard")).to_be_visible()
    await desk.get_by_text("Comment rattraper").click()
    shorten = desk.get_by_role("button", name="Raccourcir la suite")
    await expect(desk.get_by_text(re.compile(rf"{CHOICE}.?\s: .?[1-9].? min au lieu de .?10"))).to_be_visible()
    await found.judge("catching up", desk)
    await shorten.focus()
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_text("min de retard")).to_be_hidden()
    assert all(each.planned == 10 for each in stage.every(Step) if each.title != IDEAS)
    assert found.barriers == []
    assert found.overflowing == []
