"""An organizer forgets somebody while others write on: what they wrote alone goes, what was written together stays."""

from __future__ import annotations

from playwright.async_api import expect

from persistence.documents import Documents
from rooms.activities.board import Note
from rooms.activities.conclusion import Citation, Conclusion
from rooms.ids import FieldId
from rooms.people import Participant
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.test_conclusion import AGREED, CITED, Writer, give_note, recorded, set_table
from tests.evening import CATALOGUES
from tests.serving import Served

FR = CATALOGUES["fr"]
ERASED = "Texte effacé"
FIELD = FieldId("agreed")


async def test_whoever_writes_on_keeps_the_text_and_nobody_knows_any_more_who_wrote_what(
    served: Served, opened: Opened
) -> None:
    stage = await set_table(served)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    claire = await stage.enter("Claire", Role.ORGANIZER)
    await give_note(stage, people[0])
    await stage.go_to("Conclusions")
    jeanne = Writer(await stage.sit(await opened(**PHONE), people[0]))
    karim = Writer(await stage.sit(await opened(**LAPTOP), people[1]))
    desk = await stage.sit(await opened(**LAPTOP), claire)
    await jeanne.write(AGREED, "Le texte de Jeanne. ")
    await jeanne.is_saved()
    await karim.reads(AGREED, "Le texte de Jeanne.")
    await karim.begin(AGREED)
    await karim.cite()
    await expect(karim.field(AGREED).locator(".ql-editor .cite")).to_have_count(1)
    await karim.is_saved()

    await desk.get_by_role("button", name=FR("person-actions", name="Jeanne")).click()
    await desk.get_by_role("menuitem", name=FR("erase")).click()
    form = desk.get_by_role("dialog")
    found = Findings()
    await found.judge("erasing", desk)
    assert found.barriers == []
    await form.get_by_role("radio", name=FR("erase-texts")).check()
    await form.get_by_role("checkbox").check()
    await form.get_by_role("button", name=FR("erase"), exact=True).click()
    await expect(form).to_have_count(0)
    await expect(desk.get_by_role("button", name=FR("person-actions", name="Jeanne"))).to_have_count(0)
    await expect(jeanne.page.get_by_text("Votre identité a été effacée")).to_be_visible()
    assert stage.one(Participant, id=people[0].participant).name == ""
    assert (stage.one(Note).text, stage.one(Citation).text) == ("", "")

    await karim.reads(AGREED, "Le texte de Jeanne.")
    await karim.field(AGREED).get_by_role("textbox").press("Control+End")
    await karim.page.keyboard.type(" Et celui de Karim.")
    await karim.is_saved()
    await karim.field(AGREED).locator(".cite").click()
    quoted = karim.page.get_by_role("dialog", name="Post-it cité")
    await expect(quoted).to_contain_text(ERASED)
    await expect(quoted).not_to_contain_text(CITED)
    await karim.page.keyboard.press("Escape")
    await karim.page.get_by_role("button", name="Qui a écrit quoi").click()
    runs = karim.field(AGREED).locator(".run")
    await expect(runs.last).to_contain_text("Et celui de Karim.")
    await expect(karim.page.locator("main")).not_to_contain_text("Jeanne:")

    conclusion = stage.one(Conclusion)
    words = (await recorded(served, stage))[FIELD]
    assert words.startswith("Le texte de Jeanne.")
    assert words.endswith("Et celui de Karim.")
    authors = Documents(served.house.engine).authors(stage.id, conclusion.id, [FIELD])
    assert {who for _, who in authors[FIELD]} == {None, people[1].participant}
