"""Codes are read aloud and typed on phones; nobody finds a workshop by trying."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realtime.openings import network
from rooms.chance import ALPHABET
from rooms.permissions import Role
from tests.web.site import Site
from web.codes import read_code, spoken


@pytest.mark.parametrize(
    "typed", ["K7Q10M", "k7q 10m", " K7Q  IOM ", "K7Q-1OM", "k7qlom", "K7Q\u00a010M", "K7Q–10M", "k.7.q.1.0.m"]
)
def test_a_code_is_understood_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "K7Q10M"


@pytest.mark.parametrize("typed", ["", "K7Q10", "K7Q10MM", "K7Q10U", "K7Q10É", "١٢٣٤٥٦", "K7Q10\x00", "K7Q1\n"])
def test_what_is_no_code_is_not_taken_for_one(typed: str) -> None:
    assert read_code(typed) is None


@given(st.text(ALPHABET, min_size=6, max_size=6))
def test_a_code_said_in_two_groups_is_the_same_code(code: str) -> None:
    assert read_code(spoken(code)) == code


async def test_a_code_leads_to_its_link(site: Site) -> None:
    code = site.links[Role.PARTICIPANT].code
    assert code is not None
    answer = await site.http.post("/code?lang=ar", data={"code": f" {spoken(code).lower()} "})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/j/{site.token(Role.PARTICIPANT)}?lang=ar"
    assert (await site.http.get(f"/c/{code}")).headers["location"] == f"/j/{site.token(Role.PARTICIPANT)}"


async def test_a_wrong_code_is_answered_on_the_form(site: Site) -> None:
    unknown = await site.http.post("/code", data={"code": "ZZZ ZZZ"})
    assert unknown.status_code == 404
    assert "Aucun atelier n’a ce code" in unknown.text
    assert 'value="ZZZ ZZZ"' in unknown.text
    short = await site.http.post("/code", data={"code": '"><script>'})
    assert short.status_code == 422
    assert "Un code a six caractères" in short.text
    assert "<script>" not in short.text


async def test_trying_codes_is_stopped_for_that_address_only(site: Site) -> None:
    code = site.links[Role.PARTICIPANT].code
    for number in range(20):
        assert (await site.http.post("/code", data={"code": f"ZZZZ{number:02}"})).status_code == 404
    stopped = await site.http.post("/code", data={"code": code})
    assert stopped.status_code == 429
    assert "Trop de codes essayés" in stopped.text
    assert (await site.http.get(f"/c/{code}")).status_code == 429
    async with site.at("198.51.100.1") as elsewhere:
        assert (await elsewhere.post("/code", data={"code": code})).status_code == 303


async def test_a_whole_hall_types_the_right_code_from_one_address(site: Site) -> None:
    code = site.links[Role.PARTICIPANT].code
    answers = [(await site.http.post("/code", data={"code": code})).status_code for _ in range(60)]
    assert set(answers) == {303}


def test_one_subscriber_is_one_address() -> None:
    assert network("2001:db8:1:2:3:4:5:6") == network("2001:db8:1:2::1") != network("2001:db8:1:3::1")
    assert network("203.0.113.7") != network("203.0.113.8")
