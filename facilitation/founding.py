"""Opening a workshop, its title and language, and closing it for good."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from msgspec import Meta

from facilitation.agenda import leave
from facilitation.doors import clear_door
from facilitation.releasing import clear_ready, recall
from facilitation.retention import promise
from rooms.activities import adoption
from rooms.activities.board import Board, Voting
from rooms.activities.conclusion import Conclusion
from rooms.activities.dots import set_voting
from rooms.activities.poll import Poll, PollState, close
from rooms.agenda import PLENARY_MOST, Groups, Room, RoomKind, Step, Workshop
from rooms.anonymity import Pseudonyms
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.floor import adjourn
from rooms.ids import RoomId, WorkshopId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import Line, Name, one_line

PACE_MAX = 60
"""An hour in a minute: faster, nobody could follow."""
Language = Annotated[str, Meta(pattern="^[a-z]{2,3}(-[A-Z]{2})?$")]


class Found(SystemCommand, frozen=True, tag="workshop.found"):
    """The first command of every workshop: it and the two rooms that always exist."""

    workshop: WorkshopId
    title: Line
    plenary: Name
    backstage: Name
    language: Language = "fr"
    time_zone: str = "Europe/Paris"
    rehearsal: bool = False
    pace: Annotated[int, Meta(ge=1, le=PACE_MAX)] = 1
    plenary_most: int = PLENARY_MOST

    def decide(self, on: Deciding) -> None:
        if any(True for _ in on.all(Workshop)):
            raise Refused("already_founded")
        on.put(
            Workshop(
                id=self.workshop,
                title=one_line(self.title),
                language=self.language,
                time_zone=known_zone(self.time_zone),
                rehearsal=self.rehearsal,
                pace=self.pace,
                plenary_most=self.plenary_most,
            )
        )
        for kind, name, order in (
            (RoomKind.PLENARY, self.plenary, "a0"),
            (RoomKind.BACKSTAGE, self.backstage, "a1"),
        ):
            on.put(Room(id=RoomId(on.chance.id()), room_kind=kind, name=one_line(name), order=order))


class EditWorkshop(Command, frozen=True, tag="workshop.edit"):
    title: Line
    language: Language
    time_zone: str

    def decide(self, on: Deciding) -> None:
        on.require(Permission.ORGANIZE)
        title = one_line(self.title)
        on.change(on.workshop, title=title, language=self.language, time_zone=known_zone(self.time_zone))


class CloseWorkshop(Command, frozen=True, tag="workshop.close"):
    """Nothing can be written any more.

    Open votes are counted, drafts frozen, and the keys behind anonymous writing destroyed.
    """

    def unseals(self, state: State) -> Sequence[str]:
        return [poll.id for poll in state.all(Poll) if poll.state is PollState.OPEN]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.ORGANIZE)
        workshop = on.workshop
        if workshop.closed_at is not None:
            raise Refused("workshop_closed", at=workshop.closed_at)
        if workshop.groups is not Groups.CLOSED:
            raise Refused("groups_open")
        for room in on.rooms():
            recall(on, room)
            clear_ready(on, room.id)
            on.change(on.room(room.id), closes_at=None, into=None, failed_end=None)
        if step := on.maybe(Step, workshop.step):
            leave(on, step)
        for poll in [poll for poll in on.all(Poll) if poll.state is PollState.OPEN]:
            close(on, poll)
        for board in [board for board in on.all(Board) if board.voting is Voting.OPEN]:
            set_voting(on, board, Voting.CLOSED)
        for conclusion in list(on.all(Conclusion)):
            adoption.freeze(on, conclusion)
        adjourn(on)
        for keys in list(on.all(Pseudonyms)):
            on.change(keys, key="")
        clear_door(on)
        on.change(workshop, closed_at=on.now)
        promise(on)


@cache
def time_zones() -> set[str]:
    return available_timezones()


def known_zone(name: str) -> str:
    """A time zone of the IANA database. Raises Refused("unknown")."""
    if name not in time_zones():
        raise Refused("unknown", kind="time_zone")
    return name
