"""Speaking times: gathered, written now and then, every second once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import Engine, text

from media.control import Said, Spoken
from persistence.journal import Busy
from realtime.forwarding import Forwarding
from realtime.gateway import Answer, Gateway
from realtime.speech import SpeechTotals
from rooms.agenda import Step
from rooms.ids import ParticipantId, RoomId, WorkshopId
from rooms.speech import Speech
from tests.realtime.hall import WORKSHOP, Hall, hall
from tests.realtime.twin import Twin


class Forgetful(Gateway):
    """Does what it is asked, and the first time nobody learns of it."""

    answers = 0

    async def do(self, *asked: Any, **named: Any) -> Answer:
        answer = await super().do(*asked, **named)
        self.answers += 1
        if self.answers == 1:
            raise Busy
        return answer


@pytest.fixture
async def a_hall(engine: Engine) -> AsyncIterator[Hall]:
    async with hall(engine) as opened:
        yield opened


def said(of: Hall, **ms: int) -> tuple[Said, ...]:
    room = RoomId(of.room("plenary").id)
    return tuple(Said(participant=ParticipantId(person), room=room, ms=each) for person, each in ms.items())


def totals(of: Hall) -> dict[tuple[str, str | None], int]:
    return {(speech.participant, speech.step): speech.ms for speech in of.live.state.all(Speech)}


async def start_step(of: Hall, title: str) -> str:
    before = next((step.id for step in of.live.state.all(Step) if step.started_at and not step.ended_at), None)
    await of.do("fa", "step.add", title=title)
    step = next(step.id for step in of.live.state.all(Step) if step.title == title)
    await of.do("fa", "step.start", step=step, seen=before)
    return step


async def test_what_is_said_is_summed_and_written_once(a_hall: Hall) -> None:
    speech = SpeechTotals(a_hall.gateway)
    for _ in range(3):
        speech.hear(WORKSHOP, said(a_hall, ana=900, bo=100))
    head = a_hall.live.state.head
    assert totals(a_hall) == {}
    await speech.write_all()
    await speech.write_all()
    assert totals(a_hall) == {("ana", None): 2700, ("bo", None): 300}
    assert a_hall.live.state.head == head + 1
    speech.hear(WORKSHOP, said(a_hall, ana=50))
    await speech.write_all()
    assert totals(a_hall)["ana", None] == 2750


async def test_it_is_written_now_and_then_by_itself(a_hall: Hall) -> None:
    written = asyncio.Event()
    a_hall.gateway.merged.append(lambda live, ids: written.set())
    speech = SpeechTotals(a_hall.gateway, every_s=0.01)
    running = asyncio.create_task(speech.run())
    speech.hear(WORKSHOP, said(a_hall, ana=400))
    async with asyncio.timeout(10):
        await written.wait()
    running.cancel()
    assert totals(a_hall) == {("ana", None): 400}


async def test_a_repetition_counts_once(a_hall: Hall) -> None:
    """The answer was lost after the commit, and the process says it again."""
    forgetful = Forgetful(a_hall.journal, a_hall.gateway.now, a_hall.gateway.chance)
    speech = SpeechTotals(forgetful)
    await forgetful.open(WORKSHOP)
    speech.hear(WORKSHOP, said(a_hall, ana=700))
    await speech.write_all()
    speech.hear(WORKSHOP, said(a_hall, ana=10))
    await speech.write_all()
    await forgetful.close()
    assert forgetful.answers == 3
    await a_hall.gateway.catch_up(a_hall.live)
    assert totals(a_hall) == {("ana", None): 710}


async def test_a_database_that_does_not_answer_loses_nothing(a_hall: Hall, engine: Engine) -> None:
    speech = SpeechTotals(a_hall.gateway)
    speech.hear(WORKSHOP, said(a_hall, ana=700))
    with engine.connect() as connection:
        connection.execute(text("UPDATE workshop SET head = head"))
        await speech.write_all()
        connection.rollback()
    assert totals(a_hall) == {}
    await speech.write_all()
    assert totals(a_hall) == {("ana", None): 700}


async def test_what_cannot_be_written_is_not_tried_for_ever(a_hall: Hall) -> None:
    speech = SpeechTotals(a_hall.gateway)
    speech.hear(WorkshopId("gone"), said(a_hall, ana=5))
    speech.hear(WORKSHOP, (Said(participant=ParticipantId("nobody"), room=RoomId("nowhere"), ms=5),))
    await speech.write_all()
    assert totals(a_hall) == {}


async def test_each_step_has_its_own_and_the_one_that_ends_is_written_at_once(a_hall: Hall) -> None:
    twin = Twin()
    forwarding = Forwarding(a_hall.gateway, twin)
    await forwarding.start()
    forwarding.entered(a_hall.read("ana").connection, a_hall.live)
    first = await start_step(a_hall, "Accueil")
    twin.hear(Spoken(workshop=WORKSHOP, spoken=said(a_hall, ana=1500)))
    assert totals(a_hall) == {}
    written = asyncio.Event()

    def watch(live: Any, ids: Any) -> None:
        if totals(a_hall):
            written.set()

    a_hall.gateway.merged.append(watch)
    second = await start_step(a_hall, "Idées")
    async with asyncio.timeout(10):
        await written.wait()
    assert totals(a_hall) == {("ana", first): 1500}
    twin.hear(Spoken(workshop=WORKSHOP, spoken=said(a_hall, ana=200)))
    await forwarding.stop()
    assert not twin.is_running
    assert totals(a_hall) == {("ana", first): 1500, ("ana", second): 200}


async def test_a_process_told_of_a_workshop_it_does_not_serve_writes_it_all_the_same(a_hall: Hall) -> None:
    other = Gateway(a_hall.journal, a_hall.gateway.now, a_hall.gateway.chance)
    speech = SpeechTotals(other)
    speech.hear(WORKSHOP, said(a_hall, bo=300))
    await speech.write_all()
    await other.close()
    await a_hall.gateway.catch_up(a_hall.live)
    assert totals(a_hall) == {("bo", None): 300}
