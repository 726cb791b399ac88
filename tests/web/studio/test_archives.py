"""A workshop comes in from a file while others are held, and is served at once."""

from __future__ import annotations

import asyncio

import pytest
from httpx2 import Response

from facilitation.people import Join
from facilitation.workshop import decode
from rooms.deciding import SYSTEM, Actor
from rooms.ids import ParticipantId, WorkshopId
from rooms.people import Participant
from rooms.permissions import Role
from tests.web.site import WORKSHOP, bearer, refusal
from tests.web.studio.office import Office
from web.doors import accepted
from web.opening import links_for_all, open_workshop

AWAY = WorkshopId("w2")


async def packed(office: Office) -> bytes:
    """Another workshop, taken out whole."""
    house = office.site.house
    await open_workshop(house, AWAY, "Ailleurs", "fr", "Europe/Paris")
    join = Join(participant=ParticipantId("ana"), name="Ana", role=Role.PARTICIPANT)
    accepted(await house.gateway.do(AWAY, SYSTEM, join))
    links = await asyncio.to_thread(links_for_all, house, AWAY)
    token = {"token": house.doors.token(links[Role.ORGANIZER]), "name": "Odile"}
    session = (await office.site.http.post("/api/join", json=token)).json()["session"]
    return (await office.site.http.get("/api/archive", headers=bearer(session))).content


async def send(office: Office, body: bytes) -> Response:
    return await office.site.http.post("/api/studio/archive", content=body, headers=office.headers)


async def test_an_archive_is_served_at_once_while_people_write_elsewhere(office: Office) -> None:
    archive = await packed(office)
    await office.done("DELETE", f"/workshops/{AWAY}")
    jeanne = await office.site.join(name="Jeanne")
    message = decode({"type": "message.send", "text": "Bonjour"})
    gateway = office.site.house.gateway
    importing = asyncio.create_task(send(office, archive))
    written = 0
    while not importing.done():
        accepted(await gateway.do(WORKSHOP, Actor(ParticipantId(jeanne["participant"])), message))
        written += 1
    answer = await importing
    assert (answer.status_code, answer.json()) == (201, {"workshop": AWAY})
    assert written > 1
    live = await gateway.open(AWAY)
    assert live.state.find(Participant, "ana").name == "Ana"
    accepted(await gateway.do(AWAY, Actor(ParticipantId("ana")), message))


async def test_a_workshop_that_is_there_stays_as_it_is(office: Office) -> None:
    answer = await send(office, await packed(office))
    assert refusal(answer) == (422, "archive_refused")
    assert answer.json()["refused"]["details"] == {"reason": "already_there"}


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04 and so on", b"<html>"])
async def test_what_is_no_archive_changes_nothing(office: Office, body: bytes) -> None:
    assert refusal(await send(office, body)) == (422, "archive_refused")
    assert list(office.site.house.settings.data.glob(".archive-*")) == []


async def test_nobody_else_brings_one(office: Office) -> None:
    organizer = await office.site.session(Role.ORGANIZER)
    answer = await office.site.http.post("/api/studio/archive", content=b"x", headers=organizer)
    assert answer.status_code == 401
