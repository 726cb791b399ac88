"""What goes wrong, and when: all of it chosen by a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

POINTS = ("before_commit", "written", "after_commit", "told", "after_ack")
"""Of a batch: decided, its rows written, durable, told, answered."""
SEEDS = 20
TESTED = 5
"""So many seeds, one after the other, have every kind of fault among them but the longest."""
MORE = 2
"""Faults of a seed beside those it must have."""
FROZEN_S, STALLED_S = 1.0, 25.0
"""The second is twice as long as people wait for an answer, and longer than others wait for the workshop's row."""


class Kind(StrEnum):
    KILL = "kill"
    """kill -9 of a web process at a point of a batch."""
    KILL_BOTH = "kill both"
    FREEZE = "freeze"
    """SIGSTOP at a point, then SIGCONT: at most of them it holds the workshop's row meanwhile."""
    STALL = "stall"
    """The same beyond the patience of everybody: people and PostgreSQL go on without it, and then it is there again."""
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
    """The disk that the tables and people's files lie on."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`after` so many commands are done; `web` is the number of a process, `point` one of a batch. A process is frozen
    `for_s`."""

    kind: Kind
    after: int
    web: int
    point: str = ""
    for_s: float = FROZEN_S

    def __str__(self) -> str:
        where = f" {self.web} at {self.point}" if self.kind in (Kind.KILL, Kind.FREEZE, Kind.STALL) else ""
        how_long = f" for {self.for_s:.0f} s" if self.kind in (Kind.FREEZE, Kind.STALL) else ""
        return f"{self.after}: {self.kind}{where}{how_long}"


@dataclass(frozen=True, slots=True)
class Plan:
    seed: int
    on_sqlite: bool
    faults: tuple[Fault, ...]

    @property
    def fills_disk(self) -> bool:
        return any(fault.kind is Kind.FULL for fault in self.faults)

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
LONG: dict[int, tuple[Kind, str, float]] = {
    6: (Kind.STALL, "written", STALLED_S),
    8: (Kind.FREEZE, "after_ack", 8.0),
    9: (Kind.STALL, "told", STALLED_S),
    11: (Kind.FREEZE, "written", 8.0),
    12: (Kind.STALL, "after_ack", STALLED_S),
    13: (Kind.STALL, "before_commit", STALLED_S),
}
"""By seed: what takes its time, and has no place in every test run."""
APART = (Kind.FULL, Kind.STALL)
"""Faults that no seed has by chance."""


def plan_of(seed: int, every: int = 20) -> Plan:
    """A fault after `every` so many commands, roughly."""
    dice = random.Random(f"faults {seed}")
    must = MUST[seed % TESTED]
    is_odd = bool(seed // TESTED % 2)
    on_sqlite = (Kind.FULL, "") in must and not is_odd
    others = [kind for kind in Kind if kind not in APART and not (kind is Kind.POSTGRES and on_sqlite)]
    chosen = [(kind, point, FROZEN_S) for kind, point in must]
    if seed >= TESTED:
        chosen += [(kind, dice.choice(POINTS), FROZEN_S) for kind in dice.sample(others, MORE)]
    chosen += [LONG[seed]] if seed in LONG else []
    dice.shuffle(chosen)
    faults: list[Fault] = []
    after = 0
    for kind, point, for_s in chosen:
        after += dice.randint(every // 2, every)
        faults.append(Fault(kind, after, dice.randrange(2), point, for_s))
    return Plan(seed, on_sqlite, tuple(faults))
