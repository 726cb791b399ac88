"""Polls: a question put to a room, answered by name or by a show of hands."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta, Struct

from rooms.activity import Activity, Plan
from rooms.audience import Audience
from rooms.command import Command
from rooms.entity import Due, Entity
from rooms.ids import ActivityId, OptionId, ParticipantId, PollId, RoomId, StepId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import Line, Name, one_line

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class Way(StrEnum):
    """How answers are given."""

    NAMED = "named"  # who answered what is published with the result
    HANDS = "hands"  # people raise a hand in the room, a facilitator types the counts


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`most` is how many options one may choose: 1 for a single choice."""

    text: Line
    options: Annotated[tuple[Name, ...], Meta(min_length=2, max_length=20)]
    most: Annotated[int, Meta(ge=1, le=20)] = 1
    way: Way = Way.NAMED

    def tidied(self) -> Question:
        options = tuple(one_line(option) for option in self.options)
        return msgspec.structs.replace(self, text=one_line(self.text), options=options)

    def __post_init__(self) -> None:
        if self.most > len(self.options):
            raise ValueError("more choices than options")


class PollPlan(Plan, frozen=True, kw_only=True, tag="poll"):
    questions: Annotated[tuple[Question, ...], Meta(max_length=20)] = ()

    def activity(self, id: ActivityId, room: RoomId, step: StepId) -> Activity:
        return Polling(id=id, room=room, step=step, plan=self)

    def tidied(self) -> PollPlan:
        return msgspec.structs.replace(Plan.tidied(self), questions=tuple(q.tidied() for q in self.questions))

    def told(self) -> PollPlan:
        """A question is known once its poll opens."""
        return msgspec.structs.replace(self, questions=())


class Polling(Activity, frozen=True, kw_only=True, tag="poll_activity"):
    """An activity whose matter is polls. Polls can be put in any other activity too."""

    plan: PollPlan

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        if not audience.is_staff and audience.is_in(self.room):
            return msgspec.structs.replace(self, plan=self.plan.told())
        return Activity.seen_by(self, audience, state)


class PollState(StrEnum):
    CREATED = "created"
    OPEN = "open"
    CLOSED = "closed"
    PUBLISHED = "published"


class Option(Struct, frozen=True, kw_only=True):
    """`votes` is None until the result is published."""

    id: OptionId
    text: str
    votes: int | None = None


class Poll(Entity, frozen=True, kw_only=True, tag="poll"):
    """`turnout` counts the people who have answered, `present` the participants seated in the room when it closed."""

    id: PollId
    room: RoomId
    activity: ActivityId
    question: str
    options: tuple[Option, ...]
    most: int = 1
    way: Way = Way.NAMED
    state: PollState = PollState.CREATED
    turnout: int = 0
    present: int | None = None
    opened_at: int | None = None
    closes_at: int | None = None
    closed_at: int | None = None

    def under(self) -> str | None:
        return self.activity

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Staff from the start, the room once it is open. Counts only once published, for staff once closed."""
        if not audience.is_in(self.room) or (self.state is PollState.CREATED and not audience.is_staff):
            return None
        shown = self.state is PollState.PUBLISHED or (self.state is PollState.CLOSED and audience.is_staff)
        return self if shown else self.without_counts()

    def without_counts(self) -> Poll:
        return msgspec.structs.replace(
            self, options=tuple(msgspec.structs.replace(option, votes=None) for option in self.options)
        )


class Ballot(Entity, frozen=True, kw_only=True, tag="ballot"):
    """One person's answer."""

    room: RoomId
    poll: PollId
    participant: ParticipantId
    choices: tuple[OptionId, ...]
    at: int

    def under(self) -> str | None:
        return self.poll

    def whose(self) -> str | None:
        return self.participant

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Named answers are shown with the published result, to the room and to staff; viewers get counts only."""
        poll = state.maybe(Poll, self.poll)
        if poll is None or poll.state is not PollState.PUBLISHED or audience.seat == "viewer":
            return None
        return self if audience.is_in(self.room) else None


def poll_of(on: Deciding, activity: Activity, question: Question) -> Poll:
    """A prepared poll, seen by staff only until it opens."""
    question = question.tidied()
    options = tuple(Option(id=OptionId(str(i + 1)), text=text) for i, text in enumerate(question.options))
    return on.put(
        Poll(
            id=PollId(on.chance.id()),
            room=activity.room,
            activity=activity.id,
            question=question.text,
            options=options,
            most=question.most,
            way=question.way,
        )
    )


def close(on: Deciding, poll: Poll) -> None:
    """Count the answers of an open poll; nothing changes them afterwards."""
    present = on.room(poll.room).people
    on.change(poll, state=PollState.CLOSED, closed_at=on.now, present=present, options=counted(on, poll))


def counted(on: Deciding, poll: Poll) -> tuple[Option, ...]:
    if poll.way is Way.HANDS:
        return poll.options
    chosen = Counter(choice for ballot in on.under(poll.id, Ballot) for choice in ballot.choices)
    return tuple(msgspec.structs.replace(option, votes=chosen[option.id]) for option in poll.options)


# -- commands -----------------------------------------------------------------------------------------------------


class AddPoll(Command, frozen=True, tag="poll.add"):
    activity: ActivityId
    question: Question

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        poll_of(on, on.find_activity(self.activity), self.question)


class DropPoll(Command, frozen=True, tag="poll.drop"):
    """Only before anybody could answer."""

    poll: PollId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        poll = on.find(Poll, self.poll)
        if poll.state is not PollState.CREATED:
            raise Refused("poll_started")
        on.drop(poll.id)


class OpenPoll(Command, frozen=True, tag="poll.open"):
    """Until `closes_at` (epoch ms), or until a facilitator closes it."""

    poll: PollId
    closes_at: int | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        poll = on.find(Poll, self.poll)
        if poll.state in (PollState.CLOSED, PollState.PUBLISHED):
            raise Refused("poll_closed")
        if self.closes_at is not None and self.closes_at <= on.now:
            raise Refused("too_late", at=self.closes_at)
        on.at_work(Activity, poll.activity)
        on.change(poll, state=PollState.OPEN, opened_at=poll.opened_at or on.now, closes_at=self.closes_at)
        if self.closes_at is not None:
            command = {"type": "poll.close", "poll": poll.id, "closes_at": self.closes_at}
            on.aside(Due(id=f"close-{poll.id}", at=self.closes_at, command=command))


class ClosePoll(Command, frozen=True, tag="poll.close"):
    """The clock closes a poll only at the time still agreed."""

    poll: PollId
    closes_at: int | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        poll = on.find(Poll, self.poll)
        if self.closes_at is not None and poll.closes_at != self.closes_at:
            raise Refused("already_moved")
        if poll.state is PollState.CREATED:
            raise Refused("poll_not_open")
        if poll.state is PollState.OPEN:
            close(on, poll)


class CountHands(Command, frozen=True, tag="poll.count"):
    """The hands a facilitator has counted, one number per option in the order shown."""

    poll: PollId
    votes: Annotated[tuple[Annotated[int, Meta(ge=0, le=100_000)], ...], Meta(max_length=20)]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        poll = on.find(Poll, self.poll)
        if poll.way is not Way.HANDS:
            raise Refused("not_by_hands")
        if poll.state is PollState.CREATED:
            raise Refused("poll_not_open")
        if poll.state is PollState.PUBLISHED:
            raise Refused("poll_closed")
        if len(self.votes) != len(poll.options):
            raise Refused("invalid", reason="one number per option")
        counted = zip(poll.options, self.votes, strict=True)
        on.change(
            poll,
            options=tuple(msgspec.structs.replace(option, votes=votes) for option, votes in counted),
            turnout=max(self.votes) if poll.most > 1 else sum(self.votes),
        )


class PublishPoll(Command, frozen=True, tag="poll.publish"):
    poll: PollId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        poll = on.find(Poll, self.poll)
        if poll.state not in (PollState.CLOSED, PollState.PUBLISHED):
            raise Refused("poll_not_closed")
        if any(option.votes is None for option in poll.options):
            raise Refused("not_counted")
        on.change(poll, state=PollState.PUBLISHED)


class CastBallot(Command, frozen=True, tag="ballot.cast"):
    """One's whole answer; a later one replaces it while the poll is open, an empty one takes it back."""

    poll: PollId
    choices: Annotated[tuple[OptionId, ...], Meta(max_length=20)]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.VOTE)
        poll = on.find(Poll, self.poll)
        on.require_presence(poll)
        self._check(on, poll)
        id = f"ballot-{poll.id}-{on.person.id}"
        before = on.maybe(Ballot, id)
        if self.choices:
            ballot = before or Ballot(
                id=id, room=poll.room, poll=poll.id, participant=on.person.id, choices=(), at=on.now
            )
            on.change(ballot, choices=self.choices, at=on.now)
        elif before:
            on.drop(before.id)
        on.change(poll, turnout=poll.turnout + bool(self.choices) - bool(before))

    def _check(self, on: Deciding, poll: Poll) -> None:
        if poll.way is Way.HANDS:
            raise Refused("by_hands")
        if poll.state is not PollState.OPEN or (poll.closes_at is not None and on.now > poll.closes_at):
            raise Refused("poll_closed" if poll.state is not PollState.CREATED else "unknown", kind="poll")
        chosen = set(self.choices)
        if not chosen <= {option.id for option in poll.options} or len(chosen) != len(self.choices):
            raise Refused("unknown", kind="option")
        if len(self.choices) > poll.most:
            raise Refused("too_many_choices", most=poll.most)
