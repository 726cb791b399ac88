"""Where Chromium is, and how it is started."""

from __future__ import annotations

import os
import shutil

import pytest

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update"]
# With a camera and a microphone that are always there and granted, and that reach a server on this machine.
CALLING = [
    *ARGUMENTS,
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    "--allow-loopback-in-peer-connection",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
]


def chromium() -> str:
    """The one without the windows and panels nobody looks at: with them each page costs seven times as much."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("google-chrome")
    if not found:
        pytest.fail("no Chromium: `make test` installs it, or set CHROMIUM=/path/to/it")
    return found
