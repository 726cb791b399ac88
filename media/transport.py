"""One person's connection: ICE-lite (RFC 8445 section 2.5) under DTLS and SRTP, over whatever path reaches us."""

from __future__ import annotations

import asyncio
import secrets
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, Protocol

from aiortc import RTCCertificate

from media.secure import Address, Secure

PATHS_MOST = 8
CREDENTIALS_MOST = 4
SILENT_S = 7.0
"""A chosen path on which no check came for so long gives way to one where they come, nominated or not: behind a router
that forgot its addresses Firefox nominates nothing anew. Browsers check every 6 s at the least (RFC 7675 §5.1)."""
_ALPHABET = string.ascii_letters + string.digits


class Endpoint(Protocol):
    """A socket of ours: a UDP one, or one TCP connection."""

    @property
    def name(self) -> str: ...

    @property
    def owners(self) -> dict[Address, Transport]:
        """Whose datagrams come from where."""

    @property
    def sendto(self) -> Callable[[Any, Any], object]:
        """Data, address. Raises OSError when it cannot now."""

    def release(self, address: Address) -> None:
        """Nobody owns what comes from there any more."""


class Registry(Protocol):
    """Where checks find the transport they are for, by the username fragment of ours that they bear."""

    def register(self, fragment: str, transport: Transport) -> None: ...

    def unregister(self, fragment: str) -> None: ...


@dataclass(slots=True, eq=False)
class Path:
    endpoint: Endpoint
    address: Address
    checked: float


class Transport(Secure):
    """`last_heard` is when something authentic last came; whoever owns a transport decides what silence means."""

    def __init__(self, mux: Registry, certificate: RTCCertificate) -> None:
        super().__init__(certificate)
        self._mux = mux
        self._paths: dict[tuple[Endpoint, Address], Path] = {}
        self._chosen: Path | None = None
        self._is_reached = asyncio.Event()
        self._passwords: dict[str, str] = {}
        self.last_heard = monotonic()
        self.restart()

    def restart(self) -> None:
        """New credentials (RFC 8445 section 9). Those of before hold until the other side nominates by the new ones."""
        if len(self._passwords) == CREDENTIALS_MOST:
            # The oldest ones are in use, the newest to be: an answer between them was never acted upon.
            self._forget(list(self._passwords)[1])
        self.ufrag = _random(8)
        self.password = _random(24)
        self._passwords[self.ufrag] = self.password
        self._mux.register(self.ufrag, self)

    async def start(self, fingerprints: Sequence[tuple[str, str]], setup: str) -> None:
        """Wait until we are reached, and shake hands. `setup` is what they are by their SDP (RFC 8842).

        Raises ConnectionError: closed meanwhile, or the handshake failed; then it is closed too.
        """
        await self._is_reached.wait()
        await self._shake_hands(fingerprints, is_client=setup == "passive")

    def close(self) -> None:
        if self.is_closed:
            return
        super().close()
        for fragment in list(self._passwords):
            self._forget(fragment)
        for path in list(self._paths.values()):
            self._drop(path)
        self._is_reached.set()

    @property
    def address(self) -> str:
        """For people to read. "" as long as we are not reached."""
        return "" if self._chosen is None else f"{self._chosen.endpoint.name} {self._chosen.address[:2]}"

    # -- paths ------------------------------------------------------------------------------------------------------

    def password_of(self, fragment: str) -> str:
        return self._passwords[fragment]

    def holds(self, endpoint: Endpoint, address: Address, now: float) -> bool:
        """Whether checks of ours came this way lately, so that it is nobody else's."""
        path = self._paths.get((endpoint, address))
        return path is not None and now - path.checked < SILENT_S

    def checked(self, endpoint: Endpoint, address: Address, fragment: str, is_nominating: bool, now: float) -> None:
        """An authentic check came."""
        self.last_heard = now
        path = self._paths.get((endpoint, address))
        if path is None:
            path = self._add(endpoint, address, now)
        path.checked = now
        if is_nominating or self._chosen is None or now - self._chosen.checked > SILENT_S:
            self._choose(path)
        if is_nominating:
            self._settle(fragment)
        self._is_reached.set()

    def lost(self, endpoint: Endpoint, address: Address) -> None:
        """A TCP connection ended, or somebody else is there now."""
        path = self._paths.get((endpoint, address))
        if path is not None:
            self._drop(path)

    def _add(self, endpoint: Endpoint, address: Address, now: float) -> Path:
        if len(self._paths) == PATHS_MOST:
            others = [path for path in self._paths.values() if path is not self._chosen]
            self._drop(min(others, key=lambda path: path.checked))
        path = Path(endpoint, address, now)
        self._paths[endpoint, address] = path
        endpoint.owners[address] = self
        return path

    def _choose(self, path: Path | None) -> None:
        self._chosen = path
        self._sendto = None if path is None else path.endpoint.sendto
        self._address = () if path is None else path.address

    def _drop(self, path: Path) -> None:
        del self._paths[path.endpoint, path.address]
        if path.endpoint.owners.get(path.address) is self:
            path.endpoint.release(path.address)
        if path is self._chosen:
            self._choose(max(self._paths.values(), key=lambda each: each.checked, default=None))

    # -- credentials ------------------------------------------------------------------------------------------------

    def _settle(self, fragment: str) -> None:
        """They nominated by these credentials: older ones are of the past."""
        for older in list(self._passwords):
            if older == fragment:
                return
            self._forget(older)

    def _forget(self, fragment: str) -> None:
        del self._passwords[fragment]
        self._mux.unregister(fragment)


def _random(length: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))
