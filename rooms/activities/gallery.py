"""Gallery walk: each room reads what another has written and annotates it, the next room's at every turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from rooms.activities.adoption import freeze
from rooms.activities.board import Board, Note, display_of_new, drop_with
from rooms.activities.conclusion import Conclusion, Writing, says_something
from rooms.activities.remark import Remark, Stance
from rooms.activity import Activity, Plan
from rooms.command import Command
from rooms.ids import ActivityId, FieldId, NoteId, RemarkId, RoomId, StepId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.text import MessageText, prose
from rooms.visit import Visit, visit_id

if TYPE_CHECKING:
    from rooms.deciding import Deciding

MINUTE_MS = 60 * 1000
HOUR_MS = 60 * MINUTE_MS
REMARKS_MAX = 500
"""About one conclusion or one board."""


class GalleryPlan(Plan, frozen=True, kw_only=True, tag="gallery"):
    """`of` is the step whose conclusions or boards are visited: the last one before this that has any, when None."""

    of: StepId | None = None
    minutes_each: Annotated[int, Meta(ge=1, le=60)] = 5
    anonymous: bool = False

    def activity(self, id: ActivityId, room: RoomId, step: StepId) -> Activity:
        return Gallery(id=id, room=room, step=step, plan=self)


class Gallery(Activity, frozen=True, kw_only=True, tag="gallery"):
    """`route` are the activities this room visits, one at each turn; `turn` is the one it is at, from 1 and the same in
    all rooms of the step, or 0 while nobody visits. `ends_at` is when the time of the turn is up.
    """

    plan: GalleryPlan
    route: tuple[ActivityId, ...] = ()
    turn: int = 0
    ends_at: int | None = None

    def begin(self, on: Deciding) -> None:
        """What rooms have written is frozen, unless they come to it yet, and each stands before the first it visits."""
        shown = exhibits(on, self)
        for activity in shown:
            for conclusion in on.under(activity.id, Conclusion):
                freeze(on, conclusion, by=self.id)
        route = tuple(activity.id for activity in around(on, self, shown))
        walking = max((other.turn for other in on.under(self.step, Gallery)), default=0)
        stand(on, on.change(self, route=route), walking or 1)

    def end(self, on: Deciding) -> None:
        stand(on, self, 0)

    def put_off(self, on: Deciding, ms: int) -> None:
        if self.ends_at is not None:
            on.change(self, ends_at=self.ends_at + ms)


# -- rules --------------------------------------------------------------------------------------------------------


def exhibits(on: Deciding, gallery: Gallery) -> list[Activity]:
    """What there is to visit, in the order of rooms: nothing empty, and no board whose notes are hidden."""
    steps = [step.id for step in on.steps()]
    earlier = steps[: steps.index(gallery.step)][::-1]
    for step in earlier if gallery.plan.of is None else [gallery.plan.of]:
        held = {activity.room: activity for activity in on.under(step, Activity) if is_exhibit(on, activity)}
        if held:
            return [held[room.id] for room in on.rooms() if room.id in held]
    return []


def is_exhibit(on: Deciding, activity: Activity) -> bool:
    """Not what its room is still at, or comes to yet."""
    if is_ahead(on, activity):
        return False
    match activity:
        case Writing():
            return any(says_something(on, conclusion) for conclusion in on.under(activity.id, Conclusion))
        case Board():
            return activity.revealed and any(note.is_shown for note in on.under(activity.id, Note))
    return False


def is_ahead(on: Deciding, activity: Activity) -> bool:
    """Its room is at it, or goes at its own pace and is not there yet."""
    places = [step.id for step in on.steps()]
    here = on.step_of(activity.room)
    is_earlier = here is not None and places.index(here) < places.index(activity.step)
    return here == activity.step or (is_earlier and on.room(activity.room).is_released)


def around(on: Deciding, gallery: Gallery, shown: Sequence[Activity]) -> list[Activity]:
    """From the one after its own once round, so that in no turn two rooms that show something visit the same."""
    own = next((place for place, activity in enumerate(shown) if activity.room == gallery.room), None)
    if own is not None:
        return [*shown[own + 1 :], *shown[:own]]
    place = [room.id for room in on.rooms()].index(gallery.room) % max(1, len(shown))
    return [*shown[place:], *shown[:place]]


def stand(on: Deciding, gallery: Gallery, turn: int) -> None:
    """Before what the room visits at this turn. At a turn past the end of its way it has seen all."""
    id = gallery.route[turn - 1] if 0 < turn <= len(gallery.route) else None
    shown = on.maybe(Activity, id)
    ends_at = on.time_in(gallery) + on.workshop.span(gallery.plan.minutes_each * MINUTE_MS)
    on.change(gallery, turn=turn, ends_at=ends_at if turn else None)
    if shown is not None:
        on.put(Visit(id=visit_id(gallery.room), room=gallery.room, activity=gallery.id, to=shown.room, shown=shown.id))
    elif on.maybe(Visit, visit_id(gallery.room)) is not None:
        on.drop(visit_id(gallery.room))


def walking(on: Deciding, step: StepId) -> list[Gallery]:
    """The galleries of the rooms that are at this step. Raises Refused: "unknown", "step_closed"."""
    galleries = list(on.under(step, Gallery))
    if not galleries:
        raise Refused("unknown", kind="gallery")
    here = [gallery for gallery in galleries if on.step_of(gallery.room) == step]
    if not here:
        raise Refused("step_closed", step=step)
    return here


def is_moderated(on: Deciding, about: str, room: RoomId) -> bool:
    """Whether remarks on it wait, as messages in its room do, and as notes and comments on its board."""
    board = on.maybe(Board, about)
    return on.room(room).moderated or (board is not None and board.plan.moderated)


def remarks_in(on: Deciding, gallery: ActivityId) -> list[Remark]:
    return [remark for remark in on.all(Remark) if remark.activity == gallery]


# -- commands -----------------------------------------------------------------------------------------------------


class TurnGallery(Command, frozen=True, tag="gallery.turn"):
    """Every room goes to what it visits at this turn; 0: nobody visits any more.

    `seen` is the turn they are at: of two who press at once, one moves on.
    """

    step: StepId
    turn: Annotated[int, Meta(ge=0)]
    seen: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        galleries = walking(on, self.step)
        turn = max(gallery.turn for gallery in galleries)
        if turn != self.seen:
            raise Refused("already_turned", turn=turn)
        most = max(len(gallery.route) for gallery in galleries)
        if self.turn > most:
            raise Refused("no_such_turn", most=most)
        if self.turn != turn:
            for gallery in galleries:
                stand(on, gallery, self.turn)


class ExtendVisit(Command, frozen=True, tag="gallery.extend"):
    """When the time of the turn is up, in epoch ms. Time that is up stops nobody."""

    step: StepId
    turn: int
    ends_at: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        galleries = walking(on, self.step)
        turn = max(gallery.turn for gallery in galleries)
        if turn == 0 or turn != self.turn:
            raise Refused("already_turned", turn=turn)
        now = min(on.time_in(gallery) for gallery in galleries)
        if not now < self.ends_at < now + HOUR_MS:
            raise Refused("too_late", at=self.ends_at)
        for gallery in galleries:
            on.change(gallery, ends_at=self.ends_at)


class WriteRemark(Command, frozen=True, tag="remark.write"):
    """About what one's room visits now: the whole, a field of a conclusion, or a note of a board."""

    activity: ActivityId
    stance: Stance
    text: MessageText
    field: FieldId | None = None
    note: NoteId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        gallery = on.at_work(Gallery, self.activity)
        visit = on.maybe(Visit, visit_id(gallery.room))
        if visit is None:
            raise Refused("no_visit")
        about = self._about(on, visit)
        if sum(1 for _ in on.under(about, Remark)) >= REMARKS_MAX:
            raise Refused("too_many_remarks", most=REMARKS_MAX)
        conclusion = on.maybe(Conclusion, about)
        on.put(
            Remark(
                id=RemarkId(on.chance.id()),
                room=visit.to,
                by=gallery.room,
                activity=gallery.id,
                about=about,
                field=self.field,
                note=self.note,
                stance=self.stance,
                text=prose(self.text),
                author=on.author(gallery, gallery.plan.anonymous),
                anonymous=gallery.plan.anonymous,
                at=on.now,
                reported=conclusion is not None and conclusion.reported_at is not None,
                moderation=display_of_new(on, is_moderated(on, about, visit.to)),
            )
        )

    def _about(self, on: Deciding, visit: Visit) -> str:
        """Raises Refused("unknown") for a field or a note that is not before them."""
        for conclusion in on.under(visit.shown, Conclusion):
            if self.note is not None:
                raise Refused("unknown", kind="note")
            if self.field is not None:
                conclusion.field(self.field)
            return conclusion.id
        board = on.find(Board, visit.shown)
        if not board.revealed or self.field is not None:
            raise Refused("unknown", kind="board")
        note = on.find(Note, self.note) if self.note is not None else None
        if note is not None and (note.activity != board.id or not note.is_shown):
            raise Refused("unknown", kind="note")
        return board.id


class DropRemark(Command, frozen=True, tag="remark.drop"):
    """One's own, or anybody's for a moderator."""

    remark: RemarkId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        remark = on.find(Remark, self.remark)
        gallery = on.find(Gallery, remark.activity)
        if remark.author != on.signs_as(gallery, remark.anonymous) and not on.may(Permission.MODERATE):
            raise Refused("unknown", kind="remark")
        on.anonymous = remark.anonymous
        drop_with(on, remark.id)
