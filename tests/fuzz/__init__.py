"""Hostile inputs: a few in every test run, ten thousand of each kind by `make fuzz`."""

import gc
import logging
import os
import sys
from collections.abc import Awaitable, Callable

COUNT = int(os.environ.get("FUZZ") or 300)
AGAIN = COUNT // 6
"""So many of the refused are tried again to see whether something of them is kept."""
KEPT_MOST = 1_000
"""Objects left of that many refused inputs: of ten thousand, one of each would be more."""


async def grown_by(again: Callable[[], Awaitable[None]]) -> int:
    """Objects that every time leaves, after the first: whatever is read into a cache once is no leak.

    Records of the log are the test's own, and are not made.
    """
    logging.disable(logging.ERROR)
    try:
        await again()
        grown = []
        for _ in range(3):
            gc.collect()
            before = sys.getallocatedblocks()
            await again()
            gc.collect()
            grown.append(sys.getallocatedblocks() - before)
        return min(grown)
    finally:
        logging.disable(logging.NOTSET)
