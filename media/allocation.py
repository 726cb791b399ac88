"""How much the way to a page carries, and which layer of each picture is worth sending on it. Pure.

Sound comes first and is never weighed. The browser says what it believes it could receive (REMB,
draft-alvestrand-rmcat-remb-03) and what was lost. It cannot know of more than half again of what it receives: more is
tried, taken back at the first sign of trouble, and then waited for ever longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

START = 1_200_000
"""Bits a second believed in before anything is known: 1 Mb/s of pictures, and what is kept spare."""
SPARE = 8 / 7
"""One more layer needs that much room, one that is sent only what it takes: no going back and forth."""
KEPT = 0.7
"""While nothing speaks against it, even less: a key frame makes a layer look larger than it is."""
HEAVY_LOSS, CLEAN = 0.1, 0.02
LOSS_FLOOR = 200_000
"""A lossy way is not a narrow one for that alone: one small picture is left to it."""
ASKED_MAX = 0.3
"""So much of what was sent in a moment asked for again is no bad way, but a full one."""
CHOKED = 1.3
"""With so many times more than it carries on the way, no key frame would come through before that has passed."""
FALL, RISE = 0.97, 1.002
"""A browser lowers its estimate only when it saw packets queue, and keeps it while they do."""
SHORT = 0.9
"""An estimate below that much of what is sent, and not rising, says that the way is full."""
HELD_BACK = 1.25
"""An estimate above that much of what is sent is held back by us, not by the way."""
RAISE = 1.1
SETTLE_S = 1.0
"""What is heard so soon after a step down is about the time before."""
HOLD_S = 5.0
"""From a step down to the next one up."""
TRY_S = 6.0
"""From one try of more to the next."""
DOUBT_S = 30.0
"""Trouble within that time of a raise is the raise's: it is taken back, and waits twice as long for the next."""
PATIENCE_MAX_S = 160.0
NEVER = float("-inf")
MEASURED = 3
"""Seconds over which something must have been sent to be compared with what the browser says it receives."""


class Rank(IntEnum):
    SCREEN = 0
    SPEAKER = 1
    OTHER = 2


@dataclass(frozen=True, slots=True)
class Want:
    """A picture on a page. `rates` of its layers are bits a second, small to large, 0 for what cannot be had.

    `ceiling` is the largest it is worth, `held` the layer it has, or -1.
    """

    rates: Sequence[int]
    ceiling: int
    rank: Rank = Rank.OTHER
    held: int = -1

    def levels(self) -> list[int]:
        """The layers it may have, small to large. If there are only larger ones, the smallest of them.

        None that takes as much as a larger one: it would be passed through on the way up, at another's cost.
        """
        there = [level for level, rate in enumerate(self.rates) if rate]
        may = [level for level in there if level <= self.ceiling] or there[:1]
        return [at for at in may if all(self.rates[at] < self.rates[above] for above in may if above > at)]

    def rate(self, level: int) -> int:
        return self.rates[level] if level >= 0 else 0


# When each rank gets its first layer, its second, and all above. A screen is to be read, so it goes before all but the
# speaker's smallest; the speaker comes to a decent size before the others are seen at all.
_TURNS = {Rank.SCREEN: (0, 1, 1), Rank.SPEAKER: (0, 2, 4), Rank.OTHER: (3, 5, 6)}


def allocate(budget_bps: int, wants: Sequence[Want], kept: float = 1.0) -> list[int]:
    """The layer of each picture, -1 for none: together no more than the budget. Of equals, the first goes first.

    `kept` is the part that is counted of what is sent already.
    """
    layers = [-1] * len(wants)
    spent = 0
    for at, level in _steps(wants):
        want = wants[at]
        total = spent - want.rate(layers[at]) + want.rate(level)
        if total * (SPARE if level > want.held else kept) <= budget_bps:
            layers[at] = level
            spent = total
    return layers


def least(wants: Sequence[Want]) -> list[int]:
    """Of what matters most and is small, the smallest layer."""
    layers = [-1] * len(wants)
    small = ((at, level) for at, level in _steps(wants) if wants[at].rate(level) <= LOSS_FLOOR)
    for at, level in islice(small, 1):
        layers[at] = level
    return layers


def cost(wants: Sequence[Want], layers: Sequence[int]) -> int:
    return sum(want.rate(level) for want, level in zip(wants, layers, strict=True))


def raises(wants: Sequence[Want], layers: Sequence[int]) -> Iterator[int]:
    """The budgets with which there would be one layer more than these, in the order of their worth."""
    spent = cost(wants, layers)
    for at, level in _steps(wants):
        if level > layers[at]:
            yield int((spent - wants[at].rate(layers[at]) + wants[at].rate(level)) * SPARE) + 1


def _steps(wants: Sequence[Want]) -> list[tuple[int, int]]:
    """Which want gets which layer, in order."""
    turns = [
        (_TURNS[want.rank][min(step, 2)], want.rank, step, at, level)
        for at, want in enumerate(wants)
        for step, level in enumerate(want.levels())
    ]
    return [(at, level) for *_, at, level in sorted(turns)]


class Estimate:
    """Of the way to one page. `budget` is what pictures may take of it, in bits a second."""

    __slots__ = (
        "_again_at",
        "_before",
        "_calm_at",
        "_dark_until",
        "_fell_at",
        "_is_short",
        "_loss",
        "_mark",
        "_measured_at",
        "_octets",
        "_patience_s",
        "_raised_at",
        "_remb",
        "_sent",
        "_spends",
        "_too_much",
        "_tried_at",
        "budget",
        "is_choked",
        "lowered_at",
    )

    def __init__(self) -> None:
        self.budget = START
        self.is_choked = False
        """Far more is on the way than it carries: to be shared anew now, and what is to end has to end at once. Set to
        False by whoever has done so."""
        self._spends = 0
        self._before = 0
        """What was spent before the last raise."""
        self._raised_at = self.lowered_at = self._tried_at = self._fell_at = NEVER
        self._calm_at: float | None = None
        """From when on there may be more."""
        self._too_much = 0
        """What did not pass the last time, and is not spent again until `_again_at`."""
        self._again_at = NEVER
        self._patience_s = HOLD_S
        self._dark_until = NEVER
        """Until then there is no picture at all."""
        self._is_short = False
        self._loss = 0.0
        self._remb: int | None = None
        self._mark: tuple[float, int] | None = None
        """An estimate of a second ago or more, to see whether it rises."""
        self._octets = 0
        self._measured_at: float | None = None
        self._sent: list[int] = []

    # -- what is known ------------------------------------------------------------------------------------------------

    def sent(self, octets: int, now: float) -> None:
        """How much of pictures was sent in all; told once a second or more often."""
        if self._measured_at is not None and now - self._measured_at < 1:
            return
        if self._measured_at is not None:
            rate = int((octets - self._octets) * 8 / (now - self._measured_at))
            self._sent = [*self._sent, rate][-MEASURED:]
        self._measured_at, self._octets = now, octets

    def remb(self, bitrate: int, now: float) -> None:
        """The browser says what it could receive."""
        before, self._remb = self._remb, bitrate
        is_looked_at = self._looks(bitrate, now)
        if before is not None and bitrate < before * FALL:
            if bitrate < self._spends:
                self._lower(bitrate, now)
            self.budget = min(self.budget, bitrate)
            self._calm_at = now + HOLD_S
        elif is_looked_at and self._is_short:
            self._lower(bitrate, now)
        elif self._is_calm(now):
            self.budget = max(self.budget, bitrate)

    def loss(self, fraction: float, now: float) -> None:
        """How much of the pictures sent lately was lost on the way."""
        self._loss = fraction
        if fraction > HEAVY_LOSS and self._spends > LOSS_FLOOR:
            passed = max(int(self._spends * (1 - fraction / 2)), LOSS_FLOOR)
            self._lower(passed if self._remb is None else min(passed, self._remb), now)

    def asked(self, fraction: float, now: float) -> None:
        """How much of the pictures sent in the last moment was asked for again: sooner known than loss."""
        if fraction > ASKED_MAX and self._spends > LOSS_FLOOR:
            self._lower(max(int(self._spends * (1 - fraction)), LOSS_FLOOR), now)

    # -- what comes of it ---------------------------------------------------------------------------------------------

    def share(self, wants: Sequence[Want], now: float) -> list[int]:
        """The layer of each picture now, -1 for none."""
        if self._calm_at is None:
            self._calm_at = now + HOLD_S
        most = self._too_much - 1 if now < self._again_at else None
        layers = allocate(self.budget, wants, KEPT) if most is None else allocate(min(self.budget, most), wants)
        if self._may_try(any(level >= 0 for level in layers), now):
            needed = next((each for each in raises(wants, layers) if most is None or each <= most), None)
            if needed is not None:
                self._tried_at = now
                self.budget = needed
                layers = allocate(needed, wants)
        if not any(level >= 0 for level in layers) and not self._is_dark(wants, now):
            layers = least(wants)
        spends = cost(wants, layers)
        if any(level < want.held for want, level in zip(wants, layers, strict=True)):
            self._fell_at = now
        # Another speaker is no raise, nor is a picture that moves more than before.
        is_more = any(level > want.held for want, level in zip(wants, layers, strict=True))
        if is_more and spends > self._spends * RAISE:
            self._raised_at = now
            self._before = self._spends
        self._spends = spends
        return layers

    def _is_dark(self, wants: Sequence[Want], now: float) -> bool:
        """Whether even one small picture is too much. An estimate alone does not say so: it follows what was sent."""
        if now < self._dark_until:
            return True
        if self._remb is None or now - self._fell_at < 2 * SETTLE_S:
            return False
        if not self._is_short and (self._loss <= HEAVY_LOSS or self._remb >= cost(wants, least(wants))):
            return False
        self._dark_until = now + self._patience_s
        return True

    def _may_try(self, shows: bool, now: float) -> bool:
        """Whether to send more than is known to pass."""
        if not shows and self.lowered_at == NEVER:
            # A page that shows nothing yet has nothing to lose.
            return True
        is_held_back = self._remb is None or self._remb >= HELD_BACK * self._steady()
        return is_held_back and self._is_calm(now) and self._loss <= CLEAN and now - self._tried_at >= TRY_S

    # -- how it is judged ---------------------------------------------------------------------------------------------

    def _is_calm(self, now: float) -> bool:
        return self._calm_at is not None and now >= self._calm_at and self._loss <= HEAVY_LOSS

    def _steady(self) -> int:
        """What was sent at least in each of the last seconds."""
        return min(self._sent) if len(self._sent) == MEASURED else 0

    def _looks(self, bitrate: int, now: float) -> bool:
        """Whether it was time to see if the estimate is short of what is sent, and does not rise."""
        if self._mark is None:
            self._mark = (now, bitrate)
        at, before = self._mark
        if now - at < 1:
            return False
        self._mark = (now, bitrate)
        self._is_short = bitrate < before * RISE and bitrate < SHORT * min(self._steady(), self._spends)
        return True

    def _lower(self, passed: int, now: float) -> None:
        """So much is believed to pass, which is less than is spent."""
        if now - self.lowered_at < SETTLE_S:
            return
        self.is_choked = self._spends > CHOKED * passed
        if self._raised_at > self.lowered_at:
            if now - self._raised_at < DOUBT_S:
                self._patience_s = min(2 * self._patience_s, PATIENCE_MAX_S)
                passed = min(passed, self._before or passed)
            else:
                self._patience_s = HOLD_S
        self._too_much = self._spends
        self._again_at = now + self._patience_s
        self.budget = min(self.budget, passed)
        self.lowered_at = now
        self._calm_at = now + HOLD_S
