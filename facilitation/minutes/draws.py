"""How people came into their groups, as minutes tell it: the rule, the seed, and how alike the groups were."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.drawing import Draw, DrawBalance, DrawWay, guarded
from facilitation.minutes.document import Bullets, Paragraph, Part, Section, Table
from facilitation.minutes.matter import Matter
from rooms.agenda import Room

WAYS = {way: f"minutes-draw-{way.value}" for way in DrawWay} | {DrawWay.RANKED: "minutes-draw-ranked-way"}
BY_LOT = (DrawWay.EVEN, DrawWay.BALANCED, DrawWay.RANKED)


def draws(matter: Matter) -> Iterator[Part]:
    """Each by which people were sent, in order."""
    sent = [draw for draw in matter.state.all(Draw) if draw.sent_at is not None]
    for draw in sorted(sent, key=lambda draw: (draw.sent_at or 0, draw.id)):
        title = matter.words("minutes-draw", at=matter.moment(draw.sent_at or 0))
        yield Section(title, tuple(_draw(matter, draw)), key=f"draw-{draw.id}")


def _draw(matter: Matter, draw: Draw) -> Iterator[Part]:
    yield Paragraph(matter.words(WAYS[draw.plan.way]))
    yield Bullets(tuple(_facts(matter, draw)))
    told = guarded(draw.balance)
    for balance in told:
        yield Section(balance.title, (_balance(matter, draw, balance),))
    if told:
        yield Paragraph(matter.words("minutes-draw-few"), soft=True)


def _facts(matter: Matter, draw: Draw) -> Iterator[str]:
    words, plan = matter.words, draw.plan
    if plan.way in BY_LOT:
        yield words("minutes-draw-seed", seed=str(plan.seed), number=draw.number)
        yield words("minutes-draw-checked" if draw.sheet else "minutes-draw-unchecked")
    if plan.different:
        yield words("minutes-draw-different")
    if plan.facilitated:
        yield words("minutes-draw-facilitated")
    if draw.bound:
        yield words("minutes-draw-bound", count=draw.bound)
    if draw.moved:
        yield words("minutes-draw-moved", count=draw.moved)
    if draw.balance:
        yield words("minutes-draw-deviation", people=draw.figures.deviation / 100)
    if draw.figures.again:
        yield words("minutes-draw-again", count=draw.figures.again)
    if draw.figures.ranked:
        first, *others = draw.figures.ranked
        yield words("minutes-draw-ranked", first=first, all=first + sum(others), none=others[-1])


def _balance(matter: Matter, draw: Draw, balance: DrawBalance) -> Table:
    rooms = [matter.state.maybe(Room, room) for room in draw.rooms]
    head = (matter.words("minutes-column-answer"), *(room.name if room else "" for room in rooms))
    rows = tuple(
        (
            share.text or matter.words("minutes-not-said"),
            *("–" if count is None else matter.words("minutes-number", count=count) for count in share.counts),
        )
        for share in balance.shares
    )
    return Table(head, rows, numbers=tuple(range(1, len(head))))
