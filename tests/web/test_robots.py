"""Scripted participants fill a real workshop, over the real protocol."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from realtime.client import Client
from rooms.activities.board import Board, Note
from rooms.activities.comments import Comment
from rooms.activities.discussion import Message
from rooms.activities.dots import Dot
from rooms.activities.poll import Poll
from rooms.agenda import Room, RoomKind, Step, Workshop
from rooms.entity import Entity
from rooms.people import Participant
from rooms.permissions import Role
from tests.serving import WORKSHOP, Served
from web.robots import NotJoined, Plan, Summary, address_and_token, join, read_texts, run
from web.robots.proving import differing

COLUMNS = [{"id": "keep", "title": "Garder"}, {"id": "leave", "title": "Ôter"}]
BOARD = {"kind": "board", "title": "Quoi ?", "columns": COLUMNS, "dots": 2}
TEXTS = ("Un banc", "Un arbre", "Une fontaine")
COUNT = 5


class Evening:
    """Robots at work in a server, and somebody who leads them on once they have done what they can."""

    def __init__(self, server: Served) -> None:
        self.server = server
        self.said: list[str] = []
        plan = Plan(count=COUNT, link=server.links[Role.PARTICIPANT], rate=1200, texts=TEXTS, proves=True)
        self.running = asyncio.create_task(run(plan, self.said.append))

    def count(self, kind: type[Entity]) -> int:
        return sum(1 for _ in self.server.state.all(kind))

    async def until(self, kind: type[Entity], count: int) -> None:
        await self.server.until(lambda: self.count(kind) >= count)

    async def start(self, **plans: object) -> None:
        await self.server.do("step.add", title="Ensuite", **plans)
        workshop = next(self.server.state.all(Workshop))
        step = next(step for step in self.server.state.all(Step) if step.started_at is None)
        await self.server.do("step.start", step=step.id, seen=workshop.step)

    async def over(self) -> Summary:
        self.running.cancel()
        return await self.running


@pytest_asyncio.fixture
async def evening(server: Served) -> AsyncIterator[Evening]:
    evening = Evening(server)
    yield evening
    if not evening.running.done():
        await evening.over()


async def test_robots_write_comment_vote_answer_and_move(evening: Evening) -> None:
    server = evening.server
    await evening.until(Participant, COUNT)
    await evening.start(plenary=BOARD)
    await evening.until(Note, 4 * COUNT)
    board = next(server.state.all(Board)).id
    await server.do("board.reveal", activity=board)
    await evening.until(Comment, 3 * COUNT)
    await server.do("board.vote", activity=board, voting="open")
    await server.until(lambda: sum(dot.count for dot in server.state.all(Dot)) == 2 * COUNT)
    await server.do("board.vote", activity=board, voting="closed")
    await server.do("poll.add", activity=board, question={"text": "Encore ?", "options": ["Oui", "Non"]})
    poll = next(server.state.all(Poll)).id
    await server.do("poll.open", poll=poll)
    await server.until(lambda: server.state.find(Poll, poll).turnout == COUNT)
    for name in ("Un", "Deux"):
        await server.do("room.add", name=name)
    await server.do("groups.open", filling="choose")
    groups = {room.id for room in server.state.all(Room) if room.room_kind is RoomKind.GROUP}
    await server.until(lambda: all(person.room in groups for person in server.state.all(Participant)))
    await evening.start(groups={"kind": "discussion"})
    await server.until(lambda: any(message.room in groups for message in server.state.all(Message)))
    summary = await evening.over()
    assert summary.is_sound, summary
    assert summary.joined == COUNT
    assert summary.acknowledged >= 4 * COUNT + 3 * COUNT
    assert {note.text for note in server.state.all(Note)} == set(TEXTS)
    assert evening.said == [f"{COUNT} of {COUNT} robots are in.", "The robots leave."]


async def test_robots_say_why_they_could_not_come_in(server: Served) -> None:
    said: list[str] = []
    summary = await run(Plan(count=2, link=f"{server.url}/j/nowhere"), said.append)
    assert said == ["0 of 2 robots are in."]
    assert summary.not_joined == {"link_unknown": 2}
    assert not summary.is_sound
    assert "link_unknown 2" in str(summary)


async def test_robots_come_by_the_address_that_brings_a_workshop_together(evening: Evening) -> None:
    realtime = evening.server.realtime
    await evening.server.until(lambda: len(realtime.connections) == COUNT)
    asked = [realtime.sio.get_environ(sid)["QUERY_STRING"] for sid in realtime.connections]
    assert all(f"workshop={WORKSHOP}" in query for query in asked)


async def test_robots_hold_when_they_leave_what_a_page_opened_now_is_told(evening: Evening) -> None:
    await evening.until(Participant, COUNT)
    await evening.start(plenary=BOARD)
    await evening.until(Note, 2 * COUNT)
    summary = await evening.over()
    assert (summary.proved, summary.stale) == (COUNT, [])
    assert summary.is_sound


async def test_what_one_holds_and_a_page_opened_now_does_not_is_found(server: Served) -> None:
    address, token = await asyncio.to_thread(address_and_token, server.links[Role.PARTICIPANT])
    one, other = [Client(address, await asyncio.to_thread(join, address, token, name)) for name in ("Jo", "Ana")]
    async with asyncio.TaskGroup() as group:
        connections = [group.create_task(client.run()) for client in (one, other)]
        for client in (one, other):
            await client.is_here.wait()
        room = next(one.store.seen.all(Room))
        one.store.seen.drop(room.id)
        assert room.id in differing(one, other)
        for connection in connections:
            connection.cancel()


async def test_robots_who_are_put_out_say_so(evening: Evening) -> None:
    house = evening.server.house
    await evening.until(Participant, COUNT)
    link = next(link for link in house.links.of(next(iter(house.gateway.live))) if link.role is Role.PARTICIPANT)
    await asyncio.to_thread(house.links.revoke, link.id, house.now())
    evening.server.cut(link.id)
    summary = await evening.running
    assert summary.cut == {"link_revoked": COUNT}


def test_texts_come_from_the_column_of_a_consultation(tmp_path: Path) -> None:
    path = tmp_path / "comments.csv"
    path.write_text('comment-id,moderated,comment-body\n1,1,"A bench, here"\n2,-1,Rejected\n3,0,\n4,0,' + "x" * 900)
    assert read_texts(path) == ["A bench, here", "x" * 500]


def test_a_file_without_texts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "votes.csv"
    path.write_text("voter,vote\n1,1\n")
    with pytest.raises(NotJoined, match="comment-body"):
        read_texts(path)


@pytest.mark.parametrize("link", ["https://example.org/", "ftp://example.org/j/x", "nonsense"])
def test_what_is_no_join_link_is_refused(link: str) -> None:
    with pytest.raises(NotJoined):
        address_and_token(link)
