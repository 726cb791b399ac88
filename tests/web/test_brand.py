"""The organization's name, logo and colour: what can be read is shown, what cannot is refused."""

from __future__ import annotations

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st

from persistence.studio import Kept
from tests.web.pictures import PNG
from tests.web.site import Site, refusal
from tests.web.studio.office import Office, come_in
from web.brand import KEY, Brand
from web.colour import contrast, oklch
from web.theme import DEFAULT, nearest, palette, style_sheet

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest_asyncio.fixture
async def office(site: Site) -> Office:
    return await come_in(site)


@settings(deadline=None)
@given(colours)
def test_a_colour_comes_back_from_oklch(colour: str) -> None:
    assert oklch(colour).hex() == colour


@settings(deadline=None, max_examples=25)
@given(colours)
def test_what_is_offered_instead_can_be_read(colour: str) -> None:
    assert palette(nearest(colour)).is_readable


@settings(deadline=None)
@given(colours)
def test_buttons_can_be_read_whatever_the_colour(colour: str) -> None:
    found = palette(colour).day
    assert contrast(found["action-ink"], found["action"]) >= 4.5


@pytest.mark.parametrize("colour", ["#f2b035", "#a8321f", "#d9472b"])
def test_a_brand_that_looks_like_attention_or_danger_has_buttons_of_ink(colour: str) -> None:
    assert palette(colour).action == "#15221c"


def test_the_house_s_own_colour_needs_no_sheet() -> None:
    assert style_sheet(DEFAULT) == ""


async def test_a_colour_is_worn_by_every_page(site: Site, office: Office) -> None:
    shown = await office.done("PUT", "/branding", {"name": "Ville de Sauvigny", "colour": "#1F3A8A"})
    assert (shown["name"], shown["colour"]) == ("Ville de Sauvigny", "#1f3a8a")
    page = (await site.http.get("/")).text
    assert "Ville de Sauvigny" in page
    assert 'content="#1f3a8a"' in page
    address = page.partition('href="/theme.css')[2].partition('"')[0]
    sheet = await site.http.get(f"/theme.css{address}")
    assert "--brand: #1f3a8a;" in sheet.text
    assert "immutable" in sheet.headers["cache-control"]


async def test_a_colour_no_ink_reads_on_is_refused_with_the_nearest(office: Office) -> None:
    answer = await office.ask("PUT", "/branding", {"colour": "#8a8a8a"})
    assert refusal(answer) == (422, "colour_unreadable")
    offered = answer.json()["refused"]["details"]["nearest"]
    assert (await office.ask("PUT", "/branding", {"colour": offered})).status_code == 200


async def test_a_logo_is_a_picture(site: Site, office: Office) -> None:
    assert (await site.http.get("/logo")).status_code == 404
    path = "/api/studio/logo"
    wrong = await site.http.post(path, files={"file": ("x.svg", b"<svg/>")}, headers=office.headers)
    assert refusal(wrong) == (422, "file_kind")
    kept = await site.http.post(path, files={"file": ("x.png", PNG)}, headers=office.headers)
    assert (await site.http.get(kept.json()["logo"])).content == PNG
    assert '<img class="logo"' in (await site.http.get("/")).text


async def test_what_is_set_outlives_the_process(site: Site, office: Office) -> None:
    await office.done("PUT", "/branding", {"name": "Ville", "colour": "#1f3a8a"})
    other = Brand(Kept(site.house.engine, KEY), "Palabre")
    other.read()
    assert (other.name, other.set.colour) == ("Ville", "#1f3a8a")
