"""The minutes of a workshop, from its state and its journal: pure, the same for everybody who asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from facilitation.minutes.activities import in_time, said, told
from facilitation.minutes.conclusions import open_questions
from facilitation.minutes.document import (
    Bullets,
    Document,
    Figures,
    Paragraph,
    Part,
    Quote,
    Section,
    Table,
)
from facilitation.minutes.draws import draws
from facilitation.minutes.history import Change, Run, tell
from facilitation.minutes.matter import Matter, Words
from facilitation.minutes.order import order
from facilitation.minutes.reporting import decision
from facilitation.minutes.speech import shares
from facilitation.minutes.turns import turns
from rooms.activities.adoption import Adoptable
from rooms.activities.board import Board, Note
from rooms.activities.discussion import Message, Reach
from rooms.activities.poll import Poll, PollState
from rooms.activities.question import Way
from rooms.activity import Activity
from rooms.agenda import Media, Room, RoomKind, Step, Workshop
from rooms.identity import Identity
from rooms.ids import AuthorId, ParticipantId
from rooms.people import Participant
from rooms.permissions import Role
from rooms.retention import Data, Purge
from rooms.state import State


def build(state: State, changes: Iterable[Change], words: Words, language: str, named: bool = True) -> Document:
    """`named` prints people's names; without it the minutes hold none but what people wrote themselves."""
    workshop = next(state.all(Workshop))
    history = tell(changes)
    matter = Matter(state, history, words, ZoneInfo(workshop.time_zone), named)
    return Document(
        title=workshop.title,
        language=language,
        date=_date(matter, workshop),
        lead=words("minutes-lead", people=len(history.citizens(history.came)), groups=len(_groups(state))),
        parts=tuple(_parts(matter)),
        made=words("minutes-made"),
    )


def _parts(matter: Matter) -> Iterator[Part]:
    yield _figures(matter)
    words = matter.words
    yield Section(words("minutes-agenda"), tuple(_agenda(matter)), key="agenda")
    yield Section(words("minutes-attendance"), tuple(_attendance(matter)), key="attendance")
    if _groups(matter.state):
        yield Section(words("minutes-groups"), (*_composition(matter), *draws(matter)), key="groups")
    rooms = _rooms(matter.state)
    if spoken := (*shares(matter, rooms), *turns(matter, rooms)):
        yield Section(words("minutes-speech"), spoken, key="speech")
    for step in _steps(matter.state):
        if runs := matter.history.of(step.id):
            yield Section(step.title, tuple(_step(matter, step, runs)), key=f"step-{step.id}")
    if decided := tuple(_decisions(matter)):
        yield Section(words("minutes-decisions"), decided, key="decisions")
    if questions := tuple(open_questions(matter)):
        yield Section(words("minutes-questions"), questions, key="questions")
    if marked := tuple(_marked_elsewhere(matter)):
        yield Section(words("minutes-marked"), marked, key="marked")
    if kept := tuple(order(matter)):
        yield Section(words("minutes-order"), kept, key="order")
    yield Section(words("minutes-announcements"), tuple(_announcements(matter)), key="announcements")
    yield Section(words("minutes-retention"), tuple(_kept(matter)), key="retention")


def _date(matter: Matter, workshop: Workshop) -> str:
    runs = matter.history.runs
    if not runs:
        return matter.words("minutes-not-held")
    zone = workshop.time_zone
    began = matter.moment(runs[0].began_at)
    if (ended_at := runs[-1].ended_at) is None:
        return matter.words("minutes-date-running", began=began, zone=zone)
    ended = matter.moment(ended_at)
    same_day = began.date() == ended.date()
    return matter.words("minutes-date" if same_day else "minutes-dates", began=began, ended=ended, zone=zone)


def _figures(matter: Matter) -> Figures:
    """A number betrays no hidden note; of results only those published count."""
    state, words = matter.state, matter.words
    counts = {
        "participants": len(matter.history.citizens(matter.history.came)),
        "groups": len(_groups(state)),
        "notes": sum(note.is_shown for note in state.all(Note)),
        "results": sum(1 for poll in state.all(Poll) if poll.state is PollState.PUBLISHED),
    }
    return Figures(
        tuple(
            (words("minutes-number", count=n), words(f"minutes-figure-{what}", count=n)) for what, n in counts.items()
        )
    )


# -- what was planned, what was done ------------------------------------------------------------------------------


def _agenda(matter: Matter) -> Iterator[Part]:
    words = matter.words
    head = tuple(words(f"minutes-column-{name}") for name in ("step", "where", "planned", "began", "lasted", "drift"))
    rows = tuple(_drifting(matter))
    if rows:
        yield Table(head, rows, numbers=(2, 3, 4, 5))
    else:
        yield Paragraph(words("minutes-no-step"), soft=True)


def _drifting(matter: Matter) -> Iterator[tuple[str, ...]]:
    """A row for each time a step ran, with how much longer it took than planned, and all of them so far."""
    total = 0
    for step in _steps(matter.state):
        for run, *row in _rows(matter, step):
            if run is None or run.ended_at is None or run.room is not None:
                yield (*row, "")
                continue
            is_first = run is next(each for each in matter.history.of(step.id) if each.room is None)
            drift = _lasted(matter, run) - (_planned(step) if is_first else 0)
            total += drift
            yield (*row, matter.words("minutes-drift", minutes=f"{drift:+d}", total=f"{total:+d}"))


def _planned(step: Step) -> int:
    """In minutes, before any were changed under way."""
    return step.planned or step.minutes


def _lasted(matter: Matter, run: Run) -> int:
    """In minutes, of those in which it was planned."""
    ms = (run.ended_at or run.began_at) - run.began_at
    return round(ms * next(matter.state.all(Workshop)).pace / 60_000)


def _rows(matter: Matter, step: Step) -> Iterator[tuple[Any, ...]]:
    """One for each time the step ran; one that says so when it never did. First the run."""
    words = matter.words
    planned, where = words("minutes-duration", minutes=_planned(step)), _where(matter, step)
    runs = matter.history.of(step.id)
    if not runs:
        yield (None, step.title, where, planned, words("minutes-not-run"), "")
    for run in runs:
        lasted = words("minutes-running")
        if run.ended_at is not None:
            lasted = words("minutes-duration", minutes=_lasted(matter, run))
        room = matter.state.maybe(Room, run.room)
        began = matter.time(run.began_at)
        yield (run, step.title, room.name if room else where, planned if run is runs[0] else "", began, lasted)


def _where(matter: Matter, step: Step) -> str:
    rooms = [room for activity in matter.state.under(step.id, Activity) if (room := _room(matter, activity))]
    names = [room.name for room in rooms if room.room_kind is not RoomKind.GROUP]
    groups = sum(1 for room in rooms if room.room_kind is RoomKind.GROUP)
    if groups:
        names.append(matter.words("minutes-in-groups", count=groups))
    return ", ".join(names)


# -- who was there ------------------------------------------------------------------------------------------------


def _attendance(matter: Matter) -> Iterator[Part]:
    history, words = matter.history, matter.words
    by_role = {role: [person for person, held in history.roles.items() if held is role] for role in Role}
    staff = [person for person in by_role[Role.FACILITATOR] + by_role[Role.ORGANIZER] if person in history.came]
    yield Paragraph(
        words(
            "minutes-people",
            registered=len(by_role[Role.PARTICIPANT]),
            came=len(history.citizens(history.came)),
            staff=len(staff),
            viewers=sum(1 for person in by_role[Role.VIEWER] if person in history.came),
        )
    )
    known = [person for person in matter.state.all(Participant) if person.known_by is not Identity.NONE]
    if came := sum(1 for person in known if person.id in history.came):
        yield Paragraph(words("minutes-known", count=came))
    if rows := tuple(row for run in (*history.runs, *history.apart) for row in _presence(matter, run)):
        yield Table(tuple(words(f"minutes-column-{name}") for name in ("step", "room", "present")), rows, numbers=(2,))
    if matter.named:
        yield from _named(matter, "minutes-staff", staff)
        yield from _named(matter, "minutes-participants", history.citizens(history.came))


def _presence(matter: Matter, run: Run) -> Iterator[tuple[str, ...]]:
    """Every room that had something to do then, also when nobody was there."""
    step = matter.state.maybe(Step, run.step)
    title = step.title if step else ""
    used = {activity.room for activity in matter.state.under(run.step, Activity)}
    for room in [room for room in _rooms(matter.state) if run.room in (None, room.id)]:
        present = matter.history.citizens(run.present.get(room.id, ()))
        if room.room_kind is not RoomKind.BACKSTAGE and (room.id in used or present):
            yield (title, room.name, matter.words("minutes-number", count=len(present)))


def _named(matter: Matter, title: str, people: Iterable[ParticipantId]) -> Iterator[Part]:
    if names := _names(matter, people):
        yield Section(matter.words(title), (Bullets(names),))


def _names(matter: Matter, people: Iterable[ParticipantId]) -> tuple[str, ...]:
    return tuple(sorted(matter.author(AuthorId(person)) for person in people))


def _composition(matter: Matter) -> Iterator[Part]:
    """Who had a seat in each group at any time; people who changed groups count in each."""
    for room in _groups(matter.state):
        people = matter.history.seated.get(room.id, set())
        parts: list[Part] = [Paragraph(matter.words("minutes-group-people", count=len(people)))]
        if room.theme:
            parts.insert(0, Paragraph(room.theme))
        if matter.named and people:
            parts.append(Bullets(_names(matter, people)))
        yield Section(room.name, tuple(parts), paper=room.paper)


# -- what was done in each step -----------------------------------------------------------------------------------


def _step(matter: Matter, step: Step, runs: list[Run]) -> Iterator[Part]:
    activities = {activity.room: activity for activity in matter.state.under(step.id, Activity)}
    if not activities:
        yield Paragraph(matter.words("minutes-no-activity"), soft=True)
    for room in _rooms(matter.state):
        if activity := activities.get(room.id):
            yield _cell(matter, room, activity, runs)


def _cell(matter: Matter, room: Room, activity: Activity, runs: list[Run]) -> Section:
    people = {person for run in runs for person in run.present.get(room.id, ())}
    count = len(matter.history.citizens(people))
    parts: list[Part] = [Paragraph(matter.words("minutes-present", count=count), soft=True)]
    if question := getattr(getattr(activity, "plan", None), "title", ""):
        parts.append(Section(question, tuple(told(matter, activity))))
    else:
        parts.extend(told(matter, activity))
    paper = room.paper if room.room_kind is RoomKind.GROUP else None
    return Section(room.name, tuple(parts), paper, key=f"activity-{activity.id}")


def _announcements(matter: Matter) -> Iterator[Part]:
    """What was said to all. Messages in a room and between two people are theirs."""
    messages = [message for message in matter.state.all(Message) if message.reach is Reach.ALL and message.is_shown]
    if not messages:
        yield Paragraph(matter.words("minutes-no-announcement"), soft=True)
    for message in in_time(messages):
        yield said(matter, message)


def _marked_elsewhere(matter: Matter) -> Iterator[Part]:
    """What was marked where no activity was planned, or before the first step."""
    held = [step.id for step in _steps(matter.state) if matter.history.of(step.id)]
    cells = {(activity.room, activity.step) for step in held for activity in matter.state.under(step, Activity)}
    for message in in_time(matter.state.all(Message)):
        if message.for_minutes and message.reach is Reach.ROOM and (message.room, message.step) not in cells:
            yield said(matter, message)


def _decisions(matter: Matter) -> Iterator[Part]:
    """Every published vote that required something of its result."""
    decided = [poll for poll in matter.state.all(Poll) if poll.state is PollState.PUBLISHED and poll.outcome]
    for poll in sorted(decided, key=lambda poll: (poll.closed_at or 0, poll.id)):
        outcome = matter.words(f"minutes-outcome-{poll.outcome.value}") if poll.outcome else ""
        text = matter.state.maybe(Adoptable, poll.about)
        yield Quote(poll.question, details=(outcome,)) if text is None else decision(matter, poll, text, outcome)


def _kept(matter: Matter) -> Iterator[Part]:
    """To what people consented, how long each kind of data is kept after the workshop, and what was deleted since."""
    words, retention = matter.words, next(matter.state.all(Workshop)).retention
    yield Bullets(tuple(_consents(matter)))
    yield Paragraph(words("minutes-data-kept"), soft=True)
    days = [(data, retention.days(data)) for data in Data]
    rows = tuple(
        (
            words(f"minutes-data-{data.value}"),
            words("minutes-days", days=count) if count is not None else words("minutes-kept"),
        )
        for data, count in days
    )
    yield Table((words("minutes-column-data"), words("minutes-column-kept")), rows)
    purges = sorted(matter.state.all(Purge), key=lambda purge: (purge.at, purge.id))
    for purge in purges:
        data = words(f"minutes-data-{purge.data.value}")
        yield Paragraph(words("minutes-purged", data=data, at=matter.moment(purge.at)))


def _consents(matter: Matter) -> Iterator[str]:
    state, words = matter.state, matter.words
    is_heard = next(state.all(Workshop)).media is not Media.TEXT
    yield words("minutes-consent-media" if is_heard else "minutes-consent-writing")
    if any(board.plan.anonymous for board in state.all(Board)):
        yield words("minutes-consent-anonymous")
    if any(poll.way is Way.SECRET and poll.state is not PollState.CREATED for poll in state.all(Poll)):
        yield words("minutes-consent-secret")
    yield words("minutes-consent-named" if matter.named else "minutes-consent-unnamed")


# -- in order -----------------------------------------------------------------------------------------------------


def _steps(state: State) -> list[Step]:
    return sorted(state.all(Step), key=lambda step: (step.order, step.id))


def _rooms(state: State) -> list[Room]:
    return sorted(state.all(Room), key=lambda room: (room.room_kind is RoomKind.GROUP, room.order, room.id))


def _groups(state: State) -> list[Room]:
    return [room for room in _rooms(state) if room.room_kind is RoomKind.GROUP]


def _room(matter: Matter, activity: Activity) -> Room | None:
    return matter.state.maybe(Room, activity.room)
