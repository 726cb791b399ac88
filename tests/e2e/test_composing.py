"""Groups are proposed, changed by hand and undone, and people go where they were seen to go: not before."""

from __future__ import annotations

import re

from playwright.async_api import expect

from facilitation.drawing import Draw
from rooms.agenda import Room
from rooms.people import Participant
from rooms.permissions import Role
from rooms.registration import Preference, Registration, RegistrationQuestion
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.people import ENTERED_MS, sentence
from tests.serving import Served
from tests.stage import set_stage


async def test_groups_are_composed_from_what_people_answered_and_nobody_moves_before(
    served: Served, opened: Opened
) -> None:
    stage, findings = await set_stage(served, "Réinventer la place"), Findings()
    for name, paper in (("Mobilités", "sky"), ("Végétal", "linden")):
        await stage.do("room.add", name=name, paper=paper)
    farid = await stage.enter("Farid", Role.FACILITATOR)
    desk = await stage.sit(await opened(**LAPTOP), farid)
    await expect(desk.get_by_role("heading", name="Poste d’animation")).to_be_visible(timeout=ENTERED_MS)
    await desk.keyboard.press("y")
    asked = desk.get_by_role("dialog", name="Questions à l’inscription")
    await asked.get_by_role("button", name="Ajouter une question").click()
    await asked.get_by_label("Question", exact=True).fill("Votre quartier")
    await asked.get_by_label("Réponses, une par ligne").fill("Centre\nGare")
    await asked.get_by_role("button", name="Enregistrer").or_(asked.get_by_role("button", name="Garder")).first.click()
    await expect(asked.get_by_text("Centre · Gare")).to_be_visible()
    await asked.get_by_role("button", name="Fermer").click()

    phone = await (await opened(**PHONE)).new_page()
    await phone.goto(stage.link(Role.PARTICIPANT))
    await phone.get_by_label("Votre nom").fill("Jeanne")
    await phone.get_by_label("Votre quartier").select_option("Gare")
    await findings.judge("the door", phone)
    await phone.get_by_role("button", name="Entrer").click()
    await phone.wait_for_url("**/w/**")
    await phone.get_by_role("button", name="Lire et écrire").click()
    await served.until(lambda: len(stage.every(Registration)) == 1)
    for number in range(7):
        who = await stage.enter(f"Citoyen {number}")
        question = stage.one(RegistrationQuestion)
        await stage.do("registration.answer", by=who, answers={question.id: str(1 + number % 2)})

    await stage.do("groups.rank", open=True)
    await phone.get_by_role("button", name="Végétal").click()
    await served.until(lambda: len(stage.every(Preference)) == 1)
    await stage.do("groups.rank", open=False)

    await desk.get_by_role("button", name="Composer les groupes").click()
    page = desk.get_by_role("dialog", name="Composer les groupes")
    await page.get_by_role("button", name="Proposer des groupes").first.click()
    column = page.get_by_role("region", name="Mobilités")
    await expect(column.get_by_role("listitem")).to_have_count(4)
    await expect(page.get_by_text(re.compile("Écart moyen.*0.*personne"))).to_be_visible()
    await findings.judge("composing", desk)
    assert {person.room for person in stage.every(Participant, role=Role.PARTICIPANT)} == {
        stage.one(Room, room_kind="plenary").id
    }

    first = column.get_by_role("listitem").first
    name = await first.locator("bdi").inner_text()
    await first.get_by_role("button").focus()
    await desk.keyboard.press("Enter")
    move = desk.get_by_role("dialog", name=re.compile("Déplacer"))
    await expect(move.get_by_role("button", name=re.compile("Végétal.*moins bon"))).to_be_visible()
    await move.get_by_role("button", name=re.compile("Végétal")).click()
    await expect(page.get_by_role("region", name="Végétal").get_by_role("listitem")).to_have_count(5)
    await page.get_by_role("button", name="Annuler").click()
    await expect(column.get_by_text(name)).to_be_visible()
    await column.get_by_role("button", name=name).click()
    await move.get_by_role("button", name=re.compile("Garder à")).click()
    await expect(page.get_by_text(re.compile(f"{name}.* reste à"))).to_be_visible()
    await page.get_by_role("button", name="Autre proposition").click()
    await expect(page.get_by_role("paragraph").filter(has_text=sentence("proposition 2"))).to_be_visible()
    await expect(column.get_by_role("button", name=name)).to_be_visible()

    await page.get_by_role("button", name="Envoyer chacun dans son groupe").click()
    await expect(page).to_have_count(0)
    await served.until(lambda: [room.people for room in stage.every(Room, room_kind="group")] == [4, 4])
    await expect(phone.get_by_text(re.compile("Mobilités|Végétal")).first).to_be_visible()
    assert [draw.seating for draw in stage.every(Draw) if draw.sent_at] == [{}]
    assert (findings.barriers, findings.overflowing) == ([], [])
