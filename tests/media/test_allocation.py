from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.allocation import HOLD_S, Estimate, Rank, Want, allocate, cost, raises

FACE = (150_000, 500_000, 1_700_000)
SCREEN = (300_000, 1_500_000)
MEGABIT = 1_000_000


def screen(ceiling: int = 1, held: int = -1) -> Want:
    return Want(SCREEN, ceiling, Rank.SCREEN, held)


def speaker(ceiling: int = 2, held: int = -1) -> Want:
    return Want(FACE, ceiling, Rank.SPEAKER, held)


def other(ceiling: int = 0, held: int = -1) -> Want:
    return Want(FACE, ceiling, Rank.OTHER, held)


# -- allocate ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("budget", "layers"),
    [
        (0, [-1, -1, -1, -1]),
        (350_000, [0, -1, -1, -1]),
        (520_000, [0, 0, -1, -1]),
        (700_000, [0, 0, 0, -1]),
        (950_000, [0, 1, -1, -1]),
        (1_300_000, [0, 1, 0, 0]),
        (2_000_000, [1, 0, -1, -1]),
        (2_350_000, [1, 1, -1, -1]),
        (2_700_000, [1, 1, 0, 0]),
        (4_100_000, [1, 2, 0, 0]),
    ],
)
def test_the_screen_goes_first_then_the_speaker_then_the_others(budget: int, layers: list[int]) -> None:
    assert allocate(budget, [screen(), speaker(), other(), other()]) == layers


def test_equals_all_have_their_first_layer_before_one_has_a_second() -> None:
    assert allocate(700_000, [other(1)] * 4) == [0, 0, 0, 0]
    assert allocate(1_150_000, [other(1)] * 4) == [1, 0, 0, 0]
    assert allocate(2_300_000, [other(1)] * 4) == [1, 1, 1, 1]


def test_what_is_sent_needs_no_spare_room_and_more_does() -> None:
    assert allocate(500_000, [speaker()]) == [0]
    assert allocate(500_000, [speaker(held=1)]) == [1]
    assert allocate(572_000, [speaker()]) == [1]


def test_no_picture_is_larger_than_it_is_worth() -> None:
    assert allocate(50 * MEGABIT, [screen(0), speaker(1), other()]) == [0, 1, 0]


def test_a_camera_that_sends_one_large_picture_only_is_better_than_none() -> None:
    assert allocate(2 * MEGABIT, [Want((0, 0, 1_700_000), 0)]) == [2]
    assert allocate(2 * MEGABIT, [Want((0, 0, 0), 2), Want((), 2)]) == [-1, -1]


def test_a_layer_that_cannot_be_had_is_passed_over() -> None:
    assert allocate(5 * MEGABIT, [Want((150_000, 0, 1_700_000), 2)]) == [2]
    assert allocate(1 * MEGABIT, [Want((150_000, 0, 1_700_000), 2)]) == [0]


def test_a_layer_that_takes_more_than_a_larger_one_is_passed_over() -> None:
    speaker = Want((100_000, 700_000, 300_000), 2, Rank.SPEAKER)
    assert allocate(2 * MEGABIT, [speaker]) == [2]
    assert allocate(300_000, [speaker]) == [0]


RATES = st.lists(st.integers(0, 3 * MEGABIT), max_size=4)
WANTS = st.lists(st.builds(Want, RATES, st.integers(0, 3), st.sampled_from(Rank), st.integers(-1, 3)), max_size=13)


@given(st.integers(0, 20 * MEGABIT), WANTS)
def test_nothing_is_spent_that_is_not_there(budget: int, wants: list[Want]) -> None:
    layers = allocate(budget, wants)
    assert cost(wants, layers) <= budget
    assert all(level == -1 or level in want.levels() for want, level in zip(wants, layers, strict=True))


@given(st.integers(0, 20 * MEGABIT), WANTS)
def test_asked_again_it_stays_as_it_is(budget: int, wants: list[Want]) -> None:
    layers = allocate(budget, wants)
    held = [Want(want.rates, want.ceiling, want.rank, layer) for want, layer in zip(wants, layers, strict=True)]
    assert allocate(budget, held) == layers


@given(st.integers(0, 20 * MEGABIT), WANTS)
def test_each_raise_buys_more_or_better(budget: int, wants: list[Want]) -> None:
    layers = allocate(budget, wants)
    for needed in raises(wants, layers):
        assert needed > cost(wants, layers)


# -- the estimate -----------------------------------------------------------------------------------------------------


class Page:
    """Asks again every quarter of a second and is sent what was decided, over a way without limits."""

    def __init__(self, *wants: Want) -> None:
        self.wants = list(wants)
        self.estimate = Estimate()
        self.now = 0.0
        self.octets = 0
        self.layers: list[int] = []
        self.share()

    def share(self) -> list[int]:
        self.layers = self.estimate.share(self.wants, self.now)
        self.wants = [
            Want(want.rates, want.ceiling, want.rank, layer)
            for want, layer in zip(self.wants, self.layers, strict=True)
        ]
        return self.layers

    def wait(self, seconds: float) -> list[int]:
        until = self.now + seconds
        while self.now < until:
            self.now += 0.25
            self.octets += cost(self.wants, self.layers) // 32
            self.estimate.sent(self.octets, self.now)
            self.share()
        return self.layers

    def lose(self, fraction: float) -> list[int]:
        self.estimate.loss(fraction, self.now)
        return self.share()

    def receive(self, bitrate: int) -> list[int]:
        self.estimate.remb(bitrate, self.now)
        return self.share()


def test_a_picture_begins_at_the_layer_wanted_as_far_as_a_megabit_goes() -> None:
    assert Page(speaker()).layers == [1]
    assert Page(Want((1_000_000,), 0)).layers == [0]


def test_a_page_that_shows_nothing_tries_the_first_picture_at_once() -> None:
    assert Page(Want((0, 1_500_000), 1, Rank.SCREEN)).layers == [1]


def test_an_estimate_that_falls_below_what_is_sent_takes_effect_at_once() -> None:
    page = Page(speaker(1))
    page.wait(2)
    assert page.receive(700_000) == [1]
    assert page.receive(420_000) == [0]


def test_an_estimate_too_low_for_a_while_that_does_not_rise_takes_effect_too() -> None:
    page = Page(speaker(1))
    page.wait(4)
    assert page.receive(400_000) == [1]
    page.wait(1)
    assert page.receive(430_000) == [1]
    page.wait(1)
    assert page.receive(430_000) == [0]


def test_a_low_estimate_of_little_that_was_sent_means_nothing() -> None:
    page = Page(speaker(1))
    for _ in range(30):
        page.now += 1
        page.estimate.sent(0, page.now)
        page.receive(60_000)
    assert page.layers == [1]


def test_an_estimate_that_falls_and_is_still_above_what_is_sent_only_holds_more_back() -> None:
    page = Page(speaker())
    page.receive(600_000)
    page.wait(HOLD_S + 2)
    page.receive(620_000)
    assert page.receive(590_000) == [1]
    page.wait(HOLD_S - 1)
    assert page.receive(5 * MEGABIT) == [1]
    page.wait(1)
    assert page.receive(5 * MEGABIT) == [2]


def test_an_estimate_below_what_was_sent_before_a_step_down_is_no_reason_for_another() -> None:
    page = Page(speaker(1))
    page.wait(5)
    page.receive(300_000)
    assert page.lose(0.3) == [0]
    page.lose(0)
    page.wait(1)
    assert page.receive(300_000) == [0]


def test_after_heavy_loss_an_estimate_says_how_far_down() -> None:
    page = Page(speaker(1), other(), other(), other())
    page.wait(2)
    page.receive(200_000)
    assert page.lose(0.15) == [0, -1, -1, -1]


def test_a_try_that_fails_leaves_all_as_it_was() -> None:
    page = Page(screen(), speaker(1), other(), other(), other(), other())
    before = page.layers
    while page.layers[0] == 0:
        before = page.layers
        page.wait(0.25)
    assert page.lose(0.2) == before


def test_what_was_too_much_is_not_sent_again_at_once_whatever_the_estimate() -> None:
    page = Page(speaker())
    page.wait(8)
    assert page.lose(0.3) == [1]
    page.lose(0)
    page.wait(HOLD_S + 1)
    assert page.receive(5 * MEGABIT) == [1]
    page.wait(HOLD_S)
    assert page.receive(5 * MEGABIT) == [2]


def test_heavy_loss_takes_a_layer_at_once_and_some_loss_takes_none() -> None:
    page = Page(speaker(1), other(), other())
    assert page.layers == [1, 0, 0]
    page.now = 2
    assert page.lose(0.09) == [1, 0, 0]
    before = cost(page.wants, page.layers)
    assert cost(page.wants, page.lose(0.11)) < before


def test_loss_alone_leaves_one_small_picture() -> None:
    page = Page(speaker())
    for _ in range(60):
        page.wait(1)
        page.lose(0.3)
    assert page.layers == [0]
    page.receive(200_000)
    assert page.receive(90_000) == [-1]


def test_what_is_heard_just_after_a_step_down_is_of_before_it() -> None:
    page = Page(*[other()] * 6)
    page.wait(2)
    once = page.lose(0.2)
    page.wait(0.5)
    assert page.lose(0.2) == once
    page.wait(0.5)
    assert sum(page.lose(0.2)) < sum(once)


def test_no_more_is_sent_soon_after_a_step_down() -> None:
    page = Page(speaker())
    page.wait(3)
    assert page.lose(0.2) == [0]
    page.lose(0)
    page.wait(HOLD_S - 0.5)
    assert page.receive(5 * MEGABIT) == [0]
    page.wait(2 * HOLD_S)
    assert page.receive(5 * MEGABIT) == [2]


def test_more_is_tried_when_nothing_speaks_against_it() -> None:
    assert Page(speaker()).wait(8) == [2]


def test_nothing_is_tried_when_the_estimate_says_how_much_passes() -> None:
    page = Page(speaker())
    page.receive(560_000)
    for _ in range(60):
        assert page.wait(1) == [1]
        page.receive(560_000)


def test_nothing_is_tried_on_a_way_that_loses_packets() -> None:
    page = Page(speaker())
    page.lose(0.05)
    assert page.wait(100) == [1]


def test_a_try_that_fails_is_taken_back_and_repeated_ever_more_seldom() -> None:
    page = Page(speaker())
    tried = []
    while page.now < 600:
        if page.wait(1) == [2]:
            tried.append(page.now)
            assert page.lose(0.3) == [1]
        page.lose(0)
    waits = [after - before for before, after in pairwise(tried)]
    assert waits == sorted(waits)
    assert waits[0] < 15
    assert waits[-1] > 100


def test_after_a_long_calm_trouble_is_not_the_last_raises_fault() -> None:
    page = Page(speaker())
    for _ in range(4):
        # A try fails, which is waited for longer each time; but for the calm in between.
        page.wait(20)
        assert page.layers == [2]
        page.lose(0.3)
        page.lose(0)
        page.wait(60)
        assert page.layers == [2]
        # Another speaker is no raise.
        page.wants = [speaker()]
        page.share()
        page.lose(0.3)
        page.lose(0)
        assert page.wait(HOLD_S + 1) == [2]


def test_a_smaller_step_is_tried_while_a_larger_one_is_put_off() -> None:
    page = Page(screen(), other(1), other(1), other(1))
    assert page.wait(HOLD_S + 0.25) == [1, 0, 0, 0]
    assert page.lose(0.3) == [0, 0, 0, 0]
    page.lose(0)
    page.wait(HOLD_S - 0.25)
    assert page.receive(1_300_000) == [0, 0, 0, 0]
    assert page.wait(1.5) == [0, 1, 0, 0]


def test_many_asked_for_again_take_a_layer_before_any_report_of_loss() -> None:
    page = Page(speaker())
    page.wait(8)
    assert page.layers == [2]
    page.estimate.asked(0.25, page.now)
    assert page.share() == [2]
    page.estimate.asked(0.5, page.now)
    assert page.share() == [1]


def test_a_way_that_is_far_too_full_is_choked_and_one_a_little_too_full_is_not() -> None:
    page = Page(speaker())
    page.wait(8)
    page.receive(2 * MEGABIT)
    page.receive(1_500_000)
    assert not page.estimate.is_choked
    page.wait(HOLD_S + 20)
    assert page.receive(4 * MEGABIT) == [2]
    page.receive(500_000)
    assert page.estimate.is_choked


def test_a_low_estimate_alone_leaves_one_small_picture() -> None:
    page = Page(speaker())
    page.receive(200_000)
    assert page.receive(60_000) == [0]
    page.wait(3)
    page.lose(0.2)
    assert page.wait(1) == [-1]


def test_an_estimate_that_stays_short_of_one_small_picture_takes_it() -> None:
    page = Page(speaker())
    page.receive(200_000)
    assert page.receive(60_000) == [0]
    for _ in range(6):
        page.wait(1)
        page.receive(60_000)
    assert page.layers == [-1]


def test_a_picture_taken_comes_back_after_a_while() -> None:
    page = Page(speaker())
    page.receive(200_000)
    page.receive(60_000)
    page.wait(3)
    page.lose(0.2)
    assert page.wait(1) == [-1]
    page.lose(0)
    assert page.wait(HOLD_S) == [0]


def test_what_is_kept_is_small() -> None:
    page = Page(screen(), speaker())
    page.receive(200_000)
    assert page.receive(60_000) == [-1, 0]


# -- over a line ------------------------------------------------------------------------------------------------------

TICK_S = 0.25


class Line:
    """A line of a given width with half a second of queue, and a browser that estimates as they do: it lowers to 0.85
    of what comes when packets queue, else rises by 8 % a second, up to half as much again as comes."""

    def __init__(self, width: int, loss: float = 0.0) -> None:
        self.width = width
        self.loss = loss
        self.estimate = Estimate()
        self.now = 0.0
        self.octets = 0.0
        self.queue = 0.0
        self.belief: float | None = None
        self.layers: list[int] = []
        self.downs = self.ups = 0
        self.overflow_s = 0.0
        self._received = self._lost = self._came = 0.0
        self._said_at = 0.0

    def run(self, seconds: float, wants: Callable[[list[int]], Sequence[Want]]) -> None:
        until = self.now + seconds
        while self.now < until:
            self.now += TICK_S
            asked = wants(self.layers)
            before = cost(asked, self.layers) if self.layers else 0
            self.layers = self.estimate.share(asked, self.now)
            sent = cost(asked, self.layers)
            self.downs += sent < before
            self.ups += sent > before
            self._carry(sent)
            self.estimate.sent(int(self.octets), self.now)

    def _carry(self, rate: int) -> None:
        self.octets += rate * TICK_S / 8
        bits = self.queue + rate * TICK_S * (1 - self.loss)
        came = min(bits, self.width * TICK_S)
        self.queue = min(bits - came, self.width / 2)
        spilt = bits - came - self.queue
        self.overflow_s += TICK_S if spilt > 0 else 0
        self._lost += spilt + rate * TICK_S * self.loss
        self._came += came
        self._believe(came / TICK_S)
        if self.now % 1 == 0:
            if self._lost + self._came > 0:
                self.estimate.loss(self._lost / (self._lost + self._came), self.now)
            self._lost = self._came = 0.0

    def _believe(self, rate: float) -> None:
        is_queueing = self.queue > 0.05 * self.width
        if is_queueing and (self.belief is None or 0.85 * rate < self.belief):
            self.belief = 0.85 * rate
            self.estimate.remb(int(self.belief), self.now)
        elif self.belief is None:
            self.belief = rate if self.now > 5 else None
        elif not is_queueing:
            self.belief = max(self.belief, min(self.belief * 1.08**TICK_S, 1.5 * rate + 10_000))
        if self.belief is not None and self.now - self._said_at >= 1:
            self._said_at = self.now
            self.estimate.remb(int(self.belief), self.now)


def one(layers: list[int]) -> list[Want]:
    return [speaker(held=layers[0] if layers else 0)]


def conference(layers: list[int]) -> list[Want]:
    held = layers or [0] * 6
    return [screen(held=held[0]), speaker(held=held[1]), *(other(held=each) for each in held[2:])]


def test_a_wide_line_soon_carries_all_and_goes_on_to() -> None:
    line = Line(20 * MEGABIT)
    line.run(60, conference)
    assert line.layers == [1, 2, 0, 0, 0, 0]
    assert line.downs == 0


def test_on_half_a_megabit_the_picture_is_small_within_five_seconds_and_stays_so() -> None:
    line = Line(400_000)
    line.run(5, one)
    assert line.layers == [0]
    line.overflow_s = 0
    line.run(595, one)
    assert line.overflow_s < 12
    assert line.ups < 12


def test_on_a_megabit_the_picture_is_of_middle_size() -> None:
    line = Line(MEGABIT)
    line.run(600, one)
    assert line.layers == [1]
    assert line.overflow_s < 20
    assert line.ups < 12


def test_a_line_that_narrows_is_relieved_within_two_seconds_and_used_again_when_it_widens() -> None:
    line = Line(5 * MEGABIT)
    line.run(30, one)
    assert line.layers == [2]
    line.width = 400_000
    line.run(2, one)
    assert line.layers == [0]
    line.run(60, one)
    assert line.layers == [0]
    line.width = 5 * MEGABIT
    line.run(90, one)
    assert line.layers == [2]


def test_a_line_too_narrow_for_any_picture_carries_none_most_of_the_time() -> None:
    line = Line(80_000)
    line.run(10, one)
    line.octets = 0
    line.run(290, one)
    assert line.layers == [-1]
    assert line.octets * 8 / 290 < 80_000


@pytest.mark.parametrize("loss", [0.01, 0.05])
def test_a_line_that_loses_some_packets_still_carries_a_decent_picture(loss: float) -> None:
    line = Line(20 * MEGABIT, loss)
    line.run(60, one)
    assert line.layers[0] >= 1
    assert line.downs == 0


@settings(max_examples=30, deadline=None)
@given(st.integers(50_000, 6 * MEGABIT), st.integers(50_000, 6 * MEGABIT))
def test_whatever_the_line_it_is_not_flooded_for_long(first: int, second: int) -> None:
    line = Line(first)
    line.run(30, conference)
    line.width = second
    line.overflow_s = 0
    line.run(120, conference)
    assert line.overflow_s < 20
