"""How the time to speak was shared in each room: to the public without a name, to staff by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitation.minutes.document import Paragraph, Part, Table
from facilitation.minutes.matter import Matter
from facilitation.shares import FEWEST, evenness, most_of_half
from rooms.agenda import Room, RoomKind
from rooms.ids import AuthorId, ParticipantId
from rooms.people import Participant
from rooms.permissions import Role
from rooms.speech import Speech

Times = Counter[ParticipantId]
"""Milliseconds by person."""


def shares(matter: Matter, rooms: list[Room]) -> Iterator[Part]:
    """Nothing where nobody was heard. Backstage is the staff's own."""
    spoken = [(room, times) for room in rooms if (times := _times(matter, room))]
    if not spoken:
        return
    words = matter.words
    yield Paragraph(words("minutes-speech-measured"), soft=True)
    if unmeasured := matter.state.count("kind", "unmeasured"):
        yield Paragraph(words("minutes-speech-unmeasured", count=unmeasured), soft=True)
    head = tuple(words(f"minutes-column-{name}") for name in ("room", "spoken", "speakers", "half", "evenness"))
    yield Table(head, tuple(_room(matter, room, times) for room, times in spoken), numbers=(1, 2, 3, 4))
    if matter.named:
        yield Paragraph(words("minutes-speech-by-person"), soft=True)
        head = tuple(words(f"minutes-column-{name}") for name in ("room", "who", "spoken", "spoken-share"))
        rows = tuple(row for room, times in spoken for row in _people(matter, room, times))
        yield Table(head, rows, numbers=(2, 3))


def _times(matter: Matter, room: Room) -> Times:
    """Over all steps."""
    times: Times = Counter()
    if room.room_kind is not RoomKind.BACKSTAGE:
        for speech in matter.state.in_room(room.id):
            if isinstance(speech, Speech):
                times[speech.participant] += speech.ms
    return times


def _room(matter: Matter, room: Room, times: Times) -> tuple[str, ...]:
    count = matter.words("minutes-number", count=len(times))
    return (room.name, lasting(matter, times.total()), count, *_distribution(matter, times))


def _distribution(matter: Matter, times: Times) -> tuple[str, str]:
    """Among participants who spoke: what the half that spoke most had of the time, and how even it was."""
    people = [ms for id, ms in times.items() if _is_participant(matter, id)]
    if len(people) < FEWEST:
        return (few := matter.words("minutes-speech-few"), few)
    half = matter.words("minutes-share-about", share=most_of_half(people))
    return half, matter.words("minutes-number", count=evenness(people))


def _is_participant(matter: Matter, id: ParticipantId) -> bool:
    person = matter.state.maybe(Participant, id)
    return person is not None and person.role is Role.PARTICIPANT


def _people(matter: Matter, room: Room, times: Times) -> Iterator[tuple[str, ...]]:
    for person, ms in sorted(times.items(), key=lambda item: (-item[1], item[0])):
        yield (room.name, matter.author(AuthorId(person)), lasting(matter, ms), _share(matter, ms, times))


def lasting(matter: Matter, ms: int) -> str:
    return matter.words("minutes-spoken", minutes=round(ms / 60_000))


def _share(matter: Matter, ms: int, times: Times) -> str:
    return matter.words("minutes-share-about", share=ms / times.total())
