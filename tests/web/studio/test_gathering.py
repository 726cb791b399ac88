"""What phases gather is handed on, always with where it came from."""

from typing import Any

import pytest

from facilitation.agenda import AddStep
from rooms.activities.board import Board, BoardPlan, Column, Note
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
    assert await office.done("POST", f"/phases/{meeting}/collect") == {"contributions": [], "tallies": []}


async def test_an_export_holds_everything_gathered(office: Office) -> None:
    shown, phase = await listening(office)
    await office.done("POST", f"/phases/{phase}/contributions", {"contributions": [{"text": "Un banc"}]})
    archive = await office.done("GET", f"/processes/{shown['process']['id']}/export")
    assert [one["text"] for one in archive["contributions"]] == ["Un banc"]
    assert archive["phases"] == [row["phase"] for row in shown["phases"]]
    assert archive["process"] == shown["process"]
