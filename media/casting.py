"""Who stands where on a page: which faces, in which slot, how large. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from media.control import Device, Wish
from rooms.ids import ParticipantId

SMALL, MEDIUM, LARGE = 0, 1, 2
"""Of a camera in simulcast: about 180, 360 and 720 lines."""


def visible(
    cameras: Mapping[ParticipantId, object],
    viewer: ParticipantId,
    wish: Wish,
    most: int,
    dominant: ParticipantId | None,
) -> list[ParticipantId]:
    """Whose faces a page shows, the most important first: pinned, speaking, then as `cameras` are ordered.

    `cameras` are the open ones of the room, who spoke last first; `most` is the number of the page's slots.
    """
    most = min(most, wish.faces)
    if wish.hidden or wish.layout == "none" or most <= 0:
        return []
    first = [each for each in (wish.pinned, dominant) if each is not None and each in cameras]
    # In a full hall there are far more cameras than slots: no more are looked at than could be shown.
    order = dict.fromkeys([*first, *islice(cameras, most + 1)])
    return [each for each in order if each != viewer][:most]


def placed(now: Sequence[ParticipantId | None], wanted: Sequence[ParticipantId]) -> list[ParticipantId | None]:
    """One per slot. Who is shown already keeps the slot, so that a picture never goes black for a reshuffle."""
    stays = set(now) & set(wanted)
    come = iter([each for each in wanted if each not in stays])
    return [each if each in stays else next(come, None) for each in now]


def sizes(wanted: Sequence[ParticipantId], wish: Wish, device: Device) -> dict[ParticipantId, int]:
    """The largest layer each face is worth on this page."""
    if wish.quality == "low":
        return dict.fromkeys(wanted, SMALL)
    best = LARGE if device == "desktop" else MEDIUM
    if wish.layout == "speaker":
        return {each: best if at == 0 else SMALL for at, each in enumerate(wanted)}
    if len(wanted) <= 1:
        return dict.fromkeys(wanted, best)
    return dict.fromkeys(wanted, MEDIUM if len(wanted) <= (4 if device == "desktop" else 1) else SMALL)
