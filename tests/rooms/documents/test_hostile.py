"""Whatever bytes somebody sends in an update's stead, they are refused, or change a text as its sender may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from random import Random

import pytest
from pycrdt import Text

from rooms.documents.document import NOTHING
from rooms.documents.updates import number
from rooms.refusal import Refused
from tests.fuzz import COUNT, KEPT_MOST, grown_by
from tests.media.mutants import mutants
from tests.rooms.documents.pens import ANA, BO, FIELDS, Log, Pen, chunks_of, replayed, words_of

BEHIND = "written behind what it stands before"
END = NOTHING[:1]
MOST = 400
MUTANTS = max(4_000, COUNT)
TURNS = 250
EVENINGS = max(12, COUNT // TURNS)
CHECKED = 2_000
"""So many are looked at again and again, to see whether something of them is kept."""


def written() -> Log:
    """What two people have written, turn by turn."""
    log: Log = []

    def turn(client: int, who: str, work: Callable[[Text], object], field: str = "agreed") -> None:
        log.append((len(log) + 1, client, Pen(client, log).does(work, field), who))

    turn(BO, "bo", lambda text: text.insert(0, "Des bancs à l’ombre 🎉\n"))
    turn(ANA, "ana", lambda text: text.insert(4, "beaux "))
    turn(BO, "bo", lambda text: text.insert_embed(0, {"citation": "abc-1"}))
    turn(ANA, "ana", lambda text: text.format(2, 9, {"bold": True}))
    turn(BO, "bo", lambda text: text.insert(0, "ساحة للجميع"), "minority")
    return log


def wished(log: Log) -> list[bytes]:
    """What ana may send next, and what she may not: it is to be spoilt."""

    def take(text: Text) -> None:
        del text[2:8]

    def much(text: Text) -> None:
        text.insert(0, "un ")
        text.insert(0, "deux ")
        del text[:3]

    of: list[Callable[[Text], object]] = [
        lambda text: text.insert(0, "a"),
        lambda text: text.insert(len(text), "é🎉 et encore\n", {"list": "bullet"}),
        lambda text: text.insert(6, "gras", {"bold": True, "italic": True}),
        lambda text: text.insert_embed(3, {"citation": "abc-2"}),
        take,
        much,
    ]
    ours = [Pen(ANA, log).does(work, field) for work in of for field in FIELDS]
    theirs = [Pen(BO, log).does(work) for work in of]
    return [*ours, *theirs, *(update for _, _, update, _ in log), Pen(ANA, log).doc.get_update()]


def composed(dice: Random, known: dict[int, int]) -> bytes:
    """Well written, and says anything: beside what it puts something, how far it goes, what it deletes."""
    structs = [struct(dice, known) for _ in range(dice.randint(0, 3))]
    client = dice.choice((ANA, ANA, ANA, ANA, ANA, BO, 7))
    clock = known.get(client, 0) + dice.choice((0, 0, 0, 0, 0, 0, -1, 1, 1 << 40))
    head = number(1) + number(len(structs)) + number(client) + number(max(clock, 0)) if structs else number(0)
    return head + b"".join(structs) + deletions(dice, known)


def struct(dice: Random, known: dict[int, int]) -> bytes:
    """A content with its place: none, one side, or both."""
    kind, content = dice.choice(
        (
            (0, number(dice.choice((1, 5, 1 << 31, 1 << 50)))),
            (1, number(dice.choice((1, 5, 1 << 31, 1 << 50)))),
            *(((4, spelled(dice.choice(("a", "é🎉", "un mot\n", "\ufffc", "\x00", "x" * 500)))),) * 3),
            (5, spelled(dice.choice(('{"citation":"a"}', '{"citation":1}', "[[[[", "{}")))),
            (
                6,
                spelled(dice.choice(("bold", "list", "color")))
                + spelled(dice.choice(("true", "null", '"bullet"', ""))),
            ),
            (dice.randrange(2, 11), b"\x01"),
        )
    )
    sides = dice.choice((0, 0x80, 0x40, 0xC0))
    places = b"".join(number(part) for side in (0x80, 0x40) if sides & side for part in somewhere(dice, known))
    root = number(1) + spelled(dice.choice((*FIELDS, "agreed", "elsewhere"))) if not sides else b""
    return bytes([kind | sides]) + (places + root if kind else b"") + content


def somewhere(dice: Random, known: dict[int, int]) -> tuple[int, int]:
    client = dice.choice((ANA, BO))
    return client, dice.randrange(known[client] + 1)


def deletions(dice: Random, known: dict[int, int]) -> bytes:
    ranges = [
        (client, clock, dice.choice((1, 3, 1 << 20))) for client, clock in [somewhere(dice, known)] * dice.randint(0, 1)
    ]
    return number(len(ranges)) + b"".join(number(c) + number(1) + number(at) + number(many) for c, at, many in ranges)


def spelled(text: str) -> bytes:
    return number(len(text.encode())) + text.encode()


def is_within(part: str, whole: str) -> bool:
    """What is left of a text from which only some was taken."""
    rest = iter(whole)
    return all(letter in rest for letter in part)


class Attack:
    """What ana sends against a text: each update is taken, or refused for a reason that is counted."""

    def __init__(self) -> None:
        self.log = written()
        self.document = replayed(self.log)
        self.page = Pen(7, self.log)
        self.answers: Counter[str] = Counter()

    def send(self, update: bytes) -> None:
        theirs, document = words_of(self.document, "bo"), self.document
        try:
            found = document.check(update, ANA, MOST)
        except Refused as refused:
            self.answers[refused.code] += 1
            return
        if found.missing(document.known) or found.is_known(document.known):
            self.answers["nothing new"] += 1
            return
        self.answers["taken"] += 1
        self.log.append((len(self.log) + 1, ANA, update, "ana"))
        self.page.hear(document.apply(len(self.log), ANA, update, "ana"))
        assert is_within(words_of(document, "bo"), theirs), update
        assert chunks_of(self.page) == [document.chunks(field) for field in FIELDS], update
        assert document.length <= MOST
        assert document.known.keys() <= {ANA, BO}

    def prove(self) -> None:
        """Whoever reads the log makes the same of it."""
        again = replayed(self.log)
        runs = [self.document.authors(field) for field in FIELDS]
        assert [again.authors(field) for field in FIELDS] == runs
        assert {who for run in runs for _, who in run} <= {"ana", "bo"}


async def test_nothing_is_kept_of_what_is_refused() -> None:
    attack = Attack()
    updates = list(mutants(wished(attack.log), CHECKED))

    async def again() -> None:
        for update in updates:
            with suppress(Refused):
                attack.document.check(update, ANA, MOST)

    assert await grown_by(again) < KEPT_MOST


def test_no_update_however_spoilt_breaks_a_text_or_puts_words_into_anothers_mouth() -> None:
    answers: Counter[str] = Counter()
    attack = Attack()
    for update in mutants(wished(attack.log), MUTANTS):
        attack.send(update)
        if attack.answers["taken"]:
            attack.prove()
            answers += attack.answers
            attack = Attack()
    assert answers["taken"] > 20


def test_nor_do_any_that_are_well_written_and_say_what_is_not_so() -> None:
    answers: Counter[str] = Counter()
    for evening in range(EVENINGS):
        attack, dice = Attack(), Random(evening)
        for _ in range(TURNS):
            attack.send(composed(dice, attack.document.known))
        attack.prove()
        answers += attack.answers
    assert answers.keys() == {"update_invalid", "update_forged", "text_full", "nothing new", "taken"}
    assert answers["taken"] > 100


# -- what was found so --------------------------------------------------------------------------------------------

OWN = b"\x01\x01" + number(ANA)
"""One struct of ana's; at which clock follows."""


def at(client: int, clock: int) -> bytes:
    return number(client) + number(clock)


@pytest.mark.parametrize(
    ("update", "reason"),
    [
        (OWN + number(8) + b"\x00" + number(1 << 32) + END, "a clock out of bounds"),
        (OWN + number(8) + b"\x80" + at(BO, 1) + b"\x05" + END, "nothing, in a place"),
        (OWN + number(8) + b"\xc4" + at(ANA, 5) + at(BO, 0) + b"\x01a" + END, BEHIND),
        (OWN + number(8) + b"\xc4" + at(BO, 0) + at(BO, 25) + b"\x01a" + END, BEHIND),
        (OWN + number(8) + b"\x84" + at(BO, 20) + b"\x01a" + END, "half a character"),
        (b"\x00\x01" + number(BO) + b"\x01" + number(21) + b"\x01", "half a character"),
    ],
)  # fmt: skip
def test_what_the_engine_would_take_to_its_harm_is_refused(update: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        replayed(written()).check(update, ANA, MOST)
    assert (refused.value.code, refused.value.details["reason"]) == ("update_invalid", reason)


def test_words_sent_again_in_another_field_go_on_where_they_began() -> None:
    document = replayed(written())
    news = document.apply(9, ANA, OWN + number(7) + b"\x04\x01\x08minority\x07un mot\n" + END, "ana")
    assert document.authors("minority") == [("ساحة للجميع", "bo")]
    assert "n mot" in words_of(document, "ana")
    assert b"minority" not in news
