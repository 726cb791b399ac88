"""Each page in each of its states: without barriers, within its screen, silent to others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings, barriers, overflowing
from tests.e2e.watch import Watch
from tests.evening import Evening, open_evening
from tests.evening.hands import leave, open_hands
from tests.serving import Served
from tests.stage import set_stage
from web.demo_process import FACE, HEARD, make_process

LOCALES = {"fr": "fr-FR", "ar": "ar-MA"}
DARK = ("hidden", "revealed", "published", "groups", "concluding", "deciding")
"""Moments judged by night too, in French: between them they show every component."""
IN_HAND = ("fishbowl", "spoken", "ranking", "judged", "ending", "visiting")
"""Moments in the hands of facilitators that are judged nowhere else."""
DIALOG = "dialog[open]"


@dataclass
class Toured:
    findings: Findings
    watch: Watch


async def follow(page: Page, words: str) -> None:
    """Wait until a page shows what tells that it has followed."""
    said = page.get_by_text(words).or_(page.get_by_role("button", name=words))
    await expect(said.filter(visible=True).first).to_be_visible()


@pytest_asyncio.fixture(params=LOCALES, scope="module", loop_scope="session")
async def toured(request: pytest.FixtureRequest, browser: Browser, served: Served) -> AsyncIterator[Toured]:
    """A whole evening on a phone and at a desk, judged at each moment."""
    toured = Toured(Findings(in_the_dark=False, in_colour=request.param == "fr"), Watch())
    evening = await open_evening(served, request.param)
    phone = await browser.new_context(locale=LOCALES[request.param], **PHONE)
    laptop = await browser.new_context(locale=LOCALES[request.param], **LAPTOP)
    for context in (phone, laptop):
        toured.watch.over(context)
    room = await evening.stage.sit(phone, evening.people[0])
    desk = await evening.stage.sit(laptop, evening.facilitator)
    async for moment in evening.moments():
        await follow(room, moment.in_room)
        await follow(desk, moment.at_desk)
        toured.findings.in_the_dark = request.param == "fr" and moment.name in DARK
        await toured.findings.judge(f"room, {moment.name}", room)
        await toured.findings.judge(f"desk, {moment.name}", desk)
        await judge_dialogs(toured.findings, evening, moment.name, room, desk)
    yield toured
    await phone.close()
    await laptop.close()


async def judge_dialogs(found: Findings, evening: Evening, moment: str, room: Page, desk: Page) -> None:
    texts = evening.texts
    match moment:
        case "hidden":
            await judge_opened(found, room, texts("note-write"))
        case "revealed":
            await judge_opened(found, room, texts("messages"))
            await judge_opened(found, room, texts("people-count", count=len(evening.people)))
            await judge_opened(found, room, texts("hand-raise"))
            await judge_opened(found, room, texts("hand-raise"), texts("help"))
            await judge_opened(found, room, texts("more"))
            await judge_opened(found, room, texts("more-actions"), texts("note-move"))
            await judge_opened(found, desk, texts("controls"), texts("controls-edit"))
            await judge_opened(found, desk, texts("share-button"))
            await judge_opened(found, desk, texts("message-write"))
        case "choosing":
            await judge_opened(found, desk, texts("groups-open-all"))


async def judge_opened(found: Findings, page: Page, *names: str) -> None:
    """A dialog opened by pressing these buttons one after the other."""
    for name in names:
        await (
            page.get_by_role("button", name=name)
            .or_(page.get_by_role("menuitem", name=name))
            .filter(visible=True)
            .first.click()
        )
    await judge_dialog(found, page, names[-1])


async def judge_dialog(found: Findings, page: Page, name: str) -> None:
    await expect(page.get_by_role("dialog")).to_be_visible()
    await found.judge(f"dialog {name}", page, within=DIALOG)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_live_pages_have_no_barriers(toured: Toured) -> None:
    assert not toured.findings.barriers, "\n".join(toured.findings.barriers)


async def test_live_pages_never_scroll_sideways(toured: Toured) -> None:
    assert not toured.findings.overflowing, "\n".join(toured.findings.overflowing)


async def test_live_pages_ask_nobody_else_and_complain_of_nothing(toured: Toured) -> None:
    assert any("socket.io" in url for url in toured.watch.asked)
    toured.watch.is_quiet()


async def test_what_facilitators_have_in_hand_has_no_barriers_and_fits(served: Served, opened: Opened) -> None:
    hands = await open_hands(served, "fr")
    texts = hands.texts
    room = await hands.stage.sit(await opened(**PHONE), hands.people[0])
    desk = await hands.stage.sit(await opened(**LAPTOP), hands.facilitator)
    found = Findings(in_the_dark=False)
    async for moment in hands.moments():
        if moment.name not in IN_HAND:
            continue
        await follow(room, moment.in_room)
        await found.judge(f"room, {moment.name}", room)
        if moment.name != "judged":
            continue
        await follow(desk, moment.at_desk)
        await found.judge("desk, judged", desk)
        for key in "?ljm":
            await desk.keyboard.press(key)
            await judge_dialog(found, desk, key)
        await judge_opened(found, desk, texts("room-actions", name=hands.groups[2].name), texts("room-end"))
        await judge_opened(found, desk, texts("rotate"))
        # One's own text is not reported: the rude one is somebody else's.
        rude = room.get_by_role("article").filter(has_text=hands.said["rude"])
        await rude.get_by_role("button", name=texts("more-actions")).click()
        await judge_opened(found, room, texts("text-report"))
    await leave(hands)
    assert not found.barriers, "\n".join(found.barriers)
    assert not found.overflowing, "\n".join(found.overflowing)


@pytest.mark.parametrize("language", LOCALES)
async def test_pages_of_the_server_have_no_barriers_and_fit(served: Served, opened: Opened, language: str) -> None:
    stage = await set_stage(served, "Réinventer la place du marché", language)
    facilitator = await stage.enter("Samira", Role.FACILITATOR)
    phone = await opened(LOCALES[language], **PHONE)
    page = await phone.new_page()
    found = Findings()
    await asyncio.to_thread(make_process, served.house)
    for path in (
        "/",
        "/code",
        stage.link(Role.PARTICIPANT),
        "/j/nonsense",
        "/c/AAAAAA",
        "/nowhere",
        f"/w/{stage.id}/room",
        f"/p/{FACE.slug}",
        f"/p/{FACE.slug}/phases/{HEARD}",
        "/privacy",
        "/accessibility",
        "/browsers",
        "/rules",
    ):
        await page.goto(path if path.startswith("http") else served.url + path)
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await found.judge(path, page)
    share = await stage.sit(phone, facilitator, "share")
    await expect(share.locator("article.link").first).to_be_visible()
    await found.judge("share", share)
    assert not found.barriers, "\n".join(found.barriers)
    assert not found.overflowing, "\n".join(found.overflowing)


async def test_the_desk_fits_a_phone(served: Served, opened: Opened) -> None:
    evening = await open_evening(served, "fr")
    page = await evening.stage.sit(await opened(**PHONE), evening.facilitator)
    found = Findings()
    await evening.write()
    await evening.reveal()
    for panel in ("desk", "Salle", "Groupes", "Personnes"):
        if panel != "desk":
            await page.get_by_role("navigation").get_by_role("button", name=panel).click()
        await found.judge(panel, page)
    assert not found.barriers, "\n".join(found.barriers)
    assert not found.overflowing, "\n".join(found.overflowing)


async def test_arabic_reads_from_the_right_and_one_writes_and_votes_in_it(served: Served, opened: Opened) -> None:
    evening = await open_evening(served, "ar")
    texts, words = evening.texts, evening.words["poll"]
    page = await evening.stage.sit(await opened("ar-MA", **PHONE), evening.people[0])
    await expect(page.locator("html[dir=rtl][lang=ar]")).to_be_attached()
    await evening.write()
    await page.get_by_role("button", name=texts("note-write")).click()
    await expect(page.get_by_label(texts("note-text"))).to_have_css("direction", "rtl")
    await page.get_by_label(texts("note-text")).fill("مقاعد تحت الأشجار")
    await page.get_by_role("button", name=texts("note-add")).click()
    note = page.get_by_role("article").filter(has_text="مقاعد تحت الأشجار")
    await expect(note.locator("p")).to_have_css("direction", "rtl")
    text, paper = await ink_of(note.locator("p")), await note.bounding_box()
    assert paper
    assert text["x"] - paper["x"] > paper["x"] + paper["width"] - (text["x"] + text["width"])
    await evening.stage.go_to(words["step"])
    await evening.stage.do("poll.open", poll=evening.poll(words["first"]).id)
    await page.get_by_label(words["first_options"][1]).check()
    await page.get_by_role("button", name=texts("poll-vote")).click()
    await expect(page.get_by_text(texts("poll-done"))).to_be_visible()
    assert evening.poll(words["first"]).turnout == 1


async def ink_of(paragraph: Locator) -> dict[str, float]:
    """Where its words are, without the empty rest of its lines."""
    box: dict[str, float] = await paragraph.evaluate(
        """(element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return range.getBoundingClientRect().toJSON();
        }"""
    )
    return box


async def test_nothing_is_found_on_a_page_that_is_broken(browser: Browser) -> None:
    """The judges judge."""
    page = await browser.new_page()
    await page.set_content("<img src='x'><div style='inline-size:3000px'>wide</div>")
    assert any("image-alt" in each for each in await barriers(page))
    assert await overflowing(page, 320)
    await page.close()
