"""Whatever is asked of any address is answered without a fault of ours."""

from __future__ import annotations

from random import Random
from typing import Any
from urllib.parse import quote

import httpx2
import msgspec

from tests.fuzz import COUNT
from tests.fuzz.test_decoder import deep
from tests.fuzz.test_gateway import sendable
from tests.hidden.test_routes import address, every, headers
from tests.hidden.world import World

SLOW = (".pdf", ".odt", ".docx", ".html", ".md", ".json", "/archive", "/export", "/rehearsal", "/robots", "/workshops")
"""Each a process or a workshop of its own: not ten thousand times."""
NAMES = [
    "token",
    "name",
    "attempt",
    "before",
    "answers",
    "seen",
    "face",
    "lang",
    "public",
    "role",
    "label",
    "expires_at",
    "plan",
    "texts",
    "title",
    "words",
]
VALUES = ["", "0", "-1", "é", "../../etc/passwd", "%00", "x" * 3_000, "<script>", "2026-11-27", "[]", "null", "fr"]
PEOPLE = ("nobody", "forged", "ana", "vi", "fa", "or", "out", "far")


def path(world: World, pattern: str, dice: Random) -> str:
    """As it should be, or with anything at all in its places."""
    if "{" not in pattern or dice.random() < 0.5:
        return address(world, pattern)
    parts = [quote(dice.choice(VALUES), safe="") if part.startswith("{") else part for part in pattern.split("/")]
    return "/".join(parts)


def content(dice: Random) -> dict[str, Any]:
    match dice.randrange(5):
        case 0:
            return {"content": dice.randbytes(dice.randrange(200)), "headers": {"content-type": "application/json"}}
        case 1:
            return {"data": {name: dice.choice(VALUES) for name in dice.sample(NAMES, 3)}}
        case 2:
            return {"files": {dice.choice(["file", "x"]): (dice.choice(VALUES)[:100] or "a", dice.randbytes(50))}}
        case 3:
            body = {name: sendable(deep(dice)) for name in dice.sample(NAMES, 4)}
            return {"content": msgspec.json.encode(body), "headers": {"content-type": "application/json"}}
    return {"content": msgspec.json.encode(sendable(deep(dice)))}


async def test_nothing_that_is_asked_is_a_fault_of_ours(world: World) -> None:
    dice = Random(10)
    asked = [(method, pattern) for method, pattern in every(world) if not pattern.endswith(SLOW)]
    async with httpx2.AsyncClient(base_url=world.server.url, timeout=60) as http:
        for number in range(COUNT):
            method, pattern = asked[number % len(asked)]
            sent = content(dice) if method != "GET" else {}
            said = headers(world, dice.choice(PEOPLE)) | sent.pop("headers", {})
            query = {dice.choice(NAMES): dice.choice(VALUES)} if dice.random() < 0.3 else {}
            answer = await http.request(method, path(world, pattern, dice), params=query, headers=said, **sent)
            assert answer.status_code < 500 or answer.status_code == 503, (method, pattern, sent, query, answer.text)
        assert (await http.get("/healthz")).status_code == 200
    assert '"level":"error"' not in world.log.getvalue()
