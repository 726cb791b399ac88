"""Whether sound is sent twice: to a page that loses some of it and never asks for it again, as Firefox. Pure."""

from __future__ import annotations

LOSS, LOSS_MAX = 0.02, 0.3
"""Less is concealed well enough. More is no bad way but a full one, and it would only fill it further."""
HOLD_S = 30.0
"""A page that gets everything twice says it has lost nothing: so it is not believed for a while."""


class Doubling:
    """Of one page. Where nothing else is heard of the way, single packets are tried again after each hold."""

    __slots__ = ("_asks", "_until")

    def __init__(self) -> None:
        self._asks = False
        self._until = float("-inf")

    def asked(self) -> None:
        """It asks for lost sound, and gets only that."""
        self._asks = True

    def heard(self, lost: float, now: float) -> None:
        """What part of a stream, of sound or pictures, it says it has lost lately."""
        if LOSS < lost < LOSS_MAX:
            self._until = now + HOLD_S

    def is_on(self, now: float) -> bool:
        return not self._asks and now < self._until
