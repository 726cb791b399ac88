"""A slot of somebody's page, and who stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from media.allocation import Rank, Want
from media.incoming import Layer, Source
from media.slot import Slot
from rooms.ids import ParticipantId


class Place:
    """`ceiling` is the largest layer it is worth; of those of one `rank` on a page the lowest `order` goes first."""

    __slots__ = ("ceiling", "layer_wanted", "order", "rank", "slot", "source")

    def __init__(self, slot: Slot) -> None:
        self.slot = slot
        self.source: Source | None = None
        self.ceiling = 0
        self.layer_wanted = 0
        self.rank = Rank.OTHER
        self.order = 0

    @property
    def participant(self) -> ParticipantId | None:
        return self.source.participant if self.source else None

    def put(self, source: Source | None, now: float) -> None:
        """A voice, from its next packet on."""
        if source is not self.source:
            self._stand(source, now)
            if source is not None:
                self.slot.feed(source.layers[0], now)

    def aim(self, source: Source | None, ceiling: int, now: float) -> None:
        """A picture; which layer of it is decided with all others of the page."""
        if source is not self.source:
            self._stand(source, now)
            self.layer_wanted = 0
        self.ceiling = min(ceiling, len(source.layers) - 1) if source else 0

    def _stand(self, source: Source | None, now: float) -> None:
        if self.source is not None:
            self.source.watchers.discard(self)
            self.slot.feed(None, now)
        self.source = source
        if source is not None:
            source.watchers.add(self)

    def stop(self, now: float) -> None:
        """Nothing more of the layer it carries, nor of what was lost of it."""
        self.slot.feed(None, now)
        self.slot.forget()

    def want(self) -> Want:
        """What its picture takes in each layer, and how much it matters: for all of a page to be weighed together."""
        assert self.source is not None
        layers = self.source.layers
        held = next((at for at, layer in enumerate(layers) if layer is self.slot.layer), -1)
        return Want([layer.bitrate for layer in layers], self.ceiling, self.rank, held)

    def layers_wanted(self, now: float) -> Iterator[int]:
        """The layer decided upon, and those below it as long as their sender does not manage to send it."""
        assert self.source is not None
        for at in range(self.layer_wanted, -1, -1):
            yield at
            if self.source.layers[at].is_alive(now):
                return

    def show(self, now: float) -> Layer | None:
        """Feed the wanted layer, or the best below it that its sender sends now. Gives the layer it waits for."""
        source = self.source
        if source is None:
            return None
        if self.layer_wanted < 0:
            self.slot.feed(None, now)
            return None
        alive = [layer for layer in source.layers[: self.layer_wanted + 1] if layer.is_alive(now)]
        alive = alive[-1:] or [layer for layer in source.layers if layer.is_alive(now)][:1]
        if not alive:
            return None
        layer = alive[0]
        if self.slot.feed(layer, now):
            if packets := layer.since_key():
                self.slot.replay(packets)
                return None
            return layer
        return None
