"""What changes something is asked by our own pages or by programs, and https is said to last."""

from __future__ import annotations

import pytest
from httpx2 import ASGITransport, AsyncClient

from rooms.permissions import Role
from tests.web.site import Site, refusal


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.test"},
        {"origin": "http://palabre.test:81"},
        {"sec-fetch-site": "cross-site", "origin": "null"},
        {"sec-fetch-site": "same-site"},
    ],
)
async def test_a_page_of_another_site_changes_nothing(site: Site, headers: dict[str, str]) -> None:
    wish = {"token": site.token(Role.PARTICIPANT), "name": "Ana"}
    assert refusal(await site.http.post("/api/join", json=wish, headers=headers)) == (403, "foreign_origin")
    form = await site.http.post(f"/j/{site.token(Role.PARTICIPANT)}", data={"name": "Ana"}, headers=headers)
    assert form.status_code != 200
    assert site.house.gateway.live.get("w1") is None or site.people == []  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://palabre.test"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "none"},
        {"x-forwarded-proto": "https", "x-forwarded-host": "atelier.test", "origin": "https://atelier.test"},
    ],
)
async def test_our_own_pages_and_programs_do(site: Site, headers: dict[str, str]) -> None:
    wish = {"token": site.token(Role.PARTICIPANT), "name": "Ana"}
    assert (await site.http.post("/api/join", json=wish, headers=headers)).status_code == 201


async def test_browsers_are_told_to_stay_with_https_by_whoever_they_reach_so(site: Site) -> None:
    assert "strict-transport-security" not in (await site.http.get("/")).headers
    async with AsyncClient(transport=ASGITransport(site.app), base_url="https://palabre.test") as secure:
        for path in ("/", "/nowhere", "/api/mine"):
            assert (await secure.get(path)).headers["strict-transport-security"] == "max-age=31536000"
