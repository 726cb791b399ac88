"""Order among people's words: what waits or was hidden, what was reported, and the journal of what staff did."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import AuthorId, ParticipantId, RoomId
from rooms.state import State


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
    `text` are the words reported as they are now, put in for staff when they look and kept nowhere.
    """

    about: str
    kind_of: str
    room: RoomId | None
    author: AuthorId | None
    reason: Reason
    words: str = ""
    text: str = ""
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
        text = about.text if isinstance(about, Written) else ""
        return msgspec.structs.replace(self, author=None, text=text)


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
