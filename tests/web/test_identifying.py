"""Workshops that ask who comes in, by a code or a provider: one participant each, and nothing kept of an address."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio
from httpx2 import Response
from sqlalchemy import select

from facilitation.doors import SetDoors
from facilitation.identity import AskIdentity
from facilitation.removing import BanPerson
from persistence import tables
from rooms.agenda import Doors
from rooms.deciding import SYSTEM, Actor
from rooms.identity import Identity
from rooms.ids import ParticipantId
from rooms.moderation import Reason
from rooms.permissions import Role
from tests.mail import words
from tests.provider import OpenIdProvider, openid_provider
from tests.web.site import WORKSHOP, Site, bearer, refusal
from tests.web.studio.town_hall import TownHall, town_hall
from web.codes_by_mail import SIGN_IN_MS, TRIES
from web.identifying import PROOF_MS
from web.opening import links_for_all, new_id, open_workshop
from web.settings import Settings

JEANNE = "jeanne@example.test"


@pytest_asyncio.fixture
async def hall(settings: Settings, static: Path) -> AsyncIterator[TownHall]:
    async with town_hall(settings, static) as opened:
        await asks(opened.site, Identity.EMAIL)
        yield opened


async def asks(site: Site, identity: Identity) -> None:
    olga = ParticipantId((await site.join(Role.ORGANIZER, "Olga"))["participant"])
    await site.house.gateway.do(WORKSHOP, Actor(olga), AskIdentity(identity=identity))


async def post(site: Site, path: str, **body: Any) -> Response:
    return await site.http.post(f"/api/join{path}", json={"token": site.token(Role.PARTICIPANT), **body})


async def proof(hall: TownHall, email: str = JEANNE) -> str:
    """Of an address, as programs get it."""
    answer = await post(hall.site, "/code", email=email)
    assert answer.status_code == 201, answer.text
    given = await post(
        hall.site, "/identity", attempt=answer.json()["attempt"], code=await hall.code(email.strip().lower())
    )
    assert given.status_code == 201, given.text
    return str(given.json()["identity"])


def hidden(page: Response, field: str) -> str:
    found = re.search(rf'name="{field}" value="([^"]*)"', page.text)
    assert found, page.text
    return found[1]


def session_in(page: Response) -> str:
    found = re.search(r'data-session="([^"]+)"', page.text)
    assert found, page.text
    return found[1]


def person_in(site: Site, page: Response) -> ParticipantId:
    session = site.house.tokens.read_session(session_in(page))
    assert session is not None
    return session.participant


async def test_without_an_identity_citizens_are_refused_and_nobody_else_is(hall: TownHall) -> None:
    answer = await post(hall.site, "", name="Jeanne")
    assert refusal(answer) == (403, "identity_required")
    assert answer.json()["refused"]["details"] == {"ways": ["email"]}
    assert refusal(await post(hall.site, "", name="Jeanne", identity="forged")) == (403, "identity_required")
    await hall.site.join(Role.VIEWER, "")
    await hall.site.join(Role.FACILITATOR, "Farid")


async def test_one_address_is_one_participant_from_whatever_phone(hall: TownHall) -> None:
    first = (await post(hall.site, "", name="Jeanne", identity=await proof(hall))).json()
    again = (await post(hall.site, "", name="Karim", identity=await proof(hall, f" {JEANNE.upper()}"))).json()
    assert (again["participant"], again["name"]) == (first["participant"], "Jeanne")
    other = (await post(hall.site, "", name="Karim", identity=await proof(hall, "karim@example.test"))).json()
    assert other["participant"] != first["participant"]


async def test_a_code_asked_at_another_door_makes_nobody_a_second_participant(hall: TownHall) -> None:
    house = hall.site.house
    await open_workshop(house, elsewhere := new_id(), "Ailleurs", "fr", "Europe/Paris")
    door = house.doors.token(links_for_all(house, elsewhere)[Role.PARTICIPANT])
    await house.gateway.do(elsewhere, SYSTEM, AskIdentity(identity=Identity.EMAIL))
    asked = await hall.site.http.post("/api/join/code", json={"token": door, "email": JEANNE})
    given = await post(hall.site, "/identity", attempt=asked.json()["attempt"], code=await hall.code(JEANNE))
    assert refusal(given) == (410, "sign_in_over")


async def test_the_page_without_a_script_leads_in(hall: TownHall) -> None:
    http, door = hall.site.http, f"/j/{hall.site.token(Role.PARTICIPANT)}"
    page = await http.get(door)
    assert 'type="email"' in page.text
    assert 'name="name"' not in page.text
    wrong = await http.post(f"{door}/code", data={"email": "jeanne"})
    assert (wrong.status_code, "n’est pas complète" in wrong.text) == (422, True)
    page = await http.post(f"{door}/code", data={"email": JEANNE})
    attempt, code = hidden(page, "attempt"), await hall.code(JEANNE)
    wrong = await http.post(f"{door}/code", data={"attempt": attempt, "email": JEANNE, "code": "x"})
    assert (wrong.status_code, "Il reste 4" in wrong.text.translate({0x2068: None, 0x2069: None})) == (422, True)
    page = await http.post(f"{door}/code", data={"attempt": attempt, "email": JEANNE, "code": code})
    identity = hidden(page, "identity")
    entered = await http.post(door, data={"name": "Jeanne", "attempt": "a" * 16, "identity": identity})
    before = person_in(hall.site, entered)
    page = await http.post(f"{door}/code", data={"email": JEANNE})
    page = await http.post(f"{door}/code", data={"attempt": hidden(page, "attempt"), "code": await hall.code(JEANNE)})
    assert person_in(hall.site, page) == before, "known again, no name is asked"


async def test_whoever_was_banned_or_erased_stays_out(hall: TownHall) -> None:
    olga = Actor(ParticipantId((await hall.site.join(Role.ORGANIZER, "Olga"))["participant"]))
    banned = (await post(hall.site, "", name="Jeanne", identity=await proof(hall))).json()
    ban = BanPerson(person=ParticipantId(banned["participant"]), reason=Reason.INSULT)
    await hall.site.house.gateway.do(WORKSHOP, olga, ban)
    assert refusal(await post(hall.site, "", name="Autre", identity=await proof(hall))) == (403, "banned")
    other = (await post(hall.site, "", name="Karim", identity=await proof(hall, "karim@example.test"))).json()
    erased = await hall.site.http.post("/api/mine/erase", json={}, headers=bearer(other["session"]))
    assert erased.is_success, erased.text
    again = await post(hall.site, "", name="Karim", identity=await proof(hall, "karim@example.test"))
    assert refusal(again) == (403, "identity_erased")


async def test_whoever_waits_at_the_door_waits_as_who_they_are(hall: TownHall) -> None:
    await hall.site.house.gateway.do(WORKSHOP, Actor(hall.site.people[0].id), SetDoors(doors=Doors.WAITING))
    answers = [await post(hall.site, "", name="Jeanne", identity=await proof(hall)) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [202, 202]
    assert answers[0].json() == answers[1].json()


async def test_through_locked_doors_one_comes_back_and_nobody_new_in(hall: TownHall) -> None:
    before = (await post(hall.site, "", name="Jeanne", identity=await proof(hall))).json()
    await hall.site.house.gateway.do(WORKSHOP, Actor(hall.site.people[0].id), SetDoors(doors=Doors.LOCKED))
    again = (await post(hall.site, "", name="Jeanne", identity=await proof(hall))).json()
    assert again["participant"] == before["participant"]
    other = await post(hall.site, "", name="Karim", identity=await proof(hall, "karim@example.test"))
    assert refusal(other) == (403, "doors_locked")
    page = await hall.site.http.get(f"/j/{hall.site.token(Role.PARTICIPANT)}")
    assert "Les personnes déjà là peuvent revenir" in page.text


async def test_a_code_or_what_it_gave_is_good_for_a_while_and_in_one_place(hall: TownHall) -> None:
    attempt = (await post(hall.site, "/code", email=JEANNE)).json()["attempt"]
    code = await hall.code(JEANNE)
    assert refusal(await hall.post("/code/session", attempt=attempt, code=code)) == (422, "sign_in_code_wrong")
    for left in range(TRIES - 2, -1, -1):
        answer = await post(hall.site, "/identity", attempt=attempt, code="x")
        assert answer.json()["refused"]["details"] == {"left": left}
    assert refusal(await post(hall.site, "/identity", attempt=attempt, code=code)) == (410, "sign_in_over")
    attempt = (await post(hall.site, "/code", email=JEANNE)).json()["attempt"]
    code = await hall.code(JEANNE)
    hall.site.clock.ms += SIGN_IN_MS
    assert refusal(await post(hall.site, "/identity", attempt=attempt, code=code)) == (410, "sign_in_over")
    kept = await proof(hall)
    hall.site.clock.ms += PROOF_MS
    assert refusal(await post(hall.site, "", name="Jeanne", identity=kept)) == (403, "identity_required")


async def test_nobody_is_sent_many_letters_nor_one_that_leads_nowhere(hall: TownHall) -> None:
    assert refusal(await post(hall.site, "/code", email="a@b@c.test")) == (422, "email_invalid")
    answers = [await post(hall.site, "/code", email=JEANNE) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [201] * 5 + [429]
    await asks(hall.site, Identity.NONE)
    assert refusal(await post(hall.site, "/code", email=JEANNE)) == (404, "unknown")


async def test_the_letter_speaks_of_the_workshop_in_the_language_of_the_page(hall: TownHall) -> None:
    await hall.site.http.post(f"/j/{hall.site.token(Role.PARTICIPANT)}/code?lang=en", data={"email": JEANNE})
    letter = await hall.mail.to(JEANNE)
    assert "take part in the workshop “Réinventer <la place>”" in words(letter)


def everything(site: Site) -> str:
    with site.house.engine.connect() as connection:
        return "\n".join(
            str(tuple(row)) for table in tables.metadata.sorted_tables for row in connection.execute(select(table))
        )


async def test_no_address_is_kept_once_the_letter_has_gone(hall: TownHall) -> None:
    await post(hall.site, "", name="Jeanne", identity=await proof(hall))
    await post(hall.site, "/code", email=JEANNE)
    await hall.code(JEANNE)
    # Letters go one after the other: when the next has come, nothing is left of those before.
    await post(hall.site, "/code", email="karim@example.test")
    await hall.code("karim@example.test")
    assert JEANNE not in await asyncio.to_thread(everything, hall.site)


# -- OpenID Connect -----------------------------------------------------------------------------------------------


async def test_a_provider_vouches_for_one_participant_in_the_browser_that_asked(
    settings: Settings, static: Path
) -> None:
    async with openid_provider() as provider, town_hall(settings, static, provider.settings) as hall:
        await provider.person("17", JEANNE)
        site = hall.site
        await asks(site, Identity.OPENID)
        assert (await post(site, "", name="Jeanne")).json()["refused"]["details"] == {"ways": ["openid"]}
        assert refusal(await post(site, "/code", email=JEANNE)) == (404, "unknown")
        door = f"/j/{site.token(Role.PARTICIPANT)}"
        assert f"{door}/openid" in (await site.http.get(door)).text
        back = await sent(site, provider)
        async with site.at("203.0.113.9") as elsewhere:
            assert (await elsewhere.get(back)).status_code == 410, "in another browser it is of no use"
        page = await site.http.get(back, follow_redirects=True)
        assert (page.status_code, page.headers["content-language"]) == (200, "ar"), page.text
        entered = await site.http.post(door, data={"name": "Jeanne", "identity": hidden(page, "identity")})
        before = person_in(site, entered)
        assert (await site.http.get(back, follow_redirects=True)).status_code == 410, "it is good once"
        again = await site.http.get(await sent(site, provider), follow_redirects=True)
        assert person_in(site, again) == before
        assert "'17'" not in await asyncio.to_thread(everything, site)
        assert JEANNE not in await asyncio.to_thread(everything, site)
        forged = re.sub("state=[^&]+", "state=forged", await sent(site, provider))
        assert (await site.http.get(forged, follow_redirects=True)).status_code == 422


async def sent(site: Site, provider: OpenIdProvider) -> str:
    """To the provider; the address by which it sends back."""
    answer = await site.http.get(f"/j/{site.token(Role.PARTICIPANT)}/openid?lang=ar")
    assert answer.status_code == 303, answer.text
    cookie = answer.headers["set-cookie"]
    assert all(said in cookie for said in ("HttpOnly", "SameSite=lax", "Path=/openid"))
    told = await provider.sign_in(answer.headers["location"], "17")
    return f"/openid?state={told['state']}&code={told['code']}"


async def test_where_no_provider_is_set_the_page_says_so(hall: TownHall) -> None:
    await asks(hall.site, Identity.OPENID)
    page = await hall.site.http.get(f"/j/{hall.site.token(Role.PARTICIPANT)}")
    assert "aucun service n’est réglé" in page.text
