"""The one path: done once, durable before it is acknowledged, and one bad command never another's."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import OperationalError

from facilitation.people import Arrive
from facilitation.workshop import decode, decode_due
from realtime.clockwork import GONE_MS, Clockwork
from realtime.gateway import Gateway
from realtime.messages import Accepted, Refusal
from rooms.activities.board import Note, WriteNote
from rooms.activities.discussion import Message
from rooms.agenda import Groups, Room
from rooms.deciding import SYSTEM, Actor, Deciding
from rooms.ids import CommandId, ParticipantId
from rooms.people import Attendance
from tests.realtime.hall import WORKSHOP, Hall, hall


@pytest.fixture
async def a_hall(engine: Engine) -> AsyncIterator[Hall]:
    async with hall(engine) as opened:
        yield opened


def notes(of: Hall) -> list[Note]:
    return list(of.live.state.all(Note))


async def test_a_repeated_command_is_answered_not_done_again(a_hall: Hall) -> None:
    board = await a_hall.board()
    fields = {"activity": board.id, "column": "keep", "text": "une fois"}
    first = await a_hall.do("ana", "note.write", id="the-same-command-id", **fields)
    await a_hall.do("bo", "message.send", text="entre-temps")
    assert await a_hall.do("ana", "note.write", id="the-same-command-id", **fields) == first
    assert len(notes(a_hall)) == 1


async def test_the_same_id_from_another_person_is_another_command(a_hall: Hall) -> None:
    board = await a_hall.board()
    for person in ("ana", "bo"):
        await a_hall.do(person, "note.write", id="the-same-command-id", activity=board.id, column="keep", text="x")
    assert len(notes(a_hall)) == 2


async def test_a_command_twice_in_one_batch_is_done_once(a_hall: Hall) -> None:
    board = await a_hall.board()
    command = WriteNote(activity=board.id, column=board.plan.columns[0].id, text="x")
    ana = Actor(ParticipantId("ana"))
    asked = [a_hall.gateway.do(WORKSHOP, ana, command, CommandId("the-same-command-id")) for _ in range(5)]
    answers = await asyncio.gather(*asked)
    assert len(set(answers)) == 1
    assert len(notes(a_hall)) == 1


async def test_a_bug_in_one_rule_is_answered_alone(a_hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    board = await a_hall.board()
    rule = WriteNote.decide

    def decide(command: WriteNote, on: Deciding) -> None:
        if command.text == "bug":
            raise ZeroDivisionError
        rule(command, on)

    monkeypatch.setattr(WriteNote, "decide", decide)
    asked = [a_hall.note_unchecked("ana", board, words) for words in ("un", "bug", "deux")]
    one, bug, two = await asyncio.gather(*asked)
    assert isinstance(one, Accepted)
    assert isinstance(two, Accepted)
    assert isinstance(bug, Refusal)
    assert bug.code == "internal"
    assert len(bug.details["id"]) == 8
    assert sorted(note.text for note in notes(a_hall)) == ["deux", "un"]


async def test_an_anonymous_note_leaves_no_actor_in_the_journal(a_hall: Hall, engine: Engine) -> None:
    board = await a_hall.board(anonymous=True)
    await a_hall.do("ana", "note.write", id="the-command-id-of-ana", activity=board.id, column="keep", text="x")
    with engine.connect() as connection:
        change = connection.execute(text("SELECT * FROM change WHERE command = 'note.write'")).one()
        commands = connection.execute(text("SELECT * FROM command")).all()
    assert change.actor is None
    assert '"ana"' not in change.put
    assert "ana" not in str(commands)


async def test_two_processes_on_one_workshop_see_one_order(a_hall: Hall, engine: Engine) -> None:
    board = await a_hall.board(hidden=False)
    other = Gateway(a_hall.journal, a_hall.gateway.now, a_hall.gateway.chance)
    reader = a_hall.read("bo")
    command = WriteNote(activity=board.id, column=board.plan.columns[0].id, text="d'ailleurs")
    answer = await other.do(WORKSHOP, Actor(ParticipantId("ana")), command)
    assert isinstance(answer, Accepted)
    await a_hall.note("bo", board, "d'ici")
    reader.check()
    texts = {entity["text"] for entity in reader.seen.values() if entity["type"] == "note"}
    assert texts == {"d'ailleurs", "d'ici"}
    assert (await other.open(WORKSHOP)).state.head < a_hall.live.state.head
    await other.catch_up(await other.open(WORKSHOP))
    await other.close()
    assert (await other.open(WORKSHOP)).state.head == a_hall.live.state.head


async def test_names_written_elsewhere_are_read_from_their_own_row(a_hall: Hall) -> None:
    other = Gateway(a_hall.journal, a_hall.gateway.now, a_hall.gateway.chance)
    rename = {"person": "ana", "name": "Anaïs"}
    await other.do(WORKSHOP, Actor(ParticipantId("ana")), decode({"type": "person.rename", **rename}))
    await other.close()
    reader = a_hall.read("bo")
    await a_hall.do("bo", "message.send", text="bonjour")
    assert reader.seen["ana"]["name"] == "Anaïs"


async def test_groups_end_when_their_time_has_come_and_not_when_it_was_moved(a_hall: Hall) -> None:
    clockwork = Clockwork(a_hall.gateway)
    await a_hall.do("fa", "room.add", name="Bancs")
    await a_hall.do("fa", "groups.open")
    await a_hall.do("fa", "groups.close", at=a_hall.now + 60_000)
    await a_hall.do("fa", "groups.close", at=a_hall.now + 600_000)
    a_hall.now += 120_000
    await clockwork.fulfil()
    assert a_hall.live.state.find(type(a_hall.room("plenary")), a_hall.room("plenary").id).people == 0
    a_hall.now += 600_000
    await clockwork.fulfil()
    workshop = next(iter(a_hall.live.state.shelf("kind", "workshop")))
    assert getattr(workshop, "groups", None) is Groups.CLOSED
    assert {room.name: room.people for room in a_hall.live.state.all(Room)}["Bancs"] == 0
    assert a_hall.journal.dues(a_hall.now + 1_000_000) == []


async def test_whoever_comes_back_while_another_is_written_down_has_not_left(a_hall: Hall) -> None:
    clockwork = Clockwork(a_hall.gateway)
    ana, bo = ParticipantId("ana"), ParticipantId("bo")
    for person in (ana, bo):
        await clockwork.arrived(WORKSHOP, person)
    await clockwork.attend()
    for person in (ana, bo):
        clockwork.left(WORKSHOP, person)
    a_hall.now += GONE_MS + 1

    def come_back(point: str) -> None:
        clockwork.gone.pop((WORKSHOP, bo), None)

    a_hall.gateway.at = come_back
    await clockwork.attend()
    stays = {stay.participant: stay.left_at for stay in a_hall.live.state.all(Attendance)}
    assert stays[ana] is not None
    assert stays[bo] is None


async def test_a_due_command_of_old_does_not_take_away_the_later_one(a_hall: Hall) -> None:
    await a_hall.do("fa", "room.add", name="Bancs")
    await a_hall.do("fa", "groups.open")
    await a_hall.do("fa", "groups.close", at=a_hall.now + 60_000)
    ((_, old),) = a_hall.journal.dues(a_hall.now + 100_000)
    await a_hall.do("fa", "groups.close", at=a_hall.now + 600_000)
    await a_hall.gateway.do_due(WORKSHOP, old, decode_due(old.command))
    ((_, later),) = a_hall.journal.dues(a_hall.now + 1_000_000)
    assert later.at > old.at


async def test_who_looks_at_what_was_forgotten_meanwhile_does_not_wait(a_hall: Hall) -> None:
    live = a_hall.live
    await a_hall.gateway.forget(WORKSHOP)
    await asyncio.wait_for(a_hall.gateway.catch_up(live), 20)


async def test_the_database_that_does_not_answer_makes_busy_and_nothing_else(a_hall: Hall, engine: Engine) -> None:
    board = await a_hall.board()
    with engine.connect() as connection:
        connection.execute(text("UPDATE workshop SET head = head"))
        answer = await a_hall.note_unchecked("ana", board, "perdu ?")
        assert isinstance(answer, Refusal)
        assert answer.code == "busy"
        connection.rollback()
    assert notes(a_hall) == []
    assert isinstance(await a_hall.note_unchecked("ana", board, "gardé"), Accepted)


class Loss(logging.Handler):
    """Of each commit of a DELETE nobody knows whether it happened. It hears what the clock says of it."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.said = asyncio.get_running_loop().create_future()
        event.listen(engine, "before_cursor_execute", self._look)
        event.listen(engine, "commit", self._lose)

    def _look(self, connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        connection.info["deletes"] = statement.startswith("DELETE")

    def _lose(self, connection: Connection) -> None:
        if connection.info.pop("deletes", False):
            raise OperationalError("COMMIT", None, sqlite3.OperationalError("disk I/O error"))

    def emit(self, record: logging.LogRecord) -> None:
        if not self.said.done():
            self.said.set_result(record.levelname)


async def test_the_clock_goes_on_where_nobody_knows_whether_old_commands_were_forgotten(
    a_hall: Hall, engine: Engine
) -> None:
    loss, clock = Loss(engine), logging.getLogger("realtime.clockwork")
    clock.addHandler(loss)
    running = asyncio.create_task(Clockwork(a_hall.gateway).run())
    async with asyncio.timeout(20):
        assert await loss.said == "WARNING"
    clock.removeHandler(loss)
    assert not running.done()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def test_what_a_person_alone_may_know_is_whole_for_them(a_hall: Hall) -> None:
    ana, fa = a_hall.read("ana"), a_hall.read("fa")
    await a_hall.do("ana", "message.send", text="à l'aide", reach="staff")
    bo = a_hall.read("bo")
    assert [e["text"] for e in fa.seen.values() if e["type"] == "message"] == ["à l'aide"]
    assert [e["text"] for e in ana.mine.values() if e["type"] == "message"] == ["à l'aide"]
    assert not any(isinstance(e, Message) and e.id in bo.seen | bo.mine for e in a_hall.live.state)


async def test_a_system_command_is_nobodys_to_give(a_hall: Hall) -> None:
    answer = await a_hall.by(Actor(ParticipantId("fa")), Arrive(participant=ParticipantId("ana")))
    assert answer == Refusal(code="not_allowed")
    assert isinstance(await a_hall.by(SYSTEM, Arrive(participant=ParticipantId("ana"))), Accepted)
