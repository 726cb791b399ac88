"""Who goes where by a table: people by name or address, groups by name, and a report of what did not match."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from facilitation.drawing import Seating, group_rooms
from rooms.ids import ParticipantId, RoomId
from rooms.people import Participant
from rooms.state import State

LINES_MAX = 5_000


class Unmatched(Struct, frozen=True, kw_only=True):
    """A line of the table that placed nobody: `why` is person, group, several (of that name) or twice."""

    line: int
    who: str
    group: str
    why: str


class Placed(Struct, frozen=True, kw_only=True):
    """`missing` are the people of whom the table says nothing."""

    seating: Seating = field(default_factory=dict)
    unmatched: list[Unmatched] = field(default_factory=list)
    missing: list[ParticipantId] = field(default_factory=list)


def placed(state: State, text: str) -> Placed:
    people = [person for person in state.all(Participant) if person.is_counted]
    known: dict[str, set[ParticipantId]] = {}
    for person in people:
        for name in filter(None, (plain(person.name), plain(person.email))):
            known.setdefault(name, set()).add(person.id)
    rooms = {plain(room.name): room.id for room in group_rooms(state)}
    seating: Seating = {}
    unmatched = []
    for line, who, group in rows(text):
        if why := place(seating, known.get(plain(who), set()), rooms, group):
            unmatched.append(Unmatched(line=line, who=who, group=group, why=why))
    missing = [person.id for person in people if person.id not in seating]
    return Placed(seating=seating, unmatched=unmatched, missing=missing)


def place(seating: Seating, found: set[ParticipantId], rooms: Mapping[str, RoomId], group: str) -> str:
    """Why they are not placed, or nothing."""
    if len(found) != 1:
        return "several" if found else "person"
    room, (person,) = rooms.get(plain(group)), found
    if room is None:
        return "group"
    if person in seating:
        return "twice"
    seating[person] = room
    return ""


def rows(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, person and group: the first two columns, parted by tab, semicolon or comma. A heading matches nobody and is
    passed over where it is one."""
    lines = text.lstrip("\ufeff").splitlines()[:LINES_MAX]
    head = lines[0] if lines else ""
    separator = next((mark for mark in "\t;" if mark in head), ",")
    for line, cells in enumerate(csv.reader(lines, delimiter=separator), 1):
        who, group = (cell.strip() for cell in (*cells, "", "")[:2])
        if who and not (line == 1 and plain(who) in HEADINGS):
            yield line, who, group


HEADINGS = ("nom", "name", "e-mail", "email", "courriel", "adresse", "participant", "الاسم", "البريد")


def plain(text: str) -> str:
    """As people compare names: without regard to case and spaces."""
    return " ".join(text.split()).casefold()
