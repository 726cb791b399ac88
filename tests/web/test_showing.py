"""People who are in show who they are, where an action asks for it, and are still the same participant."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest_asyncio
from httpx2 import Response

from facilitation.identity import AskIdentity
from facilitation.removing import BanPerson
from persistence.sessions import SessionEnd, SessionEnds
from realtime.connection import Session
from rooms.deciding import Actor
from rooms.identity import Action, Identity
from rooms.ids import ParticipantId
from rooms.moderation import Reason
from rooms.people import Participant
from rooms.permissions import Role
from tests.provider import openid_provider
from tests.web.site import WORKSHOP, Site, bearer, refusal
from tests.web.studio.town_hall import TownHall, town_hall
from web.renewing import GRACE_MS
from web.settings import Settings

JEANNE = "jeanne@example.test"


@pytest_asyncio.fixture
async def hall(settings: Settings, static: Path) -> AsyncIterator[TownHall]:
    async with town_hall(settings, static) as opened:
        await asks(opened.site, Identity.EMAIL)
        yield opened


async def asks(site: Site, identity: Identity) -> None:
    olga = ParticipantId((await site.join(Role.ORGANIZER, "Olga"))["participant"])
    command = AskIdentity(identity=identity, actions=(Action.VOTE,))
    await site.house.gateway.do(WORKSHOP, Actor(olga), command)


async def post(site: Site, who: dict[str, Any], path: str, **body: Any) -> Response:
    return await site.http.post(f"/api{path}", json=body, headers=bearer(who["session"]))


async def proof(hall: TownHall, who: dict[str, Any], email: str = JEANNE) -> str:
    asked = await post(hall.site, who, "/join/code", email=email)
    assert asked.status_code == 201, asked.text
    given = await post(hall.site, who, "/join/identity", attempt=asked.json()["attempt"], code=await hall.code(email))
    assert given.status_code == 201, given.text
    return str(given.json()["identity"])


def known_by(site: Site, who: dict[str, Any]) -> Identity:
    return site.house.gateway.live[WORKSHOP].state.find(Participant, who["participant"]).known_by


def ends_of(site: Site, session: Session) -> list[SessionEnd]:
    return SessionEnds(site.house.engine).of(session.workshop, session.participant, session.sid)


async def test_one_comes_in_freely_and_shows_an_address_later_as_the_same_person(hall: TownHall) -> None:
    jeanne = await hall.site.join(Role.PARTICIPANT, "Jeanne")
    shown = await post(hall.site, jeanne, "/identity", identity=await proof(hall, jeanne))
    assert shown.status_code == 200, shown.text
    assert known_by(hall.site, jeanne) is Identity.EMAIL
    fresh = shown.json()["session"]
    assert (await hall.site.http.get("/api/mine", headers=bearer(fresh))).is_success
    # As good as somebody known now: what was copied before shall not be.
    hall.site.clock.ms += GRACE_MS - 1
    assert (await post(hall.site, jeanne, "/mine/answers", answers={})).is_success
    hall.site.clock.ms += 1
    assert refusal(await post(hall.site, jeanne, "/mine/answers", answers={})) == (401, "session_unknown")


async def test_on_another_device_one_is_told_and_goes_on_as_who_one_is(hall: TownHall) -> None:
    first = await hall.site.join(Role.PARTICIPANT, "Jeanne")
    await post(hall.site, first, "/identity", identity=await proof(hall, first))
    second = await hall.site.join(Role.PARTICIPANT, "J. du marché")
    shown = await proof(hall, second)
    taken = await post(hall.site, second, "/identity", identity=shown)
    assert refusal(taken) == (409, "identity_taken")
    assert taken.json()["refused"]["details"] == {"name": "Jeanne"}
    entered = await post(hall.site, second, "/identity/other", identity=shown)
    assert (entered.status_code, entered.json()["participant"]) == (201, first["participant"])
    ended = hall.site.house.tokens.read_session(second["session"])
    assert ended is not None
    assert [row.until for row in await asyncio.to_thread(ends_of, hall.site, ended)] == [hall.site.clock() + GRACE_MS]
    olga = ParticipantId((await hall.site.join(Role.ORGANIZER, "Olga"))["participant"])
    ban = BanPerson(person=ParticipantId(first["participant"]), reason=Reason.INSULT)
    await hall.site.house.gateway.do(WORKSHOP, Actor(olga), ban)
    assert refusal(await post(hall.site, second, "/identity", identity=shown)) == (403, "banned")
    assert refusal(await post(hall.site, second, "/identity/other", identity=shown)) == (403, "banned")


async def test_nobody_shows_what_was_given_to_somebody_else(hall: TownHall) -> None:
    jeanne = await hall.site.join(Role.PARTICIPANT, "Jeanne")
    karim = await hall.site.join(Role.PARTICIPANT, "Karim")
    shown = await proof(hall, jeanne)
    for path in ("/identity", "/identity/other"):
        assert refusal(await post(hall.site, karim, path, identity=shown)) == (403, "identity_required")
    at_door = await hall.site.http.post(
        "/api/join", json={"token": hall.site.token(Role.PARTICIPANT), "name": "Karim", "identity": shown}
    )
    assert known_by(hall.site, at_door.json()) is Identity.NONE
    viewer = await hall.site.join(Role.VIEWER, "")
    assert refusal(await post(hall.site, viewer, "/join/code", email=JEANNE)) == (404, "unknown")


async def test_from_the_provider_one_comes_back_to_where_one_was(settings: Settings, static: Path) -> None:
    async with openid_provider() as provider, town_hall(settings, static, provider.settings) as hall:
        await provider.person("17", JEANNE)
        site = hall.site
        await asks(site, Identity.OPENID)
        jeanne = await site.join(Role.PARTICIPANT, "Jeanne")
        sent = await post(site, jeanne, "/identity/openid", language="ar")
        told = await provider.sign_in(sent.json()["url"], "17")
        back = f"/openid?state={told['state']}&code={told['code']}&lang=ar"
        async with site.at("203.0.113.9") as elsewhere:
            assert (await elsewhere.get(back)).status_code == 410, "in another browser it is of no use"
        place = urlsplit((await site.http.get(back)).headers["location"])
        assert (place.path, place.query) == (f"/w/{WORKSHOP}/room", "lang=ar")
        name, _, identity = place.fragment.partition("=")
        assert name == "identity"
        assert (await post(site, jeanne, "/identity", identity=identity)).status_code == 200
        assert known_by(site, jeanne) is Identity.OPENID
        sent = await post(site, jeanne, "/identity/openid")
        await provider.sign_in(sent.json()["url"], "17")
        place = urlsplit((await site.http.get("/openid?state=forged&code=x")).headers["location"])
        assert place.fragment == "refused=sign_in_failed"
