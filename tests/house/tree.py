"""The files that make the project, as the rules of the house read them."""

from collections.abc import Iterator
from pathlib import Path

from hatch_build import files

ROOT = Path(__file__).resolve().parents[2]
MADE = {"build", "data", "dist", "shots", "test-results", "static", "__pycache__"}


def sources(*suffixes: str, under: str = ".") -> Iterator[Path]:
    """Written by hand: nothing made, ignored or installed. In the order of their names."""
    for path in sorted(files(ROOT / under)):
        if path.suffix in suffixes and not MADE & set(path.relative_to(ROOT).parts):
            yield path


def places(path: Path, found: dict[int, str]) -> list[str]:
    """`file:line: what`, as editors and people read it."""
    return [f"{path.relative_to(ROOT)}:{line}: {what}" for line, what in sorted(found.items())]
