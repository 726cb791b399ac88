"""A room as the worker holds it: who is in it, whose sources are open, who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from media.control import Shown, SourceName
from media.incoming import Source
from media.peer import Peer
from media.speakers import Loudest
from rooms.ids import ParticipantId, RoomId

Cast = tuple[tuple[ParticipantId, ...], ParticipantId | None]


class RoomMedia:
    """Those who are in a room, and those of the staff who hear it from elsewhere."""

    def __init__(self, id: RoomId) -> None:
        self.id = id
        self.peers: dict[ParticipantId, Peer] = {}
        self.listeners: dict[ParticipantId, Peer] = {}
        self.loudest = Loudest()
        self.cast: Cast = ((), None)
        """Who is heard, and who speaks most, as the slots were last filled by."""
        self.speaking: Cast = ((), None)
        """Of those heard, who speaks, as was last told."""
        self.shown: dict[ParticipantId, Shown] = {}
        self._recent: dict[ParticipantId, None] = {}
        self._open: dict[SourceName, dict[ParticipantId, Source]] = {}

    def everybody(self) -> Iterator[Peer]:
        """All who are given this room's sound and pictures."""
        for peer in self.peers.values():
            if peer.hears == self.id:
                yield peer
        yield from self.listeners.values()

    def open(self, name: SourceName) -> Mapping[ParticipantId, Source]:
        """The open sources of this name; of who spoke last first. Worked out once after each change."""
        if name not in self._open:
            found = {
                peer.participant: source
                for peer in self.peers.values()
                if (source := peer.sources.get(name)) and source.is_open
            }
            first = {each: found.pop(each) for each in self._recent if each in found}
            self._open[name] = first | found
        return self._open[name]

    def changed(self) -> None:
        """Somebody came, went, opened or closed something."""
        self._open.clear()

    def remember(self, dominant: ParticipantId | None) -> None:
        """Who speaks comes first from now on."""
        if dominant is not None and next(iter(self._recent), None) != dominant:
            self._recent.pop(dominant, None)
            self._recent = {dominant: None} | self._recent
            self.changed()

    def forget(self, participant: ParticipantId) -> None:
        """They left the room."""
        self.loudest.forget(participant)
        self._recent.pop(participant, None)
        self.changed()

    def is_near(self, participant: ParticipantId, most: int) -> bool:
        """Whether they are among the first to be shown: who spoke last, or anybody of a small room."""
        return len(self.peers) <= most or participant in list(self._recent)[:most]

    @property
    def is_empty(self) -> bool:
        return not self.peers and not self.listeners
