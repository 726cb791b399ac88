"""What is much work and what ends something, asked by those who may, of places made for it. All of it blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from schemathesis import Case

from tests.fuzz.asking import Asker, Cases, Colleagues, each_of
from tests.web.studio.office import FACE, MEETING
from web.minutes.job import Format

MAKE, APPROVE = "POST /api/minutes", "POST /api/minutes/{number}/approve"
ROBOTS_MOST = 2
NUMBERS = count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """`body` and `query` are as it is meant, and asked in the end if it is `meant`; `before` is done first. What
    `ends` a place is asked of a new one."""

    who: str = "organizer"
    body: Any = None
    query: str = ""
    before: tuple[str, ...] = ()
    ends: bool = False
    meant: bool = True


STUDIO = Act(who="colleague", ends=True)
ACTS: Mapping[str, Act] = {
    "GET /api/archive": Act(),
    **{f"GET /api/minutes.{format}": Act() for format in Format},
    MAKE: Act(body={}),
    **{f"GET /api/minutes/{{number}}.{format}": Act(before=(MAKE,)) for format in Format},
    "POST /api/minutes/{number}/refresh": Act(before=(MAKE,)),
    "POST /api/minutes/{number}/publish": Act(before=(MAKE, APPROVE), ends=True),
    "DELETE /api/minutes/{number}": Act(before=(MAKE,), ends=True),
    "POST /api/rehearsal": Act(body={"robots": 0, "minutes": 10}),
    "POST /api/rehearsal/robots": Act(who="rehearsing", body={"robots": 0}),
    "DELETE /api/rehearsal": Act(who="rehearsing", ends=True),
    "POST /api/mine/sessions/end": Act(who="citizen", ends=True),
    "POST /api/mine/erase": Act(who="citizen", body={"texts": True}, ends=True),
    # Only what is gone can be brought back.
    "POST /api/studio/archive": Act(who="colleague", meant=False),
    "DELETE /api/studio/phases/{phase}": Act(who="colleague", query="?seen={seen}", ends=True),
    "DELETE /api/studio/processes/{process}": STUDIO,
    "POST /api/studio/workshops/{workshop}/close": STUDIO,
    "DELETE /api/studio/workshops/{workshop}": STUDIO,
}


@dataclass(slots=True)
class Place:
    """A process with a phase, its workshop, and people in it."""

    asker: Asker
    colleagues: Colleagues
    names: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)

    def furnish(self) -> None:
        face = {**FACE, "slug": f"place-{next(NUMBERS)}"}
        process = self.do("colleague", "POST /api/studio/processes", {"face": face})["process"]
        self.names["process"] = process["id"]
        phase = {"face": MEETING, "seen": process["version"]}
        shown = self.do("colleague", "POST /api/studio/processes/{process}/phases", phase)
        self.names |= {"phase": shown["phases"][0]["phase"]["id"], "seen": str(shown["process"]["version"])}
        opened = {"title": "Atelier", "phase": self.names["phase"]}
        workshops = self.do("colleague", "POST /api/studio/workshops", opened)["workshops"]
        self.names["workshop"] = next(one["id"] for one in workshops if one["phase"] == self.names["phase"])
        self.names |= {"seen": str(int(self.names["seen"]) + 1), "number": "1"}

    def headers(self, who: str) -> dict[str, str]:
        if who == "colleague":
            return self.colleagues.bearer()
        if who not in self.sessions:
            self.sessions[who] = self._come_in(who)["session"]
        return {"Authorization": f"Bearer {self.sessions[who]}"}

    def _come_in(self, who: str) -> Any:
        match who:
            case "organizer":
                return self.do("colleague", "POST /api/studio/workshops/{workshop}/enter", {})
            case "rehearsing":
                return self.do("organizer", "POST /api/rehearsal", {"robots": 0, "minutes": 10})
        link = self.do("organizer", "POST /api/links", {"role": "participant"})
        return self.do("nobody", "POST /api/join", {"token": link["url"].rpartition("/")[2], "name": "Ana"})

    def do(self, who: str, name: str, body: Any = None, query: str = "") -> Any:
        """As it is meant."""
        headers = {} if who == "nobody" else self.headers(who)
        method, _, path = name.partition(" ")
        url = self.asker.url + (path + query).format_map(self.names)
        answer = self.asker.http.request(method, url, json=body, headers=headers)
        assert has_succeeded(answer), (name, answer.text)
        return answer.json() if answer.headers["content-type"] == "application/json" else None


def has_succeeded(answer: Any) -> bool:
    """Answers that come in pieces say at their end how it went."""
    last = answer.content.strip().rpartition(b"\n")[2]
    return answer.status_code < 400 and not last.startswith(b'{"refused"')


def ask_those_who_may(asker: Asker, colleagues: Colleagues, cases: Cases, each: int, acts: Iterable[str]) -> None:
    """Each act some times as it might be asked, and once as it is meant, unless that has happened."""
    for name in acts:
        act = ACTS[name]
        earnest = Earnest(act, asker, colleagues)
        each_of(cases[name], each, earnest.ask)
        if act.meant and not earnest.has_succeeded:
            earnest.place_for_it().do(act.who, name, act.body, act.query)


class Earnest:
    def __init__(self, act: Act, asker: Asker, colleagues: Colleagues) -> None:
        self.act = act
        self.asker = asker
        self.colleagues = colleagues
        self.has_succeeded = False
        self._place: Place | None = None

    def ask(self, case: Case[Any]) -> None:
        place = self.place_for_it()
        for name in case.path_parameters or {}:
            case.path_parameters[name] = place.names[name]
        if isinstance(case.body, dict) and isinstance(robots := case.body.get("robots"), int):
            case.body["robots"] = min(robots, ROBOTS_MOST)
        answer = self.asker.ask(case, place.headers(self.act.who))
        self.has_succeeded |= has_succeeded(answer)

    def place_for_it(self) -> Place:
        if self._place is None or self.act.ends:
            self._place = Place(self.asker, self.colleagues)
            self._place.furnish()
            for name in self.act.before:
                self._place.do("organizer", name, ACTS[name].body if name in ACTS else None)
        return self._place
