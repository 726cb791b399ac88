"""Tokens of a session follow one another: an aged one is replaced, and holds for a while after the new one was used."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlalchemy import select

from facilitation.erasing import ErasePerson
from persistence import tables
from persistence.sessions import SessionEnd
from realtime.connection import Session
from rooms.deciding import SYSTEM
from rooms.ids import ParticipantId
from rooms.permissions import Role
from tests.web.site import WORKSHOP, Site, bearer, refusal
from web.doors import accepted
from web.renewing import ALIKE_MS, GRACE_MS, RENEW_MS

ENDED = (401, "session_unknown")


async def used(site: Site, token: str) -> Session:
    return await site.house.doors.session(token)


async def renewal(site: Site, token: str) -> str:
    fresh = (await used(site, token)).renewal
    assert fresh is not None
    return fresh


async def holds(site: Site, token: str) -> bool:
    answer = await site.http.get("/api/mine", headers=bearer(token))
    assert answer.is_success or refusal(answer) == ENDED, answer.text
    return answer.is_success


async def ends(site: Site) -> list[SessionEnd]:
    def all_rows() -> list[SessionEnd]:
        with site.house.engine.connect() as connection:
            return [SessionEnd(**row) for row in connection.execute(select(tables.session_end)).mappings()]

    return await asyncio.to_thread(all_rows)


async def aged(site: Site) -> str:
    """Of Jeanne, who came in long ago."""
    token: str = (await site.join())["session"]
    site.clock.ms += RENEW_MS
    return token


def of_before(site: Site, session: Session) -> str:
    """As tokens were when they said nothing of their age."""
    return site.house.tokens.session(Session(session.workshop, session.participant, session.link))


async def test_a_young_token_is_not_replaced_and_nothing_is_written(site: Site) -> None:
    token = (await site.join())["session"]
    site.clock.ms += RENEW_MS - 1
    assert (await used(site, token)).renewal is None
    site.clock.ms += 1
    assert (await used(site, token)).renewal is not None
    assert await ends(site) == []


async def test_who_comes_twice_comes_in_two_sessions(site: Site) -> None:
    wish = {"token": site.token(Role.PARTICIPANT), "name": "Jeanne", "attempt": "same"}
    one, two = [(await site.http.post("/api/join", json=wish)).json() for _ in range(2)]
    assert one["participant"] == two["participant"]
    assert (await used(site, one["session"])).sid != (await used(site, two["session"])).sid


async def test_tabs_that_come_back_together_are_given_the_same_token(site: Site) -> None:
    old = await aged(site)
    site.clock.ms -= site.clock.ms % ALIKE_MS - ALIKE_MS
    fresh = await renewal(site, old)
    site.clock.ms += ALIKE_MS - 1
    assert await renewal(site, old) == fresh


async def test_the_old_token_holds_until_a_while_after_the_new_one_was_used(site: Site) -> None:
    old = await aged(site)
    fresh = await renewal(site, old)
    site.clock.ms += 10 * GRACE_MS
    assert await holds(site, old), "the new one may never have arrived"
    assert await holds(site, fresh)
    assert await holds(site, fresh)
    assert len(await ends(site)) == 1
    assert (await used(site, old)).renewal is None, "who has copied it goes on by it for a while, and no longer"
    site.clock.ms += GRACE_MS - 1
    assert await holds(site, old)
    site.clock.ms += 1
    assert not await holds(site, old)
    assert await holds(site, fresh)


async def test_one_that_has_ended_stays_so_however_often_the_session_is_renewed(site: Site) -> None:
    first = await aged(site)
    second = await renewal(site, first)
    assert await holds(site, second)
    site.clock.ms += GRACE_MS - 1
    third = await renewal(site, second)
    assert await holds(site, third)
    site.clock.ms += 1
    assert [await holds(site, token) for token in (first, second, third)] == [False, True, True]
    site.clock.ms += GRACE_MS
    assert [await holds(site, token) for token in (first, second, third)] == [False, False, True]


async def test_tokens_of_before_there_was_an_age_hold_and_are_replaced(site: Site) -> None:
    session = await used(site, (await site.join())["session"])
    old = of_before(site, session)
    read = await used(site, old)
    assert (read.participant, read.issued_at) == (session.participant, 0)
    assert read.sid not in ("", session.sid)
    fresh = await renewal(site, old)
    assert (await used(site, fresh)).sid == read.sid
    site.clock.ms += GRACE_MS
    assert [await holds(site, token) for token in (old, fresh)] == [False, True]


async def test_who_continues_by_the_link_is_given_the_new_token(site: Site) -> None:
    old = await aged(site)
    back = {"token": site.token(Role.PARTICIPANT)}
    again = await site.http.post("/api/join", json=back, headers=bearer(old))
    fresh = again.json()["session"]
    assert (again.status_code, await holds(site, fresh)) == (200, True)
    once_more = await site.http.post("/api/join", json=back, headers=bearer(fresh))
    assert once_more.json()["session"] == fresh
    site.clock.ms += GRACE_MS
    assert refusal(await site.http.post("/api/join", json=back, headers=bearer(old))) == ENDED


async def left(site: Site, who: dict[str, Any]) -> None:
    answer = await site.http.post("/api/mine/sessions/end", json={}, headers=bearer(who["session"]))
    assert answer.is_success, answer.text
    site.clock.ms += 1


async def test_who_leaves_on_all_devices_is_out_on_all_and_comes_back_by_a_link_of_their_own(site: Site) -> None:
    wish = {"token": site.token(Role.PARTICIPANT), "name": "Jeanne", "attempt": "same"}
    here, there = [(await site.http.post("/api/join", json=wish)).json() for _ in range(2)]
    old = of_before(site, await used(site, here["session"]))
    karim = await site.join(name="Karim")
    way = (await site.http.post("/api/mine/link", json={}, headers=bearer(here["session"]))).json()["url"]
    await left(site, there)
    assert not any([await holds(site, token) for token in (here["session"], there["session"], old)])
    assert await holds(site, karim["session"])
    back = await site.http.post("/api/join", json={"token": way.rpartition("/")[2]})
    assert back.json()["participant"] == here["participant"]
    assert await holds(site, back.json()["session"])
    site.clock.ms += RENEW_MS
    assert await holds(site, await renewal(site, back.json()["session"]))


async def test_with_somebody_erased_goes_what_was_kept_of_their_sessions(site: Site) -> None:
    jeanne, karim = await site.join(), await site.join(name="Karim")
    for who in (jeanne, karim):
        await left(site, who)
    accepted(await site.house.gateway.do(WORKSHOP, SYSTEM, ErasePerson(person=ParticipantId(jeanne["participant"]))))
    assert [end.participant for end in await ends(site)] == [karim["participant"]]
    assert not await holds(site, jeanne["session"])
