"""Who may be heard and seen, where."""

from __future__ import annotations

from msgspec import Struct

from rooms.ids import ParticipantId, RoomId


class Seat(Struct, frozen=True, kw_only=True):
    """Where one person is, and what they may send there; `microphone`, `camera` and `screen` are permissions.

    `muted` from afar or by themselves; `interprets` is the language of somebody heard only by those who ask for it.
    """

    participant: ParticipantId
    room: RoomId
    microphone: bool
    camera: bool
    screen: bool
    muted: bool = False
    is_staff: bool = False
    is_viewer: bool = False
    interprets: str = ""
