import pytest

from media.addresses import own_addresses, worth_announcing

LOOPBACK = [("lo", "127.0.0.1"), ("lo", "::1")]


@pytest.mark.parametrize(
    ("found", "announced"),
    [
        ([("eth0", "192.0.2.2"), ("eth0", "fe80::1"), ("eth0", "2001:db8::2")], ["192.0.2.2", "2001:db8::2"]),
        ([("eth0", "192.0.2.2"), ("docker0", "172.17.0.1"), ("br-9f2", "172.18.0.1")], ["192.0.2.2"]),
        ([("veth1", "10.0.0.2")], ["10.0.0.2"]),
        ([("wlan0", "169.254.3.4"), ("tun0", "10.8.0.2")], ["10.8.0.2"]),
        ([("br0", "192.0.2.2")], ["192.0.2.2"]),
        ([("eth0", f"2001:db8::{number}") for number in range(1, 9)], ["2001:db8::1", "2001:db8::2"]),
        ([("eth0", "2001:db8::2"), ("eth1", "192.0.2.2")], ["192.0.2.2", "2001:db8::2"]),
    ],
)
def test_addresses_that_others_reach_are_announced(found: list[tuple[str, str]], announced: list[str]) -> None:
    assert worth_announcing(LOOPBACK + found, with_loopback=False) == announced
    assert worth_announcing(LOOPBACK + found, with_loopback=True) == [*announced, "127.0.0.1", "::1"]


def test_a_machine_without_a_network_has_itself() -> None:
    assert worth_announcing(LOOPBACK) == ["127.0.0.1", "::1"]


def test_this_machine_has_addresses() -> None:
    assert "127.0.0.1" in own_addresses()
