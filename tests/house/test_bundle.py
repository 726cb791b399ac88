"""What a citizen's phone loads first stays small."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

from tests.house.tree import ROOT

STATIC = ROOT / "web" / "static"
FIRST_LOAD = 60_000
WITH_BOARD_AND_POLL = 90_000


def manifest() -> dict[str, dict[str, Any]]:
    content: dict[str, dict[str, Any]] = json.loads((STATIC / ".vite" / "manifest.json").read_text())
    return content


def entry(name: str) -> str:
    return next(key for key, chunk in manifest().items() if chunk.get("isEntry") and chunk.get("name") == name)


def lazy(name: str) -> str:
    """An activity's own chunk, loaded when a step needs it."""
    chunks = manifest().items()
    return next(key for key, c in chunks if c.get("isDynamicEntry") and c.get("name", "").lower() == name)


def with_imports(key: str) -> Iterator[str]:
    todo, seen = [key], set[str]()
    while todo:
        if (key := todo.pop()) not in seen:
            seen.add(key)
            todo += manifest()[key].get("imports", [])
            yield key


def javascript_size(*keys: str) -> int:
    """Gzipped, in bytes, each chunk once."""
    loaded = {manifest()[key]["file"] for start in keys for key in with_imports(start)}
    return sum(len(gzip.compress((STATIC / file).read_bytes(), 9)) for file in loaded if file.endswith(".js"))


def test_a_citizen_s_first_load_is_within_budget() -> None:
    assert 0 < javascript_size(entry("room")) <= FIRST_LOAD


def test_board_and_poll_are_within_budget() -> None:
    assert javascript_size(entry("room"), lazy("board"), lazy("poll")) <= WITH_BOARD_AND_POLL


def test_board_and_poll_wait_until_they_are_needed() -> None:
    first = set(with_imports(entry("room")))
    assert lazy("board") not in first
    assert lazy("poll") not in first


def test_everything_in_the_manifest_was_built() -> None:
    missing = [chunk["file"] for chunk in manifest().values() if not (STATIC / chunk["file"]).exists()]
    assert missing == []
