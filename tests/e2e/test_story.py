"""The whole evening, with voices: from the code on the wall to public minutes, and to another installation."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

from playwright.async_api import BrowserContext, Locator, Page, expect

from tests.e2e.conftest import LAPTOP, PHONE, Opened, Palabre
from tests.e2e.people import Citizen, Facilitator, arrive, come_back, come_with, enter
from tests.e2e.test_conclusion import AGREED, MINORITY, Writer
from tests.e2e.vigil import WATCH
from web.demo import GROUPS, ID

FOLLOWS_MS = 1_000
BACK_MS = 10_000
HEARD_MS = 20_000
MAKING_MS = 60_000
HEARD = 25
"""Packets more of somebody's voice: half a second of it."""
TREES = "Planter douze arbres en pleine terre."
BIKES = "Garder une allée pour les vélos."
DISSENT = "Une personne veut garder le parking."
LEAD = "Relu par l’équipe et par celles et ceux qui étaient là."


async def test_a_workshop_from_the_code_to_the_minutes(palabre: Palabre, elsewhere: Palabre, opened: Opened) -> None:
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

    await desk.go_on("Pause")
    await desk.go_on("Conclusions")
    await desk.open_groups()
    await they_conclude(jeanne, karim)
    await desk.call_back_now()
    await desk.go_on("Mise en commun")
    await groups_report_out(jeanne, karim, viewer, desk)
    await it_is_adopted_in_secret(jeanne, karim, desk)
    for citizen in (jeanne, late):
        await hears(citizen.page)

    organizer = Facilitator(await enter(await opened(**LAPTOP), palabre.links["organizer"], "Hélène"))
    await the_workshop_is_ended(jeanne, organizer)
    published = await minutes_are_published(palabre, opened, organizer)
    archive = await everything_is_taken_home(organizer)
    await it_is_all_there_elsewhere(elsewhere, opened, archive, published)


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


async def they_conclude(jeanne: Citizen, karim: Citizen) -> None:
    """Each in a group, with a note quoted and a view that few share."""
    writer = Writer(jeanne.page)
    await writer.write(AGREED, f"{TREES} ")
    await writer.field(AGREED).get_by_role("button", name="Citer").click()
    await jeanne.page.get_by_role("button", name=re.compile("^Citer( encore)? ?: ?Des arbres en pleine terre")).click()
    await writer.is_saved()
    writer = Writer(karim.page)
    await writer.write(AGREED, BIKES)
    await writer.write(MINORITY, DISSENT)
    await writer.is_saved()
    await expect(jeanne.page.get_by_text(BIKES)).to_have_count(0)


async def groups_report_out(jeanne: Citizen, karim: Citizen, viewer: Citizen, desk: Facilitator) -> None:
    """In turn; and a statement is made of what they say, with its dissent."""
    for citizen in (jeanne, karim, viewer):
        await expect(citizen.page.get_by_text("Les groupes vont présenter").first).to_be_visible(timeout=BACK_MS)
        await expect(citizen.page.get_by_text(DISSENT)).to_have_count(0)
    for name, _, _ in GROUPS:
        await desk.press(re.compile(f"Donner la parole à .?{name}"))
        await expect(jeanne.page.get_by_text(re.compile(f"{name}.? présente")).first).to_be_visible()
    await desk.press("Terminer les présentations")
    for citizen in (karim, viewer):
        for words in (TREES, BIKES, DISSENT):
            await expect(citizen.page.get_by_text(words).first).to_be_visible()
    said = desk.page.get_by_role("article").filter(has_text=BIKES)
    await said.get_by_role("button", name="Reprendre des phrases").click()
    for words in (BIKES, DISSENT):
        await desk.page.get_by_role("dialog").get_by_label(words).check()
    await desk.submit("Ajouter un énoncé")
    await expect(statement(jeanne)).to_contain_text(re.compile("1.? groupe pour"))
    await expect(statement(jeanne)).to_contain_text(DISSENT)


async def it_is_adopted_in_secret(jeanne: Citizen, karim: Citizen, desk: Facilitator) -> None:
    await statement(desk).get_by_role("button", name="Agir sur cet énoncé").click()
    await desk.page.get_by_role("menuitem", name="Mettre au vote").click()
    await desk.page.get_by_role("dialog").get_by_label(re.compile("^Secret")).check()
    await desk.submit("Ouvrir le vote")
    for citizen in (jeanne, karim):
        await citizen.page.get_by_label("Pour", exact=True).check()
        await citizen.page.get_by_role("button", name="Voter").click()
        await citizen.page.get_by_role("dialog").get_by_role("button", name="Déposer mon vote").click()
        await expect(citizen.page.get_by_text("Votre vote est dans l’urne").first).to_be_visible()
    row = desk.page.get_by_role("listitem").filter(has_text="Adoptez-vous cet énoncé")
    await row.get_by_role("button", name="Clore").click()
    await row.get_by_role("button", name="Publier le résultat").click()
    for citizen in (jeanne, karim):
        await expect(statement(citizen)).to_contain_text("Texte adopté")


def statement(person: Citizen | Facilitator) -> Locator:
    return person.page.get_by_role("article", name=re.compile("Énoncé .?1"))


async def the_workshop_is_ended(jeanne: Citizen, organizer: Facilitator) -> None:
    await organizer.press("Menu du poste")
    await organizer.page.get_by_text("Exports").first.click()
    await organizer.press("Terminer l’atelier…")
    await organizer.page.get_by_role("dialog").get_by_label(re.compile("J’ai compris")).check()
    await organizer.submit("Terminer pour toujours")
    await expect(jeanne.page.get_by_text("L’atelier est terminé").first).to_be_visible()


async def minutes_are_published(palabre: Palabre, opened: Opened, organizer: Facilitator) -> list[str]:
    """What the public page says of each file, by which anybody can check what they have got."""
    page = await organizer.page.context.new_page()
    await page.goto(f"{organizer.page.url.rsplit('/', 1)[0]}/minutes")
    await page.get_by_role("button", name="Faire le compte rendu").click()
    await page.get_by_role("button", name="Modifier les mots").click(timeout=MAKING_MS)
    await page.get_by_label("Chapeau").fill(LEAD)
    await page.get_by_role("button", name="Garder les mots").first.click()
    await page.get_by_role("button", name="Approuver").click()
    await page.get_by_role("button", name="Publier").click()
    await expect(page.get_by_role("link", name="Voir la page publique")).to_be_visible(timeout=MAKING_MS)
    await page.close()
    return await checksums(palabre, opened)


async def checksums(palabre: Palabre, opened: Opened) -> list[str]:
    """On the public page, for somebody who was never there."""
    page = await (await opened(**PHONE)).new_page()
    await page.goto(f"{palabre.url}/minutes/{ID}")
    for words in (LEAD, TREES, BIKES, DISSENT, "Changer le bitume"):
        await expect(page.get_by_text(words).first).to_be_visible()
    found = re.findall(r"\b[0-9a-f]{64}\b", await page.inner_text("body"))
    assert found
    return found


async def everything_is_taken_home(organizer: Facilitator) -> bytes:
    await organizer.press("Menu du poste")
    await organizer.page.get_by_text("Exports").first.click()
    archive = await organizer.take("Archive complète")
    assert sorted(note["text"] for note in entities(archive, "note")) == sorted(
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
    (adopted,) = entities(archive, "statement")
    assert (adopted["text"], adopted["minority"], adopted["state"]) == (BIKES, DISSENT, "adopted")
    markdown = (await organizer.take("texte Markdown")).decode()
    html = (await organizer.take("page à lire")).decode()
    for minutes in (markdown, html):
        for words in ("Réinventer la place du marché", "Changer le bitume", "Écrit pendant la panne", TREES, BIKES):
            assert words in minutes
    return archive


def entities(archive: bytes, kind: str) -> list[dict[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(archive)) as members:
        name = next(name for name in members.namelist() if name.endswith(f"/{kind}.json"))
        found: list[dict[str, Any]] = json.loads(members.read(name))
        return found


async def it_is_all_there_elsewhere(elsewhere: Palabre, opened: Opened, archive: bytes, published: list[str]) -> None:
    """Another installation takes the archive in; the same minutes are public there, and the same entities come out."""
    file = elsewhere.data.with_suffix(".zip")
    file.write_bytes(archive)
    importing = await elsewhere.run("archive", "import", str(file))
    said, _ = await importing.communicate()
    assert importing.returncode == 0, said.decode()
    await elsewhere.start()
    assert await checksums(elsewhere, opened) == published
    organizer = Facilitator(await enter(await opened(**LAPTOP), elsewhere.links["organizer"], "Hélène"))
    await organizer.press("Menu du poste")
    await organizer.page.get_by_text("Exports").first.click()
    again = await organizer.take("Archive complète")
    for kind in (
        "note",
        "dot",
        "comment",
        "poll",
        "ballot",
        "conclusion",
        "citation",
        "statement",
        "report_out_activity",
    ):
        assert entities(again, kind) == entities(archive, kind)
