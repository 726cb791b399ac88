"""Two processes that serve one workshop, in one loop: what they tell each other, and what if they cannot."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import msgspec
import pytest
from sqlalchemy import Engine

from facilitation.people import Leave
from persistence.documents import Documents
from realtime.clockwork import Clockwork
from realtime.documents import SharedDocuments
from realtime.forwarding import Forwarding
from realtime.gateway import Gateway, Live
from realtime.messages import SendSignal
from realtime.neighbours import AnyWord, Ended, Present, Said
from realtime.signals import pass_on, stamped
from realtime.together import Together
from realtime.tower import everybody_looking
from rooms.activities.board import Note
from rooms.chance import Chance
from rooms.deciding import SYSTEM
from rooms.ids import ParticipantId
from rooms.people import Attendance
from tests.realtime.hall import WORKSHOP, Hall, hall
from tests.realtime.pen import Pen, conclusion_in
from tests.realtime.reader import Reader
from tests.realtime.twin import Twin


@dataclass(eq=False)
class Air:
    """Carries what each says to all others, as bytes, while it carries anything."""

    ends: list[End] = field(default_factory=list)

    def carry(self, sender: End, word: AnyWord) -> None:
        said = msgspec.msgpack.encode(Said(sender.name, word))
        for end in self.ends:
            if end is not sender and sender.heard_since is not None and end.heard_since is not None:
                heard = msgspec.msgpack.decode(said, type=Said)
                end.hear(heard.process, heard.word)


class End:
    """Implements realtime.neighbours.Neighbours."""

    def __init__(self, name: str, air: Air) -> None:
        self.name = name
        self.hear: Callable[[str, AnyWord], None] = lambda process, word: None
        self.heard_since: float | None = 0.0
        self._air = air
        air.ends.append(self)

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        pass

    def say(self, word: AnyWord) -> None:
        self._air.carry(self, word)


class Process:
    """As much of one as speaks with others. Nothing happens by itself: a test says when a second has passed."""

    def __init__(self, name: str, gateway: Gateway, live: Live, engine: Engine, air: Air) -> None:
        self.gateway = gateway
        self.live = live
        self.cuts: list[str] = []
        self.ended: list[Ended] = []
        self.changed = asyncio.Event()
        gateway.merged.append(lambda live, ids: self.changed.set())
        self.end = End(name, air)
        self.clockwork = Clockwork(gateway)
        self.documents = SharedDocuments(gateway, Documents(engine))
        self.media = Twin()
        self.forwarding = Forwarding(gateway, self.media)
        self.together = Together(gateway, self.end, self.clockwork, self.documents, self.cuts.append, self.ended.append)

    def read(self, person: str, look: str | None = None) -> Reader:
        reader = Reader(self.live, person)
        reader.connection.look = look  # type: ignore[assignment]
        return reader.join()

    def second(self) -> None:
        self.together.tell()
        self.live.telling.digest()

    def signal(self, sender: Reader, **fields: str) -> None:
        said = stamped(self.live.telling, sender.connection, SendSignal(**fields))  # type: ignore[arg-type]
        if said is not None:
            pass_on(self.live.telling, said, but=sender.connection)
            self.together.signalled(WORKSHOP, said)


@dataclass
class Two:
    hall: Hall
    here: Process
    there: Process


@pytest.fixture
async def two(engine: Engine) -> AsyncIterator[Two]:
    async with hall(engine) as opened:
        other = Gateway(opened.journal, lambda: opened.now, Chance(random.Random(2)))
        air = Air()
        here = Process("here", opened.gateway, opened.live, engine, air)
        there = Process("there", other, await other.open(WORKSHOP), engine, air)
        yield Two(opened, here, there)
        for process in (here, there):
            await process.together.stop()
        await other.close()


def notes(process: Process) -> list[str]:
    return [note.text for note in process.live.state.all(Note)]


async def settled(two: Two) -> None:
    """Until the other process is as far as the first, by hints alone."""
    async with asyncio.timeout(20):
        while two.there.live.state.head < two.here.live.state.head:
            two.there.changed.clear()
            await two.there.changed.wait()


async def test_what_changes_in_one_is_told_by_the_other_without_waiting_for_its_look(two: Two) -> None:
    reader = two.there.read("bo")
    board = await two.hall.board(hidden=False)
    for text in ("un", "deux", "trois"):
        await two.hall.note("ana", board, text)
    await settled(two)
    assert notes(two.there) == ["un", "deux", "trois"]
    reader.check()
    assert two.there.live.state.head == two.here.live.state.head


async def test_a_hint_is_not_passed_on(two: Two) -> None:
    said: list[AnyWord] = []
    two.here.end.hear = lambda process, word: said.append(word)
    await two.hall.board(hidden=False)
    await settled(two)
    two.there.second()
    assert [type(word) for word in said] == [Present]


async def test_people_of_both_see_each_other_and_staff_where_others_look(two: Two) -> None:
    bo = two.here.read("bo")
    ana, fa = two.there.read("ana"), two.there.read("fa", look=two.hall.room("plenary").id)
    two.there.second()
    two.here.second()
    assert bo.here == {"ana", "bo"}
    (looking,) = everybody_looking(two.here.live.telling)
    assert (looking.participant, looking.look) == ("fa", two.hall.room("plenary").id)
    ana.leave()
    fa.leave()
    two.there.second()
    two.here.second()
    assert bo.here == {"bo"}
    assert everybody_looking(two.here.live.telling) == ()


async def test_whoever_moves_to_another_process_has_not_left(two: Two) -> None:
    ana = two.here.read("ana")
    await two.here.clockwork.arrived(WORKSHOP, ParticipantId("ana"))
    ana.leave()
    two.here.clockwork.left(WORKSHOP, ParticipantId("ana"))
    two.there.read("ana")
    two.there.second()
    two.hall.now += 60_000
    await two.here.clockwork.attend()
    (stay,) = two.here.live.state.all(Attendance)
    assert stay.left_at is None


async def test_people_of_a_process_that_died_leave_after_a_while(two: Two) -> None:
    two.there.read("ana")
    await two.there.clockwork.arrived(WORKSHOP, ParticipantId("ana"))
    await two.here.gateway.catch_up(two.here.live)
    two.there.second()
    at = asyncio.get_running_loop().time()
    two.here.together._miss(at + 3)
    assert two.here.live.telling.here() == {"ana"}
    two.here.together._miss(at + 6)
    assert two.here.live.telling.here() == set()
    two.hall.now += 30_000
    await two.here.clockwork.attend()
    (stay,) = two.here.live.state.all(Attendance)
    assert stay.left_at is not None


async def test_while_nobody_is_heard_nobody_is_believed_gone(two: Two) -> None:
    two.there.read("ana")
    two.there.second()
    two.here.end.heard_since = None
    at = asyncio.get_running_loop().time()
    two.here.together._miss(at + 30)
    assert two.here.live.telling.here() == {"ana"}
    two.here.end.heard_since = at + 31
    two.here.together._miss(at + 32)
    assert two.here.live.telling.here() == {"ana"}
    two.here.end.heard_since = None
    two.here.together._miss(at + 100)
    assert two.here.live.telling.here() == set()
    assert two.here.clockwork.gone == {}


async def test_a_stay_that_another_process_ended_by_mistake_goes_on(two: Two) -> None:
    two.there.read("ana")
    await two.there.clockwork.arrived(WORKSHOP, ParticipantId("ana"))
    await two.hall.by(SYSTEM, Leave(participant=ParticipantId("ana"), at=two.hall.now))
    await two.there.gateway.catch_up(two.there.live)
    await two.there.clockwork.attend()
    assert [stay.left_at is None for stay in two.there.live.state.all(Attendance)] == [False, True]


async def test_signals_reach_those_they_concern_wherever_they_are(two: Two) -> None:
    board = await two.hall.board(hidden=False)
    await settled(two)
    ana, bo, fa = two.here.read("ana"), two.there.read("bo"), two.there.read("fa")
    two.here.signal(ana, kind="typing", entity=board.id)
    assert "signal" in bo.events
    two.there.signal(fa, kind="typing", entity=two.hall.room("backstage").id)
    assert "signal" not in ana.events


async def test_where_somebody_writes_is_shown_wherever_others_read(two: Two) -> None:
    conclusion = await conclusion_in(two.hall)
    await settled(two)
    ana = Pen(two.here.documents, two.here.read("ana"), conclusion)
    bo = Pen(two.there.documents, two.there.read("bo"), conclusion)
    await ana.open()
    await bo.open()
    place = {"conclusion": conclusion.id, "field": "agreed", "anchor": "AA==", "head": "AA=="}
    two.here.documents.cursor(ana.reader.connection, two.here.live, place)
    assert [body for event, body in bo.told if event == "doc.cursor"] == [{**place, "who": "ana"}]
    two.here.documents.gone(ana.reader.connection, two.here.live)
    assert [body["field"] for event, body in bo.told if event == "doc.cursor"] == ["agreed", None]


async def test_whoever_comes_back_through_the_other_writes_on_as_who_they_were(two: Two) -> None:
    conclusion = await conclusion_in(two.hall)
    await settled(two)
    ana = Pen(two.here.documents, two.here.read("ana"), conclusion)
    bo = Pen(two.there.documents, two.there.read("bo"), conclusion)
    await bo.open()
    two.here.end.heard_since = None
    await ana.open()
    ana.field().insert(0, "Un banc")
    client, ana.house, ana.reader = ana.client, bo.house, two.there.read("ana")
    assert (await ana.open(ana.client)).client == client
    await ana.send()
    assert bo.text() == "Un banc"


async def test_a_call_follows_whoever_is_moved_through_the_other(two: Two) -> None:
    await two.hall.do("fa", "room.add", name="Bancs")
    await two.hall.do("fa", "groups.open")
    await settled(two)
    ana = two.there.read("ana")
    offer = {"connection": "a-connection-of-ana", "sdp": "v=0", "lines": {"0": "microphone"}, "device": "phone"}
    await two.there.forwarding.offer(ana.connection, two.there.live, offer)
    group = two.hall.room("Bancs").id
    await two.hall.do("fa", "person.move", person="ana", room=group)
    await settled(two)
    assert two.there.media.held[WORKSHOP].seats[ParticipantId("ana")].room == group


async def test_a_look_that_nobody_waits_for_any_more_stops_nothing(two: Two) -> None:
    looking = asyncio.create_task(two.there.gateway.catch_up(two.there.live))
    await asyncio.sleep(0)
    looking.cancel()
    board = await two.hall.board(hidden=False)
    await two.hall.note("ana", board, "après")
    await two.there.gateway.catch_up(two.there.live)
    assert notes(two.there) == ["après"]


async def test_a_link_revoked_through_one_is_cut_by_the_other(two: Two) -> None:
    two.here.together.cut("a link")
    assert (two.here.cuts, two.there.cuts) == ([], ["a link"])


async def test_who_leaves_everywhere_through_one_is_ended_by_the_other(two: Two) -> None:
    ended = Ended(workshop=WORKSHOP, participant=ParticipantId("ana"), before=7)
    two.here.together.end(ended)
    assert (two.here.ended, two.there.ended) == ([], [ended])
