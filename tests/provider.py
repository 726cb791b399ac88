"""An OpenID provider in a process of its own, whose people and forms are driven over HTTP."""

from __future__ import annotations

import asyncio
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import httpx2

from web.settings import OpenIdSettings


@dataclass(slots=True)
class OpenIdProvider:
    url: str

    @property
    def settings(self) -> OpenIdSettings:
        return OpenIdSettings(
            issuer=self.url, client_id="palabre", client_secret="s3cret", name="Agora", scope="openid email"
        )

    async def person(self, sub: str, email: str, is_checked: bool = True, acr: str | None = None) -> None:
        claims = {"email": email, "email_verified": is_checked, **({"acr": acr} if acr else {})}
        async with httpx2.AsyncClient() as http:
            (await http.put(f"{self.url}/users/{sub}", json=claims)).raise_for_status()

    async def sign_in(self, url: str, sub: str) -> dict[str, str]:
        """What stands in the address by which it sends a browser back."""
        async with httpx2.AsyncClient() as http:
            answer = await http.post(url, data={"sub": sub})
        assert answer.status_code in (302, 303), answer.text
        return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}


@asynccontextmanager
async def openid_provider() -> AsyncIterator[OpenIdProvider]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true",
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        async with asyncio.timeout(60):
            said = ""
            while not re.search(r"running on|Started server", said):
                line = (await process.stdout.readline()).decode()
                assert line, f"the provider has ended:\n{said}"
                said += line
        reading = asyncio.create_task(process.stdout.read())
        yield OpenIdProvider(f"http://127.0.0.1:{port}")
        reading.cancel()
    finally:
        process.terminate()
        await process.wait()
