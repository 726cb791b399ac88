"""Links let in those they are for, as long as they hold."""

import pytest

from rooms.agenda import Workshop
from rooms.permissions import Role
from tests.web.site import STARTED_AT, Site, bearer, refusal
from web.tokens import Tokens

HOUR = 3_600_000


@pytest.mark.parametrize("role", list(Role))
async def test_a_link_gives_its_role_and_no_other(site: Site, role: Role) -> None:
    joined = await site.join(role, "Sam")
    (person,) = site.people
    assert (joined["role"], person.role, person.name) == (role, role, "Sam")


async def test_a_link_can_be_used_until_it_expires(site: Site) -> None:
    token = site.link(Role.PARTICIPANT, expires_at=STARTED_AT + HOUR)
    await site.join(token=token)
    site.clock.ms += HOUR
    answer = await site.http.post("/api/join", json={"token": token, "name": "Trop tard"})
    assert refusal(answer) == (410, "link_expired")
    assert answer.json()["refused"]["details"] == {"at": STARTED_AT + HOUR}


async def test_who_came_by_a_link_stays_when_it_expires(site: Site) -> None:
    joined = await site.join(token=site.link(Role.FACILITATOR, expires_at=STARTED_AT + HOUR))
    site.clock.ms += HOUR
    assert (await site.http.get("/api/links", headers=bearer(joined["session"]))).status_code == 200


@pytest.mark.parametrize("token", ["nothing", "", "abc.def", "é.é", "\x00", "a" * 5_000])
async def test_a_token_that_was_never_given_is_unknown(site: Site, token: str) -> None:
    answer = await site.http.post("/api/join", json={"token": token, "name": "Jeanne"})
    assert refusal(answer) in [(404, "link_unknown"), (422, "invalid")]
    assert site.people == []


async def test_a_token_signed_elsewhere_is_unknown(site: Site) -> None:
    foreign = Tokens("f" * 64).link(site.links[Role.ORGANIZER].id)
    answer = await site.http.post("/api/join", json={"token": foreign, "name": "Jeanne"})
    assert refusal(answer) == (404, "link_unknown")


async def test_a_token_for_a_link_this_database_lost_is_unknown(site: Site) -> None:
    token = site.token(Role.VIEWER).split(".")[0]
    assert refusal(await site.http.post("/api/join", json={"token": token})) == (404, "link_unknown")


async def test_revoking_a_link_cuts_off_who_came_by_it(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    joined = await site.join(Role.FACILITATOR)
    link = site.links[Role.FACILITATOR].id
    assert (await site.http.post(f"/api/links/{link}/revoke", headers=organizer)).status_code == 200
    assert refusal(await site.http.get("/api/links", headers=bearer(joined["session"]))) == (410, "link_revoked")
    again = await site.http.post("/api/join", json={"token": site.token(Role.FACILITATOR), "name": "Encore"})
    assert refusal(again) == (410, "link_revoked")
    back = await site.http.post(
        "/api/join", json={"token": site.token(Role.FACILITATOR)}, headers=bearer(joined["session"])
    )
    assert refusal(back) == (410, "link_revoked")


async def test_nobody_withdraws_the_link_they_came_by(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    answer = await site.http.post(f"/api/links/{site.links[Role.ORGANIZER].id}/revoke", headers=organizer)
    assert refusal(answer) == (422, "own_link")


async def test_staff_are_told_only_links_that_give_no_more_than_they_have(site: Site) -> None:
    seen = await site.http.get("/api/links", headers=await site.session(Role.FACILITATOR))
    assert {link["role"] for link in seen.json()["links"]} == {"viewer", "participant", "facilitator"}
    whole = await site.http.get("/api/links", headers=await site.session(Role.ORGANIZER))
    assert {link["role"] for link in whole.json()["links"]} == set(Role)
    assert whole.json()["title"] == next(site.state.all(Workshop)).title


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTICIPANT])
async def test_citizens_are_told_no_links(site: Site, role: Role) -> None:
    assert refusal(await site.http.get("/api/links", headers=await site.session(role))) == (403, "not_allowed")


async def test_a_new_link_lets_people_in(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    made = await site.http.post("/api/links", json={"role": "participant", "label": " Lycée "}, headers=organizer)
    assert made.status_code == 201
    link = made.json()
    assert link["label"] == "Lycée"
    assert link["qr"].startswith("data:image/svg+xml")
    await site.join(token=link["url"].rpartition("/")[2])
    (shown,) = [
        row for row in (await site.http.get("/api/links", headers=organizer)).json()["links"] if row["id"] == link["id"]
    ]
    assert shown["uses"] == 1


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTICIPANT])
async def test_only_organizers_make_and_withdraw_links(site: Site, role: Role) -> None:
    headers = await site.session(role)
    assert refusal(await site.http.post("/api/links", json={"role": "organizer"}, headers=headers))[0] == 403
    viewer = site.links[Role.VIEWER].id
    assert refusal(await site.http.post(f"/api/links/{viewer}/revoke", headers=headers))[0] == 403


@pytest.mark.parametrize("role", list(Role))
async def test_no_code_gives_the_rights_of_staff(site: Site, role: Role) -> None:
    assert (site.links[role].code is None) == role.is_staff


async def test_no_answer_about_links_is_kept_by_anybody(site: Site) -> None:
    answer = await site.http.get("/api/links", headers=await site.session(Role.ORGANIZER))
    assert answer.headers["cache-control"] == "no-store"


async def test_a_link_does_not_outlive_the_calendar(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    wish = {"role": "participant", "expires_at": 1 << 62}
    assert refusal(await site.http.post("/api/links", json=wish, headers=organizer)) == (422, "invalid")
