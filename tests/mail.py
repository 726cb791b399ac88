"""A real mail server for tests: on a port of its own, keeping what it was given, refusing when it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.smtp import SMTP, Envelope, Session

from web.settings import MailSettings


@dataclass(slots=True)
class MailServer:
    """`says` answers each recipient; `came` is set whenever a letter has come."""

    port: int = 0
    says: str = "250 OK"
    letters: list[EmailMessage] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def settings(self) -> MailSettings:
        return MailSettings(host="127.0.0.1", port=self.port, security="off", sender="Palabre <studio@palabre.test>")

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.asked.set()
        if self.says.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.says

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, _class=EmailMessage, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.came.set()
        return "250 kept"

    async def to(self, address: str) -> EmailMessage:
        """The next letter to somebody, which is then read."""
        async with asyncio.timeout(30):
            while True:
                for letter in self.letters:
                    if letter["To"] == address:
                        self.letters.remove(letter)
                        return letter
                self.came.clear()
                await self.came.wait()


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    kept = MailServer()
    listening = await asyncio.get_running_loop().create_server(lambda: SMTP(kept, hostname="mail.test"), "127.0.0.1", 0)
    async with listening:
        kept.port = listening.sockets[0].getsockname()[1]
        yield kept


def words(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())
