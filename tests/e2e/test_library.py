"""An agenda that went well is kept, taken to a file and back, and inserted into a workshop that runs."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Page, expect

from rooms.agenda import Step
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.finger import at, finger_on
from tests.e2e.judging import Findings
from tests.e2e.people import ENTERED_MS, sentence
from tests.evening import LOCALES
from tests.planning import entrance
from tests.serving import Served
from tests.stage import Stage, set_stage
from web.languages import Catalogues

FR = Catalogues(LOCALES, "common", "desk", "methods", "tower", "library", "studio", "studio-refusals")["fr"]


def agenda(stage: Stage) -> list[str]:
    return [step.title for step in sorted(stage.every(Step), key=lambda step: step.order)]


async def test_an_agenda_is_kept_brought_in_again_and_inserted_where_people_are(
    served: Served, opened: Opened, tmp_path: Path
) -> None:
    stage, findings = await set_stage(served, "Réinventer la place"), Findings()
    await stage.do("room.add", name="Végétal")
    await stage.add_step("Dire", minutes=10, groups={"kind": "discussion"})
    await stage.add_step("Choisir", minutes=30)

    # In the studio
    page = await (await opened(**LAPTOP)).new_page()
    dialog = page.get_by_role("dialog")
    await page.goto(f"{await entrance(served, 'Claire')}#workshop/{stage.id}")
    await page.get_by_role("button", name=FR("workshop-actions")).click(timeout=ENTERED_MS)
    await page.get_by_role("menuitem", name=FR("library-save")).click()
    await dialog.get_by_label(FR("library-name")).fill("Deux temps")
    await findings.judge("keeping an agenda", page)
    await dialog.get_by_role("button", name=FR("library-save")).click()
    await expect(dialog).to_have_count(0)
    await page.goto(f"{served.url}/studio#")
    kept = page.get_by_role("region", name=FR("library")).get_by_role("listitem").filter(has_text="Deux temps")
    await kept.get_by_role("button").click()
    async with page.expect_download() as download:
        await page.get_by_role("menuitem", name=FR("library-export")).click()
    file, garbage = tmp_path / "agenda.json", tmp_path / "garbage.json"
    await (await download.value).save_as(file)
    garbage.write_bytes(b"\x00 nothing of the kind")
    await page.get_by_role("button", name=FR("library-import")).click()
    for given, name, why in ((garbage, "", "agenda_unreadable"), (file, "", "agenda_taken"), (file, "Encore", "")):
        await dialog.get_by_label(FR("library-file")).set_input_files(given)
        await dialog.get_by_label(FR("library-import-name")).fill(name)
        await dialog.get_by_role("button", name=FR("library-import-do"), exact=True).click()
        if why:
            await expect(dialog.get_by_role("alert")).to_have_text(FR(f"refused-{why}"))
            await findings.judge(why, page)
    await expect(dialog).to_have_count(0)
    await findings.judge("the library", page)

    # At the desk of another one, by keys
    farid = await stage.enter("Farid", Role.FACILITATOR)
    desk = await stage.sit(await opened(**PHONE), farid)
    await expect(desk.get_by_role("button", name=FR("step-add-button"))).to_be_visible(timeout=ENTERED_MS)
    await stage.go_to("Dire")
    await expect(desk.locator("[aria-current=step]")).to_contain_text("Dire")
    await desk.keyboard.press("n")
    form = desk.get_by_role("dialog", name=FR("insert"))
    await form.get_by_label(FR("insert-method")).select_option("Encore")
    await form.get_by_label(FR("insert-minutes")).fill("20")
    await expect(form.get_by_role("listitem")).to_have_text(
        [sentence("Dire 5 min · en groupes"), sentence("Choisir 15 min")]
    )
    await findings.judge("inserting", desk)
    await form.get_by_role("button", name=FR("insert-do", count=2)).click()
    await expect(form).to_have_count(0)
    assert agenda(stage) == ["Dire", "Dire", "Choisir", "Choisir"]
    await desk.keyboard.press("u")
    await served.until(lambda: agenda(stage) == ["Dire", "Choisir"])

    # A finger carries a step
    await stage.add_step("Fin")
    await expect(desk.get_by_text("Fin", exact=True)).to_be_visible()
    await carry(desk, "Fin", "Choisir")
    await served.until(lambda: agenda(stage) == ["Dire", "Fin", "Choisir"])
    assert (findings.barriers, findings.overflowing) == ([], [])


async def carry(page: Page, title: str, onto: str) -> None:
    finger = await finger_on(page)
    rows = page.locator("[data-step]")
    held, target = (rows.filter(has=page.get_by_text(each, exact=True)) for each in (title, onto))
    await held.scroll_into_view_if_needed()
    start, end = await at(held.get_by_text(title, exact=True)), await at(target, 0.2)
    await finger.hold(start, page.locator("[data-step].held"))
    await finger.slide(start, end)
    await finger.lift()
