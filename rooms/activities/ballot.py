"""Answering a poll, once: under one's name for as long as it is open, or in secret and for good."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, field

from rooms.activities import tally
from rooms.activities.poll import Ballot, Poll, PollState, Roll, SealedBallot
from rooms.activities.question import OPTIONS_MAX, WORDS_MAX, QuestionKind, Score, Way
from rooms.activities.tally import Answer
from rooms.command import Command, SystemCommand
from rooms.entity import Due
from rooms.ids import OptionId, PollId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.text import Name, one_line

if TYPE_CHECKING:
    from rooms.deciding import Deciding

TURNOUT_MS = 5_000
"""How rarely the turnout of a secret poll is told: else it would say when each person voted."""


class CastBallot(Command, frozen=True, tag="ballot.cast"):
    """One's whole answer: `choices` (in a ranking the preferred first), `scores` by option, or `words`.

    Under one's name a later one replaces it while the poll is open, and an empty one takes it back; a secret one stays.
    """

    poll: PollId
    choices: Annotated[tuple[OptionId, ...], Meta(max_length=OPTIONS_MAX)] = ()
    scores: Annotated[dict[OptionId, Score], Meta(max_length=OPTIONS_MAX)] = field(default_factory=dict)
    words: Annotated[tuple[Name, ...], Meta(max_length=WORDS_MAX)] = ()

    def decide(self, on: Deciding) -> None:
        on.require(Permission.VOTE)
        poll = on.find(Poll, self.poll)
        if not poll.everywhere:
            on.require_presence(poll)
        self._check(on, poll)
        answer = Answer(choices=self.choices, scores=self.scores, words=tidied(self.words))
        check(poll, answer)
        if poll.way is Way.SECRET:
            seal(on, poll, answer)
        else:
            sign(on, poll, answer)

    def _check(self, on: Deciding, poll: Poll) -> None:
        if poll.way is Way.HANDS:
            raise Refused("by_hands")
        if poll.state is not PollState.OPEN or (poll.closes_at is not None and on.now > poll.closes_at):
            raise Refused("poll_closed" if poll.state is not PollState.CREATED else "unknown", kind="poll")


def tidied(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, as first written."""
    found: dict[str, str] = {}
    for word in map(one_line, words):
        found.setdefault(tally.folded(word), word)
    return tuple(found.values())


def check(poll: Poll, answer: Answer) -> None:
    """Raises Refused: "invalid" for an answer of another kind, "unknown", "too_many_choices"."""
    kind = poll.question_kind
    if (
        (answer.words and kind is not QuestionKind.WORDS)
        or (answer.scores and kind is not QuestionKind.SCORE)
        or (answer.choices and kind not in (QuestionKind.CHOICE, QuestionKind.RANKING))
        or not all(poll.lowest <= score <= poll.highest for score in answer.scores.values())
    ):
        raise Refused("invalid", reason="another kind of answer")
    chosen = {*answer.choices, *answer.scores}
    if not chosen <= {option.id for option in poll.options} or len(set(answer.choices)) != len(answer.choices):
        raise Refused("unknown", kind="option")
    if max(len(answer.choices), len(answer.words)) > poll.most:
        raise Refused("too_many_choices", most=poll.most)


def sign(on: Deciding, poll: Poll, answer: Answer) -> None:
    """Keep an answer under its person's name."""
    id = f"ballot-{poll.id}-{on.person.id}"
    before = on.maybe(Ballot, id)
    if answer:
        place = on.person.room if poll.everywhere else poll.room
        ballot = before or Ballot(id=id, room=place, poll=poll.id, participant=on.person.id, at=on.now)
        on.change(ballot, room=place, choices=answer.choices, scores=answer.scores, words=answer.words, at=on.now)
    elif before:
        on.drop(before.id)
    on.change(poll, turnout=poll.turnout + bool(answer) - bool(before))


def seal(on: Deciding, poll: Poll, answer: Answer) -> None:
    """Keep that the person has voted, and what they chose apart from it."""
    if not answer:
        raise Refused("empty_ballot")
    id = f"roll-{poll.id}-{on.person.id}"
    if on.maybe(Roll, id):
        raise Refused("already_voted")
    on.put(Roll(id=id, room=poll.room, poll=poll.id, participant=on.person.id))
    on.aside(SealedBallot(poll=poll.id, answer=answer))
    told_at = on.now - on.now % TURNOUT_MS + TURNOUT_MS
    on.aside(Due(id=f"turnout-{poll.id}", at=told_at, command={"type": "poll.turnout", "poll": poll.id}))


class TellTurnout(SystemCommand, frozen=True, tag="poll.turnout"):
    """How many have voted in a secret poll by now."""

    poll: PollId

    def decide(self, on: Deciding) -> None:
        poll = on.find(Poll, self.poll)
        if poll.state is PollState.OPEN:
            on.change(poll, turnout=sum(1 for _ in on.under(poll.id, Roll)))
