"""The addresses of this machine that others may reach it by."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

import ifaddr

INNER = ("docker", "br-", "veth", "virbr", "vboxnet", "vmnet", "cni", "cali", "flannel", "lxc", "lxd", "podman")
"""How interfaces are named that lead to containers and virtual machines on this machine, and nowhere else."""
PER_INTERFACE = 2
"""IPv6 addresses of one interface worth listening on: the others are temporary twins of these."""
# Documentation addresses (RFC 5737): nothing is sent, the system only says which way it would.
_FAR = "192.0.2.1"

Found = tuple[str, str]
"""The name of an interface, and an address of it."""


def own_addresses(with_loopback: bool = True) -> list[str]:
    """Those worth announcing, IPv4 first. The loopback ones last: browsers on this machine reach us by them too."""
    return worth_announcing(_interfaces(), with_loopback)


def worth_announcing(found: Iterable[Found], with_loopback: bool = False) -> list[str]:
    outer: list[str] = []
    inner: list[str] = []
    loopback: list[str] = []
    per_interface: dict[str, int] = {}
    for name, text in found:
        address = ipaddress.ip_address(text)
        if address.is_link_local or address.is_multicast or address.is_unspecified:
            continue
        if address.is_loopback:
            loopback.append(text)
            continue
        if address.version == 6:
            per_interface[name] = per_interface.get(name, 0) + 1
            if per_interface[name] > PER_INTERFACE:
                continue
        (inner if name.startswith(INNER) else outer).append(text)
    addresses = sorted(outer or inner, key=_is_ipv6)
    return addresses + sorted(loopback, key=_is_ipv6) if with_loopback or not addresses else addresses


def lan_address() -> str | None:
    """The IPv4 address that others in the same hall reach this machine by, where it has one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect((_FAR, 9))
            address = str(asking.getsockname()[0])
        except OSError:
            address = ""
    addresses = own_addresses()
    if address in addresses:
        return address
    return next((each for each in addresses if ":" not in each and not ipaddress.ip_address(each).is_loopback), None)


def _interfaces() -> Iterable[Found]:
    for adapter in ifaddr.get_adapters():
        for held in adapter.ips:
            yield adapter.name, held.ip if isinstance(held.ip, str) else held.ip[0]


def _is_ipv6(address: str) -> bool:
    return ":" in address
