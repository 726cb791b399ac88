"""The newest packets of one stream, for whoever lost one and for whoever comes late."""

from __future__ import annotations

from media.packet import Packet


class Cache:
    """A ring over the sequence numbers: a packet stands until the one `size` numbers later comes."""

    __slots__ = ("_mask", "_ring")

    def __init__(self, size: int) -> None:
        if size < 1 or size & (size - 1) or size > 0x8000:
            raise ValueError("the size of a cache is a power of two, of half a round of sequences at most")
        self._mask = size - 1
        self._ring: list[Packet | None] = [None] * size

    def put(self, packet: Packet) -> None:
        """The caller puts nothing older than `size` numbers: it would drive a newer one out."""
        self._ring[packet.sequence & self._mask] = packet

    def get(self, sequence: int) -> Packet | None:
        packet = self._ring[sequence & self._mask]
        return packet if packet is not None and packet.sequence == sequence else None

    def run(self, first: int, count: int) -> list[Packet] | None:
        """`count` packets from the sequence `first` on; None if one of them is not here."""
        packets = []
        for sequence in range(first, first + count):
            packet = self.get(sequence & 0xFFFF)
            if packet is None:
                return None
            packets.append(packet)
        return packets

    def clear(self) -> None:
        self._ring = [None] * len(self._ring)
