"""For how long each person has spoken, in each room: told from time to time, and then counted anew."""

from __future__ import annotations

from rooms.ids import ParticipantId, RoomId

PAUSE_S = 0.1
"""Between packets of one who speaks. Shorter than it takes to be found speaking, so that a mute in between, however
short, is not counted."""
FIRST_S = 0.02
"""What a packet is worth that follows on none."""

Where = tuple[ParticipantId, RoomId]


class SpeechMeter:
    """Hears only of open microphones with a voice on them: nothing is counted of who is muted."""

    def __init__(self) -> None:
        self._spoken: dict[Where, float] = {}
        """Seconds."""
        self._last_at: dict[Where, float] = {}

    def hear(self, participant: ParticipantId, room: RoomId, now: float) -> None:
        """A packet of somebody who speaks."""
        where = (participant, room)
        passed = now - self._last_at.get(where, float("-inf"))
        self._last_at[where] = now
        self._spoken[where] = self._spoken.get(where, 0.0) + (passed if passed <= PAUSE_S else FIRST_S)

    def take(self) -> dict[Where, int]:
        """Milliseconds since the last time; what is less than one waits for more."""
        taken: dict[Where, int] = {}
        for where, seconds in list(self._spoken.items()):
            ms = int(seconds * 1000)
            if ms:
                taken[where] = ms
                self._spoken[where] = seconds - ms / 1000
            else:
                del self._spoken[where], self._last_at[where]
        return taken
