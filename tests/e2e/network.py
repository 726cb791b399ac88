"""A network between a browser and the server, which can be lost and found again: a relay of bytes over TCP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

CHUNK = 65_536


@dataclass(slots=True)
class Network:
    """`loses_answers`: what the server says no longer arrives, though it still hears."""

    host: str
    port: int
    near: str = "127.0.0.1"
    near_port: int = 0
    loses_answers: bool = False
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)
    _server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"http://{self.near}:{self.near_port}"

    async def mend(self) -> None:
        self.loses_answers = False
        self._server = await asyncio.start_server(self._carry, self.near, self.near_port)
        self.near_port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Every connection ends, and no new one comes through."""
        assert self._server is not None
        self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        await self._server.wait_closed()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(self.host, self.port)
        self._writers |= {writer, far_writer}
        try:
            await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer, is_answer=True))
        finally:
            self._writers -= {writer, far_writer}

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, is_answer: bool = False) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(CHUNK):
                if not (is_answer and self.loses_answers):
                    writer.write(data)
                    await writer.drain()
        writer.close()


@asynccontextmanager
async def between(url: str) -> AsyncIterator[Network]:
    """A network that leads to the server at this address."""
    address = urlsplit(url)
    assert address.hostname
    assert address.port
    network = Network(address.hostname, address.port)
    await network.mend()
    try:
        yield network
    finally:
        await network.cut()
