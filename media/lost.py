"""Packets of one incoming stream that did not come, and when to ask for them again (RFC 4585 §6.2.1).

Sequences here are those with their wrap-arounds counted, so that they only ever rise.
"""

from __future__ import annotations

from media.reception import DROPOUT

MOST = 500
"""Beyond, a key frame is cheaper than what is missing."""
TRIES = 10
AT_ONCE = 250
"""Asked for in one go; scattered as widely as can be, they still fit into one RTCP packet."""
REORDERED = 2
"""So many packets may overtake one that is merely late, or it may be late by WAIT_S."""
WAIT_S = 0.015
AGAIN_MIN_S, AGAIN_MAX_S = 0.04, 0.5
WELCOME_S = 0.5
"""So long after the last asking a packet is still taken in when it comes."""


class Missing:
    __slots__ = ("asked_at", "noticed_at", "tries")

    def __init__(self, noticed_at: float) -> None:
        self.noticed_at = noticed_at
        self.asked_at = 0.0
        self.tries = 0


class Lost:
    """`patience_s` is how long one is worth asking for, `reach` how far behind the newest."""

    __slots__ = ("_missing", "_patience_s", "_reach")

    def __init__(self, patience_s: float, reach: int = DROPOUT) -> None:
        self._patience_s = patience_s
        self._reach = reach
        self._missing: dict[int, Missing] = {}

    def __len__(self) -> int:
        return len(self._missing)

    def notice(self, first: int, newest: int, now: float) -> bool:
        """`first` up to `newest`, which has come, are missing. False: so many are that all are given up."""
        first = max(first, newest - self._reach)
        if len(self._missing) + newest - first > MOST:
            self._missing.clear()
            return False
        for number in range(first, newest):
            self._missing[number] = Missing(now)
        return True

    def found(self, number: int) -> bool:
        """It came. False: it was not missing, or was given up."""
        return self._missing.pop(number, None) is not None

    def waits_s(self, now: float) -> float:
        """For how long the one that has been missing for the longest time."""
        return next((now - missing.noticed_at for missing in self._missing.values()), 0.0)

    def give_up_before(self, number: int) -> None:
        """A picture begins there that needs nothing from before."""
        if self._missing:
            self._missing = {each: missing for each, missing in self._missing.items() if each > number}

    def give_up(self) -> None:
        self._missing.clear()

    def due(self, newest: int, now: float, round_trip: float) -> list[int]:
        """The 16-bit sequences to ask for now, oldest first. They count as asked for."""
        if not self._missing:
            return []
        again_s = min(max(round_trip, AGAIN_MIN_S), AGAIN_MAX_S)
        asked: list[int] = []
        gone: list[int] = []
        for number, missing in self._missing.items():
            age = now - missing.noticed_at
            if age > self._patience_s + WELCOME_S:
                gone.append(number)
            elif age <= self._patience_s and len(asked) < AT_ONCE and _is_due(missing, newest - number, now, again_s):
                missing.tries += 1
                missing.asked_at = now
                asked.append(number & 0xFFFF)
        for number in gone:
            del self._missing[number]
        return asked


def _is_due(missing: Missing, overtaken_by: int, now: float, again_s: float) -> bool:
    if not missing.tries:
        return overtaken_by > REORDERED or now - missing.noticed_at >= WAIT_S
    return missing.tries < TRIES and now - missing.asked_at >= again_s
