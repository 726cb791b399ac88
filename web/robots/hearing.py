"""Who of the robots should have been heard by whom, whatever the server says of it, and who was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rooms.ids import ParticipantId, RoomId

SETTLED = 2
"""How often a listener has to find that somebody speaks, a second apart, before they are to be heard."""
PATIENCE = 3
"""How often a voice is to be missing after that before it counts."""
PLACES = 3
"""As many voices of a room are heard at once. Of more than that any may be left out."""

Pair = tuple[ParticipantId, ParticipantId, RoomId]
"""Who speaks, who listens, where."""


class Hearing:
    """Counts looks and not seconds: a machine that is too slow for so many robots makes nobody unheard."""

    def __init__(self) -> None:
        self._speaking: dict[ParticipantId, RoomId] = {}
        self._found: dict[ParticipantId, dict[Pair, int]] = {}
        """By listener, how often in a row each voice was found to be there."""
        self._due: Counter[Pair] = Counter()
        self._heard: set[Pair] = set()

    def speaks(self, who: ParticipantId, room: RoomId | None) -> None:
        """Into a microphone that is passed on; None: not at the moment."""
        if room is None:
            self._speaking.pop(who, None)
        else:
            self._speaking[who] = room

    def listens(self, who: ParticipantId, room: RoomId | None, others: int = 0) -> None:
        """Said once a second; None: they cannot. `others` are the voices in the room that are no robots'."""
        voices = [each for each, where in self._speaking.items() if where == room and each != who]
        if room is None or len(voices) + others > PLACES:
            self._found[who] = {}
            return
        before = self._found.get(who, {})
        self._found[who] = found = {pair: before.get(pair, 0) + 1 for each in voices if (pair := (each, who, room))}
        self._due.update(pair for pair, times in found.items() if times > SETTLED)

    def hears(self, speaker: ParticipantId, listener: ParticipantId, room: RoomId) -> None:
        self._heard.add((speaker, listener, room))

    def is_robot(self, who: ParticipantId) -> bool:
        """Whether it ever listened here."""
        return who in self._found

    def unheard(self) -> Iterator[Pair]:
        return (pair for pair, times in self._due.items() if times >= PATIENCE and pair not in self._heard)
