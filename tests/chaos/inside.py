"""What is other in the web processes of the harness: they remember little, so that a few seconds are a long time."""

from __future__ import annotations

import realtime.documents
import realtime.telling

RING = 16
UPDATES_PER_CHECKPOINT = 8


def with_little_memory() -> None:
    """Who was away for a moment gets a snapshot sometimes, and common texts are read from checkpoints."""
    realtime.telling.RING = RING
    realtime.documents.UPDATES_PER_CHECKPOINT = UPDATES_PER_CHECKPOINT  # type: ignore[attr-defined]
