"""Who is heard in a room and who is shown as speaking: the loudest, by what their packets say of their level.

The level is the sender's claim (RFC 6464). It is capped, weighed by time and not by packets, and not believed of
packets too small to hold a voice.
"""

from __future__ import annotations

from rooms.ids import ParticipantId

QUIETEST = 35
"""In -dBov, what counts as voice; with the sender's own finding that it is voice, down to QUIETEST_VOICE."""
QUIETEST_VOICE = 45
LOUDEST = 15
"""No voice is louder on average: whoever claims more gains nothing by it."""
UNTOLD = 30
"""The level taken for granted where none is told."""
SMALLEST = 10
"""Bytes. Opus at 6 kb/s takes 15 for 20 ms; what is sent in silence is smaller."""

PACKET_S = 0.02
PAUSE_S = 0.08
"""Between packets; a longer one is silence, though nothing says so (DTX)."""
ACTIVITY_S = 0.25
"""Over which the share of time with voice is weighed."""
SPEAKING, SILENT = 0.4, 0.25
"""The shares from which on, and below which no more, somebody is speaking."""
ATTACK_S = 0.04
BREATH_S = 0.3
"""A pause that costs a speaker nothing; after it they count as quieter and quieter."""
FALL_DB = 12.0
"""A second."""
AHEAD_DB, AHEAD_S = 6.0, 0.05
"""By how much, and for how long, one has to be louder than the weakest who is heard to take their place."""
KEPT_S = 2.0
"""After the last voice; then the next who speaks has the place at once."""
GONE_S = 3.0
"""Without any packet: even in silence there are some."""
YIELD_S = 0.15
"""The dominant speaker is silent for so long, then another who speaks follows."""
INTERRUPTS_S = 0.6
"""Of being clearly louder than the dominant speaker, who speaks on."""

NEVER = float("-inf")


def loudness(level: int | None, voice: bool, size: int) -> int:
    """dB above silence, 0 for what is no voice."""
    if size < SMALLEST:
        return 0
    if level is None:
        level = UNTOLD
    if level > (QUIETEST_VOICE if voice else QUIETEST):
        return 0
    return 127 - max(level, LOUDEST)


class Speaker:
    """One microphone. `loudness` is that of its voice, of late; `voice_at` when there was some."""

    __slots__ = ("_share", "ahead_at", "came_at", "is_heard", "is_speaking", "loudness", "voice_at")

    def __init__(self) -> None:
        self.loudness = 0.0
        self.came_at = NEVER
        self.voice_at = NEVER
        self.is_speaking = False
        self.is_heard = False
        self.ahead_at: float | None = None
        self._share = _Share()

    def take(self, loud: int, now: float) -> None:
        """A packet with so loud a voice, or 0."""
        passed = min(now - self.came_at, PAUSE_S)
        self.came_at = now
        self._share.weigh(loud > 0, now)
        self._judge()
        if loud:
            is_new = now - self.voice_at > KEPT_S
            self.loudness += (loud - self.loudness) * (1.0 if is_new else min(1.0, passed / ATTACK_S))
            self.voice_at = now

    def rest(self, now: float) -> None:
        """No packet came for a moment."""
        self._share.rest(now)
        self._judge()

    def _judge(self) -> None:
        share = self._share.value
        self.is_speaking = share >= SPEAKING or (self.is_speaking and share >= SILENT)

    def strength(self, now: float) -> float:
        return self.loudness - FALL_DB * max(0.0, now - self.voice_at - BREATH_S)


class _Share:
    """Of the last moments, how much was voice. Time decides: many packets in it weigh no more than few."""

    __slots__ = ("_until", "value")

    def __init__(self) -> None:
        self.value = 0.0
        self._until = NEVER

    def weigh(self, is_voice: bool, now: float) -> None:
        if now - self._until > PAUSE_S:
            self.rest(now - PACKET_S)
        part = (now - self._until) / ACTIVITY_S
        self.value += ((1.0 if is_voice else 0.0) - self.value) * part
        self._until = now

    def rest(self, now: float) -> None:
        if now > self._until:
            self.value *= max(0.0, 1.0 - (now - self._until) / ACTIVITY_S)
            self._until = now


class Loudest:
    """`places` of a room. Who is heard stays in the same one; while there is room, even the silent are."""

    def __init__(self, places: int = 3) -> None:
        self.dominant: ParticipantId | None = None
        """Who speaks, or spoke last."""
        self._places: list[ParticipantId | None] = [None] * places
        self._speakers: dict[ParticipantId, Speaker] = {}
        self._rival: ParticipantId | None = None
        """Who is louder than the dominant speaker, since when."""
        self._rival_at = 0.0
        self._seen: tuple[object, ...] = ((), (), None)

    @property
    def heard(self) -> tuple[ParticipantId, ...]:
        return tuple(each for each in self._places if each is not None)

    @property
    def speaking(self) -> tuple[ParticipantId, ...]:
        return tuple(each for each, speaker in self._speakers.items() if speaker.is_speaking)

    def is_speaking(self, participant: ParticipantId) -> bool:
        speaker = self._speakers.get(participant)
        return speaker is not None and speaker.is_speaking

    def hear(self, participant: ParticipantId, level: int | None, voice: bool, size: int, now: float) -> None:
        """An audio packet of theirs has come in; `size` is that of its payload."""
        speaker = self._speakers.get(participant)
        if speaker is None:
            speaker = self._speakers[participant] = Speaker()
        loud = loudness(level, voice, size)
        speaker.take(loud, now)
        if not speaker.is_heard:
            self._seek(participant, speaker, loud > 0, now)

    def forget(self, participant: ParticipantId) -> None:
        """They left, or were muted."""
        self._speakers.pop(participant, None)
        self._vacate(participant)
        if self.dominant == participant:
            self.dominant = None

    def tick(self, now: float) -> bool:
        """Whether anything of what can be read here has changed since the last time."""
        for participant, speaker in self._speakers.items():
            if now - speaker.came_at > PAUSE_S:
                speaker.rest(now)
                if speaker.is_heard and now - speaker.came_at > GONE_S:
                    self._vacate(participant)
                    speaker.is_heard = False
        self._choose_dominant(now)
        seen = (self.heard, self.speaking, self.dominant)
        changed = seen != self._seen
        self._seen = seen
        return changed

    # -- places ---------------------------------------------------------------------------------------------------

    def _seek(self, participant: ParticipantId, speaker: Speaker, is_voice: bool, now: float) -> None:
        if None in self._places:
            self._put(self._places.index(None), participant, speaker)
            return
        if not is_voice:
            speaker.ahead_at = None
            return
        at, weakest = self._weakest(now)
        if now - weakest.voice_at > KEPT_S or self._is_ahead(speaker, weakest, now):
            weakest.is_heard = False
            self._put(at, participant, speaker)

    def _weakest(self, now: float) -> tuple[int, Speaker]:
        """Who would make room; the dominant speaker only where there is but one place."""
        several = len(self._places) > 1
        heard = [
            (at, self._speakers[each])
            for at, each in enumerate(self._places)
            if each is not None and not (several and each == self.dominant)
        ]
        return min(heard, key=lambda place: place[1].strength(now))

    @staticmethod
    def _is_ahead(speaker: Speaker, weakest: Speaker, now: float) -> bool:
        if speaker.loudness < weakest.strength(now) + AHEAD_DB:
            speaker.ahead_at = None
            return False
        if speaker.ahead_at is None:
            speaker.ahead_at = now
        return now - speaker.ahead_at >= AHEAD_S

    def _put(self, at: int, participant: ParticipantId, speaker: Speaker) -> None:
        self._places[at] = participant
        speaker.is_heard = True
        speaker.ahead_at = None

    def _vacate(self, participant: ParticipantId) -> None:
        if participant in self._places:
            self._places[self._places.index(participant)] = None

    # -- the one who speaks ---------------------------------------------------------------------------------------

    def _choose_dominant(self, now: float) -> None:
        """The loudest follows one who has stopped; who clearly drowns the other out need not wait for that."""
        current = self._speakers.get(self.dominant) if self.dominant is not None else None
        strengths = {
            each: speaker.strength(now)
            for each, speaker in self._speakers.items()
            if speaker.is_speaking and speaker is not current and now - speaker.voice_at < YIELD_S
        }
        rival = max(strengths, key=strengths.__getitem__, default=None)
        if rival is None:
            self._rival = None
        elif current is None or now - current.voice_at >= YIELD_S:
            self._follow(rival)
        elif strengths[rival] < current.strength(now) + AHEAD_DB:
            self._rival = None
        elif rival != self._rival:
            self._rival, self._rival_at = rival, now
        elif now - self._rival_at >= INTERRUPTS_S:
            self._follow(rival)

    def _follow(self, participant: ParticipantId) -> None:
        self.dominant = participant
        self._rival = None
