"""A lost network costs nothing: the page says so, keeps what was typed, and sends it once."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Page, Route, expect

from tests.e2e.conftest import PHONE, Opened
from tests.e2e.network import Network, between
from tests.e2e.people import Citizen
from tests.e2e.scene import QUESTION, set_scene, texts_in
from tests.serving import Served
from tests.stage import Stage

SAYS_SO = "La connexion est interrompue, nous la rétablissons."
BACK_MS = 10_000
LOST = 3


@pytest_asyncio.fixture(loop_scope="session")
async def network(served: Served) -> AsyncIterator[Network]:
    async with between(served.url) as network:
        yield network


async def jeanne_on_a_phone(served: Served, network: Network, opened: Opened) -> tuple[Stage, Citizen, Page]:
    stage = await set_scene(served, url=network.url)
    await stage.go_to("Idées")
    page = await stage.sit(await opened(**PHONE), await stage.enter("Jeanne"))
    jeanne = Citizen(page, "Jeanne")
    await expect(jeanne.question(QUESTION)).to_be_visible()
    await expect(page.get_by_role("button", name="Écrire un post-it")).to_be_visible()
    return stage, jeanne, page


async def test_what_is_written_without_a_network_leaves_once_it_is_back(
    served: Served, network: Network, opened: Opened
) -> None:
    stage, jeanne, page = await jeanne_on_a_phone(served, network, opened)
    await network.cut()
    await expect(page.get_by_text(SAYS_SO)).to_be_visible()
    await jeanne.type_note("Écrit dans le tunnel")
    await expect(page.get_by_text("Un envoi est gardé et partira tout seul.")).to_be_visible()
    await expect(page.get_by_text("Écrit dans le tunnel")).to_be_visible()
    assert texts_in(stage, 0) == []
    await network.mend()
    await expect(jeanne.note("Écrit dans le tunnel")).to_have_count(1, timeout=BACK_MS)
    await expect(page.get_by_text(SAYS_SO)).to_have_count(0)
    assert texts_in(stage, 0) == ["Écrit dans le tunnel"]


async def test_a_part_of_the_page_that_did_not_come_through_is_asked_for_again(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    phone = await opened(**PHONE)
    lost: list[str] = []

    async def lose(route: Route) -> None:
        lost.append(route.request.url)
        await (route.abort() if len(lost) <= LOST else route.continue_())

    await phone.route("**/assets/later-*.js", lose)
    page = await stage.sit(phone, await stage.enter("Jeanne"))
    await page.get_by_role("button", name="Plus").click()
    await expect(page.get_by_role("dialog").get_by_role("link", name="Quitter")).to_be_visible(timeout=BACK_MS)
    assert len(lost) > LOST


async def test_a_note_whose_answer_was_lost_is_there_once(served: Served, network: Network, opened: Opened) -> None:
    stage, jeanne, page = await jeanne_on_a_phone(served, network, opened)
    network.loses_answers = True
    await jeanne.type_note("Dit, mais sans réponse")
    await served.until(lambda: texts_in(stage, 0) == ["Dit, mais sans réponse"])
    await network.cut()
    await expect(page.get_by_text(SAYS_SO)).to_be_visible()
    await network.mend()
    await expect(jeanne.note("Dit, mais sans réponse")).to_have_count(1, timeout=BACK_MS)
    await expect(page.get_by_text(SAYS_SO)).to_have_count(0)
    await jeanne.write("Et une autre")
    assert texts_in(stage, 0) == ["Dit, mais sans réponse", "Et une autre"]


async def test_a_page_closed_without_a_network_sends_when_it_opens_again(
    served: Served, network: Network, opened: Opened
) -> None:
    stage, jeanne, page = await jeanne_on_a_phone(served, network, opened)
    await network.cut()
    await jeanne.type_note("Écrit puis rangé dans la poche")
    await expect(page.get_by_text("Écrit puis rangé dans la poche")).to_be_visible()
    await page.close()
    await network.mend()
    again = Citizen(await stage.sit(page.context, stage.people["Jeanne"]), "Jeanne")
    await expect(again.note("Écrit puis rangé dans la poche")).to_have_count(1)
    assert texts_in(stage, 0) == ["Écrit puis rangé dans la poche"]


async def test_what_others_did_meanwhile_is_caught_up(served: Served, network: Network, opened: Opened) -> None:
    stage, jeanne, page = await jeanne_on_a_phone(served, network, opened)
    await network.cut()
    await expect(page.get_by_text(SAYS_SO)).to_be_visible()
    await stage.go_to("Priorités")
    await network.mend()
    await expect(jeanne.question("Une question")).to_be_visible(timeout=BACK_MS)


async def test_a_note_that_comes_too_late_is_refused_with_its_words(
    served: Served, network: Network, opened: Opened
) -> None:
    stage, jeanne, page = await jeanne_on_a_phone(served, network, opened)
    await network.cut()
    await jeanne.type_note("Arrivé après l’heure")
    await stage.go_to("Priorités")
    await network.mend()
    await expect(jeanne.question("Une question")).to_be_visible(timeout=BACK_MS)
    refusal = page.get_by_role("alert").filter(has_text="Cette séquence est terminée. Votre texte est gardé ici.")
    await expect(refusal).to_contain_text("Arrivé après l’heure")
    assert texts_in(stage, 0) == []
    await page.reload()
    await expect(refusal).to_contain_text("Arrivé après l’heure")
