"""A city that plans: a studio with a process of some phases, one of them a workshop, in three languages.

Its words are invented; they lie in one file per language beside this one.
"""

from __future__ import annotations

import asyncio
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from persistence.studio import StudioLinks
from tests.evening import LOCALES
from tests.serving import Served
from web.languages import Catalogues, Texts
from web.studio.doors import new_studio_link

DAY = 24 * 3_600_000
HOUR = 3_600_000
CATALOGUES = Catalogues(LOCALES, "common", "desk", "methods", "studio")


@dataclass(slots=True)
class Planning:
    """`entrance` is the link of a colleague, by which a browser comes in; `process` and `phases` are ids."""

    served: Served
    words: dict[str, Any]
    texts: Texts
    entrance: str
    headers: dict[str, str]
    process: str
    phases: list[str]
    workshop: str

    async def ask(self, method: str, path: str, body: Any = None) -> Any:
        async with httpx2.AsyncClient(base_url=self.served.url) as http:
            answer = await http.request(method, f"/api/studio{path}", json=body, headers=self.headers)
        assert answer.is_success, answer.text
        return answer.json()

    @property
    def at_workshop(self) -> str:
        return f"#process/{self.process}/phases/{self.phases[1]}"


async def entrance(served: Served, label: str) -> str:
    link = new_studio_link(served.house.now(), label)
    await asyncio.to_thread(StudioLinks(served.house.engine).create, link)
    return f"{served.url}/studio/{served.house.tokens.studio(link.id)}"


async def open_planning(served: Served, language: str) -> Planning:
    """A process that runs: one phase is past, one runs with another beside it, one is to come."""
    words = tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text())
    way = await entrance(served, words["colleague"])
    async with httpx2.AsyncClient(base_url=served.url) as http:
        opened = await http.post("/api/studio/session", json={"token": way.rsplit("/", 1)[1]})
    headers = {"Authorization": f"Bearer {opened.json()['session']}"}
    planning = Planning(served, words, CATALOGUES[language], way, headers, "", [], "")
    # Another evening in the same house has an address of its own.
    slug = f"{words['process']['slug']}-{secrets.token_hex(3)}"
    face = {**words["process"], "slug": slug, "language": language, "time_zone": "Europe/Paris"}
    shown = await planning.ask("POST", "/processes", {"face": face})
    planning.process = shown["process"]["id"]
    now = served.house.now() // DAY * DAY
    starts_at = now + 5 * DAY + 17 * HOUR
    meeting = {"starts_at": starts_at, "ends_at": starts_at + 2 * HOUR}
    dates: list[dict[str, Any]] = [
        {"method": "information", "starts_at": now - 80 * DAY, "ends_at": now - 40 * DAY},
        {"method": "workshop", "starts_at": now - 10 * DAY, "ends_at": now + 55 * DAY, "settings": meeting},
        {"method": "information", "starts_at": now - 10 * DAY, "ends_at": now + 110 * DAY, "track": words["track"]},
        {"method": "information", "starts_at": now + 112 * DAY, "ends_at": now + 135 * DAY},
    ]
    for title, times in zip(words["phases"], dates, strict=True):
        wish = {"face": {"title": title, **times}, "seen": shown["process"]["version"]}
        wish["after"] = planning.phases[-1] if planning.phases else None
        shown = await planning.ask("POST", f"/processes/{planning.process}/phases", wish)
        planning.phases = [each["phase"]["id"] for each in shown["phases"]]
    workshops = await planning.ask("POST", "/workshops", workshop(planning, language))
    (planning.workshop,) = (each["id"] for each in workshops["workshops"] if each["process"] == planning.process)
    return planning


def workshop(planning: Planning, language: str) -> dict[str, Any]:
    words = planning.words["workshop"]
    rooms = [
        {"name": name, "paper": paper}
        for name, paper in zip(words["groups"], ("sky", "linden", "peach", "lilac"), strict=True)
    ]
    boards = [board(planning, question) for question in words["questions"]]
    cells = [{"room": place, "plan": plan} for place, plan in enumerate(boards)]
    question = {"text": words["vote"], "options": words["options"], "most": 1}
    steps = [
        {"title": words["welcome"], "minutes": 20, "plenary": {"kind": "discussion", "title": words["opening"]}},
        {"title": words["ideas"], "minutes": 30, "groups": boards[0], "cells": cells},
        {
            "title": words["priorities"],
            "minutes": 15,
            "plenary": {"kind": "poll", "title": "", "questions": [question]},
        },
        {"title": words["conclusions"], "minutes": 20, "groups": {"kind": "conclusion"}},
        {"title": words["sharing"], "minutes": 35, "plenary": {"kind": "discussion", "title": words["closing"]}},
    ]
    return {
        "title": words["title"],
        "language": language,
        "time_zone": "Europe/Paris",
        "template": {"title": words["title"], "rooms": rooms, "steps": steps},
        "phase": planning.phases[1],
    }


def board(planning: Planning, question: str) -> dict[str, Any]:
    columns = [{"id": f"c{at}", "title": title} for at, title in enumerate(planning.words["workshop"]["columns"])]
    return {"kind": "board", "title": question, "columns": columns, "dots": 3}
