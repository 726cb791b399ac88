"""A process is written, made fit to be seen, and shown."""

from typing import Any

import pytest

from tests.web.site import Site, refusal
from tests.web.studio.office import DAY, FACE, MEETING, READING, Office
from web.opening import new_id, open_workshop


async def test_a_new_process_says_what_is_missing(office: Office) -> None:
    shown = await office.process(expectations={}, lead="")
    assert shown["missing"] == ["scope", "integration", "lead"]
    assert shown["process"]["publication"] == "draft"
    assert refusal(await office.set(shown, "publish")) == (422, "expectations_missing")


async def test_a_process_without_phases_is_not_published(office: Office) -> None:
    assert refusal(await office.set(await office.process(), "publish")) == (422, "phases_missing")


async def test_a_process_without_its_dates_is_not_published(office: Office) -> None:
    shown = await office.phase(await office.process(), READING, ends_at=None)
    answer = await office.set(shown, "publish")
    assert refusal(answer) == (422, "dates_missing")
    assert answer.json()["refused"]["details"]["phases"] == shown["undated"] == [shown["phases"][0]["phase"]["id"]]


async def test_phases_of_one_track_may_not_overlap(office: Office) -> None:
    shown = await office.phase(await office.process(), READING)
    shown = await office.phase(shown, MEETING, starts_at=READING["ends_at"] - DAY)
    assert refusal(await office.set(shown, "publish")) == (422, "phases_overlap")
    beside = await office.process(slug="autre")
    beside = await office.phase(beside, READING)
    beside = await office.phase(beside, MEETING, starts_at=READING["ends_at"] - DAY, track="En parallèle")
    assert (await office.set(beside, "publish")).status_code == 200


async def test_a_process_that_promises_all_it_must_is_published(office: Office) -> None:
    shown = await office.phase(await office.process(), READING)
    answer = await office.set(shown, "publish")
    assert answer.json()["process"]["publication"] == "published"
    assert answer.json()["url"] == "http://palabre.test/p/place-du-marche"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"expectations": {}}, "expectations_missing"), ({"lead": ""}, "expectations_missing")],
)
async def test_a_published_process_keeps_what_it_promised(office: Office, change: dict[str, Any], code: str) -> None:
    shown = (await office.set(await office.phase(await office.process(), READING), "publish")).json()
    body = {"face": {**FACE, **change}, "seen": shown["process"]["version"]}
    assert refusal(await office.ask("PUT", f"/processes/{shown['process']['id']}", body)) == (422, code)


async def test_a_published_process_keeps_its_calendar(office: Office) -> None:
    shown = (await office.set(await office.phase(await office.process(), READING), "publish")).json()
    phase, version = shown["phases"][0]["phase"]["id"], shown["process"]["version"]
    undated = {"face": {**READING, "ends_at": None}, "seen": version}
    assert refusal(await office.ask("PUT", f"/phases/{phase}", undated)) == (422, "dates_missing")
    assert refusal(await office.ask("DELETE", f"/phases/{phase}?seen={version}")) == (422, "phases_missing")


async def test_what_another_has_changed_is_not_overwritten(office: Office) -> None:
    shown = await office.process()
    path, seen = f"/processes/{shown['process']['id']}", shown["process"]["version"]
    await office.done("PUT", path, {"face": {**FACE, "title": "Un autre titre"}, "seen": seen})
    answer = await office.ask("PUT", path, {"face": {**FACE, "title": "Le mien"}, "seen": seen})
    assert refusal(answer) == (409, "changed_meanwhile")
    assert (await office.done("GET", path))["process"]["face"]["title"] == "Un autre titre"


async def test_two_processes_have_two_addresses(office: Office) -> None:
    await office.process()
    assert refusal(await office.ask("POST", "/processes", {"face": FACE})) == (409, "slug_taken")
    other = await office.process(slug="budget")
    body = {"face": FACE, "seen": other["process"]["version"]}
    assert refusal(await office.ask("PUT", f"/processes/{other['process']['id']}", body)) == (409, "slug_taken")


@pytest.mark.parametrize("slug", ["", "Place", "a--b", "../x", "é", "a" * 81])
async def test_an_address_is_plain(office: Office, slug: str) -> None:
    assert refusal(await office.ask("POST", "/processes", {"face": {**FACE, "slug": slug}})) == (422, "invalid")


async def test_a_published_process_is_withdrawn_before_it_is_deleted(office: Office) -> None:
    shown = (await office.set(await office.phase(await office.process(), READING), "publish")).json()
    path = f"/processes/{shown['process']['id']}"
    assert refusal(await office.ask("DELETE", path)) == (409, "process_published")
    await office.set(shown, "withdraw")
    await office.done("DELETE", path)
    assert refusal(await office.ask("GET", path)) == (404, "unknown")


async def test_only_what_was_published_is_archived(office: Office) -> None:
    shown = await office.phase(await office.process(), READING)
    assert refusal(await office.set(shown, "archive")) == (422, "not_published")
    shown = (await office.set(shown, "publish")).json()
    assert (await office.set(shown, "archive")).json()["process"]["publication"] == "archived"


async def test_phases_stand_in_the_order_given(office: Office) -> None:
    shown = await office.phase(await office.phase(await office.process(), READING), MEETING)
    first, second = (row["phase"]["id"] for row in shown["phases"])
    moved = await office.done("POST", f"/phases/{second}/move", {"seen": shown["process"]["version"], "after": None})
    assert [row["phase"]["id"] for row in moved["phases"]] == [second, first]


async def test_a_phase_has_a_method_there_is_and_settings_it_understands(office: Office) -> None:
    shown = await office.process()
    body = {"seen": shown["process"]["version"]}
    path = f"/processes/{shown['process']['id']}/phases"
    unknown = await office.ask("POST", path, {**body, "face": {**READING, "method": "magic"}})
    assert refusal(unknown) == (404, "unknown")
    wrong = await office.ask("POST", path, {**body, "face": {**MEETING, "settings": {"opens_before": "soon"}}})
    assert refusal(wrong) == (422, "settings_invalid")
    reversed_ = {**READING, "starts_at": READING["ends_at"], "ends_at": READING["starts_at"]}
    assert refusal(await office.ask("POST", path, {**body, "face": reversed_})) == (422, "dates_reversed")


async def test_a_rehearsal_is_the_workshop_of_no_phase(site: Site, office: Office) -> None:
    await open_workshop(site.house, id := new_id(), "Répétition", "fr", "Europe/Paris", rehearsing_at=12)
    shown = await office.phase(await office.process(), MEETING)
    phase = shown["phases"][0]["phase"]["id"]
    body = {"face": {**MEETING, "settings": {"workshop": id}}, "seen": shown["process"]["version"]}
    assert refusal(await office.ask("PUT", f"/phases/{phase}", body)) == (422, "phase_of_rehearsal")


async def test_a_phase_takes_only_what_another_gives(office: Office) -> None:
    shown = await office.phase(await office.process(), READING)
    reading = shown["phases"][0]["phase"]["id"]
    shown = await office.phase(shown, MEETING, takes_from=[reading])
    meeting = shown["phases"][1]["phase"]["id"]
    body = {"face": {**READING, "takes_from": [meeting]}, "seen": shown["process"]["version"]}
    assert refusal(await office.ask("PUT", f"/phases/{reading}", body)) == (422, "phase_gives_nothing")
    gone = await office.ask("DELETE", f"/phases/{reading}?seen={shown['process']['version']}")
    assert refusal(gone) == (409, "phase_needed")


@pytest.mark.parametrize("seen", ["recently", "-1", "9" * 5_000])
async def test_nothing_is_dropped_by_whoever_says_no_version(office: Office, seen: str) -> None:
    shown = await office.phase(await office.process(), READING)
    reading = shown["phases"][0]["phase"]["id"]
    assert refusal(await office.ask("DELETE", f"/phases/{reading}?seen={seen}")) == (422, "invalid")


async def test_methods_come_with_the_schema_of_their_settings(office: Office) -> None:
    methods = {method["key"]: method for method in (await office.done("GET", ""))["methods"]}
    assert set(methods) >= {"information", "workshop"}
    properties = methods["workshop"]["schema"]["$defs"]["WorkshopSettings"]["properties"]
    assert properties["opens_before"] == {"type": "integer", "minimum": 0, "maximum": 1440, "default": 30}
