"""Who comes into the studio, and who does not any more."""

import pytest

from rooms.permissions import Role
from tests.web.site import STARTED_AT, Site, refusal
from tests.web.studio.office import DAY, Office, come_in, studio_link
from web.attempts import STUDIO


async def test_a_studio_link_gives_a_session(site: Site) -> None:
    office = await come_in(site)
    shown = await office.done("GET", "")
    assert (shown["label"], shown["organization"]) == ("Claire", "Palabre")


@pytest.mark.parametrize("path", ["", "/workshops", "/links", "/processes/x"])
async def test_nobody_reads_the_studio_without_one(site: Site, path: str) -> None:
    organizer = await site.session(Role.ORGANIZER)
    assert refusal(await site.http.get(f"/api/studio{path}")) == (401, "session_unknown")
    assert refusal(await site.http.get(f"/api/studio{path}", headers=organizer)) == (401, "session_unknown")


async def test_the_token_of_a_workshop_s_link_opens_no_studio(site: Site) -> None:
    answer = await site.http.post("/api/studio/session", json={"token": site.token(Role.ORGANIZER)})
    assert refusal(answer) == (404, "link_unknown")


async def test_the_token_of_a_studio_link_is_no_session(site: Site) -> None:
    token = site.house.tokens.studio(studio_link(site).id)
    answer = await site.http.get("/api/studio", headers={"Authorization": f"Bearer {token}"})
    assert refusal(answer) == (401, "session_unknown")


async def test_guessing_tokens_is_stopped(site: Site) -> None:
    codes = [
        refusal(await site.http.post("/api/studio/session", json={"token": f"guess.{number}"}))[1]
        for number in range(21)
    ]
    assert codes == ["link_unknown"] * 20 + ["too_many_attempts"]


async def test_a_link_can_be_used_until_it_expires(site: Site) -> None:
    link = studio_link(site, expires_at=STARTED_AT + DAY)
    office = await come_in(site, link)
    site.clock.ms += DAY
    token = site.house.tokens.studio(link.id)
    assert refusal(await site.http.post("/api/studio/session", json={"token": token})) == (410, "link_expired")
    assert (await office.ask("GET", "")).status_code == 200


async def test_a_colleague_who_is_shut_out_is_out_at_once(site: Site, office: Office) -> None:
    other = await come_in(site)
    shown = await office.done("POST", f"/links/{other.link.id}/revoke")
    assert [link["own"] for link in shown["links"] if link["revoked_at"] == STARTED_AT] == [False]
    assert refusal(await other.ask("GET", "")) == (410, "link_revoked")


async def test_nobody_shuts_themselves_out(office: Office) -> None:
    assert refusal(await office.ask("POST", f"/links/{office.link.id}/revoke")) == (422, "own_link")


async def test_a_new_link_lets_a_colleague_in(site: Site, office: Office) -> None:
    shown = await office.done("POST", "/links", {"label": " Sam\n", "expires_at": STARTED_AT + DAY})
    (link,) = [link for link in shown["links"] if not link["own"]]
    assert link["label"] == "Sam"
    token = link["url"].removeprefix("http://palabre.test/studio/")
    assert (await site.http.post("/api/studio/session", json={"token": token})).status_code == 201


async def test_a_link_that_is_over_before_it_begins_is_not_made(office: Office) -> None:
    assert refusal(await office.ask("POST", "/links", {"expires_at": STARTED_AT})) == (422, "too_late")


async def test_who_asks_too_often_waits(office: Office) -> None:
    answers = [await office.ask("GET", "/links") for _ in range(STUDIO.amount + 1)]
    assert refusal(answers[-1]) == (429, "too_fast")
