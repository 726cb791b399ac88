"""Doors that open again, doors that are shut, and what is kept between."""

from __future__ import annotations

import asyncio
import re

from playwright.async_api import expect

from rooms.people import Participant
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.people import Citizen, come_back, read_and_write
from tests.e2e.scene import QUESTION, open_poll, set_scene, texts_in, write
from tests.serving import Served
from web.opening import make_link


async def test_two_tabs_are_one_person(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    context = await opened(**LAPTOP)
    first = await context.new_page()
    await first.goto(stage.link(Role.PARTICIPANT))
    await first.get_by_label("Votre nom").fill("Karim")
    await first.keyboard.press("Enter")
    await read_and_write(first)
    one = Citizen(first, "Karim")
    await expect(one.question(QUESTION)).to_be_visible()
    two = Citizen(await come_back(context, stage.link(Role.PARTICIPANT), "Karim"), "Karim")
    await one.write("Du premier onglet")
    await two.write("Du second onglet")
    for citizen in (one, two):
        await expect(citizen.page.get_by_role("article")).to_have_count(2)
    assert len(stage.every(Participant)) == 1
    await expect(first.get_by_text("Une personne dans la salle")).to_be_visible()


async def test_a_note_half_written_survives_a_reload_and_the_end_of_its_step(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    page = await stage.sit(await opened(**PHONE), await stage.enter("Jeanne"))
    await page.get_by_role("button", name="Écrire un post-it").click()
    await page.get_by_label("Votre texte").fill("Une idée à moitié")
    await page.reload()
    await page.get_by_role("button", name="Écrire un post-it").click()
    await expect(page.get_by_label("Votre texte")).to_have_value("Une idée à moitié")
    await stage.go_to("Priorités")
    kept = page.get_by_role("status").filter(has_text="Ce post-it n’est pas parti")
    await expect(kept).to_contain_text("Une idée à moitié")
    assert texts_in(stage, 0) == []


async def test_a_viewer_reads_and_cannot_write(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    await write(stage, await stage.enter("Jeanne"), "Des bancs")
    page = await stage.sit(await opened(**LAPTOP), await stage.enter("Écran", Role.VIEWER))
    await expect(Citizen(page, "Écran").note("Des bancs")).to_be_visible()
    await expect(page.get_by_text("Vous regardez", exact=True)).to_be_visible()
    for name in ("Ajouter ici", "Autres actions", "Commentaires"):
        await expect(page.get_by_role("button", name=name)).to_have_count(0)
    await expect(page.get_by_role("textbox")).to_have_count(0)
    await stage.go_to("Priorités")
    await open_poll(stage)
    await expect(page.get_by_text("Les arbres")).to_be_visible()
    await expect(page.get_by_role("radio")).to_have_count(0)
    await expect(page.get_by_role("button", name="Voter")).to_have_count(0)


async def test_a_link_taken_back_says_so_inside_and_at_the_door(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    link = await asyncio.to_thread(make_link, served.house, stage.id, Role.PARTICIPANT)
    stage.links[Role.PARTICIPANT] = link
    page = await stage.sit(await opened(**PHONE), await stage.enter("Jeanne"))
    await expect(page.get_by_text("L’atelier n’a pas encore commencé")).to_be_visible()
    await asyncio.to_thread(served.house.links.revoke, link.id, served.house.now())
    served.cut(link.id)
    await expect(page.get_by_text("Le lien par lequel vous étiez là a été retiré.")).to_be_visible()
    await page.goto(stage.link(Role.PARTICIPANT))
    await expect(page.get_by_role("heading", name="Ce lien a été retiré")).to_be_visible()
    await expect(page.get_by_text("Demandez-lui le nouveau lien, ou entrez un autre code.")).to_be_visible()
    await expect(page.get_by_label("Votre code")).to_be_visible()


async def test_a_session_nobody_knows_leads_back_to_the_door(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    page = await (await opened(**PHONE)).new_page()
    key = f"palabre.session.{stage.id}"
    await page.add_init_script(f"sessionStorage.setItem({key!r}, '\"forged\"')")
    await page.goto(f"{served.url}/w/{stage.id}/room")
    await expect(page.get_by_text("Votre entrée n’est plus valable.")).to_be_visible()
    await page.get_by_role("button", name="Entrer un code").click()
    await expect(page.get_by_label("Votre code")).to_be_visible()


async def test_a_tab_that_does_not_know_who_one_is_asks(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    page = await (await opened(**PHONE)).new_page()
    await page.goto(f"{served.url}/w/{stage.id}/room")
    await expect(page.get_by_text("Cet onglet ne sait pas encore qui vous êtes.")).to_be_visible()


async def test_little_moves_for_those_who_want_little_motion(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    page = await stage.sit(await opened(**LAPTOP, reduced_motion="reduce"), await stage.enter("Jeanne"))
    await Citizen(page, "Jeanne").write("Des bancs")
    await page.get_by_role("button", name="Ajouter ici").first.click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    durations = await page.evaluate(
        """() => [...document.querySelectorAll("*")].flatMap((element) => {
          const style = getComputedStyle(element);
          return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")];
        })"""
    )
    seconds = [
        float(re.sub("m?s$", "", each)) / (1000 if each.endswith("ms") else 1) for each in map(str.strip, durations)
    ]
    assert max(seconds) <= 0.01
