"""What happened, for whoever started the robots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

NAME_WIDTH, COLUMN_WIDTH = 20, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """What one robot got of the others' voices and faces. `lost` of `expected` packets never came."""

    name: str
    sound: int
    pictures: int
    lost: int
    first_sound_ms: float | None
    first_picture_ms: float | None
    heard: int
    seen: int
    calls: int

    @property
    def expected(self) -> int:
        return self.sound + self.pictures + self.lost


@dataclass(slots=True)
class Summary:
    joined: int = 0
    not_joined: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    passages: int = 0
    """Put into conclusions."""
    refused: Counter[str] = field(default_factory=Counter)
    sent_again: int = 0
    reconnections: int = 0
    holes: int = 0
    cut: Counter[str] = field(default_factory=Counter)
    proved: int = 0
    """Robots that held, when they left, what a page opened beside them was told."""
    stale: list[str] = field(default_factory=list)
    """Who held something else, and what."""
    waits_ms: list[float] = field(default_factory=list)
    receptions: list[Reception] = field(default_factory=list)
    calls_failed: Counter[str] = field(default_factory=Counter)
    without_call: int = 0
    """Robots that had long enough to reach the media worker, and did not."""
    unheard: list[str] = field(default_factory=list)
    """Who was not heard by whom, and should have been."""

    @property
    def is_sound(self) -> bool:
        """Everybody came in, nobody missed a frame, held anything else than is so or was sent away, and who spoke was
        heard."""
        return not (self.not_joined or self.holes or self.stale or self.cut or self.without_call or self.unheard)

    def __str__(self) -> str:
        rows = [
            ("joined", str(self.joined)),
            ("not joined", listed(self.not_joined)),
            ("acknowledged", str(self.acknowledged)),
            ("written together", str(self.passages)),
            ("refused", listed(self.refused)),
            ("sent again", str(self.sent_again)),
            ("reconnections", str(self.reconnections)),
            ("holes in frames", str(self.holes)),
            ("sent away", listed(self.cut)),
            ("as fresh pages", str(self.proved)),
            ("held otherwise", ", ".join(self.stale) or "0"),
            ("acknowledged after", f"{share(self.waits_ms, 0.5)} (p50), {share(self.waits_ms, 0.95)} (p95)"),
            *(self._calls() if self.receptions else ()),
        ]
        lines = [f"{name:>{NAME_WIDTH}}  {value}" for name, value in rows]
        return "\n".join([*lines, *(table(self.receptions) if self.has_called else ())])

    @property
    def has_called(self) -> bool:
        return any(each.calls for each in self.receptions) or bool(self.calls_failed or self.without_call)

    def _calls(self) -> Iterator[tuple[str, str]]:
        if not self.has_called:
            yield "calls", "0, voice and video are switched off"
            return
        waits = [each.first_sound_ms for each in self.receptions if each.first_sound_ms is not None]
        lost, expected = sum(each.lost for each in self.receptions), sum(each.expected for each in self.receptions)
        yield "calls", str(sum(each.calls for each in self.receptions))
        yield "calls failed", listed(self.calls_failed)
        yield "without a call", str(self.without_call)
        yield "first sound after", f"{share(waits, 0.5)} (p50), {share(waits, 0.95)} (p95)"
        yield "packets lost", f"{lost} of {expected} ({part(lost, expected)})"
        yield "not heard", ", ".join(self.unheard) or "0"


def table(receptions: Sequence[Reception]) -> Iterator[str]:
    """A line for each robot."""
    yield ""
    yield columns("", ("sound", "pictures", "gaps", "lost", "heard in", "seen in", "heard", "seen"))
    for each in receptions:
        yield columns(
            each.name,
            (
                str(each.sound),
                str(each.pictures),
                str(each.lost),
                part(each.lost, each.expected),
                milliseconds(each.first_sound_ms),
                milliseconds(each.first_picture_ms),
                str(each.heard),
                str(each.seen),
            ),
        )


def columns(name: str, cells: Sequence[str]) -> str:
    return f"{name:>{NAME_WIDTH}}" + "".join(f"{cell:>{COLUMN_WIDTH}}" for cell in cells)


def listed(counts: Counter[str]) -> str:
    return ", ".join(f"{code} {count}" for code, count in counts.most_common()) or "0"


def share(values: Sequence[float], part: float) -> str:
    return milliseconds(sorted(values)[int((len(values) - 1) * part)] if values else None)


def part(some: int, all: int) -> str:
    return f"{100 * some / all:.1f} %" if all else "0 %"


def milliseconds(value: float | None) -> str:
    return "never" if value is None else f"{value:.0f} ms"
