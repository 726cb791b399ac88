"""Moving people on between tables: to the next one, apart, or two tables together; proposed first, then done."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import field

from facilitation.agenda import groups
from facilitation.drawing import Round
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
from rooms.rotation import ROTATED, ROTATION, Rotated, Rotation

Tables = Mapping[RoomId, Sequence[ParticipantId]]
"""Who sits where, table by table in their order."""
Seats = dict[ParticipantId, RoomId]
Met = Mapping[ParticipantId, Mapping[ParticipantId, int]]
"""With whom somebody has shared a table, and how often."""


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


def scattered(tables: Tables, stay: Mapping[RoomId, ParticipantId], met: Met, chance: Chance) -> Seats:
    """Everybody to another table, where they meet as few as possible of those they sit with now or have sat with, and
    tables stay even. `stay` are those who do not move, by table.
    """
    seats: Seats = {}
    there = {room: [stay[room]] if room in stay else [] for room in tables}
    known = {person: Counter(met.get(person, {})) for people in tables.values() for person in people}
    for room, people in tables.items():
        for person in people:
            known[person].update([*people, *there[room]])
    most = -(-(len(known) + len(stay)) // len(tables))
    for person, home in chance.shuffled((person, room) for room in tables for person in tables[room]):
        costs = {
            room: (room == home, len(sitting) >= most, sum(known[person][other] for other in sitting) + len(sitting))
            for room, sitting in there.items()
        }
        seats[person] = min(costs, key=lambda room: costs[room])
        there[seats[person]].append(person)
    return seats


def merged(rooms: Sequence[RoomId]) -> dict[RoomId, RoomId]:
    """Into which table each goes, two by two; the last of an odd number joins the two before it."""
    pairs = len(rooms) // 2
    return {room: rooms[2 * min(at // 2, pairs - 1)] for at, room in enumerate(rooms)}


# -- rules --------------------------------------------------------------------------------------------------------


def table_of(on: Deciding, person: Participant) -> RoomId | None:
    """Where somebody sits, or while all are in plenary, will sit again."""
    return person.group if on.workshop.groups is Groups.CLOSED else person.room


def sit(on: Deciding, person: Participant, room: RoomId) -> None:
    """At a table; while all are in plenary, once groups open again."""
    if on.workshop.groups is Groups.CLOSED:
        on.change(on.participant(person.id), group=room)
    else:
        seat(on, person, room, group=room)


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


def met_before(on: Deciding) -> Met:
    met: defaultdict[ParticipantId, Counter[ParticipantId]] = defaultdict(Counter)
    for past in on.all(Round):
        for together in past.groups.values():
            for person in together:
                met[person].update(together)
    return met


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
                seats = scattered(moving, hosts, met_before(on), on.chance)
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
        self._keep(on, remember(on), going)
        if rotation.moves is Moves.MERGE:
            for at, into in self._merging(on, going).items():
                on.change(on.room(at), joined=into)
        for person, room in going:
            sit(on, person, room)
        for table in groups(on):
            on.change(table, host=rotation.hosts.get(table.id))
        on.drop(ROTATION)

    def _keep(self, on: Deciding, remembered: str | None, going: Sequence[tuple[Participant, RoomId]]) -> None:
        """As it is before anybody moves, to be put back."""
        went = {person.id: (at, to) for person, to in going if (at := table_of(on, person)) is not None}
        hosts = {room.id: room.host for room in groups(on) if room.host is not None}
        joined = {room.id: room.joined for room in groups(on) if room.joined is not None}
        on.put(
            Rotated(
                id=ROTATED,
                went=went,
                hosts=hosts,
                joined=joined,
                step=on.workshop.step,
                remembered=remembered,
                at=on.now,
            )
        )

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


class UndoRotation(Command, frozen=True, tag="rotation.undo"):
    """Everybody who changed tables last sits where they sat before. `seen` is the `rev` of what was done.

    Raises Refused: "rotation_gone", "already_moved" when another step has begun, "moved_meanwhile" with who sits
    elsewhere since, "unknown" when a table is gone, "room_full".
    """

    seen: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        rotated = on.maybe(Rotated, ROTATED)
        if rotated is None or rotated.rev != self.seen:
            raise Refused("rotation_gone")
        if rotated.step != on.workshop.step:
            raise Refused("already_moved", step=on.workshop.step)
        for before, _ in rotated.went.values():
            on.room(before)
        people = [person for id in rotated.went if (person := on.maybe(Participant, id)) and person.is_counted]
        elsewhere = [person.id for person in people if table_of(on, person) != rotated.went[person.id][1]]
        if elsewhere:
            raise Refused("moved_meanwhile", people=elsewhere)
        sizes = Counter(table_of(on, person) for person in on.all(Participant) if person.is_counted)
        sizes.subtract(rotated.went[person.id][1] for person in people)
        sizes.update(rotated.went[person.id][0] for person in people)
        require_places(on, {room.id: sizes[room.id] for room in groups(on)})
        before_leaving(on)
        for person in people:
            sit(on, person, rotated.went[person.id][0])
        for room in groups(on):
            on.change(room, host=rotated.hosts.get(room.id), joined=rotated.joined.get(room.id))
        if rotated.remembered is not None:
            on.drop(rotated.remembered)
        on.drop(ROTATED)
