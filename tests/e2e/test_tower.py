"""Somebody calls for help, somebody makes a mistake, a group ends: at the desk and on the phones of those concerned."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.activities.board import Board
from rooms.activities.discussion import Message
from rooms.agenda import Room, Step
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.people import Citizen, Facilitator, sentence
from tests.e2e.scene import set_scene
from tests.e2e.test_keyboard import Keys
from tests.serving import Served
from tests.stage import Stage


def board_in(stage: Stage, room: Room) -> str:
    return stage.one(Board, room=room.id).id


def asked(stage: Stage) -> str:
    return stage.one(Message, reach="staff").id


async def test_help_is_seen_settled_and_a_mistake_put_back_and_a_group_joins_another(
    served: Served, opened: Opened
) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    await stage.go_to("En groupes")
    jeanne, karim = await stage.enter("Jeanne"), await stage.enter("Karim")
    samira, julien = await stage.enter("Samira", Role.FACILITATOR), await stage.enter("Julien", Role.FACILITATOR)
    await stage.do("groups.open")
    home, other = stage.room_of(jeanne), stage.room_of(karim)
    page = await stage.sit(await opened(**LAPTOP), samira)
    desk, keys = Facilitator(page), Keys(page)
    phone = await stage.sit(await opened(**PHONE), jeanne)
    citizen = Citizen(phone, "Jeanne")
    await citizen.write("Des bancs à l’ombre")
    await stage.do("note.write", karim, activity=board_in(stage, other), column="c1", text="Une fontaine")

    # Help asked on a phone is at the desk, and in its tower; whoever settles it does so for all.
    await phone.keyboard.press("a")
    await phone.get_by_role("textbox").last.fill("Faut-il voter ?")
    await phone.get_by_role("button", name="Envoyer").last.click()
    call = page.get_by_role("article").filter(has_text="Faut-il voter ?")
    await expect(call).to_contain_text(sentence(f"Aide pour {home.name}"))
    await page.keyboard.press("c")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=home.name))
    await expect(row).to_contain_text("Aide pour")
    await expect(page.get_by_role("button", name=re.compile("besoin de quelqu’un"))).to_contain_text("1")
    found = Findings()
    await found.judge("tower", page)
    await stage.do("message.settle", julien, message=asked(stage))
    await expect(call).to_have_count(0)
    await expect(row).not_to_contain_text("Aide pour")
    await page.keyboard.press("c")

    # A step begun by mistake, by keys alone: back at once, unless somebody has gone on meanwhile.
    await stage.go_to("Idées")
    await page.keyboard.press("g")
    following = page.get_by_role("button", name=re.compile("^Passer à"))
    await expect(following).to_be_focused()
    # Right after a change of step it rests.
    await expect(following).to_be_enabled()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status").filter(has_text="Priorités")).to_be_visible()
    await page.keyboard.press("u")
    await served.until(lambda: stage.one(Step, title="Idées").id == stage.workshop.step)
    await stage.go_to("En groupes")

    # Leading is taken over, and the other knows.
    await stage.do("workshop.lead", julien, person=julien.participant, seen=None)
    await page.keyboard.press("l")
    await keys.press(page.get_by_role("dialog").get_by_role("button", name="Prendre la main"))
    await served.until(lambda: stage.workshop.lead == samira.participant)
    await page.keyboard.press("Escape")

    # A group joins another: nobody is left behind, and what they wrote comes along.
    card = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=home.name))
    await card.get_by_role("button", name=re.compile("Actions")).click()
    await page.get_by_role("menuitem", name="Réunir ou fermer").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label(sentence(f"Ils rejoignent {other.name}")).check()
    await dialog.get_by_label("Tout de suite").check()
    await desk.submit("Mettre fin au groupe")
    await expect(citizen.note("Des bancs à l’ombre")).to_contain_text(home.name)
    await expect(citizen.note("Une fontaine")).to_be_visible()
    assert stage.room_of(jeanne).id == other.id
    assert home.id not in {room.id for room in stage.every(Room)}
    assert (found.barriers, found.overflowing) == ([], [])


async def test_a_thumb_leads_from_a_phone(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    jeanne = await stage.enter("Jeanne")
    page = await stage.sit(await opened(**PHONE), await stage.enter("Samira", Role.FACILITATOR))
    desk = Facilitator(page)
    panels = page.get_by_role("navigation", name=re.compile("."))
    await stage.do("message.send", jeanne, text="On ne m’entend pas", reach="staff")
    await desk.go_on("Priorités")
    await expect(page.get_by_role("button", name="Annuler")).to_be_visible()
    await desk.announce("Encore cinq minutes")
    await panels.get_by_role("button", name=re.compile("Groupes|Salles")).click()
    await desk.open_groups()
    await desk.press("Rappeler dans 60 s")
    await desk.press("Maintenant")
    await served.until(lambda: stage.workshop.groups == "closed")
    await panels.get_by_role("button", name=re.compile("Personnes")).click()
    await page.get_by_role("article").get_by_role("button", name="Répondre").click()
    await page.get_by_role("dialog").get_by_label("Message", exact=True).fill("J’arrive")
    await desk.submit("Envoyer")
    await expect(page.get_by_text("Rien ne vous attend.")).to_be_visible()
    found = Findings(in_the_dark=False)
    await found.judge("phone", page)
    assert (found.barriers, found.overflowing) == ([], [])
