"""Whatever is kept of a workshop is in its minutes, or on the list of what they leave out, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any, get_args

import msgspec
from msgspec import Struct

from facilitation.composing import Figures
from facilitation.drawing import DrawPlan
from facilitation.minutes import Change, build, encoded
from facilitation.retention import PurgeData
from facilitation.workshop import AnyEntity
from rooms.activities.board import Carried, Note, Origin
from rooms.activities.poll import Poll, PollState
from rooms.activities.remark import Remark
from rooms.activities.seeding import Seed, SeedNotes
from rooms.activities.tally import RoomResult
from rooms.activity import Plan
from rooms.agenda import AnyPlan
from rooms.ids import ActivityId, ColumnId, ContributionId, RoomId, StepId
from rooms.retention import Data, Retention
from tests.facilitation.test_minutes import spoken
from tests.sample import Story, crowded

WHOLE = {
    "Pseudonyms": "the key of who wrote what anonymously; blank once the workshop is closed",
    "Hand": "who waits to speak is nobody's to read; turns are told",
    "Dot": "whose dots they were is nobody's to read; each note has their number",
    "Rotated": "kept to be undone; where people sat is told",
    "Rotation": "who was about to move is gone once they have; where people sat is told",
    "Visit": "whom a room was visiting; its gallery tells where it went",
    "Balance": "of one step, as it stood last; minutes work it out for the whole of each room",
    "Nudge": "between the server and one person",
    "Identified": "a mark of who somebody is is nobody's to read",
    "Knock": "who waited at the door was not there; whoever was turned away is counted",
    "Evidence": "what was reported is staff's to decide on",
    "Flag": "who reports is theirs; their number is told",
    "Duties": "drawn by lot for the time of a step, and nobody's record",
    "Ready": "gone when the step is left",
    "Preference": "a wish is its own person's; how many were met is told with the draw",
    "Registration": "an answer is its own person's; answers are counted by group, from five people on",
    "RegistrationQuestion": "its title and its options are told with the draw that went by it",
    "Round": "who sat in which group is told, from the journal",
    "Roll": "who voted in a secret poll is known to nobody else; the turnout is told",
}
"""Entities that minutes say nothing of by themselves."""

INNER = "puts things in their places"
PERSONAL = "when a person did what is nobody's to read; steps have times"
LATER = "what was changed on the way is in the journal and the archive"
STEERING = "how it was steered, not what came out of it"
UNREAD = "what was hidden, and what was said of it, is not printed; acts are counted with their reasons"
PUT_OUT = "that somebody was put out is counted, and told of nobody"
FIELDS = {
    "Attendance.came_at": PERSONAL,
    "Ballot.at": PERSONAL,
    "Ballot.room": INNER,
    "Ballot.scores": "of scores the distribution is told",
    "Ballot.words": "of words their numbers are told",
    "BoardPlan.comments": STEERING,
    "BoardPlan.dots_per_note": STEERING,
    "BoardPlan.moderated": "what waits for approval is counted",
    "BoardPlan.hidden": "whether notes were revealed is what counts",
    "BoardPlan.sorting": STEERING,
    "Citation.author": "the note that it leads to has its author",
    "Citation.reported": "as its conclusion",
    "Citation.room": INNER,
    "Comment.activity": INNER,
    "Comment.at": PERSONAL,
    "Comment.room": INNER,
    "Comment.hidden_for": UNREAD,
    "Comment.hidden_words": UNREAD,
    "Conclusion.counted_at": INNER,
    "Conclusion.frozen_by": STEERING,
    "Conclusion.length": "the words themselves are there",
    "Conclusion.recorded_at": "its words are told as they were recorded last",
    "Conclusion.step": INNER,
    "Conclusion.poll": "every poll about it is told, not the last one only",
    "ConclusionPlan.fields": "the conclusion's own are told",
    "ConclusionPlan.most": STEERING,
    "Draw.at": LATER,
    "Draw.rows": "empty once people were sent by it",
    "Draw.seating": "empty once people were sent by it",
    "Draw.title": "a name for those who compose",
    "DrawPlan.apart": "empty once people were sent by it",
    "DrawPlan.pins": "empty once people were sent by it",
    "DrawPlan.questions": "each is told with how its answers are spread",
    "DrawPlan.together": "empty once people were sent by it",
    "File.at": LATER,
    "File.by": "organizers lay things out; the agenda is nobody's own",
    "File.media_type": "its name and what it shows are told",
    "File.sha256": "the archive has the file",
    "File.size": "the archive has the file",
    "Floor.alternate_by": STEERING,
    "Floor.arranged_at": STEERING,
    "Floor.ended": "counted from the turns",
    "Floor.policy_at": STEERING,
    "Floor.room": INNER,
    "Floor.seats": STEERING,
    "Floor.spoken_ms": "counted from the turns",
    "Floor.turn_s": STEERING,
    "Floor.turns": INNER,
    "Floor.waiting": STEERING,
    "FloorTurn.began_at": PERSONAL,
    "FloorTurn.ended_at": PERSONAL,
    "FloorTurn.interrupted": STEERING,
    "FloorTurn.running_since": INNER,
    "FloorTurn.step": "told by room, over all steps",
    "Board.left_behind": "the board they were left on is told",
    "BoardPlan.goes_on": "each note that was brought along says from where",
    "Carried.note": "told by its step",
    "ConclusionPlan.goes_on": "told in the step it went on from",
    "Writing.left_behind": "both conclusions are told",
    "Gallery.ends_at": STEERING,
    "Gallery.turn": STEERING,
    "GalleryPlan.minutes_each": STEERING,
    "GalleryPlan.of": "the rooms visited are told",
    "InfoPlan.media_type": "see File",
    "Message.asked_in": "between one person and staff",
    "Message.author_is_staff": "staff are listed under their names",
    "Message.settled_at": "between one person and staff",
    "Message.said_in": "what was said is not told, but where it is marked",
    "Message.to": "between one person and staff",
    "Message.hidden_for": UNREAD,
    "Message.hidden_words": UNREAD,
    "Moderation.about": UNREAD,
    "Moderation.at": PERSONAL,
    "Moderation.by": "who of the staff did it is theirs to answer for among themselves",
    "Moderation.kind_of": "the act says it",
    "Moderation.words": UNREAD,
    "Note.at": PERSONAL,
    "Note.hidden_for": UNREAD,
    "Note.hidden_words": UNREAD,
    "Note.edited_at": LATER,
    "Note.room": INNER,
    "Note.text_rev": LATER,
    "Origin.contribution": "told in words: its phase and its label",
    "Participant.email": "an address is nobody's to read",
    "Participant.erased_at": "who was erased has no name left, which is told",
    "Participant.group": "the groups in which they sat are told, from the journal",
    "Participant.has_floor": STEERING,
    "Participant.interprets": STEERING,
    "Participant.joined_at": PERSONAL,
    "Participant.muted": STEERING,
    "Participant.banned": PUT_OUT,
    "Participant.removed_at": PUT_OUT,
    "Participant.removed_for": PUT_OUT,
    "Participant.removed_words": PUT_OUT,
    "Poll.by_room": "its results by room are there, or are not",
    "Poll.closed_at": "its step has a time",
    "Poll.closes_at": STEERING,
    "Poll.published_at": "its step has a time",
    "Poll.room": INNER,
    "PollPlan.questions": "polls are told, questions never put are counted",
    "Purge.counts": "the archive has them",
    "Remark.at": PERSONAL,
    "Remark.reported": "as its conclusion",
    "Remark.room": INNER,
    "ReportOut.ends_at": STEERING,
    "ReportOutPlan.of": "the rooms it concerned and what they brought are told",
    "Note.came_from": INNER,
    "Room.began_at": "from the journal, for each time it ran",
    "Room.capacity": STEERING,
    "Room.closes_at": STEERING,
    "Room.ends_at": STEERING,
    "Room.facilitators": STEERING,
    "Room.failed_end": STEERING,
    "Room.finished_at": STEERING,
    "Room.into": STEERING,
    "Room.last": STEERING,
    "Remark.hidden_for": UNREAD,
    "Remark.hidden_words": UNREAD,
    "Room.moderated": STEERING,
    "Room.least": STEERING,
    "Room.merged": "what was brought from there is where it went",
    "Room.host": STEERING,
    "Room.joined": "where people sat is told",
    "Room.people": "counted from the journal for each step",
    "Room.stage": STEERING,
    "Room.step": "from the journal, for each time it ran",
    "Speech.step": "told by room, over all steps",
    "Stack.activity": INNER,
    "Stack.room": INNER,
    "Statement.at": LATER,
    "Statement.edited_at": LATER,
    "Statement.frozen_by": STEERING,
    "Statement.room": INNER,
    "Statement.said": "where rooms stand is told, not how it came to be known",
    "Statement.text_rev": LATER,
    "Step.ended_at": "from the journal, for each time it ran",
    "Step.ends_at": STEERING,
    "Step.entered_at": "from the journal, for each time it ran",
    "Step.groups": "what each group did is told, of what they were to do as it was then",
    "Step.paused_at": STEERING,
    "Step.planned": "told instead of its minutes where these were changed under way",
    "Step.skipped": "one that never ran is told as such",
    "Step.moves": STEERING,
    "Step.stage": STEERING,
    "Step.started_at": "from the journal, for each time it ran",
    "Workshop.can_switch": STEERING,
    "Workshop.doors": STEERING,
    "Workshop.identity": STEERING,
    "Workshop.identity_for": STEERING,
    "Workshop.plenary_most": STEERING,
    "Workshop.ends_at": "when each step ran is told, and when it was planned to",
    "Workshop.groups": STEERING,
    "Workshop.groups_close_at": STEERING,
    "Unmeasured.participant": "how many did not want to be measured is told, not who",
    "Workshop.nudges": STEERING,
    "Workshop.ranking": STEERING,
    "Workshop.rehearsal": "as its pace",
    "Workshop.lead": STEERING,
    "Workshop.lead_offered": STEERING,
    "Workshop.language": "minutes are in it, or in the one they were asked for in",
}
ALWAYS = ("id", "rev")
NESTED = (Plan, Retention, Origin, Carried, DrawPlan, Figures)
PLANS = {kind.__name__: kind for kind in (*get_args(AnyPlan), Retention, Origin, Carried, DrawPlan, Figures)}
LONG = 7_200_000
"""Two hours in milliseconds, and many of anything else."""


def opened() -> Story:
    """With one of everything in the open, also what few workshops have."""
    story = crowded()
    cell = story.cell("Débat", "Plénière")
    for question in (
        {"kind": "ranking", "options": ["Bancs", "Arbres"]},
        {"kind": "score", "options": ["Bancs", "Arbres"]},
        {"kind": "words"},
    ):
        story.do("olga", "poll.add", activity=cell, question={"text": "Alors ?", **question})
        poll = next(poll for poll in story.state.under(cell, Poll) if poll.state is PollState.CREATED)
        for command in ("poll.open", "poll.close", "poll.publish"):
            story.do("olga", command, poll=poll.id)
        few = tuple(RoomResult(room=RoomId(story.room(name)), turnout=6) for name in ("Mobilités", "Végétal"))
        story.state.put(msgspec.structs.replace(story.state.find(Poll, poll.id), rooms=few, more=2))
    report = story.cell("Mise en commun", "Plénière")
    story.do("farid", "statement.add", activity=report, text="Des arbres")
    origin = Origin(contribution=ContributionId("c"), phase="Appel à idées", label="Une école")
    board = ActivityId(story.cell("Idées", "Mobilités"))
    story.give(SeedNotes(activity=board, column=ColumnId("for"), seeds=(Seed(text="Des fontaines", origin=origin),)))
    note = next(note for note in story.state.all(Note) if note.author == "bilal")
    carried = Carried(note=note.id, step=StepId(story.step("Idées")))
    story.state.put(msgspec.structs.replace(note, carried=carried))
    (remark,) = story.state.all(Remark)
    story.state.put(msgspec.structs.replace(remark, note=next(story.state.all(Note)).id))
    story.do("olga", "workshop.close")
    story.do("olga", "workshop.retain", retention={"texts": 400, "uploads": 400, "drafts": 1})
    story.wait(25 * 60)
    story.give(PurgeData(data=Data.DRAFTS))
    return story


def names() -> set[str]:
    """Of all fields, those of plans under their own."""
    kinds = [kind for kind in get_args(AnyEntity) if kind.__name__ not in WHOLE]
    own = {
        f"{kind.__name__}.{field.name}" for kind in (*kinds, *PLANS.values()) for field in msgspec.structs.fields(kind)
    }
    inner = (*ALWAYS, "plan", "retention", "origin", "carried", "figures")
    return {name for name in own if name.partition(".")[2] not in inner}


def variants(thing: Struct) -> Iterator[tuple[str, str, Any]]:
    """Each field as it might be instead: what it is called, the field of the thing, its value."""
    for field in msgspec.structs.fields(thing):
        value = None if field.name in ALWAYS else getattr(thing, field.name)
        if isinstance(value, NESTED):
            for name, inner, other in variants(value):
                yield name, field.name, msgspec.structs.replace(value, **{inner: other})
        else:
            for other in others(value):
                yield f"{type(thing).__name__}.{field.name}", field.name, other


def others(value: object) -> Iterator[Any]:
    match value:
        case bool():
            yield not value
        case StrEnum():
            yield from (other for other in type(value) if other is not value)
        case int() | float():
            yield value + LONG
        case "Europe/Paris":
            yield "UTC"
        case str():
            yield from (f"{value}x", "")
        case tuple() if value:
            yield value[1:]
        case dict() if value:
            yield dict(list(value.items())[1:])


def told(story: Story) -> set[str]:
    """The fields of which the minutes would be others, if they were."""
    journal, found = story.journal, set[str]()
    as_it_was = encoded(build(story.state, journal, spoken, "fr"))
    for entity in list(story.state.entities.values()):
        for name, field, value in variants(entity):
            if name not in found:
                story.state.put(msgspec.structs.replace(entity, **{field: value}))
                otherwise = [changed(change, entity.id, field, value) for change in journal]
                if encoded(build(story.state, otherwise, spoken, "fr")) != as_it_was:
                    found.add(name)
                story.state.put(entity)
    return found


def changed(change: Change, id: str, field: str, value: object) -> Change:
    put = [msgspec.structs.replace(one, **{field: value}) if one.id == id else one for one in change.put]
    return replace(change, put=tuple(put))


def test_every_field_is_told_or_left_out_for_a_reason() -> None:
    assert names() - told(opened()) == set(FIELDS)


def test_every_kind_that_is_left_out_is_one() -> None:
    assert WHOLE.keys() <= {kind.__name__ for kind in get_args(AnyEntity)}
