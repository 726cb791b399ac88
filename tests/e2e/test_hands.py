"""What staff put back, what goes on under people's hands, and a network that is lost in the middle of a step."""

from __future__ import annotations

from playwright.async_api import Page, expect

from rooms.activities.board import Board
from rooms.activities.conclusion import Conclusion
from rooms.activities.discussion import Message
from rooms.agenda import Room, Step
from rooms.permissions import Role
from tests.e2e.conftest import LAPTOP, PHONE, Opened
from tests.e2e.network import between
from tests.e2e.people import Facilitator
from tests.evening import board, writing
from tests.serving import Served
from tests.stage import Stage, set_stage
from web.doors import Entered

GREEN, WAYS = "Végétal", "Mobilités"
WRITE, GO_ON, IDEAS, CHOICE = "Écrire", "Reprendre", "Idées", "Choix"
RUDE, SOON, FOUNTAIN = "Vous dites n’importe quoi", "Encore cinq minutes", "Une fontaine"
SLOW_MS = 30_000


async def set_scene(served: Served) -> tuple[Stage, list[Entered]]:
    """Two groups of one write. They will take their texts up again, but for one that is voted on, and fill boards."""
    stage = await set_stage(served, "Réinventer la place")
    for name, paper in ((GREEN, "linden"), (WAYS, "sky")):
        await stage.do("room.add", name=name, paper=paper)
    await stage.add_step(WRITE, groups={"kind": "conclusion", "title": f"{WRITE} ?"}, minutes=10)
    begun = stage.one(Step, title=WRITE).id
    await stage.add_step(GO_ON, groups={"kind": "conclusion", "title": f"{GO_ON} ?", "goes_on": begun}, minutes=10)
    for title in (IDEAS, CHOICE):
        await stage.add_step(title, groups=board(f"{title} ?", "", ["Ici"], hidden=False), minutes=10)
    people = [await stage.enter(name) for name in ("Jeanne", "Karim")]
    await stage.do("groups.open", filling="choose")
    for person, name in zip(people, (GREEN, WAYS), strict=True):
        await stage.do("group.choose", person, room=room(stage, name).id)
    await stage.do("groups.open")
    await stage.go_to(WRITE)
    return stage, people


def room(stage: Stage, name: str) -> Room:
    return stage.one(Room, name=name)


async def vote_on_the_text_of(stage: Stage, who: Entered) -> None:
    step = stage.one(Step, title=WRITE).id
    text = stage.one(Conclusion, room=stage.room_of(who).id, step=step).id
    async with writing(stage, who, text) as pen:
        await pen.write("agreed", "Des bancs.")
    await stage.do("conclusion.freeze", conclusion=text)
    await stage.served.until(lambda: stage.one(Conclusion, id=text).recorded_at is not None)
    options = ["Pour", "Contre", "Abstention"]
    await stage.do("conclusion.put_to_vote", conclusion=text, text="L’adoptez-vous ?", options=options)


async def is_at(page: Page, title: str) -> None:
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"{title} ?", timeout=SLOW_MS)


async def test_gestures_are_put_back_and_what_is_under_way_goes_on(served: Served, opened: Opened) -> None:
    async with between(served.url) as network:
        stage, (jeanne, karim) = await set_scene(served)
        farid = await stage.enter("Farid", Role.FACILITATOR)
        phone = await stage.sit(await opened(**PHONE), jeanne)
        stage.url = network.url
        desk = await stage.sit(await opened(**LAPTOP), farid)
        stage.url = served.url
        hands = Facilitator(desk)
        done = desk.get_by_role("region", name="Ce que vous venez de faire")

        # A text is taken along into the next step with the hand that writes it; one that is voted on stays behind.
        field = phone.get_by_role("region", name="Nous sommes d’accord", exact=True)
        await field.get_by_role("button", name="Écrire").click(timeout=SLOW_MS)
        await expect(field.get_by_role("textbox")).to_be_focused(timeout=SLOW_MS)
        await phone.keyboard.type("Planter sur")
        await vote_on_the_text_of(stage, karim)
        await stage.go_to(GO_ON)
        await is_at(phone, GO_ON)
        await expect(field.get_by_role("textbox")).to_be_focused(timeout=SLOW_MS)
        await phone.keyboard.type(" les bords")
        await expect(field).to_contain_text("Planter sur les bords")
        await desk.keyboard.press("3")
        await expect(desk.get_by_text("est au vote : celle-ci commence à neuf.")).to_be_visible(timeout=SLOW_MS)

        # Tables, put back by a key.
        await hands.press("Changer de table")
        await hands.press("Voir qui va où")
        await hands.press("Changer de table maintenant")
        await expect(done).to_contain_text("Les tables ont changé", timeout=SLOW_MS)
        assert (stage.room_of(jeanne).name, stage.room_of(karim).name) == (WAYS, GREEN)
        await desk.keyboard.press("u")
        await served.until(lambda: (stage.room_of(jeanne).name, stage.room_of(karim).name) == (GREEN, WAYS))

        # Rooms let go, put back by the bar.
        await stage.go_to(IDEAS)
        await hands.press("Laisser avancer seules")
        await hands.submit("Laisser avancer")
        await done.get_by_role("button", name="Annuler").click(timeout=SLOW_MS)
        await served.until(lambda: not any(each.is_released for each in stage.every(Room)))

        # Words hidden, put back by a key.
        await stage.do("message.send", karim, reach="room", room=room(stage, WAYS).id, text=RUDE)
        await hands.press("Messages")
        await hands.press("Masquer")
        await desk.get_by_role("dialog").get_by_label("Hors sujet").check()
        await hands.submit("Masquer")
        await expect(done).to_contain_text("Un texte est masqué", timeout=SLOW_MS)
        await desk.keyboard.press("u")
        await served.until(lambda: stage.one(Message, text=RUDE).is_shown)
        await desk.get_by_role("button", name="Activité", exact=True).click()

        # Whoever comes late into a room that goes on by itself is where it is, and not where the others are.
        green, choice = room(stage, GREEN), stage.one(Step, title=CHOICE).id
        await stage.do("room.release", rooms=[green.id], last=choice)
        await stage.do("room.advance", room=green.id, step=choice, seen=stage.workshop.step)
        step = stage.one(Step, title=IDEAS)
        await stage.do("step.extend", step=step.id, ends_at=(step.ends_at or 0) + 30 * 60_000)
        lea = await stage.enter("Léa")
        await stage.do("person.move", person=lea.participant, room=green.id)
        late = await stage.sit(await opened(**PHONE), lea)
        await is_at(late, CHOICE)
        await expect(late.get_by_role("timer")).to_contain_text("10")

        # Without a network: what one does leaves later, once, and what others did meanwhile is shown.
        await network.cut()
        await expect(desk.get_by_text("La connexion est interrompue").first).to_be_visible(timeout=SLOW_MS)
        ends_at = stage.one(Step, title=IDEAS).ends_at or 0
        await desk.keyboard.press("+")
        await hands.press("Écrire un message")
        await desk.get_by_role("dialog").get_by_label("Message", exact=True).fill(SOON)
        await desk.get_by_role("dialog").get_by_role("button", name="Envoyer").click()
        on = stage.one(Board, room=room(stage, WAYS).id, step=step.id)
        await stage.do("note.write", karim, activity=on.id, column="c1", text=FOUNTAIN)
        assert stage.every(Message, text=SOON) == []
        await network.mend()
        await expect(desk.get_by_role("article").filter(has_text=FOUNTAIN)).to_be_visible(timeout=SLOW_MS)
        await expect(desk.get_by_role("dialog")).to_have_count(0, timeout=SLOW_MS)
        await served.until(lambda: len(stage.every(Message, text=SOON)) == 1)
        assert stage.one(Step, title=IDEAS).ends_at == ends_at + 60_000
