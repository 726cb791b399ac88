"""How long the event loop keeps others waiting, and what it was doing when that was too long."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections import deque
from collections.abc import Callable
from traceback import extract_stack

BEAT_S = 0.1
LATE_S = 0.25
"""A beat so late is logged, with where the loop is: ids, names and texts are not in a stack of lines."""
KEPT_S = 60.0
log = logging.getLogger(__name__)


class Lag:
    """A beat on the loop, and a thread that looks on and sleeps. A blocked loop cannot say itself what blocks it."""

    def __init__(self, beaten: Callable[[float], None] = lambda late_s: None) -> None:
        """`beaten` is told of each beat how late it was."""
        self._tell = beaten
        self._late: deque[tuple[float, float]] = deque()
        self._beaten = threading.Event()
        self._over = threading.Event()

    @property
    def worst_s(self) -> float:
        return max((late for _, late in self._late), default=0.0)

    async def run(self) -> None:
        """Until cancelled."""
        loop = asyncio.get_running_loop()
        watch = threading.Thread(target=self._watch, args=(threading.get_ident(),), name="lag", daemon=True)
        watch.start()
        try:
            while True:
                due = loop.time() + BEAT_S
                await asyncio.sleep(BEAT_S)
                now = loop.time()
                self._beaten.set()
                self._late.append((now, now - due))
                self._tell(now - due)
                while self._late[0][0] < now - KEPT_S:
                    self._late.popleft()
        finally:
            self._over.set()
            self._beaten.set()

    def _watch(self, loop_thread: int) -> None:
        while not self._over.is_set():
            self._beaten.clear()
            if not self._beaten.wait(BEAT_S + LATE_S):
                frame = sys._current_frames().get(loop_thread)
                where = extract_stack(frame)[-4:] if frame is not None else []
                at = " < ".join(f"{each.name} ({each.filename}:{each.lineno})" for each in reversed(where))
                log.warning("the loop is kept waiting by %s", at)
                self._beaten.wait()
