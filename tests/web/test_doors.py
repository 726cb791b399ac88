"""Doors over HTTP: who waits, who is turned away, who may not come back, and what a browser remembers."""

from __future__ import annotations

from typing import Any

from httpx2 import Response

from facilitation.doors import Admit, SetDoors, TurnAway
from facilitation.order import HideText
from facilitation.removing import BanPerson, ReadmitPerson, RemovePerson
from rooms.activities.discussion import SendMessage
from rooms.agenda import Doors
from rooms.command import Command
from rooms.deciding import SYSTEM, Actor
from rooms.ids import MessageId, ParticipantId
from rooms.moderation import Reason
from rooms.people import Knock
from rooms.permissions import Role
from tests.web.site import WORKSHOP, Site, bearer, refusal
from web.studio.insight import COUNTED_MS


async def give(site: Site, command: Command, by: Actor = SYSTEM) -> None:
    await site.house.gateway.do(WORKSHOP, by, command)


async def staff(site: Site) -> Actor:
    return Actor(ParticipantId((await site.join(Role.ORGANIZER, "Claire"))["participant"]))


async def ask(site: Site, **fields: Any) -> Response:
    wish = {"token": site.token(Role.PARTICIPANT), "name": "Lou", "attempt": "a" * 16, **fields}
    return await site.http.post("/api/join", json=wish)


async def test_whoever_waits_asks_again_as_the_same_person_until_they_are_let_in(site: Site) -> None:
    await give(site, SetDoors(doors=Doors.WAITING))
    first, second = await ask(site), await ask(site)
    assert (first.status_code, second.status_code) == (202, 202)
    assert first.json() == second.json()
    (knock,) = site.state.all(Knock)
    assert site.people == []
    await give(site, Admit(knocks=(knock.id,)))
    entered = await ask(site)
    assert entered.status_code == 201
    assert [person.id for person in site.people] == [entered.json()["participant"]]
    await give(site, SetDoors(doors=Doors.LOCKED))
    assert (await ask(site)).json()["participant"] == entered.json()["participant"]


async def test_the_page_of_whoever_waits_says_so_and_shows_nothing_of_the_workshop(site: Site) -> None:
    await give(site, SetDoors(doors=Doors.WAITING))
    address = f"/j/{site.token(Role.PARTICIPANT)}"
    page = await site.http.post(address, data={"name": "Lou <b>", "attempt": "a" * 16})
    assert page.status_code == 200
    assert "Vous attendez à la porte" in page.text
    assert "Lou &lt;b&gt;" in page.text
    assert "a" * 16 in page.text
    assert "data-session" not in page.text


async def test_whoever_is_turned_away_reads_why(site: Site) -> None:
    by = await staff(site)
    await give(site, SetDoors(doors=Doors.WAITING))
    await ask(site)
    (knock,) = site.state.all(Knock)
    await give(site, TurnAway(knocks=(knock.id,), words="Une autre fois"), by)
    answer = await ask(site)
    assert refusal(answer) == (403, "turned_away")
    assert answer.json()["refused"]["details"] == {"words": "Une autre fois"}
    page = await site.http.post(f"/j/{site.token(Role.PARTICIPANT)}", data={"name": "Lou", "attempt": "a" * 16})
    assert "Une autre fois" in page.text


async def test_a_locked_door_says_so_to_strangers_and_lets_staff_in(site: Site) -> None:
    await give(site, SetDoors(doors=Doors.LOCKED))
    assert refusal(await ask(site)) == (403, "doors_locked")
    page = await site.http.get(f"/j/{site.token(Role.PARTICIPANT)}")
    assert "fermé l’entrée" in page.text
    assert 'name="name"' not in page.text
    await site.join(Role.FACILITATOR, "Farid")


async def test_a_ban_holds_for_the_session_the_browser_and_the_way_back_until_it_is_lifted(site: Site) -> None:
    by = await staff(site)
    lou = (await ask(site)).json()
    session = bearer(lou["session"])
    way = (await site.http.post("/api/mine/link", headers=session)).json()["url"].rpartition("/j/")[2]
    person = ParticipantId(lou["participant"])
    await give(site, BanPerson(person=person, reason=Reason.INSULT, words="Trois fois"), by)
    token = site.token(Role.PARTICIPANT)
    again = await site.http.post("/api/join", json={"token": token}, headers=session)
    for answer in (again, await ask(site), await ask(site, name="Max", attempt="b" * 16, before=lou["session"])):
        assert refusal(answer) == (403, "banned")
        assert answer.json()["refused"]["details"] == {"reason": "insult", "words": "Trois fois"}
    assert refusal(await site.http.post("/api/join", json={"token": way})) == (403, "banned")
    assert refusal(await site.http.get("/api/minutes", headers=session)) == (403, "banned")
    assert (await site.http.get("/api/mine", headers=session)).status_code == 200
    assert (await ask(site, name="Max", attempt="b" * 16)).status_code == 201
    await give(site, ReadmitPerson(person=person), by)
    assert (await ask(site)).status_code == 201


async def test_whoever_was_removed_comes_back_through_the_same_door(site: Site) -> None:
    by = await staff(site)
    lou = (await ask(site)).json()
    await give(site, RemovePerson(person=ParticipantId(lou["participant"])), by)
    await give(site, SetDoors(doors=Doors.WAITING))
    back = await site.http.post(
        "/api/join", json={"token": site.token(Role.PARTICIPANT)}, headers=bearer(lou["session"])
    )
    assert back.status_code == 202
    await give(site, SetDoors(doors=Doors.OPEN))
    assert (await ask(site)).json()["participant"] == lou["participant"]


async def test_what_was_hidden_is_told_to_its_author_and_counted_for_everybody(site: Site) -> None:
    by = await staff(site)
    lou = (await ask(site)).json()
    await give(site, SendMessage(text="Un mot dur"), Actor(ParticipantId(lou["participant"])))
    (message,) = (entity for entity in site.state if entity.kind == "message")
    await give(site, HideText(about=MessageId(message.id), reason=Reason.INSULT, words="Soyons courtois"), by)
    (mine,) = (await site.http.get("/api/mine", headers=bearer(lou["session"]))).json()["messages"]
    assert (mine["text"], mine["moderation"], mine["hidden_words"]) == ("Un mot dur", "hidden", "Soyons courtois")
    page = await site.http.get("/api/mine/page?lang=fr", headers=bearer(lou["session"]))
    assert "Soyons courtois" in page.text
    told = (await site.http.get("/rules?lang=fr")).text
    assert "Textes masqués" in told
    assert "Propos blessants" in told
    assert "Soyons courtois" not in told


async def test_acts_are_counted_for_everybody_once_a_minute_however_often_somebody_asks(site: Site) -> None:
    async def told() -> str:
        return (await site.http.get("/rules?lang=fr")).text

    by, lou = await staff(site), await site.join(name="Lou")
    assert "Textes masqués" not in await told()
    await give(site, SendMessage(text="Un mot dur"), Actor(ParticipantId(lou["participant"])))
    (message,) = (entity for entity in site.state if entity.kind == "message")
    await give(site, HideText(about=message.id, reason=Reason.INSULT), by)
    assert "Textes masqués" not in await told()
    site.clock.ms += COUNTED_MS
    assert "Textes masqués" in await told()
