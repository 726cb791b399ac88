"""A whole workshop played by robots, compressed: one facilitates through the agenda, and the minutes are published."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

import msgspec

from facilitation.directing import direct
from facilitation.founding import CloseWorkshop
from facilitation.robots import Sight
from facilitation.ushering import Act, Compose
from realtime.client import Client, Unwelcome
from realtime.messages import Refusal
from rooms.agenda import Step, Workshop
from web.robots.asking import Failed, ask, streamed
from web.robots.coming import NotJoined, address_and_token, enter
from web.robots.plan import Plan
from web.robots.robot import run
from web.robots.summary import Summary

LOOK_S = 0.5
TOLD_S = 2.0
"""So long it waits to see what it has done: else it would do it again."""
NEARLY = 0.9
"""The part of a step's time at which it waits, where it stays."""
SLACK = 2.0
"""How much longer than planned it may take before it is given up: a story has an end."""
DIRECTOR = "Robot 0"


async def play(plan: Plan, say: Callable[[str], None]) -> Summary:
    """Robots take part until the agenda is played, the workshop closed and its minutes are public.

    `plan.link` is an organizer's. Raises NotJoined, Failed.
    """
    address, token = await asyncio.to_thread(address_and_token, plan.link)
    session, workshop = await asyncio.to_thread(enter, address, token, DIRECTOR)
    link = await asyncio.to_thread(participants_link, address, session)
    client = Client(address, session, workshop)
    connection = asyncio.create_task(client.run())
    crowd = asyncio.create_task(run(replace(plan, link=link, minutes=plan.minutes * SLACK, proves=True), say))
    try:
        async with asyncio.timeout(plan.minutes * SLACK * 60):
            given = await directed(client, plan.minutes, say)
    finally:
        crowd.cancel()
        summary = await crowd
        connection.cancel()
        with suppress(asyncio.CancelledError, Unwelcome):
            await connection
    summary.refused.update(given.refused)
    await asyncio.to_thread(publish, address, session)
    say(f"The minutes are public: {address}/minutes/{workshop}")
    return summary


def participants_link(address: str, session: str) -> str:
    """Raises NotJoined where there is none that is open."""
    links = ask(address, session, "/api/links")["links"]
    for link in links:
        if link["role"] == "participant" and link["revoked_at"] is None and link["code"]:
            return str(link["url"])
    raise NotJoined("this workshop has no link for participants")


@dataclass(slots=True)
class Directed:
    """What the facilitator has asked for, by kind, and the codes of what was refused."""

    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)


async def directed(
    client: Client,
    minutes: float,
    say: Callable[[str], None],
    closes: bool = True,
    stays: Callable[[Step], bool] = lambda step: False,
) -> Directed:
    """Lead through the agenda, each step in its share of the time, longer where it `stays`.

    Without `closes` the workshop is open in the end.
    """
    given = Directed()
    refused: list[Act] = []
    done: list[Act] = []
    step, began = None, 0.0
    head, done_at = 0, 0.0
    await client.is_here.wait()
    planned = sum(each.minutes for each in client.store.state.all(Step)) or 1
    while True:
        await client.is_here.wait()
        store = client.store
        workshop = next(store.state.all(Workshop))
        if workshop.closed_at is not None:
            return given
        if workshop.step != step:
            step, began = workshop.step, time.monotonic()
            refused.clear()
            done.clear()
            if running := store.state.maybe(Step, step):
                say(f"{running.title} ({running.minutes} min)")
        assert store.you is not None
        running = store.state.maybe(Step, step)
        lasts = (running.minutes if running else 1) * minutes * 60 / planned
        part = (time.monotonic() - began) / lasts
        if running is not None and stays(running):
            part = min(part, NEARLY)
        sight = Sight(store.you.participant, store.you.room, store.state, store.own)
        is_told = store.head >= head or time.monotonic() - done_at > TOLD_S
        act = direct(sight, part, int(time.time() * 1000), refused, done) if is_told else None
        if isinstance(act, CloseWorkshop) and not closes:
            return given
        if act is not None:
            seq = await perform(client, act, given)
            (refused if seq is None else done).append(act)
            head, done_at = seq or head, time.monotonic()
        await asyncio.sleep(min(LOOK_S, lasts / 100))


async def perform(client: Client, act: Act, given: Directed) -> int | None:
    """From which head on one sees what it did; None where it was refused."""
    if isinstance(act, Compose):
        wish = {"plan": msgspec.to_builtins(act.plan)}
        try:
            await asyncio.to_thread(ask, client.server, client.session, "/api/draws", wish)
        except Failed as failed:
            given.refused[str(failed)] += 1
            return None
        given.done["compose"] += 1
        return client.store.head + 1
    answer = await client.do(act)
    if isinstance(answer, Refusal):
        given.refused[answer.code] += 1
        return None
    given.done[str(type(act).__struct_config__.tag)] += 1
    return answer.seq


def publish(address: str, session: str) -> None:
    """Minutes made, approved and public. Raises Failed."""
    made = streamed(address, session, "/api/minutes", {})
    number = made["number"]
    ask(address, session, f"/api/minutes/{number}/approve", {})
    streamed(address, session, f"/api/minutes/{number}/publish")
    if not any(version["state"] == "published" for version in ask(address, session, "/api/minutes")["versions"]):
        raise Failed("not_published")
