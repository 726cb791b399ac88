"""How often one may ask: who is counted, what one who is too fast is told, and what happens without Redis."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from limits import parse

from realtime.openings import PLACES_MAX, Openings
from rooms.permissions import Role
from rooms.refusal import Refused
from tests.cluster.processes import Redis
from tests.web.site import Site, bearer, refusal
from web import attempts
from web.attempts import UPLOADS, Attempts, Pace

PDF = b"%PDF-1.7 a plan"
TWICE = parse("2 per minute")


async def test_whoever_is_too_fast_is_told_when_to_ask_again() -> None:
    pace = Pace()
    await pace.take(TWICE, "ana")
    await pace.take(TWICE, "ana")
    with pytest.raises(Refused) as refused:
        await pace.take(TWICE, "ana")
    assert refused.value.code == "too_fast"
    assert 1_000 <= refused.value.details["retry_ms"] <= 60_000
    await pace.take(TWICE, "bo")


async def test_each_process_counts_for_itself_while_redis_does_not_answer() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        pace = Pace(f"redis://127.0.0.1:{nobody.getsockname()[1]}")
        await pace.take(TWICE, "ana")
        await pace.take(TWICE, "ana")
        with pytest.raises(Refused, match="too_fast"):
            await pace.take(TWICE, "ana")


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    redis = Redis(tmp_path)
    redis.start()
    yield redis
    redis.kill()


async def is_refused(pace: Pace) -> bool:
    try:
        await pace.take(TWICE, "ana")
    except Refused as refused:
        return refused.code == "too_fast"
    return False


async def test_processes_count_together_while_there_is_redis_and_again_once_it_is_back(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "WITHOUT_S", 0.0)
    one, other = Pace(redis.url), Pace(redis.url)
    assert [await is_refused(pace) for pace in (one, other, one, other)] == [False, False, True, True]
    redis.kill()
    assert [await is_refused(pace) for pace in (one, other, one, other, one)] == [False, False, False, False, True]
    await asyncio.to_thread(redis.start)
    assert [await is_refused(pace) for pace in (one, other, one, other)] == [False, False, True, True]
    await one.close()
    await other.close()


async def test_guesses_are_counted_by_network() -> None:
    attempts = Attempts()
    for number in range(20):
        await attempts.count(f"2001:db8::{number}")
    with pytest.raises(Refused) as refused:
        await attempts.require("2001:db8::ffff")
    assert refused.value.code == "too_many_attempts"
    assert refused.value.details["retry_ms"] > 0
    await attempts.require("2001:db8:0:1::1")


def opened(openings: Openings, address: str) -> bool:
    try:
        openings.take({"client": (address, 40_000)})
    except Refused:
        return False
    return True


def test_sockets_are_counted_by_place_and_the_oldest_places_forgotten() -> None:
    openings = Openings()
    answers = [opened(openings, "203.0.113.1") for _ in range(10_000)]
    assert answers[:5_000] == [True] * 5_000
    assert False in answers
    assert opened(openings, "203.0.113.2")
    assert all(opened(openings, f"place {number}") for number in range(PLACES_MAX))
    assert opened(openings, "203.0.113.1")


async def test_a_person_uploads_only_so_often(site: Site) -> None:
    one, other = bearer((await site.join(Role.ORGANIZER, "Ana"))["session"]), await site.session(Role.ORGANIZER, "Bo")
    for _ in range(UPLOADS[0].amount):
        assert (await site.http.post("/api/files", files={"file": ("a.pdf", PDF)}, headers=one)).status_code == 201
    assert refusal(await site.http.post("/api/files", files={"file": ("a.pdf", PDF)}, headers=one)) == (429, "too_fast")
    assert (await site.http.post("/api/files", files={"file": ("a.pdf", PDF)}, headers=other)).status_code == 201
