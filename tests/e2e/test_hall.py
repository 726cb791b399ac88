"""In a hall: a server whose certificate a browser has accepted for pages, but opens no WebSocket over, as Safari."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.e2e.conftest import PHONE, Opened
from tests.e2e.people import Citizen
from tests.e2e.scene import set_scene
from tests.serving import Served, serving
from web.settings import Settings

NO_SOCKET = """
  globalThis.WebSocket = class extends EventTarget {
    constructor() {
      super();
      setTimeout(() => {
        this.onerror?.(new Event("error"));
        this.onclose?.(new CloseEvent("close", { code: 1006 }));
      });
    }
    send() {}
    close() {}
  };
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def served(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> AsyncIterator[Served]:
    data = tmp_path_factory.mktemp("hall")
    shutil.copy(migrated_sqlite, data / "palabre.sqlite3")
    database = f"sqlite:///{data / 'palabre.sqlite3'}"
    settings = Settings(data=data, database=database, url="http://127.0.0.1", port=0)
    async with serving(replace(settings, may_poll=True)) as running:
        yield running


async def test_a_phone_that_opens_no_socket_reads_and_writes(served: Served, opened: Opened) -> None:
    stage = await set_scene(served)
    await stage.go_to("Idées")
    context = await opened(**PHONE)
    await context.add_init_script(NO_SOCKET)
    amina = Citizen(await stage.sit(context, await stage.enter("Amina")), "Amina")
    await amina.write("Des bancs à l’ombre")
    bo = Citizen(await stage.sit(await opened(**PHONE), await stage.enter("Bo")), "Bo")
    await bo.write("Une fontaine")
    await expect(amina.note("Une fontaine")).to_have_count(1)
    await expect(bo.note("Des bancs à l’ombre")).to_have_count(1)
