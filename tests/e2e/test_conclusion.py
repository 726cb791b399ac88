"""A conclusion is written by several hands at once, and no word of it is lost."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, Page, expect

from rooms.activities.adoption import Standing
from rooms.activities.board import Board, Note
from rooms.activities.conclusion import Citation, Conclusion
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened, Palabre
from tests.e2e.judging import Findings
from tests.e2e.network import between
from tests.e2e.people import Citizen, Facilitator, enter, sentence, with_words
from tests.e2e.test_keyboard import Keys
from tests.evening import CATALOGUES, board, writing
from tests.serving import Served
from tests.stage import Stage, set_stage
from web.doors import Entered

AGREED, PROPOSALS, MINORITY = "Nous sommes d’accord", "Nos propositions", "Avis minoritaire"
CITED = "Des arbres en pleine terre"
BACK_MS = 15_000


async def set_table(served: Served, language: str = "fr", url: str | None = None) -> Stage:
    """A board whose notes can be quoted, and a conclusion to write."""
    stage = await set_stage(served, "Réinventer la place", language, url)
    await stage.add_step("Idées", plenary=board("Quelles idées ?", "", ["Garder"], hidden=False))
    await stage.add_step("Conclusions", plenary={"kind": "conclusion", "title": "Où mettre du vert ?"})
    await stage.add_step("Ensuite", plenary={"kind": "discussion", "title": "Et ensuite ?"})
    return stage


async def give_note(stage: Stage, who: Entered) -> Note:
    await stage.go_to("Idées")
    await stage.do("note.write", who, activity=stage.one(Board).id, column="c1", text=CITED)
    return stage.one(Note)


class Writer:
    """Somebody at the sheet, on a page in French."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def field(self, title: str) -> Locator:
        return self.page.get_by_role("region", name=title, exact=True)

    async def begin(self, title: str) -> Locator:
        await self.field(title).get_by_role("button", name="Écrire").click()
        box = self.field(title).get_by_role("textbox")
        await expect(box).to_be_focused()
        return box

    async def write(self, title: str, words: str) -> None:
        await self.begin(title)
        await self.page.keyboard.type(words)

    async def reads(self, title: str, words: str) -> None:
        await expect(self.field(title)).to_contain_text(words, timeout=BACK_MS)

    async def is_saved(self) -> None:
        await expect(self.page.locator('[data-standing="saved"]')).to_be_visible(timeout=BACK_MS)

    async def cite(self) -> None:
        """The only note there is."""
        await self.page.get_by_role("button", name=re.compile(f"^Citer( encore)? ?: ?{CITED}")).click()


async def recorded(served: Served, stage: Stage) -> dict[str, str]:
    """What the record has of a conclusion, once it has it."""
    await stage.do("conclusion.freeze", conclusion=stage.one(Conclusion).id)
    await served.until(lambda: stage.one(Conclusion).recorded_at is not None)
    return {str(field): text for field, text in stage.one(Conclusion).texts.items()}


async def test_two_people_write_at_once_and_see_each_other(served: Served, opened: Opened) -> None:
    stage = await set_table(served)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    await stage.go_to("Conclusions")
    jeanne, karim = [Writer(await stage.sit(await opened(**LAPTOP), person)) for person in people]
    await jeanne.write(AGREED, "Garder le milieu libre.")
    await karim.reads(AGREED, "Garder le milieu libre.")
    await expect(karim.field(AGREED).locator(".caret")).to_have_count(1)
    await expect(karim.page.get_by_role("list", name="En train d’écrire")).to_contain_text("Jeanne")
    await karim.write(AGREED, " Planter sur les bords.")
    await jeanne.reads(AGREED, "Garder le milieu libre. Planter sur les bords.")
    caret = jeanne.field(AGREED).locator(".caret")
    await expect(caret).to_have_count(1)
    await expect(caret).to_have_text("Karim")
    await expect(caret).to_have_text("")
    await jeanne.page.keyboard.type(" Tout de suite.")
    both = re.compile("Garder le milieu libre. (Planter|Tout).*")
    await expect(karim.field(AGREED).get_by_role("textbox")).to_have_text(both)
    for writer in (jeanne, karim):
        await writer.is_saved()
    words = (await recorded(served, stage))["agreed"]
    for said in ("Garder le milieu libre.", "Planter sur les bords.", "Tout de suite."):
        assert said in words.replace("\\", "")


async def test_lists_and_stress_are_kept_and_undone(served: Served, opened: Opened) -> None:
    stage = await set_table(served)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    await stage.go_to("Conclusions")
    jeanne, karim = [Writer(await stage.sit(await opened(**LAPTOP), person)) for person in people]
    await jeanne.write(PROPOSALS, "1. Douze arbres")
    await jeanne.page.keyboard.press("Enter")
    await jeanne.page.keyboard.press("Control+b")
    await jeanne.page.keyboard.type("Un jardin")
    await expect(karim.field(PROPOSALS).locator("ol > li")).to_have_text(["Douze arbres", "Un jardin"])
    await expect(karim.field(PROPOSALS).locator("b")).to_have_text("Un jardin")
    await karim.write(PROPOSALS, " de pluie")
    await jeanne.reads(PROPOSALS, "Un jardin de pluie")
    await jeanne.field(PROPOSALS).get_by_role("button", name="Annuler").click()
    await expect(karim.field(PROPOSALS)).not_to_contain_text("Un jardin")
    await karim.reads(PROPOSALS, "de pluie")
    await jeanne.is_saved()


async def test_what_is_written_without_a_network_merges(served: Served, opened: Opened) -> None:
    async with between(served.url) as network:
        stage = await set_table(served, url=network.url)
        people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
        await stage.go_to("Conclusions")
        jeanne = Writer(await stage.sit(await opened(**PHONE), people[0]))
        stage.url = served.url
        karim = Writer(await stage.sit(await opened(**LAPTOP), people[1]))
        await jeanne.write(AGREED, "Les arbres")
        await karim.reads(AGREED, "Les arbres")
        await jeanne.is_saved()
        await network.cut()
        await jeanne.page.keyboard.type(" restent")
        await expect(jeanne.page.get_by_text("Partira au retour du réseau").first).to_be_visible()
        await karim.write(PROPOSALS, "Un jardin de pluie")
        await jeanne.page.close()
        await network.mend()
        stage.url = network.url
        again = Writer(await stage.sit(jeanne.page.context, people[0]))
        await again.reads(AGREED, "Les arbres restent")
        await again.reads(PROPOSALS, "Un jardin de pluie")
        await karim.reads(AGREED, "Les arbres restent")
        await again.is_saved()
    words = await recorded(served, stage)
    assert words["agreed"] == "Les arbres restent"
    assert words["proposals"] == "Un jardin de pluie"


async def test_frozen_words_are_read_by_all_and_late_ones_offered_back(served: Served, opened: Opened) -> None:
    async with between(served.url) as network:
        stage = await set_table(served, url=network.url)
        jeanne = await stage.enter("Jeanne")
        await stage.go_to("Conclusions")
        writer = Writer(await stage.sit(await opened(**LAPTOP), jeanne))
        await writer.write(AGREED, "À temps. ")
        await writer.is_saved()
        await network.cut()
        await expect(writer.page.get_by_text("nous la rétablissons")).to_be_visible()
        await writer.page.keyboard.type("Trop tard")
        await stage.do("conclusion.freeze", conclusion=stage.one(Conclusion).id)
        await network.mend()
        await expect(writer.page.get_by_text("Ce texte est figé").first).to_be_visible(timeout=BACK_MS)  # said too
        await expect(writer.page.get_by_role("textbox")).to_have_count(1)  # the messages'
        lost = writer.page.get_by_role("alert").filter(has_text="Ces mots n’ont pas pu être ajoutés")
        await expect(lost).to_contain_text("Trop tard")
        await expect(writer.field(AGREED)).not_to_contain_text("Trop tard")
        await stage.do("conclusion.reopen", conclusion=stage.one(Conclusion).id)
        await lost.get_by_role("button", name="Remettre dans le texte").click()
        await expect(lost).to_have_count(0)
        await writer.reads(AGREED, "Trop tard")
        await writer.is_saved()


async def test_a_note_is_quoted_and_its_author_knows(served: Served, opened: Opened) -> None:
    stage = await set_table(served)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    note = await give_note(stage, people[1])
    await stage.go_to("Conclusions")
    jeanne, karim = [Writer(await stage.sit(await opened(**LAPTOP), person)) for person in people]
    await jeanne.write(AGREED, "Planter ")
    await jeanne.cite()
    chip = jeanne.field(AGREED).locator(".ql-editor .cite")
    await expect(chip).to_contain_text("Karim")
    await jeanne.page.keyboard.type("partout")
    await expect(karim.page.get_by_text("Votre post-it est cité dans la conclusion").first).to_be_visible()
    await karim.page.get_by_role("button", name="Vu", exact=True).click()
    await karim.reads(AGREED, "partout")
    await karim.field(AGREED).get_by_role("button", name="Post-it cité").click()
    quoted = karim.page.get_by_role("dialog", name="Post-it cité")
    await expect(quoted).to_contain_text(CITED)
    await karim.page.keyboard.press("Escape")
    await stage.go_to("Idées")
    await expect(karim.page.get_by_role("article").filter(has_text=CITED)).to_contain_text("Votre post-it est cité")
    await stage.do("note.edit", people[1], note=note.id, text="Des arbres en pots")
    await stage.go_to("Conclusions")
    await karim.field(AGREED).get_by_role("button", name="Post-it cité").click()
    await expect(quoted).to_contain_text(CITED)
    await expect(quoted).to_contain_text("Des arbres en pots")
    await quoted.get_by_role("button", name="Retirer la citation").click()
    await served.until(lambda: not stage.every(Citation))
    await expect(jeanne.page.locator(".sheet .cite")).to_have_count(0)


async def test_plain_text_is_the_same_text(served: Served, opened: Opened) -> None:
    stage = await set_table(served)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    await give_note(stage, people[1])
    await stage.go_to("Conclusions")
    jeanne = Writer(await stage.sit(await opened(**PHONE), people[0]))
    karim = Writer(await stage.sit(await opened(**LAPTOP), people[1]))
    await jeanne.page.get_by_label("Texte simple").check()
    area = await jeanne.begin(AGREED)
    await area.fill("Planter des arbres 🌳")
    await karim.reads(AGREED, "Planter des arbres 🌳")
    await karim.begin(AGREED)
    await karim.page.keyboard.press("Control+Home")
    await karim.page.keyboard.type("D’abord : ")
    await expect(area).to_have_value("D’abord : Planter des arbres 🌳")
    await jeanne.field(AGREED).get_by_role("button", name="Citer").click()
    await jeanne.cite()
    await expect(area).to_have_value("D’abord : Planter des arbres 🌳[1] ")
    await expect(karim.field(AGREED).locator(".cite")).to_have_count(1)
    await area.press("Control+End")
    await area.press("Backspace")
    await area.press("Backspace")
    await expect(area).to_have_value("D’abord : Planter des arbres 🌳")
    await expect(karim.field(AGREED).locator(".ql-editor .cite")).to_have_count(0)
    await jeanne.page.reload()
    await expect(jeanne.page.get_by_label("Texte simple")).to_be_checked()
    await jeanne.reads(AGREED, "D’abord : Planter des arbres 🌳")


async def test_a_text_that_is_full_takes_no_more(served: Served, opened: Opened) -> None:
    stage = await set_stage(served, "Atelier")
    await stage.add_step("Conclusions", plenary={"kind": "conclusion", "title": "Bref", "most": 100})
    jeanne = await stage.enter("Jeanne")
    await stage.go_to("Conclusions")
    writer = Writer(await stage.sit(await opened(**LAPTOP), jeanne))
    await writer.write(AGREED, "0123456789" * 10 + "trop")
    await expect(writer.page.get_by_role("alert").filter(has_text="Le texte a atteint sa longueur")).to_be_visible()
    await expect(writer.field(AGREED).get_by_role("textbox")).to_have_text("0123456789" * 10)
    await writer.is_saved()


async def test_versions_and_authors_are_shown_and_an_earlier_text_comes_back(served: Served, opened: Opened) -> None:
    stage = await set_table(served)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    await stage.go_to("Conclusions")
    jeanne, karim = [Writer(await stage.sit(await opened(**LAPTOP), person)) for person in people]
    await jeanne.write(AGREED, "Le texte de Jeanne.")
    await karim.reads(AGREED, "Le texte de Jeanne.")
    await karim.write(AGREED, " Et celui de Karim.")
    await jeanne.reads(AGREED, "Et celui de Karim.")
    await karim.page.get_by_role("button", name="Qui a écrit quoi").click()
    runs = karim.field(AGREED).locator(".run")
    authors = [re.compile("Jeanne: ?Le texte de Jeanne."), re.compile("Vous: ? Et celui de Karim.")]
    await expect(runs).to_have_text(authors)
    await karim.page.get_by_role("button", name="Versions").click()
    versions = karim.page.get_by_role("dialog", name="Versions")
    await versions.get_by_role("listitem").last.get_by_role("button").click()
    await expect(versions).to_contain_text("Le texte de Jeanne.")
    await versions.get_by_role("button", name="Revenir à cette version").click()
    await expect(versions).to_have_count(0)
    back = karim.page.get_by_role("button", name="Revenir au texte")
    await back.focus()
    await recorded(served, stage)
    # As it was looked at: who wrote what, with the focus where it stood.
    await expect(karim.page.get_by_text(re.compile("^Depuis"))).to_be_visible()
    await expect(back).to_be_focused()
    await expect(runs).to_have_text(authors)
    await karim.page.get_by_role("button", name="Versions").click()
    await versions.get_by_role("listitem").first.get_by_role("button").click()
    await expect(versions).to_contain_text("Le texte de Jeanne.")
    await expect(versions.get_by_role("button", name="Revenir à cette version")).to_have_count(0)


async def test_it_is_written_with_keys_alone(served: Served, opened: Opened) -> None:
    stage = await set_table(served)
    jeanne = await stage.enter("Jeanne")
    await give_note(stage, jeanne)
    await stage.go_to("Conclusions")
    page = await stage.sit(await opened(**LAPTOP), jeanne)
    keys, writer = Keys(page), Writer(page)
    await keys.press(writer.field(AGREED).get_by_role("button", name="Écrire"))
    await expect(writer.field(AGREED).get_by_role("textbox")).to_be_focused()
    await page.keyboard.type("Écrit au clavier")
    await page.keyboard.press("Shift+Tab")
    await expect(writer.field(AGREED).get_by_role("button", name="Gras")).to_be_focused()
    for _ in range(2):
        await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await expect(writer.field(AGREED).locator("li")).to_have_text("Écrit au clavier")
    await page.keyboard.press("Escape")
    await expect(writer.field(AGREED).get_by_role("button", name="Écrire")).to_be_focused()
    await keys.press(page.get_by_label("Texte simple"), "Space")
    await keys.press(writer.field(MINORITY).get_by_role("button", name="Écrire"))
    await page.keyboard.type("Sans souris")
    await page.keyboard.press("Tab")
    await expect(writer.field(MINORITY).get_by_role("textbox")).not_to_be_focused()
    await writer.is_saved()
    words = await recorded(served, stage)
    assert words["agreed"] == "- Écrit au clavier"
    assert words["minority"] == "Sans souris"


@pytest.mark.parametrize("language", ["fr", "ar"])
async def test_every_state_of_it_has_no_barrier_and_fits(served: Served, opened: Opened, language: str) -> None:
    say = CATALOGUES[language]
    stage = await set_table(served, language)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    facilitator = await stage.enter("Samira", Role.FACILITATOR)
    await give_note(stage, people[1])
    await stage.go_to("Conclusions")
    locale = {"fr": "fr-FR", "ar": "ar-MA"}[language]
    phone = await stage.sit(await opened(locale, **PHONE), people[0])
    laptop = await stage.sit(await opened(locale, **LAPTOP), people[1])
    desk = await stage.sit(await opened(locale, **LAPTOP), facilitator)
    found = Findings(in_the_dark=language == "fr")
    words = {"fr": "Garder le milieu libre", "ar": "إبقاء الوسط خاليًا"}[language]
    for page in (phone, laptop, desk):
        await expect(page.locator("section.field")).to_have_count(5)
        await found.judge(f"{language}, empty", page)
    await laptop.locator("#write-agreed").click()
    await expect(laptop.locator(".ql-editor")).to_be_focused()
    await laptop.keyboard.type(words)
    await expect(phone.get_by_text(words)).to_be_visible()
    if language == "ar":
        await expect(laptop.locator(".ql-editor")).to_have_css("direction", "rtl")
    await found.judge(f"{language}, writing", laptop)
    await phone.locator("#write-proposals").click()
    await expect(phone.locator(".ql-editor")).to_be_focused()
    await phone.keyboard.type(f"1. {words}")
    await found.judge(f"{language}, writing", phone)
    await phone.get_by_label(say("plain")).check()
    await expect(phone.locator("section.field textarea")).to_be_visible()
    await found.judge(f"{language}, plain", phone)
    for page, name in ((phone, "cite-note"), (phone, "history"), (laptop, "history")):
        await page.get_by_role("button", name=say(name)).first.click()
        await expect(page.get_by_role("dialog")).to_be_visible()
        await found.judge(f"{language}, {name}", page)
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("dialog")).to_have_count(0)
    await laptop.get_by_role("button", name=say("authors")).click()
    await expect(laptop.locator(".run").first).to_be_visible()
    await found.judge(f"{language}, authors", laptop)
    await desk.get_by_role("button", name=say("conclusion-freeze")).click()
    for page in (phone, laptop, desk):
        await expect(page.locator(".conclusion > .alert")).to_contain_text(say("conclusion-frozen"))
        await found.judge(f"{language}, frozen", page)
    await served.until(lambda: stage.one(Conclusion).recorded_at is not None)
    assert stage.one(Conclusion).state is Standing.FROZEN
    assert not found.barriers, "\n".join(found.barriers)
    assert not found.overflowing, "\n".join(found.overflowing)


async def test_the_desk_chooses_the_parts_of_a_conclusion(served: Served, opened: Opened) -> None:
    stage = await set_table(served)
    page = await stage.sit(await opened(**LAPTOP), await stage.enter("Samira", Role.FACILITATOR))
    desk = Facilitator(page)
    await stage.go_to("Conclusions")
    await expect(page.get_by_role("button", name="Figer le texte")).to_be_visible()
    await desk.press("Conduire l’activité")
    await page.get_by_role("menuitem", name="Modifier l’activité").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label(with_words("Titre de la rubrique ", "1")).fill("Ce qui nous rassemble")
    await dialog.get_by_role("button", name=with_words("Retirer la rubrique ", "2")).click()
    await dialog.get_by_role("button", name=with_words("Monter la rubrique ", "2")).click()
    await expect(dialog.get_by_label(with_words("Titre de la rubrique ", "2"))).to_have_value("Ce qui nous rassemble")
    await dialog.get_by_role("button", name="Ajouter une rubrique").click()
    await dialog.get_by_label(with_words("Titre de la rubrique ", "5")).fill("Pour la Ville")
    await desk.submit("Garder")
    fields = stage.one(Conclusion).fields
    assert [(field.id, field.title) for field in fields] == [
        ("proposals", ""),
        ("agreed", "Ce qui nous rassemble"),
        ("questions", ""),
        ("minority", ""),
        ("f1", "Pour la Ville"),
    ]
    await expect(page.get_by_role("heading", name="Pour la Ville")).to_be_visible()


async def test_a_vote_left_open_follows_the_room_and_is_published_after_the_end(served: Served, opened: Opened) -> None:
    stage = await set_table(served)
    jeanne = await stage.enter("Jeanne")
    await stage.go_to("Conclusions")
    async with writing(stage, jeanne, stage.one(Conclusion).id) as pen:
        await pen.write("agreed", "Garder le milieu libre.")
    page = await stage.sit(await opened(**LAPTOP), await stage.enter("Odile", Role.ORGANIZER))
    desk, found = Facilitator(page), Findings()
    await desk.press("Mettre au vote")
    await desk.submit("Ouvrir le vote")
    await expect(page.get_by_text("Un vote est ouvert : il le reste")).to_be_visible()
    await desk.go_on("Ensuite")
    phone = await stage.sit(await opened(**PHONE), jeanne)
    await Citizen(phone, "Jeanne").vote("Pour")
    left = page.get_by_role("group").filter(has_text=sentence("1 vote à terminer"))
    await expect(left).to_contain_text("Conclusions · Plénière")
    await found.judge("desk", page)

    await desk.press("Menu du poste")
    await page.get_by_text("Exports").first.click()
    await desk.press("Terminer l’atelier…")
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Adoptez-vous la conclusion")
    await found.judge("ending", page)
    await dialog.get_by_label("J’ai compris").check()
    await desk.submit("Terminer pour toujours")
    await left.get_by_role("button", name="Publier le résultat").click()
    await expect(left).to_have_count(0)
    assert stage.one(Conclusion).state is Standing.ADOPTED
    assert found.barriers + found.overflowing == []


async def test_a_reload_and_a_kill_keep_every_word(palabre: Palabre, opened: Opened) -> None:
    page = await enter(await opened(**PHONE), palabre.links["participant"], "Jeanne")
    writer = Writer(page)
    desk = Facilitator(await enter(await opened(**LAPTOP), palabre.links["facilitator"], "Samira"))
    for step in ("Accueil", "Idées", "Priorités", "En groupes", "Pause", "Conclusions"):
        await desk.go_on(step)
    await desk.open_groups()
    await writer.write(AGREED, "Écrit avant la panne.")
    await writer.is_saved()
    await palabre.kill()
    await page.keyboard.type(" Écrit pendant.")
    await expect(page.get_by_text("Partira au retour du réseau").first).to_be_visible()
    await palabre.start()
    await writer.is_saved()
    await page.keyboard.type(" Écrit après.")
    await writer.is_saved()
    await palabre.kill()
    await palabre.start()
    await page.reload()
    await writer.reads(AGREED, "Écrit avant la panne. Écrit pendant. Écrit après.")
