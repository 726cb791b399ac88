"""A facilitator tries a workshop out with robots, and one citizen comes to see.

`python -m tests.rehearsal` is the same with sixty of them, in which the whole agenda takes its time.
"""

from __future__ import annotations

import os
import re

from playwright.async_api import expect

from tests.e2e.conftest import LAPTOP, PHONE, Opened, Palabre
from tests.e2e.people import Citizen, Facilitator, enter

ROBOTS = int(os.environ.get("PALABRE_TEST_ROBOTS", "8"))
STEP_S = float(os.environ.get("PALABRE_TEST_STEP_S", "0"))
"""How long the facilitator stays in each step: in the suite, until what is awaited is there."""
COMING_MS = 60_000
STEPS = ("Accueil", "Idées", "Priorités", "En groupes", "Pause", "Conclusions", "Mise en commun", "Clôture")
LINK = """async () => {
  const token = JSON.parse(sessionStorage.getItem("palabre.session." + location.pathname.split("/")[2]));
  const answer = await fetch("/api/links", { headers: { Authorization: `Bearer ${token}` } });
  return (await answer.json()).links.find((link) => link.role === "participant").url;
}"""


async def test_a_facilitator_rehearses_an_agenda_with_robots(palabre: Palabre, opened: Opened) -> None:
    page = await enter(await opened(**LAPTOP), palabre.links["facilitator"], "Samira")
    desk = Facilitator(page)
    await desk.press("Menu du poste")
    await page.get_by_role("menuitem", name="Répéter avec des robots").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Nombre de robots").fill(str(ROBOTS))
    await dialog.get_by_label("Durée de la répétition").fill("5")
    was = page.url
    await dialog.get_by_role("button", name="Ouvrir la répétition").click()
    await page.wait_for_url(lambda url: url != was, timeout=COMING_MS)
    band = page.get_by_text("Rien de ce qui se passe ici ne compte")
    await expect(band).to_be_visible(timeout=COMING_MS)

    citizen = Citizen(await enter(await opened(**PHONE), await page.evaluate(LINK), "Jeanne"), "Jeanne")
    await expect(citizen.page.get_by_text("Rien de ce qui se passe ici ne compte")).to_be_visible()
    await expect(page.get_by_text(re.compile(r"\(robot \d+\)")).first).to_be_visible(timeout=COMING_MS)

    for step in STEPS:
        await desk.go_on(step)
        if step == "Idées":
            await citizen.write("Une fontaine")
        if step in ("En groupes", "Conclusions"):
            await desk.open_groups()
        await page.wait_for_timeout(STEP_S * 1000)
        if step in ("En groupes", "Conclusions"):
            await desk.call_back_now()
            await expect(citizen.page.get_by_text("Plénière").first).to_be_visible(timeout=COMING_MS)

    await page.get_by_role("button", name="Robots et fin").click()
    await page.get_by_role("dialog").get_by_label("Nombre de robots").fill("0")
    await page.get_by_role("dialog").get_by_role("button", name="Appliquer").click()
    await expect(page.get_by_role("dialog")).to_have_count(0, timeout=COMING_MS)
    assert_sound(palabre.printed)


def assert_sound(printed: str) -> None:
    """No fault in the log, and no robot missed a frame or was sent away."""
    assert not re.search("Traceback|ERROR|CRITICAL", printed), printed
    told = dict(re.findall(r"^ *(not joined|holes in frames|sent away)  (.*)$", printed, re.MULTILINE))
    assert told == {"not joined": "0", "holes in frames": "0", "sent away": "0"}, printed
