"""What people write, however much at once and however late it comes, is taken, and all have the same in the end."""

from __future__ import annotations

from random import Random

import pytest
from pycrdt import Text

from rooms.documents.document import CITATION, Document
from tests.rooms.documents.pens import ANA, BO, FIELDS, Log, Pen, chunks_of, replayed, words_of

CARL = 4_000_000_000
NAMES = {ANA: "ana", BO: "bo", CARL: "carl"}
LETTERS = {ANA: "aé", BO: "b🎉", CARL: "cه"}
STEPS = 300


def said_in(text: Text) -> str:
    return "".join(chunk if isinstance(chunk, str) else CITATION for chunk, _ in text.diff())


class Evening:
    """Three people at work: each hears and sends when the network lets them."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.log: Log = []
        self.told: list[bytes] = []
        self.document = Document(FIELDS)
        self.pens = {client: Pen(client, []) for client in NAMES}
        self.heard = dict.fromkeys(NAMES, 0)

    def work(self, pen: Pen) -> None:
        field = self.dice.choice(FIELDS)
        text, dice = pen.text(field), self.dice
        # An embed counts one, as the engine has it.
        sizes = [len(letter.encode()) if letter != CITATION else 1 for letter in said_in(text)]
        places = [sum(sizes[:count]) for count in range(len(sizes) + 1)]
        start = dice.randrange(len(places))
        stop = min(start + dice.randint(1, 4), len(sizes))
        match dice.randrange(8):
            case 0 | 1 if stop > start:
                del text[places[start] : places[stop]]
            case 2 if stop > start:
                text.format(places[start], places[stop], {dice.choice(("bold", "italic")): dice.choice((True, None))})
            case 3:
                text.insert_embed(len(text), {"citation": "abc-1"})
            case 4:
                text.insert(places[start], "\n", {"list": "bullet"})
            case _:
                for letter in LETTERS[pen.client] * dice.randint(1, 2):
                    text.insert(places[start], letter)

    def send(self, pen: Pen) -> None:
        update = pen.unsent()
        found = self.document.check(update, pen.client, 100_000)
        assert not found.missing(self.document.known)
        self.log.append((len(self.log) + 1, pen.client, update, NAMES[pen.client]))
        self.told.append(self.document.apply(len(self.log), pen.client, update, NAMES[pen.client]))

    def hear(self, pen: Pen) -> None:
        for update in self.told[self.heard[pen.client] :]:
            pen.hear(update)
        self.heard[pen.client] = len(self.told)


@pytest.mark.parametrize("seed", range(3))
def test_everything_three_people_write_at_once_is_taken_and_reads_the_same_everywhere(seed: int) -> None:
    evening = Evening(seed)
    for _ in range(STEPS):
        pen = evening.pens[evening.dice.choice(list(NAMES))]
        evening.work(pen)
        if evening.dice.random() < 0.5:
            evening.send(pen)
        if evening.dice.random() < 0.3:
            evening.hear(pen)
    for pen in evening.pens.values():
        evening.send(pen)
    for pen in evening.pens.values():
        evening.hear(pen)
    document = evening.document
    words = [document.chunks(field) for field in FIELDS]
    assert [chunks_of(pen) for pen in evening.pens.values()] == [words] * 3
    twin = Document(())
    twin.restore(document.seq, document.state(), document.kept())
    for same in (replayed(evening.log), twin):
        assert [same.chunks(field) for field in FIELDS] == words
        assert [same.authors(field) for field in FIELDS] == [document.authors(field) for field in FIELDS]
    for client, name in NAMES.items():
        assert set(words_of(document, name)) <= {*LETTERS[client], "\n", CITATION}
