"""What an installation may set, read once from the environment. Only web/app.py and web/cli.py look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class BadSetting(Exception):
    """One line for whoever runs the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every field has a value that works on a laptop. Paths are absolute."""

    data: Path
    """Where the database lies unless it is elsewhere, and the files people upload: what to back up."""
    database: str
    redis: str | None = None
    url: str
    """How people reach the server: stands in links and QR codes, and is the one origin sockets are accepted from."""
    host: str = "127.0.0.1"
    port: int = 8000
    proxies: str = "127.0.0.1"
    """Addresses whose X-Forwarded-For is believed, as uvicorn wants them."""
    organization: str = "Palabre"

    @property
    def files(self) -> Path:
        return self.data / "files"

    @staticmethod
    def read(environment: Mapping[str, str]) -> Settings:
        """Raises BadSetting."""
        data = Path(environment.get("PALABRE_DATA") or "data").resolve()
        port = whole_number("PORT", environment.get("PORT") or "8000")
        return Settings(
            data=data,
            database=environment.get("PALABRE_DATABASE") or f"sqlite:///{data / 'palabre.sqlite3'}",
            redis=environment.get("PALABRE_REDIS") or None,
            url=address(environment.get("PALABRE_URL") or f"http://localhost:{port}"),
            host=environment.get("PALABRE_HOST") or "127.0.0.1",
            port=port,
            proxies=environment.get("PALABRE_PROXIES") or "127.0.0.1",
            organization=environment.get("PALABRE_ORGANIZATION") or "Palabre",
        )


def whole_number(name: str, text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65_535:
        raise BadSetting(f"{name} is {text!r}, not the number of a port")
    return int(text)


def address(url: str) -> str:
    if not url.startswith(("http://", "https://")):
        raise BadSetting(f"PALABRE_URL is {url!r}, which begins with neither http:// nor https://")
    return url.rstrip("/")
