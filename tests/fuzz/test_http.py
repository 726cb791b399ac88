"""Whatever is asked of any address is answered as described, without a fault of ours, and nothing of it is kept."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest
from schemathesis import Case

from tests.fuzz import AGAIN, COUNT, KEPT_MOST, grown_by
from tests.fuzz.asking import SPOILT, Asker, Cases, Colleagues, each_of, operations, turns
from tests.fuzz.place import ACTS, ask_those_who_may
from tests.hidden.test_routes import address, headers
from tests.hidden.world import World
from tests.web.studio.office import FACE, MEETING

PEOPLE = ("nobody", "forged", "ana", "ana", "vi", "fa", "fa", "or", "or", "or", "out", "far")
REFUSED = ("nobody", "forged", "rev")
PART = 2_500
"""So many to one test: it stays short, and its memory too is looked at."""
PARTS = -(-COUNT // PART)
EACH = max(1, COUNT // 2_500)
SLOW = {name for name in ACTS if "minutes" in name or "archive" in name}
"""Each needs a process or more of its own: tried where there is time."""


class Questions:
    """Who asks, and of what: mostly it is there."""

    def __init__(self, world: World, places: dict[str, str]) -> None:
        self._world = world
        self._places = places
        self._colleagues = Colleagues(world)
        self.asker = Asker(world.server.url)

    def ask(self, case: Case[Any]) -> None:
        dice = self.asker.dice
        if case.path_parameters and dice.random() < 0.7:
            for name in case.path_parameters:
                case.path_parameters[name] = self._places.get(name) or address(self._world, f"{{{name}}}")
        request = self.asker.ask(case, self._who(case)).request
        for _ in range(SPOILT):
            request.headers.pop("Authorization", None)
            request.headers.update(self._who(case))
            self.asker.ask_spoilt(case, request)

    def _who(self, case: Case[Any]) -> dict[str, str]:
        dice = self.asker.dice
        if f"{case.method} {case.path}" in ACTS:
            return headers(self._world, dice.choice(REFUSED))
        if case.path.startswith("/api/studio") and dice.random() < 0.8:
            return self._colleagues.bearer()
        return headers(self._world, dice.choice(PEOPLE))


async def furnished(world: World, http: httpx2.AsyncClient, slug: str) -> dict[str, str]:
    """A process with a phase, and minutes."""
    bearer = await asyncio.to_thread(Colleagues(world).bearer)
    face = {**FACE, "slug": slug}
    process = (await http.post("/api/studio/processes", json={"face": face}, headers=bearer)).json()["process"]
    phase = {"face": MEETING, "seen": process["version"]}
    shown = (await http.post(f"/api/studio/processes/{process['id']}/phases", json=phase, headers=bearer)).json()
    seen = {"seen": shown["process"]["version"]}
    assert (await http.post(f"/api/studio/processes/{process['id']}/publish", json=seen, headers=bearer)).is_success
    made = await http.post("/api/minutes", json={}, headers=world.bearer("or"))
    assert '"done"' in made.text
    (there,) = shown["phases"]
    known = {"slug": slug, "number": "1", "entry": "room"}
    return {"process": process["id"], "phase": there["phase"]["id"], **known}


def ask_all(questions: Questions, cases: Cases, number: int, part: int) -> None:
    """About as often of each address; where there is little to vary, again."""
    asker = questions.asker
    for turn in turns(lambda: asker.asked >= number):
        each = max(1, (number - asker.asked) // len(cases) // (1 + SPOILT))
        for one in cases.values():
            if asker.asked < number:
                each_of(one, each, questions.ask, turn * PARTS + part)


async def cases_of(http: httpx2.AsyncClient) -> Cases:
    return operations((await http.get("/api/openapi.json")).json())


# Of a form that breaks off, Starlette leaves the file to be closed by whoever counts references.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <function SpooledTemporaryFile")
@pytest.mark.parametrize("part", range(PARTS))
async def test_nothing_that_is_asked_is_a_fault_of_ours(world: World, part: int) -> None:
    async with httpx2.AsyncClient(base_url=world.server.url, timeout=60) as http:
        questions = Questions(world, await furnished(world, http, f"place-du-marche-{part}"))
        asker = questions.asker
        await asyncio.to_thread(ask_all, questions, await cases_of(http), min(PART, COUNT), part)
        assert (await http.get("/healthz")).status_code == 200
    assert not asker.faults, "\n\n".join(asker.faults)
    assert '"level":"error"' not in world.log.getvalue()
    assert await grown_by(lambda: asyncio.to_thread(asker.again, AGAIN // PARTS)) < KEPT_MOST // PARTS


async def test_nothing_is_a_fault_of_ours_of_what_is_asked_by_those_who_may(world: World) -> None:
    async with httpx2.AsyncClient(base_url=world.server.url) as http:
        cases = await cases_of(http)
    asker = Asker(world.server.url)
    acts = [name for name in ACTS if COUNT >= 1_000 or name not in SLOW]
    await asyncio.to_thread(ask_those_who_may, asker, Colleagues(world), cases, EACH, acts)
    assert not asker.faults, "\n\n".join(asker.faults)
    assert '"level":"error"' not in world.log.getvalue()
