"""What nginx needs to know to stand before several web processes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Template

from web.front import STATIC

TEMPLATE = Path(__file__).parent / "nginx.conf"
BODY_MB = 2_048
"""An archive with all its files."""


def site(url: str, ports: Sequence[int], listen: int, certificate: str = "", key: str = "") -> str:
    """For people who come by `url` to processes on these ports; over https with a certificate."""
    written: str = Template(TEMPLATE.read_text(), keep_trailing_newline=True).render(
        name=urlsplit(url).hostname,
        ports=ports,
        listen=listen,
        certificate=certificate,
        key=key,
        static=STATIC,
        body_mb=BODY_MB,
    )
    return written
