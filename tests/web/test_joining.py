"""Coming in by a page or by a program: one name, one person."""

import re

import pytest

from facilitation.founding import CloseWorkshop
from rooms.deciding import SYSTEM
from rooms.permissions import Role
from tests.web.site import WORKSHOP, Site, attempt_of, bearer, refusal

LONGEST = "é" * 80
NAMES = [
    ("  Jeanne \t Morel ", "Jeanne Morel"),
    ("Zoe\u0308", "Zoë"),
    ("👩‍🌾 Léa", "👩‍🌾 Léa"),
    ("ليلى بنعلي", "ليلى بنعلي"),
    ("\u202eenaeJ\u202c", "enaeJ"),
    ("Jean\nne\x07", "Jean ne"),
    (LONGEST, LONGEST),
    ("<b>Bob</b>", "<b>Bob</b>"),
]
NO_NAMES = [
    ("", "empty"),
    (" \t\n ", "empty"),
    ("\u200b\u202e", "empty"),
    ("a" * 200, "too_long"),
    ("Jeanne\x00", "invalid"),
]


@pytest.mark.parametrize(("typed", "kept"), NAMES)
async def test_names_are_kept_as_people_write_them(site: Site, typed: str, kept: str) -> None:
    assert (await site.join(name=typed))["name"] == kept
    assert [person.name for person in site.people] == [kept]


@pytest.mark.parametrize(("typed", "code"), NO_NAMES)
async def test_what_is_no_name_is_refused(site: Site, typed: str, code: str) -> None:
    answer = await site.http.post("/api/join", json={"token": site.token(Role.PARTICIPANT), "name": typed})
    assert refusal(answer) == (422, code)
    assert site.people == []


@pytest.mark.parametrize(("typed", "code"), NO_NAMES)
async def test_the_page_says_what_is_wrong_with_a_name(site: Site, typed: str, code: str) -> None:
    sentences = {"empty": "Écrivez un nom", "too_long": "trop long", "invalid": "ne peuvent pas être gardés"}
    page = await site.http.post(f"/j/{site.token(Role.PARTICIPANT)}", data={"name": typed})
    assert page.status_code == 422
    assert sentences[code] in page.text
    assert 'aria-invalid="true"' in page.text
    assert site.people == []


async def test_the_page_lets_one_in_with_a_name_alone(site: Site) -> None:
    address = f"/j/{site.token(Role.PARTICIPANT)}"
    page = await site.http.get(address)
    entered = await site.http.post(address, data={"name": "Jeanne", "attempt": attempt_of(page)})
    assert entered.status_code == 200
    (person,) = site.people
    session = re.search(r'data-session="([^"]+)"', entered.text)
    assert session is not None
    again = await site.http.post("/api/join", json={"token": site.token(Role.PARTICIPANT)}, headers=bearer(session[1]))
    assert again.json()["participant"] == person.id
    assert 'data-to="/w/w1/room?lang=fr"' in entered.text


async def test_a_form_sent_twice_makes_one_person(site: Site) -> None:
    address = f"/j/{site.token(Role.PARTICIPANT)}"
    sent = {"name": "Jeanne", "attempt": attempt_of(await site.http.get(address))}
    for _ in range(2):
        assert (await site.http.post(address, data=sent)).status_code == 200
    assert len(site.people) == 1


async def test_a_form_sent_again_with_another_name_is_another_person(site: Site) -> None:
    address = f"/j/{site.token(Role.PARTICIPANT)}"
    attempt = attempt_of(await site.http.get(address))
    for name in ("Jeanne", "Karim"):
        await site.http.post(address, data={"name": name, "attempt": attempt})
    assert {person.name for person in site.people} == {"Jeanne", "Karim"}


async def test_a_viewer_needs_no_name(site: Site) -> None:
    assert (await site.join(Role.VIEWER, ""))["name"] == "Public"


async def test_staff_are_asked_for_a_name(site: Site) -> None:
    answer = await site.http.post("/api/join", json={"token": site.token(Role.ORGANIZER)})
    assert refusal(answer) == (422, "empty")


async def test_one_continues_as_before(site: Site) -> None:
    before = await site.join()
    answer = await site.http.post(
        "/api/join", json={"token": site.token(Role.PARTICIPANT)}, headers=bearer(before["session"])
    )
    assert answer.status_code == 200
    assert answer.json() == before
    assert len(site.people) == 1


async def test_a_session_does_not_continue_by_another_link(site: Site) -> None:
    before = await site.join(Role.PARTICIPANT)
    answer = await site.http.post(
        "/api/join", json={"token": site.token(Role.FACILITATOR)}, headers=bearer(before["session"])
    )
    assert refusal(answer) == (401, "session_unknown")


@pytest.mark.parametrize("session", ["", "x", "Zm9v.YmFy", "é", "[1,2,3]"])
async def test_a_session_that_was_never_given_is_unknown(site: Site, session: str) -> None:
    headers = [(b"authorization", f"Bearer {session}".encode())]
    assert refusal(await site.http.get("/api/links", headers=headers)) == (401, "session_unknown")


async def test_a_join_token_is_no_session(site: Site) -> None:
    headers = bearer(site.token(Role.ORGANIZER))
    assert refusal(await site.http.get("/api/links", headers=headers)) == (401, "session_unknown")


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"token": 1}', b'{"token": "x", "role": "organizer"}', b"\xff", b"[" * 60_000]
)
async def test_a_malformed_request_is_refused(site: Site, body: bytes) -> None:
    assert refusal(await site.http.post("/api/join", content=body)) == (422, "invalid")


async def test_an_oversized_request_is_refused(site: Site) -> None:
    assert refusal(await site.http.post("/api/join", json={"token": "x" * 70_000})) == (413, "too_large")


async def test_after_the_end_only_staff_come_in(site: Site) -> None:
    await site.house.gateway.do(WORKSHOP, SYSTEM, CloseWorkshop())
    answer = await site.http.post("/api/join", json={"token": site.token(Role.PARTICIPANT), "name": "Jeanne"})
    assert refusal(answer) == (409, "workshop_closed")
    page = await site.http.get(f"/j/{site.token(Role.PARTICIPANT)}")
    assert page.status_code == 409
    assert "Cet atelier est terminé" in page.text
    assert (await site.join(Role.ORGANIZER))["role"] == "organizer"
