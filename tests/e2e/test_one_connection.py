"""One RTCPeerConnection for all, in Chromium and in Firefox: simulcast in, slots out, both estimators at work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio

from tests.e2e.callers import Caller, Studio, seat, studio
from tests.e2e.tabs import Tabs


@pytest_asyncio.fixture(loop_scope="session")
async def hall() -> AsyncIterator[Studio]:
    async with studio() as opened:
        opened.sit(seat("amina"), seat("bruno"))
        yield opened


async def two(hall: Studio, tabs: Tabs) -> tuple[Caller, Caller]:
    """Amina talks and is filmed; Bruno hears and sees her."""
    amina, bruno = Caller(hall, await tabs(), "amina"), Caller(hall, await tabs(), "bruno")
    await asyncio.gather(amina.call(), bruno.call(captures=False))
    await amina.wish(microphone=True, camera=True)
    await bruno.wish(layout="grid", faces=4)
    return amina, bruno


async def test_one_connection_sends_in_layers_and_receives_in_slots(hall: Studio, tabs: Tabs) -> None:
    amina, bruno = await two(hall, tabs)
    face, voice = await asyncio.gather(bruno.is_fed("camera", by="amina"), bruno.is_fed("microphone", by="amina"))

    def plays(stats: dict[str, Any]) -> bool:
        seen, heard = stats["in"].get(face, {}), stats["in"].get(voice, {})
        return bool(seen.get("framesDecoded", 0) > 60 and heard.get("packetsReceived", 0) > 20)

    await bruno.sees(plays)
    sent = await amina.sees(lambda stats: sum(each.get("framesEncoded", 0) > 30 for each in stats["out"]) == 3)
    assert {each["rid"] for each in sent["out"] if each["kind"] == "video" and each.get("framesEncoded")} == {
        "q",
        "h",
        "f",
    }
    await hall.said(lambda: hall.metrics.get("rembs", 0) > 0)


async def test_the_sender_learns_from_our_feedback_what_its_uplink_carries(hall: Studio, tabs: Tabs) -> None:
    amina, bruno = await two(hall, tabs)
    await bruno.is_fed("camera", by="amina")

    def is_large(stats: dict[str, Any]) -> bool:
        return any(each.get("rid") == "f" and each.get("frameWidth", 0) >= 640 for each in stats["out"])

    await amina.sees(is_large)
