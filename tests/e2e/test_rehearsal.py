"""A facilitator tries an hour of agenda out with robots, one of whom leads, and one citizen takes part.

`python -m tests.rehearsal` is the same with sixty of them, in which the agenda takes its time.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from playwright.async_api import Page, expect
from playwright.async_api import TimeoutError as PlaywrightTimeout

from realtime.client import Client
from rooms.activities.conclusion import Conclusion
from rooms.activities.gallery import Gallery
from rooms.agenda import Step
from tests.e2e.conftest import LAPTOP, PHONE, Opened, Palabre
from tests.e2e.hour import AGENDA, BOWL, CONCLUDE, FIRST, IDEAS, IN_GROUPS, OPTIONS, open_with, plan
from tests.e2e.people import Citizen, Facilitator, enter
from tests.e2e.test_conclusion import AGREED, Writer
from tests.e2e.test_floor import raise_hand
from web.robots import address_and_token, join
from web.robots.story import Directed, directed

ROBOTS = int(os.environ.get("PALABRE_TEST_ROBOTS", "8"))
MINUTES = float(os.environ.get("PALABRE_TEST_MINUTES", "0.4"))
"""What the hour takes at least; a step waits for what must come in it."""
COMING_MS = 90_000
VISITED = 3
"""Of so many conclusions each group reads two."""
HELD = ("Idées", "Priorités", "En groupes", "Conclusions", "Visite", "Bocal", "Mise en commun")
MOVED = {
    *(
        "step.start",
        "board.reveal",
        "board.vote",
        "poll.open",
        "poll.publish",
        "compose",
        "groups.open",
        "room.release",
    ),
    *("rotation.propose", "rotation.apply", "gallery.turn", "groups.close", "report_out.present", "poll.count"),
}
LINK = """async (role) => {
  const token = JSON.parse(sessionStorage.getItem("palabre.session." + location.pathname.split("/")[2]));
  const answer = await fetch("/api/links", { headers: { Authorization: `Bearer ${token}` } });
  return (await answer.json()).links.find((link) => link.role === role).url;
}"""

SHOWN = r"""() => document.querySelector("main").innerText
  .replace(/\d+\u2069?(:\d\d|\s(min|s)\b)/g, "…").split("\n")
  .filter((line) => !/d’avance|de retard|rattraper/.test(line))"""
IS = f"(lines) => JSON.stringify(({SHOWN})()) === JSON.stringify(lines)"
log = logging.getLogger(__name__)


@asynccontextmanager
async def connected(link: str, name: str) -> AsyncIterator[Client]:
    address, token = await asyncio.to_thread(address_and_token, link)
    client = Client(address, await asyncio.to_thread(join, address, token, name))
    connection = asyncio.create_task(client.run())
    try:
        yield client
    finally:
        connection.cancel()
        with suppress(asyncio.CancelledError):
            await connection


async def test_an_hour_of_agenda_is_rehearsed_without_a_fault(palabre: Palabre, opened: Opened) -> None:
    for part in (plan, open_with):
        async with connected(palabre.links["organizer"], "Hélène") as organizer:
            await part(organizer)
    page = await enter(await opened(**LAPTOP), palabre.links["facilitator"], "Samira")
    desk = Facilitator(page)
    await open_rehearsal(desk)
    citizen = Citizen(await enter(await opened(**PHONE), await page.evaluate(LINK, "participant"), "Jeanne"), "Jeanne")
    await expect(citizen.page.get_by_text("Rien de ce qui se passe ici ne compte")).to_be_visible()
    await expect(page.get_by_text(re.compile(r"\(robot \d+\)")).first).to_be_visible(timeout=COMING_MS)

    async with connected(await page.evaluate(LINK, "facilitator"), "Robot 0") as client, asyncio.TaskGroup() as group:
        hour = Hour(client)
        leading = group.create_task(directed(client, MINUTES, log.info, closes=False, stays=hour.stays))
        await take_part(citizen, desk, hour)
    given = leading.result()

    await send_robots_away(desk)
    printed = palabre.printed.replace(r"\n", "\n")
    log.info(figures(given, printed))
    assert given.done.keys() >= MOVED
    assert given.done["step.start"] == len(AGENDA)
    assert_sound(printed)
    for each in (citizen.page, page):
        await is_the_same_after_a_reload(each)


class Hour:
    """The steps in which somebody still has something to do."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._held = set(HELD)

    def over(self, step: str) -> None:
        self._held.discard(step)

    def stays(self, step: Step) -> bool:
        state = self._client.store.state
        match step.title:
            case "Conclusions":
                written = sum(conclusion.people > 0 for conclusion in state.all(Conclusion))
                return step.title in self._held or written < VISITED
            case "Visite":
                return any(gallery.turn < min(2, len(gallery.route)) for gallery in state.all(Gallery))
        return step.title in self._held


async def take_part(citizen: Citizen, desk: Facilitator, hour: Hour) -> None:
    page = citizen.page
    await expect(citizen.question(IDEAS)).to_be_visible(timeout=COMING_MS)
    await citizen.write("Une fontaine")
    hour.over("Idées")
    await expect(page.get_by_text(FIRST).first).to_be_visible(timeout=COMING_MS)
    await citizen.vote(OPTIONS[0])
    hour.over("Priorités")
    await expect(citizen.question(IN_GROUPS)).to_be_visible(timeout=COMING_MS)
    await citizen.write("Un abri")
    await desk.announce("Il reste du café.")
    await expect(page.get_by_text("Il reste du café.").first).to_be_visible()
    hour.over("En groupes")
    await expect(citizen.question(CONCLUDE)).to_be_visible(timeout=COMING_MS)
    writer = Writer(page)
    await writer.write(AGREED, "Un abri près de la fontaine.")
    await writer.is_saved()
    hour.over("Conclusions")
    await expect(page.get_by_label("En quelques mots")).to_be_visible(timeout=COMING_MS)
    await expect(citizen.question(BOWL)).to_be_visible(timeout=COMING_MS)
    await raise_hand(page)
    await expect(page.get_by_role("heading", name="Vous êtes au centre")).to_be_visible(timeout=COMING_MS)
    await page.get_by_role("button", name="Quitter ma chaise").click()
    hour.over("Bocal")
    await expect(page.get_by_text(re.compile("présente")).first).to_be_visible(timeout=COMING_MS)
    hour.over("Mise en commun")


async def open_rehearsal(desk: Facilitator) -> None:
    await desk.press("Menu du poste")
    await desk.page.get_by_role("menuitem", name="Répéter avec des robots").click()
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("Nombre de robots").fill(str(ROBOTS))
    await dialog.get_by_label("Durée de la répétition").fill(str(max(1, round(MINUTES))))
    was = desk.page.url
    await dialog.get_by_role("button", name="Ouvrir la répétition").click()
    await desk.page.wait_for_url(lambda url: url != was, timeout=COMING_MS)
    await expect(desk.page.get_by_text("Rien de ce qui se passe ici ne compte")).to_be_visible(timeout=COMING_MS)


async def send_robots_away(desk: Facilitator) -> None:
    await desk.press("Robots et fin")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("Nombre de robots").fill("0")
    await dialog.get_by_role("button", name="Appliquer").click()
    await expect(dialog).to_have_count(0, timeout=COMING_MS)


def figures(given: Directed, printed: str) -> str:
    """What was asked for, what was refused, and what the robots say of themselves."""
    said = printed[printed.rfind("robots of a rehearsal") :]
    return f"led: {dict(given.done)}\nrefused to who led: {dict(given.refused)}\n{said}"


def assert_sound(printed: str) -> None:
    """No fault in the log, and no robot missed a frame, was sent away, or holds what a page opened now does not."""
    assert not re.search("Traceback|level=(error|critical)", printed), printed
    told = dict(re.findall(r"^ *([a-z ]+)  (.*)$", printed, re.MULTILINE))
    faults = ("not joined", "holes in frames", "sent away", "held otherwise")
    assert {fault: told[fault] for fault in faults} == dict.fromkeys(faults, "0"), printed
    assert told["joined"] == told["as fresh pages"] == str(ROBOTS), printed


async def is_the_same_after_a_reload(page: Page) -> None:
    # What says where one has just been taken passes by itself.
    await expect(page.get_by_text("Vous êtes maintenant dans")).to_have_count(0, timeout=COMING_MS)
    before = await shown(page)
    await page.reload()
    with suppress(PlaywrightTimeout):
        await page.wait_for_function(IS, arg=before, timeout=COMING_MS)
    assert await shown(page) == before


async def shown(page: Page) -> list[str]:
    """All lines of a page, without what time makes of them."""
    lines: list[str] = await page.evaluate(SHOWN)
    return lines
