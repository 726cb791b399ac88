"""What people do with their hands, said as they would say it. The pages are in French."""

from __future__ import annotations

import re

from playwright.async_api import BrowserContext, Locator, Page, expect

ENTERED_MS = 20_000
"""For a whole page to come, on a busy machine."""


def with_words(before: str, words: str) -> re.Pattern[str]:
    """A sentence ending in somebody's words, which Fluent wraps in marks of direction."""
    return re.compile(re.escape(before) + "\u2068?" + re.escape(words))


def sentence(words: str) -> re.Pattern[str]:
    """A sentence put together by Fluent, which wraps each part in marks of direction."""
    return re.compile("[\u2068\u2069]*".join(re.escape(character) for character in words))


async def say_name(page: Page, name: str) -> None:
    await arrive(page, name)
    await read_and_write(page)


async def arrive(page: Page, name: str) -> None:
    """Up to the question how one comes."""
    await page.get_by_label("Votre nom").fill(name)
    await page.get_by_role("button", name="Entrer").click()
    await page.wait_for_url("**/w/**")


async def come_with(page: Page, way: str, is_muted: bool = True) -> None:
    """Answer the question how one comes, and enter."""
    await page.get_by_role("button", name=way).first.click()
    if not is_muted:
        await page.get_by_label("Entrer micro coupé").uncheck()
    await page.get_by_role("button", name="Entrer dans la salle").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def read_and_write(page: Page) -> None:
    """Come without microphone: citizens are asked, once in each tab; viewers and the desk are not."""
    asked = page.get_by_role("button", name="Lire et écrire")
    inside = page.get_by_text("Vous regardez", exact=True).or_(page.get_by_role("heading", name="Poste d’animation"))
    await expect(asked.or_(inside).first).to_be_visible(timeout=ENTERED_MS)
    if await asked.is_visible():
        await asked.click()


async def enter(context: BrowserContext, link: str, name: str) -> Page:
    """Open a link and say one's name."""
    page = await context.new_page()
    await page.goto(link)
    await say_name(page, name)
    return page


async def come_back(context: BrowserContext, link: str, name: str) -> Page:
    """Open the link again and be offered to be the same person."""
    page = await context.new_page()
    await page.goto(link)
    await page.get_by_role("button", name=with_words("Continuer comme ", name)).click()
    await page.wait_for_url("**/w/**")
    await read_and_write(page)
    return page


class Citizen:
    """In the room, on a phone or a laptop."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name

    def note(self, text: str) -> Locator:
        return self.page.get_by_role("article").filter(has_text=text)

    def question(self, text: str) -> Locator:
        return self.page.get_by_role("heading", name=text)

    async def type_note(self, text: str) -> None:
        await self.page.get_by_role("button", name=re.compile("Écrire un post-it|Ajouter ici")).first.click()
        await self.page.get_by_label("Votre texte").fill(text)
        await self.page.get_by_role("button", name="Ajouter le post-it").click()

    async def write(self, text: str) -> None:
        """Write a note and see it kept."""
        await self.type_note(text)
        await expect(self.note(text)).to_have_count(1)

    async def act_on(self, text: str, action: str) -> None:
        await self.note(text).get_by_role("button", name="Autres actions").click()
        await self.page.get_by_role("menuitem", name=action).or_(self.page.get_by_role("button", name=action)).click()

    async def stack(self, text: str, onto: str) -> None:
        await self.act_on(text, "Déplacer vers…")
        await self.page.get_by_role("button", name=with_words("Grouper avec « ", onto)).click()

    async def comment(self, text: str, words: str) -> None:
        await self.note(text).get_by_role("button", name="Commentaires").click()
        dialog = self.page.get_by_role("dialog")
        await dialog.get_by_role("textbox").fill(words)
        await dialog.get_by_role("button", name="Envoyer").click()
        await expect(dialog.get_by_text(words)).to_be_visible()
        await dialog.get_by_role("button", name="Fermer").click()

    async def give_dot(self, text: str) -> None:
        await self.note(text).get_by_role("button", name="Mettre une gommette").click()
        await expect(self.note(text).get_by_role("button", name="Reprendre")).to_be_visible()

    async def vote(self, option: str) -> None:
        await self.page.get_by_label(option).check()
        await self.page.get_by_role("button", name="Voter", exact=True).click()
        await expect(self.page.get_by_text("Votre vote est pris en compte.")).to_be_visible()


class Facilitator:
    """At the desk."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def press(self, name: str | re.Pattern[str]) -> None:
        await self.page.get_by_role("button", name=name).first.click()

    async def submit(self, name: str) -> None:
        """Confirm the dialog that is open, and see it close."""
        dialog = self.page.get_by_role("dialog")
        await dialog.get_by_role("button", name=name, exact=True).click()
        await expect(dialog).to_have_count(0)

    async def go_on(self, step: str) -> None:
        await self.press(re.compile(f"(Passer à|Commencer par) {step}"))

    async def announce(self, words: str) -> None:
        await self.press("Écrire un message")
        await self.page.get_by_role("dialog").get_by_label("Message", exact=True).fill(words)
        await self.submit("Envoyer")

    async def open_poll(self, question: str) -> None:
        row = self.page.get_by_role("listitem").filter(has_text=question)
        await row.get_by_role("button", name="Ouvrir").click()
        await self.submit("Ouvrir")

    async def open_groups(self, way: str | None = None) -> None:
        await self.press(re.compile("Ouvrir les groupes|Placer tout le monde"))
        if way:
            await self.page.get_by_role("dialog").get_by_text(way).click()
        await self.submit("Envoyer chacun dans son groupe")

    async def call_back_now(self) -> None:
        await self.press("Rappeler dans 60 s")
        await self.press("Maintenant")

    async def take(self, what: str) -> bytes:
        """Download one of the exports."""
        row = self.page.get_by_role("dialog").get_by_role("listitem").filter(has_text=what).first
        async with self.page.expect_download(timeout=30_000) as download:
            await row.get_by_role("button").click()
        path = await (await download.value).path()
        return path.read_bytes()
