"""Requests that change something come from our own pages, or from programs: never from a page of another site."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from rooms.refusal import Refused

SAFE = ("GET", "HEAD", "OPTIONS")


class OwnOrigin:
    """Within AnswerFailures. No cookie speaks for anybody here, so this is a second door behind a shut one."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE and is_foreign(Headers(scope=scope), scope):
            raise Refused("foreign_origin")
        await self._app(scope, receive, send)


def is_foreign(headers: Headers, scope: Scope) -> bool:
    """Browsers say it themselves to secure servers. To others they say the page's origin, but for our own forms: they
    send "null", since our pages name themselves to nobody."""
    if site := headers.get("sec-fetch-site"):
        return site not in ("same-origin", "none")
    origin = headers.get("origin", "null")
    return origin != "null" and origin not in own_origins(headers, scope)


def own_origins(headers: Headers, scope: Scope) -> list[str]:
    """As this server is reached, and as a proxy before it is."""
    schemes = {scope.get("scheme", "http"), headers.get("x-forwarded-proto", "").partition(",")[0].strip()}
    hosts = {headers.get(name, "").partition(",")[0].strip() for name in ("host", "x-forwarded-host")}
    return [f"{scheme}://{host}" for scheme in schemes for host in hosts if scheme and host]
