"""What may help a browser to reach the media worker: STUN, and TURN with a password of its own for each person.

The passwords are those of coturn's `use-auth-secret` (draft-uberti-behave-turn-rest-00): the user name says until
when it holds and for whom it was made, the password is its HMAC under a secret shared with the TURN server.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable

from realtime.messages import IceServer
from rooms.ids import ParticipantId
from web.settings import MediaSettings

LIFETIME_S = 12 * 3600
"""Longer than any workshop: TURN checks it also when an allocation is refreshed."""


class IceServers:
    """Called with whom it is for. `now` gives epoch milliseconds."""

    def __init__(self, settings: MediaSettings, now: Callable[[], int]) -> None:
        self._settings = settings
        self._now = now

    def __call__(self, participant: ParticipantId) -> tuple[IceServer, ...]:
        settings = self._settings
        servers = (IceServer(urls=settings.stun),) if settings.stun else ()
        if not settings.turn:
            return servers
        username = f"{self._now() // 1000 + LIFETIME_S}:{participant}"
        credential = password(settings.turn_secret, username)
        return (*servers, IceServer(urls=settings.turn, username=username, credential=credential))


def password(secret: str, username: str) -> str:
    # SHA-1 is what TURN servers compute here; as a MAC it is not weakened by collisions.
    return base64.b64encode(hmac.new(secret.encode(), username.encode(), hashlib.sha1).digest()).decode()
