"""What a workshop holds of one person, gathered for that person: what they wrote, how they voted, where it went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from msgspec import Struct

from facilitation.minutes.versions import Amendment, AmendmentState
from rooms.activities.adoption import Standing
from rooms.activities.board import Board, Note, Stack
from rooms.activities.comments import Comment
from rooms.activities.conclusion import Citation, Conclusion
from rooms.activities.discussion import Message, Reach
from rooms.activities.dots import Dot
from rooms.activities.gallery import Gallery
from rooms.activities.poll import Ballot, Poll, Roll
from rooms.activities.remark import Remark
from rooms.activity import Activity
from rooms.agenda import Room, Step, Workshop
from rooms.anonymity import Pseudonyms, authors
from rooms.documents.document import CITATION
from rooms.floor import FloorTurn, HandKind
from rooms.ids import ConclusionId, FieldId
from rooms.moderation import Display, Reason, Written
from rooms.paper import Paper
from rooms.people import Attendance, Participant
from rooms.permissions import Role
from rooms.registration import Preference, answers_of, preference_id, questions
from rooms.speech import Speech
from rooms.state import State


class Place(Struct, frozen=True, kw_only=True):
    """Where and when something was written, by titles; "" where there was none."""

    room: str = ""
    step: str = ""
    activity: str = ""


class Quoted(Struct, frozen=True, kw_only=True):
    """The conclusion that quotes a note, by its room and field: an id of the usual fields, or a title."""

    room: str
    field: str


class Held(Struct, frozen=True, kw_only=True):
    """Whether others read it, and where staff have hidden it, why."""

    moderation: Display = Display.SHOWN
    hidden_for: Reason | None = None
    hidden_words: str = ""


class MyNote(Held, frozen=True, kw_only=True):
    """`dots` is None while people vote."""

    id: str
    text: str
    paper: Paper
    place: Place
    column: str
    stack: str
    dots: int | None
    comments: int
    anonymous: bool
    at: int
    edited_at: int | None
    quoted: tuple[Quoted, ...]


class MyComment(Held, frozen=True, kw_only=True):
    id: str
    text: str
    on: str
    place: Place
    anonymous: bool
    at: int


class MyRemark(Held, frozen=True, kw_only=True):
    """Beside the conclusion or on the board of the room `to`."""

    id: str
    text: str
    to: str
    place: Place
    anonymous: bool
    at: int


class MyWords(Struct, frozen=True, kw_only=True):
    """What they typed into a field and stands there still, piece by piece; `field` as in `Quoted`."""

    id: str
    field: str
    passages: tuple[str, ...]
    place: Place
    standing: Standing
    reported: bool


class MyMessage(Held, frozen=True, kw_only=True):
    """`received`: staff wrote it to this person alone."""

    id: str
    text: str
    reach: Reach
    received: bool
    place: Place
    at: int


class MyAmendment(Struct, frozen=True, kw_only=True):
    """What they asked to have added to the minutes, and what became of it."""

    id: str
    text: str
    state: AmendmentState
    reason: str
    at: int


class MyVote(Struct, frozen=True, kw_only=True):
    """`choices` is None where the vote is secret: nobody can tell any more, the server included."""

    id: str
    question: str
    choices: tuple[str, ...] | None
    place: Place
    at: int | None


class MyDots(Struct, frozen=True, kw_only=True):
    id: str
    on: str
    count: int
    place: Place


class Stay(Struct, frozen=True, kw_only=True):
    id: str
    came_at: int
    left_at: int | None


class Spoken(Struct, frozen=True, kw_only=True):
    id: str
    room: str
    step: str
    ms: int


class MyTurn(Struct, frozen=True, kw_only=True):
    id: str
    room: str
    step: str
    hand_kind: HandKind
    writes: bool
    at: int
    ms: int


class Person(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    email: str
    role: Role
    group: str
    joined_at: int


class MyAnswer(Struct, frozen=True, kw_only=True):
    id: str
    question: str
    answer: str


class MyPreference(Struct, frozen=True, kw_only=True):
    """A group they would have liked; `rank` 1 is the dearest."""

    id: str
    rank: int
    group: str


class Mine(Struct, frozen=True, kw_only=True):
    """`lost`: written without names, under a key that is destroyed, so that nobody can tell who wrote what there."""

    workshop: str
    title: str
    closed_at: int | None
    person: Person
    answers: tuple[MyAnswer, ...]
    preferences: tuple[MyPreference, ...]
    notes: tuple[MyNote, ...]
    comments: tuple[MyComment, ...]
    remarks: tuple[MyRemark, ...]
    words: tuple[MyWords, ...]
    messages: tuple[MyMessage, ...]
    votes: tuple[MyVote, ...]
    dots: tuple[MyDots, ...]
    amendments: tuple[MyAmendment, ...]
    stays: tuple[Stay, ...]
    speech: tuple[Spoken, ...]
    turns: tuple[MyTurn, ...]
    lost: tuple[str, ...]

    @property
    def texts(self) -> list[str]:
        """What they have written alone and still says something."""
        written = [note.text for note in self.notes] + [comment.text for comment in self.comments]
        written += [remark.text for remark in self.remarks]
        written += [amendment.text for amendment in self.amendments]
        written += [message.text for message in self.messages if not message.received]
        return list(filter(None, written))


T = TypeVar("T", MyNote, MyComment, MyRemark, MyMessage, MyTurn)

Runs = Sequence[tuple[str, str | None]]
"""The words of a text in order, with whose they are."""
Authorship = Mapping[ConclusionId, Mapping[FieldId, Runs]]


def gathered(
    state: State, person: Participant, amendments: Iterable[Amendment] = (), authorship: Authorship | None = None
) -> Mine:
    """`amendments` are those of all to the workshop's minutes; `authorship` is of the conclusions they wrote in."""
    workshop = next(state.all(Workshop))
    names = set(authors(person.id, state))
    return Mine(
        workshop=workshop.id,
        title=workshop.title,
        closed_at=workshop.closed_at,
        person=_person(state, person),
        answers=tuple(_answers(state, person)),
        preferences=tuple(_preferences(state, person)),
        notes=_in_time(_note(state, note) for note in state.all(Note) if note.author in names),
        comments=_in_time(_comment(state, comment) for comment in state.all(Comment) if comment.author in names),
        remarks=_in_time(_remark(state, remark) for remark in state.all(Remark) if remark.author in names),
        words=tuple(_words(state, person, authorship or {})),
        messages=_in_time(_messages(state, person)),
        votes=tuple(_votes(state, person)),
        dots=tuple(_dots(state, dot) for dot in state.all(Dot) if dot.author in names),
        amendments=tuple(
            MyAmendment(id=asked.id, text=asked.text, state=asked.state, reason=asked.reason, at=asked.at)
            for asked in amendments
            if asked.author == person.id
        ),
        stays=tuple(
            Stay(id=stay.id, came_at=stay.came_at, left_at=stay.left_at)
            for stay in sorted(state.under(person.id, Attendance), key=lambda stay: stay.came_at)
        ),
        speech=tuple(_spoken(state, speech) for speech in state.all(Speech) if speech.participant == person.id),
        turns=_in_time(_turn(state, turn) for turn in state.all(FloorTurn) if turn.participant == person.id),
        lost=tuple(_lost(state)),
    )


def _person(state: State, person: Participant) -> Person:
    group = state.maybe(Room, person.group)
    return Person(
        id=person.id,
        name=person.name,
        email=person.email,
        role=person.role,
        group=group.name if group else "",
        joined_at=person.joined_at,
    )


def _answers(state: State, person: Participant) -> Iterator[MyAnswer]:
    given = answers_of(state, person.id)
    for question in questions(state):
        for option in question.options:
            if given.get(question.id) == option.id:
                yield MyAnswer(id=question.id, question=question.title, answer=option.text)


def _preferences(state: State, person: Participant) -> Iterator[MyPreference]:
    preference = state.maybe(Preference, preference_id(person.id))
    for rank, id in enumerate(preference.rooms if preference else (), 1):
        room = state.maybe(Room, id)
        yield MyPreference(id=id, rank=rank, group=room.name if room else "")


def _note(state: State, note: Note) -> MyNote:
    board = state.find(Board, note.activity)
    stack = state.maybe(Stack, note.stack)
    shown = note.mine(state)
    assert isinstance(shown, Note)
    return MyNote(
        id=note.id,
        **held(note),
        text=note.text,
        paper=note.paper,
        place=_place(state, board),
        column=next((column.title for column in board.plan.columns if column.id == note.column), ""),
        stack=stack.title if stack else "",
        dots=shown.dots if board.plan.dots else None,
        comments=sum(comment.is_shown for comment in state.under(note.id, Comment)),
        anonymous=board.plan.anonymous,
        at=note.at,
        edited_at=note.edited_at,
        quoted=tuple(_quoted(state, note)),
    )


def held(text: Written) -> dict[str, Any]:
    """For the fields of `Held`."""
    return {name: getattr(text, name) for name in Held.__struct_fields__}


def _quoted(state: State, note: Note) -> Iterator[Quoted]:
    for citation in state.owned_by(note.author or ""):
        if isinstance(citation, Citation) and citation.note == note.id:
            room, conclusion = state.maybe(Room, citation.room), state.find(Conclusion, citation.conclusion)
            yield Quoted(room=room.name if room else "", field=_titles(conclusion).get(citation.field, ""))


def _titles(conclusion: Conclusion) -> dict[FieldId, str]:
    return {field.id: field.title or field.id for field in conclusion.fields}


def _comment(state: State, comment: Comment) -> MyComment:
    board = state.find(Board, comment.activity)
    return MyComment(
        id=comment.id,
        **held(comment),
        text=comment.text,
        on=_text_of(state, comment.note),
        place=_place(state, board),
        anonymous=board.plan.anonymous,
        at=comment.at,
    )


def _remark(state: State, remark: Remark) -> MyRemark:
    to = state.maybe(Room, remark.room)
    return MyRemark(
        id=remark.id,
        **held(remark),
        text=remark.text,
        to=to.name if to else "",
        place=_place(state, state.find(Activity, remark.activity)),
        anonymous=remark.anonymous,
        at=remark.at,
    )


def _text_of(state: State, id: str) -> str:
    """Of a note somebody else may have written: as long as everybody there sees it."""
    note = state.find(Note, id)
    return note.text if note.is_shown and state.find(Board, note.activity).revealed else ""


def _words(state: State, person: Participant, authorship: Authorship) -> Iterator[MyWords]:
    for id, fields in authorship.items():
        conclusion = state.maybe(Conclusion, id)
        if conclusion is None:
            continue
        place = _place(state, state.find(Activity, conclusion.activity))
        for field, title in _titles(conclusion).items():
            if own := passages(fields.get(field, ()), person.id):
                yield MyWords(
                    id=f"{conclusion.id}-{field}",
                    field=title,
                    passages=own,
                    place=place,
                    standing=conclusion.state,
                    reported=conclusion.reported_at is not None,
                )


def passages(runs: Runs, who: str) -> tuple[str, ...]:
    """What somebody typed; the words of others, and what is quoted, only part it."""
    parted = "".join(words if author == who or not words.strip() else CITATION for words, author in runs)
    return tuple(own for passage in parted.split(CITATION) if (own := passage.strip()))


def _messages(state: State, person: Participant) -> Iterator[MyMessage]:
    for message in state.all(Message):
        is_received = message.reach is Reach.PERSON and message.to == person.id
        if message.author == person.id or is_received:
            room, step = state.maybe(Room, message.room or message.asked_in), state.maybe(Step, message.step)
            yield MyMessage(
                id=message.id,
                **held(message),
                text=message.text,
                reach=message.reach,
                received=is_received,
                place=Place(room=room.name if room else "", step=step.title if step else ""),
                at=message.at,
            )


def _votes(state: State, person: Participant) -> Iterator[MyVote]:
    for given in state.owned_by(person.id):
        if isinstance(given, Ballot | Roll):
            poll = state.find(Poll, given.poll)
            yield MyVote(
                id=given.id,
                question=poll.question,
                choices=tuple(_chosen(poll, given)) if isinstance(given, Ballot) else None,
                place=_place(state, state.find(Activity, poll.activity)),
                at=given.at if isinstance(given, Ballot) else None,
            )


def _chosen(poll: Poll, ballot: Ballot) -> Iterator[str]:
    """In the order given: of a ranking it is the answer."""
    texts = {option.id: option.text for option in poll.options}
    for choice in ballot.choices:
        yield texts.get(choice, "")
    for option, score in ballot.scores.items():
        yield f"{texts.get(option, '')} {score}"
    yield from ballot.words


def _dots(state: State, dot: Dot) -> MyDots:
    place = _place(state, state.find(Board, dot.activity))
    return MyDots(id=dot.id, on=_text_of(state, dot.note), count=dot.count, place=place)


def _spoken(state: State, speech: Speech) -> Spoken:
    room, step = state.maybe(Room, speech.room), state.maybe(Step, speech.step)
    return Spoken(id=speech.id, room=room.name if room else "", step=step.title if step else "", ms=speech.ms)


def _turn(state: State, turn: FloorTurn) -> MyTurn:
    room, step = state.maybe(Room, turn.room), state.maybe(Step, turn.step)
    return MyTurn(
        id=turn.id,
        room=room.name if room else "",
        step=step.title if step else "",
        hand_kind=turn.hand_kind,
        writes=turn.writes,
        at=turn.began_at,
        ms=turn.ms,
    )


def _lost(state: State) -> Iterator[str]:
    for keys in state.all(Pseudonyms):
        activity = state.maybe(Activity, keys.activity)
        if isinstance(activity, Board | Gallery) and not keys.key:
            yield activity.plan.title


def _place(state: State, activity: Activity) -> Place:
    room, step = state.maybe(Room, activity.room), state.maybe(Step, activity.step)
    return Place(
        room=room.name if room else "",
        step=step.title if step else "",
        activity=getattr(getattr(activity, "plan", None), "title", ""),
    )


def _in_time(things: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(things, key=lambda thing: (thing.at, thing.id)))
