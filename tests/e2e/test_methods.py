"""Groups read and annotate one another's conclusions, then change tables: on two phones and a desk."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.activities.conclusion import Conclusion
from rooms.activities.remark import Remark
from rooms.agenda import Room
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.people import Facilitator
from tests.evening import writing
from tests.serving import Served
from tests.stage import Stage, set_stage
from web.doors import Entered

GREEN, WAYS = "Végétal", "Mobilités"
TREES, PARKING = "Planter sur les bords.", "Ne plus se garer le samedi."
WATER = "Qui arrose en août ?"


async def set_scene(served: Served) -> tuple[Stage, list[Entered]]:
    """Two groups of one have concluded; they are about to read one another, then to change tables and write again."""
    stage = await set_stage(served, "Réinventer la place")
    for name, paper in ((GREEN, "linden"), (WAYS, "sky")):
        await stage.do("room.add", name=name, paper=paper)
    await stage.add_step("Écrire", groups={"kind": "conclusion", "title": "Que proposez-vous ?"})
    await stage.add_step("Visiter", groups={"kind": "gallery", "title": "Qu’en pensez-vous ?"})
    await stage.add_step("Échanger", groups={"kind": "discussion", "title": "Et maintenant ?"})
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    await stage.do("groups.open", filling="choose")
    await stage.go_to("Écrire")
    for person, (name, text) in zip(people, ((GREEN, TREES), (WAYS, PARKING)), strict=True):
        room = stage.one(Room, name=name)
        await stage.do("person.move", person=person.participant, room=room.id)
        async with writing(stage, person, stage.one(Conclusion, room=room.id).id) as pen:
            await pen.write("agreed", text)
    await stage.do("groups.open")
    await stage.go_to("Visiter")
    await served.until(lambda: all(each.recorded_at is not None for each in stage.every(Conclusion)))
    return stage, people


async def test_groups_annotate_one_another_and_change_tables(served: Served, opened: Opened) -> None:
    stage, (jeanne, karim) = await set_scene(served)
    first = await stage.sit(await opened(**PHONE), jeanne)
    second = await stage.sit(await opened(**PHONE), karim)
    desk = await stage.sit(await opened(**LAPTOP), await stage.enter("Farid", Role.FACILITATOR))
    farid = Facilitator(desk)

    await expect(second.get_by_text(TREES)).to_be_visible()
    await expect(first.get_by_text(PARKING)).to_be_visible()
    await second.get_by_text("Question", exact=True).click()
    await second.get_by_label("En quelques mots").fill(WATER)
    await second.get_by_role("button", name="Envoyer au groupe").click()
    await expect(second.get_by_role("paragraph").filter(has_text=WATER)).to_be_visible()
    await served.until(lambda: len(stage.every(Remark)) == 1)

    await stage.go_to("Écrire")
    remarks = first.locator("details", has_text=re.compile("remarque d’un autre groupe"))
    await expect(remarks).to_contain_text(WATER)
    await expect(second.get_by_text(TREES)).to_have_count(0)

    await farid.press("Changer de table")
    await farid.press("Voir qui va où")
    await expect(desk.get_by_role("row", name=re.compile(GREEN)).last).to_contain_text(WAYS)
    await farid.press("Changer de table maintenant")
    await served.until(lambda: stage.room_of(jeanne).name == WAYS and stage.room_of(karim).name == GREEN)
    await expect(second.get_by_text(TREES).first).to_be_visible()
