"""What happened in one room during one step, for each kind of activity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitation.minutes.conclusions import conclusions
from facilitation.minutes.document import Paragraph, Part, Pile, Quote, Section
from facilitation.minutes.gallery import remarks, walk
from facilitation.minutes.matter import Matter
from facilitation.minutes.polls import polls
from facilitation.minutes.reporting import report_out, texts
from rooms.activities.adoption import Adoptable
from rooms.activities.board import Board, Column, Note, Stack, Voting
from rooms.activities.comments import Comment
from rooms.activities.conclusion import Conclusion, Writing
from rooms.activities.discussion import Discussion, Message, Reach
from rooms.activities.gallery import Gallery
from rooms.activities.info import File, Info
from rooms.activities.report_out import ReportOut
from rooms.activity import Activity, Plan
from rooms.agenda import Step
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
            yield from remarks(matter, activity.id)
        case Writing():
            yield from conclusions(matter, activity)
            yield from _gone_on(matter, activity)
            for conclusion in matter.state.under(activity.id, Conclusion):
                yield from remarks(matter, conclusion.id)
        case Gallery():
            yield from walk(matter, activity)
        case ReportOut():
            yield from report_out(matter, activity)
    yield from polls(matter, activity, _texts(matter, activity))
    yield from _quoted(matter, activity)


def _texts(matter: Matter, activity: Activity) -> Iterator[Adoptable]:
    """What people wrote together and voted on in it."""
    match activity:
        case Writing():
            yield from matter.state.under(activity.id, Conclusion)
        case ReportOut():
            yield from texts(matter, activity)


def _gone_on(matter: Matter, writing: Writing) -> Iterator[Part]:
    """The conclusion that was taken up again is told where it came to stand."""
    if any(True for _ in matter.state.under(writing.id, Conclusion)):
        return
    for later in matter.state.all(Writing):
        step = matter.state.maybe(Step, later.step)
        if later.plan.goes_on == writing.step and later.room == writing.room and step is not None:
            yield Paragraph(matter.words("minutes-gone-on", step=step.title), soft=True)


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
    here = (message for message in found if message.reach is Reach.ROOM and message.step == activity.step)
    return in_time(message for message in here if message.is_shown)


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
    """What was hidden, or approved by nobody, is no part of the board; the section on moderation counts it."""
    shown = (note for note in matter.state.under(board.id, Note) if note.is_shown)
    notes = sorted(shown, key=lambda note: (note.order, note.id))
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
    shown = (comment for comment in matter.state.under(note.id, Comment) if comment.is_shown)
    comments = sorted(shown, key=lambda comment: (comment.at, comment.id))
    return Quote(
        note.text,
        by="" if _is_unsigned(board, note) else matter.author(note.author),
        details=tuple(_known(matter, board, note)),
        replies=tuple(_comment(matter, board, comment) for comment in comments),
        paper=note.paper,
        anchor=f"note-{note.id}",
    )


def _is_unsigned(board: Board, note: Note) -> bool:
    return board.plan.anonymous or (note.carried is not None and note.carried.anonymous)


def _known(matter: Matter, board: Board, note: Note) -> Iterator[str]:
    """Where it was brought from, and its dots once they are counted."""
    if note.carried is not None and (step := matter.state.maybe(Step, note.carried.step)) is not None:
        yield matter.words("minutes-carried", step=step.title)
    if note.origin is not None:
        phase, label = note.origin.phase, note.origin.label
        yield (
            matter.words("minutes-origin", phase=phase, label=label)
            if label
            else matter.words("minutes-brought", phase=phase)
        )
    if board.voting is Voting.CLOSED:
        yield matter.words("minutes-dots", count=note.dots or 0)


def _comment(matter: Matter, board: Board, comment: Comment) -> Quote:
    return Quote(comment.text, by="" if board.plan.anonymous else matter.author(comment.author))
