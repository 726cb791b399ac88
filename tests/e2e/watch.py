"""What pages do behind the back of whoever looks at them: requests to others, errors in the console."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, ConsoleMessage, Request, WebError, WebSocket

OURS = ("127.0.0.1", "localhost")
ALLOWED = ("Failed to load resource", "WebSocket connection to")
"""The browser's own words on answers of 4xx and on lost networks, which tests bring about."""


# Without slots: Playwright keeps its wrappers on whose methods it calls.
@dataclass
class Watch:
    asked: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("page", lambda page: page.on("websocket", self._socket))

    def is_quiet(self) -> None:
        assert self.elsewhere == []
        assert self.complaints == []

    def _request(self, request: Request) -> None:
        self._ask(request.url)

    def _socket(self, socket: WebSocket) -> None:
        self._ask(socket.url)

    def _ask(self, url: str) -> None:
        self.asked.append(url)
        address = urlsplit(url)
        if address.scheme not in ("data", "blob") and address.hostname not in OURS:
            self.elsewhere.append(url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(ALLOWED):
            self.complaints.append(message.text)

    def _error(self, error: WebError) -> None:
        self.complaints.append(str(error.error))
