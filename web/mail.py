"""The post: letters leave the outbox one after the other, over SMTP or into the log, and are tried again."""

from __future__ import annotations

import asyncio
import logging
import smtplib
import ssl
from collections.abc import Callable
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formataddr, make_msgid, parseaddr

from persistence.failures import Busy
from persistence.outbox import Letter, Outbox, Taken
from web.settings import MailSettings

LOOK_S = 1.0
"""How soon a letter leaves that another process wrote."""
PATIENCE_S = 20
log = logging.getLogger(__name__)


class Unsendable(Exception):
    """The server takes this letter neither now nor later."""


class Post:
    """`now` gives epoch milliseconds."""

    def __init__(self, outbox: Outbox, settings: MailSettings, now: Callable[[], int]) -> None:
        self._outbox = outbox
        self._settings = settings
        self._now = now
        self._told = asyncio.Event()

    def hurry(self) -> None:
        """A letter has just been written here."""
        self._told.set()

    async def run(self) -> None:
        """Until cancelled. Each process carries what it has taken."""
        while True:
            try:
                async with asyncio.timeout(LOOK_S):
                    await self._told.wait()
            except TimeoutError:
                pass
            self._told.clear()
            try:
                await self.round()
            except Busy:
                log.warning("the database does not answer")
            except Exception:
                log.exception("the post failed")

    async def round(self) -> None:
        """Everything that is due now."""
        while taken := await asyncio.to_thread(self._outbox.take, self._now()):
            for each in taken:
                await self._carry(each)

    async def _carry(self, taken: Taken) -> None:
        """Neither the address nor a word of it is logged when it fails."""
        try:
            await asyncio.to_thread(self._send, taken.letter)
        except Unsendable as error:
            log.warning("letter %s was given up: %s", taken.id, error)
            await asyncio.to_thread(self._outbox.give_up, taken.id, self._now())
        except (OSError, smtplib.SMTPException) as error:
            log.warning("letter %s was not sent (%s): it is tried again", taken.id, type(error).__name__)
            await asyncio.to_thread(self._outbox.put_off, taken, self._now())
        else:
            await asyncio.to_thread(self._outbox.sent, taken.id)

    def _send(self, letter: Letter) -> None:
        """Blocking."""
        if self._settings.host:
            try:
                mail = message(letter, self._settings.sender)
            except (MessageError, ValueError, IndexError) as error:
                raise Unsendable("its address is none") from error
            send(mail, self._settings)
        else:
            log.warning(
                "no mail server is set (PALABRE_SMTP). To %s:\n%s\n\n%s", letter.address, letter.subject, letter.text
            )


def message(letter: Letter, sender: str) -> EmailMessage:
    """Text, and beside it the same as HTML, which asks nobody for anything."""
    mail = EmailMessage()
    mail["Subject"] = letter.subject
    mail["From"] = formataddr(parseaddr(sender))
    mail["To"] = Address(addr_spec=letter.address)
    mail["Message-ID"] = make_msgid(domain=parseaddr(sender)[1].rpartition("@")[2])
    # No holiday notice is to answer it (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text)
    mail.add_alternative(letter.html, subtype="html")
    # Content makes its own of all headers that begin so, and drops what was there.
    mail["Content-Language"] = letter.language
    return mail


def send(mail: EmailMessage, settings: MailSettings) -> None:
    """Raises Unsendable; OSError and SMTPException where it may succeed later."""
    with connected(settings) as server:
        if settings.user:
            server.login(settings.user, settings.password)
        try:
            server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            if all(code >= 500 for code, _ in error.recipients.values()):
                raise Unsendable("the address was refused") from error
            raise
        except smtplib.SMTPDataError as error:
            if error.smtp_code >= 500:
                raise Unsendable(f"the mail server said {error.smtp_code}") from error
            raise


def connected(settings: MailSettings) -> smtplib.SMTP:
    trusted = ssl.create_default_context()
    if settings.security == "tls":
        return smtplib.SMTP_SSL(settings.host, settings.port, timeout=PATIENCE_S, context=trusted)
    server = smtplib.SMTP(settings.host, settings.port, timeout=PATIENCE_S)
    if settings.security == "starttls":
        server.starttls(context=trusted)
    return server
