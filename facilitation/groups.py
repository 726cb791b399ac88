"""Groups: their rooms, who goes where, opening them and bringing everybody back."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from facilitation.agenda import furnish, groups, order_after
from facilitation.drawing import Draw, Late, Seating, group_rooms
from facilitation.proposing import draft, remember, sent
from facilitation.releasing import go_on_if_ready, gone, recall, released, share_duties
from facilitation.stage import somebody_in
from rooms.activities.poll import before_leaving
from rooms.agenda import Groups, Room, RoomKind, Step
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.entity import Due
from rooms.floor import withdraw
from rooms.ids import DrawId, ParticipantId, RoomId
from rooms.paper import Paper
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.registration import answers_of
from rooms.rotation import ROTATED, Rotated
from rooms.state import State
from rooms.text import Line, Name, line_or_nothing, one_line

GROUPS_MAX = 60
CLOSING_MAX_MS = 60 * 60 * 1000

Capacity = Annotated[int, Meta(ge=1, le=10_000)]


def seat(on: Deciding, person: Participant, room: Room | RoomId, **fields: RoomId | None) -> Participant:
    """Move a person, keeping each room's count of participants."""
    target = on.room(room if isinstance(room, str) else room.id)
    if person.room != target.id:
        withdraw(on, person)
        gone(on, person)
        person = on.participant(person.id)
    if person.room != target.id and person.is_counted:
        source = on.room(person.room)
        on.change(source, people=source.people - 1)
        on.change(target, people=target.people + 1)
    moved = on.change(person, room=target.id, **fields)
    share_duties(on, target.id)
    return moved


def settled(on: Deciding) -> Seating:
    """The citizens who keep the group they have: as many as it may hold."""
    capacities = {room.id: room.capacity for room in groups(on)}
    seating: Seating = {}
    sizes: Counter[RoomId] = Counter()
    for person in citizens(on):
        if person.group in capacities and is_free(capacities[person.group], sizes[person.group]):
            seating[person.id] = person.group
            sizes[person.group] += 1
    return seating


def even_draw(on: Deciding, seating: Seating) -> Seating:
    """Everybody not yet seated, in random order, each to the group with the fewest so far.

    Where nobody was seated and no group is full, sizes differ by one at most.
    Raises Refused("rooms_full") when the groups cannot hold them.
    """
    rooms = groups(on)
    seating = dict(seating)
    sizes = Counter(seating.values())
    for person in on.chance.shuffled(person for person in citizens(on) if person.id not in seating):
        free = [room for room in rooms if is_free(room.capacity, sizes[room.id])]
        if not free:
            places = sum(room.capacity or 0 for room in rooms)
            raise Refused("rooms_full", places=places, people=len(citizens(on)))
        room = min(free, key=lambda room: sizes[room.id])
        sizes[room.id] += 1
        seating[person.id] = room.id
    return seating


def drawn(on: Deciding, draw: Draw) -> Seating:
    """Everybody where the proposal has them; it does not know who came since. Raises Refused("room_full", room=…)."""
    rooms = {room.id: room for room in groups(on)}
    seating = {person: room for person, room in draw.seating.items() if room in rooms and is_here(on, person)}
    sizes = Counter(room for person, room in seating.items() if on.participant(person).is_counted)
    for id, room in rooms.items():
        if not is_free(room.capacity, sizes[id] - 1):
            raise Refused("room_full", room=id, most=room.capacity, people=sizes[id])
    return seating


def is_here(on: Deciding, id: ParticipantId) -> bool:
    person = on.maybe(Participant, id)
    return person is not None and (person.is_counted or (person.role.is_staff and person.is_in))


def is_free(capacity: int | None, people: int) -> bool:
    return capacity is None or people < capacity


def citizens(on: Deciding) -> list[Participant]:
    return [person for person in on.all(Participant) if person.is_counted]


class AddRoom(Command, frozen=True, tag="room.add"):
    """A group, with an activity for each step that plans one."""

    name: Name
    theme: Line = ""
    paper: Paper = Paper.LINDEN
    capacity: Capacity | None = None
    least: Capacity | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        require_bounds(self.least, self.capacity)
        every = groups(on)
        if len(every) >= GROUPS_MAX:
            raise Refused("too_many_rooms", most=GROUPS_MAX)
        room = on.put(
            Room(
                id=RoomId(on.chance.id()),
                room_kind=RoomKind.GROUP,
                name=one_line(self.name),
                theme=line_or_nothing(self.theme),
                paper=self.paper,
                order=order_after(on.all(Room), every[-1].id if every else on.plenary.id),
                capacity=self.capacity,
                least=self.least,
            )
        )
        for step in list(on.all(Step)):
            if step.groups:
                furnish(on, step.id, room.id, step.groups)


class EditRoom(Command, frozen=True, tag="room.edit"):
    room: RoomId
    name: Name
    theme: Line = ""
    paper: Paper = Paper.LINDEN
    capacity: Capacity | None = None
    least: Capacity | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        require_bounds(self.least, self.capacity)
        room = on.room(self.room)
        if room.room_kind is not RoomKind.GROUP and (self.capacity or self.least):
            raise Refused("not_a_group")
        if self.capacity is not None and self.capacity != room.capacity and self.capacity < room.people:
            raise Refused("room_full", most=self.capacity, people=room.people)
        theme = line_or_nothing(self.theme)
        bounds = {"capacity": self.capacity, "least": self.least}
        on.change(room, name=one_line(self.name), theme=theme, paper=self.paper, **bounds)


def room_for(state: State, people: int) -> list[EditRoom]:
    """What enlarges all groups alike where they cannot hold so many."""
    rooms = group_rooms(state)
    bounds = [room.capacity for room in rooms if room.capacity is not None]
    if not rooms or len(bounds) < len(rooms) or sum(bounds) >= people:
        return []
    share = -(-people // len(rooms))
    return [
        EditRoom(room=room.id, name=room.name, theme=room.theme, paper=room.paper, capacity=share, least=room.least)
        for room in rooms
        if room.capacity is not None and room.capacity < share
    ]


def require_bounds(least: int | None, most: int | None) -> None:
    if least is not None and most is not None and least > most:
        raise Refused("least_too_many", most=most)


class Filling(StrEnum):
    """How groups fill when they open."""

    CHOOSE = "choose"  # people pick their own and go there at once
    DRAW = "draw"  # everybody is drawn evenly, but for those who have just chosen
    AGAIN = "again"  # everybody back to their group of last time, the rest drawn


class OpenGroups(Command, frozen=True, tag="groups.open"):
    """`can_switch`: people may go to another group while groups are open. With a `draw` they are filled as proposed."""

    filling: Filling = Filling.DRAW
    can_switch: bool = False
    draw: DrawId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        workshop = on.workshop
        if not groups(on):
            raise Refused("no_groups")
        if workshop.groups is Groups.OPEN:
            raise Refused("already_open")
        if self.filling is not Filling.AGAIN or self.draw is not None:
            make_anew(on)
        if self.draw is not None:
            self._as_drawn(on, draft(on, self.draw))
        elif self.filling is Filling.CHOOSE:
            for person in citizens(on):
                on.change(person, group=None if person.room == on.plenary.id else person.room)
            on.change(workshop, groups=Groups.CHOOSING, can_switch=True, groups_close_at=None, ranking=False)
        else:
            before_leaving(on)
            keep = self.filling is Filling.AGAIN or workshop.groups is Groups.CHOOSING
            self._send(on, even_draw(on, settled(on) if keep else {}))

    def _as_drawn(self, on: Deciding, draw: Draw) -> None:
        """Who came since goes where they fit best."""
        seating = drawn(on, draw)
        before_leaving(on)
        for person in citizens(on):
            # Places are counted in groups: until all are there, whoever has none yet waits in plenary.
            if person.id not in seating:
                seat(on, person, on.plenary)
        self._send(on, seating)
        late = Late(on, draw.plan.questions)
        for person in [person for person in citizens(on) if person.id not in seating]:
            room = late.place(answers_of(on, person.id))
            if room is None:
                raise Refused("rooms_full", places=len(seating), people=len(citizens(on)))
            seat(on, person, room, group=room.id)
        sent(on, draw)

    def _send(self, on: Deciding, seating: Seating) -> None:
        for id, room in seating.items():
            seat(on, on.participant(id), room, group=room)
        on.change(on.workshop, groups=Groups.OPEN, can_switch=self.can_switch, groups_close_at=None, ranking=False)


class AskPreferences(Command, frozen=True, tag="groups.rank"):
    """Ask people which groups they would like, or no more. What they said is kept."""

    open: bool

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        if self.open and not groups(on):
            raise Refused("no_groups")
        if self.open and on.workshop.groups is Groups.OPEN:
            raise Refused("already_open")
        on.change(on.workshop, ranking=self.open)


def short_of(on: Deciding, room: Room) -> list[Room]:
    """The groups that still lack people, for which one that has enough is closed for now: as long as those who have not
    chosen yet can fill them."""
    if room.least is None or room.is_short:
        return []
    waiting = on.plenary.people
    return [other for other in groups(on) if not other.is_full and 0 < other.lacking <= waiting]


def make_anew(on: Deciding) -> None:
    """No table is with another any more, and nobody is host of one."""
    for room in groups(on):
        on.change(room, joined=None, host=None)
    forget_rotated(on)


def forget_rotated(on: Deciding) -> None:
    """There is no way back to the tables of before."""
    if on.maybe(Rotated, ROTATED) is not None:
        on.drop(ROTATED)


class ChooseGroup(Command, frozen=True, tag="group.choose"):
    """Go to a group oneself, while choosing or where switching is allowed."""

    room: RoomId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        workshop = on.workshop
        room = on.room(self.room)
        if room.room_kind is not RoomKind.GROUP:
            raise Refused("unknown", kind="room")
        if workshop.groups is Groups.CLOSED or (workshop.groups is Groups.OPEN and not workshop.can_switch):
            raise Refused("groups_closed")
        if on.person.room != room.id and room.is_full and not on.person.role.is_staff:
            raise Refused("room_full", most=room.capacity)
        left = on.person.room
        if on.person.room != room.id and not on.person.role.is_staff and (short := short_of(on, room)):
            raise Refused("full_for_now", rooms=[other.id for other in short])
        seat(on, on.person, room, group=room.id)
        go_on_if_ready(on, left)


class CloseGroups(Command, frozen=True, tag="groups.close"):
    """Bring everybody back at `at` (epoch ms): every room is warned until then. None keeps the groups open."""

    at: int | None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        workshop = on.workshop
        if workshop.groups is Groups.CLOSED:
            raise Refused("groups_closed")
        if self.at is None:
            on.change(workshop, groups_close_at=None)
        elif self.at <= on.now:
            bring_back(on)
        elif self.at > on.now + CLOSING_MAX_MS:
            raise Refused("too_late", at=self.at)
        else:
            on.change(workshop, groups_close_at=self.at)
            on.aside(Due(id="groups-end", at=self.at, command={"type": "groups.end", "at": self.at}))


class EndGroups(SystemCommand, frozen=True, tag="groups.end"):
    """The time announced has come; nothing happens when it has been moved meanwhile."""

    at: int

    def decide(self, on: Deciding) -> None:
        if on.workshop.groups is not Groups.CLOSED and on.workshop.groups_close_at == self.at:
            bring_back(on)


def bring_back(on: Deciding) -> None:
    """Everybody seated in a group returns to plenary, and remembers their group; who was released follows again."""
    before_leaving(on)
    for room in released(on):
        recall(on, room)
    remember(on)
    forget_rotated(on)
    plenary = on.plenary
    rooms = {room.id for room in groups(on)}
    for person in list(on.all(Participant)):
        if person.room in rooms:
            seat(on, person, plenary, group=person.room)
    on.change(on.workshop, groups=Groups.CLOSED, groups_close_at=None, can_switch=False)


class MovePerson(Command, frozen=True, tag="person.move"):
    """Staff seat anybody anywhere but citizens backstage; staff themselves go where they like.

    `seen` is where one believes them to be, for whom that matters: who was moved meanwhile stays there.
    """

    person: ParticipantId
    room: RoomId
    seen: RoomId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        person, room = somebody_in(on, self.person), on.room(self.room)
        if room.room_kind is RoomKind.BACKSTAGE and not person.role.is_staff:
            raise Refused("staff_only")
        if self.seen is not None and person.room != self.seen:
            raise Refused("moved_meanwhile")
        if room.id != person.room and room.is_full and person.is_counted:
            raise Refused("room_full", most=room.capacity)
        is_group = room.room_kind is RoomKind.GROUP
        seat(on, person, room, group=room.id if is_group else person.group)
        go_on_if_ready(on, person.room)
