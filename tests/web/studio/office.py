"""The studio without a browser: a colleague who has come in, and what they usually ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from httpx2 import Response

from persistence.studio import StudioLink, StudioLinks
from tests.web.site import STARTED_AT, Site, bearer
from web.studio.doors import new_studio_link

DAY = 24 * 3_600_000
FACE: dict[str, Any] = {
    "title": "La place du marché, demain",
    "slug": "place-du-marche",
    "lead": "La Ville refait la place en 2027.",
    "expectations": {"scope": "Les usages", "closed": "Le budget", "integration": "concert", "promises": ["Répondre"]},
}
READING: dict[str, Any] = {
    "title": "Écouter",
    "method": "information",
    "starts_at": STARTED_AT - 20 * DAY,
    "ends_at": STARTED_AT - 10 * DAY,
}
MEETING: dict[str, Any] = {
    "title": "Imaginer",
    "method": "workshop",
    "starts_at": STARTED_AT - DAY,
    "ends_at": STARTED_AT + DAY,
}


@dataclass(slots=True)
class Office:
    site: Site
    link: StudioLink
    headers: dict[str, str]

    async def ask(self, method: str, path: str, body: Any = None) -> Response:
        return await self.site.http.request(method, f"/api/studio{path}", json=body, headers=self.headers)

    async def done(self, method: str, path: str, body: Any = None) -> Any:
        answer = await self.ask(method, path, body)
        assert answer.is_success, answer.text
        return answer.json()

    async def process(self, **face: Any) -> Any:
        return await self.done("POST", "/processes", {"face": {**FACE, **face}})

    async def phase(self, process: Any, face: dict[str, Any], **more: Any) -> Any:
        """The process with one more phase, the last."""
        last = process["phases"][-1]["phase"]["id"] if process["phases"] else None
        body = {"face": {**face, **more}, "seen": process["process"]["version"], "after": last}
        return await self.done("POST", f"/processes/{process['process']['id']}/phases", body)

    async def set(self, process: Any, what: str) -> Response:
        path = f"/processes/{process['process']['id']}/{what}"
        return await self.ask("POST", path, {"seen": process["process"]["version"]})


def studio_link(site: Site, label: str = "Claire", expires_at: int | None = None) -> StudioLink:
    return StudioLinks(site.house.engine).create(new_studio_link(site.clock(), label, expires_at))


async def come_in(site: Site, link: StudioLink | None = None) -> Office:
    link = link or studio_link(site)
    answer = await site.http.post("/api/studio/session", json={"token": site.house.tokens.studio(link.id)})
    assert answer.status_code == 201, answer.text
    return Office(site, link, bearer(answer.json()["session"]))
