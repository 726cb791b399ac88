"""Robots join, work until they are told to leave, and are counted."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from facilitation.robots import (
    Passage,
    Script,
    Sight,
    comes_after_s,
    is_gone_s,
    name_of,
    passage,
    script_of,
    wish,
)
from media.light import Crowd
from realtime.client import Client, Gone, Unwelcome
from realtime.messages import Accepted
from realtime.writer import Writer
from rooms.agenda import Workshop
from rooms.ids import ConclusionId
from rooms.refusal import Refused
from web.robots.calling import Calling
from web.robots.coming import NotJoined, address_and_token, enter
from web.robots.plan import Plan
from web.robots.proving import differences
from web.robots.studio import Studio
from web.robots.summary import Summary

JOINING_AT_ONCE = 8


async def run(plan: Plan, say: Callable[[str], None]) -> Summary:
    """Send the robots in to work until the time is over or Control-C is pressed. They leave politely."""
    summary = Summary()
    address, token = await asyncio.to_thread(address_and_token, plan.link)
    try:
        async with Crowd() as crowd:
            studio = Studio(crowd)
            if plan.has_calls:
                say("Recording voices and faces.")
                await studio.record(plan.count, plan.faces)
            async with asyncio.timeout(plan.minutes * 60), asyncio.TaskGroup() as group:
                beating = group.create_task(studio.metronome.run())
                await live_all(plan, address, token, studio, summary, say)
                beating.cancel()
    except TimeoutError:
        say("The time is over.")
    except asyncio.CancelledError:
        # Not passed on: whoever interrupts the robots wants to know what they did.
        say("The robots leave.")
    return summary


async def live_all(
    plan: Plan, address: str, token: str, studio: Studio, summary: Summary, say: Callable[[str], None]
) -> None:
    gate = asyncio.Semaphore(JOINING_AT_ONCE)
    robots = [Robot(plan, number, studio, summary, say) for number in range(plan.count)]
    try:
        async with asyncio.TaskGroup() as group:
            for robot in robots:
                group.create_task(robot.live(address, token, gate))
    finally:
        callings = [robot.calling for robot in robots if robot.calling is not None]
        names = {calling.you.participant: calling.name for calling in callings}
        summary.receptions = [calling.reception() for calling in callings]
        summary.unheard = sorted(
            f"{names[speaker]} by {names[listener]}" for speaker, listener, _ in studio.hearing.unheard()
        )


async def end(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError, Unwelcome):
        await task


class Robot:
    """One participant. All its choices come from the seed and its number."""

    def __init__(self, plan: Plan, number: int, studio: Studio, summary: Summary, say: Callable[[str], None]) -> None:
        self.plan = plan
        self.number = number
        self.studio = studio
        self.summary = summary
        self.say = say
        self.dice = random.Random(f"{plan.seed}-{number}")
        self.turn = 0
        self.writer: tuple[ConclusionId, Writer] | None = None
        self.written: Counter[ConclusionId] = Counter()
        self.calling: Calling | None = None

    async def live(self, address: str, token: str, gate: asyncio.Semaphore) -> None:
        if self.plan.lives:
            await asyncio.sleep(comes_after_s(self.number, self.dice) / self.plan.pace)
        attempt = f"{self.plan.attempt}-{self.number}" if self.plan.attempt else ""
        try:
            async with gate:
                entered = await asyncio.to_thread(enter, address, token, name_of(self.number), attempt)
        except NotJoined as error:
            self.summary.not_joined[str(error)] += 1
            self.settled()
            return
        client = Client(address, entered.session, entered.workshop)
        connection = asyncio.create_task(client.run())
        work = asyncio.create_task(self.work(client))
        try:
            done, _ = await asyncio.wait((connection, work), return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        except Unwelcome as error:
            self.summary.cut[str(error)] += 1
        finally:
            await end(work)
            if self.plan.proves and not connection.done():
                await self.prove(client, gate)
            await end(connection)
            self.count(client)

    async def prove(self, client: Client, gate: asyncio.Semaphore) -> None:
        async with gate:
            found = await differences(client)
        if found:
            self.summary.stale.append(f"{name_of(self.number)}: {' '.join(found)}")
        elif found is not None:
            self.summary.proved += 1

    async def work(self, client: Client) -> None:
        """Write, and talk beside it."""
        await client.is_here.wait()
        self.summary.joined += 1
        self.settled()
        workshop = next(client.store.state.all(Workshop))
        script = script_of(self.number, self.plan.count, workshop.language, self.plan.texts, self.plan.lives)
        async with asyncio.TaskGroup() as group:
            if self.plan.talks(self.number):
                dice = random.Random(f"{self.plan.seed}-{self.number}-voice")
                self.calling = Calling(self.plan, self.number, self.studio, client, script, dice)
                group.create_task(self.calling.run())
            while True:
                await asyncio.sleep(60 / self.plan.acts * self.dice.uniform(0.5, 1.5))
                if self.plan.lives and (gone_s := is_gone_s(self.dice)):
                    await client.lose(gone_s / self.plan.pace)
                await self.act(client, script)

    async def act(self, client: Client, script: Script) -> None:
        """One turn: look, and do what the script wants, if anything."""
        await client.is_here.wait()
        store = client.store
        if store.you is None:
            return
        sight = Sight(store.you.participant, store.you.room, store.state, store.own)
        words = passage(sight, script, self.turn, self.written, self.dice)
        if words is not None:
            await self.write(client, words)
            return
        command = wish(sight, script, self.turn, self.dice)
        if command is None:
            return
        self.turn += 1
        asked_at = time.perf_counter()
        answer = await client.do(command)
        self.summary.waits_ms.append((time.perf_counter() - asked_at) * 1000)
        if isinstance(answer, Accepted):
            self.summary.acknowledged += 1
        else:
            self.summary.refused[answer.code] += 1

    async def write(self, client: Client, passage: Passage) -> None:
        """Into what its room writes together, beside the others."""
        if self.writer is None or self.writer[0] != passage.conclusion:
            self.writer = (passage.conclusion, Writer(client, passage.conclusion))
        _, writer = self.writer
        self.turn += 1
        self.written[passage.conclusion] += 1
        try:
            if await writer.open():
                await writer.write(passage.field, passage.words)
                self.summary.passages += 1
        except Refused as refused:
            self.summary.refused[refused.code] += 1
        except Gone:
            self.summary.refused["no_answer"] += 1

    def count(self, client: Client) -> None:
        self.summary.reconnections += client.reconnections
        self.summary.holes += client.store.holes
        self.summary.sent_again += client.again
        if self.calling is not None:
            self.summary.calls_failed.update(self.calling.caller.failures)
            self.summary.without_call += self.calling.is_without

    def settled(self) -> None:
        """Tell, once, when everybody is in or turned away."""
        if self.summary.joined + self.summary.not_joined.total() == self.plan.count:
            self.say(f"{self.summary.joined} of {self.plan.count} robots are in.")
