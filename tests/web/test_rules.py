"""The page of operating rules tells them all, with the numbers the program works with."""

from __future__ import annotations

import re

import pytest

from rooms.activities.tally import FEWEST
from tests.house.tree import ROOT
from tests.web.site import Site
from web import rules
from web.app import LOCALES


def test_every_rule_that_is_worded_is_told_and_no_other() -> None:
    told = {f"rules-{part}-{rule}" for part, of_it in rules.PARTS.items() for rule in of_it}
    told |= {f"rules-{part}" for part in rules.PARTS} | {"rules-title", "rules-lead"}
    assert set(re.findall(r"^(rules-\S+) =", (LOCALES / "fr" / "rules.ftl").read_text(), re.MULTILINE)) == told


def test_the_faces_told_are_those_that_pages_ask_for() -> None:
    asked = (ROOT / "web" / "ui" / "src" / "media" / "peer.ts").read_text()
    assert f"{{ phone: {rules.FACES['faces_phone']}, desktop: {rules.FACES['faces']} }}" in asked


@pytest.mark.parametrize("has_media", [True, False])
def test_of_voices_is_told_only_where_they_are_carried(has_media: bool) -> None:
    parts = rules.parts(has_media)
    assert ("voices" in parts, "listens" in parts["staff"]) == (has_media, has_media)


async def test_the_page_has_the_numbers_and_every_public_page_leads_to_it(site: Site) -> None:
    page = await site.http.get("/rules?lang=en")
    assert f"fewer than \N{FIRST STRONG ISOLATE}{FEWEST}\N{POP DIRECTIONAL ISOLATE} people" in page.text
    assert 'href="/rules?lang=en"' in (await site.http.get("/?lang=en")).text
