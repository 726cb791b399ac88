"""How a scripted facilitator moves people: into groups it had composed, on by themselves, to other tables, round a
gallery, and to the floor."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from facilitation.drawing import DrawPlan, DrawWay, group_rooms
from facilitation.floor import GiveFloor
from facilitation.groups import Filling, OpenGroups
from facilitation.proposing import since_sent
from facilitation.releasing import ReleaseRooms
from facilitation.rotating import ApplyRotation, Hosting, ProposeRotation
from rooms.activities.gallery import Gallery, GalleryPlan, TurnGallery
from rooms.agenda import Groups, Room, Step, Workshop
from rooms.command import Command
from rooms.floor import is_fishbowl, queue, turns_in
from rooms.ids import RoomId
from rooms.people import Participant
from rooms.registration import questions
from rooms.rotation import ROTATION, Rotation
from rooms.state import State

RELEASED = 0.3
"""The part of a step's time after which one group goes on by itself."""


@dataclass(frozen=True, slots=True)
class Compose:
    """Groups are worked out by the server, on request: it is no command."""

    plan: DrawPlan


Act = Command | Compose


def into_groups(state: State) -> Iterator[Act]:
    """As composed the first time, and again as they were; by lot where that was refused."""
    drafts = since_sent(state)
    if any(person.group for person in state.all(Participant)):
        yield OpenGroups(filling=Filling.AGAIN)
    elif drafts:
        yield OpenGroups(draw=max(drafts, key=lambda draw: draw.at).id)
    else:
        asked = tuple(question.id for question in questions(state))
        yield Compose(DrawPlan(way=DrawWay.BALANCED if asked else DrawWay.EVEN, questions=asked))
    yield OpenGroups()


def let_go(state: State, workshop: Workshop, following: Step | None, part: float) -> Iterator[Act]:
    """One group of several, as far as the next step, where people work on in the same groups and need no others."""
    rooms = group_rooms(state)
    is_one = len(rooms) > 1 and not any(room.is_released for room in rooms)
    if following is None or following.groups is None or isinstance(following.groups, GalleryPlan) or following.moves:
        return
    if is_one and part >= RELEASED and workshop.groups is Groups.OPEN:
        yield ReleaseRooms(rooms=(rooms[-1].id,), last=following.id)


def to_other_tables(state: State, following: Step, done: Collection[Act]) -> Iterator[Act]:
    """Before the step that asks for it, once: a proposal first, on which everybody goes."""
    if following.moves is None:
        return
    rotation = state.maybe(Rotation, ROTATION)
    proposal = ProposeRotation(moves=following.moves, hosting=Hosting.LOT)
    if rotation is not None:
        yield ApplyRotation(seen=rotation.rev)
    elif proposal not in done:
        yield proposal


def round_gallery(state: State, step: Step, part: float) -> Iterator[Act]:
    """Every visit takes as long as the others."""
    galleries = [each for each in state.under(step.id, Gallery) if not is_away(state, each.room)]
    turn = max((gallery.turn for gallery in galleries), default=0)
    most = max((len(gallery.route) for gallery in galleries), default=0)
    if 0 < turn < min(most, 1 + int(part * most)):
        yield TurnGallery(step=step.id, turn=turn + 1, seen=turn)


def is_away(state: State, room: RoomId) -> bool:
    found = state.maybe(Room, room)
    return found is not None and found.is_released


def to_the_floor(state: State, room: RoomId) -> Iterator[Act]:
    """The first of the queue, once nobody speaks; the seats of a fishbowl fill by themselves."""
    waiting = queue(room, state)
    if waiting and not is_fishbowl(room, state) and not turns_in(room, state):
        yield GiveFloor(person=waiting[0].participant)
