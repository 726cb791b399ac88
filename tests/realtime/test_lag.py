"""A loop that is kept waiting says by what."""

from __future__ import annotations

import asyncio
import threading

import pytest

from realtime.lag import LATE_S, Lag


def keep_waiting(seconds: float) -> None:
    threading.Event().wait(seconds)


async def test_what_keeps_the_loop_waiting_is_named_and_measured(caplog: pytest.LogCaptureFixture) -> None:
    beats: asyncio.Queue[float] = asyncio.Queue()
    lag = Lag(beats.put_nowait)
    running = asyncio.create_task(lag.run())
    await beats.get()

    keep_waiting(3 * LATE_S)

    assert await beats.get() > LATE_S
    assert lag.worst_s > LATE_S
    assert "keep_waiting" in caplog.text
    running.cancel()
