"""A long evening of three browsers, watched: `python -m tests.e2e.vigil 10` takes ten minutes, and fails when unclean.

Two Chromiums and a Firefox talk through moves between rooms, a change of network and a network that is gone for a
while. What their own statistics say is printed every quarter of a minute. Each may make one RTCPeerConnection.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from playwright.async_api import async_playwright

from media.addresses import own_addresses
from media.host import Worker, WorkerArguments
from persistence import migrate
from rooms.agenda import Room, RoomKind
from tests.e2e.chromium import CALLING, chromium
from tests.e2e.conftest import LAPTOP, PHONE
from tests.e2e.firefox import Firefox
from tests.e2e.impaired import Relay, relay
from tests.e2e.scene import set_scene
from tests.e2e.tabs import FirefoxTab, Tab
from tests.serving import serving
from tests.stage import SIT, Stage
from web.settings import Settings

LOOK_S = 15.0
GONE_S = 12.0
ENTERED_S = 60.0
CONCEALED_MAX = 0.03
"""Of the sound, silences and the two interruptions aside."""
ON_PAGES = "if (!location.protocol.startsWith('http')) return;"
WATCH = """(() => {
  const made = (globalThis.made = []);
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...given) { super(...given); made.push(this); }
  };
  globalThis.press = async (words) => {
    const until = Date.now() + 30000;
    while (Date.now() < until) {
      const found = [...document.querySelectorAll("button")].find((each) => each.innerText.trim().startsWith(words));
      if (found) return found.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no button: ${words}`);
  };
  globalThis.look = async () => {
    const open = made.filter((each) => each.connectionState !== "closed");
    const says = { made: made.length, open: open.length, state: open.at(-1)?.connectionState ?? "none",
      heard: 0, lost: 0, samples: 0, concealed: 0, silent: 0, frames: 0, freezes: 0, frozen_s: 0, sent: 0, larger: 0 };
    for (const each of open) {
      // Firefox never answers for one that is closed meanwhile.
      const none = new Promise((resolve) => setTimeout(resolve, 3000, new Map()));
      for (const line of (await Promise.race([each.getStats(), none])).values()) {
        if (line.type === "inbound-rtp" && line.kind === "audio") {
          says.heard += line.packetsReceived ?? 0;
          says.lost += line.packetsLost ?? 0;
          says.samples += line.totalSamplesReceived ?? 0;
          says.concealed += line.concealedSamples ?? 0;
          says.silent += line.silentConcealedSamples ?? 0;
        } else if (line.type === "inbound-rtp") {
          says.frames += line.framesDecoded ?? 0;
          says.freezes += line.freezeCount ?? 0;
          says.frozen_s += line.totalFreezesDuration ?? 0;
          says.larger = Math.max(says.larger, line.frameWidth ?? 0);
        } else if (line.type === "outbound-rtp") says.sent += line.packetsSent ?? 0;
      }
    }
    return says;
  };
})()"""


class Watcher:
    """Somebody in one of the browsers."""

    def __init__(self, name: str, tab: Tab) -> None:
        self.name, self.tab = name, tab
        self.says: dict[str, Any] = {}
        self.connections = 0
        """Made before one is in: the lobby tries one."""
        self.samples = self.concealed = 0
        """Of the sound, while the network was well."""

    async def enter(self) -> None:
        """With microphone and camera, both open."""
        await self.tab.evaluate("press('Parler')")
        await self.tab.evaluate("press('Avec micro et caméra')")
        await self.tab.evaluate("press('Entrer dans la salle')")
        await self.tab.evaluate("press('Micro coupé')")
        self.says = await self.tab.evaluate("look()")
        self.connections = self.says["made"]

    async def look(self, is_well: bool) -> str:
        before, self.says = self.says, await self.tab.evaluate("look()")
        new = {key: value - before.get(key, 0) for key, value in self.says.items() if isinstance(value, int | float)}
        if is_well:
            self.samples += new["samples"]
            self.concealed += new["concealed"] - new["silent"]
        return (
            f"  {self.name:<8} {self.says['state']:<13} connections {self.says['made']}"
            f"  voices +{new['heard']:<5} lost +{new['lost']:<3} concealed {share(new):.1%}"
            f"  frames +{new['frames']:<5} width {self.says['larger']:<5} freezes +{new['freezes']}"
            f"  sent +{new['sent']}"
        )


def share(says: dict[str, Any]) -> float:
    """Of the sound, how much was made up where something should have been heard."""
    return float((says["concealed"] - says["silent"]) / max(1, says["samples"]))


async def sit(stage: Stage, name: str, stack: AsyncExitStack, browser: Any, device: dict[str, Any]) -> Watcher:
    who = await stage.enter(name)
    token = stage.served.house.doors.token(stage.links[who.role])
    script = f"({SIT})({json.dumps([stage.id, who.session, name, token])})"
    url = f"{stage.url}/w/{stage.id}/room"
    if isinstance(browser, Firefox):
        for each in (WATCH, script):
            await browser.command("script.addPreloadScript", functionDeclaration=f"() => {{ {ON_PAGES} {each} }}")
        return Watcher(name, FirefoxTab(browser, await browser.open(url, "window")))
    context = await browser.new_context(locale="fr-FR", permissions=["camera", "microphone"], **device)
    stack.push_async_callback(context.close)
    page = await context.new_page()
    await page.add_init_script(WATCH)
    await page.add_init_script(script)
    await page.goto(url)
    return Watcher(name, page)


async def live(stage: Stage, way: Relay, watchers: list[Watcher], minutes: float) -> None:
    """Plenary, groups, plenary again…; in the middle another network, and later none for a while."""
    began = time.monotonic()
    rounds = max(4, round(minutes * 60 / LOOK_S))
    for count in range(1, rounds + 1):
        if count == rounds // 2:
            say("another network")
            way.move()
        elif count == rounds * 3 // 4:
            say(f"no network for {GONE_S:.0f} s")
            await way.cut()
            await asyncio.sleep(GONE_S)
            await way.mend()
        elif count % 3 == 0:
            await move(stage)
        is_well = count not in (rounds // 2, rounds * 3 // 4)
        await asyncio.sleep(max(0.0, began + count * LOOK_S - time.monotonic()))
        say(f"{(time.monotonic() - began) / 60:.1f} min, {room_names(stage)}")
        for watcher in watchers:
            say(await watcher.look(is_well))


async def move(stage: Stage) -> None:
    plenary = stage.one(Room, room_kind=RoomKind.PLENARY)
    group = stage.every(Room, room_kind=RoomKind.GROUP)[0]
    away = all(stage.room_of(who).id == group.id for who in stage.people.values())
    for who in stage.people.values():
        await stage.do("person.move", person=who.participant, room=(plenary if away else group).id)


def room_names(stage: Stage) -> str:
    return ", ".join(sorted({stage.room_of(who).name or "plenary" for who in stage.people.values()}))


def say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 (its job)


def verdict(watchers: list[Watcher], complaints: list[str]) -> list[str]:
    wrong = [f"{each.name}: another connection" for each in watchers if each.says["made"] != each.connections]
    wrong += [f"{each.name}: {each.says['state']}" for each in watchers if each.says["state"] != "connected"]
    shares = {each.name: each.concealed / max(1, each.samples) for each in watchers}
    wrong += [f"{name}: {part:.1%} concealed" for name, part in shares.items() if part > CONCEALED_MAX]
    return wrong + complaints


async def main(minutes: float) -> list[str]:
    complaints: list[str] = []
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="palabre-vigil-")))
        database = f"sqlite:///{folder / 'palabre.sqlite3'}"
        migrate(database)
        # Firefox reaches nothing by the loopback interface.
        address = next(each for each in own_addresses(with_loopback=False) if ":" not in each)
        way = await stack.enter_async_context(relay(address))
        worker = Worker(WorkerArguments(addresses=(address,), announced=(way.announced,)))
        settings = Settings(data=folder, database=database, url="http://127.0.0.1", port=0)
        served = await stack.enter_async_context(serving(settings, media=worker))
        assert worker.ready is not None
        way.lead_to(worker.ready.port)
        stage = await set_scene(served)
        playwright = await stack.enter_async_context(async_playwright())
        browser = await playwright.chromium.launch(executable_path=chromium(), args=CALLING)
        firefox = await stack.enter_async_context(Firefox.start({"intl.accept_languages": "fr-FR, fr"}))
        watchers = [
            await sit(stage, "Amina", stack, browser, PHONE),
            await sit(stage, "Bruno", stack, browser, LAPTOP),
            await sit(stage, "Chloé", stack, firefox, {}),
        ]
        async with asyncio.timeout(ENTERED_S):
            await asyncio.gather(*(watcher.enter() for watcher in watchers))
        await live(stage, way, watchers, minutes)
        complaints += [each for each in firefox.complaints if "about:" not in each]
        await browser.close()
    return verdict(watchers, complaints)


if __name__ == "__main__":
    if wrong := asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)):
        sys.exit("\n".join(["", "not clean:", *wrong]))
    say("clean")
