"""Order in a browser: a door that waits, words that are reported and hidden, and somebody who may not come back."""

from __future__ import annotations

from playwright.async_api import expect

from rooms.activities.board import Note
from rooms.agenda import Workshop
from rooms.moderation import Flag, Settlement
from rooms.people import Participant
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.scene import set_scene, write
from tests.evening import LOCALES
from tests.serving import Served
from web.doors import Entered
from web.languages import Catalogues

FR = Catalogues(LOCALES, "common", "pages", "desk", "order")["fr"]


async def test_a_stranger_is_let_in_writes_what_is_hidden_and_is_banned(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    ana, farid = await stage.enter("Ana"), await stage.enter("Farid", Role.FACILITATOR)
    desk = await stage.sit(await opened(**LAPTOP), farid)
    reader = await stage.sit(await opened(**PHONE), ana)

    await desk.keyboard.press("o")
    order = desk.get_by_role("dialog")
    await order.get_by_role("radio", name=FR("doors-waiting")).check()
    found = Findings()
    await found.judge("order", desk)
    assert found.barriers == []
    await desk.keyboard.press("Escape")

    context = await opened(**PHONE)
    door = await context.new_page()
    await door.goto(stage.link(Role.PARTICIPANT))
    await door.get_by_label(FR("join-name")).fill("Lou")
    await door.get_by_role("button", name=FR("join-go")).click()
    await expect(door.get_by_role("heading", name=FR("waiting-title"))).to_be_visible()
    await door.goto(stage.link(Role.PARTICIPANT))
    await expect(door.get_by_role("heading", name=FR("waiting-title"))).to_be_visible()
    alerts = desk.get_by_role("complementary").get_by_role("article")
    await expect(alerts.filter(has_text="Lou")).to_have_count(1)
    await alerts.filter(has_text="Lou").get_by_role("button", name=FR("door-admit")).click()
    await door.wait_for_url("**/room?**")
    (lou,) = stage.every(Participant, name="Lou")
    assert stage.one(Workshop).doors == "waiting"

    note = await write(stage, Entered("", stage.id, lou.id, lou.role, lou.name), "Un mot dur")
    shown = reader.locator(f"[data-note='{note.id}']")
    await shown.get_by_role("button", name=FR("more-actions")).click()
    await reader.get_by_role("menuitem", name=FR("text-report")).click()
    await reader.get_by_role("radio", name=FR("reason-insult")).check()
    await reader.get_by_role("button", name=FR("text-report"), exact=True).click()
    flagged = alerts.filter(has_text="Un mot dur")
    await flagged.get_by_role("button", name=FR("text-hide")).click()
    await desk.get_by_role("radio", name=FR("reason-insult")).check()
    await desk.get_by_role("dialog").get_by_role("button", name=FR("text-hide"), exact=True).click()
    await expect(shown).to_have_count(0)
    await expect(door.locator(f"[data-note='{note.id}']")).to_contain_text(FR("text-hidden"))
    assert stage.one(Flag).outcome is Settlement.HIDDEN
    assert not stage.one(Note).is_shown

    await desk.get_by_role("button", name=FR("person-actions", name="Lou")).click()
    await desk.get_by_role("menuitem", name=FR("person-put-out")).click()
    await desk.get_by_role("radio", name=FR("person-ban")).check()
    await desk.get_by_label(FR("put-out-words")).fill("Trois fois")
    await desk.get_by_role("dialog").get_by_role("button", name=FR("person-ban"), exact=True).click()
    await expect(door.get_by_text(FR("end-banned"))).to_be_visible()
    await expect(door.get_by_text("Trois fois")).to_be_visible()
    await door.goto(stage.link(Role.PARTICIPANT))
    await door.get_by_label(FR("join-name")).fill("Lou encore")
    await door.get_by_role("button", name=FR("join-go")).click()
    await expect(door.get_by_role("heading", name=FR("shut-banned-title"))).to_be_visible()
