"""The web's side of voice and video, with a twin of the worker: who is told what, who may ask, what outlives what."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from facilitation.stage import seats
from media.control import Fed, People, Shown, Slots, Speaking, Stands, Wanted
from persistence.engine import open_engine
from realtime.broadcast import Packet
from realtime.forwarding import SDP_MAX, Forwarding
from realtime.messages import IceServer, MediaOpened
from rooms.agenda import Media, Step
from rooms.ids import ParticipantId, RoomId
from rooms.permissions import Role
from rooms.refusal import Refused
from tests.realtime.hall import WORKSHOP, Hall
from tests.realtime.reader import Reader
from tests.realtime.twin import Peer as TwinPeer
from tests.realtime.twin import Twin

LINES = {"0": "microphone", "1": "camera", "2": "voice", "3": "face"}
LISTENING = {"0": "voice", "1": "face"}
TURN = IceServer(urls=("turn:turn.example.org",), username="u", credential="c")
names = (f"connection-{count:06}" for count in itertools.count())


class Page(Reader):
    """A browser with a call: what it is told of media, and what it asks."""

    def __init__(self, stage: Stage, person: str, link: str = "link") -> None:
        super().__init__(stage.live, person, link)
        self.stage = stage
        self.media: list[tuple[str, dict[str, Any]]] = []

    def send(self, packet: Packet) -> bool:
        event, body = msgspec.json.decode(packet.text[2:]) if packet.text.startswith(b"42") else ("", {})
        if event.startswith("media."):
            self.media.append((event.removeprefix("media."), body))
            self.bytes += packet.text
            return True
        return super().send(packet)

    def enter(self) -> Page:
        self.join()
        self.stage.forwarding.entered(self.connection, self.live)
        return self

    def part(self) -> None:
        self.leave()
        self.stage.forwarding.gone(WORKSHOP, self.connection.session.participant)

    def heard(self, event: str) -> list[dict[str, Any]]:
        return [body for name, body in self.media if name == event]

    async def offer(self, connection: str | None = None, **fields: Any) -> str:
        """The name of the connection made."""
        connection = connection or next(names)
        offer = {"connection": connection, "sdp": "v=0", "lines": LINES, "device": "phone", **fields}
        await self.stage.forwarding.offer(self.connection, self.live, offer)
        return connection

    async def wish(self, connection: str, **wish: Any) -> None:
        await self.stage.forwarding.wish(self.connection, self.live, {"connection": connection, **wish})


class Stage(Hall):
    """A hall with a media worker."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.twin = Twin()
        self.forwarding = Forwarding(self.gateway, self.twin, lambda person: (TURN,), gone_s=0)

    def page(self, person: str, look: str | None = None, link: str = "link") -> Page:
        page = Page(self, person, link)
        page.connection.look = RoomId(look) if look else None
        return page.enter()

    def shown(self, person: str, room: str | None = None) -> People:
        where = RoomId(room or self.room("plenary").id)
        shown = Shown(participant=ParticipantId(person), microphone=True, camera=False, screen=False, quality=3)
        return People(workshop=WORKSHOP, room=where, all=False, put=(shown,))

    def speaking(self, *people: str, room: str | None = None) -> Speaking:
        voices = tuple(ParticipantId(person) for person in people)
        where = RoomId(room or self.room("plenary").id)
        return Speaking(workshop=WORKSHOP, room=where, voices=voices, dominant=voices[0] if voices else None)


@pytest.fixture
def engine(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Engine]:
    """Nothing here depends on the kind of database."""
    path = tmp_path / "palabre.db"
    shutil.copy(migrated_sqlite, path)
    engine = open_engine(f"sqlite:///{path}")
    yield engine
    engine.dispose()


@pytest.fixture
async def stage(engine: Engine) -> AsyncIterator[Stage]:
    opened = Stage(engine)
    await opened.forwarding.start()
    await opened.found()
    yield opened
    await opened.forwarding.stop()
    await opened.gateway.close()


async def refusal(asking: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        await asking
    return caught.value


# -- seats ------------------------------------------------------------------------------------------------------------


async def test_the_worker_holds_the_seats_that_the_state_gives(stage: Stage) -> None:
    stage.page("ana")
    held = stage.twin.held[WORKSHOP]
    assert held.seats == {seat.participant: seat for seat in seats(stage.live.state)}
    assert (held.epoch, held.generation) == (stage.live.telling.epoch, stage.live.state.head)


async def test_every_command_that_moves_a_seat_reaches_the_worker(stage: Stage) -> None:
    stage.page("ana")
    plenary = stage.room("plenary").id
    await stage.do("fa", "room.add", name="Bancs")
    group = stage.room("Bancs").id
    await stage.join("cy")
    commands: list[tuple[str, dict[str, str]]] = [
        ("room.stage", {"room": plenary, "stage": "speakers"}),
        ("floor.give", {"person": "ana"}),
        ("person.mute", {"person": "bo"}),
        ("person.move", {"person": "bo", "room": group}),
        ("room.mute", {"room": plenary}),
        ("person.interpret", {"person": "cy", "language": "ar"}),
        ("workshop.media", {"media": "audio"}),
        ("floor.take", {"person": "ana"}),
    ]
    for type, fields in commands:
        await stage.do("fa", type, **fields)
        assert stage.twin.held[WORKSHOP].seats == {seat.participant: seat for seat in seats(stage.live.state)}, type
        assert stage.twin.held[WORKSHOP].generation == stage.live.state.head


async def test_a_newcomer_is_told_of_alone(stage: Stage) -> None:
    stage.page("ana")
    await stage.join("cy")
    await stage.do("ana", "message.send", text="Bonjour")
    assert stage.twin.held[WORKSHOP].told == 1


async def test_a_state_that_was_read_anew_opens_the_workshop_anew(stage: Stage) -> None:
    stage.page("ana")
    before = stage.twin.held[WORKSHOP]
    await stage.gateway._reload(stage.live)
    assert stage.twin.held[WORKSHOP] is not before
    await stage.do("fa", "floor.give", person="ana")


# -- asking -----------------------------------------------------------------------------------------------------------


async def test_a_page_learns_what_is_on_and_what_may_help_to_reach_it(stage: Stage) -> None:
    ana = stage.page("ana")
    assert await stage.forwarding.open(ana.connection, stage.live, {}) == MediaOpened(
        media=Media.VIDEO, ice_servers=(TURN,)
    )
    await stage.do("fa", "workshop.media", media="text")
    assert await stage.forwarding.open(ana.connection, stage.live, {}) == MediaOpened(media=Media.TEXT, ice_servers=())


async def test_without_a_worker_everything_is_refused_and_nothing_breaks(engine: Engine) -> None:
    stage = Stage(engine)
    stage.forwarding = Forwarding(stage.gateway)
    await stage.forwarding.start()
    await stage.found()
    ana = stage.page("ana")
    assert (await refusal(stage.forwarding.open(ana.connection, stage.live, {}))).code == "media_off"
    assert (await refusal(ana.offer())).code == "media_off"
    ana.part()
    stage.forwarding.cut("link")
    await stage.forwarding.stop()
    await stage.gateway.close()


async def test_an_offer_is_answered_and_offered_again_restarts_ice(stage: Stage) -> None:
    ana = stage.page("ana")
    offer = {"connection": "a" * 16, "sdp": "v=0", "lines": LINES}
    assert (await stage.forwarding.offer(ana.connection, stage.live, offer)).sdp == "answer to v=0"
    assert (await stage.forwarding.offer(ana.connection, stage.live, offer)).sdp == "again v=0"
    assert stage.twin.peers[ParticipantId("ana")].lines == LINES


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"connection": "short"}, "invalid"),
        ({"connection": "a" * 65}, "invalid"),
        ({"connection": "é" * 20}, "invalid"),
        ({"connection": "a" * 20 + "\n"}, "invalid"),
        ({"connection": 3}, "invalid"),
        ({"sdp": None}, "invalid"),
        ({"sdp": "\ud800"}, "invalid"),
        ({"sdp": "x" * (SDP_MAX + 1)}, "too_large"),
        ({"lines": {"0": "loudspeaker"}}, "invalid"),
        ({"lines": {str(mid): "face" for mid in range(200)}}, "invalid"),
        ({"device": "fridge"}, "invalid"),
        ({"extra": 1}, "invalid"),
    ],
)
async def test_an_offer_that_cannot_be_meant_never_reaches_the_worker(
    stage: Stage, fields: dict[str, Any], code: str
) -> None:
    ana = stage.page("ana")
    assert (await refusal(ana.offer(**fields))).code == code
    assert not stage.twin.peers


async def test_viewers_send_nothing(stage: Stage) -> None:
    vi = stage.page("vi")
    assert (await refusal(vi.offer())).code == "only_watches"
    connection = await vi.offer(lines=LISTENING)
    for name in ("microphone", "camera", "screen"):
        assert (await refusal(vi.wish(connection, **{name: True}))).code == "only_watches"
    await vi.wish(connection, layout="grid", faces=4)


async def test_who_has_not_joined_has_no_call(stage: Stage) -> None:
    page = Page(stage, "ana")
    assert (await refusal(page.offer())).code == "invalid"


async def test_where_only_text_is_on_nobody_calls_and_calls_end(stage: Stage) -> None:
    ana = stage.page("ana")
    connection = await ana.offer()
    await stage.do("fa", "workshop.media", media="text")
    assert not stage.twin.peers
    assert ana.heard("standing") == [{"connection": connection, "standing": "cut", "reason": "media_off"}]
    assert (await refusal(ana.offer())).code == "media_off"
    assert (await refusal(ana.wish(connection))).code == "media_off"
    await stage.do("fa", "workshop.media", media="audio")
    await ana.offer()


async def test_a_closed_workshop_is_silent(stage: Stage) -> None:
    await stage.join("or", Role.ORGANIZER)
    ana = stage.page("ana")
    await ana.offer()
    await stage.do("or", "workshop.close")
    assert not stage.twin.peers
    assert (await refusal(ana.offer())).code == "workshop_closed"


async def test_offers_are_counted_by_person(stage: Stage) -> None:
    one, other = stage.page("ana"), stage.page("ana")
    for page in (one, other) * 3:
        await page.offer()
    refused = await refusal(one.offer())
    assert refused.code == "too_fast"
    assert 0 < refused.details["retry_ms"] <= 10_000
    await stage.page("bo").offer()


async def test_wishes_come_ten_a_second(stage: Stage) -> None:
    ana = stage.page("ana")
    connection = await ana.offer()
    for _ in range(20):
        await ana.wish(connection)
    assert (await refusal(ana.wish(connection))).code == "too_fast"


async def test_the_newest_connection_is_the_persons(stage: Stage) -> None:
    one, other = stage.page("ana"), stage.page("ana")
    old = await one.offer()
    new = await other.offer()
    for page in (one, other):
        assert page.heard("standing") == [{"connection": old, "standing": "replaced", "reason": ""}]
    refused = await refusal(one.wish(old))
    assert (refused.code, refused.details) == ("unknown", {"kind": "connection"})
    await other.wish(new, microphone=True)
    await stage.forwarding.leave(one.connection, stage.live, {"connection": old})
    assert stage.twin.peers[ParticipantId("ana")].connection == new


async def test_an_offer_refused_by_the_worker_leaves_the_connection_that_was(stage: Stage) -> None:
    ana = stage.page("ana")
    connection = await ana.offer()
    stage.twin.refuses = Refused("offer_invalid", reason="no m-line")
    assert (await refusal(ana.offer())).details == {"reason": "no m-line"}
    await ana.wish(connection, camera=True)
    bo = stage.page("bo")
    assert (await refusal(bo.offer())).code == "offer_invalid"
    stage.twin.refuses = None
    await bo.offer()


async def test_wishes_reach_the_worker_whole(stage: Stage) -> None:
    ana = stage.page("ana")
    connection = await ana.offer()
    await ana.wish(connection, microphone=True, faces=3, pinned="bo", interpreter="fa", quality="low")
    wish = stage.twin.peers[ParticipantId("ana")].wish
    assert wish is not None
    assert (wish.microphone, wish.camera, wish.faces, wish.pinned, wish.quality) == (True, False, 3, "bo", "low")
    await ana.wish(connection)
    assert stage.twin.peers[ParticipantId("ana")].wish != wish


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"faces": -1}, "invalid"),
        ({"faces": 500}, "invalid"),
        ({"layout": "pile"}, "invalid"),
        ({"microphone": "yes"}, "invalid"),
        ({"pinned": "nobody"}, "unknown"),
        ({"interpreter": "nobody"}, "unknown"),
        ({"listen": "plenary"}, "not_allowed"),
    ],
)
async def test_a_wish_that_cannot_be_had_is_refused(stage: Stage, wish: dict[str, Any], code: str) -> None:
    ana = stage.page("ana")
    connection = await ana.offer()
    assert (await refusal(ana.wish(connection, **wish))).code == code
    assert stage.twin.peers[ParticipantId("ana")].wish is None


async def test_staff_listen_to_a_room_and_are_told_who_speaks_there(stage: Stage) -> None:
    fa = stage.page("fa")
    connection = await fa.offer()
    assert (await refusal(fa.wish(connection, listen="no-such-room"))).code == "unknown"
    stage.twin.hear(stage.speaking("ana"))
    assert not any(speaking["voices"] for speaking in fa.heard("speaking"))
    await fa.wish(connection, listen=stage.room("plenary").id)
    assert fa.heard("speaking")[-1] == {"room": stage.room("plenary").id, "voices": ["ana"], "dominant": "ana"}
    stage.twin.hear(stage.speaking("bo"))
    assert fa.heard("speaking")[-1]["voices"] == ["bo"]
    await fa.wish(connection, listen=None)
    stage.twin.hear(stage.speaking("ana"))
    assert fa.heard("speaking")[-1]["voices"] == ["bo"]


# -- telling ----------------------------------------------------------------------------------------------------------


async def test_what_is_personal_reaches_one_person_and_is_told_again(stage: Stage) -> None:
    ana, bo = stage.page("ana"), stage.page("bo")
    connection = await ana.offer()
    who: dict[str, Any] = {"workshop": WORKSHOP, "participant": ParticipantId("ana"), "connection": connection}
    stage.twin.hear(Slots(**who, slots={"2": Fed(participant=ParticipantId("bo"), source="microphone")}))
    stage.twin.hear(Wanted(**who, microphone=True, camera=("q", "h"), screen=()))
    stage.twin.hear(Stands(**who, standing="connected"))
    told = [
        ("slots", {"connection": connection, "slots": {"2": {"participant": "bo", "source": "microphone"}}}),
        ("wanted", {"connection": connection, "microphone": True, "camera": ["q", "h"], "screen": []}),
        ("standing", {"connection": connection, "standing": "connected", "reason": ""}),
    ]
    assert [each for each in ana.media if each[0] in ("slots", "wanted", "standing")] == told
    assert connection not in bo.bytes.decode()
    ana.part()
    again = stage.page("ana")
    assert [each for each in again.media if each[0] in ("slots", "wanted", "standing")] == told
    stage.twin.hear(Slots(**{**who, "connection": "an-older-connection"}, slots={}))
    assert again.heard("slots") == [told[0][1]]


async def test_a_room_is_told_who_speaks_and_who_has_what_on(stage: Stage) -> None:
    await stage.do("fa", "room.add", name="Bancs")
    await stage.do("fa", "person.move", person="bo", room=stage.room("Bancs").id)
    plenary = stage.room("plenary").id
    ana, bo, vi, fa = stage.page("ana"), stage.page("bo"), stage.page("vi"), stage.page("fa")
    looking = stage.page("fa", look=plenary)
    for page in (ana, bo, vi, fa, looking):
        page.media.clear()
    stage.twin.hear(stage.speaking("ana"))
    stage.twin.hear(stage.shown("ana"))
    speaking = {"room": plenary, "voices": ["ana"], "dominant": "ana"}
    shown = {"participant": "ana", "microphone": True, "camera": False, "screen": False, "quality": 3}
    people = {"room": plenary, "all": False, "put": [shown], "drop": []}
    assert ana.media == looking.media == [("speaking", speaking), ("people", people)]
    assert vi.media == [("speaking", speaking)], "viewers see nobody by name"
    assert bo.media == fa.media == []


async def test_a_viewer_is_hidden_from_participants(stage: Stage) -> None:
    ana, looking = stage.page("ana"), stage.page("fa", look=stage.room("plenary").id)
    stage.twin.hear(stage.shown("vi"))
    room = RoomId(stage.room("plenary").id)
    stage.twin.hear(People(workshop=WORKSHOP, room=room, all=False, drop=(ParticipantId("vi"),)))
    assert [people["put"] or people["drop"] for people in looking.heard("people")][-1] == ["vi"]
    assert b'"vi"' not in ana.bytes


async def test_who_comes_later_is_told_what_the_others_know(stage: Stage) -> None:
    stage.page("bo")
    stage.twin.hear(stage.shown("bo"))
    stage.twin.hear(stage.speaking("bo"))
    ana = stage.page("ana")
    assert [(people["all"], [each["participant"] for each in people["put"]]) for people in ana.heard("people")] == [
        (True, ["bo"])
    ]
    assert ana.heard("speaking")[-1]["voices"] == ["bo"]


async def test_a_page_that_loads_its_call_later_has_missed_nothing(stage: Stage) -> None:
    stage.page("bo")
    stage.twin.hear(stage.shown("bo"))
    stage.twin.hear(stage.speaking("bo"))
    ana = stage.page("ana")
    ana.media.clear()
    await stage.forwarding.open(ana.connection, ana.live, {})
    assert [(people["all"], [each["participant"] for each in people["put"]]) for people in ana.heard("people")] == [
        (True, ["bo"])
    ]
    assert ana.heard("speaking")[-1]["voices"] == ["bo"]


async def test_who_goes_to_another_room_leaves_one_scene_and_finds_the_other(stage: Stage) -> None:
    await stage.do("fa", "room.add", name="Bancs")
    plenary, group = stage.room("plenary").id, stage.room("Bancs").id
    ana, bo = stage.page("ana"), stage.page("bo")
    stage.twin.hear(stage.shown("ana"))
    stage.twin.hear(stage.speaking("ana", "bo"))
    stage.twin.hear(stage.speaking("ana", room=group))
    await stage.do("fa", "person.move", person="ana", room=group)
    assert bo.heard("people")[-1] == {"room": plenary, "all": False, "put": [], "drop": ["ana"]}
    assert bo.heard("speaking")[-1] == {"room": plenary, "voices": ["bo"], "dominant": None}
    assert ana.heard("speaking")[-1] == {"room": group, "voices": ["ana"], "dominant": "ana"}
    ana.media.clear()
    stage.twin.hear(stage.speaking("bo"))
    stage.twin.hear(stage.shown("bo"))
    assert ana.media == [], "nothing of the room that was left"


async def test_what_the_worker_says_before_we_know_of_it_is_shown_once_we_do(stage: Stage) -> None:
    """Another process may have told it first where somebody sits."""
    await stage.do("fa", "room.add", name="Bancs")
    group = stage.room("Bancs").id
    await stage.do("fa", "person.move", person="bo", room=group)
    bo = stage.page("bo")
    stage.page("ana")
    bo.media.clear()
    stage.twin.hear(stage.shown("ana", room=group))
    assert bo.media == []
    await stage.do("fa", "person.move", person="ana", room=group)
    assert [each["participant"] for each in bo.heard("people")[-1]["put"]] == ["ana"]


async def test_a_fault_of_ours_costs_one_message(stage: Stage) -> None:
    ana = stage.page("ana")
    stage.twin.hear(msgspec.structs.replace(stage.shown("ana"), put=(None,)))
    stage.twin.hear(stage.speaking("ana"))
    assert ana.heard("speaking")[-1]["voices"] == ["ana"]


# -- what ends a call -------------------------------------------------------------------------------------------------


async def test_a_lost_socket_does_not_stop_the_sound_for_a_moment(stage: Stage) -> None:
    stage.forwarding.gone_s = 3600
    ana = stage.page("ana")
    connection = await ana.offer()
    ana.part()
    await stage.page("ana").wish(connection, microphone=True)
    assert stage.twin.peers[ParticipantId("ana")].connection == connection


async def test_who_is_gone_for_longer_is_heard_no_more(stage: Stage) -> None:
    ana, other = stage.page("ana"), stage.page("ana")
    await ana.offer()
    ana.leave()
    stage.forwarding.gone(WORKSHOP, ParticipantId("ana"))
    await until_due()
    assert stage.twin.peers, "another tab is there"
    other.part()
    await until_due()
    assert not stage.twin.peers


async def test_a_revoked_link_ends_calls_also_of_those_without_a_socket(stage: Stage) -> None:
    stage.forwarding.gone_s = 3600
    ana, bo = stage.page("ana", link="one"), stage.page("bo", link="other")
    await ana.offer()
    await bo.offer()
    ana.part()
    stage.forwarding.cut("one")
    assert list(stage.twin.peers) == ["bo"]


async def test_who_is_put_out_is_heard_no_more(stage: Stage) -> None:
    ana = stage.page("ana")
    connection = await ana.offer()
    stage.forwarding.put_out(WORKSHOP, ParticipantId("ana"), "abuse")
    assert not stage.twin.peers
    assert ana.heard("standing") == [{"connection": connection, "standing": "cut", "reason": "abuse"}]


async def test_who_hangs_up_is_gone_from_the_room(stage: Stage) -> None:
    ana, bo = stage.page("ana"), stage.page("bo")
    connection = await ana.offer()
    stage.twin.hear(stage.shown("ana"))
    await stage.forwarding.leave(ana.connection, stage.live, {"connection": connection})
    assert not stage.twin.peers
    assert bo.heard("people")[-1]["drop"] == ["ana"]
    assert (await refusal(ana.wish(connection))).code == "unknown"


async def test_who_comes_back_through_another_process_is_told_what_they_missed(stage: Stage) -> None:
    ana = stage.page("ana")
    connection = "made-through-another-process"
    assert (await refusal(ana.wish(connection))).code == "unknown"
    stage.twin.peers[ParticipantId("ana")] = TwinPeer(connection, {}, "phone")
    slots = {"3": Fed(participant=ParticipantId("bo"), source="microphone")}
    told = Slots(workshop=WORKSHOP, participant=ParticipantId("ana"), connection=connection, slots=slots)
    stage.twin.tells = (told,)

    await ana.wish(connection)

    (heard,) = ana.heard("slots")
    assert heard["slots"] == {"3": {"participant": "bo", "source": "microphone"}}
    stage.twin.die()
    stage.twin.back()
    assert ana.heard("restart") == [{}]


async def test_a_connection_that_the_worker_gave_up_is_forgotten(stage: Stage) -> None:
    ana, bo = stage.page("ana"), stage.page("bo")
    connection = await ana.offer()
    stage.twin.hear(stage.shown("ana"))
    gone = Stands(
        workshop=WORKSHOP, participant=ParticipantId("ana"), connection=connection, standing="gone", reason="silent"
    )
    stage.twin.hear(gone)
    assert ana.heard("standing") == [{"connection": connection, "standing": "gone", "reason": "silent"}]
    assert bo.heard("people")[-1]["drop"] == ["ana"]
    assert stage.page("ana").heard("standing") == []


async def test_another_worker_is_called_anew(stage: Stage) -> None:
    ana, bo = stage.page("ana"), stage.page("bo")
    connection = await ana.offer()
    stage.twin.hear(stage.shown("ana"))
    stage.twin.hear(stage.speaking("ana"))
    stage.twin.die()
    assert bo.heard("people")[-1] == {"room": stage.room("plenary").id, "all": True, "put": [], "drop": []}
    assert bo.heard("speaking")[-1]["voices"] == []
    assert ana.heard("restart") == []
    stage.twin.back()
    assert ana.heard("restart") == [{}]
    assert bo.heard("restart") == [], "who had no call needs none"
    late = stage.page("ana")
    assert late.heard("restart") == [{}]
    assert await ana.offer() != connection
    assert stage.page("ana").heard("restart") == []


async def test_who_comes_while_there_is_no_worker_waits_for_it(stage: Stage) -> None:
    ana = stage.page("ana")
    await ana.offer()
    stage.twin.die()
    stage.twin.refuses = Refused("media_lost")
    again = stage.page("ana")
    assert again.heard("restart") == []
    assert (await refusal(again.offer())).code == "media_lost"
    stage.twin.refuses = None
    stage.twin.back()
    assert again.heard("restart") == [{}]


async def test_a_page_that_comes_back_through_this_process_is_known_by_its_wish(stage: Stage) -> None:
    """Another process, or this one before it was restarted, has made the connection with a worker elsewhere."""
    ana = stage.page("ana")
    connection = await ana.offer()
    stage.forwarding._calls[WORKSHOP].people.clear()
    await ana.wish(connection)
    who: dict[str, Any] = {"workshop": WORKSHOP, "participant": ParticipantId("ana"), "connection": connection}
    stage.twin.hear(Slots(**who, slots={}))
    assert ana.heard("slots") == [{"connection": connection, "slots": {}}]


async def test_steps_do_not_end_calls(stage: Stage) -> None:
    ana = stage.page("ana")
    await ana.offer()
    await stage.do("fa", "step.add", title="Idées")
    await stage.do("fa", "step.start", step=next(stage.live.state.all(Step)).id, seen=None)
    assert stage.twin.peers
    assert ana.heard("standing") == []


async def until_due() -> None:
    """Timers that are due have run."""
    due = asyncio.Event()
    asyncio.get_running_loop().call_later(0, due.set)
    await due.wait()
