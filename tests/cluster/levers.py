"""What a test moves in a running process from outside. The product knows nothing of it: it is given a clock anyway."""

from __future__ import annotations

import multiprocessing
import os
import time

CONTEXT = multiprocessing.get_context("forkserver")
"""Processes are forked from one that has everything loaded, so that starting one again costs next to nothing."""


class Levers:
    """A clock that can be set, and a point of a commit at which the process sends itself a signal, once."""

    def __init__(self) -> None:
        self._ahead_ms = CONTEXT.Value("q", 0, lock=False)
        self._point = CONTEXT.Array("c", 32, lock=False)
        self._signal = CONTEXT.Value("i", 0, lock=False)

    # -- outside --------------------------------------------------------------------------------------------------

    def set_clock(self, ahead_ms: int) -> None:
        """Against the true one."""
        self._ahead_ms.value = ahead_ms

    def arm(self, point: str, signal: int) -> None:
        self._signal.value = signal
        self._point.value = point.encode()

    def disarm(self) -> None:
        self._point.value = b""

    @property
    def is_armed(self) -> bool:
        return bool(self._point.value)

    # -- inside ---------------------------------------------------------------------------------------------------

    def now(self) -> int:
        return time.time_ns() // 1_000_000 + int(self._ahead_ms.value)

    def at(self, point: str) -> None:
        if self._point.value == point.encode():
            self.disarm()
            os.kill(os.getpid(), self._signal.value)
