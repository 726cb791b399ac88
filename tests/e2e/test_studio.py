"""The studio in a browser: a process is written, refused, published; its workshop planned, copied, taken away."""

from __future__ import annotations

import asyncio
import json
import secrets
from pathlib import Path

import httpx2
import pytest
from playwright.async_api import Locator, Page, expect

from facilitation.staff import StaffRole
from persistence.colleagues import Colleagues, StudioSession
from persistence.outbox import Letter
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.planning import CATALOGUES, DAY, Planning, entrance, open_planning
from tests.serving import Served
from web.tokens import mark_of

FR = CATALOGUES["fr"]
READ_MS = 30_000
"""For a process of its own to read an archive."""
SCOPE = "Les usages de la place"


async def come_in(served: Served, opened: Opened, label: str = "Claire Vasseur") -> Page:
    page = await (await opened()).new_page()
    await page.goto(await entrance(served, label))
    await expect(page.get_by_role("heading", level=1)).to_have_text(FR("nav-all"))
    return page


async def at_process(opened: Opened, planning: Planning, where: str | None = None, **device: object) -> Page:
    page = await (await opened(**(device or LAPTOP))).new_page()
    await page.goto(planning.entrance + (where or planning.at_workshop))
    await expect(page.get_by_role("heading", level=1)).to_have_text(planning.words["process"]["title"])
    return page


async def choose(page: Page, menu: str, item: str) -> None:
    await page.get_by_role("button", name=menu, exact=True).click()
    await page.get_by_role("menuitem", name=item).click()


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


async def submit(page: Page, name: str) -> None:
    await dialog(page).get_by_role("button", name=name, exact=True).click()


async def saved(page: Page, name: str) -> None:
    """Press it, and wait until the dialog has closed over it."""
    await submit(page, name)
    await expect(dialog(page)).to_have_count(0)


async def new_process(page: Page, title: str) -> None:
    await page.get_by_role("button", name=FR("process-new")).first.click()
    await dialog(page).get_by_label(FR("process-title")).fill(title)
    await saved(page, FR("process-create"))
    await expect(page.get_by_role("heading", level=1)).to_have_text(title)


async def add_phase(page: Page, title: str, *dates: str) -> None:
    await page.get_by_role("button", name=FR("phase-add")).first.click()
    form = dialog(page)
    await form.get_by_label(FR("phase-title")).fill(title)
    for label, date in zip((FR("phase-starts"), FR("phase-ends")), dates, strict=False):
        await form.get_by_label(label, exact=True).fill(date)
    await saved(page, FR("phase-add-short"))


async def test_a_process_is_published_once_it_says_what_people_are_owed(served: Served, opened: Opened) -> None:
    page = await come_in(served, opened)
    await new_process(page, "Des bancs à l’ombre")
    await page.get_by_role("button", name=FR("process-publish")).click()
    checklist = page.locator("#checklist")
    await expect(checklist).to_be_focused()
    await expect(checklist.get_by_role("alert")).to_be_visible()
    for missing in ("check-lead", "check-scope", "check-integration", "check-phases", "check-dates"):
        await expect(checklist.get_by_role("link", name=FR(missing))).to_be_visible()

    await page.get_by_label(FR("process-lead"), exact=True).fill("Où mettre des bancs ?")
    await page.get_by_label(FR("process-scope"), exact=True).fill(SCOPE)
    await page.get_by_role("radio", name=FR("integration-consult")).check()
    await page.get_by_role("button", name=FR("save"), exact=True).click()
    await expect(checklist.get_by_role("link", name=FR("check-scope"))).to_have_count(0)

    await checklist.get_by_role("link", name=FR("check-phases")).click()
    await add_phase(page, "Écouter")
    await expect(checklist).to_contain_text("Écouter")
    await page.get_by_role("button", name=FR("phase-edit"), exact=True).click()
    await dialog(page).get_by_label(FR("phase-starts"), exact=True).fill("2026-05-01T09:00")
    await dialog(page).get_by_label(FR("phase-ends"), exact=True).fill("2026-04-01T09:00")
    await submit(page, FR("save"))
    await expect(dialog(page).get_by_label(FR("phase-starts"), exact=True)).to_have_attribute("aria-invalid", "true")
    await dialog(page).get_by_label(FR("phase-ends"), exact=True).fill("2026-06-01T09:00")
    await saved(page, FR("save"))

    await page.get_by_role("button", name=FR("process-publish")).click()
    await expect(page.get_by_text(FR("standing-published"), exact=True)).to_be_visible()
    async with page.context.expect_page() as shown:
        await page.get_by_role("link", name=FR("process-page")).click()
    public = await shown.value
    await expect(public.get_by_role("heading", level=1)).to_have_text("Des bancs à l’ombre")
    await expect(public.get_by_text(SCOPE)).to_be_visible()


async def test_a_workshop_is_planned_step_by_step_and_room_by_room(served: Served, opened: Opened) -> None:
    page = await come_in(served, opened)
    await new_process(page, "Cantines, et demain")
    await page.get_by_role("link", name=FR("part-phases"), exact=True).click()
    await add_phase(page, "Goûter", "2026-05-01T09:00", "2026-06-01T09:00")
    await page.get_by_role("button", name=FR("workshop-new")).click()
    await dialog(page).get_by_role("radio", name=FR("workshop-from-empty"), exact=False).check()
    await saved(page, FR("workshop-create"))
    grid = page.get_by_role("table", name=FR("grid"))

    await page.get_by_role("button", name=FR("step-add-button")).click()
    await dialog(page).get_by_label(FR("step-title"), exact=True).fill("Idées")
    await saved(page, FR("step-add"))
    await expect(grid.get_by_role("rowheader")).to_contain_text("Idées")
    for name in ("Entrées", "Desserts"):
        await page.get_by_role("button", name=FR("room-add-button")).click()
        await dialog(page).get_by_label(FR("room-name"), exact=True).fill(name)
        await saved(page, FR("room-add"))
        await expect(grid.get_by_role("columnheader").filter(has_text=name)).to_be_visible()

    await choose(page, FR("step-actions", title="Idées"), FR("plan-groups"))
    await dialog(page).get_by_label(FR("plan-question"), exact=True).fill("Que mange-t-on ?")
    await dialog(page).get_by_label(FR("set-column", number=1)).first.fill("Envies")
    await saved(page, FR("save"))
    await expect(grid.get_by_role("button").filter(has_text="Que mange-t-on ?")).to_have_count(2)
    await grid.get_by_role("button").filter(has_text="Que mange-t-on ?").nth(1).click()
    await dialog(page).get_by_label(FR("plan-question"), exact=True).fill("Et pour finir ?")
    await saved(page, FR("save"))
    await expect(grid.get_by_role("button").filter(has_text="Que mange-t-on ?")).to_have_count(1)
    await page.reload()
    await expect(grid.get_by_role("button").filter(has_text="Et pour finir ?")).to_be_visible()

    await choose(page, FR("room-actions", name="Desserts"), FR("room-drop"))
    await saved(page, FR("room-drop"))
    await expect(grid.get_by_role("columnheader").filter(has_text="Desserts")).to_have_count(0)


async def test_a_workshop_comes_back_from_its_archive(served: Served, opened: Opened, tmp_path: Path) -> None:
    planning = await open_planning(served, "fr")
    entered = await planning.ask("POST", f"/workshops/{planning.workshop}/enter", {})
    async with httpx2.AsyncClient(base_url=served.url) as http:
        headers = {"Authorization": f"Bearer {entered['session']}"}
        archive = await http.get("/api/archive", headers=headers, timeout=60)
    file = tmp_path / "atelier.zip"
    file.write_bytes(archive.content)
    page = await come_in(served, opened)
    await page.get_by_role("button", name=FR("archive-import")).click()
    await expect(dialog(page).get_by_label(FR("archive-file"))).to_be_focused()
    await submit(page, FR("archive-import-do"))
    await expect(dialog(page).get_by_role("alert")).to_have_text(FR("refused-file_missing"))
    text = tmp_path / "text.zip"
    text.write_bytes(b"nothing of the kind")
    for wrong, why in ((file, "déjà sur ce serveur"), (text, "pas l’archive d’un atelier")):
        await dialog(page).get_by_label(FR("archive-file")).set_input_files(wrong)
        await submit(page, FR("archive-import-do"))
        await expect(dialog(page).get_by_role("alert")).to_contain_text(why, timeout=READ_MS)
    found = Findings()
    await found.judge("import", page)
    assert found.barriers == []
    await planning.ask("DELETE", f"/workshops/{planning.workshop}")
    await dialog(page).get_by_label(FR("archive-file")).set_input_files(file)
    await submit(page, FR("archive-import-do"))
    await expect(dialog(page)).to_have_count(0, timeout=READ_MS)
    await expect(page.get_by_role("heading", level=1)).to_have_text(planning.words["workshop"]["title"])


async def test_links_are_printed_from_the_studio_on_a_sheet(served: Served, opened: Opened) -> None:
    planning = await open_planning(served, "fr")
    page = await at_process(opened, planning)
    await page.get_by_role("button", name=FR("workshop-links")).click()
    await expect(dialog(page).get_by_role("img").first).to_be_visible()
    async with page.context.expect_page() as shown:
        await dialog(page).get_by_role("link", name=FR("share-page")).click()
    sheet = await shown.value
    await expect(sheet.locator("article.link").first).to_be_visible()
    await sheet.emulate_media(media="print")
    await expect(sheet.locator("article.link:visible")).to_have_count(2)
    await expect(sheet.get_by_role("button").filter(visible=True)).to_have_count(0)


async def test_a_workshop_is_repeated_on_another_day_and_taken_away(served: Served, opened: Opened) -> None:
    planning = await open_planning(served, "fr")
    words = planning.words["workshop"]
    page = await at_process(opened, planning)
    await page.get_by_role("button", name=FR("workshop-repeat")).click()
    await dialog(page).get_by_label(FR("workshop-title")).fill("Une seconde soirée")
    await submit(page, FR("workshop-duplicate-do"))
    await expect(page.get_by_role("heading", name="Une seconde soirée", level=3)).to_be_visible()
    await expect(page.get_by_role("button").filter(has_text=words["questions"][3])).to_be_visible()

    await choose(page, FR("workshop-actions"), FR("workshop-remove"))
    await expect(dialog(page)).to_contain_text(FR("lost-steps", count=5))
    await expect(dialog(page)).to_contain_text(FR("lost-notes", count=0))
    await dialog(page).get_by_role("checkbox").check()
    await saved(page, FR("workshop-remove"))
    await expect(page.get_by_text(FR("workshop-gone"))).to_be_visible()
    left = (await planning.ask("GET", "/workshops"))["workshops"]
    assert "Une seconde soirée" not in [each["title"] for each in left]


async def test_a_phase_is_moved_by_the_mouse_and_by_the_keys(served: Served, opened: Opened) -> None:
    planning = await open_planning(served, "fr")
    page = await at_process(opened, planning)
    bar = page.get_by_role("region", name=FR("part-phases")).get_by_role("link", name=planning.words["phases"][3])
    saved = page.get_by_role("status").filter(has_text=FR("studio-saved"))
    before = await dates(planning, 3)
    box = await bar.bounding_box()
    assert box
    await page.mouse.move(box["x"] + 20, box["y"] + 20)
    await page.mouse.down()
    await page.mouse.move(box["x"] + 80, box["y"] + 20, steps=4)
    async with page.expect_response("**/api/studio/phases/*"):
        await page.mouse.up()
    dragged = await dates(planning, 3)
    start, end = days_between(before, dragged)
    assert start == end > 1
    await bar.focus()
    await page.keyboard.down("Shift")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowRight")
    async with page.expect_response("**/api/studio/phases/*"):
        await page.keyboard.up("Shift")
    assert days_between(dragged, await dates(planning, 3)) == [2, 2]
    await expect(saved.first).to_be_visible()


async def test_what_is_not_saved_is_not_left_by_a_stray_click(served: Served, opened: Opened) -> None:
    planning = await open_planning(served, "fr")
    page = await at_process(opened, planning, f"#process/{planning.process}/about")
    lead = page.get_by_label(FR("process-lead"), exact=True)
    await lead.fill("Autre chose")
    await page.get_by_role("link", name=FR("part-documents"), exact=True).click()
    await expect(dialog(page)).to_be_visible()
    await dialog(page).get_by_role("button", name=FR("form-go-on")).click()
    await expect(lead).to_have_value("Autre chose")
    await page.get_by_role("link", name=FR("part-documents"), exact=True).click()
    await dialog(page).get_by_role("button", name=FR("form-throw-away")).click()
    await expect(page.get_by_role("heading", name=FR("part-documents"))).to_be_visible()


async def test_two_colleagues_do_not_write_over_one_another(served: Served, opened: Opened) -> None:
    planning = await open_planning(served, "fr")
    page = await at_process(opened, planning, f"#process/{planning.process}/about")
    await page.get_by_label(FR("process-scope"), exact=True).fill(SCOPE)
    shown = await planning.ask("GET", f"/processes/{planning.process}")
    face = {**shown["process"]["face"], "contact": "Une collègue"}
    wish = {"face": face, "seen": shown["process"]["version"]}
    await planning.ask("PUT", f"/processes/{planning.process}", wish)
    await page.get_by_role("button", name=FR("save"), exact=True).click()
    await expect(page.get_by_text(FR("process-stale"))).to_be_visible()
    await expect(page.get_by_label(FR("process-scope"), exact=True)).to_have_value(SCOPE)
    await page.get_by_role("button", name=FR("process-stale-theirs")).click()
    await expect(page.get_by_label(FR("process-contact"), exact=True)).to_have_value("Une collègue")


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("device", [PHONE, LAPTOP], ids=["phone", "laptop"])
async def test_the_studio_has_no_barriers_and_fits(
    served: Served, opened: Opened, language: str, device: dict[str, object]
) -> None:
    planning = await open_planning(served, language)
    say = planning.texts
    page = await (await opened({"fr": "fr-FR", "ar": "ar-MA"}[language], **device)).new_page()
    found = Findings(in_the_dark=language == "fr")
    await page.goto(planning.entrance)
    await expect(page.get_by_role("heading", level=1)).to_have_text(say("nav-all"))
    await found.judge("home", page)
    process = f"#process/{planning.process}"
    for name, where, shown in (
        ("workshop", planning.at_workshop, page.get_by_role("table", name=say("grid"))),
        ("information", f"{process}/phases/{planning.phases[2]}", page.get_by_text(say("contributions"), exact=True)),
        ("about", f"{process}/about", page.get_by_label(say("process-lead"), exact=True)),
        ("documents", f"{process}/documents", page.get_by_label(say("document-title"))),
        ("branding", "#branding", page.get_by_label(say("branding-colour"), exact=True)),
        ("team", "#team", page.get_by_label(say("team-for"))),
    ):
        await page.evaluate("where => location.hash = where", where)
        await expect(shown).to_be_visible()
        await found.judge(name, page)
    await page.evaluate("where => location.hash = where", planning.at_workshop)
    for opener in ("phase-edit", "workshop-repeat", "phase-add"):
        await page.get_by_role("button", name=say(opener), exact=True).click()
        await expect(dialog(page)).to_be_visible()
        await found.judge(f"dialog {opener}", page)
        await page.keyboard.press("Escape")
    assert not found.barriers, "\n".join(found.barriers)
    assert not found.overflowing, "\n".join(found.overflowing)


async def test_a_colour_that_cannot_be_read_is_answered_with_the_nearest_that_can(
    served: Served, opened: Opened
) -> None:
    page = await come_in(served, opened)
    await page.get_by_role("link", name=FR("branding"), exact=True).click()
    await page.get_by_label(FR("branding-colour"), exact=True).fill("#8a8a8a")
    await expect(page.get_by_label(FR("branding-colour"), exact=True)).to_have_attribute("aria-invalid", "true")
    await page.get_by_role("button", name=FR("branding-take")).click()
    taken = await page.get_by_label(FR("branding-colour"), exact=True).input_value()
    await page.get_by_label(FR("branding-name"), exact=True).fill("Ville de Sauvigny")
    async with page.expect_response("**/api/studio/branding") as answered:
        await page.get_by_role("button", name=FR("save"), exact=True).click()
    assert (await (await answered.value).json())["colour"] == taken
    await page.goto(served.url)
    await expect(page.get_by_text("Ville de Sauvigny").first).to_be_visible()


def days_between(before: list[int], after: list[int]) -> list[int]:
    """A day of the calendar, also where clocks change."""
    return [round((later - at) / DAY) for at, later in zip(before, after, strict=True)]


async def dates(planning: Planning, place: int) -> list[int]:
    shown = await planning.ask("GET", f"/processes/{planning.process}")
    face = shown["phases"][place]["phase"]["face"]
    return [face["starts_at"], face["ends_at"]]


async def facilitating(served: Served) -> str:
    """The session of a colleague who facilitates."""
    colleagues, now, token = Colleagues(served.house.engine), served.house.now(), secrets.token_urlsafe(32)
    letter = Letter(address="f@ville.test", subject="", text="", html="", language="fr", until=now + DAY)
    invited = await asyncio.to_thread(
        colleagues.invite, letter.address, "Farid", StaffRole.FACILITATOR, now, now + DAY, lambda colleague: letter
    )
    assert invited.invitation is not None
    farid = await asyncio.to_thread(colleagues.accept, invited.id, invited.invitation, now)
    session = StudioSession(mark_of(token), farid.id, now, now + DAY, None)
    await asyncio.to_thread(colleagues.begin, session)
    return token


async def test_whoever_facilitates_is_offered_nothing_that_would_be_refused(served: Served, opened: Opened) -> None:
    planning = await open_planning(served, "fr")
    page = await (await opened()).new_page()
    session = json.dumps(json.dumps(await facilitating(served)))
    await page.add_init_script(f"localStorage.setItem('palabre.studio', {session})")
    await page.goto(f"{served.url}/studio{planning.at_workshop}")
    await expect(page.get_by_role("heading", level=1)).to_have_text(planning.words["process"]["title"], timeout=30_000)
    await expect(page.get_by_role("link", name=FR("workshop-desk"))).to_be_visible(timeout=30_000)
    for refused in ("phase-add", "phase-edit", "process-publish", "workshop-repeat"):
        await expect(page.get_by_role("button", name=FR(refused), exact=True)).to_have_count(0)
    await page.get_by_role("button", name=FR("workshop-actions"), exact=True).click()
    offered = await page.get_by_role("menuitem").all_inner_texts()
    assert FR("workshop-template") in offered
    assert not {FR(name) for name in ("workshop-edit", "retain", "workshop-close", "workshop-remove")} & {*offered}
    await page.goto(f"{served.url}/studio#process/{planning.process}/about")
    await expect(page.get_by_label(FR("process-title"))).to_be_disabled()
    await expect(page.get_by_role("button", name=FR("save"), exact=True)).to_have_count(0)
    await page.goto(f"{served.url}/studio#process/{planning.process}/documents")
    await expect(page.get_by_text(FR("documents-lead"))).to_be_visible()
    await expect(page.get_by_role("button", name=FR("document-add"))).to_have_count(0)
