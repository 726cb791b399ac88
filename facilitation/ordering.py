"""Who speaks next: the order of a queue, by the policy of its room, and its keys."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rooms.deciding import Deciding
from rooms.floor import Floor, FloorTurn, Hand, HandKind, Policy, floor_of, queue, queue_row, spoken_in
from rooms.ids import ParticipantId, RoomId
from rooms.order import key_between
from rooms.people import Participant
from rooms.registration import answers_of
from rooms.speech import Speech
from rooms.state import State

BY_SPEECH = (Policy.LEAST_SPOKEN, Policy.FIRST_TIMERS)
"""The policies for which it matters how long people have spoken."""
Seat = tuple[int, str]
"""Where somebody sits: after those who came before them."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is known of somebody whose hand is up.

    `spoken_ms` and `turns` are over the whole workshop, `since` counts turns in this room under this policy, `seat` is
    where they sit, `trait` what an alternating order goes by. `place` is theirs by hand of staff, if they have one.
    """

    hand: str
    kind: HandKind
    at: int
    spoken_ms: int = 0
    turns: int = 0
    since: int = 0
    seat: Seat = (0, "")
    trait: str = ""
    place: int | None = None


def ordered(waiting: Iterable[Waiting], policy: Policy, served: Counter[str] | None = None) -> list[Waiting]:
    """Points of order before all, then questions, then what staff have put in order, then contributions by the policy.

    `served` says how many of each trait had their turn before. Pure: the same people, the same order.
    """
    first_come = sorted(waiting, key=lambda one: (one.at, one.hand))
    placed = sorted((one for one in first_come if one.place is not None), key=lambda one: one.place or 0)
    free = [one for one in first_come if one.place is None]
    return [
        *(one for one in free if one.kind is HandKind.POINT_OF_ORDER),
        *(one for one in free if one.kind is HandKind.QUESTION),
        *placed,
        *contributions([one for one in free if one.kind is HandKind.CONTRIBUTION], policy, served or Counter()),
    ]


def contributions(first_come: list[Waiting], policy: Policy, served: Counter[str]) -> list[Waiting]:
    if policy is Policy.ALTERNATE:
        return alternating(first_come, served)
    return sorted(first_come, key=lambda one: claim(one, policy))


def claim(one: Waiting, policy: Policy) -> tuple[object, ...]:
    """Whose is less comes first, where it does not depend on who else waits; of equals who has waited longest."""
    match policy:
        case Policy.LEAST_SPOKEN:
            return one.spoken_ms, one.turns
        case Policy.FIRST_TIMERS:
            return (one.turns > 0 or one.spoken_ms > 0,)
        case Policy.ROUND_TABLE:
            return one.since, one.seat
    return ()


def standing(one: Waiting, policy: Policy) -> tuple[object, ...]:
    """The place of a hand among all that are up, as `ordered` has them, but for those of an alternating order."""
    if one.kind is HandKind.CONTRIBUTION and one.place is None:
        return 3, *claim(one, policy), one.at, one.hand
    kinds = (HandKind.POINT_OF_ORDER, HandKind.QUESTION)
    return (2,) if one.place is not None else (kinds.index(one.kind), one.at, one.hand)


def alternating(first_come: list[Waiting], served: Counter[str]) -> list[Waiting]:
    """Always the trait that had its turn least often; of equals the one that has waited longest."""
    by_trait: defaultdict[str, list[Waiting]] = defaultdict(list)
    for one in first_come:
        by_trait[one.trait].append(one)
    served, order = Counter(served), []
    while by_trait:
        trait = min(by_trait, key=lambda trait: (served[trait], by_trait[trait][0].at, by_trait[trait][0].hand))
        order.append(by_trait[trait].pop(0))
        served[trait] += 1
        if not by_trait[trait]:
            del by_trait[trait]
    return order


def arrange(on: Deciding, room: RoomId) -> None:
    """Write the order down, so that everybody sees the same: only hands that stand elsewhere than before change."""
    floor, hands = floor_of(room, on), queue(room, on)
    waiting = [waiting_of(hand, floor, on, place) for place, hand in enumerate(hands)]
    served = Counter(trait_of(turn.participant, floor, on) for turn in turns_under(floor, on))
    order = [one.hand for one in ordered(waiting, floor.policy, served)]
    if order != [hand.id for hand in hands]:
        write(on, [on.find(Hand, id) for id in order])


def stand_in(on: Deciding, hand: Hand) -> None:
    """Put one more hand where it belongs among those that are up, which stay as they are: many go up at once, and to
    ask of each how long they have spoken is dear."""
    floor = floor_of(hand.room, on)
    if floor.policy is Policy.ALTERNATE:
        arrange(on, hand.room)
        return
    row = [place for place in on.onwards(queue_row(hand.room)) if place[1] != hand.id]
    mine = standing(waiting_of(hand, floor, on), floor.policy)
    at = bisect_left(
        row, mine, key=lambda each: standing(waiting_of(on.find(Hand, each[1]), floor, on, 0), floor.policy)
    )
    if at < len(row):
        # At the end it stands already.
        on.change(hand, order=key_between(row[at - 1][0] if at else None, row[at][0]))


def waiting_of(hand: Hand, floor: Floor, on: Deciding, place: int | None = None) -> Waiting:
    """`place` is where it stands, if it does, which it keeps where staff have put it there."""
    ms, turns = spoken_by(hand.participant, on, on.now) if floor.policy in BY_SPEECH else (0, 0)
    is_round = floor.policy is Policy.ROUND_TABLE
    return Waiting(
        hand=hand.id,
        kind=hand.hand_kind,
        at=hand.at,
        spoken_ms=ms,
        turns=turns,
        since=turns_since(hand.participant, floor, on) if is_round else 0,
        seat=seat_of(hand.participant, on) if is_round else (0, ""),
        trait=trait_of(hand.participant, floor, on),
        place=place if floor.arranged_at is not None and hand.at <= floor.arranged_at else None,
    )


def turns_under(floor: Floor, state: State) -> list[FloorTurn]:
    """Those had under a policy that goes by who had them."""
    if floor.policy is not Policy.ALTERNATE:
        return []
    return [turn for turn in state.all(FloorTurn) if turn.began_at >= floor.policy_at and turn.room == floor.room]


def turns_since(person: ParticipantId, floor: Floor, state: State) -> int:
    """Those of one person in this room under this policy."""
    return sum(
        isinstance(turn, FloorTurn) and turn.began_at >= floor.policy_at and turn.room == floor.room
        for turn in state.shelf("pile", person)
    )


def seat_of(person: ParticipantId, state: State) -> Seat:
    found = state.maybe(Participant, person)
    return (found.joined_at, found.id) if found is not None else (0, "")


def write(on: Deciding, hands: Sequence[Hand]) -> None:
    """Keys for this order, by moving as few hands as can be."""
    kept = longest_rising([hand.order for hand in hands])
    before: str | None = None
    for place, hand in enumerate(hands):
        if place not in kept:
            after = next((hands[later].order for later in range(place, len(hands)) if later in kept), None)
            hand = on.change(hand, order=key_between(before, after))
        before = hand.order


def longest_rising(keys: Sequence[str]) -> set[int]:
    """Places of the longest part of a row that stands in order already."""
    tails: list[str] = []
    ends: list[int] = []
    before: list[int | None] = []
    for place, key in enumerate(keys):
        at = bisect_left(tails, key)
        tails[at:] = [key, *tails[at + 1 :]]
        ends[at:] = [place, *ends[at + 1 :]]
        before.append(ends[at - 1] if at else None)
    found = set[int]()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def spoken_by(person: ParticipantId, state: State, now: int) -> tuple[int, int]:
    """How long somebody has spoken, in milliseconds, and in how many turns.

    Measured speech and turns overlap: what was said with the floor is in both, what was typed is in turns only. So of
    each room and step the longer one counts.
    """
    measured, given = defaultdict[tuple[str, str | None], int](int), defaultdict[tuple[str, str | None], int](int)
    turns = 0
    for entity in state.shelf("pile", person):
        if isinstance(entity, Speech):
            measured[entity.room, entity.step] += entity.ms
        elif isinstance(entity, FloorTurn):
            given[entity.room, entity.step] += spoken_in(entity, now)
            turns += 1
    return sum(max(measured.get(each, 0), given.get(each, 0)) for each in measured.keys() | given), turns


def trait_of(person: ParticipantId, floor: Floor, state: State) -> str:
    """What an alternating order goes by: somebody's answer at the door, or the group they belong to."""
    if floor.policy is not Policy.ALTERNATE:
        return ""
    if floor.alternate_by is not None:
        return answers_of(state, person).get(floor.alternate_by, "")
    found = state.maybe(Participant, person)
    return (found and found.group) or ""
