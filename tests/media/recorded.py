"""What browsers said and sent: offers as they made them, and one packet of each sort, its media cut short."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
BROWSERS = ("chromium", "firefox")

# The payload types and extension ids of the packets below, as the same browsers offered them.
OPUS: Mapping[str, int] = {"chromium": 111, "firefox": 109}
VP8: Mapping[str, int] = {"chromium": 96, "firefox": 120}
RTX: Mapping[str, int] = {"chromium": 97, "firefox": 124}
NAMES: Mapping[str, Mapping[int, str]] = {
    "chromium": {1: "level", 3: "transport_sequence", 4: "mid", 10: "rid", 11: "repaired_rid"},
    "firefox": {1: "level", 7: "transport_sequence", 3: "mid", 9: "rid", 10: "repaired_rid"},
}


def offer(name: str) -> str:
    return (HERE / "offers" / f"{name}.sdp").read_bytes().decode()


def offers() -> list[str]:
    return sorted(path.stem for path in (HERE / "offers").glob("*.sdp"))


def packets(browser: str, protocol: str) -> list[tuple[str, bytes]]:
    """Of `protocol` "rtp" or "rtcp": what each is, and its bytes."""
    found = []
    for line in (HERE / "packets" / f"{browser}.txt").read_text().splitlines():
        what, _, data = line.partition(": ")
        spoken, _, kind = what.partition(" ")
        if spoken == protocol:
            found.append((kind, bytes.fromhex(data)))
    return found
