"""Pages speak the person's language, say why a door is closed, and let nothing foreign in."""

import pytest

from realtime.gateway import Gateway
from rooms.permissions import Role
from tests.web.site import STARTED_AT, Site
from web.app import LOCALES
from web.languages import LANGUAGES, Catalogues, chosen
from web.paper import SHUT


@pytest.mark.parametrize(
    ("query", "accepted", "workshop", "language"),
    [
        ({}, "", None, "fr"),
        ({}, "", "ar", "ar"),
        ({}, "de-DE, en-GB;q=0.5, fr;q=0.4", "ar", "en"),
        ({}, "fr;q=0, en;q=0.1", None, "en"),
        ({"lang": "ar"}, "en", "fr", "ar"),
        ({"lang": "../../etc"}, "en;q=oops, ar-MA", None, "ar"),
        ({"lang": "xx"}, "*", "xx", "fr"),
    ],
)
def test_the_language_asked_for_comes_first(
    query: dict[str, str], accepted: str, workshop: str | None, language: str
) -> None:
    assert chosen(query, accepted, workshop) == language


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_page_says_its_language_and_direction(site: Site, language: str) -> None:
    for address in ("/", f"/j/{site.token(Role.PARTICIPANT)}", "/nowhere", "/w/w1/room", "/w/w1/share"):
        page = await site.http.get(address, params={"lang": language})
        direction = "rtl" if language == "ar" else "ltr"
        assert f'<html lang="{language}" dir="{direction}">' in page.text, address
        assert page.headers["content-language"] == language


async def test_a_page_is_the_workshops_language_for_who_asks_for_none(site: Site) -> None:
    page = await site.http.get(f"/j/{site.token(Role.PARTICIPANT)}", headers={"accept-language": "tlh"})
    assert page.headers["content-language"] == "fr"


async def test_titles_are_text(site: Site) -> None:
    page = await site.http.get(f"/j/{site.token(Role.PARTICIPANT)}")
    assert "<bdi>Réinventer &lt;la place&gt;</bdi>" in page.text
    title = page.text.partition("<title>")[2].partition("</title>")[0]
    assert "Réinventer &lt;la place&gt;" in title
    assert not set("\u2068\u2069") & set(title)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_refused_link_says_why_and_what_to_do(site: Site, language: str) -> None:
    words = site.house.catalogues[language]
    expired = site.link(Role.PARTICIPANT, expires_at=STARTED_AT - 1)
    revoked = make_revoked(site)
    for token, status, code in (("none", 404, "unknown"), (expired, 410, "expired"), (revoked, 410, "revoked")):
        page = await site.http.get(f"/j/{token}", params={"lang": language})
        assert page.status_code == status
        assert words(f"shut-link_{code}-title") in page.text
        assert words(f"shut-link_{code}-do") in page.text
        assert 'name="code"' in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shut_door_has_its_words(language: str) -> None:
    words = Catalogues(LOCALES, "pages", "order", "identity")[language]
    said = [words(f"shut-{code}{part}", at=0, most=0) for code in SHUT for part in ("-title", "", "-do")]
    assert all(said)


def make_revoked(site: Site) -> str:
    token = site.link(Role.PARTICIPANT)
    site.house.links.revoke(token.split(".")[0], STARTED_AT)
    return token


async def test_the_time_a_link_expired_is_told_as_the_clock_on_the_wall(site: Site) -> None:
    # 2027-01-15 08:00 UTC
    page = await site.http.get(f"/j/{site.link(Role.PARTICIPANT, expires_at=STARTED_AT - 1)}", params={"lang": "fr"})
    assert "15 janvier 2027" in page.text


@pytest.mark.parametrize("address", ["/", "/nowhere", "/w/w1/room", "/w/w1/attic", "/api/links", "/static/none.js"])
async def test_every_answer_bears_the_headers_of_safety(site: Site, address: str) -> None:
    headers = (await site.http.get(address)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


async def test_no_page_holds_a_script_or_a_style(site: Site) -> None:
    for address in ("/", f"/j/{site.token(Role.PARTICIPANT)}", "/w/w1/share", "/w/w1/room"):
        text = (await site.http.get(address)).text
        assert text.count("<script") == text.count('<script type="module" src="/static/') == 1
        assert "<style" not in text
        assert " style=" not in text
        assert " on" not in "".join(part.partition(">")[0] for part in text.split("<"))


async def test_live_pages_are_built_from_the_manifest_and_hold_nothing_of_the_workshop(site: Site) -> None:
    page = await site.http.get("/w/w1/room")
    assert '<script type="module" src="/static/assets/room-2b.js">' in page.text
    assert '<link rel="modulepreload" href="/static/assets/session-3c.js">' in page.text
    assert '<link rel="stylesheet" href="/static/assets/session-3c.css">' in page.text
    assert page.text.replace("w1", "w2") == (await site.http.get("/w/w2/room")).text


async def test_without_its_front_end_a_server_says_so(site: Site) -> None:
    page = await site.http.get("/w/w1/desk")
    assert page.status_code == 503
    assert "make setup" in page.text


async def test_hashed_files_are_kept_for_a_year_and_others_asked_for_again(site: Site) -> None:
    hashed = await site.http.get("/static/assets/page-1a.js", headers={"accept-encoding": "gzip"})
    assert hashed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert hashed.headers["content-encoding"] == "gzip"
    assert "javascript" in hashed.headers["content-type"]
    other = await site.http.get("/static/readme.txt")
    assert other.headers["cache-control"] == "no-cache"
    etag = {"if-none-match": other.headers["etag"]}
    assert (await site.http.get("/static/readme.txt", headers=etag)).status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        ".vite/manifest.json",
        "../data/palabre.sqlite3",
        "%2e%2e/data/palabre.sqlite3",
        "assets",
        "",
        "x" * 3_000,
        "a%00b",
        "assets//page-1a.js",
        "assets/%2e/page-1a.js",
    ],
)
async def test_nothing_but_what_was_built_is_served(site: Site, path: str) -> None:
    assert (await site.http.get(f"/static/{path}")).status_code == 404


async def test_a_fault_of_ours_is_answered_with_the_id_it_is_logged_under(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Gateway, "open", None)
    page = await site.http.get(f"/j/{site.token(Role.PARTICIPANT)}")
    assert page.status_code == 500
    (record,) = [record for record in caplog.records if record.name == "web.answers"]
    assert record.__dict__["about"]["incident"] in page.text
    answer = await site.http.post("/api/join", json={"token": site.token(Role.PARTICIPANT), "name": "Jeanne"})
    assert answer.status_code == 500
    assert answer.json()["refused"]["code"] == "internal"
    assert site.token(Role.PARTICIPANT) not in caplog.text
    assert "Jeanne" not in caplog.text
