"""Order among people's words: what waits or was hidden, what was reported, and the journal of what staff did."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

import msgspec

from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import AuthorId, ParticipantId, RoomId
from rooms.state import State

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class Display(StrEnum):
    """Whether the words of one person are shown to those they were written for."""

    SHOWN = "shown"
    PENDING = "pending"  # nobody has approved them yet
    HIDDEN = "hidden"


class Reason(StrEnum):
    """Why something is reported or hidden, or somebody put out: a short list, so that it can be counted."""

    INSULT = "insult"
    HATRED = "hatred"
    PERSONAL = "personal"  # what tells of somebody's private life
    OFF_TOPIC = "off_topic"
    ADVERTISING = "advertising"
    DISRUPTION = "disruption"
    OTHER = "other"


class Written(Entity, frozen=True, kw_only=True):
    """What one person wrote. While it is not shown its author has it, and all staff, who must read what they decide on.

    `hidden_for` and `hidden_words` say why it was hidden, to its author and to staff.
    """

    text: str
    moderation: Display = Display.SHOWN
    hidden_for: Reason | None = None
    hidden_words: str = ""

    TEXTS: ClassVar = ("text",)

    @property
    def is_shown(self) -> bool:
        return self.moderation is Display.SHOWN

    def erased(self) -> Entity:
        """What staff said of it goes too: it may quote."""
        return msgspec.structs.replace(self, text="", hidden_words="")


class Settlement(StrEnum):
    """What became of a report."""

    OPEN = "open"
    KEPT = "kept"
    CORRECTED = "corrected"  # of what people wrote together: staff have changed the words
    HIDDEN = "hidden"


class Flag(Entity, frozen=True, kw_only=True, tag="flag"):
    """Somebody has reported a note, a comment, a message or words of a conclusion.

    `author` is who reports, known to nobody else: of two who write on an anonymous board the other would be known.
    `text` are the words as they were reported, put in for staff when they look and kept here never; `now` what they are
    where they were rewritten since.
    """

    about: str
    kind_of: str
    room: RoomId | None
    author: AuthorId | None
    reason: Reason
    words: str = ""
    text: str = ""
    now: str = ""
    at: int
    outcome: Settlement = Settlement.OPEN
    settled_at: int | None = None

    TEXTS: ClassVar = ("words",)

    def under(self) -> str | None:
        return self.about

    def whose(self) -> str | None:
        return self.author

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        if not audience.is_staff:
            return None
        about = state.get(self.about)
        now = about.text if isinstance(about, Written) else ""
        kept = next((each for each in state.under(self.about, Evidence) if self.id in each.flags), None)
        if kept is None:
            return msgspec.structs.replace(self, author=None, text=now)
        return msgspec.structs.replace(self, author=None, text=kept.text, now=now)


class Evidence(Entity, frozen=True, kw_only=True, tag="evidence"):
    """The words of a text as they were reported, once its author has rewritten it: told by those reports alone."""

    about: str
    flags: tuple[str, ...]
    room: RoomId | None
    text: str
    author: AuthorId | None
    at: int

    TEXTS: ClassVar = ("text",)

    def under(self) -> str | None:
        return self.about


def keep_reported(on: Deciding, text: Written) -> None:
    """Before it is rewritten: what staff are to decide on stays as those have read it who reported it."""
    kept = {flag for evidence in on.under(text.id, Evidence) for flag in evidence.flags}
    waiting = [flag for flag in on.under(text.id, Flag) if flag.outcome is Settlement.OPEN and flag.id not in kept]
    if waiting:
        on.put(
            Evidence(
                id=on.chance.id(),
                about=text.id,
                flags=tuple(flag.id for flag in waiting),
                room=waiting[0].room,
                text=text.text,
                author=AuthorId(author) if (author := text.writer()) else None,
                at=on.now,
            )
        )


class Act(StrEnum):
    """What staff did to keep order."""

    APPROVED = "approved"
    HIDDEN = "hidden"
    RESTORED = "restored"
    KEPT = "kept"
    CORRECTED = "corrected"
    MUTED = "muted"
    REMOVED = "removed"
    BANNED = "banned"
    READMITTED = "readmitted"
    TURNED_AWAY = "turned_away"


class Moderation(Entity, frozen=True, kw_only=True, tag="moderation"):
    """One act of keeping order. Everybody may know how many there were and for which reasons; the rest is for staff.

    `about` is the id of a text or of a person, who may be gone since.
    """

    act: Act
    about: str
    kind_of: str
    by: ParticipantId | None
    reason: Reason | None = None
    words: str = ""
    at: int

    PRIVATE: ClassVar = ("words",)

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None
