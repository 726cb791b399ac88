"""Every address there is, asked by everybody: whoever may not is refused, changes nothing and is told no secret."""

from __future__ import annotations

import asyncio
import io
import re
import zipfile
from collections.abc import Iterator

import httpx2
from sqlalchemy import select
from starlette.routing import BaseRoute, Mount, Route

from persistence import tables
from tests.hidden.world import INSIDE, KNOWERS, NAMES, World, acts, told_too_much
from web.app import create_app

ANYBODY = ("nobody", "forged", "out", "ban", "rev", "far", "colleague", *INSIDE)
KNOWN = ("ana", "bo", "vi", "fa", "or", "far")
STAFF = ("fa", "or", "far")
ORGANIZERS = ("or", "far")
STUDIO = ("colleague",)
OWN = (*KNOWN, "out", "ban")
"""Whoever was put out still reads what they wrote. `far` is an organizer of another workshop, who gets theirs alone."""
OPEN: dict[str, tuple[str, ...]] = {
    "/healthz": ANYBODY,
    "/readyz": ANYBODY,
    "/metrics": (),
    "/": ANYBODY,
    "/code": ANYBODY,
    "/c/{code}": ANYBODY,
    "/j/{token}": ANYBODY,
    "/w/{workshop}/mine": ANYBODY,
    "/w/{workshop}/{entry:str}": ANYBODY,
    "/studio": ANYBODY,
    "/studio/{token}": ANYBODY,
    "/icon.svg": ANYBODY,
    "/theme.css": ANYBODY,
    "/logo": ANYBODY,
    "/privacy": ANYBODY,
    "/accessibility": ANYBODY,
    "/browsers": ANYBODY,
    "/rules": ANYBODY,
    "/static/{path:path}": ANYBODY,
    "/api/openapi.json": ANYBODY,
    "/api/join": ANYBODY,
    "/api/join/questions": ANYBODY,
    "/api/join/code": ANYBODY,
    "/api/join/identity": ANYBODY,
    "/api/identity": KNOWN,
    "/api/identity/other": KNOWN,
    "/api/identity/openid": KNOWN,
    "/j/{token}/code": ANYBODY,
    "/j/{token}/openid": ANYBODY,
    "/openid": ANYBODY,
    "/api/studio/session": ANYBODY,
    "/api/studio/ways": ANYBODY,
    "/api/studio/code": ANYBODY,
    "/api/studio/code/session": ANYBODY,
    "/api/studio/openid": ANYBODY,
    "/api/studio/openid/session": ANYBODY,
    "/api/studio/invitation/session": ANYBODY,
    "/api/rehearsal": STAFF,
    "/api/rehearsal/robots": STAFF,
    "/api/library": STAFF,
    "/api/draws": STAFF,
    "/api/draws/{draw}": KNOWN,
    "GET /api/links": STAFF,
    "POST /api/links": ORGANIZERS,
    "/api/links/{link}/revoke": ORGANIZERS,
    "/api/files": STAFF,
    "/api/files/{file}": KNOWN,
    "/api/archive": ORGANIZERS,
    "GET /api/minutes": KNOWN,
    "POST /api/minutes": ORGANIZERS,
    "/api/minutes/{number:int}/amendments": KNOWN,
    "DELETE /api/minutes/{number:int}/amendments/{amendment}": KNOWN,
    "GET /api/minutes/{number:int}": KNOWN,
    "/api/mine": OWN,
}
"""Who may ask, by address, with its method where that matters. The longest that an address begins with holds."""
BELOW: dict[str, tuple[str, ...]] = {
    "/api/studio": STUDIO,
    "/api/mine/": OWN,
    "/minutes/": ANYBODY,
    "/p/{slug}": ANYBODY,
    "GET /api/minutes/{number:int}.": KNOWN,
    "/api/minutes/{number:int}": ORGANIZERS,
    "GET /api/minutes.": STAFF,
}
PAGES = ("/", "/privacy", "/rules", "/accessibility", "/browsers", "/code", "/nowhere", "/studio")
ATTENDANCE = {"beat", "change", "command", "due", "entity", "workshop"}
"""Where it is written that somebody has left, and that a process lives."""
MULTIPART = {"/api/files", "/api/studio/logo"}


def routes(of: list[BaseRoute], before: str = "") -> Iterator[tuple[str, str]]:
    for route in of:
        if isinstance(route, Route):
            for method in sorted(set(route.methods or ()) - {"HEAD"}):
                yield method, before + route.path
        elif isinstance(route, Mount) and route.path != "/socket.io":
            yield from routes(list(route.routes or ()), before + route.path)


def allowed(method: str, path: str) -> tuple[str, ...] | None:
    for key in (f"{method} {path}", path):
        if key in OPEN:
            return OPEN[key]
    below = [key for key in BELOW if path.startswith(key) or f"{method} {path}".startswith(key)]
    return BELOW[max(below, key=len)] if below else None


def address(world: World, path: str) -> str:
    """With what is really there in its places."""
    revocable = next(iter(world.server.links.values())).rpartition("/")[2].partition(".")[0]
    there = {"file": world.file, "workshop": "w1", "number:int": "1", "entry:str": "room", "link": revocable}
    return re.sub(r"\{(\w+)(:\w+)?\}", lambda name: there.get(name[0].strip("{}"), "nothing"), path)


def headers(world: World, who: str) -> dict[str, str]:
    if who == "forged":
        return {"Authorization": f"Bearer {world.sessions['or'][:-4]}AAAA"}
    if who == "colleague":
        return {"Authorization": f"Bearer {world.server.house.tokens.studio_session('none')}"}
    return world.bearer(who)


def all_rows(world: World) -> dict[str, list[str]]:
    """Every row of every table."""
    with world.server.house.engine.connect() as connection:
        return {
            table.name: sorted(str(tuple(row)) for row in connection.execute(select(table)))
            for table in tables.metadata.sorted_tables
        }


async def rows(world: World) -> dict[str, list[str]]:
    return await asyncio.to_thread(all_rows, world)


async def asked(world: World, http: httpx2.AsyncClient, method: str, path: str, who: str) -> httpx2.Response:
    files = {"file": ("a.png", b"none")} if path in MULTIPART or path.endswith("/documents") else None
    body: dict[str, str] | None = None if method in ("GET", "DELETE") or files else {}
    return await http.request(method, address(world, path), json=body, files=files, headers=headers(world, who))


def test_every_address_says_who_may_ask(world: World) -> None:
    unclassified = {f"{method} {path}" for method, path in every(world) if allowed(method, path) is None}
    assert not unclassified, "say in this file who may ask these, and they are tried"


def every(world: World) -> list[tuple[str, str]]:
    return sorted(set(routes(create_app(world.server.house).router.routes)))


async def test_whoever_may_not_is_refused_and_changes_nothing(world: World) -> None:
    before, done = await rows(world), await asyncio.to_thread(acts, world)
    async with httpx2.AsyncClient(base_url=world.server.url) as http:
        for method, path in every(world):
            for who in set(ANYBODY) - set(allowed(method, path) or ()):
                answer = await asked(world, http, method, path, who)
                assert answer.status_code in (401, 403, 404, 410), (method, path, who, answer.status_code, answer.text)
                assert not told_too_much(who, answer.content), (method, path, who)
    after = await rows(world)
    assert {name for name in before if before[name] != after[name]} <= ATTENDANCE
    assert await asyncio.to_thread(acts, world) == done


async def test_whoever_may_read_is_told_no_more_than_is_for_them(world: World) -> None:
    async with httpx2.AsyncClient(base_url=world.server.url, timeout=60) as http:
        for method, path in every(world):
            if method != "GET" or path == "/api/archive" or re.search(r"minutes\.(?!json)", path):
                continue  # All formats are written from the same.
            for who in allowed(method, path) or ():
                answer = await asked(world, http, method, path, who)
                assert answer.status_code < 500, (path, who, answer.text)
                reads_minutes = path.startswith("/api/minutes.") and who in ("fa", "or")
                known_from_minutes = {word for word in KNOWERS if word in NAMES.values()} if reads_minutes else set()
                assert told_too_much(who, answer.content) <= known_from_minutes, (path, who)


async def test_what_is_made_public_has_no_secret_and_no_name(world: World) -> None:
    async with httpx2.AsyncClient(base_url=world.server.url, timeout=60) as http:
        minutes = await http.get("/api/minutes.json?public=1", headers=world.bearer("or"))
        assert minutes.status_code == 200
        assert not told_too_much("anybody", minutes.content)
        archive = await http.get("/api/archive?public=1", headers=world.bearer("or"))
        assert archive.status_code == 200
        with zipfile.ZipFile(io.BytesIO(archive.content)) as files:
            for name in files.namelist():
                assert not told_too_much("anybody", files.read(name)), name
        refused = await http.get("/api/archive", headers=world.bearer("or"))
        assert refused.json()["refused"]["code"] == "vote_open"


async def test_the_database_has_names_in_one_place_and_no_token(world: World) -> None:
    tokens = [*world.sessions.values(), *(link.rpartition("/")[2] for link in world.server.links.values())]
    for table, found in (await rows(world)).items():
        text = "\n".join(found)
        assert not any(token in text for token in tokens), table
        if table != "entity":
            assert not any(name in text for name in NAMES.values()), table
    sealed = "\n".join((await rows(world))["sealed_ballot"])
    assert "canari-vote-secret" in sealed
    assert not any(id in sealed for id in world.ids.values())
    others = "\n".join(row for table, found in (await rows(world)).items() if table != "sealed_ballot" for row in found)
    assert "canari-vote-secret" not in others


async def test_pages_have_no_script_style_or_address_of_another_site_in_them(world: World) -> None:
    doors = [f"/j/{link.rpartition('/')[2]}" for link in world.server.links.values()]
    live = [f"/w/w1/{entry}" for entry in ("room", "desk", "share", "minutes", "mine")]
    async with httpx2.AsyncClient(base_url=world.server.url) as http:
        for path in (*PAGES, *doors, *live):
            page = await http.get(path)
            assert_plain(page.text, world.server.url)
            policy = page.headers["content-security-policy"]
            assert "script-src 'self';" in policy
            assert "unsafe" not in policy
            assert "set-cookie" not in page.headers


def assert_plain(html: str, own: str) -> None:
    for script in re.findall(r"<script\b([^>]*)>(.*?)</script>", html, re.S):
        assert 'src="/' in script[0] or 'type="application/json"' in script[0], script
        assert 'src="/' not in script[0] or not script[1].strip(), script
    assert not re.search(r"<[^>]+\son\w+\s*=", html)
    assert not re.search(r"<[^>]+\sstyle\s*=", html)
    assert "<style" not in html
    assert "javascript:" not in html
    for loaded in re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*?\s(?:src|href)=\"([^\"]+)\"", html):
        assert loaded.startswith(("/", "data:", own)), loaded


async def test_who_comes_in_again_by_a_withdrawn_link_has_no_session_left(world: World) -> None:
    async with httpx2.AsyncClient(base_url=world.server.url) as http:
        answer = await http.get("/api/mine", headers=world.bearer("rev"))
    assert answer.json()["refused"]["code"] == "link_revoked"
