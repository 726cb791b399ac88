"""Figures as they are found: each with the bound asked of it, printed at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Figures:
    """`missed` names the figures that were not met."""

    missed: list[str] = field(default_factory=list)

    def title(self, text: str) -> None:
        print(f"\n{text}", flush=True)

    def tell(self, name: str, value: float, unit: str = "") -> None:
        """A figure nothing is asked of."""
        self._print(name, value, unit, "")

    def at_most(self, name: str, value: float, most: float, unit: str = "") -> None:
        self._judge(name, value, unit, value <= most, f"at most {shown(most)}")

    def at_least(self, name: str, value: float, least: float, unit: str = "") -> None:
        self._judge(name, value, unit, value >= least, f"at least {shown(least)}")

    def _judge(self, name: str, value: float, unit: str, is_met: bool, asked: str) -> None:
        if not is_met:
            self.missed.append(name)
        self._print(name, value, unit, f"{asked}{'' if is_met else '   MISSED'}")

    def _print(self, name: str, value: float, unit: str, asked: str) -> None:
        print(f"  {name:<58}{shown(value):>10} {unit:<11} {asked}".rstrip(), flush=True)


def shown(value: float) -> str:
    if value >= 1_000:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def share(values: Sequence[float], part: float) -> float:
    """The value that this part of the values does not exceed."""
    return sorted(values)[int((len(values) - 1) * part)]
