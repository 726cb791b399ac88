"""Rooms kept apart on the wire: everybody is moved about, muted, and listens elsewhere, and talks all the while."""

from __future__ import annotations

import asyncio
import os
from random import Random

from media.control import Metrics
from rooms.ids import RoomId
from tests.media.house import LOUD, SOON_S, Heard, House, seat, spawned
from tests.media.link import until

PEOPLE = ("ana", "bo", "cy", "di", "ed", "fay")
ROOMS = ("plenary", "one", "two")
STAFF = "fay"
CLOCK = ("clock", "ear")


class Book:
    """Who sat where in each era, to judge packets by what they say of themselves."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.eras: dict[int, dict[str, tuple[str, str, bool]]] = {}
        """Room, room heard, whether they may be heard."""

    def note(self) -> None:
        self.eras[self.house.generation] = {
            name: (each.room, self._hears(name), each.microphone and not each.muted)
            for name, each in self.house.seats.items()
        }

    def _hears(self, name: str) -> str:
        caller = self.house.people.get(name)
        return (caller.wish.listen if caller else None) or self.house.seats[name].room

    def audible(self, listener: str) -> list[str]:
        """Three at most, so that they are all among the loudest."""
        era = self.eras[self.house.generation]
        there = [name for name in PEOPLE if name != listener and era[name][0] == era[listener][1] and era[name][2]]
        return there if len(there) <= 2 else []

    def judge(self, listener: str, packet: Heard) -> None:
        room, _, may = self.eras[packet.era][packet.who]
        assert packet.who != listener
        assert packet.room == room
        assert may or packet.source != "microphone", f"{listener} got {packet} of who is muted"
        assert room in self._heard(listener, packet), f"{listener} got {packet}"

    def _heard(self, listener: str, packet: Heard) -> set[str]:
        """Who comes later is sent the last key frame of those who stay, with all that came since."""
        stayed = []
        for era in sorted(each for each in self.eras if each >= packet.era):
            if self.eras[era][packet.who][0] != packet.room:
                break
            stayed.append(self.eras[era][listener][1])
        return set(stayed if packet.source != "microphone" else stayed[:1])


async def settled(house: House) -> None:
    """Nothing that was sent until now is still on its way: what comes last through the same port has arrived."""
    clock, ear = house.people["clock"], house.people["ear"]
    for source in ("microphone", "camera"):
        since = len(ear.heard)
        while not ear.hears("clock", source, since):
            clock.say() if source == "microphone" else clock.show(is_key=True)
            await asyncio.sleep(0.002)


async def shuffled(house: House, chance: Random) -> None:
    """Some are moved, some muted, and somebody of the staff may listen elsewhere."""
    moved = chance.sample(PEOPLE, chance.randint(1, len(PEOPLE)))
    house.sit(
        *(seat(name, chance.choice(ROOMS), is_staff=name == STAFF, muted=chance.random() < 0.2) for name in moved)
    )
    await house.people[STAFF].wants(listen=chance.choice((None, *map(RoomId, ROOMS))))


async def all_talk(house: House, book: Book) -> None:
    """Until everybody hears who is there, and then some more."""
    beats, before = house.beats, {name: len(caller.heard) for name, caller in house.people.items()}

    def is_heard(listener: str) -> bool:
        caller = house.people[listener]
        return all(caller.hears(who, since=before[listener]) for who in book.audible(listener))

    await until(lambda: house.beats > beats + 4 and all(map(is_heard, PEOPLE)), SOON_S)


async def test_no_packet_of_another_room_reaches_anybody() -> None:
    chance = Random(7)
    async with spawned() as house:
        book = Book(house)
        house.sit(
            *(seat(name, is_staff=name == STAFF) for name in PEOPLE), *(seat(name, "clockwork") for name in CLOCK)
        )
        for name in (*PEOPLE, *CLOCK):
            caller = await house.enter(name, layout="grid", faces=4)
            await caller.wants(microphone=True, camera=True, screen=name == "ana")
            if name in PEOPLE:
                caller.talks, caller.films = LOUD, {"camera": ("q", "h"), "screen": ("h",)}
        book.note()

        for _ in range(16):
            house.is_paused = True
            await settled(house)
            await shuffled(house, chance)
            book.note()
            house.is_paused = False
            await all_talk(house, book)

        for name in PEOPLE:
            assert len(house.people[name].heard) > 50
            for packet in house.people[name].heard:
                book.judge(name, packet)
        sources = {packet.source for name in PEOPLE for packet in house.people[name].heard}
        assert sources == {"microphone", "camera", "screen"}
        assert house.media.process is not None
        assert len(os.listdir(f"/proc/{house.media.process.pid}/task")) == 1
        assert all(said.values["threads"] == 1 for said in house.all(Metrics))
