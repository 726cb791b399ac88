"""Promises are kept by themselves, or by the command where no server runs."""

from __future__ import annotations

import asyncio
import hashlib
import os

from facilitation.retention import DAY_MS
from facilitation.workshop import decode
from persistence.engine import open_engine
from persistence.minutes import Minutes
from rooms.activities.info import File
from rooms.agenda import Step, Workshop
from rooms.deciding import SYSTEM
from rooms.people import Participant
from rooms.permissions import Role
from rooms.retention import Data
from tests.persistence.test_archive import keep
from tests.persistence.test_archive_minutes import amended, published
from tests.sample import closed
from tests.web.pictures import PNG
from tests.web.site import WORKSHOP, Site, bearer
from tests.web.test_command import palabre
from web.doors import accepted
from web.purging import IDLE_MS, purge
from web.settings import Settings


async def do(site: Site, type: str, **fields: object) -> None:
    accepted(await site.house.gateway.do(WORKSHOP, SYSTEM, decode({"type": type, **fields})))


async def test_names_go_when_their_time_is_over(site: Site) -> None:
    await site.join(name="Jeanne")
    await do(site, "workshop.retain", retention={"identity": 30})
    await do(site, "workshop.close")
    site.clock.ms += 30 * DAY_MS - 1
    assert (await purge(site.house)).data == []
    site.clock.ms += 1
    ((id, proof),) = (await purge(site.house)).data
    assert (id, proof.data, proof.counts) == (WORKSHOP, Data.IDENTITY, {"participant": 1})
    assert [person.name for person in site.people] == [""]
    assert (await purge(site.house)).data == []


async def test_the_proof_says_how_many_drafts_of_the_minutes_went(site: Site) -> None:
    for add in (published, amended):
        await asyncio.to_thread(add, site.house.engine)
    kept = Minutes(site.house.engine)
    await do(site, "workshop.retain", retention={"drafts": 30})
    await do(site, "workshop.close")
    site.clock.ms += 30 * DAY_MS
    ((_, proof),) = (await purge(site.house)).data
    assert (proof.data, proof.counts) == (Data.DRAFTS, {"amendment": 1, "minutes": 1})
    assert len(await asyncio.to_thread(kept.versions, WORKSHOP)) == 1


async def test_a_workshop_that_nobody_closes_is_closed_after_half_a_year(site: Site) -> None:
    await do(site, "step.add", title="Idées")
    (step,) = site.state.all(Step)
    await do(site, "step.start", step=step.id, seen=None)
    site.clock.ms += IDLE_MS
    assert (await purge(site.house)).closed == []
    site.clock.ms += 1
    assert (await purge(site.house)).closed == [WORKSHOP]
    assert next(site.state.all(Workshop)).closed_at == site.clock.ms
    site.clock.ms += IDLE_MS + 1
    assert (await purge(site.house)).closed == []


async def test_one_that_has_not_begun_waits_for_its_people(site: Site) -> None:
    await site.join(name="Jeanne")
    site.clock.ms += 10 * IDLE_MS
    assert (await purge(site.house)).closed == []


async def test_files_go_with_the_last_that_names_them(site: Site) -> None:
    organizer = await site.join(Role.ORGANIZER)
    for name in ("a.png", "b.png"):
        await site.http.post("/api/files", files={"file": (name, PNG)}, headers=bearer(organizer["session"]))
    folder = site.house.settings.files
    path = folder / hashlib.sha256(PNG).hexdigest()
    stray = folder / ("0" * 64)
    stray.write_bytes(b"left by an import that was broken off")
    for each in (path, stray):
        os.utime(each, (1, 1))
    assert (await purge(site.house)).files == 1
    assert path.exists()
    await do(site, "workshop.retain", retention={"uploads": 1})
    await do(site, "workshop.close")
    site.clock.ms += 2 * DAY_MS
    await purge(site.house)
    assert list(site.state.all(File)) == []
    assert not path.exists()


async def test_free_space_is_swept_in_calm_and_after_a_day_at_the_latest(site: Site) -> None:
    jeanne = await site.join(name="Jeanne")
    await do(site, "person.erase", person=jeanne["participant"])
    assert not (await purge(site.house, is_calm=False)).is_swept
    site.clock.ms += DAY_MS
    assert (await purge(site.house, is_calm=False)).is_swept
    assert (await purge(site.house, is_calm=False)).is_swept
    assert site.state.find(Participant, jeanne["participant"]).name == ""


def test_the_command_says_what_was_deleted(settings: Settings) -> None:
    """The sample's workshop was held long ago."""
    story = closed()
    story.do("olga", "workshop.retain", retention={"attendance": 1})
    engine = open_engine(settings.database)
    keep(engine, story)
    engine.dispose()
    assert "w1: attendance deleted (6 attendance, 2 round)" in palabre(settings.data, "purge").stdout
    assert palabre(settings.data, "purge").stdout == ""
