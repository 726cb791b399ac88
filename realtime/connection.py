"""One browser tab: who it speaks for, what it sees, and how fast it may ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from realtime.broadcast import Packet, Wire
from realtime.reading import Reader
from rooms.audience import Audience
from rooms.ids import ParticipantId, RoomId, WorkshopId


@dataclass(frozen=True, slots=True)
class Session:
    """What a session token stands for, one of those that a session has one after the other."""

    workshop: WorkshopId
    participant: ParticipantId
    link: str
    sid: str = ""
    issued_at: int = 0
    """Epoch ms."""
    is_renewed: bool = False
    """Not the first of its session."""
    renewal: str | None = None
    """The token to go on with, where this one has aged."""


@dataclass(slots=True)
class Budget:
    """A token bucket: `burst` at once, then `rate` a second (seconds from any steady clock)."""

    rate: float
    burst: float
    level: float = field(init=False)
    at: float | None = None
    refused: int = 0

    def __post_init__(self) -> None:
        self.level = self.burst

    def take(self, now: float) -> bool:
        if self.at is not None:
            self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level < 1:
            self.refused += 1
            return False
        self.level -= 1
        self.refused = max(0, self.refused - 1)
        return True

    def wait_ms(self) -> int:
        return int((1 - self.level) / self.rate * 1000) + 1


@dataclass(slots=True)
class Paces:
    """How fast one person may ask, by all their connections to this process together."""

    commands: Budget = field(default_factory=lambda: Budget(rate=10, burst=40))
    joins: Budget = field(default_factory=lambda: Budget(rate=4, burst=40))
    """Joining and looking: each may cost a snapshot."""
    signals: Budget = field(default_factory=lambda: Budget(rate=10, burst=10))
    writing: Budget = field(default_factory=lambda: Budget(rate=20, burst=40))
    """What one writes together with others."""
    cursors: Budget = field(default_factory=lambda: Budget(rate=10, burst=10))
    wishes: Budget = field(default_factory=lambda: Budget(rate=10, burst=20))
    """What one wants to hear, see and send."""


def commands_of_a_workshop() -> Budget:
    """Of all its people through one process: five hundred of them who press at once, every second."""
    return Budget(rate=500, burst=2_000)


@dataclass(slots=True, eq=False)
class Connection:
    sid: str
    session: Session
    wire: Wire
    cut: Callable[[Connection, str], None]
    """Ends the connection with the reason given."""
    paces: Paces = field(default_factory=Paces)
    reader: Reader | None = None
    """Where it is read straight from its socket."""
    look: RoomId | None = None
    audience: Audience | None = None
    """None until it has joined."""

    def send(self, packet: Packet) -> None:
        if not self.wire.send(packet):
            self.cut(self, "slow")
