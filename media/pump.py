"""Video waits here while audio goes ahead: sent in slices, so that a key frame for hundreds never holds a voice up."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from media.incoming import Layer
    from media.packet import Packet
    from media.slot import Slot

SLICE_S = 0.002
TASKS_S = 0.0005
"""Of a slice, for what waits besides packets: else who begins to speak while video never ends would not be heard."""
GROUP = 16
"""Sent between two looks at the clock."""
STALE_S = 0.5
"""A packet that could not leave for so long is dropped: the worker is overloaded, and later is no better."""
log = logging.getLogger(__name__)


class Pump:
    """`soon` calls back after the loop has looked at its sockets; tasks are small pieces of work that can wait too."""

    def __init__(self, soon: Callable[[Callable[[], None]], object]) -> None:
        self._soon = soon
        self._packets: deque[tuple[Layer, Packet, int]] = deque()
        self._tasks: dict[object, Callable[[], None]] = {}
        self._slots: tuple[Slot, ...] = ()
        self._at = 0
        self._is_called = False
        self.dropped = 0
        self.longest_s = 0.0

    def add(self, layer: Layer, packet: Packet) -> None:
        """It is not sent any more once its source has begun anew."""
        self._packets.append((layer, packet, layer.source.era))

    def later(self, key: object, task: Callable[[], None]) -> None:
        """Do it once, after the video that waits; asked again under the same key before that, still once."""
        if key not in self._tasks:
            self._tasks[key] = task
            self._call()

    def run(self) -> None:
        """Send for a slice's length; what is left waits until the sockets were looked at again."""
        if not self._packets and not self._tasks:
            return
        began = time.monotonic()
        until = began + SLICE_S
        for_packets = until - TASKS_S if self._tasks else until
        try:
            while self._packets and self._send(for_packets):
                pass
            while self._tasks and self._perform(until):
                pass
        finally:
            self.longest_s = max(self.longest_s, time.monotonic() - began)
            if self._packets or self._tasks:
                self._call()

    def _perform(self, until: float) -> bool:
        """The first task; whether there is time for more."""
        task = self._tasks.pop(next(iter(self._tasks)))
        try:
            task()
        except Exception:
            log.exception("a task of the pump failed")
        return time.monotonic() < until

    def _send(self, until: float) -> bool:
        """The first packet to the slots that have not had it; whether there is time for more."""
        layer, packet, era = self._packets[0]
        if not self._at:
            self._slots = tuple(layer.fed)
            if time.monotonic() - packet.at > STALE_S:
                self.dropped += 1
                self._slots = ()
        if era != layer.source.era:
            self._slots = ()
        while self._at < len(self._slots):
            group = self._slots[self._at : self._at + GROUP]
            # Passed over whatever comes of it: a packet that cannot be sent must not come first for ever.
            self._at += GROUP
            for slot in group:
                slot.forward(layer, packet)
            if time.monotonic() > until:
                break
        if self._at >= len(self._slots):
            self._packets.popleft()
            self._slots = ()
            self._at = 0
        return time.monotonic() < until

    def _call(self) -> None:
        if not self._is_called:
            self._is_called = True
            self._soon(self._called)

    def _called(self) -> None:
        self._is_called = False
        self.run()
