"""The built front end: which files an entry needs, as Vite's manifest says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class Entry:
    """Addresses of one page's scripts and styles. `modules` are fetched early, so that nothing waits for a chain."""

    script: str
    modules: tuple[str, ...]
    styles: tuple[str, ...]


class Front:
    """Reads the manifest again when it was built again: `make dev` builds while the server runs."""

    def __init__(self, static: Path = STATIC) -> None:
        self._manifest = static / ".vite" / "manifest.json"
        self._read_at: int | None = None
        self._entries: dict[str, Entry] = {}

    def entry(self, name: str) -> Entry | None:
        """None when the front end is not built."""
        try:
            changed_at = self._manifest.stat().st_mtime_ns
        except FileNotFoundError:
            return None
        if changed_at != self._read_at:
            self._entries = entries_of(msgspec.json.decode(self._manifest.read_bytes()))
            self._read_at = changed_at
        return self._entries.get(name)


def entries_of(manifest: dict[str, Any]) -> dict[str, Entry]:
    return {chunk["name"]: entry_of(manifest, key) for key, chunk in manifest.items() if chunk.get("isEntry")}


def entry_of(manifest: dict[str, Any], key: str) -> Entry:
    needed = needs(manifest, key, {})
    return Entry(
        script=f"/static/{manifest[key]['file']}",
        modules=tuple(f"/static/{manifest[other]['file']}" for other in needed if other != key),
        styles=tuple(dict.fromkeys(f"/static/{style}" for other in needed for style in manifest[other].get("css", ()))),
    )


def needs(manifest: dict[str, Any], key: str, found: dict[str, None]) -> dict[str, None]:
    """The chunks imported at once, in the order in which their styles must come: what is imported first."""
    if key not in found:
        for imported in manifest[key].get("imports", ()):
            needs(manifest, imported, found)
        found[key] = None
    return found
