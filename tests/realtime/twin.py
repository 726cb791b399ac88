"""A media worker's twin in memory: it keeps what it is told, answers as the real one does, says what a test says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from facilitation.stage import Seat
from media.control import Device, FromWorker, LineRole, Stands, Wish
from rooms.ids import ParticipantId, WorkshopId
from rooms.refusal import Refused


@dataclass(slots=True)
class Peer:
    """A connection that the twin holds."""

    connection: str
    lines: dict[str, LineRole]
    device: Device
    wish: Wish | None = None
    restarts: int = 0


@dataclass(slots=True)
class Held:
    epoch: str
    generation: int
    seats: dict[ParticipantId, Seat]
    told: int = 0
    """Seats told since it was opened."""


class Twin:
    """Implements media.host.Media. `refuses` is raised at the next offers, while it is set.

    `tells` is told before a wish is answered, as to a web process through which somebody comes back.
    """

    def __init__(self) -> None:
        self.hear: Callable[[FromWorker], None] = lambda message: None
        self.lost: Callable[[], None] = lambda: None
        self.back: Callable[[], None] = lambda: None
        self.is_running = False
        self.refuses: Refused | None = None
        self.tells: tuple[FromWorker, ...] = ()
        self.held: dict[WorkshopId, Held] = {}
        self.peers: dict[ParticipantId, Peer] = {}

    async def start(self) -> None:
        self.is_running = True

    async def stop(self) -> None:
        self.is_running = False

    def open(self, workshop: WorkshopId, epoch: str, generation: int, seats: Iterable[Seat]) -> None:
        self.held[workshop] = Held(epoch, generation, {seat.participant: seat for seat in seats})

    def reseat(
        self,
        workshop: WorkshopId,
        epoch: str,
        generation: int,
        put: Iterable[Seat] = (),
        drop: Iterable[ParticipantId] = (),
    ) -> None:
        held = self.held[workshop]
        assert epoch == held.epoch
        assert generation > held.generation, "the worker would not listen to it"
        held.generation = generation
        for seat in put:
            held.seats[seat.participant] = seat
            held.told += 1
        for participant in drop:
            held.seats.pop(participant)

    def close(self, workshop: WorkshopId) -> None:
        self.held.pop(workshop, None)

    async def offer(
        self,
        workshop: WorkshopId,
        participant: ParticipantId,
        connection: str,
        sdp: str,
        lines: dict[str, LineRole],
        device: Device,
    ) -> str:
        if self.refuses:
            raise self.refuses
        if participant not in self.held[workshop].seats:
            raise Refused("unknown", kind="participant")
        before = self.peers.get(participant)
        if before is not None and before.connection == connection:
            before.restarts += 1
            return f"again {sdp}"
        self.peers[participant] = Peer(connection, lines, device)
        if before is not None:
            self.hear(
                Stands(workshop=workshop, participant=participant, connection=before.connection, standing="replaced")
            )
        return f"answer to {sdp}"

    async def wish(self, workshop: WorkshopId, participant: ParticipantId, connection: str, wish: Wish) -> None:
        peer = self.peers.get(participant)
        if peer is None or peer.connection != connection:
            raise Refused("unknown", kind="connection")
        peer.wish = wish
        for message in self.tells:
            self.hear(message)

    def leave(self, workshop: WorkshopId, participant: ParticipantId, connection: str | None = None) -> None:
        peer = self.peers.get(participant)
        if peer is not None and connection in (None, peer.connection):
            del self.peers[participant]
            self.hear(
                Stands(
                    workshop=workshop,
                    participant=participant,
                    connection=peer.connection,
                    standing="gone",
                    reason="left",
                )
            )

    def die(self) -> None:
        self.peers.clear()
        self.lost()
