"""What phases gather is handed on, always with where it came from."""

import re
from functools import partial
from typing import Any

import pytest

from facilitation.agenda import AddStep, StartStep
from facilitation.groups import AddRoom
from rooms.activities.board import Board, BoardPlan, Column, Note
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.poll import AddPoll, ClosePoll, CountHands, OpenPoll, Poll, PublishPoll
from rooms.activities.question import Question, Way
from rooms.activity import Activity
from rooms.agenda import Step, Workshop
from rooms.deciding import SYSTEM
from rooms.ids import ColumnId
from tests.web.site import WORKSHOP, Site, refusal
from tests.web.studio.office import MEETING, READING, Office
from web.doors import accepted

PLAN = BoardPlan(title="Que garder ?", columns=(Column(id=ColumnId("c1"), title="Garder"),), hidden=False)


async def listening(office: Office) -> tuple[Any, str]:
    shown = await office.phase(await office.process(), READING)
    return shown, shown["phases"][0]["phase"]["id"]


async def upload(office: Office, phase: str, body: bytes) -> Any:
    return await office.site.http.post(
        f"/api/studio/phases/{phase}/contributions.csv",
        files={"file": ("idées.csv", body, "text/csv")},
        headers=office.headers,
    )


async def test_contributions_are_typed_in_and_taken_back(office: Office) -> None:
    _, phase = await listening(office)
    given = {"contributions": [{"text": " De l’ombre\n", "label": "Stand", "weight": 3}, {"text": "Un banc"}]}
    shown = await office.done("POST", f"/phases/{phase}/contributions", given)
    first, second = shown["contributions"]
    assert (first["text"], first["sources"][0]["label"], first["weight"]) == ("De l’ombre", "Stand", 3)
    left = await office.done("DELETE", f"/contributions/{first['id']}")
    assert [one["id"] for one in left["contributions"]] == [second["id"]]
    assert refusal(await office.ask("DELETE", f"/contributions/{first['id']}")) == (404, "unknown")


@pytest.mark.parametrize(
    "body",
    [
        "texte;auteur;votes\nDe l’ombre;Jeanne;12\n;Personne;1\nUn banc;;beaucoup\n".encode("cp1252"),
        "\ufeffText,Name,agrees\r\nDe l’ombre,Jeanne,12\r\nUn banc,,\r\n".encode(),
        'votes\ttexte\tauteur\n12\t"De l’ombre"\tJeanne\n\tUn banc\t\n'.encode(),
    ],
)
async def test_a_sheet_is_read_whoever_saved_it(office: Office, body: bytes) -> None:
    _, phase = await listening(office)
    shown = (await upload(office, phase, body)).json()
    rows = [(one["text"], one["author"], one["weight"]) for one in shown["contributions"]]
    assert rows == [("De l’ombre", "Jeanne", 12), ("Un banc", "", None)]


async def test_a_list_without_headings_is_one_text_a_line(office: Office) -> None:
    _, phase = await listening(office)
    shown = (await upload(office, phase, "De l’ombre\nUn banc\n".encode())).json()
    assert [one["text"] for one in shown["contributions"]] == ["De l’ombre", "Un banc"]


@pytest.mark.parametrize("body", [b" ", b"texte\n", b"\x00\x00\x00"])
async def test_a_sheet_without_texts_is_refused(office: Office, body: bytes) -> None:
    _, phase = await listening(office)
    assert refusal(await upload(office, phase, body)) == (422, "sheet_unreadable")


async def test_contributions_become_notes_that_say_where_they_come_from(site: Site, office: Office) -> None:
    accepted(await site.house.gateway.do(WORKSHOP, SYSTEM, AddStep(title="Idées", plenary=PLAN)))
    board = next(site.state.all(Board))
    _, phase = await listening(office)
    given = {"contributions": [{"text": "<b>De l’ombre</b>", "label": "Stand"}, {"text": "x" * 900}]}
    await office.done("POST", f"/phases/{phase}/contributions", given)
    wish = {"activity": board.id, "column": "c1", "phase": phase}
    assert await office.done("POST", f"/workshops/{WORKSHOP}/seed", wish) == {"notes": 2}
    await office.done("POST", f"/workshops/{WORKSHOP}/seed", wish)
    short, long = sorted(site.state.all(Note), key=lambda note: note.order)
    assert short.origin is not None
    assert (short.text, short.author, short.origin.phase, short.origin.label) == (
        "<b>De l’ombre</b>",
        None,
        "Écouter",
        "Stand",
    )
    assert (len(long.text), long.text[-1]) == (500, "…")


async def test_a_phase_collects_from_its_workshop_only(site: Site, office: Office) -> None:
    shown, phase = await listening(office)
    assert refusal(await office.ask("POST", f"/phases/{phase}/collect")) == (422, "phase_without_workshop")
    shown = await office.phase(shown, MEETING, settings={"workshop": WORKSHOP})
    meeting = shown["phases"][1]["phase"]["id"]
    nothing: dict[str, Any] = {"contributions": [], "tallies": [], "withheld": []}
    assert await office.done("POST", f"/phases/{meeting}/collect") == nothing


async def by_hands(site: Site, votes: tuple[int, int], group: str = "") -> None:
    """A published result, of plenary or of a new group."""
    do = partial(site.house.gateway.do, WORKSHOP, SYSTEM)
    if group:
        accepted(await do(AddRoom(name=group)))
    plan = DiscussionPlan()
    accepted(await do(AddStep(title="Voter", plenary=None if group else plan, groups=plan if group else None)))
    step = next(step for step in site.state.all(Step) if step.title == "Voter")
    accepted(await do(StartStep(step=step.id, seen=next(site.state.all(Workshop)).step)))
    activity = next(site.state.under(step.id, Activity))
    question = Question(text="Planter ?", options=("Oui", "Non"), way=Way.HANDS, quorum=10, required=60)
    accepted(await do(AddPoll(activity=activity.id, question=question)))
    poll = next(site.state.under(activity.id, Poll)).id
    for command in (
        OpenPoll(poll=poll),
        ClosePoll(poll=poll),
        CountHands(poll=poll, votes=votes),
        PublishPoll(poll=poll),
    ):
        accepted(await do(command))


async def test_results_are_read_by_all_with_how_they_came_about(site: Site, office: Office) -> None:
    await by_hands(site, (9, 1))
    shown = await office.phase(await office.process(), MEETING, settings={"workshop": WORKSHOP})
    await office.set(shown, "publish")
    phase = shown["phases"][0]["phase"]["id"]
    collected = await office.done("POST", f"/phases/{phase}/collect")
    assert (collected["contributions"], collected["withheld"]) == ([], [])
    assert "Read the result of the vote" in (await site.http.get("/p/place-du-marche?lang=en")).text
    page = f"/p/place-du-marche/phases/{phase}"
    said = {
        "fr": ("Vote à main levée.", "Adopté.", "suffrages exprimés", "personnes présentes", "autant de voix que"),
        "en": (
            "Show of hands.",
            "Adopted.",
            "of the votes",
            "people present",
            "answered. Each answer has as many votes as",
        ),
        "ar": ("تصويت برفع الأيدي.", "اعتُمد.", "الأصوات المعبَّر عنها", "من الحاضرين", "من الأصوات"),
    }
    for language, words in said.items():
        text = (await site.http.get(f"{page}?lang={language}")).text
        assert [word for word in ("Planter ?", ">9<", *words) if word not in text] == []
    (tally,) = collected["tallies"]
    left = await office.done("DELETE", f"/phases/{phase}/tallies/{tally['id']}")
    assert left["tallies"] == []
    assert "Planter ?" not in (await site.http.get(page)).text
    assert refusal(await office.ask("DELETE", f"/phases/{phase}/tallies/{tally['id']}")) == (404, "unknown")


async def test_results_of_a_few_people_in_one_group_stay_in_the_studio(site: Site, office: Office) -> None:
    await by_hands(site, (3, 1), group="Végétal")
    shown = await office.phase(await office.process(), MEETING, settings={"workshop": WORKSHOP})
    await office.set(shown, "publish")
    phase = shown["phases"][0]["phase"]["id"]
    collected = await office.done("POST", f"/phases/{phase}/collect")
    (tally,) = collected["tallies"]
    assert (tally["counts"], tally["group"], collected["withheld"]) == ([3, 1], "Végétal", [tally["id"]])
    page = f"/p/place-du-marche/phases/{phase}?lang=en"
    text = (await site.http.get(page)).text
    assert "Fewer than" in text
    assert "Végétal" in text
    assert not re.search(r">[31]<", text)
    face = shown["phases"][0]["phase"]["face"]
    hidden = {**face, "settings": {**face["settings"], "shows_contributions": False}}
    await office.done("PUT", f"/phases/{phase}", {"face": hidden, "seen": 3})
    assert "Planter ?" not in (await site.http.get(page)).text


async def test_an_export_holds_everything_gathered(office: Office) -> None:
    shown, phase = await listening(office)
    await office.done("POST", f"/phases/{phase}/contributions", {"contributions": [{"text": "Un banc"}]})
    archive = await office.done("GET", f"/processes/{shown['process']['id']}/export")
    assert [one["text"] for one in archive["contributions"]] == ["Un banc"]
    assert archive["phases"] == [row["phase"] for row in shown["phases"]]
    assert archive["process"] == shown["process"]
