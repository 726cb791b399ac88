"""Passwords for TURN are those that coturn takes, set up as docs/operate.md says."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aioice.stun import TransactionFailed
from aioice.turn import create_turn_endpoint

from realtime.messages import IceServer
from rooms.ids import ParticipantId
from web.settings import BadSetting, MediaSettings
from web.turn import LIFETIME_S, IceServers, password

SECRET = "c0ffee" * 10
NOW_MS = 1_800_000_000_000
AMINA = ParticipantId("amina")
DOCUMENT = (Path(__file__).parents[2] / "docs/operate.md").read_text()
# What a test has none of: its own addresses and certificate.
ELSEWHERE = re.compile(r"^(listening-port|tls-listening-port|cert|pkey|allowed-peer-ip|static-auth-secret)=.*$", re.M)


class Heard(asyncio.DatagramProtocol):
    """What came, one way or the other."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[bytes | Exception] = asyncio.Queue()

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.heard.put_nowait(data)

    def error_received(self, exc: Exception) -> None:
        self.heard.put_nowait(exc)


class Echo(asyncio.DatagramProtocol):
    """In the media worker's place."""

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.transport.sendto(data.upper(), addr)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def coturn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a TURN server with the documented configuration, which relays to 127.0.0.1 only.

    It takes a moment to come up: who asks it by UDP asks again until it answers (RFC 8489 section 6.2.1).
    """
    program = shutil.which("turnserver")
    if program is None:
        pytest.fail("The tests need coturn: sudo apt-get install coturn, or make test as root.", pytrace=False)
    folder = tmp_path_factory.mktemp("coturn")
    (documented,) = re.findall(r"```ini\n(.*?)```", DOCUMENT, re.S)
    port = free_port()
    here = {
        "listening-port": port,
        "listening-ip": "127.0.0.1",
        "relay-ip": "127.0.0.1",
        "static-auth-secret": SECRET,
        "allowed-peer-ip": "127.0.0.1",
        "allow-loopback-peers": None,
        "no-tls": None,
        "no-dtls": None,
        "min-port": 49_152,
        "max-port": 49_252,
        "userdb": folder / "turndb",
        "pidfile": folder / "pid",
        "log-file": folder / "log",
        "simple-log": None,
    }
    lines = [name if value is None else f"{name}={value}" for name, value in here.items()]
    config = folder / "turnserver.conf"
    config.write_text(ELSEWHERE.sub("", documented) + "\n".join(lines) + "\n")
    server = subprocess.Popen([program, "-c", str(config)], cwd=folder, stdout=subprocess.DEVNULL)
    try:
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


@asynccontextmanager
async def relayed(port: int, username: str, credential: str) -> AsyncIterator[tuple[asyncio.DatagramTransport, Heard]]:
    async with asyncio.timeout(20):
        transport, heard = await create_turn_endpoint(Heard, ("127.0.0.1", port), username, credential)
    try:
        yield transport, heard  # type: ignore[misc]
    finally:
        transport.close()


def turn_of(now_ms: int, secret: str = SECRET) -> IceServer:
    settings = MediaSettings(turn=("turn:turn.example.org",), turn_secret=secret)
    (server,) = IceServers(settings, lambda: now_ms)(AMINA)
    return server


def now_ms() -> int:
    return time.time_ns() // 1_000_000


async def test_a_browser_reaches_the_worker_by_relay_and_nothing_else(coturn: int) -> None:
    server = turn_of(now_ms())
    loop = asyncio.get_running_loop()
    echo, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    async with relayed(coturn, server.username, server.credential) as (transport, heard), asyncio.timeout(20):
        transport.sendto(b"is anybody there", echo.get_extra_info("sockname"))
        assert await heard.heard.get() == b"IS ANYBODY THERE"
        transport.sendto(b"into the house", ("127.0.0.2", 9))
        refused = await heard.heard.get()
        assert isinstance(refused, TransactionFailed)
        assert refused.response.error_code == 403
    echo.close()


async def test_a_password_that_is_too_old_or_made_up_is_refused(coturn: int) -> None:
    late = turn_of(now_ms() - (LIFETIME_S + 60) * 1000)
    forged = turn_of(now_ms(), secret="guessed")
    for server in (late, forged):
        with pytest.raises(TransactionFailed) as refused:
            async with relayed(coturn, server.username, server.credential):
                pass
        assert refused.value.response.error_code == 401


def test_passwords_are_for_one_person_and_for_twelve_hours() -> None:
    settings = MediaSettings(stun=("stun:s",), turn=("turn:t", "turns:t:443?transport=tcp"), turn_secret=SECRET)
    stun, turn = IceServers(settings, lambda: NOW_MS)(AMINA)
    assert stun == IceServer(urls=("stun:s",))
    assert turn.urls == settings.turn
    assert turn.username == f"{NOW_MS // 1000 + 12 * 3600}:amina"
    assert turn.credential == password(SECRET, turn.username)
    assert turn.credential != password(SECRET, turn.username.replace("amina", "bo"))


def test_nothing_helps_where_nothing_is_set() -> None:
    assert IceServers(MediaSettings(), lambda: NOW_MS)(AMINA) == ()


def test_media_works_without_being_set() -> None:
    settings = MediaSettings.read({})
    assert (settings.worker, settings.port, settings.is_port_set, settings.announced) == ("spawn", 10_000, False, ())


def test_addresses_are_taken_as_they_are_written() -> None:
    text = "203.0.113.7, 203.0.113.7:4000,2001:db8::7 [2001:db8::7]:4000"
    announced = ("203.0.113.7", "203.0.113.7:4000", "2001:db8::7", "[2001:db8::7]:4000")
    assert MediaSettings.read({"PALABRE_MEDIA_ADDRESS": text}).announced == announced


@pytest.mark.parametrize("worker", ["127.0.0.1:7000", "[::1]:7000", "/run/palabre/media.sock", "./media.sock"])
def test_a_worker_elsewhere_is_found_by_address(worker: str) -> None:
    settings = MediaSettings.read({"PALABRE_MEDIA": worker, "PALABRE_MEDIA_SECRET": "x"})
    assert settings.worker == worker


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"PALABRE_MEDIA": "no"}, "PALABRE_MEDIA "),
        ({"PALABRE_MEDIA": "host:0", "PALABRE_MEDIA_SECRET": "x"}, "PALABRE_MEDIA "),
        ({"PALABRE_MEDIA": "127.0.0.1:7000"}, "PALABRE_MEDIA_SECRET"),
        ({"PALABRE_MEDIA_PORT": "many"}, "PALABRE_MEDIA_PORT"),
        ({"PALABRE_MEDIA_ADDRESS": "media.example.org"}, "PALABRE_MEDIA_ADDRESS"),
        ({"PALABRE_MEDIA_ADDRESS": "203.0.113.7:a"}, "PALABRE_MEDIA_ADDRESS"),
        ({"PALABRE_TURN": "turn:turn.example.org"}, "PALABRE_TURN_SECRET"),
        ({"PALABRE_TURN": "turn.example.org", "PALABRE_TURN_SECRET": "x"}, "PALABRE_TURN"),
        ({"PALABRE_STUN": "turn:x"}, "PALABRE_STUN"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_named(environment: dict[str, str], named: str) -> None:
    with pytest.raises(BadSetting, match=named):
        MediaSettings.read(environment)
