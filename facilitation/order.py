"""Keeping order among words: reporting, approving, hiding and restoring them, and the journal of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitation.journal import record
from rooms.activities.board import Board, Note, withhold
from rooms.activities.comments import Comment
from rooms.activities.conclusion import Citation, Conclusion
from rooms.activities.discussion import Message
from rooms.activities.remark import Remark
from rooms.audience import audience_of
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.entity import Entity
from rooms.ids import AuthorId, NoteId
from rooms.moderation import Act, Display, Flag, Reason, Settlement, Written
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.text import Line, line_or_nothing, one_line

FLAGS_MAX = 200
"""Reports of one person: more would be a way to drown those who read them."""


class FlagText(Command, frozen=True, tag="text.flag"):
    """Report what somebody wrote. Whoever reads it may, once; of a conclusion `words` say which of its words."""

    about: str
    reason: Reason
    words: Line = ""

    def decide(self, on: Deciding) -> None:
        require_open(on)
        text = reported_text(on, self.about)
        author = signature(on, text)
        if getattr(text, "author", None) == author:
            raise Refused("own_text")
        reported = [entity.about for entity in on.owned_by(author) if isinstance(entity, Flag)]
        if text.id in reported:
            raise Refused("already_reported")
        if len(reported) >= FLAGS_MAX:
            raise Refused("too_many_reports", most=FLAGS_MAX)
        words = one_line(self.words) if isinstance(text, Conclusion) else line_or_nothing(self.words)
        on.put(
            Flag(
                id=on.chance.id(),  # one made of their name would tell staff who reports
                about=text.id,
                kind_of=text.kind,
                room=getattr(text, "room", None),
                author=author,
                reason=self.reason,
                words=words,
                at=on.now,
            )
        )


class HideText(Command, frozen=True, tag="text.hide"):
    """From everybody but its author, who reads why, and staff. An organizer also once the workshop is closed."""

    about: str
    reason: Reason
    words: Line = ""

    def decide(self, on: Deciding) -> None:
        require_moderator(on)
        text = moderable(on, self.about)
        words = line_or_nothing(self.words)
        why: dict[str, Any] = {"moderation": Display.HIDDEN, "hidden_for": self.reason, "hidden_words": words}
        if text.moderation is Display.HIDDEN:
            return
        for each in wherever_it_lies(on, text):
            if isinstance(each, Note):
                withhold(on, on.find(Board, each.activity), each, **why)
                hide_quotes(on, each)
            elif isinstance(each, Message):
                on.change(each, for_minutes=False, **why)
            else:
                on.change(each, **why)
            settle(on, each, Settlement.HIDDEN)
        record(on, Act.HIDDEN, text, self.reason, words)


class ShowText(Command, frozen=True, tag="text.show"):
    """Approve what waits, or restore what was hidden; a note lies where it lay, in no stack."""

    about: str

    def decide(self, on: Deciding) -> None:
        require_moderator(on)
        text = moderable(on, self.about)
        if text.is_shown:
            return
        act = Act.APPROVED if text.moderation is Display.PENDING else Act.RESTORED
        for each in wherever_it_lies(on, text):
            on.change(each, moderation=Display.SHOWN, hidden_for=None, hidden_words="")
            if isinstance(each, Note):
                show_quotes(on, each)
        record(on, act, text)


class SettleFlags(Command, frozen=True, tag="flag.settle"):
    """Tell those who reported it that it stays; with `corrected`, that staff have changed the words of a conclusion."""

    about: str
    corrected: bool = False

    def decide(self, on: Deciding) -> None:
        require_moderator(on)
        text = on.find(Conclusion, self.about) if self.corrected else on.get(self.about)
        if text is None:
            raise Refused("unknown", kind="text")
        if settle(on, text, Settlement.CORRECTED if self.corrected else Settlement.KEPT):
            record(on, Act.CORRECTED if self.corrected else Act.KEPT, text)


class ModerateRoom(Command, frozen=True, tag="room.moderate"):
    """Whether messages and comments of participants wait here until they are approved. What waits already stays so."""

    room: str
    moderated: bool

    def decide(self, on: Deciding) -> None:
        on.require(Permission.MODERATE)
        on.change(on.room(self.room), moderated=self.moderated)


# -- rules --------------------------------------------------------------------------------------------------------


def require_open(on: Deciding) -> None:
    if on.workshop.closed_at is not None:
        raise Refused("workshop_closed", at=on.workshop.closed_at)


def require_moderator(on: Deciding) -> None:
    """Staff; once the workshop is closed an organizer, who answers for what is published of it."""
    if on.workshop.closed_at is None or not on.may(Permission.ORGANIZE):
        on.require(Permission.MODERATE)


def reported_text(on: Deciding, id: str) -> Note | Comment | Message | Remark | Conclusion:
    """What the person reads, whoever they are; staff in every room."""
    text = on.get(id)
    if not isinstance(text, Note | Comment | Message | Remark | Conclusion):
        raise Refused("unknown", kind="text")
    if isinstance(text, Message) and not text.is_shared:
        raise Refused("message_private")
    if text.seen_by(audience_of(on.person.role, on.person.room, text.room), on) is None:
        raise Refused("unknown", kind="text")
    return text


def moderable(on: Deciding, id: str) -> Written:
    """Raises Refused: "unknown"; "message_private" for what is said between one person and staff."""
    text = on.get(id)
    if not isinstance(text, Written):
        raise Refused("unknown", kind="text")
    if isinstance(text, Message) and not text.is_shared:
        raise Refused("message_private")
    return text


def signature(on: Deciding, text: Entity) -> AuthorId:
    """Under which name one reports it: as one would write there."""
    if isinstance(text, Remark):
        return on.author(on.find_activity(text.activity), text.anonymous)
    board = on.maybe(Board, getattr(text, "activity", None))
    return on.author(board, board.plan.anonymous) if board is not None else AuthorId(on.person.id)


def wherever_it_lies(on: Deciding, text: Written) -> Sequence[Written]:
    """A note also on boards that went on from its own, and on those it was brought from, where it says the same."""
    if not isinstance(text, Note):
        return [text]
    first = first_of(on, text)
    return [note for note in on.all(Note) if note.text == text.text and first_of(on, note) == first]


def first_of(on: Deciding, note: Note) -> NoteId:
    """As which note it was written."""
    while note.carried is not None:
        earlier = on.maybe(Note, note.carried.note)
        if earlier is None:
            return note.carried.note
        note = earlier
    return note.id


def hide_quotes(on: Deciding, note: Note) -> None:
    for citation in quotes(on, note):
        on.change(citation, hidden=True)


def show_quotes(on: Deciding, note: Note) -> None:
    """Those with the words that may be read again: where others were approved since, the former are not."""
    for citation in quotes(on, note):
        if citation.text == note.text:
            on.change(citation, hidden=False)


def quotes(on: Deciding, note: Note) -> list[Citation]:
    return [citation for citation in on.all(Citation) if citation.note == note.id]


def settle(on: Deciding, text: Entity, outcome: Settlement) -> bool:
    """Answer those who reported it and have no answer yet. False when there is nobody."""
    waiting = [flag for flag in on.under(text.id, Flag) if flag.outcome is Settlement.OPEN]
    for flag in waiting:
        on.change(flag, outcome=outcome, settled_at=on.now)
    return bool(waiting)
