"""Coming in freely, and showing who one is to vote or to write: what was begun goes on, also as somebody else."""

from __future__ import annotations

import re

from playwright.async_api import Browser, Page, expect

from rooms.activities.discussion import Message
from rooms.activities.poll import Ballot, Poll
from rooms.people import Participant
from tests.e2e.conftest import PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.test_signing_in import City, city
from tests.mail import words
from tests.stage import Stage, set_stage

__all__ = ["city"]
JEANNE, KARIM = "jeanne@example.test", "karim"
QUESTION = {"text": "Adopter le plan ?", "options": ["Pour", "Contre"], "way": "named"}


async def vote(page: Page, option: str) -> None:
    await page.get_by_label(option, exact=True).check()
    await page.get_by_role("button", name="Voter").click()
    await expect(page.get_by_role("dialog")).to_contain_text("on vote une fois par personne", timeout=30_000)


async def show(city: City, page: Page, findings: Findings | None = None) -> None:
    dialog = page.get_by_role("dialog")
    if findings:
        await findings.judge("the address", page)
    await dialog.get_by_label("Votre adresse électronique").fill(JEANNE)
    await dialog.get_by_role("button", name="Recevoir un code").click()
    await expect(dialog.get_by_label("Votre code")).to_be_focused(timeout=30_000)
    if findings:
        await findings.judge("the code", page)
    code = re.search(r"\b\d{6}\b", words(await city.mail.to(JEANNE)))
    assert code
    await dialog.get_by_label("Votre code").fill(code[0])
    await dialog.get_by_role("button", name="Continuer").click()


async def setting(city: City) -> Stage:
    stage = await set_stage(city.served, "Réinventer la place")
    await stage.do("workshop.media", media="text")
    await stage.add_step("Vote", plenary={"kind": "poll", "title": "Décidons", "questions": [QUESTION]})
    await stage.go_to("Vote")
    await stage.do("poll.open", poll=stage.one(Poll).id)
    return stage


async def test_who_one_is_is_asked_when_it_is_needed(city: City, opened: Opened, browser: Browser) -> None:
    findings = Findings()
    stage = await setting(city)
    await stage.do("workshop.identity", identity="email", actions=["vote"])
    jeanne = await stage.enter("Jeanne")
    page = await stage.sit(await opened(**PHONE), jeanne)
    await vote(page, "Pour")
    await show(city, page, findings)
    await expect(page.get_by_role("dialog")).to_have_count(0, timeout=30_000)
    await city.served.until(lambda: [ballot.participant for ballot in stage.every(Ballot)] == [jeanne.participant])

    second = await stage.sit(await opened(), await stage.enter("J."))
    await vote(second, "Contre")
    await show(city, second)
    dialog = second.get_by_role("dialog")
    await expect(dialog).to_contain_text("Vous êtes déjà dans cet atelier, sous le nom de", timeout=30_000)
    await findings.judge("somebody else", second)
    await dialog.get_by_role("button", name="Continuer sous le nom de").click()
    contre = stage.one(Poll).options[1].id
    await city.served.until(lambda: [ballot.choices for ballot in stage.every(Ballot)] == [(contre,)])
    assert stage.one(Ballot).participant == jeanne.participant

    # Not watched: the provider's own pages ask others for their looks, which nobody needs here.
    await stage.do("workshop.identity", identity="openid", actions=["write"])
    async with await browser.new_context(locale="fr-FR") as elsewhere:
        await elsewhere.route(lambda url: "127.0.0.1" not in url, lambda route: route.abort())
        karim = await stage.enter("Karim")
        third = await stage.sit(elsewhere, karim)
        await third.get_by_label("Écrire un message").fill("Gardons les arbres.")
        await third.keyboard.press("Enter")
        await third.get_by_role("button", name="Agora").click()
        await third.get_by_placeholder("sub").fill(KARIM)
        await third.get_by_role("button", name="Authorize").click()
        await city.served.until(lambda: [message.author for message in stage.every(Message)] == [karim.participant])
        assert stage.one(Participant, id=karim.participant).known_by == "openid"
        await expect(third.get_by_role("dialog")).to_have_count(0)
        assert "#" not in third.url
    assert findings.barriers == []
    assert findings.overflowing == []
