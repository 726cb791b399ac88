"""Video in slices, behind audio: nothing that waits holds up a voice, and nothing that fails holds up what waits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import pytest

from media.incoming import Layer, Source
from media.packet import Packet
from media.pump import GROUP, SLICE_S, STALE_S, Pump
from media.slot import Slot
from rooms.ids import ParticipantId
from tests.media.house import LISTENING, LOUD
from tests.media.play import Clock, entered, playing, seat

SEND_S = 0.000_007


class Ear:
    """A slot that takes as long as one."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.got: list[int] = []
        self.fails = False

    def forward(self, layer: Layer, packet: Packet) -> None:
        self.clock.now += SEND_S
        self.got.append(packet.sequence)
        if self.fails:
            raise RuntimeError("a slot that fails")


class Bench:
    """A pump, and the loop that calls it."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.calls: list[Callable[[], None]] = []
        self.pump = Pump(self.calls.append)
        self.source = Source(ParticipantId("ana"), "camera", "video")
        self.layer = self.source.layers[0]
        self.count = 0

    def listeners(self, count: int) -> list[Ear]:
        ears = [Ear(self.clock) for _ in range(count)]
        self.layer.fed += [cast(Slot, ear) for ear in ears]
        return ears

    def picture(self, packets: int) -> None:
        for _ in range(packets):
            self.count += 1
            self.pump.add(self.layer, Packet(self.count, 0, 0, b"picture", self.clock.now))

    def turn(self) -> float:
        """Of the loop; how long it took."""
        began = self.clock.now
        waiting, self.calls[:] = list(self.calls), []
        for call in waiting:
            call()
        return self.clock.now - began


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    clock = Clock()
    monkeypatch.setattr("media.pump.time", clock)
    return Bench(clock)


def test_a_key_frame_for_hundreds_is_sent_in_slices(bench: Bench) -> None:
    ears = bench.listeners(500)
    bench.picture(50)

    bench.pump.run()
    turns = []
    while bench.calls:
        turns.append(bench.turn())

    assert all(ear.got == list(range(1, 51)) for ear in ears)
    assert len(turns) > 50 * 500 * SEND_S / (SLICE_S + GROUP * SEND_S) - 1
    assert max(turns) <= SLICE_S + GROUP * SEND_S
    assert bench.pump.longest_s <= SLICE_S + GROUP * SEND_S
    assert bench.pump.dropped == 0


def test_who_comes_while_a_packet_is_sent_gets_the_next_one(bench: Bench) -> None:
    early = bench.listeners(500)
    bench.picture(2)
    bench.pump.run()
    late = bench.listeners(1)
    while bench.calls:
        bench.turn()

    assert all(ear.got == [1, 2] for ear in early)
    assert late[0].got == [2]


def test_what_could_not_leave_for_long_is_dropped(bench: Bench) -> None:
    ears = bench.listeners(3)
    bench.picture(4)
    bench.clock.now += STALE_S + 0.001
    bench.picture(1)

    bench.pump.run()

    assert [ear.got for ear in ears] == [[5]] * 3
    assert bench.pump.dropped == 4


def test_what_waits_when_its_source_begins_anew_is_never_sent(bench: Bench) -> None:
    ears = bench.listeners(500)
    bench.picture(2)
    bench.pump.run()
    had = [list(ear.got) for ear in ears]
    assert [] in had
    assert [1] in had

    bench.source.forget()
    bench.picture(1)
    while bench.calls:
        bench.turn()

    assert [ear.got for ear in ears] == [[*before, 3] for before in had]


def test_tasks_come_after_the_video_that_waits_and_once_each(bench: Bench) -> None:
    (ear,) = bench.listeners(1)
    done: list[str] = []

    def task(name: str) -> None:
        done.append(f"{name} after {len(ear.got)}")

    for name in ("a", "b", "a", "c", "b"):
        bench.pump.later(name, partial(task, name))
    bench.picture(5)

    while bench.calls:
        bench.turn()

    assert done == ["a after 5", "b after 5", "c after 5"]
    bench.pump.later("a", partial(done.append, "again"))
    bench.turn()
    assert done[-1] == "again"


def test_a_task_may_ask_for_another(bench: Bench) -> None:
    done: list[int] = []

    def task() -> None:
        done.append(len(done))
        if len(done) < 3:
            bench.pump.later("task", task)

    bench.pump.later("task", task)
    while bench.calls:
        bench.turn()

    assert done == [0, 1, 2]


def test_tasks_have_their_turn_though_video_never_ends(bench: Bench) -> None:
    bench.listeners(500)
    done: list[int] = []
    for number in range(20):
        bench.pump.later(number, partial(done.append, number))

    for _ in range(20):
        bench.picture(20)
        assert bench.turn() <= SLICE_S + GROUP * SEND_S

    assert done == list(range(20))
    assert bench.calls, "there is more video still"


def test_many_tasks_are_cut_into_slices_too(bench: Bench) -> None:
    def task() -> None:
        bench.clock.now += 0.0001

    for number in range(200):
        bench.pump.later(number, task)
    turns = []
    while bench.calls:
        turns.append(bench.turn())

    assert len(turns) >= 200 * 0.0001 / SLICE_S
    assert max(turns) <= SLICE_S + 0.0001


def test_a_task_that_fails_is_told_and_holds_up_no_other(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []

    def fails() -> None:
        raise RuntimeError("a task that fails")

    bench.pump.later("fails", fails)
    bench.pump.later("works", partial(done.append, "works"))

    bench.turn()

    assert done == ["works"]
    assert "a task of the pump failed" in caplog.text


def test_a_packet_that_fails_is_not_first_for_ever(bench: Bench) -> None:
    ears = bench.listeners(GROUP + 1)
    ears[0].fails = True
    bench.picture(2)

    for _ in range(2):
        with pytest.raises(RuntimeError):
            bench.pump.run()
    while bench.calls:
        bench.turn()

    assert ears[-1].got == [1, 2]


async def test_a_voice_overtakes_the_key_frame_that_is_being_sent() -> None:
    ears = [f"ear{count}" for count in range(40)]
    async with playing(seat("ana"), seat("bo"), *(seat(name) for name in ears)) as play:
        ana, bo = await entered(play, "ana", "bo", camera=True, microphone=True)
        for name in ears:
            (await play.enter(name, LISTENING)).wants(layout="speaker", pinned=ana.name)
        for _ in range(30):
            play.beat()
        play.clock.step = SLICE_S / 4

        for _ in range(50):
            for rid in ("q", "h", "f"):
                ana.show("camera", rid, is_key=True)
        play.pump.run()
        begun = len(play.out)
        bo.say(LOUD)
        voice = play.out[begun:]
        play.rest()
        rest = play.out[begun + len(voice) :]

    assert {name for name, packet in voice if packet.source == "microphone"} == {"ana", *ears}
    assert sum(packet.source == "camera" for _, packet in voice) == 0
    assert sum(packet.source == "camera" for _, packet in rest) > 40 * 45
