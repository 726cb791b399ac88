"""Moving people on between tables: to the next one, apart, or two tables together; proposed first, then done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import field

from facilitation.agenda import groups
from facilitation.groups import seat
from facilitation.proposing import remember
from rooms.activities.poll import before_leaving
from rooms.agenda import Groups, Moves, Room
from rooms.chance import Chance
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.ids import ParticipantId, RoomId
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.rotation import ROTATION, Rotation

Tables = Mapping[RoomId, Sequence[ParticipantId]]
"""Who sits where, table by table in their order."""
Seats = dict[ParticipantId, RoomId]


class Hosting(StrEnum):
    """Who stays at each table to tell the next ones what was said there."""

    NOBODY = "nobody"
    LOT = "lot"
    KEEP = "keep"  # whoever stayed last time, where they still sit there; by lot elsewhere


# -- pure ---------------------------------------------------------------------------------------------------------


def onwards(tables: Tables) -> Seats:
    """Everybody to the next table, those of the last one to the first."""
    rooms = list(tables)
    return {person: rooms[(at + 1) % len(rooms)] for at, room in enumerate(rooms) for person in tables[room]}


def scattered(tables: Tables, stay: Counter[RoomId], chance: Chance) -> Seats:
    """Everybody to another table, where they meet as few as possible of those they sit with now, and tables stay even.

    `stay` counts those who do not move, by table.
    """
    seats: Seats = {}
    sizes = Counter({room: stay[room] for room in tables})
    met: Counter[tuple[RoomId, RoomId]] = Counter({(room, room): 1 for room in tables})
    for person, home in chance.shuffled((person, room) for room in tables for person in tables[room]):
        # One who would meet their own table again only goes home when all others are much fuller.
        there = min(tables, key=lambda room: (room == home, met[home, room] + sizes[room], sizes[room]))
        seats[person] = there
        sizes[there] += 1
        met[home, there] += 1
    return seats


def merged(rooms: Sequence[RoomId]) -> dict[RoomId, RoomId]:
    """Into which table each goes, two by two; the last of an odd number joins the two before it."""
    pairs = len(rooms) // 2
    return {room: rooms[2 * min(at // 2, pairs - 1)] for at, room in enumerate(rooms)}


# -- rules --------------------------------------------------------------------------------------------------------


def table_of(on: Deciding, person: Participant) -> RoomId | None:
    """Where somebody sits, or while all are in plenary, will sit again."""
    return person.group if on.workshop.groups is Groups.CLOSED else person.room


def tables(on: Deciding) -> dict[RoomId, list[Participant]]:
    """Those who sit at each table that is not empty. Raises Refused("nobody_to_move")."""
    sitting: dict[RoomId, list[Participant]] = {room.id: [] for room in groups(on)}
    for person in sorted(on.all(Participant), key=lambda person: person.id):
        if person.is_counted and (room := table_of(on, person)) in sitting:
            sitting[room].append(person)
    taken = {room: people for room, people in sitting.items() if people}
    if len(taken) < 2:
        raise Refused("nobody_to_move")
    return taken


def hosts_of(
    on: Deciding, sitting: Mapping[RoomId, list[Participant]], wish: ProposeRotation
) -> dict[RoomId, ParticipantId]:
    """Those named, else as wished. Raises Refused("not_at_table") for one who sits elsewhere."""
    hosts: dict[RoomId, ParticipantId] = {}
    for room, people in sitting.items():
        ids = [person.id for person in people]
        named = wish.hosts.get(room)
        if named is not None and named not in ids:
            raise Refused("not_at_table", room=room)
        kept = on.room(room).host if wish.hosting is Hosting.KEEP else None
        if named is not None:
            hosts[room] = named
        elif kept in ids:
            hosts[room] = kept
        elif wish.hosting is not Hosting.NOBODY:
            hosts[room] = on.chance.shuffled(ids)[0]
    return hosts


def host_no_more(on: Deciding, person: ParticipantId) -> None:
    """Whoever is put out or forgotten stays at no table."""
    for room in [room for room in on.all(Room) if room.host == person]:
        on.change(room, host=None)


def require_places(on: Deciding, sizes: Mapping[RoomId, int]) -> None:
    for room in groups(on):
        if room.capacity is not None and sizes.get(room.id, 0) > room.capacity:
            raise Refused("room_full", most=room.capacity, people=sizes[room.id])


# -- commands -----------------------------------------------------------------------------------------------------


class ProposeRotation(Command, frozen=True, tag="rotation.propose"):
    """Work out who goes where. Nobody moves, and only staff see it; an earlier proposal is forgotten."""

    moves: Moves
    hosting: Hosting = Hosting.NOBODY
    hosts: dict[RoomId, ParticipantId] = field(default_factory=dict)

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        sitting = tables(on)
        hosts = {} if self.moves is Moves.MERGE else hosts_of(on, sitting, self)
        moving = {
            room: [person.id for person in people if person.id != hosts.get(room)] for room, people in sitting.items()
        }
        match self.moves:
            case Moves.NEXT:
                seats = onwards(moving)
            case Moves.SCATTER:
                seats = scattered(moving, Counter(hosts), on.chance)
            case Moves.MERGE:
                into = merged(list(sitting))
                seats = {person: into[room] for room, people in moving.items() for person in people}
        require_places(on, Counter(seats.values()) + Counter(hosts.keys()))
        on.put(Rotation(id=ROTATION, moves=self.moves, seats=seats, hosts=hosts, at=on.now))


class ApplyRotation(Command, frozen=True, tag="rotation.apply"):
    """Everybody goes where it was proposed, at once; who has come or gone meanwhile stays where they are.

    While all are in plenary, they go there when groups open again. `seen` is the `rev` of the proposal.
    """

    seen: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        rotation = on.maybe(Rotation, ROTATION)
        if rotation is None or rotation.rev != self.seen:
            raise Refused("rotation_gone")
        known = {room.id for room in groups(on)}
        going = [
            (person, room)
            for id, room in rotation.seats.items()
            if (person := on.maybe(Participant, id)) is not None and self._goes(on, person, room, known)
        ]
        leaving = Counter(table_of(on, person) for person, _ in going)
        sizes = Counter(room for _, room in going)
        for person in on.all(Participant):
            if person.is_counted and (at := table_of(on, person)) in known:
                sizes[at] += 1
        require_places(on, {room: count - leaving[room] for room, count in sizes.items()})
        before_leaving(on)
        remember(on)
        if rotation.moves is Moves.MERGE:
            for at, into in self._merging(on, going).items():
                on.change(on.room(at), joined=into)
        for person, room in going:
            if on.workshop.groups is Groups.CLOSED:
                on.change(on.participant(person.id), group=room)
            else:
                seat(on, person, room, group=room)
        for table in groups(on):
            on.change(table, host=rotation.hosts.get(table.id))
        on.drop(ROTATION)

    def _goes(self, on: Deciding, person: Participant, room: RoomId, known: set[RoomId]) -> bool:
        return person.is_counted and room in known and table_of(on, person) in known

    def _merging(self, on: Deciding, going: Sequence[tuple[Participant, RoomId]]) -> dict[RoomId, RoomId]:
        left = {table_of(on, person): room for person, room in going}
        return {at: into for at, into in left.items() if at is not None and at != into}


class DropRotation(Command, frozen=True, tag="rotation.drop"):
    """Nobody moves after all."""

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        if on.maybe(Rotation, ROTATION) is not None:
            on.drop(ROTATION)
