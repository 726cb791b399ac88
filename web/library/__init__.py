"""Agendas to begin from, a file each: what it is for, whom it suits, its rooms and steps in every language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from web.library.file import Entry, Tree, entry_of

FOLDER = Path(__file__).parent


@cache
def shipped() -> dict[str, Tree]:
    """As their files say them, by their keys."""
    trees = [tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")]
    return {tree["key"]: tree for tree in trees}


@cache
def library(language: str) -> tuple[Entry, ...]:
    """All of it, in one language, by title. Raises msgspec.ValidationError for a file that is no agenda."""
    return by_title(entry_of(tree, language) for tree in shipped().values())


def by_title(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.title.casefold()))
