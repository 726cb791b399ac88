"""What a scripted facilitator does next to play an agenda from its first step to its end: for rehearsals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from facilitation.agenda import StartStep
from facilitation.drawing import group_rooms
from facilitation.founding import CloseWorkshop
from facilitation.groups import CloseGroups, MovePerson
from facilitation.robots import Sight
from facilitation.ushering import Act, into_groups, let_go, round_gallery, to_other_tables, to_the_floor
from rooms.activities.adoption import Standing
from rooms.activities.board import Board, RevealBoard, Voting
from rooms.activities.conclusion import Conclusion, FieldKind, FreezeConclusion
from rooms.activities.dots import SetVoting
from rooms.activities.poll import ClosePoll, CountHands, OpenPoll, Poll, PollState, PublishPoll
from rooms.activities.question import Way
from rooms.activities.report_out import PresentRoom, ReportOut, TurnState
from rooms.activities.statement import AddStatement, Statement, Taken
from rooms.activities.verdict import PutStatementToVote
from rooms.activity import Activity
from rooms.agenda import Groups, Room, RoomKind, Step, Workshop
from rooms.command import Command
from rooms.state import State

REVEALED, VOTED, COUNTED = 0.45, 0.65, 0.92
"""Parts of a step's time: when notes are shown, when dots are given, when votes are counted and texts frozen."""
PRESENTED, STATED = 0.45, 0.6
"""Of a report out: when all rooms have presented, and when the common text is put to the vote."""
QUORUM = 20


@dataclass(frozen=True, slots=True)
class Words:
    """What it asks about a text that is to be adopted."""

    question: str
    options: tuple[str, str, str]


WORDS = {
    "fr": Words("Adoptons-nous cette proposition ?", ("Pour", "Contre", "Abstention")),
    "en": Words("Do we adopt this proposal?", ("For", "Against", "Abstain")),
    "ar": Words("هل نعتمد هذا المقترح؟", ("مع", "ضد", "امتناع")),
}


def direct(
    sight: Sight, part: float, now: int, refused: Collection[Act] = (), done: Collection[Act] = ()
) -> Act | None:
    """What is next, or None while there is nothing to do. `part` of the running step's time has passed. Pure.

    What was `refused` in this step is not asked for again: the story goes on without it. What was `done` in it need not
    be seen any more.
    """
    workshop = sight.workshop
    if workshop is None or workshop.closed_at is not None:
        return None
    plenary = next((room.id for room in sight.state.all(Room) if room.room_kind is RoomKind.PLENARY), sight.room)
    if sight.room != plenary:
        # Staff come in backstage, from where nobody sees what is asked in plenary.
        return MovePerson(person=sight.me, room=plenary)
    steps = sorted(sight.state.all(Step), key=lambda step: (step.order, step.id))
    running = next((step for step in steps if step.id == workshop.step), None)
    if running is None:
        return StartStep(step=steps[0].id, seen=None) if steps else CloseWorkshop()
    following = next((step for step in steps[steps.index(running) + 1 :] if not step.skipped), None)
    acts = chain(
        during(sight, workshop, running, following, part),
        onwards(sight.state, workshop, running, following, now, done) if part >= 1 else (),
    )
    # What was counted is not shown before the poll is closed.
    counted = [act for act in done if isinstance(act, CountHands)]
    return next((act for act in acts if act not in refused and act not in counted), None)


def during(sight: Sight, workshop: Workshop, running: Step, following: Step | None, part: float) -> Iterator[Act]:
    state = sight.state
    if running.groups is not None and group_rooms(state):
        if workshop.groups is Groups.CLOSED and part < 1:
            yield from into_groups(state)
        yield from let_go(state, workshop, following, part)
    yield from within(sight, running, part)
    yield from round_gallery(state, running, part)
    yield from to_the_floor(state, sight.room)


def onwards(
    state: State, workshop: Workshop, running: Step, following: Step | None, now: int, done: Collection[Act]
) -> Iterator[Act]:
    """The step is over: people change tables where the next one asks for it, or come back where it is for plenary
    alone."""
    if following is not None and following.groups is not None:
        yield from to_other_tables(state, following, done)
    elif workshop.groups is not Groups.CLOSED:
        yield CloseGroups(at=now)
    yield StartStep(step=following.id, seen=running.id) if following else CloseWorkshop()


def within(sight: Sight, step: Step, part: float) -> Iterator[Act]:
    """What there is to do in the activities of a step."""
    for activity in sight.state.under(step.id, Activity):
        match activity:
            case Board():
                yield from at_board(activity, part)
            case ReportOut():
                yield from in_report_out(sight.state, activity, part)
        for conclusion in sight.state.under(activity.id, Conclusion):
            if conclusion.is_draft and part >= COUNTED:
                yield FreezeConclusion(conclusion=conclusion.id)
        yield from with_polls(sight, activity, part)


def at_board(board: Board, part: float) -> Iterator[Command]:
    if not board.revealed and part >= REVEALED:
        yield RevealBoard(activity=board.id)
    elif board.voting is Voting.NONE and board.revealed and board.plan.dots and VOTED <= part < COUNTED:
        yield SetVoting(activity=board.id, voting=Voting.OPEN)
    elif board.voting is Voting.OPEN and part >= COUNTED:
        yield SetVoting(activity=board.id, voting=Voting.CLOSED)


def with_polls(sight: Sight, activity: Activity, part: float) -> Iterator[Command]:
    """One after the other, each until all have answered or the time is nearly up."""
    polls = sorted(sight.state.under(activity.id, Poll), key=lambda poll: poll.id)
    for poll in polls:
        match poll.state:
            case PollState.CREATED if part < COUNTED:
                yield OpenPoll(poll=poll.id)
            case PollState.OPEN:
                yield from while_open(sight, poll, part)
            case PollState.CLOSED:
                yield PublishPoll(poll=poll.id)
        if poll.state is PollState.OPEN and poll.about is None:
            return


def while_open(sight: Sight, poll: Poll, part: float) -> Iterator[Command]:
    room = sight.state.maybe(Room, poll.room)
    people = room.people if room else 0
    if poll.way is Way.HANDS and not poll.is_counted:
        yield CountHands(poll=poll.id, votes=(people, *(0 for _ in poll.options[1:])))
    if part >= COUNTED or (0 < people <= poll.turnout):
        yield ClosePoll(poll=poll.id)


# -- report out -----------------------------------------------------------------------------------------------------


def in_report_out(state: State, activity: ReportOut, part: float) -> Iterator[Command]:
    """Each room presents; what they have written becomes a common text, which people vote on."""
    share = part / PRESENTED
    turn = activity.turns[int(share * len(activity.turns))] if share < 1 and activity.turns else None
    if turn is None and activity.presenting is not None:
        yield PresentRoom(activity=activity.id, room=None, seen=activity.presenting)
    elif turn is not None and turn.state is TurnState.WAITING:
        yield PresentRoom(activity=activity.id, room=turn.room, seen=activity.presenting)
    if share < 1:
        return
    statements = list(state.under(activity.id, Statement))
    taken = {source.conclusion for statement in statements for source in statement.sources}
    for turn in activity.turns:
        conclusion = state.maybe(Conclusion, turn.conclusion)
        if conclusion is not None and conclusion.reported_at is not None and conclusion.id not in taken:
            yield from stated(activity, conclusion)
    if STATED <= part < COUNTED:
        language = next((workshop.language for workshop in state.all(Workshop)), "en")
        yield from put_to_vote(statements, WORDS.get(language[:2], WORDS["en"]))


def stated(activity: ReportOut, conclusion: Conclusion) -> Iterator[Command]:
    """The first thing a room agreed on, beside what a minority there thinks."""
    minorities = [field.id for field in conclusion.fields if field.kind is FieldKind.MINORITY]
    views = [plain(conclusion.texts[id]) for id in minorities if conclusion.texts.get(id)]
    for field in conclusion.fields:
        words = first_line(conclusion.texts.get(field.id, "")) if field.id not in minorities else ""
        if words:
            source = Taken(conclusion=conclusion.id, field=field.id, words=words)
            yield AddStatement(activity=activity.id, text=plain(words), minority="\n\n".join(views), sources=(source,))
            return


def put_to_vote(statements: list[Statement], words: Words) -> Iterator[Command]:
    for statement in sorted(statements, key=lambda each: each.order):
        if statement.poll is None and statement.state in (Standing.DRAFTING, Standing.FROZEN):
            yield PutStatementToVote(
                statement=statement.id, text=words.question, options=words.options, way=Way.SECRET, quorum=QUORUM
            )


def first_line(markdown: str) -> str:
    return next((line for line in markdown.splitlines() if plain(line)), "")


def plain(markdown: str) -> str:
    """A robot's Markdown without its marks: list items, emphasis, escapes and citations."""
    bare = re.sub(r"\[@[^\]]*\]|^\s*(?:[-*]|\d+\.)\s+|\*+", "", markdown, flags=re.MULTILINE)
    return re.sub(r"\\(.)", r"\1", bare).strip()
