"""What anybody reads: published processes with their doors, and nothing of drafts."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
import pytest_asyncio
from icalendar import Calendar

from rooms.permissions import Role
from tests.persistence.test_archive_minutes import published as publish_minutes
from tests.web.site import STARTED_AT, WORKSHOP, Site
from tests.web.studio.office import MEETING, READING, Office, come_in

HOUR = 3_600_000
MINUTE = 60_000
SECRET = "Projet encore secret"
PAGES = ("", "/calendar.ics", "/phases/{phase}", "/phases/{phase}/calendar.ics", "/phases/{phase}/join")


@pytest_asyncio.fixture
async def office(site: Site) -> Office:
    return await come_in(site)


async def written(office: Office, **settings: Any) -> Any:
    """A draft with a phase to read and one to meet in, two hours from now."""
    shown = await office.phase(await office.process(title=SECRET), READING, outcome="Quatre thèmes <sortis>")
    meeting = {"workshop": WORKSHOP, "starts_at": STARTED_AT + 2 * HOUR, "ends_at": STARTED_AT + 4 * HOUR}
    return await office.phase(shown, MEETING, settings={**meeting, **settings})


async def published(office: Office, **settings: Any) -> Any:
    return (await office.set(await written(office, **settings), "publish")).json()


async def page(site: Site, path: str = "", language: str = "en") -> str:
    answer = await site.http.get(f"/p/place-du-marche{path}?lang={language}")
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("path", PAGES)
async def test_a_draft_is_answered_as_what_does_not_exist(site: Site, office: Office, path: str) -> None:
    shown = await written(office)
    phase = shown["phases"][1]["phase"]["id"]
    hidden = await site.http.get("/p/place-du-marche" + path.format(phase=phase))
    unknown = await site.http.get("/p/nowhere" + path.format(phase=phase))
    assert (hidden.status_code, hidden.content) == (404, unknown.content)


@pytest.mark.parametrize("address", ["/", "/privacy", "/accessibility", "/browsers", "/rules"])
async def test_no_page_names_a_draft(site: Site, office: Office, address: str) -> None:
    await written(office)
    assert SECRET not in (await site.http.get(address)).text


async def test_a_withdrawn_process_is_gone_again(site: Site, office: Office) -> None:
    shown = await published(office)
    assert SECRET in (await site.http.get("/")).text
    await office.set(shown, "withdraw")
    assert (await site.http.get("/p/place-du-marche")).status_code == 404
    assert SECRET not in (await site.http.get("/")).text


async def test_phases_say_where_they_stand(site: Site, office: Office) -> None:
    await published(office)
    text = await page(site)
    assert re.findall(r'<li class="(\w+)" id="phase-', text) == ["done", "now"]
    assert "Quatre thèmes &lt;sortis&gt;" in text
    assert "Proposals are made with you" in text


async def test_a_shut_door_says_when_it_opens_and_lets_nobody_in(site: Site, office: Office) -> None:
    phase = (await published(office))["phases"][1]["phase"]["id"]
    assert "The door opens on" in await page(site)
    answer = await site.http.get(f"/p/place-du-marche/phases/{phase}/join")
    assert answer.headers["location"] == f"/p/place-du-marche#phase-{phase}"


async def test_an_open_door_leads_to_the_workshop(site: Site, office: Office) -> None:
    phase = (await published(office))["phases"][1]["phase"]["id"]
    site.clock.ms += 90 * MINUTE
    assert "Enter the workshop" in await page(site)
    answer = await site.http.get(f"/p/place-du-marche/phases/{phase}/join?lang=ar")
    assert answer.headers["location"].startswith("/j/")
    assert "lang=ar" in answer.headers["location"]


@pytest.mark.parametrize(
    ("meeting", "later", "said"),
    [
        ({"who": "invited"}, 3 * HOUR, "the link or the code of an invitation"),
        ({"workshop": None}, 3 * HOUR, "The workshop is being prepared."),
        ({}, 5 * HOUR, "It was open until"),
    ],
)
async def test_every_shut_door_says_why(
    site: Site, office: Office, meeting: dict[str, Any], later: int, said: str
) -> None:
    await published(office, **meeting)
    site.clock.ms += later
    assert said in await page(site)


async def test_a_closed_workshop_shuts_its_door(site: Site, office: Office) -> None:
    await published(office)
    await office.done("POST", f"/workshops/{WORKSHOP}/close")
    site.clock.ms += 3 * HOUR
    assert "The workshop is over." in await page(site)


async def test_minutes_are_led_to_once_they_are_published(site: Site, office: Office) -> None:
    await published(office)
    door = f"/j/{site.token(Role.PARTICIPANT)}?lang=en"
    await office.done("POST", f"/workshops/{WORKSHOP}/close")
    address = f'href="/minutes/{WORKSHOP}"'
    for text in (await page(site), (await site.http.get(door)).text):
        assert address not in text
    await asyncio.to_thread(publish_minutes, site.house.engine)
    for text in (await page(site), (await site.http.get(door)).text):
        assert address in text


async def test_whoever_comes_when_all_is_over_is_led_to_what_they_wrote(site: Site, office: Office) -> None:
    await office.done("POST", f"/workshops/{WORKSHOP}/close")
    text = (await site.http.get(f"/j/{site.token(Role.PARTICIPANT)}?lang=en")).text
    assert f'href="/w/{WORKSHOP}/mine?lang=en"' in text


async def test_a_workshop_leads_to_how_long_its_data_is_kept(site: Site, office: Office) -> None:
    await published(office)
    (address,) = re.findall(r'href="(/privacy[^"]*)#kept-w1"', await page(site))
    assert '<h3 id="kept-w1">' in (await site.http.get(address)).text


async def test_the_api_and_the_page_describe_a_door_alike(site: Site, office: Office) -> None:
    shown = await published(office)
    (door,) = shown["phases"][1]["doors"]
    opens_at = STARTED_AT + 2 * HOUR - 30 * MINUTE
    assert door == {
        "action": "join",
        "enabled": False,
        "reason": "not_yet",
        "fixable": True,
        "opens_at": opens_at,
        "closes_at": STARTED_AT + 4 * HOUR,
        "remaining": None,
    }


async def test_contributions_are_read_where_the_phase_shows_them(site: Site, office: Office) -> None:
    phase = (await published(office))["phases"][0]["phase"]["id"]
    given = {"contributions": [{"text": "<script>De l’ombre</script>", "label": "Stand"}]}
    await office.done("POST", f"/phases/{phase}/contributions", given)
    text = await page(site, f"/phases/{phase}")
    assert "&lt;script&gt;De l’ombre" in text
    assert "Stand" in text
    shown = await office.done("GET", f"/processes/{(await office.done('GET', ''))['processes'][0]['process']['id']}")
    face = {**shown["phases"][0]["phase"]["face"], "settings": {"shows_contributions": False}}
    await office.done("PUT", f"/phases/{phase}", {"face": face, "seen": shown["process"]["version"]})
    assert "De l’ombre" not in await page(site, f"/phases/{phase}")


async def test_calendars_have_phases_as_days_and_meetings_at_their_hour(site: Site, office: Office) -> None:
    phase = (await published(office))["phases"][1]["phase"]["id"]
    answer = await site.http.get("/p/place-du-marche/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["UID"]).partition("-")[0] for event in events] == ["phase", "phase", "meeting"]
    assert events[2].decoded("DTSTART").timestamp() * 1000 == STARTED_AT + 2 * HOUR
    own = await site.http.get(f"/p/place-du-marche/phases/{phase}/calendar.ics")
    assert len(Calendar.from_ical(own.content).walk("VEVENT")) == 1


async def test_documents_are_read_by_all_once_their_process_is_published(site: Site, office: Office) -> None:
    shown = await written(office)
    path = f"/api/studio/processes/{shown['process']['id']}/documents?title=Le+plan"
    answer = await site.http.post(path, files={"file": ("plan.pdf", b"%PDF-1.7 plan")}, headers=office.headers)
    document = answer.json()["process"]["documents"][0]
    assert document["title"] == "Le plan"
    address = f"/p/place-du-marche/documents/{document['id']}"
    assert (await site.http.get(address)).status_code == 404
    await office.set(answer.json(), "publish")
    found = await site.http.get(address)
    assert (found.content, found.headers["content-type"]) == (b"%PDF-1.7 plan", "application/pdf")
    html = await site.http.post(path, files={"file": ("x.html", b"<html>")}, headers=office.headers)
    assert html.json()["refused"]["code"] == "file_kind"


async def test_an_archived_process_is_read_and_entered_no_more(site: Site, office: Office) -> None:
    await office.set(await published(office), "archive")
    site.clock.ms += 3 * HOUR
    text = await page(site)
    assert "This consultation is over." in text
    assert "Enter the workshop" not in text


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
@pytest.mark.parametrize("address", ["/", "/p/place-du-marche", "/privacy", "/accessibility", "/browsers", "/rules"])
async def test_every_public_page_speaks_every_language_without_a_script_in_it(
    site: Site, office: Office, address: str, language: str
) -> None:
    await published(office)
    answer = await site.http.get(f"{address}?lang={language}")
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text
    assert not re.search(r"<script(?! type=\"module\" src=)|<style| style=| on\w+=", answer.text)
