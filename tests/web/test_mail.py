"""Letters leave over SMTP, to a server that takes them, refuses them, or is not there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio
from sqlalchemy import Engine

from persistence.engine import writing
from persistence.outbox import WAITS_MS, Letter, Outbox, post
from tests.mail import MailServer, mail_server, words
from web.mail import Post
from web.settings import BadSetting, MailSettings

NOW = 1_800_000_000_000
LETTER = Letter(
    address="claire@ville.test",
    subject="Votre code pour l’été",
    text="Voici le code : 123456\n",
    html="<p>Voici le code : 123456</p>",
    language="fr",
    until=NOW + 3_600_000,
)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as running:
        yield running


async def round_of(engine: Engine, settings: MailSettings, now: int = NOW, letter: Letter | None = LETTER) -> None:
    if letter is not None:
        with writing(engine) as connection:
            post(connection, letter, now)
    await Post(Outbox(engine), settings, lambda: now).round()


async def test_a_letter_arrives_as_it_was_written(engine: Engine, server: MailServer) -> None:
    await round_of(engine, server.settings)
    (letter,) = server.letters
    assert (letter["Subject"], letter["To"]) == (LETTER.subject, LETTER.address)
    assert letter["From"] == "Palabre <studio@palabre.test>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert [part["Content-Language"] for part in letter.walk()] == ["fr", None, None]
    assert words(letter).replace("\r\n", "\n") == LETTER.text
    html = letter.get_body(("html",))
    assert html is not None
    assert html.get_content().strip() == LETTER.html
    assert (await asyncio.to_thread(Outbox(engine).queue)).waiting == 0


async def test_a_server_that_is_full_or_away_is_asked_again(
    engine: Engine, server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.says = "451 later"
    await round_of(engine, server.settings)
    assert (await asyncio.to_thread(Outbox(engine).queue)).failing == 1
    away = replace(server.settings, port=9)
    await round_of(engine, away, NOW + WAITS_MS[0], None)
    server.says = "250 OK"
    await round_of(engine, server.settings, NOW + WAITS_MS[0] + WAITS_MS[1], None)
    assert len(server.letters) == 1
    assert "123456" not in caplog.text
    assert LETTER.address not in caplog.text


async def test_an_address_that_is_refused_for_good_is_given_up(
    engine: Engine, server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.says = "550 nobody here"
    await round_of(engine, server.settings)
    queue = await asyncio.to_thread(Outbox(engine).queue)
    assert (queue.waiting, queue.given_up) == (0, 1)
    assert LETTER.address not in caplog.text


async def test_an_address_that_is_none_keeps_no_other_letter_waiting(engine: Engine, server: MailServer) -> None:
    with writing(engine) as connection:
        for address in ("a..b@ville.test", "a@ville..test"):
            post(connection, replace(LETTER, address=address), NOW - 1)
    await round_of(engine, server.settings)
    assert [letter["To"] for letter in server.letters] == [LETTER.address]
    assert (await asyncio.to_thread(Outbox(engine).queue)).given_up == 2


async def test_without_a_server_letters_are_printed_into_the_log(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "web.mail"):
        await round_of(engine, MailSettings())
    assert "123456" in caplog.text
    assert (await asyncio.to_thread(Outbox(engine).queue)).waiting == 0


@pytest.mark.parametrize(
    ("environment", "port", "security"),
    [
        ({}, 587, "starttls"),
        ({"PALABRE_SMTP_SECURITY": "tls"}, 465, "tls"),
        ({"PALABRE_SMTP": "mail.test:2525"}, 2525, "starttls"),
    ],
)
def test_settings_say_where_and_how(environment: dict[str, str], port: int, security: str) -> None:
    given = {"PALABRE_SMTP": "mail.test", "PALABRE_MAIL_FROM": "Ville <studio@ville.test>", **environment}
    settings = MailSettings.read(given)
    assert (settings.host, settings.port, settings.security) == ("mail.test", port, security)


@pytest.mark.parametrize(
    "environment",
    [{"PALABRE_MAIL_FROM": "nobody"}, {"PALABRE_SMTP_SECURITY": "ssl"}, {"PALABRE_SMTP": "mail.test:x"}],
)
def test_settings_that_cannot_be_are_said(environment: dict[str, str]) -> None:
    with pytest.raises(BadSetting):
        MailSettings.read({"PALABRE_SMTP": "mail.test", "PALABRE_MAIL_FROM": "studio@ville.test", **environment})
