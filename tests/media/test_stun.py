import pytest
from aioice import stun as oracle
from hypothesis import given
from hypothesis import strategies as st

from media import stun

PASSWORD = "a password of enough length"
CHECK = stun.make_check("theirs:ours", PASSWORD, 1853824767, 7, bytes(range(12)))


def test_another_implementation_reads_our_check() -> None:
    message = oracle.parse_message(CHECK)

    assert message.check_message_integrity(PASSWORD.encode())
    assert message.attributes["USERNAME"] == "theirs:ours"
    assert message.attributes["PRIORITY"] == 1853824767
    assert "USE-CANDIDATE" in message.attributes


@pytest.mark.parametrize("address", ["192.0.2.7", "2001:db8::7"])
def test_another_implementation_reads_our_answer(address: str) -> None:
    check = stun.read(CHECK)
    assert check is not None

    message = oracle.parse_message(stun.answer(check, PASSWORD, (address, 40_000)))

    assert message.message_class == oracle.Class.RESPONSE
    assert message.transaction_id == bytes(range(12))
    assert message.attributes["XOR-MAPPED-ADDRESS"] == (address, 40_000)
    assert message.check_message_integrity(PASSWORD.encode())


def test_we_read_the_check_of_another_implementation() -> None:
    request = oracle.Message(oracle.Method.BINDING, oracle.Class.REQUEST)
    request.attributes.update({"USERNAME": "there:here", "SOFTWARE": "odd", "ICE-CONTROLLING": 1, "PRIORITY": 2})
    request.add_message_integrity(PASSWORD.encode())

    check = stun.read(bytes(request))

    assert check is not None
    assert check.kind == stun.REQUEST
    assert check.fragment == "there"
    assert not check.is_nominating
    assert check.is_by(PASSWORD)
    assert not check.is_by(PASSWORD + "!")


def test_what_follows_the_signature_means_nothing() -> None:
    request = oracle.Message(oracle.Method.BINDING, oracle.Class.REQUEST)
    request.attributes["USERNAME"] = "there:here"
    request.add_message_integrity(PASSWORD.encode())
    del request.attributes["FINGERPRINT"]
    request.attributes["USE-CANDIDATE"] = None
    request.add_fingerprint()

    check = stun.read(bytes(request))

    assert check is not None
    assert check.is_by(PASSWORD)
    assert not check.is_nominating


def test_a_check_without_signature_or_fingerprint_is_none() -> None:
    request = oracle.Message(oracle.Method.BINDING, oracle.Class.REQUEST)
    request.attributes["USERNAME"] = "there:here"
    assert stun.read(bytes(request)) is None
    request.add_fingerprint()
    assert stun.read(bytes(request)) is None


@given(st.integers(0, len(CHECK) - 1), st.integers(1, 255))
def test_a_check_changed_in_one_byte_is_refused(at: int, by: int) -> None:
    changed = bytearray(CHECK)
    changed[at] ^= by

    message = stun.read(bytes(changed))

    assert message is None or not message.is_by(PASSWORD)


@given(st.binary(max_size=200) | st.integers(0, len(CHECK)).map(lambda size: CHECK[:size]))
def test_anything_may_be_read(data: bytes) -> None:
    message = stun.read(data)

    assert message is None or isinstance(message, stun.Message)


@given(st.binary(max_size=120))
def test_attributes_of_any_form_may_be_read(body: bytes) -> None:
    body += bytes(-len(body) % 4)
    head = b"\0\1" + (len(body) + 8).to_bytes(2, "big") + b"\x21\x12\xa4\x42" + bytes(12)
    fingerprint = oracle.message_fingerprint(head + body)

    message = stun.read(head + body + b"\x80\x28\0\4" + fingerprint.to_bytes(4, "big"))

    assert message is None or not message.is_by(PASSWORD)
