"""What happened in one room during one step, for each kind of activity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitation.minutes.document import Bullets, Chart, Paragraph, Part, Pile, Quote, Section, Table
from facilitation.minutes.matter import Matter
from rooms.activities.board import Board, Column, Note, Stack, Voting
from rooms.activities.comments import Comment
from rooms.activities.discussion import Discussion, Message, Reach
from rooms.activities.info import File, Info
from rooms.activities.poll import Ballot, Poll, PollState
from rooms.activities.question import Way
from rooms.activities.tally import Option
from rooms.activity import Activity, Plan
from rooms.ids import AuthorId


def told(matter: Matter, activity: Activity) -> Iterator[Part]:
    """Nothing that was hidden is shown: of notes never revealed and results never published, only that they exist."""
    plan = getattr(activity, "plan", None)
    if isinstance(plan, Plan) and plan.instructions:
        yield Paragraph(plan.instructions)
    match activity:
        case Info():
            yield from _information(matter, activity)
        case Discussion():
            yield from _discussion(matter, activity)
        case Board():
            yield from _board(matter, activity)
    yield from _polls(matter, activity)
    yield from _quoted(matter, activity)


def _information(matter: Matter, info: Info) -> Iterator[Part]:
    if info.plan.text:
        yield Paragraph(info.plan.text)
    if file := matter.state.maybe(File, info.plan.file):
        shown = info.plan.alt or matter.words("minutes-file-unsaid")
        yield Paragraph(matter.words("minutes-file", name=file.name, shown=shown), soft=True)


def _discussion(matter: Matter, discussion: Discussion) -> Iterator[Part]:
    """What people type among themselves is the room's: its number is told, and those words that were marked."""
    yield Paragraph(matter.words("minutes-messages", count=len(_messages(matter, discussion))), soft=True)


def _messages(matter: Matter, activity: Activity) -> list[Message]:
    found = (thing for thing in matter.state.in_room(activity.room) if isinstance(thing, Message))
    return in_time(message for message in found if message.reach is Reach.ROOM and message.step == activity.step)


def in_time(messages: Iterable[Message]) -> list[Message]:
    return sorted(messages, key=lambda message: (message.at, message.id))


def _quoted(matter: Matter, activity: Activity) -> Iterator[Part]:
    """What staff have marked while it was said, for all to see."""
    if marked := [message for message in _messages(matter, activity) if message.for_minutes]:
        yield Section(matter.words("minutes-marked"), tuple(said(matter, message) for message in marked))


def said(matter: Matter, message: Message) -> Quote:
    return Quote(message.text, by=matter.author(AuthorId(message.author)), details=(matter.time(message.at),))


# -- boards -------------------------------------------------------------------------------------------------------


def _board(matter: Matter, board: Board) -> Iterator[Part]:
    notes = sorted(matter.state.under(board.id, Note), key=lambda note: (note.order, note.id))
    if not notes:
        yield Paragraph(matter.words("minutes-no-note"), soft=True)
        return
    if not board.revealed:
        yield Paragraph(matter.words("minutes-not-revealed", count=len(notes)), soft=True)
        return
    yield Paragraph(" ".join(_about(matter, board, len(notes))), soft=True)
    for column in board.plan.columns:
        inside = [note for note in notes if note.column == column.id]
        yield Section(column.title, tuple(_column(matter, board, column, inside)))


def _about(matter: Matter, board: Board, count: int) -> Iterator[str]:
    yield matter.words("minutes-notes", count=count)
    if board.plan.anonymous:
        yield matter.words("minutes-anonymous")
    if board.voting is Voting.OPEN:
        yield matter.words("minutes-dots-open")
    if board.voting is Voting.CLOSED:
        yield matter.words("minutes-dots-closed", dots=board.plan.dots)


def _column(matter: Matter, board: Board, column: Column, notes: list[Note]) -> Iterator[Part]:
    """In the order of the board; a stack lies where its first note lies."""
    if not notes:
        yield Paragraph(matter.words("minutes-no-note"), soft=True)
    stacked: set[str] = set()
    for note in notes:
        if note.stack is None:
            yield _note(matter, board, note)
        elif note.stack not in stacked:
            stacked.add(note.stack)
            yield _pile(matter, board, note.stack, [other for other in notes if other.stack == note.stack])


def _pile(matter: Matter, board: Board, id: str, notes: list[Note]) -> Pile:
    stack = matter.state.maybe(Stack, id)
    title = stack.title if stack is not None and stack.title else matter.words("minutes-stack")
    return Pile(title, tuple(_note(matter, board, note) for note in notes))


def _note(matter: Matter, board: Board, note: Note) -> Quote:
    comments = sorted(matter.state.under(note.id, Comment), key=lambda comment: (comment.at, comment.id))
    has_dots = board.voting is Voting.CLOSED
    return Quote(
        note.text,
        by="" if board.plan.anonymous else matter.author(note.author),
        details=(matter.words("minutes-dots", count=note.dots or 0),) if has_dots else (),
        replies=tuple(_comment(matter, board, comment) for comment in comments),
        paper=note.paper,
        anchor=f"note-{note.id}",
    )


def _comment(matter: Matter, board: Board, comment: Comment) -> Quote:
    return Quote(comment.text, by="" if board.plan.anonymous else matter.author(comment.author))


# -- polls --------------------------------------------------------------------------------------------------------


def _polls(matter: Matter, activity: Activity) -> Iterator[Part]:
    polls = sorted(matter.state.under(activity.id, Poll), key=lambda poll: (poll.opened_at or 0, poll.id))
    put = [poll for poll in polls if poll.state is not PollState.CREATED]
    for poll in put:
        yield Section(poll.question, tuple(_poll(matter, poll)))
    if len(polls) > len(put):
        yield Paragraph(matter.words("minutes-polls-unput", count=len(polls) - len(put)), soft=True)


def _poll(matter: Matter, poll: Poll) -> Iterator[Part]:
    way = matter.words(f"minutes-way-{poll.way.value}")
    yield Paragraph(" ".join((way, matter.words("minutes-choices", most=poll.most))), soft=True)
    if poll.state is not PollState.PUBLISHED:
        yield Paragraph(matter.words("minutes-not-published"))
        yield Bullets(tuple(option.text for option in poll.options))
        return
    yield Paragraph(matter.words("minutes-turnout", turnout=poll.turnout, present=poll.present or 0))
    yield _result(matter, poll)


def _result(matter: Matter, poll: Poll) -> Chart:
    """Shares are of the people who answered, so those of a multiple choice may sum to more than one."""
    shows_who = matter.named and poll.way is Way.NAMED
    shares = tuple((option.votes or 0) / poll.turnout if poll.turnout else 0.0 for option in poll.options)
    percents = [matter.words("minutes-share", share=share) for share in shares]
    votes = [matter.words("minutes-number", count=option.votes or 0) for option in poll.options]
    head = [matter.words(f"minutes-column-{name}") for name in ("answer", "votes", "share")]
    rows = [list(row) for row in zip((o.text for o in poll.options), votes, percents, strict=True)]
    if shows_who:
        head.append(matter.words("minutes-column-who"))
        for row, option in zip(rows, poll.options, strict=True):
            row.append(", ".join(_voters(matter, poll, option)))
    values = (
        matter.words("minutes-bar", count=option.votes or 0, share=percent)
        for option, percent in zip(poll.options, percents, strict=True)
    )
    return Chart(Table(tuple(head), _frozen(rows), numbers=(1, 2)), shares, tuple(values))


def _voters(matter: Matter, poll: Poll, option: Option) -> list[str]:
    ballots = matter.state.under(poll.id, Ballot)
    return sorted(matter.author(AuthorId(ballot.participant)) for ballot in ballots if option.id in ballot.choices)


def _frozen(rows: Iterable[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in rows)
