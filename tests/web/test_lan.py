"""Serving a hall: a certificate that browsers can accept, and a way in for those that accept it halfway."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
import signal
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import httpx2
import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from websockets.asyncio.client import connect

from rooms.permissions import Role
from tests.realtime.raw import session
from tests.serving import WORKSHOP, serving
from tests.web.site import opened
from tests.web.test_command import PALABRE, environment, palabre
from web.lan import RENEWED_BEFORE, VALID, certificate_for
from web.settings import Settings

NOW = datetime(2026, 11, 21, tzinfo=UTC)
ADDRESS = "192.168.1.20"


def load(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def test_a_certificate_names_this_machine_and_signs_no_other(tmp_path: Path) -> None:
    certificate = load(certificate_for(ADDRESS, tmp_path, NOW).path)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(address) for address in names.get_values_for_type(x509.IPAddress)] == [ADDRESS, "127.0.0.1"]
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(uses) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc <= timedelta(days=398)


def test_its_key_is_for_nobody_else_to_read(tmp_path: Path) -> None:
    assert certificate_for(ADDRESS, tmp_path, NOW).path.stat().st_mode & 0o077 == 0


def test_a_phone_that_has_accepted_it_is_not_asked_again(tmp_path: Path) -> None:
    first = certificate_for(ADDRESS, tmp_path, NOW)
    assert certificate_for("10.0.0.7", tmp_path, NOW) != first
    assert certificate_for(ADDRESS, tmp_path, NOW + timedelta(days=300)) == first
    assert certificate_for(ADDRESS, tmp_path, NOW + VALID - RENEWED_BEFORE) != first


@pytest.mark.parametrize("content", [b"", b"-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n"])
def test_a_damaged_one_is_made_again(tmp_path: Path, content: bytes) -> None:
    path = certificate_for(ADDRESS, tmp_path, NOW).path
    path.write_bytes(content)
    assert load(certificate_for(ADDRESS, tmp_path, NOW).path)


# -- the command ------------------------------------------------------------------------------------------------------


@contextmanager
def in_the_hall(data: Path) -> Iterator[tuple[str, str, Path]]:
    """(address, what was printed, certificate) of a running `palabre serve --lan`."""
    command = [*PALABRE, "serve", "--demo", "--lan", "--host", "127.0.0.1", "--port", "0"]
    serving = subprocess.Popen(
        command, env=environment(data), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert serving.stdout is not None
        said = ""
        for line in serving.stdout:
            said += line
            if line.strip().startswith("viewer"):
                break
        yield said.split()[3], said, data / "lan-127.0.0.1.pem"
    finally:
        serving.send_signal(signal.SIGTERM)
        assert serving.communicate(timeout=20)[1] == ""


def test_a_phone_in_the_hall_comes_in_over_https(tmp_path: Path) -> None:
    with in_the_hall(tmp_path) as (address, said, path):
        assert re.fullmatch(r"https://127\.0\.0\.1:\d+", address)
        der = load(path).public_bytes(Encoding.DER)
        printed = re.search(r"(?:[0-9A-F]{2}:){31}[0-9A-F]{2}", said)
        assert printed is not None
        assert printed[0].replace(":", "") == hashlib.sha256(der).hexdigest().upper()
        trusting = ssl.create_default_context(cafile=str(path))
        link = re.search(r"participant\s+(https://\S+)", said)
        assert link is not None
        assert link[1].startswith(address)
        with urlopen(link[1], context=trusting) as page:
            assert "Réinventer la place du marché" in page.read().decode()
        asyncio.run(a_page_opens_its_socket(address, trusting))


async def a_page_opens_its_socket(address: str, trusting: ssl.SSLContext) -> None:
    socket = address.replace("https", "wss") + "/socket.io/?EIO=4&transport=websocket"
    async with connect(socket, ssl=trusting, origin=address) as websocket:  # type: ignore[arg-type]
        assert str(await websocket.recv()).startswith("0{")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("serve", "--lan", "--host", "palabre.example.org", "--port", "0"), "palabre.example.org"),
        (("media",), "PALABRE_MEDIA"),
    ],
)
def test_what_cannot_be_served_is_one_clear_line(tmp_path: Path, words: tuple[str, ...], reason: str) -> None:
    done = palabre(tmp_path, *words)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("palabre: ")
    assert reason in done.stderr


# -- polling ----------------------------------------------------------------------------------------------------------


async def test_a_browser_that_opens_no_socket_asks_over_http(settings: Settings) -> None:
    async with serving(replace(settings, may_poll=True)) as server:
        token = await session(server, Role.PARTICIPANT)
        async with httpx2.AsyncClient(base_url=server.url) as http:
            page = Polling(http)
            await page.open({"session": token, "client": 1})
            await page.say('420["join",{}]')
            welcome = await page.until("welcome")
            assert welcome["mode"] == "snapshot"
            await page.say('421["do",{"id":"0123456789abcdef","type":"message.send","text":"par la petite porte"}]')
            assert await page.until("frame")
            assert "par la petite porte" in page.heard


@pytest.mark.parametrize("may_poll", [True, False])
async def test_pages_know_whether_they_may(settings: Settings, static: Path, may_poll: bool) -> None:
    async with opened(replace(settings, may_poll=may_poll), static) as site:
        assert ("data-may-poll" in (await site.http.get(f"/w/{WORKSHOP}/room")).text) is may_poll


async def test_elsewhere_there_is_no_polling(settings: Settings) -> None:
    async with serving(settings) as server, httpx2.AsyncClient(base_url=server.url) as http:
        answer = await http.get("/socket.io/", params={"EIO": "4", "transport": "polling"})
        assert answer.status_code == 400


class Polling:
    """Engine.IO's long polling, as a browser does it: packets are parted by U+001E, attachments are in base64."""

    def __init__(self, http: httpx2.AsyncClient) -> None:
        self.http = http
        self.query = {"EIO": "4", "transport": "polling"}
        self.heard = ""

    async def open(self, auth: dict[str, Any]) -> None:
        greeting = (await self.poll())[0]
        self.query["sid"] = msgspec.json.decode(greeting[1:])["sid"]
        await self.say("40" + msgspec.json.encode(auth).decode())
        assert (await self.poll())[0].startswith("40{")

    async def say(self, packet: str) -> None:
        answer = await self.http.post("/socket.io/", params=self.query, content=packet)
        assert answer.text.upper() == "OK"

    async def poll(self) -> list[str]:
        answer = await self.http.get("/socket.io/", params=self.query, timeout=20)
        self.heard += answer.text
        return answer.text.split("\x1e")

    async def until(self, event: str) -> dict[str, Any]:
        while True:
            for packet in await self.poll():
                if packet.startswith("4") and f'["{event}"' in packet:
                    body: dict[str, Any] = msgspec.json.decode(packet[packet.index("[") :])[1]
                    return body
                if packet.startswith("b"):
                    assert base64.b64decode(packet[1:])
