"""How much a citizen fetches before the page is theirs, as the last build left it."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import msgspec

from bench.figures import Figures
from web.front import STATIC, needs

ENTRY = "src/room/main.ts"
ACTIVITIES = ("src/activities/board/Board.svelte", "src/activities/poll/Poll.svelte")
TEXTS = ("common", "room", "activities", "conclusion")


async def run(figures: Figures, folder: Path) -> None:
    figures.title("bundle: JavaScript of a citizen's page, gzipped; its texts apart")
    manifest: dict[str, Any] = msgspec.json.decode((STATIC / ".vite" / "manifest.json").read_bytes())
    entry = needs(manifest, ENTRY, {})
    figures.at_most("to come in", size(manifest, entry), 60, "kB")
    chunks = dict.fromkeys(entry)
    for activity in ACTIVITIES:
        needs(manifest, activity, chunks)
    figures.at_most("with board and poll", size(manifest, chunks), 90, "kB")
    figures.tell("texts of a language", max(size(manifest, texts) for texts in languages()), "kB")


def languages() -> list[list[str]]:
    return [[f"../locales/{language}/{name}.ftl" for name in TEXTS] for language in ("fr", "en", "ar")]


def size(manifest: dict[str, Any], chunks: list[str] | dict[str, None]) -> float:
    """Each file compressed by itself, as it is sent."""
    return sum(len(gzip.compress((STATIC / manifest[chunk]["file"]).read_bytes(), 6)) for chunk in chunks) / 1000
