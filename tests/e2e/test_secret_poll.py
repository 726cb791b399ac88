"""Voting in secret and in every kind of question, by touch on a phone and by keys, up to the published result."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Page, expect

from rooms.activities.poll import Poll, Roll
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.judging import Findings
from tests.e2e.test_keyboard import Keys
from tests.serving import Served
from tests.stage import Stage, set_stage

PLACES = ["Les arbres", "Les bancs", "La fontaine"]
SECRET = {"text": "Adopter le plan ?", "options": ["Pour", "Contre", "Je m’abstiens"], "way": "secret"}
CONDITIONS = {"abstains": True, "quorum": 50, "required": 50}


async def put(stage: Stage, **question: Any) -> Poll:
    """A question in plenary, open."""
    await stage.do("poll.add", activity=stage.one(Poll, question="?").activity, question=question)
    poll = stage.one(Poll, question=question["text"])
    await stage.do("poll.open", poll=poll.id)
    return poll


async def setting(served: Served) -> Stage:
    stage = await set_stage(served, "Réinventer la place")
    questions = [{"text": "?", "options": ["a", "b"]}]
    await stage.add_step("Vote", plenary={"kind": "poll", "title": "Décidons", "questions": questions})
    await stage.go_to("Vote")
    return stage


async def end(stage: Stage, poll: Poll) -> Poll:
    await stage.do("poll.close", poll=poll.id)
    await stage.do("poll.publish", poll=poll.id)
    return stage.one(Poll, id=poll.id)


def seen(page: Page, words: str) -> Any:
    return expect(page.get_by_text(words).first)


async def test_a_secret_vote_is_confirmed_final_and_forgotten_by_the_page(served: Served, opened: Opened) -> None:
    stage = await setting(served)
    page = await stage.sit(await opened(**PHONE), await stage.enter("Jeanne"))
    poll = await put(stage, **SECRET, **CONDITIONS)
    findings = Findings()
    await page.get_by_label("Contre").check()
    await findings.judge("secret ballot", page)
    await page.get_by_role("button", name="Voter").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Vous ne pourrez plus changer ce vote.")
    await findings.judge("confirmation", page)
    await dialog.get_by_role("button", name="Revenir").click()
    assert stage.every(Roll) == []
    await page.get_by_label("Pour").check()
    await page.get_by_role("button", name="Voter").click()
    await dialog.get_by_role("button", name="Déposer mon vote").click()
    await seen(page, "Votre vote est dans l’urne. Il est définitif.").to_be_visible()
    await expect(page.get_by_role("button", name="Changer mon vote")).to_have_count(0)
    await page.reload()
    await seen(page, "Votre vote est dans l’urne. Il est définitif.").to_be_visible()
    kept = await page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "choices" not in kept
    assert len(stage.every(Roll)) == 1

    published = await end(stage, poll)
    assert [option.votes for option in published.options] == [1, 0, 0]
    await seen(page, "Adopté.").to_be_visible()
    await seen(page, "Chaque réponse a autant de voix").to_be_visible()
    await findings.judge("secret result", page)
    assert findings.barriers + findings.overflowing == []


async def test_rankings_scores_and_words_are_given_by_touch(served: Served, opened: Opened) -> None:
    stage = await setting(served)
    page = await stage.sit(await opened(**PHONE), await stage.enter("Karim"))
    findings = Findings(in_the_dark=False)

    ranking = await put(stage, text="Par quoi commencer ?", options=PLACES, kind="ranking")
    for place in ("Les bancs", "La fontaine"):
        await page.get_by_role("button", name=f"Placer « \u2068{place}").tap()
    await page.get_by_role("button", name="Monter « \u2068La fontaine").tap()
    await findings.judge("ranking", page)
    await page.get_by_role("button", name="Voter").tap()
    await seen(page, "Votre vote est pris en compte.").to_be_visible()
    published = await end(stage, ranking)
    assert [option.points for option in published.options] == [0, 1, 2]
    await seen(page, "méthode de Borda").to_be_visible()
    await page.get_by_text("Le même résultat en tableau").tap()
    await findings.judge("ranking's result", page)

    score = await put(stage, text="Que vaut chacune ?", options=PLACES[:2], kind="score", lowest=0, highest=10)
    await page.get_by_role("group", name="Les bancs").get_by_text("7", exact=True).tap()
    await findings.judge("scores", page)
    await page.get_by_role("button", name="Voter").tap()
    await seen(page, "Votre vote est pris en compte.").to_be_visible()
    assert [option.mean for option in (await end(stage, score)).options] == [None, 7]

    words = await put(stage, text="En un mot ?", kind="words", most=2)
    await seen(page, "En un mot ?").to_be_visible()
    await page.evaluate("scrollTo(0, document.body.scrollHeight)")
    await page.get_by_role("button", name="À vous de voter").tap()
    await expect(page.get_by_label("Mot \u20681")).to_be_in_viewport()
    await expect(page.get_by_role("button", name="À vous de voter")).to_have_count(0)
    await page.get_by_label("Mot \u20681").fill("Calme")
    await findings.judge("words", page)
    await page.get_by_role("button", name="Voter").tap()
    await seen(page, "Votre vote est pris en compte.").to_be_visible()
    assert [option.text for option in (await end(stage, words)).options] == ["Calme"]
    assert findings.barriers + findings.overflowing == []


async def test_a_ranking_is_made_and_cast_in_secret_with_keys_alone(served: Served, opened: Opened) -> None:
    stage = await setting(served)
    page = await stage.sit(await opened(**LAPTOP), await stage.enter("Awa"))
    keys = Keys(page)
    poll = await put(stage, text="Dans quel ordre ?", options=PLACES, kind="ranking", way="secret")
    for place in PLACES:
        await keys.press_button(f"Placer « \u2068{place}")
    await keys.press_button("Descendre « \u2068Les arbres")
    await expect(page.get_by_role("button", name="Descendre « \u2068Les arbres")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Monter « \u2068Les arbres")).to_be_focused()
    await keys.press_button("Voter")
    await keys.press(page.get_by_role("dialog").get_by_role("button", name="Déposer mon vote"))
    await expect(page.get_by_role("status").filter(has_text="dans l’urne")).to_be_focused()
    assert [option.points for option in (await end(stage, poll)).options] == [0, 2, 1]
