"""What goes wrong, and when: all of it chosen by a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

POINTS = ("before_commit", "written", "after_commit", "told", "after_ack")
"""Of a batch: decided, its rows written, durable, told, answered."""
TESTED = 5
"""So many seeds, one after the other, have every kind of fault among them."""
MORE = 2
"""Faults of a seed beside those it must have."""


class Kind(StrEnum):
    KILL = "kill"
    """kill -9 of a web process at a point of a batch."""
    KILL_BOTH = "kill both"
    FREEZE = "freeze"
    """SIGSTOP at a point, then SIGCONT: at most of them it holds the workshop's row meanwhile."""
    END = "end"
    """SIGTERM, and another in its place."""
    REDIS = "redis"
    POSTGRES = "postgres"
    CUT = "cut"
    """Half of all sockets end at once."""
    AWAY = "away"
    """Some are without a network for what the server's clocks say is ten minutes."""
    CLOCK = "clock"
    """That of one process steps back an hour."""
    MEDIA = "media"
    """kill -9 of the media worker."""
    FULL = "full"
    """The disk, of SQLite."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`after` so many commands are done; `web` is the number of a process, `point` one of a batch."""

    kind: Kind
    after: int
    web: int
    point: str

    def __str__(self) -> str:
        where = {Kind.KILL: f" {self.web} at {self.point}", Kind.FREEZE: f" {self.web} at {self.point}"}
        return f"{self.after}: {self.kind}{where.get(self.kind, '')}"


@dataclass(frozen=True, slots=True)
class Plan:
    seed: int
    on_sqlite: bool
    faults: tuple[Fault, ...]

    @property
    def done(self) -> int:
        """Commands after which the last fault has come."""
        return self.faults[-1].after if self.faults else 0

    def __str__(self) -> str:
        database = "SQLite" if self.on_sqlite else "PostgreSQL"
        return f"seed {self.seed} on {database}; after commands: " + ", ".join(map(str, self.faults))


MUST: tuple[tuple[tuple[Kind, str], ...], ...] = (
    ((Kind.KILL, "before_commit"), (Kind.FREEZE, "written"), (Kind.MEDIA, "")),
    ((Kind.KILL, "written"), (Kind.REDIS, ""), (Kind.AWAY, ""), (Kind.CUT, "")),
    ((Kind.KILL, "after_commit"), (Kind.FULL, ""), (Kind.CLOCK, "")),
    ((Kind.POSTGRES, ""), (Kind.KILL, "told"), (Kind.FREEZE, "told")),
    ((Kind.KILL_BOTH, ""), (Kind.KILL, "after_ack"), (Kind.END, ""), (Kind.CUT, "")),
)
ONLY = {Kind.FULL: True, Kind.POSTGRES: False}
"""Faults that only one of the two databases has."""


def plan_of(seed: int, every: int = 20) -> Plan:
    """A fault after `every` so many commands, roughly."""
    dice = random.Random(f"faults {seed}")
    must = MUST[seed % TESTED]
    on_sqlite = (Kind.FULL, "") in must
    others = [kind for kind in Kind if ONLY.get(kind, on_sqlite) is on_sqlite]
    chosen = list(must)
    if seed >= TESTED:
        chosen += [(kind, dice.choice(POINTS)) for kind in dice.sample(others, MORE)]
    dice.shuffle(chosen)
    faults: list[Fault] = []
    after = 0
    for kind, point in chosen:
        after += dice.randint(every // 2, every)
        faults.append(Fault(kind, after, dice.randrange(2), point))
    return Plan(seed, on_sqlite, tuple(faults))
