"""A camera before the pages of one evening: moments, dialogs, and where to press for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserContext, Locator, Page, expect

from tests.evening import Evening, Moment

LOCALES = {"fr": "fr-FR", "en": "en-GB", "ar": "ar-MA"}
WIDTHS: dict[str, dict[str, Any]] = {
    "390": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "1440": {"viewport": {"width": 1440, "height": 900}},
}
EVENING = 19


@dataclass(slots=True)
class Camera:
    """The room of one citizen and the desk, each at each width."""

    evening: Evening
    folder: Path
    pages: dict[str, Page]

    async def take(self, page: Page, name: str) -> None:
        await page.evaluate("document.fonts.ready")
        await page.screenshot(path=self.folder / f"{name}.png", animations="disabled", caret="hide")
        print(".", end="", flush=True)

    async def take_page(self, page: Page, name: str) -> None:
        """Without the marks of what the camera itself has pressed."""
        await page.mouse.move(0, 0)
        await page.evaluate("document.activeElement?.blur()")
        await self.take(page, name)

    async def take_moment(self, moment: Moment, dark: bool = False) -> None:
        for place, page in reversed(self.pages.items()):
            # A phone shows only a part of the desk; it follows no later than the wide one.
            if place != "desk-390":
                await follow(page, moment.in_room if place.startswith("room") else moment.at_desk)
            await self.take_page(page, f"{moment.name}-{place}")
            if dark:
                await page.emulate_media(color_scheme="dark")
                await self.take(page, f"{moment.name}-{place}-dark")
                await page.emulate_media(color_scheme="light")

    async def take_panels(self, name: str = "panel", *panels: str) -> None:
        """What a phone shows of the desk one at a time."""
        for panel in panels or ("screen", "groups", "people"):
            await self.turn_to(panel)
            await self.take(self.pages["desk-390"], f"{name}-{panel}-desk-390")
        await self.turn_to("agenda")

    async def turn_to(self, panel: str) -> None:
        say = self.evening.texts
        title = {"agenda": say("agenda"), "people": say("people-title")}.get(panel) or say(f"panel-{panel}")
        await self.pages["desk-390"].get_by_role("navigation").get_by_role("button", name=title).first.click()

    async def take_dialog(
        self,
        entry: str,
        name: str,
        *buttons: str,
        widths: tuple[str, ...] = tuple(WIDTHS),
        pressing: str = "",
        panel: str = "",
    ) -> None:
        """What a key and then these buttons open, in a panel of the desk; one that is not there at this width is passed
        over."""
        for width in widths:
            page = self.pages[f"{entry}-{width}"]
            if panel and width == "390":
                await self.turn_to(panel)
            if pressing:
                await page.keyboard.press(pressing)
                await expect(page.get_by_role("dialog")).to_be_visible()
            for button in buttons:
                if await pressed(page, button).count():
                    await pressed(page, button).first.click()
            dialog = page.get_by_role("dialog")
            if await dialog.count():
                await self.take(page, f"dialog-{name}-{width}")
                await page.keyboard.press("Escape")
                await expect(dialog).to_have_count(0)
            if panel and width == "390":
                await self.turn_to("agenda")


def evening_zone() -> str:
    """Where it is evening now, so that pictures taken by night show no odd hours."""
    ahead = (EVENING - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}"


def settings(language: str, width: str) -> dict[str, Any]:
    """Of a device of this width, with somebody before it who reads this language."""
    person = {"locale": LOCALES[language], "timezone_id": evening_zone(), "reduced_motion": "reduce"}
    return person | WIDTHS[width]


def pressed(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name).or_(page.get_by_role("menuitem", name=name)).filter(visible=True)


async def follow(page: Page, words: str) -> None:
    """Wait until a page shows what tells that it has followed."""
    said = page.get_by_text(words).or_(page.get_by_role("button", name=words))
    await expect(said.filter(visible=True).first).to_be_visible()


async def seated(evening: Evening, contexts: dict[str, BrowserContext]) -> dict[str, Page]:
    pages: dict[str, Page] = {}
    for width, context in contexts.items():
        pages[f"room-{width}"] = await evening.stage.sit(context, evening.people[0])
        pages[f"desk-{width}"] = await evening.stage.sit(context, evening.facilitator)
    return pages
