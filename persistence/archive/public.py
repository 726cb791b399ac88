"""The part of a workshop that may be published: what a viewer in each room sees, without people or their moments."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from rooms.activities.conclusion import Citation, Conclusion
from rooms.activities.discussion import Message, Reach
from rooms.activities.info import File, shown_files
from rooms.activities.poll import Poll, PollState
from rooms.agenda import Room, RoomKind
from rooms.audience import Audience, Seat
from rooms.chance import ALPHABET
from rooms.entity import Entity
from rooms.moderation import Moderation
from rooms.state import State

SHOWN: dict[str, tuple[str, ...]] = {
    "workshop": ("id", "title", "language", "time_zone", "closed_at", "retention", "rehearsal", "pace"),
    "purge": ("id", "data", "at", "counts"),
    "step": (
        "id", "title", "order", "minutes", "groups", "started_at", "ends_at", "ended_at", "planned", "skipped", "moves",
        "stage",
    ),
    "room": ("id", "room_kind", "name", "theme", "paper", "order", "capacity", "least", "people", "merged"),
    "registration_question": ("id", "title", "options", "required", "tier", "order"),
    "draw": ("id", "plan", "number", "rooms", "moved", "bound", "figures", "balance", "sent_at"),
    "info": ("id", "room", "step", "plan"),
    "file": ("id", "name", "media_type", "size", "sha256"),
    "discussion": ("id", "room", "step", "plan"),
    "message": ("id", "reach", "step", "author", "author_is_staff", "text", "at", "for_minutes"),
    "board": ("id", "room", "step", "plan", "revealed", "voting"),
    "note": (
        "id", "room", "activity", "column", "order", "stack", "text", "paper", "author", "dots", "at", "edited_at",
        "origin", "came_from", "carried",
    ),
    "stack": ("id", "room", "activity", "title"),
    "comment": ("id", "room", "activity", "note", "author", "text", "at"),
    "poll_activity": ("id", "room", "step", "plan"),
    "poll": (
        "id", "room", "activity", "question", "options", "most", "way", "question_kind", "lowest", "highest", "quorum",
        "required", "abstains", "everywhere", "by_room", "rule", "about", "state", "turnout", "present", "opened_at",
        "closes_at", "closed_at", "published_at", "outcome", "rooms", "more",
    ),
    "conclusion_activity": ("id", "room", "step", "plan"),
    "conclusion": ("id", "room", "activity", "step", "fields", "state", "texts", "reported_at", "poll"),
    "citation": ("id", "room", "conclusion", "field", "note", "text"),
    "report_out_activity": ("id", "room", "step", "plan", "turns"),
    "statement": (
        "id", "room", "activity", "order", "text", "minority", "sources", "stands", "said", "state", "poll", "at",
        "edited_at", "reported_at",
    ),
    "gallery": ("id", "room", "step", "plan", "route"),
    "remark": (
        "id", "room", "by", "activity", "about", "field", "note", "stance", "text", "author", "anonymous", "at",
    ),
    "break": ("id", "room", "step", "plan"),
    "moderation": ("id", "act", "kind_of", "reason"),
}  # fmt: skip

WITHHELD: dict[str, str] = {
    "participant": "names, addresses, and who sat where",
    "attendance": "when each person was there",
    "ready": "who was done when; gone once the step is left",
    "duties": "who was drawn for what",
    "speech": "how long each person spoke; the minutes have the shares of each room",
    "floor": "how a queue was steered; the minutes have the turns of each room",
    "hand": "who was waiting to speak",
    "floor_turn": "who spoke when; the minutes have the turns of each room",
    "balance": "the last of many, of one step; the minutes have the balance of each room",
    "unmeasured": "what each person chose",
    "nudge": "between the server and one person",
    "registration": "what a person answered; a draw counts answers by group, from five people on",
    "preference": "a person's own; a draw counts whose wishes were met",
    "round": "who was with whom",
    "draw.at": "when it was prepared is no result",
    "draw.title": "a name for those who compose",
    "draw.rows": "people",
    "draw.seating": "who sat where",
    "draw.sheet": "row by row, what people answered: given on request to staff",
    "workshop.ranking": "where it stands now is no result",
    "pseudonyms": "keys that would tell who wrote anonymously",
    "knock": "names of people who waited at the door",
    "evidence": "what was reported is not published",
    "flag": "who reports is theirs to tell; the acts of moderation are counted",
    "dot": "each person's own; a note has their total",
    "ballot": "who answered what was told to the room, not to the public; a poll has the counts",
    "roll": "who voted in secret is theirs to tell",
    "visit": "where it stands now is no result",
    "rotation": "names, and where it stands now is no result",
    "rotated": "who sat where",
    "workshop.step": "where it stands now is no result",
    "workshop.groups": "where it stands now is no result",
    "workshop.groups_close_at": "where it stands now is no result",
    "workshop.can_switch": "where it stands now is no result",
    "workshop.nudges": "how it was steered is no result",
    "workshop.media": "where it stands now is no result",
    "workshop.plenary_most": "how it was steered is no result",
    "workshop.doors": "where it stands now is no result",
    "identified": "a mark of who people are",
    "workshop.identity_for": "where it stands now is no result",
    "workshop.identity": "where it stands now is no result",
    "room.failed_end": "where it stands now is no result",
    "room.moderated": "where it stands now is no result",
    "moderation.about": "a person, or a text that may be hidden",
    "moderation.by": "a person",
    "moderation.words": "may quote what was hidden",
    "moderation.at": "tells which text was hidden to those who were there",
    "note.moderation": "only what is shown is published",
    "note.hidden_for": "only what is shown is published",
    "note.hidden_words": "only what is shown is published",
    "comment.moderation": "only what is shown is published",
    "comment.hidden_for": "only what is shown is published",
    "comment.hidden_words": "only what is shown is published",
    "remark.moderation": "only what is shown is published",
    "remark.hidden_for": "only what is shown is published",
    "remark.hidden_words": "only what is shown is published",
    "message.moderation": "only what is shown is published",
    "message.hidden_for": "only what is shown is published",
    "message.hidden_words": "only what is shown is published",
    "citation.hidden": "only what is shown is published",
    "room.stage": "where it stands now is no result",
    "room.step": "where it stands now is no result",
    "room.began_at": "where it stands now is no result",
    "room.ends_at": "where it stands now is no result",
    "room.last": "where it stands now is no result",
    "room.finished_at": "where it stands now is no result",
    "workshop.ends_at": "the minutes say when each step ran",
    "step.paused_at": "where it stands now is no result",
    "step.entered_at": "the minutes say when each room was in it",
    "room.host": "a person",
    "board.left_behind": "the board they were left on is there",
    "conclusion_activity.left_behind": "both conclusions are there",
    "room.joined": "where it stands now is no result",
    "file.by": "a person",
    "file.at": "a person's moment",
    "workshop.lead": "is among staff",
    "workshop.lead_offered": "is among staff",
    "room.facilitators": "is among staff",
    "room.closes_at": "was said to those who were there",
    "room.into": "was said to those who were there",
    "message.room": "only announcements to all are published",
    "message.to": "only announcements to all are published",
    "message.asked_in": "only announcements to all are published",
    "message.settled_at": "only announcements to all are published",
    "message.said_in": "only announcements to all are published",
    "conclusion.frozen_by": "how it was steered is no result",
    "statement.frozen_by": "how it was steered is no result",
    "conclusion.recorded_at": "tells when people wrote",
    "conclusion.people": "how many dared to write",
    "conclusion.length": "the text is there",
    "conclusion.counted_at": "tells when people wrote",
    "citation.author": "the note has it where it may be known",
    "citation.reported": "where it stands now is no result",
    "report_out_activity.ends_at": "where it stands now is no result",
    "gallery.turn": "where it stands now is no result",
    "gallery.ends_at": "where it stands now is no result",
    "remark.reported": "where it stands now is no result",
    "statement.text_rev": "tells in which order it was written",
    "note.text_rev": "tells in which order people wrote",
}
"""Why, by kind of entity or by field. `rev` is withheld everywhere: it tells in which order people wrote."""

PEOPLE = ("author",)
"""Fields that name a person, labelled when shown."""

MOMENTS = ("at", "edited_at")
"""When something was written anonymously, those who looked on remember who was writing."""


class Labels:
    """The same person has the same label throughout one archive, and another one in the next."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def __call__(self, person: str) -> str:
        bits = int.from_bytes(hmac.new(self._key, person.encode(), hashlib.sha256).digest()[:5])
        return "person-" + "".join(ALPHABET[(bits >> shift) & 31] for shift in range(0, 40, 5)).lower()


def published(state: State, kind: str, entities: Iterable[Entity], labels: Labels) -> list[dict[str, Any]]:
    seen = (_seen(entity, state) for entity in entities)
    return [_record(entity, SHOWN[kind], labels) for entity in seen if entity is not None]


def _seen(entity: Entity, state: State) -> Entity | None:
    """As a viewer in its room sees it; files as those rooms show them; of moderation, that there was an act."""
    if isinstance(entity, Moderation):
        return entity
    if isinstance(entity, File):
        return entity if any(entity.id in shown_files(audience, state) for audience in _viewers(state)) else None
    if isinstance(entity, Message) and entity.reach is not Reach.ALL:
        return None
    if isinstance(entity, Citation) and state.find(Conclusion, entity.conclusion).is_draft:
        return None
    for audience in _viewers(state):
        if entity.place in (None, audience.room) and (seen := entity.seen_by(audience, state)) is not None:
            return seen
    return None


def _viewers(state: State) -> Sequence[Audience]:
    rooms = (room for room in state.all(Room) if room.room_kind is not RoomKind.BACKSTAGE)
    return [Audience(Seat.VIEWER, room.id) for room in rooms]


def _record(entity: Entity, names: Sequence[str], labels: Labels) -> dict[str, Any]:
    whole = msgspec.to_builtins(entity)
    record: dict[str, Any] = {name: whole[name] for name in names}
    for name in PEOPLE:
        if record.get(name):
            record[name] = labels(record[name])
    if "author" in record and record["author"] is None:
        record.update(dict.fromkeys(name for name in MOMENTS if name in record))
    if isinstance(entity, Poll) and entity.state is not PollState.PUBLISHED:
        # By a show of hands the turnout is the sum of the counts.
        record.update(turnout=None, present=None)
    return record
