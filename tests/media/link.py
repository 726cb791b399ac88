"""A light client that is connected to a transport of ours, as the tests of either want it."""

import asyncio
import struct
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from media.certificate import Certificates
from media.control import LineRole
from media.light import Crowd, LightClient
from media.mux import Mux
from media.sdp import Receiving, Sending, read_offer, write_answer
from media.transport import Transport

CERTIFICATES = Certificates()
ROLES: tuple[LineRole, ...] = ("microphone", "camera", "voice", "face")
SENT_ON = ("microphone", "camera", "screen")


async def until(is_so: Callable[[], bool], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110 - what is waited for is told by nobody
            await asyncio.sleep(0.002)


@dataclass(slots=True)
class Link:
    crowd: Crowd
    mux: Mux
    transport: Transport
    client: LightClient
    packets: list[bytes] = field(default_factory=list)
    """RTP that the transport heard."""
    reports: list[bytes] = field(default_factory=list)
    ends: list[Transport] = field(default_factory=list)

    def answer(self) -> str:
        """To what the client offers now."""
        offer = read_offer(self.client.offer)
        accepted = {
            mid: Receiving()
            if role in SENT_ON
            else Sending(ssrc_of(mid), ssrc_of(mid) + 1 if role != "voice" else None)
            for mid, role in self.client.lines.items()
        }
        transport = self.transport
        return write_answer(
            offer, accepted, transport.ufrag, transport.password, transport.fingerprint, self.mux.candidates()
        )

    def send(self, mid: str, sequences: Iterable[int], payload: bytes = b"payload") -> bool:
        """From the server, behind the slot `mid`. Whether all were sent."""
        return sum(not self.put(packet(ssrc_of(mid), sequence, payload)) for sequence in sequences) == 0

    def put(self, whole: bytes) -> bool:
        Transport.out[: len(whole)] = whole
        return self.transport.send(len(whole))


def ssrc_of(mid: str) -> int:
    return 1000 + 2 * int(mid)


def packet(ssrc: int, sequence: int, payload: bytes = b"payload", payload_type: int = 111) -> bytes:
    return struct.pack("!BBHLL", 0x80, payload_type, sequence & 0xFFFF, 960 * sequence & 0xFFFFFFFF, ssrc) + payload


@asynccontextmanager
async def opened(addresses: Sequence[str] = ("127.0.0.1",)) -> AsyncIterator[Mux]:
    mux = Mux(addresses, 0)
    await mux.start()
    try:
        yield mux
    finally:
        mux.close()


@asynccontextmanager
async def prepared(roles: Sequence[LineRole] = ROLES, address: str = "127.0.0.1") -> AsyncIterator[Link]:
    """Before either has heard of the other."""
    async with Crowd() as crowd, opened([address]) as mux:
        transport = Transport(mux, CERTIFICATES.current())
        link = Link(crowd, mux, transport, LightClient(crowd, roles))
        transport.on_rtp = lambda buffer, size: link.packets.append(bytes(buffer[:size]))
        transport.on_rtcp = link.reports.append
        transport.on_closed = lambda: link.ends.append(transport)
        yield link
        link.client.close()
        transport.close()


@asynccontextmanager
async def connected(
    over: str = "udp", roles: Sequence[LineRole] = ROLES, address: str = "127.0.0.1"
) -> AsyncIterator[Link]:
    async with prepared(roles, address) as link:
        offer = read_offer(link.client.offer)
        async with asyncio.timeout(10), asyncio.TaskGroup() as both:
            both.create_task(link.transport.start(offer.fingerprints, offer.setup))
            both.create_task(link.client.connect(link.answer(), "tcp" if over == "tcp" else "udp"))
        yield link
