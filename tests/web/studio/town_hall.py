"""A site with a mail server and, where asked for, an OpenID provider; and colleagues who come in by them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from httpx2 import Response

from persistence.studio import StudioLink
from tests.mail import MailServer, mail_server, words
from tests.web.site import Site, bearer, opened
from tests.web.studio.office import Office, come_in
from web.settings import OpenIdSettings, Settings

CLAIRE, AWA = "claire@ville.test", "awa@ville.test"


@dataclass(slots=True)
class TownHall:
    """`office` is that of whoever came by a link, and may do everything."""

    site: Site
    mail: MailServer
    office: Office

    async def post(self, path: str, **body: Any) -> Response:
        return await self.site.http.post(f"/api/studio{path}", json=body)

    async def invite(self, email: str = CLAIRE, name: str = "Claire", role: str = "organizer") -> str:
        """The token of the invitation that came by mail."""
        await self.office.done("POST", "/colleagues", {"email": email, "name": name, "role": role})
        found = re.search(r"/studio/(\S+)", words(await self.mail.to(email)))
        assert found
        return found[1]

    async def join(self, email: str = CLAIRE, name: str = "Claire", role: str = "organizer") -> Office:
        return self.of(await self.post("/invitation/session", token=await self.invite(email, name, role)))

    async def ask_code(self, email: str = CLAIRE) -> str:
        """The attempt."""
        answer = await self.post("/code", email=email)
        assert answer.status_code == 201, answer.text
        attempt: str = answer.json()["attempt"]
        return attempt

    async def code(self, email: str = CLAIRE) -> str:
        found = re.search(r"\b\d{6}\b", words(await self.mail.to(email)))
        assert found
        return found[0]

    def of(self, answer: Response) -> Office:
        assert answer.status_code == 201, answer.text
        return Office(self.site, StudioLink("", "", 0), bearer(answer.json()["session"]))

    async def colleague(self, email: str = CLAIRE) -> Any:
        shown = await self.office.done("GET", "/colleagues")
        return next(each for each in shown["colleagues"] if each["email"] == email)


@asynccontextmanager
async def town_hall(settings: Settings, static: Path, openid: OpenIdSettings | None = None) -> AsyncIterator[TownHall]:
    async with mail_server() as mail:
        settings = replace(settings, mail=mail.settings, openid=openid or OpenIdSettings())
        async with opened(settings, static) as site:
            yield TownHall(site, mail, await come_in(site))
