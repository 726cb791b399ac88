"""Info: a text, an image or a document shown to all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from rooms.activity import Activity, Plan
from rooms.audience import Audience
from rooms.command import SystemCommand
from rooms.entity import Entity
from rooms.ids import ActivityId, FileId, ParticipantId, RoomId, StepId
from rooms.state import State
from rooms.text import Body, Line, line_or_nothing, one_line, prose_or_nothing

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class InfoPlan(Plan, frozen=True, kw_only=True, tag="info"):
    """`alt` says what the image or document shows, for those who do not see it (WCAG 1.1.1)."""

    text: Body = ""
    file: FileId | None = None
    media_type: str = ""
    alt: Line = ""

    def activity(self, id: ActivityId, room: RoomId, step: StepId) -> Activity:
        return Info(id=id, room=room, step=step, plan=self)

    def tidied(self) -> InfoPlan:
        plan = Plan.tidied(self)
        return msgspec.structs.replace(plan, text=prose_or_nothing(self.text), alt=line_or_nothing(self.alt))


class Info(Activity, frozen=True, kw_only=True, tag="info"):
    plan: InfoPlan


class File(Entity, frozen=True, kw_only=True, tag="file"):
    """What the organizer has uploaded. The bytes lie in the file store under their SHA-256."""

    id: FileId
    name: str
    media_type: str
    size: int
    sha256: str
    by: ParticipantId | None
    at: int

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """The list is the staff's; citizens get a file through the activity that shows it."""
        return self if audience.is_staff else None


class AddFile(SystemCommand, frozen=True, tag="file.add"):
    """Given by the server once the bytes are stored."""

    file: FileId
    name: Line
    media_type: str
    size: int
    sha256: str
    by: ParticipantId | None = None

    def decide(self, on: Deciding) -> None:
        on.put(
            File(
                id=self.file,
                name=one_line(self.name),
                media_type=self.media_type,
                size=self.size,
                sha256=self.sha256,
                by=self.by,
                at=on.now,
            )
        )


def shown_files(audience: Audience, state: State) -> set[FileId]:
    """The files this audience may open."""
    shown = (info.plan.file for info in state.all(Info) if info.seen_by(audience, state) is not None)
    return {file for file in shown if file is not None}
