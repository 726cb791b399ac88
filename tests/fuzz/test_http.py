"""Whatever is asked of any address is answered as described, without a fault of ours, and nothing of it is kept."""

from __future__ import annotations

import asyncio
from itertools import count
from random import Random
from typing import Any

import httpx2
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from persistence.studio import StudioLinks
from tests.fuzz import AGAIN, COUNT, KEPT_MOST, grown_by
from tests.hidden.test_routes import address, headers
from tests.hidden.world import World
from tests.web.studio.office import FACE, MEETING
from web.openapi import is_for_programs
from web.studio.doors import new_studio_link

SLOW = (".pdf", ".odt", ".docx", ".html", ".md", ".json", "/archive", "/rehearsal", "/robots", "/publish", "/refresh")
"""Each a process or a workshop of its own: asked by those who are refused, not ten thousand times by others."""
LAST = (
    "POST /api/minutes",
    "POST /api/mine/erase",
    "POST /api/studio/workshops/{workshop}/close",
    "DELETE /api/studio/workshops/{workshop}",
    "DELETE /api/studio/processes/{process}",
    "DELETE /api/studio/phases/{phase}",
    "DELETE /api/minutes/{number}",
)
"""After these, there would be nobody and nothing to ask of; minutes are made once."""
PEOPLE = ("nobody", "forged", "ana", "ana", "vi", "fa", "fa", "or", "or", "or", "out", "far")
REFUSED = ("nobody", "forged", "rev")
CHECKS = [content_type_conformance, response_schema_conformance, status_code_conformance]
GENERATED = settings(phases=[Phase.generate], database=None, deadline=None, suppress_health_check=list(HealthCheck))
PER_COLLEAGUE = 250
"""Fewer than anyone may ask in a minute."""


class Colleagues:
    """Sessions of the studio, each for as many requests as one may make."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._left = 0
        self._session = ""

    def bearer(self) -> dict[str, str]:
        """Blocking."""
        if not self._left:
            house = self._world.server.house
            link = new_studio_link(house.now())
            StudioLinks(house.engine).create(link)
            self._left, self._session = PER_COLLEAGUE, house.tokens.studio_session(link.id)
        self._left -= 1
        return {"Authorization": f"Bearer {self._session}"}


class Asker:
    """Asks what schemathesis thinks of, as one of several people, of what is at `places`. Blocking."""

    def __init__(self, world: World, places: dict[str, str]) -> None:
        self.world = world
        self.places = places
        self.dice = Random(10)
        self.colleagues = Colleagues(world)
        self.http = requests.Session()
        self.left = COUNT
        self.faults: list[str] = []
        self.refused: list[requests.PreparedRequest] = []

    def ask(self, case: Case[Any]) -> None:
        self.left -= 1
        case.headers.pop("Authorization", None)
        self.there(case)
        said = self.who(case)
        answer = case.call(base_url=self.world.server.url, headers=said, session=self.http, allow_redirects=False)
        try:
            case.validate_response(answer, checks=CHECKS)
        except FailureGroup as failures:
            self.faults += [f"{case.method} {case.path}: {failure}" for failure in failures.exceptions]
        if answer.status_code >= 500 and "busy" not in answer.text:
            self.faults.append(f"{case.method} {answer.request.url} {answer.request.body!r}: {answer.text[:200]}")
        if is_for_programs(case.path) and 400 <= answer.status_code < 500:
            self.refused.append(answer.request)

    def again(self) -> None:
        """What was refused, as it was."""
        for request in self.refused[-AGAIN:]:
            self.http.send(request, allow_redirects=False)

    def there(self, case: Case[Any]) -> None:
        """Mostly what the address names is there."""
        if case.path_parameters and self.dice.random() < 0.7:
            for name in case.path_parameters:
                case.path_parameters[name] = self.places.get(name) or address(self.world, f"{{{name}}}")

    def who(self, case: Case[Any]) -> dict[str, str]:
        path = case.path
        if (path.endswith(SLOW) and "/processes/" not in path) or f"{case.method} {path}" in LAST:
            return headers(self.world, self.dice.choice(REFUSED))
        if path.startswith("/api/studio") and self.dice.random() < 0.8:
            return self.colleagues.bearer()
        return headers(self.world, self.dice.choice(PEOPLE))


async def furnished(world: World, http: httpx2.AsyncClient) -> dict[str, str]:
    """A process with a phase, and minutes."""
    bearer = await asyncio.to_thread(Colleagues(world).bearer)
    process = (await http.post("/api/studio/processes", json={"face": FACE}, headers=bearer)).json()["process"]
    phase = {"face": MEETING, "seen": process["version"]}
    shown = (await http.post(f"/api/studio/processes/{process['id']}/phases", json=phase, headers=bearer)).json()
    seen = {"seen": shown["process"]["version"]}
    assert (await http.post(f"/api/studio/processes/{process['id']}/publish", json=seen, headers=bearer)).is_success
    made = await http.post("/api/minutes", json={}, headers=world.bearer("or"))
    assert '"done"' in made.text
    (there,) = shown["phases"]
    known = {"slug": FACE["slug"], "number": "1", "entry": "room"}
    return {"process": process["id"], "phase": there["phase"]["id"], **known}


def ask_all(asker: Asker, description: dict[str, Any]) -> None:
    """About as often of each address; where there is little to vary, again."""
    schema = schemathesis.openapi.from_dict(description)
    operations = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
    cases = [st.one_of([one.as_strategy(generation_mode=mode) for mode in GenerationMode]) for one in operations]
    for turn in count():
        each = max(1, asker.left // len(cases))
        for case in cases:
            if asker.left <= 0:
                return
            settings(GENERATED, max_examples=each)(seed(turn)(given(case)(asker.ask)))()


async def test_nothing_that_is_asked_is_a_fault_of_ours(world: World) -> None:
    async with httpx2.AsyncClient(base_url=world.server.url, timeout=60) as http:
        asker = Asker(world, await furnished(world, http))
        description = (await http.get("/api/openapi.json")).json()
        await asyncio.to_thread(ask_all, asker, description)
        assert (await http.get("/healthz")).status_code == 200
    assert not asker.faults, "\n\n".join(asker.faults)
    assert '"level":"error"' not in world.log.getvalue()
    assert await grown_by(lambda: asyncio.to_thread(asker.again)) < KEPT_MOST
