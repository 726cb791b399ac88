"""Questions at the door, proposals worked out by a process of their own, and a sum that anybody can do again."""

import msgspec

from facilitation.drawing import Draw
from facilitation.groups import AddRoom, OpenGroups
from facilitation.placing import placed
from rooms.command import Command
from rooms.deciding import SYSTEM
from rooms.ids import CommandId
from rooms.permissions import Role
from rooms.registration import Asking, AskQuestion, Registration, RegistrationQuestion, answers_of
from tests.web.site import WORKSHOP, Site, attempt_of, refusal
from web.solving import solved


async def do(site: Site, command: Command) -> None:
    site.house.gateway.live or await site.join(Role.VIEWER, "Vic")
    answer = await site.house.gateway.do(WORKSHOP, SYSTEM, command, CommandId(f"test-{site.clock.ms}"))
    site.clock.ms += 1
    assert not hasattr(answer, "code"), answer


async def ask(site: Site, required: bool = True) -> RegistrationQuestion:
    await do(site, AskQuestion(asking=Asking(title="Quartier <b>", options=("Centre", "Gare"), required=required)))
    (question,) = site.state.all(RegistrationQuestion)
    return question


async def test_programs_are_told_what_is_asked_and_refused_without_it(site: Site) -> None:
    question, token = await ask(site), site.token(Role.PARTICIPANT)
    told = await site.http.post("/api/join/questions", json={"token": token})
    assert [each["id"] for each in told.json()["questions"]] == [question.id]
    answer = await site.http.post("/api/join", json={"token": token, "name": "Jeanne"})
    assert refusal(answer) == (422, "answers_needed")
    joined = await site.http.post("/api/join", json={"token": token, "name": "Jeanne", "answers": {question.id: "2"}})
    assert joined.status_code == 201
    assert answers_of(site.state, joined.json()["participant"]) == {question.id: "2"}
    staff = await site.http.post("/api/join/questions", json={"token": site.token(Role.VIEWER)})
    assert staff.json() == {"questions": []}


async def test_the_page_asks_says_what_for_and_keeps_what_was_typed(site: Site) -> None:
    question, address = await ask(site), f"/j/{site.token(Role.PARTICIPANT)}"
    page = await site.http.get(address)
    assert "Quartier &lt;b&gt;" in page.text
    assert "Donnée personnelle." in page.text
    form = {"name": "Jeanne", "attempt": attempt_of(page)}
    again = await site.http.post(address, data=form)
    assert (again.status_code, "Il manque une réponse" in again.text) == (422, True)
    entered = await site.http.post(address, data={**form, f"answer-{question.id}": "1"})
    assert entered.status_code == 200
    assert [each.answers for each in site.state.all(Registration)] == [{question.id: "1"}]


async def test_people_change_and_take_back_their_answers_on_their_page(site: Site) -> None:
    question = await ask(site, required=False)
    me = await site.session(Role.PARTICIPANT)
    kept = await site.http.post("/api/mine/answers", json={"answers": {question.id: "1"}}, headers=me)
    assert kept.status_code == 200
    mine = (await site.http.get("/api/mine", headers=me)).json()
    assert mine["answers"] == [{"id": question.id, "question": "Quartier <b>", "answer": "Centre"}]
    assert "selected" in (await site.http.get("/api/mine/page", headers=me)).text
    await site.http.post("/api/mine/answers", json={"answers": None}, headers=me)
    assert list(site.state.all(Registration)) == []


async def test_a_proposal_is_worked_out_and_its_sum_done_again(site: Site) -> None:
    question = await ask(site, required=False)
    staff = await site.session(Role.FACILITATOR)
    for name in ("Un", "Deux"):
        await do(site, AddRoom(name=name))
    for number in range(8):
        token = site.token(Role.PARTICIPANT)
        wish = {"token": token, "name": f"P{number}", "answers": {question.id: str(1 + number % 2)}}
        assert (await site.http.post("/api/join", json=wish)).status_code == 201
    plan = {"way": "balanced", "questions": [question.id]}
    made = await site.http.post("/api/draws", json={"plan": plan, "seed": 2841}, headers=staff)
    assert made.status_code == 201
    draw = site.state.find(Draw, made.json()["draw"])
    assert (draw.plan.seed, draw.figures.deviation, len(draw.seating)) == (2841, 0, 8)
    assert (await site.http.get(f"/api/draws/{draw.id}", headers=staff)).status_code == 404
    await do(site, OpenGroups(draw=draw.id))
    sheet = await site.http.get(f"/api/draws/{draw.id}", headers=staff)
    again = msgspec.json.decode(msgspec.json.encode(solved(sheet.content)))
    assert again["seating"] == sheet.json()["drawn"]
    assert not any(person.id in sheet.text or person.name in sheet.text for person in site.people)
    for role in (Role.PARTICIPANT, Role.VIEWER):
        told = (await site.http.get(f"/api/draws/{draw.id}", headers=await site.session(role))).json()
        assert told["plan"]["seed"] == 2841
        assert {(told["sheet"], *map(len, (told["rows"], told["seating"], told["plan"]["pins"])))} == {("", 0, 0, 0)}
        assert [share["counts"] for share in told["balance"][0]["shares"]] == [[None, None]] * 2


async def test_what_cannot_be_is_refused_with_who_it_is_about(site: Site) -> None:
    staff, people = await site.session(Role.FACILITATOR), [await site.join(name=name) for name in ("Ana", "Bob")]
    refused = await site.http.post("/api/draws", json={"plan": {}}, headers=staff)
    assert refusal(refused) == (422, "no_groups")
    await do(site, AddRoom(name="Un"))
    pair = sorted(person["participant"] for person in people)
    plan = {"way": "even", "together": [pair], "apart": [pair]}
    answer = await site.http.post("/api/draws", json={"plan": plan}, headers=staff)
    assert refusal(answer)[1] in ("apart_contradicts", "apart_too_many")
    assert sorted(answer.json()["refused"]["details"]["who"]) == pair
    nobody = await site.http.post("/api/draws", json={"plan": plan}, headers=await site.session(Role.PARTICIPANT))
    assert refusal(nobody) == (403, "not_allowed")


async def test_a_table_places_people_and_says_whom_it_did_not(site: Site) -> None:
    await do(site, AddRoom(name="Un"))
    for name in ("Ana Lopez", "Bob", "Bob", "Zoé"):
        await site.join(name=name)
    text = "\ufeffNom;Groupe\r\n ana  LOPEZ;un\r\nBob;Un\r\nNora;Un\r\nZoé;Deux\r\nAna Lopez;Un\r\n"
    found = placed(site.state, text)
    assert len(found.seating) == 1
    assert [(each.line, each.why) for each in found.unmatched] == [
        (3, "several"), (4, "person"), (5, "group"), (6, "twice"),
    ]  # fmt: skip
    assert len(found.missing) == 3
    staff = await site.session(Role.FACILITATOR)
    made = await site.http.post("/api/draws", json={"plan": {"way": "file"}, "table": text}, headers=staff)
    assert len(made.json()["unmatched"]) == 4
    assert len(site.state.find(Draw, made.json()["draw"]).seating) == 1
