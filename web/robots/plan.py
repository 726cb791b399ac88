"""What whoever starts the robots wants of them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rooms.text import NOTE_MAX
from web.robots.coming import NotJoined

TEXT_COLUMN = "comment-body"
ACTS_MAX = 20
"""At any pace people would not type faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`rate` is how many commands each robot gives a minute, roughly. With `faces`, so many have a camera; all talk.

    `voices` of them talk where not all do. At `pace` they act that much faster. With `lives` they come late, ask for
    help, lose the network: what people do. `attempt` lets them come back as who they were. With `proves` each compares
    what it holds, when it leaves, with what it would be told coming in.

    With `story`, `link` is an organizer's: one robot more facilitates, and `minutes` is what the whole agenda takes.
    """

    count: int
    link: str
    texts: Sequence[str] = ()
    minutes: float = 5
    rate: float = 6
    seed: int = 0
    talk: bool = False
    faces: int = 0
    story: bool = False
    voices: int = 0
    pace: int = 1
    lives: bool = False
    proves: bool = False
    attempt: str = ""

    @property
    def has_calls(self) -> bool:
        return self.talk or self.faces > 0 or self.voices > 0

    @property
    def acts(self) -> float:
        """Commands of each a minute, also where time passes faster."""
        return min(self.rate * self.pace, max(self.rate, ACTS_MAX))

    def talks(self, number: int) -> bool:
        return self.talk or self.faces > 0 or number < self.voices


def read_texts(path: Path) -> list[str]:
    """The column `comment-body` of a CSV file, without what its moderators had rejected."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.DictReader(file)
        if TEXT_COLUMN not in (rows.fieldnames or ()):
            raise NotJoined(f"{path} has no column {TEXT_COLUMN}")
        bodies = [(row[TEXT_COLUMN] or "").strip() for row in rows if row.get("moderated") != "-1"]
    return [body[:NOTE_MAX] for body in bodies if body]
