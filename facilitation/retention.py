"""Keeping what was promised of people's data: for so long after the workshop was closed, and no longer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import field

from facilitation.drawing import Draw
from rooms.agenda import Workshop
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.entity import Due
from rooms.moderation import Moderation
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.retention import Data, Purge, Retention

DAY_MS = 24 * 60 * 60 * 1000
RECORDS: dict[Data, tuple[str, ...]] = {
    Data.IDENTITY: ("identified",),
    Data.ANSWERS: ("registration", "preference"),
    Data.ATTENDANCE: ("attendance", "round", "rotated"),
    Data.SPEECH: ("speech", "floor_turn", "nudge"),
    Data.VOTES: ("dot", "ballot", "roll"),
    Data.UPLOADS: ("file",),
}
"""Kinds of entities that go whole."""


class SetRetention(Command, frozen=True, tag="workshop.retain"):
    """Once the workshop is closed periods can only become shorter: people were told of these."""

    retention: Retention

    def decide(self, on: Deciding) -> None:
        on.require(Permission.ORGANIZE)
        workshop = on.workshop
        if workshop.closed_at is not None:
            for data in Data:
                if is_longer(self.retention.days(data), workshop.retention.days(data)):
                    raise Refused("retention_promised", data=data.value)
        on.change(workshop, retention=self.retention)
        promise(on)


class PurgeData(SystemCommand, frozen=True, tag="data.purge"):
    """Delete a kind of data whose time is over; too early, or where it is kept now, nothing is done."""

    data: Data
    drafts: dict[str, int] = field(default_factory=dict)

    def drops_drafts(self) -> bool:
        return self.data is Data.DRAFTS

    def decide(self, on: Deciding) -> None:
        ends_at = end_of(on.workshop, self.data)
        if ends_at is None or on.now < ends_at:
            return
        gone = Counter(self.drafts) if self.drops_drafts() else Counter(purge(on, self.data))
        before = on.maybe(Purge, purge_id(self.data))
        if gone or before is None:
            counts = Counter(before.counts if before else {}) + gone
            on.put(Purge(id=purge_id(self.data), data=self.data, at=on.now, counts=dict(sorted(counts.items()))))
            is_wordy = self.data is Data.TEXTS
            on.forget(kinds=RECORDS.get(self.data, ()), texts=is_wordy, drafts=self.data is Data.DRAFTS)


def purge(on: Deciding, data: Data) -> Iterable[str]:
    """The kind of each entity that loses something or goes."""
    for entity in list(on):
        if entity.kind in RECORDS.get(data, ()):
            on.drop(entity.id)
            yield entity.kind
        elif data is Data.TEXTS and entity.erased() != entity:
            on.put(entity.erased())
            yield entity.kind
        elif (
            data is Data.IDENTITY
            and isinstance(entity, Participant)
            and (entity.name or entity.email or entity.removed_words)
        ):
            on.change(entity, name="", email="", removed_words="")
            yield entity.kind
        elif data is Data.IDENTITY and isinstance(entity, Moderation) and entity.words:
            on.change(entity, words="")
            yield entity.kind
        elif data is Data.ANSWERS and isinstance(entity, Draw) and entity.sheet:
            on.change(entity, sheet="", rows=())
            yield entity.kind


def promise(on: Deciding, *kinds: Data) -> None:
    """See to it that data of these kinds, or of all, goes in its time. Who comes later has a day."""
    for data in kinds or Data:
        ends_at = end_of(on.workshop, data)
        if ends_at is not None:
            at = max(ends_at, on.now + DAY_MS) if kinds else ends_at
            on.aside(Due(id=purge_id(data), at=at, command={"type": "data.purge", "data": data.value}))


def end_of(workshop: Workshop, data: Data) -> int | None:
    """None while the workshop is open, and for what is kept."""
    days = workshop.retention.days(data)
    return None if workshop.closed_at is None or days is None else workshop.closed_at + days * DAY_MS


def is_longer(days: int | None, than: int | None) -> bool:
    return than is not None and (days is None or days > than)


def purge_id(data: Data) -> str:
    return f"purge-{data.value}"
