"""How fast sockets may be opened from one place, before anything is looked up for them."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from realtime.asking import take
from realtime.connection import Budget

PLACES_MAX = 10_000
"""Remembered; whoever can come from more than so many is not stopped by counting."""


@dataclass(slots=True)
class Openings:
    """A hall of two thousand behind one address comes back at once when the server restarts, and then again."""

    _places: OrderedDict[str, Budget] = field(default_factory=OrderedDict)

    def take(self, scope: dict[str, Any]) -> None:
        """Raises Refused("too_fast", retry_ms=…)."""
        client = scope.get("client")
        place = network(client[0] if client else "")
        budget = self._places.setdefault(place, Budget(rate=50, burst=5_000))
        self._places.move_to_end(place)
        if len(self._places) > PLACES_MAX:
            self._places.popitem(last=False)
        take(budget)


def network(address: str) -> str:
    """One subscriber: an IPv4 address, or the /64 an IPv6 address lies in."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    # A server that listens on both sees IPv4 in the clothes of IPv6, all of it in one /64.
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((ip, 64), strict=False))
