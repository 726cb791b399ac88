"""Polls: a question put to a room or to all of them, answered by name, in secret or by a show of hands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, ClassVar

import msgspec
from msgspec import Meta, field

from rooms.activities import tally
from rooms.activities.adoption import voted, withdrawn
from rooms.activities.question import (
    OPTIONS_MAX,
    RULES,
    CountingRule,
    Question,
    QuestionKind,
    Way,
)
from rooms.activities.tally import Answer, Option, Outcome, RoomResult, Scale
from rooms.activity import Activity, Plan
from rooms.audience import Audience
from rooms.command import Command
from rooms.entity import Aside, Due, Entity
from rooms.ids import ActivityId, OptionId, ParticipantId, PollId, RoomId, StepId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.state import State

if TYPE_CHECKING:
    from rooms.deciding import Deciding


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


class Poll(Entity, frozen=True, kw_only=True, tag="poll"):
    """`turnout` counts the people who have answered, `present` the participants seated in the room when it closed.

    Where all were led to other rooms while it was open, `present` are those who were there then, if they were more.
    `about` is what is put to the vote, where the question is whether to adopt it. `rule` says how answers are counted,
    `outcome` what they come to where something is required. Words become options when they are counted; `more` is how
    many different ones are not among them. Asked `everywhere`, it is common to all rooms; `rooms` then are its results
    by room, where they were asked for.
    """

    id: PollId
    room: RoomId
    activity: ActivityId
    question: str
    options: tuple[Option, ...]
    most: int = 1
    way: Way = Way.NAMED
    question_kind: QuestionKind = QuestionKind.CHOICE
    lowest: int = 1
    highest: int = 5
    quorum: int = 0
    required: int = 0
    abstains: bool = False
    everywhere: bool = False
    by_room: bool = False
    rule: CountingRule = CountingRule.VOTES
    about: str | None = None
    state: PollState = PollState.CREATED
    turnout: int = 0
    present: int | None = None
    opened_at: int | None = None
    closes_at: int | None = None
    closed_at: int | None = None
    published_at: int | None = None
    outcome: Outcome | None = None
    rooms: tuple[RoomResult, ...] = ()
    more: int = 0

    @property
    def place(self) -> str | None:
        return None if self.everywhere else self.room

    def under(self) -> str | None:
        return self.activity

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """All staff from the start, the room once it is open. Counts only once published, for staff once closed."""
        is_asked = self.state is not PollState.CREATED and (self.everywhere or audience.is_in(self.room))
        if not audience.is_staff and not is_asked:
            return None
        is_shown = self.state is PollState.PUBLISHED or (self.state is PollState.CLOSED and audience.is_staff)
        return msgspec.structs.replace(self, rooms=self.shown_by_room()) if is_shown else self.without_counts()

    def shown_by_room(self) -> tuple[RoomResult, ...]:
        return tally.shown_by_room(self.rooms)

    def without_counts(self) -> Poll:
        bare = tuple(Option(id=option.id, text=option.text) for option in self.options)
        is_words = self.question_kind is QuestionKind.WORDS
        return msgspec.structs.replace(self, options=() if is_words else bare, outcome=None, rooms=(), more=0)

    @property
    def is_counted(self) -> bool:
        return all(option.votes is not None for option in self.options)


class Ballot(Entity, frozen=True, kw_only=True, tag="ballot"):
    """One person's answer under their name. `room` is where they gave it."""

    room: RoomId
    poll: PollId
    participant: ParticipantId
    choices: tuple[OptionId, ...] = ()
    scores: dict[OptionId, int] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    at: int

    TEXTS: ClassVar = ("words",)

    def writer(self) -> str | None:
        return self.participant

    def erased(self) -> Entity:
        return msgspec.structs.replace(self, words=())

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

    @property
    def answer(self) -> Answer:
        return Answer(choices=self.choices, scores=self.scores, words=self.words)


class Roll(Entity, frozen=True, kw_only=True, tag="roll"):
    """That a person has voted in a secret poll: known to them, and nothing of what they chose stands beside it."""

    room: RoomId
    poll: PollId
    participant: ParticipantId

    def under(self) -> str | None:
        return self.poll

    def whose(self) -> str | None:
        return self.participant


class SealedBallot(Aside, frozen=True, kw_only=True, tag="sealed_ballot"):
    """What somebody chose in a secret poll, kept apart from who, when and in which order."""

    poll: PollId
    answer: Answer


class Shuffle(Aside, frozen=True, kw_only=True, tag="shuffle"):
    """The poll's sealed ballots were read: they are laid back in another order."""

    poll: PollId


def poll_of(on: Deciding, activity: Activity, question: Question, about: str | None = None) -> Poll:
    """A prepared poll, seen by staff only until it opens."""
    question = question.tidied()
    options = tuple(Option(id=OptionId(str(i + 1)), text=text) for i, text in enumerate(question.options))
    has_all = question.kind in (QuestionKind.RANKING, QuestionKind.SCORE)
    return on.put(
        Poll(
            id=PollId(on.chance.id()),
            room=activity.room,
            activity=activity.id,
            question=question.text,
            options=options,
            most=len(options) if has_all else question.most,
            way=question.way,
            question_kind=question.kind,
            lowest=question.lowest,
            highest=question.highest,
            quorum=question.quorum,
            required=question.required,
            abstains=question.abstains,
            everywhere=question.everywhere,
            by_room=question.by_room,
            rule=RULES[question.kind],
            about=about,
        )
    )


def put_to_vote(
    on: Deciding,
    activity: Activity,
    about: str,
    text: str,
    options: tuple[str, str, str],
    way: Way,
    quorum: int = 0,
    required: int = 50,
) -> Poll:
    """Whether to adopt something, open at once: for, against or abstaining, in these words."""
    question = Question(text=text, options=options, way=way, quorum=quorum, required=required, abstains=True)
    poll = poll_of(on, activity, question, about)
    return on.change(poll, state=PollState.OPEN, opened_at=on.now)


def secret_vote_is_open(state: State) -> bool:
    return any(poll.state is PollState.OPEN and poll.way is Way.SECRET for poll in state.all(Poll))


# -- counting -----------------------------------------------------------------------------------------------------


def close(on: Deciding, poll: Poll) -> None:
    """Count the answers of an open poll; nothing changes them afterwards."""
    closed = msgspec.structs.replace(poll, state=PollState.CLOSED, closed_at=on.now, present=present(on, poll))
    on.put(settled(counted(on, closed)))
    if poll.way is Way.SECRET:
        on.aside(Shuffle(poll=poll.id))


def present(on: Deciding, poll: Poll) -> int:
    if poll.everywhere:
        return sum(room.people for room in on.rooms())
    return max(on.room(poll.room).people, poll.present or 0)


def before_leaving(on: Deciding) -> None:
    """All are led to other rooms: in what is open here they still count as present, so that a quorum holds."""
    for poll in [poll for poll in on.all(Poll) if poll.state is PollState.OPEN and not poll.everywhere]:
        on.change(poll, present=present(on, poll))


def counted(on: Deciding, poll: Poll) -> Poll:
    """With its numbers; those of a show of hands are typed in."""
    count = partial(count_answers, poll)
    match poll.way:
        case Way.HANDS:
            return poll
        case Way.SECRET:
            rolls = sum(1 for _ in on.under(poll.id, Roll))
            answers = [sealed.answer for sealed in on.sealed.get(poll.id, ())]
            # Better not closed than closed without the ballots: whoever decides must bring them.
            assert len(answers) == rolls, "not one ballot for each name on the roll"
            return with_options(poll, count(answers), turnout=rolls)
        case Way.NAMED:
            ballots = sorted(on.under(poll.id, Ballot), key=lambda ballot: ballot.id)
            given = [(ballot.room, ballot.answer) for ballot in ballots]
            rooms = tally.by_room(given, count) if poll.by_room else ()
            poll = msgspec.structs.replace(poll, rooms=rooms)
            return with_options(poll, count(answer for _, answer in given), turnout=len(given))


def count_answers(poll: Poll, answers: Iterable[Answer]) -> tuple[Option, ...]:
    return tally.counted(poll.question_kind, poll.options, answers, Scale(lowest=poll.lowest, highest=poll.highest))


def with_options(poll: Poll, options: tuple[Option, ...], turnout: int) -> Poll:
    shown = options[: tally.WORDS_SHOWN]
    return msgspec.structs.replace(poll, options=shown, more=len(options) - len(shown), turnout=turnout)


def settled(poll: Poll) -> Poll:
    """A closed poll with what its numbers come to, once they are there."""
    outcome = None
    if poll.is_counted and poll.present is not None:
        outcome = tally.outcome(poll.options, poll.abstains, poll.quorum, poll.required, poll.turnout, poll.present)
    return msgspec.structs.replace(poll, outcome=outcome)


def require_results(on: Deciding) -> None:
    """What was voted can still be told once the workshop is closed, by those who may organize it."""
    on.require(Permission.ORGANIZE if on.may(Permission.ORGANIZE) else Permission.STEER)


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
        if poll.about:
            withdrawn(on, poll.about, poll.id)


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


class WithdrawPoll(Command, frozen=True, tag="poll.withdraw"):
    """Opened by mistake: as if it had not been, while nobody has answered."""

    poll: PollId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        poll = on.find(Poll, self.poll)
        if poll.state is not PollState.OPEN:
            raise Refused("poll_not_open")
        if poll.about or poll.is_counted or any(True for _ in on.shelf("under", poll.id)):
            raise Refused("poll_answered")
        on.change(poll, state=PollState.CREATED, opened_at=None, closes_at=None)


class ClosePoll(Command, frozen=True, tag="poll.close"):
    """The clock closes a poll only at the time still agreed."""

    poll: PollId
    closes_at: int | None = None

    def unseals(self, state: State) -> Sequence[str]:
        return (self.poll,)

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
    """The hands a facilitator has counted, one number per option in the order shown; of one room, or of all at once."""

    poll: PollId
    votes: Annotated[tuple[Annotated[int, Meta(ge=0, le=100_000)], ...], Meta(max_length=OPTIONS_MAX)]
    room: RoomId | None = None

    def decide(self, on: Deciding) -> None:
        require_results(on)
        poll = on.find(Poll, self.poll)
        if poll.way is not Way.HANDS:
            raise Refused("not_by_hands")
        if poll.state is PollState.CREATED:
            raise Refused("poll_not_open")
        if poll.state is PollState.PUBLISHED:
            raise Refused("poll_closed")
        if len(self.votes) != len(poll.options):
            raise Refused("invalid", reason="one number per option")
        if (counted := settled(self._counted(on, poll))) != poll:
            on.put(counted)

    def _counted(self, on: Deciding, poll: Poll) -> Poll:
        if self.room is None:
            return with_options(poll, self._shown(poll), turnout=self._turnout(poll))
        if not poll.everywhere:
            raise Refused("invalid", reason="asked in one room only")
        here = RoomResult(room=on.room(self.room).id, turnout=self._turnout(poll), options=self._shown(poll))
        rooms = (*(result for result in poll.rooms if result.room != here.room), here)
        poll = msgspec.structs.replace(poll, rooms=tuple(sorted(rooms, key=lambda result: result.room)))
        return with_options(poll, tally.together(poll.options, rooms), turnout=sum(r.turnout for r in rooms))

    def _shown(self, poll: Poll) -> tuple[Option, ...]:
        counted = zip(poll.options, self.votes, strict=True)
        return tuple(msgspec.structs.replace(option, votes=votes) for option, votes in counted)

    def _turnout(self, poll: Poll) -> int:
        return max(self.votes) if poll.most > 1 else sum(self.votes)


class PublishPoll(Command, frozen=True, tag="poll.publish"):
    poll: PollId

    def decide(self, on: Deciding) -> None:
        require_results(on)
        poll = on.find(Poll, self.poll)
        if poll.state not in (PollState.CLOSED, PollState.PUBLISHED):
            raise Refused("poll_not_closed")
        if not poll.is_counted:
            raise Refused("not_counted")
        on.change(poll, state=PollState.PUBLISHED, published_at=poll.published_at or on.now)
        if poll.about:
            voted(on, poll.about, poll.id, poll.outcome)
