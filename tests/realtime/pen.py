"""A page that writes in a conclusion: a document of its own, kept in step by what the server's documents say."""

from __future__ import annotations

from typing import Any

from pycrdt import Doc, Text
from sqlalchemy import Engine

from persistence.documents import Documents as Store
from realtime.documents import SharedDocuments
from realtime.messages import Accepted, DocOpened, Refusal
from rooms.activities.conclusion import Conclusion
from rooms.agenda import Step
from rooms.documents.updates import clocks, vector
from tests.realtime.hall import Hall
from tests.realtime.reader import Reader

PLAN = {"kind": "conclusion", "title": "Que retenir ?"}


async def conclusion_in(hall: Hall, **plan: Any) -> Conclusion:
    """A conclusion to write in plenary, and one in each group."""
    await hall.do("fa", "step.add", title="Conclure", plenary=PLAN | plan, groups=PLAN | plan)
    step = next(step for step in hall.live.state.all(Step) if step.title == "Conclure")
    (workshop,) = hall.live.state.shelf("kind", "workshop")
    await hall.do("fa", "step.start", step=step.id, seen=workshop.step)  # type: ignore[attr-defined]
    plenary = hall.room("plenary").id
    return next(one for one in hall.live.state.all(Conclusion) if one.step == step.id and one.room == plenary)


def documents(hall: Hall, engine: Engine) -> SharedDocuments:
    return SharedDocuments(hall.gateway, Store(engine))


class Pen:
    """`told` is all that was said to it of documents."""

    def __init__(self, house: SharedDocuments, reader: Reader, conclusion: Conclusion) -> None:
        self.house = house
        self.reader = reader
        self.conclusion = conclusion
        self.doc: Doc[Any] = Doc()
        self.client: int | None = None
        self.sent = 0
        """How much of what it wrote the server has."""
        self.told: list[tuple[str, Any]] = []
        reader.hear = self._hear

    def _hear(self, event: str, body: Any, parts: tuple[bytes, ...]) -> None:
        self.told.append((event, body))
        if event == "doc.update":
            self.doc.apply_update(parts[0])

    @property
    def resets(self) -> list[str]:
        return [body["code"] for event, body in self.told if event == "doc.reset"]

    async def ask(self, name: str, **fields: Any) -> Any:
        handle = getattr(self.house, name)
        message = {"conclusion": self.conclusion.id, **fields}
        return await handle(self.reader.connection, self.reader.live, message)

    async def open(self, client: int | None = None) -> DocOpened:
        opened: DocOpened = await self.ask("open", client=client, vector=self.doc.get_state())
        if opened.client is not None and opened.client != self.client:
            held, self.doc = self.doc.get_update(), Doc(client_id=opened.client)
            self.doc.apply_update(held)
            self.client = opened.client
        self.doc.apply_update(opened.update)
        self.sent = clocks(opened.vector).get(self.client or 0, 0)
        return opened

    def field(self, name: str = "agreed") -> Text:
        text: Text = self.doc.get(name, type=Text)
        return text

    def text(self, name: str = "agreed") -> str:
        return str(self.field(name))

    def unsent(self) -> bytes:
        assert self.client is not None
        return self.doc.get_update(vector(clocks(self.doc.get_state()) | {self.client: self.sent}))

    async def send(self, update: bytes | None = None, client: int | None = None) -> Accepted | Refusal:
        # A whole process may type at once, far faster than hands.
        pace = self.reader.connection.paces.writing
        pace.level = pace.burst
        written = clocks(self.doc.get_state()).get(self.client or 0, 0)
        answer: Accepted | Refusal = await self.ask(
            "update", client=client or self.client, update=self.unsent() if update is None else update
        )
        if isinstance(answer, Accepted) and update is None:
            self.sent = written
        return answer

    async def write(self, words: str, name: str = "agreed", at: int | None = None, **marks: Any) -> int:
        """The seq of words written at a byte, or at the end."""
        text = self.field(name)
        text.insert(len(text) if at is None else at, words, marks)
        answer = await self.send()
        assert isinstance(answer, Accepted), answer
        return answer.seq
