"""The whole evening, with voices: a phone, a laptop, a desk; notes, votes, groups, a reload, a kill -9, and home."""

from __future__ import annotations

import io
import json
import re
import zipfile

from playwright.async_api import BrowserContext, Page, expect

from tests.e2e.conftest import LAPTOP, PHONE, Opened, Palabre
from tests.e2e.people import Citizen, Facilitator, arrive, come_back, come_with, enter
from tests.e2e.vigil import WATCH

FOLLOWS_MS = 1_000
BACK_MS = 10_000
HEARD_MS = 20_000
HEARD = 25
"""Packets more of somebody's voice: half a second of it."""


async def test_a_workshop_from_the_code_to_the_minutes(palabre: Palabre, opened: Opened) -> None:
    phone = await opened(**PHONE)
    await phone.add_init_script(WATCH)
    page = await phone.new_page()
    await page.goto(palabre.url)
    await page.get_by_label("Votre code").fill(palabre.code.lower())
    await page.get_by_role("button").click()
    await arrive(page, "Jeanne")
    await come_with(page, "Avec micro et caméra", is_muted=False)
    jeanne = Citizen(page, "Jeanne")
    await expect(jeanne.question("Réinventer la place du marché")).to_be_visible()

    laptop = await opened(**LAPTOP)
    karim = await come_speaking(laptop, palabre, "Karim")
    viewer = Citizen(await enter(await opened(**LAPTOP), palabre.links["viewer"], "Une voisine"), "Une voisine")
    desk = Facilitator(await enter(await opened(**LAPTOP), palabre.links["facilitator"], "Samira"))

    await desk.go_on("Accueil")
    await desk.go_on("Idées")
    for citizen in (jeanne, karim, viewer):
        question = citizen.question("Que garder, que changer, qu’inventer sur la place ?")
        await expect(question).to_be_visible(timeout=FOLLOWS_MS)

    for citizen in (jeanne, karim):
        await hears(citizen.page)
    await notes_are_hidden_then_revealed(jeanne, karim, viewer, desk)
    await they_are_stacked_commented_and_voted(jeanne, karim, desk)

    await desk.announce("La salle ferme à 21 heures.")
    for citizen in (jeanne, karim, viewer):
        await expect(citizen.page.get_by_text("La salle ferme à 21 heures.").first).to_be_visible()

    await a_poll_is_named_and_published(jeanne, karim, desk)

    await desk.go_on("En groupes")
    await desk.open_groups("Chacun choisit")
    await jeanne.page.get_by_role("button", name="J’y vais Végétal").click()
    await expect(jeanne.question("Que proposez-vous sur votre thème ?")).to_be_visible()
    await desk.open_groups()
    await expect(karim.question("Que proposez-vous sur votre thème ?")).to_be_visible()
    late = await come_speaking(await opened(**PHONE), palabre, "Léa")
    await expect(late.question("Que proposez-vous sur votre thème ?")).to_be_visible()

    await jeanne.write("Des arbres en pleine terre")
    await karim.write("Un arceau à vélos")
    await expect(karim.note("Des arbres en pleine terre")).to_have_count(0)
    await expect(jeanne.note("Un arceau à vélos")).to_have_count(0)

    await a_reload_an_absence_and_a_second_tab(palabre, laptop, karim)
    await a_kill_while_they_write(palabre, jeanne, karim)

    await desk.call_back_now()
    for citizen in (jeanne, karim, late):
        await expect(citizen.page.get_by_text("Plénière").first).to_be_visible()
        await expect(citizen.question("Les groupes travaillent")).to_be_visible()
    for citizen in (jeanne, late):
        await hears(citizen.page)

    await everything_is_taken_home(palabre, opened)


async def come_speaking(device: BrowserContext, palabre: Palabre, name: str) -> Citizen:
    await device.add_init_script(WATCH)
    page = await device.new_page()
    await page.goto(palabre.links["participant"])
    await arrive(page, name)
    await come_with(page, "Avec micro et caméra", is_muted=False)
    return Citizen(page, name)


async def hears(page: Page) -> None:
    """Somebody's voice arrives from now on."""
    heard = (await page.evaluate("look()"))["heard"]
    await page.wait_for_function(f"look().then((says) => says.heard > {heard + HEARD})", timeout=HEARD_MS)


async def notes_are_hidden_then_revealed(jeanne: Citizen, karim: Citizen, viewer: Citizen, desk: Facilitator) -> None:
    await jeanne.write("Garder les tilleuls")
    await karim.write("Les tilleuls, surtout")
    await karim.write("Changer le bitume")
    await expect(jeanne.note("bitume")).to_have_count(0)
    await expect(karim.note("Garder les tilleuls")).to_have_count(0)
    await desk.press("Dévoiler les post-its")
    await expect(jeanne.note("Changer le bitume")).to_be_visible()
    await expect(karim.note("Garder les tilleuls")).to_be_visible()
    await expect(viewer.note("Garder les tilleuls")).to_be_visible()


async def they_are_stacked_commented_and_voted(jeanne: Citizen, karim: Citizen, desk: Facilitator) -> None:
    await karim.stack("Les tilleuls, surtout", onto="Garder les tilleuls")
    await expect(jeanne.page.get_by_text(re.compile("2.? post-its groupés")).first).to_be_visible()
    await jeanne.comment("Changer le bitume", "Et l’eau de pluie ?")
    await desk.press("Ouvrir le vote par gommettes")
    await jeanne.give_dot("Changer le bitume")
    await karim.give_dot("Changer le bitume")
    await expect(jeanne.note("Changer le bitume").get_by_text(re.compile("2.? gommettes"))).to_have_count(0)
    await desk.press("Clore le vote")
    for citizen in (jeanne, karim):
        await expect(citizen.note("Changer le bitume").get_by_text(re.compile("2.? gommettes"))).to_be_attached()


async def a_poll_is_named_and_published(jeanne: Citizen, karim: Citizen, desk: Facilitator) -> None:
    await desk.go_on("Priorités")
    await desk.open_poll("Par quoi commencer ?")
    await jeanne.vote("L’ombre et les arbres")
    await karim.vote("Les commerces")
    await desk.press("Clore")
    await expect(karim.page.get_by_text("Le vote est clos.")).to_be_visible()
    await desk.press("Publier le résultat")
    for citizen in (jeanne, karim):
        await expect(citizen.page.get_by_text(re.compile("1.? voix")).first).to_be_visible()


async def a_reload_an_absence_and_a_second_tab(palabre: Palabre, laptop: BrowserContext, karim: Citizen) -> None:
    question = "Que proposez-vous sur votre thème ?"
    await karim.page.reload()
    await expect(karim.note("Un arceau à vélos")).to_have_count(1)
    await karim.page.close()
    karim.page = await come_back(laptop, palabre.links["participant"], "Karim")
    await expect(karim.question(question)).to_be_visible()
    second = Citizen(await come_back(laptop, palabre.links["participant"], "Karim"), "Karim")
    await expect(second.note("Un arceau à vélos")).to_have_count(1)
    await second.write("Et un abri")
    await expect(karim.note("Et un abri")).to_have_count(1)
    await second.page.close()


async def a_kill_while_they_write(palabre: Palabre, jeanne: Citizen, karim: Citizen) -> None:
    await jeanne.write("Écrit juste avant la panne")
    await palabre.kill()
    await karim.type_note("Écrit pendant la panne")
    await palabre.start()
    await expect(karim.note("Écrit pendant la panne")).to_have_count(1, timeout=BACK_MS)
    await expect(jeanne.note("Écrit juste avant la panne")).to_have_count(1, timeout=BACK_MS)
    await jeanne.write("Écrit après la panne")
    await karim.page.reload()
    await expect(karim.note("Écrit pendant la panne")).to_have_count(1)


async def everything_is_taken_home(palabre: Palabre, opened: Opened) -> None:
    organizer = Facilitator(await enter(await opened(**LAPTOP), palabre.links["organizer"], "Hélène"))
    await organizer.press("Menu du poste")
    await organizer.page.get_by_text("Exports").first.click()
    archive = zipfile.ZipFile(io.BytesIO(await organizer.take("Archive complète")))
    names = archive.namelist()
    assert "datapackage.json" in names
    notes = json.loads(archive.read(next(name for name in names if name.endswith("note.json"))))
    texts = [note["text"] for note in notes]
    assert sorted(texts) == sorted(
        [
            "Garder les tilleuls",
            "Les tilleuls, surtout",
            "Changer le bitume",
            "Des arbres en pleine terre",
            "Un arceau à vélos",
            "Et un abri",
            "Écrit juste avant la panne",
            "Écrit pendant la panne",
            "Écrit après la panne",
        ]
    )
    markdown = (await organizer.take("texte Markdown")).decode()
    html = (await organizer.take("page à lire")).decode()
    for minutes in (markdown, html):
        assert "Réinventer la place du marché" in minutes
        assert "Changer le bitume" in minutes
        assert "Écrit pendant la panne" in minutes
