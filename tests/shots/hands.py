"""What facilitators have in hand: the moments of that workshop with the dialogs of each, and the doors that wait."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, expect

from rooms.permissions import Role
from tests.evening.hands import Hands, leave, open_hands
from tests.serving import Served
from tests.shots.camera import WIDTHS, Camera, pressed, seated, settings


async def picture_hands(served: Served, browser: Browser, language: str, folder: Path) -> None:
    hands = await open_hands(served, language)
    contexts = {width: await browser.new_context(**settings(language, width)) for width in WIDTHS}
    for width, context in contexts.items():
        await picture_questions(hands, context, folder, width)
    camera = Camera(hands, folder, await seated(hands, contexts))
    async for moment in hands.moments():
        if moment.name == "composed":
            # From now on the desk looks at the group of the first of all.
            for width in WIDTHS:
                await camera.pages[f"desk-{width}"].keyboard.press(str(hands.groups.index(hands.home) + 2))
        await camera.take_moment(moment)
        await take_opened(camera, hands, moment.name)
    for width, context in contexts.items():
        await picture_waiting(hands, context, folder, width)
        await context.close()
    await leave(hands)


async def take_opened(camera: Camera, hands: Hands, moment: str) -> None:
    say = hands.texts
    desk = camera.pages["desk-1440"]
    match moment:
        case "queue":
            await camera.take_dialog("room", "hand-up", say("hand-up"))
            await camera.take_dialog("desk", "floor", say("floor-rules"), panel="people")
            await camera.take_panels("queue", "people")
            await camera.take_dialog("desk", "registration", pressing="y")
        case "turn":
            for width in WIDTHS:
                page = camera.pages[f"room-{width}"]
                await pressed(page, say("floor-write")).first.click()
                await page.get_by_role("textbox", name=say("turn-type")).fill(hands.said["typed"])
                await camera.take(page, f"typing-room-{width}")
                await pressed(page, say("floor-speak")).first.click()
        case "typed":
            await camera.take_panels("typed", "screen")
        case "fishbowl":
            await camera.take_panels("fishbowl", "people")
        case "spoken":
            await camera.take_dialog("room", "spoken", say("people-count", count=len(hands.people)), widths=("390",))
        case "late":
            for width in WIDTHS:
                page = camera.pages[f"desk-{width}"]
                await page.get_by_text(say("catch-up")).click()
                await camera.take(page, f"catching-up-desk-{width}")
                await page.get_by_text(say("catch-up")).click()
        case "composing":
            await take_composing(camera, hands)
        case "composed":
            await camera.take_dialog("room", "switch", say("group-switch"))
            await camera.take_dialog("desk", "release", say("release-button"), panel="groups")
            await camera.take_dialog("desk", "rotate", say("rotate"), panel="groups")
            await take_rotation(camera, hands)
            await camera.take_panels("composed", "groups")
        case "released":
            await camera.take_panels("released", "groups")
        case "called":
            await take_tower(camera, desk)
            await camera.take_panels("called", "people")
            await camera.take_dialog("desk", "keys", pressing="?")
            await camera.take_dialog("desk", "order", pressing="o")
            await camera.take_dialog("desk", "team", pressing="l")
            await camera.take_dialog("desk", "rehearsal", pressing="j")
            await camera.take_dialog("desk", "turn-away", say("door-turn-away"), panel="people")
            await take_message(camera, hands)
            room = say("room-actions", name=hands.groups[2].name)
            await camera.take_dialog("desk", "assign", room, say("assign"), panel="groups")
            await camera.take_dialog("desk", "end", room, say("room-end"), panel="groups")
            person = say("person-actions", name=hands.people[0].name)
            await camera.take_dialog("desk", "put-out", person, say("person-put-out"), panel="people")
            for width in WIDTHS:
                page = camera.pages[f"desk-{width}"]
                await page.keyboard.press("+")
                await expect(pressed(page, say("undo")).first).to_be_visible()
                await camera.take(page, f"undo-desk-{width}")
            await camera.take_dialog("desk", "acts", pressing="z")
        case "judged":
            await camera.take_panels("judged", "people")
            await camera.take_dialog("room", "report", say("more-actions"), say("text-report"))
            await camera.take_dialog("room", "pending", say("messages"), widths=("390",))
            await camera.take_dialog("desk", "hide", say("text-hide"), panel="people")
        case "visiting":
            await camera.take_panels("visiting", "screen")
            for place in ("room-390", "room-1440"):
                page = camera.pages[place]
                await page.get_by_role("button", name=say("remark-send")).scroll_into_view_if_needed()
                await camera.take(page, f"visiting-below-{place}")


async def take_composing(camera: Camera, hands: Hands) -> None:
    say = hands.texts
    for width in WIDTHS:
        page = camera.pages[f"desk-{width}"]
        if width == "390":
            await camera.turn_to("groups")
        await pressed(page, say("compose-open-page")).first.click()
        await expect(page.get_by_role("region", name=hands.groups[0].name)).to_be_visible()
        await camera.take(page, f"composing-page-{width}")
        for tab in ("how", "balance") if width == "390" else ():
            await page.get_by_role("tab", name=say(f"compose-{tab}")).click()
            await camera.take(page, f"composing-{tab}-{width}")
            await page.get_by_role("tab", name=say("compose-groups")).click()
        await page.get_by_role("dialog").get_by_role("button", name=hands.people[5].name).first.click()
        await expect(page.get_by_role("dialog")).to_have_count(2)
        await camera.take(page, f"dialog-move-drawn-{width}")
        await page.keyboard.press("Escape")
        await pressed(page, say("compose-back")).first.click()
        await expect(page.get_by_role("dialog")).to_have_count(0)
        if width == "390":
            await camera.turn_to("agenda")


async def take_rotation(camera: Camera, hands: Hands) -> None:
    """Who would go where: nobody does."""
    say, page = hands.texts, camera.pages["desk-1440"]
    await pressed(page, say("rotate")).first.click()
    await pressed(page, say("rotate-preview")).first.click()
    await expect(page.get_by_role("heading", name=say("rotate-title"))).to_be_visible()
    await camera.take(page, "dialog-rotation-1440")
    await page.keyboard.press("Escape")
    await hands.stage.do("rotation.drop")


async def take_tower(camera: Camera, desk: Page) -> None:
    await desk.keyboard.press("c")
    await expect(desk.locator("#tower-title")).to_be_visible()
    await expect(desk.get_by_role("row").nth(4)).to_be_visible()
    await camera.take_page(desk, "tower-desk-1440")
    await desk.keyboard.press("c")


async def take_message(camera: Camera, hands: Hands) -> None:
    say = hands.texts
    for width in WIDTHS:
        page = camera.pages[f"desk-{width}"]
        await page.keyboard.press("m")
        dialog = page.get_by_role("dialog")
        await dialog.get_by_label(say("message-to")).select_option(label=say("message-several"))
        await camera.take(page, f"dialog-message-{width}")
        await page.keyboard.press("Escape")
        await expect(dialog).to_have_count(0)


async def picture_questions(hands: Hands, context: BrowserContext, folder: Path, width: str) -> None:
    page = await context.new_page()
    await page.goto(hands.stage.link(Role.PARTICIPANT))
    await expect(page.get_by_label(hands.said["quarter"])).to_be_visible()
    await page.screenshot(path=folder / f"door-questions-{width}.png", full_page=True)
    await page.close()


async def picture_waiting(hands: Hands, context: BrowserContext, folder: Path, width: str) -> None:
    """The door that waits, that turns one away, and that is shut."""
    stage, say = hands.stage, hands.texts
    link = stage.link(Role.PARTICIPANT)
    await stage.do("workshop.doors", doors="waiting")
    page = await context.new_page()
    await page.goto(link)
    await page.get_by_label(say("join-name")).fill(hands.said["stranger"])
    await page.get_by_label(hands.said["quarter"]).select_option(index=1)
    await page.get_by_role("button", name=say("join-go")).click()
    await expect(page.get_by_role("heading", name=say("waiting-title"))).to_be_visible()
    await page.screenshot(path=folder / f"door-waiting-{width}.png")
    await stage.do("workshop.doors", doors="locked")
    await context.clear_cookies()
    await page.evaluate("localStorage.clear(), sessionStorage.clear()")
    await page.goto(link)
    await expect(page.get_by_role("status").filter(has_text=say("shut-doors_locked"))).to_be_visible()
    await page.screenshot(path=folder / f"door-locked-{width}.png")
    await page.close()
