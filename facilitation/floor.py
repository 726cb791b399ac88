"""What people and staff do with hands and turns."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from facilitation.ordering import arrange, stand_in, write
from facilitation.stage import people_in, speaker
from rooms.activities.board import display_of_new
from rooms.activities.discussion import Message, Reach
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.floor import (
    FloorTurn,
    Hand,
    HandKind,
    Policy,
    begin,
    end,
    floor_of,
    go_on,
    hand_id,
    is_fishbowl,
    last_in,
    lower,
    pause,
    queue,
    resume,
    turn_of,
    turns_in,
)
from rooms.ids import FloorTurnId, MessageId, ParticipantId, QuestionId, RoomId
from rooms.moderation import Display, keep_reported
from rooms.order import key_between
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.registration import RegistrationQuestion
from rooms.text import Line, MessageText, line_or_nothing, one_line, prose

TurnLength = Annotated[int, Meta(ge=0, le=3600)]
Seats = Annotated[int, Meta(ge=1, le=20)]
LAST_WORDS_MS = 60_000
"""How long after the closing the words of whoever was speaking are waited for."""


# -- hands --------------------------------------------------------------------------------------------------------


class RaiseHand(Command, frozen=True, tag="hand.raise"):
    """Ask for the floor. Again: for something else, still waiting since then. A point of order says why."""

    hand_kind: HandKind = HandKind.CONTRIBUTION
    reason: Line = ""
    writes: bool = False

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        person = on.person
        if turn_of(person, on) is not None:
            raise Refused("already_speaking", person=person.id)
        is_point = self.hand_kind is HandKind.POINT_OF_ORDER
        reason = one_line(self.reason) if is_point else line_or_nothing(self.reason)
        is_new = on.maybe(Hand, hand_id(person.id)) is None
        is_last = is_new and is_first_come(on, person, self.hand_kind)
        raise_hand(on, person, self.hand_kind, reason, self.writes)
        go_on(on, person.room)
        hand = on.maybe(Hand, hand_id(person.id))
        if not is_new:
            arrange(on, person.room)
        elif hand is not None and not is_last:
            stand_in(on, hand)


def is_first_come(on: Deciding, person: Participant, kind: HandKind) -> bool:
    """Whether a hand that goes up is the last as it stands: so are most, and many go up at once."""
    return not kind.interrupts and floor_of(person.room, on).policy is Policy.FIRST_COME


def raise_hand(on: Deciding, person: Participant, kind: HandKind, reason: str = "", writes: bool = False) -> None:
    hand = on.maybe(Hand, hand_id(person.id))
    if hand is not None:
        declined = hand.declined and kind is not HandKind.POINT_OF_ORDER
        on.change(hand, hand_kind=kind, reason=reason, writes=writes, declined=declined)
        return
    last = last_in(person.room, on)
    on.put(
        Hand(
            id=hand_id(person.id),
            room=person.room,
            participant=person.id,
            hand_kind=kind,
            reason=reason,
            writes=writes,
            order=key_between(last.order if last else None, None),
            at=on.now,
        )
    )
    floor = floor_of(person.room, on)
    on.change(floor, waiting=floor.waiting + 1)


class LowerHand(Command, frozen=True, tag="hand.lower"):
    """One's own, or anybody's for staff. None: one's own."""

    person: ParticipantId | None = None

    def decide(self, on: Deciding) -> None:
        whose = self.person or on.person.id
        on.require(Permission.WRITE if whose == on.by.id else Permission.STEER)
        person = on.participant(whose)
        lower(on, person.id)
        arrange(on, person.room)


class DeclineHand(Command, frozen=True, tag="hand.decline"):
    """A point of order is not one, or not now: it waits as a contribution, and its author is told."""

    person: ParticipantId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        hand = on.find(Hand, hand_id(self.person))
        if hand.hand_kind is HandKind.POINT_OF_ORDER:
            on.change(hand, hand_kind=HandKind.CONTRIBUTION, declined=True)
            arrange(on, hand.room)


class MoveHand(Command, frozen=True, tag="hand.move"):
    """After another hand of the same room, or to the head. From now on the queue stays as it stands; who comes later is
    put in order behind it."""

    person: ParticipantId
    after: ParticipantId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        hand = on.find(Hand, hand_id(self.person))
        others = [one for one in queue(hand.room, on) if one.id != hand.id]
        if self.after == self.person:
            return
        place = 0
        if self.after is not None:
            before = on.find(Hand, hand_id(self.after))
            if before.room != hand.room:
                raise Refused("unknown", kind="hand")
            place = others.index(before) + 1
        if [*others[:place], hand, *others[place:]] != queue(hand.room, on):
            write(on, [*others[:place], hand, *others[place:]])
            on.change(floor_of(hand.room, on), arranged_at=on.now)


# -- turns --------------------------------------------------------------------------------------------------------


class GiveFloor(Command, frozen=True, tag="floor.give"):
    """They may be heard and seen. Whoever is muted stays so until they unmute themselves.

    It ends the turn of whoever has the floor; a question or a point of order interrupts it. `seen` is who had the floor
    for the one who gives it: of two who give it at once, one does. In a fishbowl it gives a seat.
    """

    person: ParticipantId
    seen: ParticipantId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        person = speaker(on, self.person)
        if (own := turn_of(person, on)) is not None:
            return_to(on, own)
        elif is_fishbowl(person.room, on):
            take_seat(on, person)
        else:
            self._hand_over(on, person)
        arrange(on, person.room)

    def _hand_over(self, on: Deciding, person: Participant) -> None:
        under_way = turns_in(person.room, on)
        current = under_way[-1] if under_way else None
        if current and current.participant != self.seen:
            raise Refused("already_speaking", person=current.participant)
        hand = on.maybe(Hand, hand_id(person.id))
        if current and hand and hand.hand_kind.interrupts and not current.hand_kind.interrupts:
            pause(on, current, interrupted=True)
        else:
            for turn in under_way:
                if not (turn.interrupted and hand and hand.hand_kind.interrupts):
                    end(on, turn)
        begin(on, person)


def take_seat(on: Deciding, person: Participant) -> None:
    floor = floor_of(person.room, on)
    if len(floor.turns) >= floor.seats:
        raise Refused("no_seat", most=floor.seats)
    begin(on, person)


def return_to(on: Deciding, turn: FloorTurn) -> None:
    """They go on; whoever had interrupted them has had their turn."""
    if not is_fishbowl(turn.room, on):
        for other in turns_in(turn.room, on):
            if other.id != turn.id:
                end(on, other)
    resume(on, turn)


class PauseFloor(Command, frozen=True, tag="floor.pause"):
    """Their turn waits: nothing of it is heard, nor counted."""

    person: ParticipantId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        turn = the_turn(on, self.person)
        pause(on, turn, interrupted=turn.interrupted)


class ResumeFloor(Command, frozen=True, tag="floor.resume"):
    person: ParticipantId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        return_to(on, the_turn(on, self.person))


class TakeFloor(Command, frozen=True, tag="floor.take"):
    """Their turn is over: staff take it back, or they give it back themselves. A seat of a fishbowl is free again."""

    person: ParticipantId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE if self.person == on.by.id else Permission.STEER)
        person = speaker(on, self.person)
        if (turn := turn_of(person, on)) is not None:
            end(on, turn)
            go_on(on, person.room)
            arrange(on, person.room)


class SetFloor(Command, frozen=True, tag="floor.set"):
    """How a room's queue is ordered, how long turns should be (seconds, 0: as long as they take), how many seats a
    fishbowl has. `anew`: the policy orders again what staff had put in order; a round table, where everybody's hand is
    up, goes round once more."""

    room: RoomId
    policy: Policy
    turn_s: TurnLength = 120
    seats: Seats = 4
    anew: bool = False
    alternate_by: QuestionId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        room = on.room(self.room)
        by = on.find(RegistrationQuestion, self.alternate_by).id if self.alternate_by is not None else None
        floor = on.change(floor_of(room.id, on), turn_s=self.turn_s, seats=self.seats, alternate_by=by)
        if self.anew or self.policy is not floor.policy:
            on.change(floor, policy=self.policy, policy_at=on.now, arranged_at=None)
            if self.policy is Policy.ROUND_TABLE:
                go_round(on, room.id)
        go_on(on, room.id)
        arrange(on, room.id)


def go_round(on: Deciding, room: RoomId) -> None:
    for person in people_in(room, on):
        if person.is_counted and turn_of(person, on) is None and on.maybe(Hand, hand_id(person.id)) is None:
            raise_hand(on, person, HandKind.CONTRIBUTION)


# -- turns in writing ---------------------------------------------------------------------------------------------


class WriteTurn(Command, frozen=True, tag="turn.write"):
    """One's own turn goes on in writing, or by voice."""

    writes: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        on.change(the_turn(on, on.person.id), writes=self.writes)


class SayTurn(Command, frozen=True, tag="turn.say"):
    """What one has typed in one's turn is kept as a message, also when somebody else has ended it, or closed the
    workshop a moment ago. Once more, until the turn is over: as it is now.

    Other words than were approved, hidden or marked are looked at anew.
    """

    turn: FloorTurnId
    text: MessageText

    def decide(self, on: Deciding) -> None:
        if not is_cut_short(on.maybe(FloorTurn, self.turn), on):
            on.require(Permission.WRITE)
        turn = on.find(FloorTurn, self.turn)
        if turn.participant != on.person.id or not turn.writes:
            raise Refused("unknown", kind="floor_turn")
        text = prose(self.text)
        said = on.maybe(Message, f"said-{turn.id}")
        if said is None:
            self._say(on, turn, text)
        elif said.text != text:
            self._say_otherwise(on, turn, said, text)

    def _say(self, on: Deciding, turn: FloorTurn, text: str) -> None:
        on.put(
            Message(
                id=MessageId(f"said-{turn.id}"),
                reach=Reach.ROOM,
                room=turn.room,
                step=turn.step,
                author=on.person.id,
                author_is_staff=on.person.role.is_staff,
                text=text,
                at=on.now,
                said_in=turn.id,
                moderation=display_of_new(on, on.room(turn.room).moderated),
            )
        )

    def _say_otherwise(self, on: Deciding, turn: FloorTurn, said: Message, text: str) -> None:
        if turn.ended_at is not None:
            raise Refused("not_speaking")
        keep_reported(on, said)
        on.change(said, text=text, for_minutes=False)
        if display_of_new(on, on.room(turn.room).moderated or not said.is_shown) is Display.PENDING:
            on.change(on.find(Message, said.id), moderation=Display.PENDING, hidden_for=None, hidden_words="")


def is_cut_short(turn: FloorTurn | None, on: Deciding) -> bool:
    """The workshop was closed over it, and the page may still have the words."""
    closed_at = on.workshop.closed_at
    if closed_at is None or turn is None or turn.ended_at != closed_at:
        return False
    return on.now - closed_at <= LAST_WORDS_MS


def the_turn(on: Deciding, person: ParticipantId) -> FloorTurn:
    """The one under way. Raises Refused("not_speaking")."""
    turn = turn_of(on.participant(person), on)
    if turn is None:
        raise Refused("not_speaking")
    return turn
