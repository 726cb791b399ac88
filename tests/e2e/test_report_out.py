"""Groups report out, and a common text is made of what they say, with its sources and its dissent."""

from __future__ import annotations

import re

from playwright.async_api import Locator, Page, expect

from rooms.activities.adoption import Standing
from rooms.activities.conclusion import Conclusion
from rooms.activities.poll import Poll
from rooms.activities.report_out import ReportOut
from rooms.activities.statement import Statement
from rooms.agenda import Room
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.people import Citizen, Facilitator, sentence
from tests.e2e.test_keyboard import Keys
from tests.evening import writing
from tests.serving import Served
from tests.stage import Stage, set_stage
from web.doors import Entered

GREEN, WAYS, EMPTY = "Végétal", "Mobilités", "Usages"
TREES, PARKING, DISSENT = "Planter sur les bords.", "Ne plus se garer le samedi.", "Dix places pour les soins."


async def set_scene(served: Served) -> tuple[Stage, list[Entered]]:
    """Two of three groups have concluded, with somebody in each; nobody was in the third."""
    stage = await set_stage(served, "Réinventer la place")
    for name, paper in ((GREEN, "linden"), (WAYS, "sky"), (EMPTY, "lilac")):
        await stage.do("room.add", name=name, paper=paper)
    await stage.add_step("Conclusions", groups={"kind": "conclusion", "title": "Que proposez-vous ?"})
    plan = {"kind": "report_out", "title": "Que retenons-nous ?", "minutes_each": 3}
    await stage.add_step("Mise en commun", plenary=plan)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    await stage.do("groups.open", filling="choose")
    await stage.go_to("Conclusions")
    said = ((GREEN, {"agreed": f"{TREES} Garder le milieu libre."}), (WAYS, {"agreed": PARKING, "minority": DISSENT}))
    for person, (name, texts) in zip(people, said, strict=True):
        room = stage.one(Room, name=name)
        await stage.do("person.move", person=person.participant, room=room.id)
        async with writing(stage, person, stage.one(Conclusion, room=room.id).id) as pen:
            for field, text in texts.items():
                await pen.write(field, text)
    await stage.do("groups.close", at=0)
    await stage.go_to("Mise en commun")
    await served.until(lambda: all(each.recorded_at is not None for each in stage.every(Conclusion)))
    return stage, people


def sheet(page: Page, room: str) -> Locator:
    return page.get_by_role("article", name=room)


def statement(page: Page) -> Locator:
    return page.get_by_role("article", name=re.compile("Énoncé .?1"))


async def test_groups_present_in_turn_and_a_common_text_is_adopted(served: Served, opened: Opened) -> None:
    stage, (jeanne, karim) = await set_scene(served)
    farid = Facilitator(await stage.sit(await opened(**LAPTOP), await stage.enter("Farid", Role.FACILITATOR)))
    phone = await stage.sit(await opened(**PHONE), jeanne)
    laptop = await stage.sit(await opened(**LAPTOP), karim)
    found = Findings()

    await expect(sheet(laptop, GREEN)).to_contain_text("Sa conclusion sera visible ici")
    await farid.press(re.compile(f"Donner la parole à .?{GREEN}"))
    await expect(phone.get_by_text(re.compile(f"{GREEN}.? présente sa conclusion")).first).to_be_visible()
    await expect(phone.get_by_role("region", name="En ce moment").get_by_role("timer")).to_have_text(
        re.compile("[12]:[0-5][0-9]|3:00")
    )
    await expect(sheet(phone, GREEN)).to_contain_text(TREES)
    await expect(sheet(laptop, WAYS)).not_to_contain_text(PARKING)
    await found.judge("presenting, phone", phone)
    await farid.press("+ 1 minute")
    await served.until(lambda: (stage.one(ReportOut).ends_at or 0) > served.house.now() + 3 * 60_000)

    await farid.press(re.compile(f"Donner la parole à .?{WAYS}"))
    await expect(phone.get_by_role("tab", name=WAYS)).to_have_attribute("aria-selected", "true")
    await expect(sheet(phone, WAYS)).to_contain_text(DISSENT)
    await farid.press(re.compile(f"Donner la parole à .?{EMPTY}"))
    await expect(sheet(phone, EMPTY)).to_contain_text("Il n’y avait personne dans ce groupe.")
    await farid.press("Terminer les présentations")
    await expect(laptop.get_by_text("Tous les groupes ont présenté.")).to_be_visible()
    for text in (TREES, PARKING, DISSENT):
        await expect(laptop.get_by_text(text)).to_be_visible()

    green = stage.one(Conclusion, room=stage.one(Room, name=GREEN).id).id
    await stage.do("conclusion.reopen", conclusion=green)
    await expect(sheet(laptop, GREEN)).to_contain_text("Sa conclusion n’est pas montrée en ce moment.")
    await expect(sheet(farid.page, GREEN)).to_contain_text("Ce groupe reprend sa conclusion")
    await sheet(farid.page, GREEN).get_by_role("button", name="Montrer à tous").click()
    await expect(sheet(laptop, GREEN)).to_contain_text(TREES)

    await sheet(farid.page, WAYS).get_by_role("button", name="Reprendre des phrases").click()
    dialog = farid.page.get_by_role("dialog")
    for text in (PARKING, DISSENT):
        await dialog.get_by_label(text).check()
    await expect(dialog.get_by_label("Énoncé", exact=True)).to_have_value(PARKING)
    await expect(dialog.get_by_label("Avis minoritaire", exact=True)).to_have_value(DISSENT)
    await found.judge("picking, desk", farid.page)
    await farid.submit("Ajouter un énoncé")
    await expect(statement(phone)).to_contain_text(sentence("1 groupe pour, aucun contre, 2 n’en ont pas parlé"))

    await statement(farid.page).get_by_role("button", name="Agir sur cet énoncé").click()
    await farid.page.get_by_role("menuitem", name="Positions des groupes").click()
    await dialog.get_by_role("group", name=GREEN).get_by_label("Contre").check()
    await farid.submit("Garder")
    await expect(statement(phone)).to_contain_text(sentence("1 groupe pour, 1 contre, 1 n’en a pas parlé"))
    await statement(phone).get_by_text(re.compile("2.? sources")).click()
    await statement(phone).get_by_role("button", name=re.compile(f"Voir dans la conclusion de .?{WAYS}")).first.click()
    await expect(sheet(phone, WAYS).get_by_role("heading", name="Nous sommes d’accord")).to_be_focused()
    # What was unfolded stays so when the text changes its place.
    for room, is_over in ((stage.one(Room, name=GREEN).id, False), (None, True)):
        seen = stage.one(ReportOut).presenting
        await stage.do("report_out.present", activity=stage.one(ReportOut).id, room=room, seen=seen)
        await expect(phone.get_by_role("heading", name="Conclusions des groupes")).to_be_visible(visible=is_over)
        await expect(statement(phone).get_by_role("blockquote").first).to_be_visible()

    await statement(farid.page).get_by_role("button", name="Agir sur cet énoncé").click()
    await farid.page.get_by_role("menuitem", name="Mettre au vote").click()
    await farid.submit("Ouvrir le vote")
    await expect(statement(phone)).to_contain_text("Au vote")
    for page, name in ((phone, "Jeanne"), (laptop, "Karim")):
        await Citizen(page, name).vote("Pour")
    await found.judge("voting, desk", farid.page)
    row = farid.page.get_by_role("listitem").filter(has_text="Adoptez-vous cet énoncé")
    await row.get_by_role("button", name="Clore").click()
    await row.get_by_role("button", name="Publier le résultat").click()
    await expect(statement(phone)).to_contain_text("Texte adopté")
    await expect(statement(phone)).to_contain_text("pour,")
    assert stage.one(Statement).state is Standing.ADOPTED
    for where, page in (("phone", phone), ("laptop", laptop), ("desk", farid.page)):
        await found.judge(f"adopted, {where}", page)
    assert found.barriers == []
    assert found.overflowing == []

    await phone.reload()
    await expect(statement(phone)).to_contain_text("Texte adopté")


async def test_a_report_out_is_led_with_keys_alone_in_another_language(served: Served, opened: Opened) -> None:
    stage, _ = await set_scene(served)
    page = await stage.sit(await opened("en-GB", **LAPTOP), await stage.enter("Farid", Role.FACILITATOR))
    keys = Keys(page)
    await keys.press_button("Order of groups")
    await keys.press_button(re.compile(f"Let .?{WAYS}.? present earlier"))
    await served.until(lambda: stage.one(ReportOut).turns[0].room == stage.one(Room, name=WAYS).id)
    await page.keyboard.press("Escape")
    await keys.press_button(re.compile(f"Give the floor to .?{WAYS}"))
    await served.until(lambda: stage.one(ReportOut).presenting is not None)
    for text in ("Un", "Deux"):
        await keys.press_button("Add a statement")
        await keys.reach(page.get_by_role("dialog").get_by_label("Statement", exact=True))
        await keys.type(text)
        await keys.press(page.get_by_role("dialog").get_by_role("button", name="Add a statement"))
        await expect(page.get_by_role("dialog")).to_have_count(0)
    first, second = (page.get_by_role("article", name=re.compile(f"Statement .?{number}")) for number in (1, 2))
    await keys.press(second.get_by_role("button", name="Act on this statement"))
    await keys.choose("Move up")
    await expect(first).to_contain_text("Deux")
    await expect(first.get_by_role("button", name="Act on this statement")).to_be_focused()

    await keys.press(first.get_by_role("button", name="Act on this statement"))
    await keys.choose("Put to the vote")
    await keys.press(page.get_by_role("dialog").get_by_role("button", name="Open the vote"))
    await expect(first).to_contain_text("Put to the vote")
    poll = stage.one(Poll)
    assert poll.question.startswith("Adoptez-vous cet énoncé")
    assert [option.text for option in poll.options] == ["Pour", "Contre", "Je m’abstiens"]
