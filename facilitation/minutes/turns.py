"""Turns to speak: how many, for what and how long in each room, and in which order; to staff by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitation.minutes.document import Bullets, Paragraph, Part, Table
from facilitation.minutes.matter import Matter
from facilitation.minutes.speech import lasting
from rooms.agenda import Room, RoomKind
from rooms.floor import FloorTurn, HandKind, floor_of
from rooms.ids import AuthorId, ParticipantId


def turns(matter: Matter, rooms: list[Room]) -> Iterator[Part]:
    """Nothing where the floor was never given. Backstage is the staff's own."""
    given = [(room, had) for room in rooms if room.room_kind is not RoomKind.BACKSTAGE and (had := _had(matter, room))]
    if not given:
        return
    yield Bullets(tuple(_room(matter, room, had) for room, had in given))
    if matter.named:
        words = matter.words
        yield Paragraph(words("minutes-turns-by-person"), soft=True)
        head = tuple(words(f"minutes-column-{name}") for name in ("room", "who", "turns", "spoken"))
        rows = tuple(row for room, had in given for row in _people(matter, room, had))
        yield Table(head, rows, numbers=(2, 3))


def _had(matter: Matter, room: Room) -> list[FloorTurn]:
    return [turn for turn in matter.state.in_room(room.id) if isinstance(turn, FloorTurn)]


def _room(matter: Matter, room: Room, had: list[FloorTurn]) -> str:
    kinds = Counter(turn.hand_kind for turn in had)
    return matter.words(
        "minutes-turns",
        room=room.name,
        turns=len(had),
        spoken=lasting(matter, sum(turn.ms for turn in had)),
        questions=kinds[HandKind.QUESTION],
        points=kinds[HandKind.POINT_OF_ORDER],
        written=sum(turn.writes for turn in had),
        policy=floor_of(room.id, matter.state).policy.value,
    )


def _people(matter: Matter, room: Room, had: list[FloorTurn]) -> Iterator[tuple[str, ...]]:
    ms, count = Counter[ParticipantId](), Counter[ParticipantId]()
    for turn in had:
        ms[turn.participant] += turn.ms
        count[turn.participant] += 1
    for person in sorted(count, key=lambda person: (-ms[person], person)):
        number = matter.words("minutes-number", count=count[person])
        yield (room.name, matter.author(AuthorId(person)), number, lasting(matter, ms[person]))
